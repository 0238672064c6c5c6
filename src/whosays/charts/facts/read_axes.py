"""How the axes of a panel are to be read: which one counts, what it says, what the other one names."""

import re
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.category import StrCategoryLocator
from matplotlib.container import BarContainer
from matplotlib.dates import get_epoch
from matplotlib.ticker import FixedLocator

from whosays.charts.facts.sight import ticks


def lies(ax: Axes) -> bool:
    """Say whether values are read on the x axis of *ax*: its bars lie, or its y axis names things."""
    bars = [each.orientation for each in ax.containers if isinstance(each, BarContainer)]
    return "horizontal" in bars if bars else names_things(ax.yaxis) and not names_things(ax.xaxis)


def names_things(axis: Axis) -> bool:
    """Say whether *axis* names days or things; ticks that hold their own place, "20 people" at 20, count."""
    if not isinstance(axis.get_major_locator(), FixedLocator | StrCategoryLocator):
        return is_dated(axis)
    places = [f"{place:g}" for place in axis.get_majorticklocs()]
    # Without what sets thousands apart, and without the commands of mathematical text.
    texts = [re.sub(r"(?<=\d)[,. ](?=\d)|\\\w+", "", tick.get_text()) for tick in axis.get_majorticklabels()]
    told = [(place, words) for place, words in zip(places, texts, strict=False) if words]
    counts = all(place in re.findall(r"\d+", words) for place, words in told)
    return not counts and all(re.search(r"[^\W\d_]", words) for _, words in told)


def is_dated(axis: Axis) -> bool:
    """Say whether *axis* holds moments."""
    return any("Date" in type(part).__name__ for part in (axis.get_major_formatter(), axis.get_converter()))


def label(ax: Axes, name: str) -> str:
    """Return the label of the axis *name* of *ax*, or else of an axis it shares, or of its figure."""
    shared = getattr(ax, f"get_shared_{name}_axes")().get_siblings(ax)
    found = [str(getattr(each, f"get_{name}label")()) for each in [ax, *shared]]
    return next((words for words in found if words), str(getattr(ax.get_figure(), f"get_sup{name}label")()))


def view(axis: Axis) -> dict[str, Any]:
    """Return from where to where *axis* runs, and on which scale."""
    low, high = axis.get_view_interval()
    return {"low": short(low), "high": short(high), "scale": axis.get_scale()}


class Places:
    """Read places on the axis that does not count: as moments, or as the names that stand there."""

    def __init__(self, ax: Axes, lying: bool) -> None:
        """Read the axis of *ax* across from its values, or one that it shares and that has the words."""
        own = ax.yaxis if lying else ax.xaxis
        name = "y" if lying else "x"
        shared = getattr(ax, f"get_shared_{name}_axes")().get_siblings(ax)
        self.axis, self.dated = own, is_dated(own)
        told: dict[float, str] = {}
        for each in [ax, *shared]:
            ground = each.get_facecolor()
            found = [] if self.dated else list(ticks(each.yaxis if lying else each.xaxis, ground))
            told = told or {place: words for place, words, seen in found if seen}
        self.told = {place: words for place, words in told.items() if re.search(r"[^\W\d_]|\d\D\d", words)}
        gaps = np.diff(sorted(self.told))
        self.near = float(gaps.min()) / 2 if len(gaps) else 0.5

    def at(self, places: Any) -> list[float]:
        """Return *places* as numbers; moments are days since 1970."""
        try:
            held = _as_numbers(self.axis, places)
            numbers: Any = np.ma.filled(np.ma.asarray(held, dtype=float).ravel(), np.nan)
        except (TypeError, ValueError):
            return []
        if self.dated:
            numbers = numbers + epoch()
        return [float(number) for number in numbers]

    def names(self, places: list[float]) -> list[str]:
        """Return the words that stand at each of *places*; empty where there are none."""
        return [self._name(place) for place in places]

    def _name(self, place: float) -> str:
        if not self.told or not np.isfinite(place):
            return ""
        nearest = min(self.told, key=lambda tick: abs(tick - place))
        return self.told[nearest] if abs(nearest - place) < self.near else ""


def _as_numbers(axis: Any, places: Any) -> Any:
    """Return *places* on *axis*, moments or names, as the numbers at which they stand."""
    return axis.convert_units(places)


def epoch() -> float:
    """Return the day from which matplotlib counts, in days since 1970."""
    start = datetime.fromisoformat(get_epoch())  # type: ignore[no-untyped-call]
    return (start - datetime(1970, 1, 1)) / timedelta(days=1)


def short(number: float) -> float:
    """Return *number* to ten digits, more than any figure of people has."""
    return float(f"{number:.10g}")
