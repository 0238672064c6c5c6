"""Charts each of which says whether it is honest or misleads, and why.

Those in the modules that begin with others_ were drawn and judged by somebody who had not read the contract.
Mend kinds, not their charts.
"""

from tests.charts.collection import (
    others_drawing,
    others_marks,
    others_values,
    others_words,
    shapes,
    titles,
    values,
    ways,
)
from tests.charts.collection.base import CHARTS, Entry

__all__ = [
    "CHARTS",
    "Entry",
    "others_drawing",
    "others_marks",
    "others_values",
    "others_words",
    "shapes",
    "titles",
    "values",
    "ways",
]
