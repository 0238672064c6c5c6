"""Tell that "two hundred and five" and "205" are one number written in two ways.

Unlike toll.py, this reads no bounds and refuses nothing: what is not one number is None.
"""

import re
from fractions import Fraction
from functools import lru_cache

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"]
_TEENS += ["sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_NUMBERS = {word: n for n, word in enumerate(["zero", *_ONES, *_TEENS])}
_NUMBERS |= {word: 10 * n for n, word in enumerate(_TENS, start=2)}
_SCALES = {"trillion": 10**12, "billion": 10**9, "million": 10**6, "thousand": 1000, "hundred": 100}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+|\d+(?:\.\d+)?", re.ASCII)


@lru_cache(maxsize=65536)
def amount(phrase: str) -> str | None:
    """Return the number that a folded *phrase* is, in plain digits; None if it is anything else."""
    if _DIGITS.fullmatch(phrase):
        return re.sub("[, ]", "", phrase)  # 1.50 stays as precise as it was given
    value = _spelled(re.split("[ -]", phrase))
    return None if value is None else str(int(value) if value.denominator == 1 else float(value))


def _spelled(words: list[str]) -> Fraction | None:
    """Return the value of number *words*: so many of the largest scale word in them, and the rest."""
    for scale, size in _SCALES.items():
        if scale in words:
            at = words.index(scale)
            many = Fraction(1) if words[:at] in ([], ["a"], ["one"]) else _spelled(words[:at])
            rest = words[at + 2 :] if words[at + 1 : at + 2] == ["and"] else words[at + 1 :]
            more = Fraction(0) if len(words) == at + 1 else _spelled(rest)
            return None if many is None or more is None or more >= size else many * size + more
    return _below_a_hundred(words)


def _below_a_hundred(words: list[str]) -> Fraction | None:
    """Return the value of one number word, of two such as twenty | one, or of digits before a scale word."""
    if len(words) == 1 and _DIGITS.fullmatch(words[0]):
        return Fraction(words[0].replace(",", ""))
    values = [_NUMBERS.get(word, -1) for word in words]
    if len(values) == 2 and values[0] in range(20, 100, 10) and values[1] in range(1, 10):
        return Fraction(sum(values))
    return Fraction(values[0]) if len(values) == 1 and values[0] >= 0 else None
