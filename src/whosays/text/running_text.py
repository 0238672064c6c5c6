"""The figures of a running text: every number that may count something, with the bounds it is told with."""

import re
from typing import NamedTuple

from whosays.text import people
from whosays.text.bound_words import Quantity, quantities
from whosays.text.numbers import readable
from whosays.text.spans import Span

_NEXT_WORD = re.compile(r"[\s-]*([^\W\d_]*)")


class Figure(NamedTuple):
    """Hold one figure of a text: where it and the words that bound it stand, and its closed bounds.

    A bound that is not known is None; *approx* marks a figure told as approximate. *values* are the one or
    two numbers as printed: "more than 100" has the value 100 and the low bound 101.
    """

    span: Span
    low: int | None
    high: int | None
    approx: bool
    values: tuple[int, ...]


def figures_in(text: str) -> list[Figure]:
    """Return the figures of *text*, in order, written in digits or in words.

    Unlike `Toll.parse`, this takes any number of figures, whatever they count and whoever denies them, and
    refuses none. Left out are dates, years, hours, ordinals, labels, spans of time, shares and measures, the
    pronoun "one", and numbers whose bounds do not fit.
    """
    shape, numbers = readable(text)
    found = [quantity for quantity in quantities(shape, numbers) if isinstance(quantity, Quantity)]
    return [
        Figure(Span(q.start, q.end), q.low, q.high, q.approx, q.values)
        for q in found
        if not _is_pronoun(q, text)
    ]


def _is_pronoun(quantity: Quantity, text: str) -> bool:
    """Say whether *quantity* is the word "one" without a person behind it: "one of them", "no one"."""
    following = _NEXT_WORD.match(text, quantity.end)
    person = following is not None and people.is_person(following[1])
    return text[quantity.start : quantity.end].lower() == "one" and not person
