"""Read a phrase with one count of people: what it says of the number, if every word near it is known.

A word next to the number that no list knows is a reason to refuse. Words further off may be anything but a
second count, a denial, a possibility, a rate or an amount that nobody counted.
"""

import re

from whosays.text import terms
from whosays.text.after_number import check_right
from whosays.text.before_number import check_left
from whosays.text.bound_words import Quantity, quantities, with_tail
from whosays.text.numbers import read
from whosays.text.rest_of_phrase import check_company

_CHANGE = re.compile(
    r"\b(?:rose|ris(?:e[ns]?|ing)|gr[eo]w\w*|increas\w+|climb\w+|up|down|jump\w+|f[ae]ll\w*|"
    r"dropp\w+|revis\w+|rais\w+|"
    r"updat\w+|chang\w+|went|gone|lower\w+)\b",
    re.IGNORECASE,
)


def read_phrase(phrase: str) -> Quantity:
    """Return the one quantity in *phrase*; raise ValueError, saying why, where it would have to guess."""
    shape, numbers = read(phrase)
    found = list(quantities(shape, numbers))
    if not found:
        raise ValueError("it holds no number of people" if "¤" in shape else "it holds no number")
    if len(found) > 1:
        raise ValueError("it holds more than one number")
    if isinstance(found[0], ValueError):
        raise found[0]
    quantity, shape = with_tail(found[0], shape)
    left, right = shape[: quantity.start], shape[quantity.end :]
    if left.endswith("of ") and phrase[quantity.start].isupper():
        raise ValueError("it holds a number that is part of a name")
    check_company(left, right)
    if len(quantity.values) > 1 and _CHANGE.search(left):
        raise ValueError("it tells a change, not a range")
    if quantity.passes and not terms.TALLIES & {*re.findall(r"[\w-]+", left.lower())}:
        raise ValueError("a verb that passes or nears a number speaks of a toll only")
    check_right(right, singular=quantity.high == 1)
    check_left(left, right, passes=quantity.passes)
    return quantity
