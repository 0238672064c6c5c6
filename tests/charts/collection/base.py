"""What charts of the collection have in common: how they are kept, plain honest charts, and their texts."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

from whosays.charts.shown import describe

KYRGYZ, TAJIK = "Kyrgyz Health Ministry", "Tajik Foreign Ministry"
TIMES = [
    datetime(2022, 9, 17, 3, 13), datetime(2022, 9, 18, 10), datetime(2022, 9, 18, 19, 30), datetime(2022, 9, 18, 22, 30),
]  # fmt: skip
TAJIK_TIMES = [datetime(2022, 9, 18, 19, 30), datetime(2022, 9, 19, 12)]

ALT_59_35 = (
    "Two vertical bars starting at zero. The Kyrgyz Health Ministry reported 59 deaths in its bulletin of 22:30 on "
    "18 September 2022; the Tajik Foreign Ministry reported 35 deaths the same evening. Each ministry counts its own "
    "side, neither figure was checked independently, and people may be missing from both."
)
ALT_STEPS = (
    "A step line of the deaths that the Kyrgyz Health Ministry had reported up to each bulletin: 24 early on "
    "17 September 2022, 36 at 10:00 on 18 September, 46 at 19:30 and 59 at 22:30. Between bulletins nobody gave a "
    "figure, so the line stays level; it counts bodies received, not the day on which people died."
)


class Entry(NamedTuple):
    """Hold a chart of the collection: its name, how it is made, whether it is honest, and why."""

    name: str
    make: Callable[[Any], Figure]
    honest: bool
    kind: str
    case: str
    why: str


CHARTS: list[Entry] = []


def chart(honest: bool, kind: str, why: str, case: str = "kyrgyz_tajik_2022") -> Callable[[Any], Any]:
    """Keep a function that draws a figure from a case as a chart of the collection."""

    def keep(make: Any) -> Any:
        CHARTS.append(Entry(make.__name__, make, honest, kind, case, why))
        return make

    return keep


def bars(
    title="Deaths as reported by 18 September 2022", names=(KYRGYZ, TAJIK), values=(59, 35), alt=ALT_59_35
):
    """Draw two honest bars; return figure and axes, to be made worse or otherwise."""
    fig, ax = plt.subplots()
    ax.bar(list(names), list(values), color="0.6")
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title(title)
    describe(fig, alt)
    return fig, ax


def steps(title="Deaths as reported, 17 to 18 September 2022", alt=ALT_STEPS):
    """Draw one honest line; return figure and axes, to be made worse or otherwise."""
    fig, ax = plt.subplots(figsize=(8, 4))
    ax.step(TIMES, [24, 36, 46, 59], where="post", color="k", marker="o", label=KYRGYZ)
    ax.set_ylim(0, 70)
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title(title)
    ax.legend(loc="upper left")
    describe(fig, alt)
    return fig, ax
