"""Tell that "two hundred and five" and "205" are one number written in two ways.

Unlike Toll, this reads no bounds and refuses nothing: what is not one number is None.
"""

import re
from functools import lru_cache

from whosays.text.number_words import spelled

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+|\d+(?:\.\d+)?", re.ASCII)
_LONGEST = 120  # characters; a word longer than any number is none, and is not taken apart


@lru_cache(maxsize=65536)
def amount(phrase: str) -> str | None:
    """Return the number that a folded *phrase* is, in plain digits; None if it is anything else."""
    if len(phrase) > _LONGEST:
        return None
    if _DIGITS.fullmatch(phrase):
        return re.sub("[, ]", "", phrase)  # 1.50 stays as precise as it was given
    value = spelled(re.split("[ -]", phrase))
    return None if value is None else str(int(value) if value.denominator == 1 else float(value))
