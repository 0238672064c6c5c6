"""Two lists of people, and how many different people they can hold."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from whosays.charts import ranges, style
from whosays.toll import Toll

_LISTS, _BOTH = (style.COLOURS[0], style.COLOURS[2]), style.COLOURS[5]


def sum_with_overlap(
    first: Toll,
    second: Toll,
    labels: tuple[str, str] = ("First list", "Second list"),
    overlap: int | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw two lists of people as bars from zero, and under them the bounds of the different people on both.

    *overlap* is how many people stand on both lists, drawn hatched; None means that it is not known. The words
    above the chart say what is assumed. A bar ends at the low bound; a pale piece runs on to a high bound, an
    arrow where there is none. Raises ValueError, from Toll.union_with, for an overlap that cannot be.
    """
    union = first.union_with(second, overlap)
    if ax is None:
        figure = Figure(figsize=(style.WIDTH, 2.9), facecolor="white")  # fixed margins: quick behind a slider
        figure.subplots_adjust(left=0.2, right=0.8, bottom=0.2, top=0.76)
        ax = figure.add_subplot()
    style.canvas(ax, 0)
    ax.set_xlim(0, max(1, _most(first) + _most(second)) * 1.08)
    for row, (toll, colour) in enumerate(zip((first, second), _LISTS, strict=True)):
        _bar(ax, toll, row, colour)
        _shared(ax, overlap or 0, row)
    ranges.draw(ax, union, 2, _BOTH)
    names = [*labels, "Different people"]
    ax.set_yticks(range(3), [style.wrap(name, 18) for name in names], fontsize=style.SMALL)
    for row, toll in enumerate((first, second, union)):
        ax.text(1.03, row, style.wrap(str(toll), 22), transform=ax.get_yaxis_transform(), va="center",
                fontsize=style.SMALL, color=style.INK)  # fmt: skip
    ax.set_ylim(2.6, -0.6)
    ranges.frame(ax, "Reported (people)")
    style.title(ax, _assumption(union, overlap))
    style.tell(
        ax, _alt((first, second, union), labels, overlap), _table((first, second, union), names, overlap)
    )
    return ax


def _most(toll: Toll) -> int:
    return max(bound for bound in (toll.low, toll.high, 0) if bound is not None)


def _bar(ax: Axes, toll: Toll, row: int, colour: str) -> None:
    """Draw a list from zero to its low bound, pale on to its high bound."""
    low = toll.low or 0
    ax.barh(row, low, height=0.56, color=colour, alpha=0.55, edgecolor=colour, linewidth=1.2)
    if toll.high is not None and toll.high > low:
        ax.barh(row, toll.high, height=0.56, color=colour, alpha=0.2, edgecolor=colour, ls="--", zorder=0.9)
    if toll.high is None and toll.low is not None:
        ax.plot([low, ax.get_xlim()[1]], [row, row], color=colour, linewidth=1.6)
        ax.plot([ax.get_xlim()[1]], [row], ">", color=colour, markersize=8, clip_on=False)


def _shared(ax: Axes, overlap: int, row: int) -> None:
    """Hatch the *overlap* people who stand on both lists."""
    if overlap:
        ax.barh(row, overlap, height=0.56, facecolor="none", edgecolor=style.INK, hatch="////", linewidth=1)


def _assumption(union: Toll, overlap: int | None) -> str:
    if overlap is None:
        return (
            "Assumed: nothing. How many people stand on both lists is not known.\n"
            f"Different people: {union}, from one list inside the other to nobody on both."
        )
    if overlap == 0:
        return f"Assumed: nobody stands on both lists.\nThen the different people are {union}: the sum."
    people = "1 person stands" if overlap == 1 else f"{overlap:,} people stand"
    return f"Assumed: {people} on both lists (hatched).\nThen the different people are {union}."


def _table(tolls: tuple[Toll, ...], names: list[str], overlap: int | None) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "label": names,
            "low": pd.array([toll.low for toll in tolls], dtype="Int64"),
            "high": pd.array([toll.high for toll in tolls], dtype="Int64"),
            "in words": [str(toll) for toll in tolls],
            "on both lists": ["not known" if overlap is None else f"{overlap:,}"] * len(tolls),
        }
    )


def _alt(tolls: tuple[Toll, ...], labels: tuple[str, str], overlap: int | None) -> str:
    return style.alt(
        "Two bars from zero, in reported people, and a line under them for the different people on both lists.",
        [f"{label}: {toll}" for label, toll in zip(labels, tolls, strict=False)],
        f"{' '.join(_assumption(tolls[2], overlap).split())} "
        "The chart adds no evidence: only a comparison of names could show who is on both lists.",
    )
