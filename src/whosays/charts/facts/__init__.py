"""What a finished chart shows, as plain JSON: its words and its values, whoever drew it and however.

Facts are kept with an answer, so that the chart can be judged later, without the figure.
"""

from whosays.charts.facts.drawn import facts
from whosays.charts.facts.stored import read_facts

__all__ = ["facts", "read_facts"]
