"""A reported number as bounds: what a figure says, and no more than it says.

"At least 20" is not 20: read as 20, a toll becomes more certain than anyone said, and so does every sum made
of it. A `Toll` keeps the bound, and arithmetic on tolls keeps it too.
"""

from dataclasses import dataclass, field

from whosays.text.phrase import read_phrase


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
            read = read_phrase(phrase)
            return cls(read.low, read.high, read.approx, rule=read.rule)
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
