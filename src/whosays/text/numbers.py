"""The numbers in a phrase, as news writes them: 1,200, twenty-one, half a dozen, 1.5 million, hundreds.

Only whole counts are read. A number that could be read in two ways is refused, never guessed.
"""

import re
from fractions import Fraction
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"]
_TEENS += ["sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: n for n, word in enumerate(["zero", *_ONES, *_TEENS])}
_WORDS |= {word: 10 * n for n, word in enumerate(_TENS, start=2)}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
_VAGUE = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1_000, "millions": 1_000_000}


class Numeral(NamedTuple):
    """Hold one number of a phrase: its value, and the scale word it ends in (1 if there is none).

    A vague word such as "dozens" has its least value, and *rule* says who reads it so.
    """

    value: int
    scale: int = 1
    rule: str = ""


def read(phrase: str) -> tuple[str, list[Numeral]]:
    """Return *phrase* in small letters with a # for every number, and those numbers in order.

    Raises ValueError for a number that counts no people ("5%", "a 5-km road", "in 2001"), for a fraction,
    and for one that is not written as a number ("1,23", "2k").
    """
    text = phrase.translate(_PLAIN)
    shape = _NUMBER.sub("#", text)
    numbers = [_numeral(match) for match in _NUMBER.finditer(text)]
    if _STRAY.search(shape) or any(sign.isnumeric() for sign in shape):
        raise ValueError("it holds a number that is not written as a plain count")
    for what, pattern in _NOT_A_COUNT.items():
        if re.search(pattern, text if what == "a year" else shape):
            raise ValueError(f"it holds {what}, which is not a count")
    return shape, numbers


def _numeral(match: re.Match[str]) -> Numeral:
    """Return the number that *match* found."""
    words = re.split("[- ]", match[0])
    if match["vague"]:
        least, rules = 1, []
        for word in words[::2]:  # hundreds (of) thousands
            least *= _VAGUE[word]
            rules.append(_rule(word))
        return Numeral(least, rule="; ".join(rules))
    value = _digits(match[0], scaled=False) if match["digits"] else _spelled(words)
    if value.denominator != 1:
        raise ValueError("a count of people has no fraction")
    return Numeral(int(value), _SCALES.get(words[-1], 1))


def _rule(word: str) -> str:
    """Return who reads a vague *word* as the number it has here (ACLED, FAQs on fatality methodology)."""
    if word in ("tens", "dozens", "hundreds"):
        return f"ACLED codes {word!r} as {_VAGUE[word]}, here a floor without a ceiling"
    return f"{word!r} is {_VAGUE[word]:,} or more by the word's own meaning; no rulebook for it was seen"


def _spelled(words: list[str]) -> Fraction:
    """Return the value of number *words*, such as two | hundred | and | five | thousand."""
    total = Fraction(0)
    part: Fraction | None = None
    for word in words:
        if word in _SCALES:
            part = (Fraction(1) if part is None else part) * _SCALES[word]
            if _SCALES[word] >= 1_000:
                total, part = part, None
        elif word in _WORDS:
            part = (part or Fraction(0)) + _WORDS[word]
        elif word == "half":
            part = Fraction(1, 2)
        elif word not in ("a", "an", "and"):
            part = _digits(word, scaled=True)
    return total + (part or 0)


def _digits(text: str, scaled: bool) -> Fraction:
    """Return the value of digits, which are *scaled* if a word such as "million" follows.

    A count has no fraction, so a full stop before three digits separates thousands. Before a scale word it
    may be a decimal point, and "20,000 thousand" is likely a slip: both raise ValueError, as do separators
    that do not stand at the thousands.
    """
    if re.fullmatch(r"[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+|(?:\.\d{3})+)", text):
        if scaled:
            raise ValueError(f"{text!r} before a word for thousands may be a slip or a fraction")
        return Fraction(re.sub(r"\D", "", text))
    if not re.fullmatch(r"\d+(?:\.\d+)?" if scaled else r"0|[1-9]\d*", text):
        raise ValueError(f"{text!r} is not written as a whole number, which a count of people is")
    return Fraction(text)


# The grammar of numbers, from small to large.
def _any(words: list[str]) -> str:
    return f"(?:{'|'.join(words)})"


def _scaled(head: str, scale: str) -> str:
    """Return a pattern for a *scale* word and how many of it: two dozen, 1.5 million, half a million."""
    return rf"(?:(?:{head}|{_DIGITS}|an?|(?:an? )?half(?:[- ]an?)?)[- ])?{scale}"


def _up_to(scale: str, below: str) -> str:
    """Return a pattern for *below* itself, or so many of a *scale* word with something *below* it added."""
    return rf"(?:{_scaled(below, scale)}(?:[- ](?:and[- ])?{below})?|{below})"


_DIGITS = r"(?:[0-9]+(?:[.,][0-9]+)*(?: [0-9]{3}(?![0-9]))*)"
_BELOW_100 = rf"(?:{_any(_TENS)}(?:[- ]{_any(_ONES)})?|{_any(['zero', *_ONES, *_TEENS])})"
_SPELLED = rf"{_scaled(_BELOW_100, 'dozen')}|{_up_to('(?:thousand|million)', _up_to('hundred', _BELOW_100))}"
_MANY = r"(?:(?:tens|dozens|scores|hundreds) of )?(?:thousands|millions)|tens|dozens|scores|hundreds"
# The last look ahead makes "one hundred and two hundred" two numbers: 100, and 200.
_NUMBER = re.compile(
    rf"(?<!\w)(?:(?P<vague>{_MANY})|{_SPELLED}|(?P<digits>{_DIGITS}))(?!\w)(?![- ]{_any([*_SCALES])}\b)"
)
_STRAY = re.compile(rf"\b{_any([*_WORDS, *_SCALES])}\b")

# Capitals; no-break, figure, thin, hair and narrow spaces; hyphens and the minus sign; dashes.
_PLAIN = str.maketrans(
    ascii_uppercase
    + "\u00a0\u2007\u2009\u200a\u202f"
    + "\u2010\u2011\u2212\uff0d"
    + "\u2012\u2014\u2015"
    + "\u2019#",
    ascii_lowercase + "     " + "----" + "\u2013\u2013\u2013" + "'\u2116",
)
_MONTH = (
    r"(?:january|february|march|april|may(?! (?:have|be|not|still|yet|well|also)\b)|june|july|august|"
    r"september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
)
_MEASURE = (
    r"(?:%|‰|(?:per ?cent|percentage|years?|months?|weeks?|days?|hours?|minutes?|times|km|kilomet\w+|"
    r"met(?:re|er)s?|miles?|hectares?|tons?|tonnes?|degrees?|dollars?|euros?|roubles?|lakhs?|crores?|"
    r"billions?|[ap]\.?m|o'clock)\b)"
)
_NOT_A_COUNT = {
    "a date": rf"# (?:of )?{_MONTH}|\b{_MONTH}\.? #",
    "a year": r"\b(?:in|since|during|until) (?:19|20)[0-9]{2}\b",
    "an age": r"\bage[ds]? (?:of )?#|\b(?:children|minors) under #|#[- ]years?[- ]old\b",
    "a share or a measure": rf"#(?: more)?[- ]?{_MEASURE}",
    "the number of something in a row": r"(?:\b(?:day|no\.|number|nr\.?|page|article|grade|part)|№) ?#",
    "a number below zero": r"(?<!#)(?<!# )- ?#|# -#|\bminus #",
    "a number joined to other signs": r"(?<!#)[-–]#|#(?!-odd\b)[-–](?!#)"
    r"|[^-–\s(\[\"'“‘«~<>≤≥≈]#|#[^-–\s)\]\"'”»,.;:!?+…]",
}
