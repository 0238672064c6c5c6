"""The words and digits that numbers are written with: the one table that every reader of numbers shares."""

import re
from fractions import Fraction

ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"]
TEENS += ["sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBERS = {word: n for n, word in enumerate(["zero", *ONES, *TEENS])}
NUMBERS |= {word: 10 * n for n, word in enumerate(TENS, start=2)}
SCALES = {"trillion": 10**12, "billion": 10**9, "million": 10**6, "thousand": 1_000, "hundred": 100}
SCALES |= {"dozen": 12}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
ORDINALS = _ORDINALS.split()

_ONCE: tuple[list[str], ...] = ([], ["a"], ["an"], ["one"])
_HALF = (["half"], ["half", "a"], ["half", "an"], ["a", "half"])
_DIGITS = re.compile(r"\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)


def spelled(words: list[str]) -> Fraction | None:
    """Return the value of number *words*, such as two | hundred | and | five; None if they are no number.

    It is so many of the largest scale word among them, and the rest, which is smaller.
    """
    for scale, size in SCALES.items():
        if scale in words:
            at = words.index(scale)
            many = _how_many(words[:at])
            rest = words[at + 2 :] if words[at + 1 : at + 2] == ["and"] else words[at + 1 :]
            more = Fraction(0) if len(words) == at + 1 else spelled(rest)
            return None if many is None or more is None or more >= size else many * size + more
    return _below_a_hundred(words)


def _how_many(words: list[str]) -> Fraction | None:
    """Return how many of a scale word the *words* before it say: one where there are none, half a, two."""
    if words in _ONCE:
        return Fraction(1)
    return Fraction(1, 2) if words in _HALF else spelled(words)


def _below_a_hundred(words: list[str]) -> Fraction | None:
    """Return the value of one number word, of two such as twenty | one, or of digits before a scale word."""
    if len(words) == 1 and _DIGITS.fullmatch(words[0]):
        return Fraction(words[0].replace(",", ""))
    values = [NUMBERS.get(word, -1) for word in words]
    if len(values) == 2 and values[0] in range(20, 100, 10) and values[1] in range(1, 10):
        return Fraction(sum(values))
    return Fraction(values[0]) if len(values) == 1 and values[0] >= 0 else None
