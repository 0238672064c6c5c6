"""Say how many different people two lists guarantee, and what must be assumed to add them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from whosays.questions.answer_parts import cells, is_whole, written
from whosays.questions.question import Control, Result
from whosays.questions.types.choices import Choices, OptionFields
from whosays.text.toll import Toll

_KNOWN = (
    "Fewest and most: you know how many are on both lists. The sum of the two lists counts each of "
    "them twice."
)


@dataclass(frozen=True, kw_only=True)
class OverlapFields(OptionFields):
    """Hold the two lists as phrases with a figure, and how many people are on both, None where not known."""

    first: str
    second: str
    overlap: int | None = None


class Overlap(Choices):
    """Give the fewest and the most different people on two lists, and choose what must be assumed.

    An answer has *low* and *high*, whole numbers, and *assume*, a list of ids of options. Each counts a
    third.
    """

    fields: OverlapFields
    type = "overlap"

    @cached_property
    def union(self) -> Toll:
        """The bounds of different people, by Toll.union_with."""
        first, second = Toll.parse(self.fields.first), Toll.parse(self.fields.second)
        return first.union_with(second, self.fields.overlap)

    def read(self, answer: object) -> Any:
        """Return *answer* with its numbers as whole numbers."""
        given = cells(answer, {"low": 0, "high": 0, "assume": 0})
        read: dict[str, Any] = {side: _whole(given.get(side)) for side in ("low", "high")}
        chosen = given.get("assume") or []
        return {**read, "assume": super().read(chosen) if chosen else []}

    def mark(self, answer: Any) -> Result:
        """Return a third for each of low, high and the assumptions, these by the share decided rightly."""
        assumed = super().mark(answer["assume"]) if answer["assume"] else self.wrong()
        right = [answer[side] == getattr(self.union, side) for side in ("low", "high")]
        score = (sum(right) + assumed.score) / 3
        if self.fields.overlap is not None and not all(right):
            return self.wrong(_KNOWN, "M5", score)
        if not right[0]:
            why = "The fewest: everybody on the shorter list may be on the longer one, too."
            return self.wrong(why, "M5", score)
        if not right[1]:
            return self.wrong("The most: it may be that nobody is on both lists.", "M5", score)
        if assumed.score < 1:
            return self.wrong(assumed.feedback, assumed.misconception or "M5", score)
        return self.right(assumed.feedback)

    def controls(self) -> list[Control]:
        """Return two numbers and a group of check boxes."""
        [assume] = super().controls()
        return [
            Control("low", "number", "The fewest different people"),
            Control("high", "number", "The most different people"),
            assume._replace(id="assume", label="What must you assume to print this number?"),
        ]

    def exhibits(self) -> list[tuple[str, str]]:
        """Return the two lists, and how many people are known to be on both."""
        told = self.fields
        known = "not known" if told.overlap is None else str(told.overlap)
        return [("One list", told.first), ("The other", told.second), ("On both", known)]

    def solution(self) -> str:
        """Return the bounds and the assumptions in words."""
        return f"at least {self.union.low}, at most {self.union.high}; to assume: {super().solution()}"

    def said(self, answer: Any) -> str:
        """Return the bounds and the assumptions that were given."""
        return f"{answer['low']} to {answer['high']}; {super().said(answer['assume'])}"

    def conditions(self, answer: Any) -> list[str]:
        """Return the conditions of assumptions that are needed only under one."""
        return super().conditions(answer["assume"])


def _whole(value: object) -> int:
    text = written(value)
    if not is_whole(text):
        raise ValueError(f"{value!r:.60} is not a whole number; write the fewest and the most in digits")
    return int(text)
