"""Figures by source: who gave which figures, and through whom we have them."""

from itertools import accumulate
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from whosays.case.times import read
from whosays.charts import reported, style

_RELAYS = 3
_NO_FIGURE = -0.015  # of the width


def reports_by_source(reports: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw the figures of one measure as dots, one row per source and side.

    *reports* are rows of Case.reports, with or without a day. Sides stand in alphabetical order, within
    a side the source with the highest figure first and those without a figure last; each side has its own
    mark and is written out. Beside a row stand its figures in order of report, and who relayed them.
    Raises ValueError for rows of several measures, or without the needed columns.
    """
    style.need(reports, reported.REPORT_COLUMNS, "reports")
    measure = style.one(reports, "measure")
    rows = _rows(reports)
    sides = sorted(reports["side"].unique())
    words = [(_name(group), _beside(group)) for group in rows]
    heights = [max(text.count("\n") for text in pair) + 1.7 for pair in words]
    bottoms = list(accumulate(heights))
    centres = [bottom - height / 2 for bottom, height in zip(bottoms, heights, strict=True)]
    ax = style.canvas(ax, 1.7 + 0.165 * bottoms[-1])
    for group, centre, (_, text) in zip(rows, centres, words, strict=True):
        _row(ax, group, centre, _look(sides, group["side"].iloc[0]))
        ax.text(
            1.03, centre, text, transform=ax.get_yaxis_transform(), fontsize=style.SMALL, color=style.INK,
            va="center", linespacing=1.2,
        )  # fmt: skip
    ax.set_yticks(centres, [name for name, _ in words], fontsize=style.SMALL)
    ax.set_ylim(bottoms[-1], 0)
    _frame(ax, reports, measure, sides)
    style.tell(ax, _alt(reports, rows, measure), reports)
    return ax


def _row(ax: Axes, group: pd.DataFrame, centre: float, look: tuple[str, str]) -> None:
    """Draw the figures of one source about one side on a thin line."""
    ax.axhline(centre, color=style.GRID, linewidth=0.8, zorder=0)
    report: Any
    for report in group.itertuples():
        kind = reported.bound(report)
        settings = reported.mark(kind, *look, lying=True)
        if kind == "none":  # left of zero: a place on the page and none on the scale
            ax.plot([_NO_FIGURE], [centre], transform=ax.get_yaxis_transform(), **settings, clip_on=False)
        else:
            ax.plot([report.value], [centre], **settings, clip_on=False)


def _rows(reports: pd.DataFrame) -> list[pd.DataFrame]:
    """Return the reports of each source about each side, in the order in which they are drawn."""
    ordered = reports.sort_values("reported", kind="stable")
    groups = [group for _, group in ordered.groupby(["side", "source_name"])]

    def place(group: pd.DataFrame) -> tuple[str, float, str]:
        highest = group["value"].max()
        return group["side"].iloc[0], 1 if pd.isna(highest) else -float(highest), group["source_name"].iloc[0]

    return sorted(groups, key=place)


def _name(group: pd.DataFrame) -> str:
    side = reported.side_words(group)
    return style.wrap(f"{group['source_name'].iloc[0]}, {side}", 30)


def _beside(group: pd.DataFrame) -> str:
    """Return the figures of a row in order of report, and under them who passed them on."""
    printed = ", ".join(dict.fromkeys(reported.words(report) for report in group.itertuples()))
    relays = list(
        dict.fromkeys(name for name in group["carrier_name"] if name not in set(group["source_name"]))
    )
    shown = relays[:_RELAYS]
    others = len(relays) - _RELAYS
    more = [f"{others} {'other' if others == 1 else 'others'}"] if others > 0 else []
    through = f"\n{style.wrap('through ' + ', '.join([*shown, *more]), 32)}" if relays else ""
    return style.wrap(printed, 32) + through


def _look(sides: list[str], side: str) -> tuple[str, str]:
    number = sides.index(side)
    return style.MARKS[number % len(style.MARKS)], style.COLOURS[(0, 2, 5, 1)[number % 4]]


def _frame(ax: Axes, reports: pd.DataFrame, measure: str, sides: list[str]) -> None:
    """Set axes, title and key: zero at the left, the unit, the day of the last report."""
    ax.tick_params(axis="y", length=0, pad=18)  # room for the mark left of zero
    ax.spines["left"].set_visible(False)
    highest = reports["value"].max()
    ax.set_xlim(0, 1 if pd.isna(highest) else max(1, float(highest) * 1.06))
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
    ax.set_xlabel(reported.measured(measure), fontsize=style.TEXT, color=style.INK)
    style.title(ax, f"{reported.measured(measure).removesuffix(' (people)')}, by source{_as_of(reports)}")
    keys = [_side_key(sides, reports[reports["side"] == side]) for side in sides]
    style.key(ax, keys + reported.keys(reports, lying=True), below=0.55)


def _side_key(sides: list[str], theirs: pd.DataFrame) -> Line2D:
    mark, colour = _look(sides, theirs["side"].iloc[0])
    return Line2D(
        [], [], **reported.mark("exact", mark, colour), label=f"about {reported.side_words(theirs)}"
    )


def _as_of(reports: pd.DataFrame) -> str:
    """Return as of when *reports* are, as fine as the time of the last one is known."""
    times = [(time.last, moment) for moment in reports["reported_at"] if (time := read(moment))]
    if not times:
        return ", days not known"
    last, moment = max(times)
    if len(moment) < len("YYYY-MM-DD"):
        return f", as of {moment if len(moment) == len('YYYY') else f'{last:%b %Y}'}"
    return f", as of {reported.day(pd.Timestamp(last))}"


def _alt(reports: pd.DataFrame, rows: list[pd.DataFrame], measure: str) -> str:
    items = [
        f"{group['source_name'].iloc[0]} about {reported.side_words(group)}, "
        + ", ".join(dict.fromkeys(reported.words(report) for report in group.itertuples()))
        for group in rows
    ]
    return style.alt(
        f"Dots: {reported.measured(measure)}, {len(reports)} reports by source and side{_as_of(reports)}. "
        f"{reported.span(reports)}By source:",
        items,
        "The sources differ in whom they count and when; the dots are reports, not counts of one thing.",
    )
