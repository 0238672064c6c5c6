"""A reported number as bounds: what a figure says, and no more than it says.

"At least 20" is not 20: read as 20, a toll becomes more certain than anyone said, and so does every sum made
of it. A `Toll` keeps the bound, and arithmetic on tolls keeps it too.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from whosays.text import numbers
from whosays.text.numbers import Numeral


@dataclass(frozen=True, slots=True, repr=False)
class Toll:
    """Hold the closed bounds of one reported count of people; None is a bound that is not known.

    *approx* marks a figure printed as approximate ("about 20"): its bounds are printed values, not limits.
    *rule* names the counting rule that read a vague word ("dozens"). Impossible bounds raise ValueError.
    """

    low: int | None
    high: int | None
    approx: bool = False
    rule: str = field(default="", compare=False, kw_only=True)

    def __post_init__(self) -> None:
        """Refuse bounds that no count can have."""
        for bound in (self.low, self.high):
            if bound is not None and (type(bound) is not int or bound < 0):
                raise ValueError(f"a bound is a whole number from 0 on, or None, not {bound!r}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"the low bound {self.low} is above the high bound {self.high}")

    @classmethod
    def parse(cls, phrase: str) -> "Toll":
        """Read the one quantity in *phrase*: "at least 20 people were hurt" is 20 or more.

        People are counted whole: "more than 20" starts at 21, "nearly 20" ends at 19. Vague words follow a
        rule, named in `rule`: ACLED (FAQs on fatality methodology) codes "tens" as 10, "dozens" as 12 and
        "hundreds" as 100. Raises ValueError, naming the phrase, where it would have to guess.
        """
        if not isinstance(phrase, str):
            raise ValueError(f"a toll is read from text, not from {phrase!r}")
        try:
            return _read(*numbers.read(phrase))
        except ValueError as reason:
            remedy = 'Give the words of one figure only, such as "at least 20 people".'
            raise ValueError(f"cannot read {phrase!r} as one count: {reason}. {remedy}") from None

    @property
    def exact(self) -> bool:
        """Say whether the report gives one number, and gives it as exact."""
        return self.low is not None and self.low == self.high and not self.approx

    def __add__(self, other: object) -> "Toll":
        """Return the bounds of both counts together; a bound that is unknown in one is unknown in the sum."""
        if not isinstance(other, Toll):
            return NotImplemented
        return self._with(other, _plus(self.low, other.low), _plus(self.high, other.high))

    def __radd__(self, other: object) -> "Toll":
        """Let `sum` start from its 0."""
        return self if type(other) is int and other == 0 else NotImplemented

    def union_with(self, other: "Toll", overlap: int | None = None) -> "Toll":
        """Return the bounds of distinct people on two lists that share *overlap* people.

        None is an overlap that is not known: one list may hold all of the other, or no one of it. HRDAG finds
        the number by matching records one by one. Raises ValueError for an overlap that cannot be.
        """
        if overlap is None:
            low = max((low for low in (self.low, other.low) if low is not None), default=None)
            return self._with(other, low, _plus(self.high, other.high))
        _check_overlap(overlap, [high for high in (self.high, other.high) if high is not None])
        # Each list holds at least the people they share.
        lows = [None if low is None else max(low, overlap) for low in (self.low, other.low)]
        return self._with(other, _plus(*lows, -overlap), _plus(self.high, other.high, -overlap))

    def _with(self, other: "Toll", low: int | None, high: int | None) -> "Toll":
        """Return a toll made of two: approximate if either is, and naming the rules of both."""
        rules = dict.fromkeys(rule for rule in (self.rule, other.rule) if rule)
        return Toll(low, high, self.approx or other.approx, rule="; ".join(rules))

    def __str__(self) -> str:
        """Return the toll in words that `parse` reads back."""
        low, high = (f"{'about ' if self.approx else ''}{bound or 0:,}" for bound in (self.low, self.high))
        if self.low is None:
            return "not known" if self.high is None else f"at most {high}"
        if self.high is None:
            return f"at least {low}"
        return low if low == high else f"between {low} and {high}"

    def __repr__(self) -> str:
        """Return the toll as Python that makes it again."""
        approx = ", approx=True" if self.approx else ""
        rule = f", rule={self.rule!r}" if self.rule else ""
        return f"Toll({self.low}, {self.high}{approx}{rule})"


def _plus(*parts: int | None) -> int | None:
    """Return the sum of *parts*, which is not known if one of them is not."""
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _check_overlap(overlap: int, highs: list[int]) -> None:
    """Raise ValueError, saying why, unless two lists with these known *highs* can share *overlap* people."""
    if type(overlap) is not int or overlap < 0:
        raise ValueError(f"an overlap is a whole number from 0 on, or None, not {overlap!r}")
    if overlap > min(highs, default=overlap):
        raise ValueError(f"two lists cannot share {overlap} people: one of them holds at most {min(highs)}")


# Reading a phrase: its shape ("at least # people have been killed") and the number behind the #.
_BOUNDS: dict[str, Callable[[int], tuple[int | None, int | None]]] = {
    "at_least": lambda n: (n, None),
    "more_than": lambda n: (n + 1, None),
    "at_most": lambda n: (None, n),
    "less_than": lambda n: (None, n - 1),
}
# A bound stands directly before its number or just after it; only these small words may come between.
_SMALL_WORDS = r"(?:(?:an?|the|another|further|additional|extra|new|total of)\s+)*"
_BOUND = (
    r"(?P<at_least>at least|(?:no|not) (?:fewer|less) than|(?:a )?minimum(?: of)?|as few as|upwards? of|≥)|"
    r"(?P<more_than>(?:more|greater) than|over|above|in excess of|(?:exceed|surpass|topp)(?:s|ed|ing)?|>)|"
    r"(?P<at_most>at most|(?:no|not) more than|(?<!toll )(?<!total )(?<!tally )up to(?: and including)?|"
    r"as (?:many|much|high) as|(?:a )?maximum(?: of)?|≤)|"
    r"(?P<less_than>(?:fewer|less) than|under|below|almost|nearly|<)|(?P<between>between)"
)
_ABOUT = (
    r"(?:about|around|roughly|approximately|approx\.?|circa|ca?\.|some|perhaps|maybe|close to|more or less|"
    r"(?:an )?estimated(?: (?:at|to be))?|in the (?:region|order) of|~|≈)"
)
_AFTER = (
    r"(?P<noun>(?:\s[^\W\d]+){0,2}?),?\s?(?:"
    r"(?P<at_least_>\+|(?:(?:or|and) (?:more|over)|at (?:the )?least|plus|and counting|minimum)\b)|"
    r"(?P<at_most_>(?:or (?:fewer|less|under)|at (?:the )?most|maximum)\b)|"
    r"(?P<about__>(?:or so|or thereabouts|-odd|approximately)\b))"
)
_QUANTITY = re.compile(
    rf"(?<![\w-])(?:(?:{_BOUND})\s*{_SMALL_WORDS})?(?P<about>{_ABOUT}\s*{_SMALL_WORDS})?#"
    rf"(?P<to>(?: ?[-–] ?|\s(?:to|(?(between)and|to))\s)(?P<about_>{_ABOUT}\s*)?#)?(?:{_AFTER})?"
)

# What the words around the quantity (…) may not say, as the number would not mean it then.
_REFUSED = {
    "it holds more than one number": r"#",
    "it says no or not": r"\b(?:no|not|none|never|nobody|nothing|nor|cannot|den(?:y|ies|ied))\b|n't\b",
    "it also holds a vague amount": r"\b(?:several|many|few|some|numerous|countless|multiple|handful|couple|"
    r"most of|majority|part of|half|thirds?|quarters?|all but|twice|double|triple)\b",
    "a word that changes the number stands apart from it": r"\b(?:at (?:the )?(?:least|most)|more than|less|"
    r"fewer|up to|nearly|almost|roughly|approximately|estimat\w+|perhaps|maybe|possibly|probably|minimum|"
    r"maximum|as (?:much|high) as|in excess|upwards?)\b",
    "it tells a possibility": r"\b(?:may|might|could|will|would) (?:yet )?"
    r"(?:(?:reach|be|exceed|top|rise|climb|grow|go)(?: to)? )?…",
    "it tells a change, not a range": r"^(?=.*\b(?:rose|ris(?:e[ns]|ing)|gr[eo]w\w*|increas\w+|climb\w+|up|"
    r"down|jump\w+|f[ae]ll\w*|dropp\w+|revis\w+|rais\w+|updat\w+|chang\w+|went)\b).*(?:from …|… to …)",
}


def _read(shape: str, numbers: list[Numeral]) -> Toll:
    """Return what a phrase of this *shape* says about its one number or range."""
    match = _QUANTITY.search(shape)
    if not match:
        raise ValueError("it holds no number")
    quantity = "… to …" if match["to"] else "…"
    rest = shape[: match.start()] + quantity + (match["noun"] or "") + shape[match.end() :]
    for reason, pattern in _REFUSED.items():
        if re.search(pattern, rest, re.DOTALL):
            raise ValueError(reason)
    said = {name.rstrip("_") for name, words in match.groupdict().items() if words}
    about = "about" in said
    bounds = said & {*_BOUNDS, "between"}
    if numbers[0].rule:
        if bounds or about or match["to"]:
            raise ValueError("a bound on a vague word has no counting rule")
        return Toll(numbers[0].value, None, rule=numbers[0].rule)
    if match["to"]:
        return _range(numbers, bounds, about)
    if len(bounds) > 1 or "between" in bounds:
        raise ValueError("its bounds do not fit one number")
    low, high = _BOUNDS[bounds.pop()](numbers[0].value) if bounds else (numbers[0].value,) * 2
    return Toll(low, high, about)


def _range(numbers: list[Numeral], bounds: set[str], about: bool) -> Toll:
    """Return the range between two *numbers*; raise ValueError if the second may lend the first its scale."""
    first, last = numbers
    if bounds - {"between"} or last.rule:
        raise ValueError("a range has its own bounds, and takes no others")
    # "Two to three thousand" and "30-40,000" may begin in thousands; "between 30 and 40,000" does not.
    scale = last.scale if last.scale > first.scale else 1
    if scale == 1 and not bounds and first.value < 1_000 and last.value % 1_000 == 0:
        scale = 1_000
    if scale > 1 and 0 < first.value * scale <= last.value:
        raise ValueError("the first number of the range may be meant in the scale of the second")
    return Toll(first.value, last.value, about)
