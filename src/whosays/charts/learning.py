"""What a reader's answers show: two plain bars for a test, and confidence held against being right."""

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes

from whosays.charts import style

_BARS = (("weak claims stopped", style.COLOURS[0], ""), ("sound claims kept", style.COLOURS[2], "///"))


def two_bars(tallies: Mapping[str, tuple[int, int, int, int]], ax: Axes | None = None) -> Axes:
    """Draw for each test the share of weak claims that were stopped, and of sound claims that were kept.

    *tallies* maps the name of a test to a Tally: hits, weak claims, false alarms, sound claims. A test
    without answers keeps its place and says so. Raises ValueError where there is no test.
    """
    if not tallies:
        raise ValueError("there is no test to draw; give a mapping such as {'Before': tally(rows)}")
    rows = [row for name, counts in tallies.items() for row in _rows(name, counts)]
    ax = style.canvas(ax, 1.3 + 0.85 * len(tallies))
    places = [test * 2.6 + bar for test in range(len(tallies)) for bar in (0, 1)]
    for place, (_, _, count, asked), (_, colour, hatch) in zip(
        places, rows, _BARS * len(tallies), strict=True
    ):
        length = 100 * count / asked if asked else 0
        ax.barh(place, length, height=0.72, color=colour, alpha=0.45, edgecolor=colour, hatch=hatch)
        ax.annotate(
            _said(count, asked), (length, place), xytext=(5, 0), textcoords="offset points",
            va="center", fontsize=style.SMALL, color=style.INK,
        )  # fmt: skip
    labels = [f"{test}: {claims}" for test, claims, _, _ in rows]
    ax.set_yticks(places, [style.wrap(label, 40) for label in labels], fontsize=style.SMALL)
    ax.set(xlim=(0, 118), ylim=(places[-1] + 0.7, -0.7), xticks=range(0, 120, 20))
    ax.set_xlabel("Share of the claims of this kind (per cent)", fontsize=style.TEXT, color=style.INK)
    style.title(ax, "Two bars: a reader who doubts everything fills only the first")
    items = [
        f"{label}, {_said(count, asked)}" for label, (_, _, count, asked) in zip(labels, rows, strict=True)
    ]
    first = (
        "Bars from zero: for each test the weak claims stopped and the sound claims kept, first answers only."
    )
    last = (
        "Both bars count: stopping everything fills the first and empties the second. With eight claims of "
        "each kind, a difference of one or two claims may be chance."
    )
    data = pd.DataFrame(rows, columns=["test", "claims", "count", "asked"])
    style.tell(ax, style.alt(first, items, last), data)
    return ax


def calibration_curve(levels: Sequence[tuple[int, int, int]], ax: Axes | None = None) -> Axes:
    """Draw the share of right answers at each level of confidence, and the line of being as right as sure.

    *levels* are rows of calibration_table(): confidence in per cent, answers, right. Without any, the line
    stands alone and the figure says that there are no answers yet.
    """
    data = pd.DataFrame(list(levels), columns=["confidence", "answers", "right"])
    ax = style.canvas(ax, 3.8)
    ax.plot([50, 100], [50, 100], color=style.GREY, linewidth=1.2, linestyle=style.DASHES[1])
    ax.annotate("as right as sure", (98, 99), xytext=(0, 6), textcoords="offset points", ha="right",
                fontsize=style.SMALL, color=style.GREY)  # fmt: skip
    for sure, answers, right in levels:
        share = 100 * right / answers
        ax.plot([sure], [share], "o", color=style.COLOURS[0], markersize=7, clip_on=False, zorder=3)
        below = share <= sure
        ax.annotate(
            _said(right, answers), (sure, share), xytext=(7, -11) if below else (-7, 7),
            textcoords="offset points", ha="left" if below else "right", color=style.INK,
            fontsize=style.SMALL,
        )  # fmt: skip
    if data.empty:
        ax.text(75, 30, "no answers yet", ha="center", fontsize=style.TEXT, color=style.INK)
    ax.set(xlim=(47, 106), ylim=(-8, 112), xticks=range(50, 110, 10), yticks=range(0, 120, 20))
    ax.set_xlabel("How sure the reader was (per cent)", fontsize=style.TEXT, color=style.INK)
    ax.set_ylabel("Answers that were right\n(per cent)", fontsize=style.TEXT, color=style.INK)
    style.title(ax, "Below the line: surer than right. Above it: more often right than thought")
    items = [f"at {sure} per cent sure, {_said(right, answers)} right" for sure, answers, right in levels]
    first = (
        "Dots: the share of first answers that were right, "
        "by how sure the reader was, from 50 to 100 per cent."
    )
    last = (
        "A dashed line marks being as right as sure; dots below it are answers given too surely. "
        "A dot of few answers moves far with one more."
    )
    style.tell(ax, style.alt(first, items or ["no answers yet"], last), data)
    return ax


def _rows(test: str, counts: tuple[int, int, int, int]) -> list[tuple[str, str, int, int]]:
    """Return test, kind of claims, how many were decided rightly, and how many were asked, for both bars."""
    hits, weak, alarms, sound = counts
    numbers = ((hits, weak), (sound - alarms, sound))
    return [(test, claims, *pair) for (claims, _, _), pair in zip(_BARS, numbers, strict=True)]


def _said(count: int, asked: int) -> str:
    return f"{count} of {asked}" if asked else "no answers yet"
