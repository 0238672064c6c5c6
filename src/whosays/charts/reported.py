"""Reported figures in words and marks: a floor never looks, or reads, like an exact number."""

from typing import Any, NamedTuple

import pandas as pd
from matplotlib.lines import Line2D

from whosays.charts import style
from whosays.charts.contract.counts import counted_part

REPORT_COLUMNS = (
    "source_name", "relay_name", "side", "measure", "value", "qualifier", "low", "high",
    "reported", "reported_at", "event_through",
)  # fmt: skip


class Glyph(NamedTuple):
    """Hold how a kind of figure is drawn (marks on an upright and a lying axis, filled or open) and read."""

    upright: str | None
    lying: str | None
    filled: bool
    meaning: str


# A mark of None is the mark of the series.
GLYPHS = {
    "exact": Glyph(None, None, True, "one number, given as exact"),
    "floor": Glyph("^", ">", False, "at least this many: a floor"),
    "ceiling": Glyph("v", "<", False, "at most this many: a ceiling"),
    "about": Glyph("o", "o", False, "about this many"),
    "none": Glyph("x", "x", True, "a report that gives no figure"),
}


def bound(report: Any) -> str:
    """Return which of GLYPHS a row of reports calls for."""
    if pd.isna(report.value):
        return "none"
    if report.qualifier == "about":
        return "about"
    if pd.isna(report.high):
        return "floor"
    return "ceiling" if pd.isna(report.low) else "exact"


def words(report: Any) -> str:
    """Return the figure of a row of reports as it was printed: "at least 20", "about 30", "no figure"."""
    if pd.isna(report.value):
        return "no figure"
    number = f"{int(report.value):,}"
    if report.qualifier != "exact":
        number = f"{report.qualifier.replace('_', ' ')} {number}"
    part = counted_part({"counted": getattr(report, "counted", ""), "measure": report.measure})
    return f"{number} ({part})" if part else number


def place(report: Any) -> float:
    """Return where the figure of a row of reports stands on its axis; a report without one stands at zero."""
    return 0.0 if pd.isna(report.value) else float(report.value)


def measured(measure: str) -> str:
    """Return the name of a *measure* as the words of an axis: what was reported, and its unit."""
    return f"{measure.replace('_', ' ').capitalize()} reported (people)"


def side_words(reports: pd.DataFrame) -> str:
    """Return the side of the first of *reports* in words; its code where the case has no name for it."""
    return str(reports.get("side_name", reports["side"]).iloc[0]).replace("both", "both sides")


def day(moment: pd.Timestamp) -> str:
    """Return the day of *moment* as a reader would write it."""
    return f"{moment.day} {moment:%b %Y}"


def mark(kind: str, own: str, colour: str, lying: bool = False) -> dict[str, Any]:
    """Return the marker settings for a figure of *kind* in a series with its *own* mark and *colour*."""
    glyph = GLYPHS[kind]
    shape = (glyph.lying if lying else glyph.upright) or own
    face = colour if glyph.filled else "white"
    return {
        "marker": shape, "markersize": 7.5, "markerfacecolor": face, "markeredgecolor": colour,
        "markeredgewidth": 1.6, "linestyle": "none",
    }  # fmt: skip


def keys(reports: pd.DataFrame, lying: bool = False) -> list[Line2D]:
    """Return a key entry for every kind of figure among *reports*."""
    found = {bound(report) for report in reports.itertuples()}
    return [
        Line2D([], [], **mark(kind, "o", style.GREY, lying), label=glyph.meaning)
        for kind, glyph in GLYPHS.items()
        if kind in found
    ]


def span(reports: pd.DataFrame) -> str:
    """Return a sentence with the lowest and the highest figure of *reports*, or an empty string."""
    known = reports["value"].dropna()
    return f"Values run from {known.min():,} to {known.max():,}. " if len(known) else ""
