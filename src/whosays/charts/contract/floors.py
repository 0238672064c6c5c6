"""The clause on bounds: a floor or a ceiling neither looks nor reads like a plain figure."""

import re
from collections.abc import Iterator

from whosays.case.rows import Row
from whosays.charts.contract.breach import Breach
from whosays.charts.contract.drawn_values import Value, told
from whosays.charts.contract.resolve import Reading
from whosays.charts.contract.words import any_of, finder

_WORDS = any_of("bounds")
_BOUND = re.compile(
    rf"(?<!\w){_WORDS}(?!\w)|\d\s*\+|\(an arrow\)|[↑→⇡▲↓]|\bbounds?\b|\branges?\b", re.I
)  # fmt: skip
_ABOUT = finder("approximate")
BOUND_NUMBER = re.compile(rf"(?<!\w){_WORDS}\s+(?P<number>\d[\d,]*)", re.I)


def bound(reading: Reading) -> Iterator[Breach]:
    """Find a floor or a ceiling that is drawn, and read, like a plain figure."""
    marked = [value for value in reading.values if value.bound]
    for value in reading.values:
        bounds = _bounds(value, reading)
        if not bounds or value.bound or any(_is_at(value, one) for one in marked):
            continue
        if not _is_said(value, reading):
            words = f"{bounds[0]['qualifier'].replace('_', ' ')} {told(bounds[0]['value'])}"
            message = f"{value} was reported as “{words}”, and is drawn like a plain figure."
            yield Breach("floor", message, _remedy(value, reading, bounds[0], words))


def approximate(reading: Reading) -> Iterator[Breach]:
    """Find an approximate figure that is drawn, and read, like an exact one; a hollow mark will do."""
    hollow = [value for value in reading.values if value.is_open]
    for value in reading.values:
        rows = reading.matches(value)
        about = bool(rows) and all(row["qualifier"] == "about" for row in rows)
        if not about or not reading.panel["place"] or any(_is_at(value, mark) for mark in hollow):
            continue
        near = rf"{any_of('approximate')}\s*{re.escape(str(value))}(?!\d)"
        if not value.is_open and not _ABOUT.search(value.words) and not re.search(near, reading.words, re.I):
            words = f"about {told(rows[0]['value'])}"
            message = f"{value} was reported as “{words}”, and is drawn like an exact figure."
            remedy = f'ax.bar_label(ax.containers[0], ["{words}", ...])'
            yield Breach(
                "floor", message, remedy if value.bars else 'ax.plot(x, y, "o", markerfacecolor="white")'
            )


def drawn_bounds(readings: list[Reading]) -> list[Value]:
    """Return the values on all panels that were reported as a floor or a ceiling, however they are drawn.

    A database's low and high are named as such, and stand in its own words.
    """
    found = [(value, _bounds(value, reading)) for reading in readings for value in reading.values]
    return [value for value, rows in found if rows and rows[0]["qualifier"] not in ("low", "high")]


def is_bound_said(words: str) -> bool:
    """Say whether any of *words* makes a number a floor or a ceiling."""
    return _BOUND.search(words) is not None


def _bounds(value: Value, reading: Reading) -> list[Row]:
    """Return the rows of *value* where all of them are floors or ceilings; none where one is exact."""
    rows = reading.matches(value)
    bounds = [row for row in rows if row["low"] is None or row["high"] is None]
    return bounds if len(bounds) == len(rows) and not value.is_range else []


def _is_at(value: Value, mark: Value) -> bool:
    """Say whether *mark*, an arrow or the like, stands at *value*."""
    if value.number != mark.number or value.span is None or mark.span is None:
        return value.number == mark.number and value.words == mark.words
    return mark.span[0] <= value.span[1] and value.span[0] <= mark.span[1]


def _is_said(value: Value, reading: Reading) -> bool:
    """Say whether words beside *value*, or words that hold for all values of the chart, make it a bound."""
    figure = re.escape(str(value))
    before = rf"between [\d,]+ and {figure}|(?<!\w){_WORDS}\s+{figure}(?!\d)"
    number = re.compile(rf"{before}|(?<!\d){figure}\s*(?:\+|or more)", re.I)
    if _BOUND.search(value.words) or number.search(reading.words):
        return True
    # "Minimum figures", "at least" on the axis: for every value; "at least 5" in a title: for the 5 alone.
    general = (BOUND_NUMBER.sub(" ", words) for words in reading.titles)
    return any(_BOUND.search(words) for words in general)


def _remedy(value: Value, reading: Reading, row: Row, words: str) -> str:
    """Return a line of code that draws *value* as the bound it is, or writes it at its bar."""
    if value.bars:
        return f'ax.bar_label(ax.containers[0], ["{words}", ...])'
    limit = "uplims" if row["low"] is None else "lolims"
    axis, sign = ("x", "x" + limit) if reading.panel["lying"] else ("y", limit)
    return f"ax.errorbar(x, y, {axis}err=5, {sign}=True)"
