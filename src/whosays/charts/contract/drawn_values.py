"""Values as they are drawn, with the words that stand at them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from whosays.case.rows import Row


class Said(NamedTuple):
    """Hold what the words near a value say: who, what is counted, of which days."""

    sources: frozenset[str]
    near: bool  # the sources are named beside the value, not somewhere on the chart
    families: frozenset[str]
    parts: frozenset[str]
    deadline: date | None  # nothing later is in the figure
    as_of: date | None  # and nothing earlier that was replaced by then
    side: str


@dataclass(frozen=True)
class Value:
    """Hold one value that is drawn, *numbers* it may stand for, the words about it, and where it stands.

    *number* is what the axis says there. *span* is from when to when it is drawn, in days since 1970; None
    where the axis is not one of days. *said* is told by words beside it and in the panel.
    """

    number: float
    numbers: tuple[float, ...]
    words: str
    said: Said
    span: tuple[float, float] | None
    bars: bool
    bound: bool
    is_range: bool  # an end of a range
    is_open: bool  # a hollow mark

    def __str__(self) -> str:
        """Return the number as people write it."""
        return told(self.number)


def told(number: float) -> str:
    """Return *number* as people write it, with commas between thousands."""
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,.4g}"


def is_figure(row: Row, number: float, scale: int = 1) -> bool:
    """Say whether *number*, of steps of *scale*, is the figure of *row* as printed, or its bound."""
    known = {float(row[name]) for name in ("value", "low", "high") if row.get(name) is not None}
    if scale == 1:
        return number in known
    return any(
        number in (held / scale, round(held / scale), round(held / scale, 1), held // scale) for held in known
    )


class Level(NamedTuple):
    """Hold a height that a series holds: its number, where it starts, from when to when, the words there."""

    number: float
    start: float
    span: tuple[float, float] | None
    near: list[str]


def levels(one: dict[str, Any], dated: bool) -> Iterator[Level]:
    """Return the levels of the series *one*: each height that a line holds, or else each value."""
    values = one["values"]
    starts, at = one["starts"] or [0.0] * len(values), one["at"]
    names, notes = (one[part] or [""] * len(values) for part in ("names", "notes"))
    for first, last in _held(values, one["form"] in ("steps", "line", "early")):
        span = (min(at[first], at[last]), max(at[first], at[last])) if at and dated else None
        yield Level(
            values[first], starts[first], span, [names[first], *notes[first : last + 1], *one["called"]]
        )


def _held(values: list[float], joined: bool) -> Iterator[tuple[int, int]]:
    """Return where each level of *values* begins and ends; each value by itself where no line joins them."""
    first = 0
    for index in range(1, len(values) + 1):
        if index == len(values) or not joined or values[index] != values[first]:
            yield first, index - 1
            first = index
