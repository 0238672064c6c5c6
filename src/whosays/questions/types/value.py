"""Work a number out with code; it is kept as the code made it."""

import re
from dataclasses import dataclass
from math import isfinite
from numbers import Real
from typing import Any

from whosays.questions.fields import Fields
from whosays.questions.question import Control, Question, Result

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


@dataclass(frozen=True)
class WrongNumber:
    """Hold a known wrong number, and *why* it is wrong."""

    value: float
    why: str
    misconception: str | None = None


@dataclass(frozen=True, kw_only=True)
class ValueFields(Fields):
    """Hold the number asked for, and the known wrong ones."""

    value: float
    wrong: tuple[WrongNumber, ...] = ()


class Value(Question):
    """Give one number, worked out by hand or by code.

    The key is ``value``; ``[[question.wrong]]`` explains known wrong ones. An answer is a number, or digits
    in a text.
    """

    fields: ValueFields
    type = "value"

    def read(self, answer: object) -> float:
        """Return *answer* as a number. Raises ValueError for anything else."""
        return number(answer)

    def mark(self, answer: float) -> Result:
        """Return 1 for the number asked for and 0 for any other."""
        if answer == self.fields.value:
            return self.right()
        for wrong in self.fields.wrong:
            if answer == wrong.value:
                return self.wrong(wrong.why, wrong.misconception)
        return self.wrong()

    def controls(self) -> list[Control]:
        """Return one number."""
        return [Control("answer", "number", "Your number")]

    def solution(self) -> str:
        """Return the number."""
        return f"{self.fields.value:g}"

    def said(self, answer: Any) -> str:
        """Return the number that was given."""
        return f"{answer:g}"


def number(answer: object) -> float:
    """Return *answer*, a number or digits in a text; ValueError, with what to do, for anything else."""
    given = _THOUSANDS.sub("", answer.strip()) if isinstance(answer, str) else answer
    try:
        if isinstance(given, Real | str) and not isinstance(given, bool):
            read = float(given)
            if isfinite(read):
                return read
    except (ValueError, OverflowError):
        pass
    ends = "; a Toll has two ends, so give one: .low or .high" if str(answer).startswith("Toll(") else ""
    raise ValueError(f"{str(answer)[:60]!r} is not a number{ends or '; write it in digits'}")
