"""The numbers in a phrase, as news writes them: 1,200, twenty-one, half a dozen, 1.5 million, hundreds.

Only whole counts are read. A number that could be read in two ways is refused, never guessed.
"""

import re
from fractions import Fraction
from typing import NamedTuple

from whosays.text.not_counted import BLANK, masked
from whosays.text.number_words import NUMBERS, ONES, SCALES, TEENS, TENS, spelled

_COUNTING = [scale for scale in SCALES if SCALES[scale] <= 10**6]  # nobody counts people in billions
_VAGUE = {"tens": 10, "dozens": 12, "hundreds": 100}
_MULTIPLES = {"thousands": 1_000, "millions": 1_000_000}


class Numeral(NamedTuple):
    """Hold one number of a phrase: its value, and the scale word it ends in (1 if there is none).

    A vague word such as "dozens" has its least value, and *rule* says who reads it so.
    """

    value: int
    scale: int = 1
    rule: str = ""


def read(phrase: str) -> tuple[str, list[Numeral]]:
    """Return *phrase* with every number written as as many #, and those numbers in order.

    Dates, hours and the like are blanked out. Raises ValueError for a number that counts no people ("5%",
    "aged 5"), for a fraction, and for one that is not written as a number ("1,23", "2k").
    """
    text = masked(phrase)
    shape = _NUMBER.sub(lambda found: "#" * len(found[0]), text)
    numbers = [_numeral(match) for match in _NUMBER.finditer(text)]
    if _STRAY.search(shape) or any(sign.isnumeric() for sign in shape):
        raise ValueError("it holds a number that is not written as a plain count")
    for what, pattern in _NOT_COUNTED.items():
        if pattern.search(shape):
            raise ValueError(f"it holds {what}, which is not a count")
    return shape, numbers


def readable(text: str) -> tuple[str, list[Numeral]]:
    """Return *text* with every readable number written as #, and those numbers; others are blanked."""
    numbers: list[Numeral] = []

    def shape(match: re.Match[str]) -> str:
        try:
            if _MEASURED.match(text, match.end()) or text[match.start() - 1 : match.start()] in _MONEY:
                raise ValueError("a measure is no count")
            numbers.append(_numeral(match))
        except ValueError:
            return BLANK * len(match[0])
        return "#" * len(match[0])

    text = masked(text)
    return _NUMBER.sub(shape, text), numbers


def _numeral(match: re.Match[str]) -> Numeral:
    """Return the number that *match* found."""
    words = re.split("[- ]", match[0].lower())
    if match["vague"]:
        return _vague(words[::2])  # hundreds (of) thousands
    if match["digits"]:
        value = _digits(match[0])
    else:
        value = spelled(
            [str(_scaled_digits(word)) if word[0].isdigit() else word for word in words]
        ) or Fraction(0)
    if value.denominator != 1:
        raise ValueError("a count of people has no fraction")
    return Numeral(int(value), SCALES.get(words[-1], 1))


def _vague(words: list[str]) -> Numeral:
    """Return the least number that vague *words* stand for (ACLED, FAQs on fatality methodology)."""
    if words[0] not in _VAGUE:
        raise ValueError(f"no rulebook was seen that says how many {words[0]!r} are")
    least = _VAGUE[words[0]] * _MULTIPLES.get(words[-1], 1)
    rule = f"ACLED codes {words[0]!r} as {_VAGUE[words[0]]}, here a floor without a ceiling"
    return Numeral(least, rule=rule if len(words) == 1 else f"{rule}, times {_MULTIPLES[words[-1]]:,}")


def _digits(text: str) -> Fraction:
    """Return the value of digits; as people have no fractions, a full stop may part thousands."""
    if re.fullmatch(r"[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+|(?:\.\d{3})+|(?:'\d{3})+)", text):
        return Fraction(re.sub(r"\D", "", text))
    if not re.fullmatch(r"0|[1-9]\d*", text):
        raise ValueError(f"{text!r} is not written as a whole number, which a count of people is")
    return Fraction(text)


def _scaled_digits(text: str) -> Fraction | str:
    """Return the digits before a word such as "million", where a full stop is a decimal point.

    "1.234 million" may have three decimals or be a slip, and so may "20,000 thousand": both raise ValueError.
    """
    if re.fullmatch(r"[1-9]\d{0,2}(?:[,.]\d{3})+", text):
        raise ValueError(f"{text!r} before a word for thousands may be a slip or a fraction")
    if not re.fullmatch(r"\d+(?:\.\d+)?", text):
        raise ValueError(f"{text!r} is not written as a whole number, which a count of people is")
    return text


# The grammar of numbers, from small to large.
def _any(words: list[str]) -> str:
    return f"(?:{'|'.join(words)})"


def _scaled(head: str, scale: str) -> str:
    """Return a pattern for a *scale* word and how many of it: two dozen, 1.5 million, half a million."""
    return rf"(?:(?:{head}|{_FIGURES}|an?|(?:an? )?half(?:[- ]an?)?)[- ])?{scale}"


def _up_to(scale: str, below: str) -> str:
    """Return a pattern for *below* itself, or so many of a *scale* word with something *below* it added."""
    return rf"(?:{_scaled(below, scale)}(?:[- ](?:and[- ])?{below})?|{below})"


_FIGURES = r"(?:[0-9]+(?:[.,'][0-9]+)*(?: [0-9]{3}(?![0-9]))*)"
_BELOW_100 = rf"(?:{_any(TENS)}(?:[- ]{_any(ONES)})?|{_any(['zero', *ONES, *TEENS])})"
_SPELLED = rf"{_scaled(_BELOW_100, 'dozen')}|{_up_to('(?:thousand|million)', _up_to('hundred', _BELOW_100))}"
_MANY = r"(?:(?:tens|dozens|scores|hundreds) of )?(?:thousands|millions)|tens|dozens|scores|hundreds"
# The last look ahead makes "one hundred and two hundred" two numbers: 100, and 200.
_NUMBER = re.compile(
    rf"(?<!\w)(?:(?P<vague>{_MANY})|{_SPELLED}|(?P<digits>{_FIGURES}))(?!\w)(?![- ]{_any(_COUNTING)}\b)",
    re.IGNORECASE,
)
_STRAY = re.compile(
    rf"\b{_any([*NUMBERS, *_COUNTING])}\b|\w(?:hundred|thousand|million)\b|#'?s\b", re.IGNORECASE
)

_MEASURE = (
    r"(?:%|‰|(?:per ?cent|percentage|times|degrees?|dollars?|euros?|roubles?|lakhs?|crores?|"
    r"billions?|trillions?|"
    r"pounds?|litres?|liters?|gallons?|barrels?|votes?|points?|minutes?|years?|hundredths?|"
    r"thirds?|fifths?|k|m|bn)\b)"
)
_MEASURED = re.compile(rf"(?: more)?[- ]?{_MEASURE}", re.IGNORECASE)
_MONEY = tuple("$€£¥₽")
_NOT_A_COUNT = {
    "an age": r"\bage[ds]? (?:of |between )?#|\b(?:children|minors|those|under|over)-?\s(?:under|over|"
    r"fives) #|"
    r"#+[- ]years?[- ]old\b|\b\w+, #+,(?! (?:including|mostly|most|many))",
    "a share or a measure": rf"#(?: more)?[- ]?{_MEASURE}",
    "the number of something in a row": r"\b(?:day|no\.|number|nr\.?|page|article|grade|part) ?#",
    "a number below zero": r"(?<![#\w)])(?<!# )- ?#|# -#|\bminus #",
    "a number joined to other signs": r"(?<![#\d])(?<!at)(?<!up)[-–]#|#(?!-(?:odd|plus|ish|or-so)\b)[-–]"
    r"(?![#\s])|[^-–\s(\[\"'~<>≤≥≈±¤#.;:,|]#|(?<![a-z])\.#|#[^-–\s)\]',.;:!?+…#¤]",
}
_NOT_COUNTED = {what: re.compile(pattern, re.IGNORECASE) for what, pattern in _NOT_A_COUNT.items()}
