"""Figures over time: who had reported what, by when."""

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, date2num, num2date
from matplotlib.lines import Line2D
from matplotlib.text import Annotation
from matplotlib.ticker import FuncFormatter, MaxNLocator

from whosays.charts import labels, reported, style

Look = tuple[str, str, Any]
_STRIP = 0.14  # height of the strip for reports without a figure, as a share of the axis above it
_NO_FIGURE = _STRIP / 2 / (1 + _STRIP)  # the middle of that strip, as a share of the whole height
_NEAR = [(7, -3), (7, 8), (7, -14), (-7, 8), (-7, -14), (12, 18), (12, -24)]


def reports_over_time(reports: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw the figures of one measure about one side by the time of report, as one step line per source.

    *reports* are rows of Case.reports. A line holds a source's figure until its next report replaces it; it
    stops where reports of one day differ and give no hour, since their order is not known, and at a report
    without a figure, whose mark stands in a strip below zero. A dotted whisker leads back to the end of the
    last day a figure can cover. Times are UTC.
    Raises ValueError for rows of several measures or sides, without a day, or without the needed columns.
    """
    style.need(reports, reported.REPORT_COLUMNS, "reports")
    style.one(reports, "measure")
    style.one(reports, "side")
    dated = reports[reports["reported"].notna()].sort_values(["reported", "event_through"], kind="stable")
    if dated.empty:
        raise ValueError("none of these reports has a day; draw them with reports_by_source instead")
    names = sorted(dated["source_name"].unique(), key=str.casefold)
    by_source = [dated[dated["source_name"] == name] for name in names]
    looks = [_look(number) for number in range(len(names))]
    lasts = [rows.iloc[-1] for rows in by_source]
    lines = sum(_end_words(last).count("\n") + 1.4 for last in lasts)
    ax = style.canvas(ax, max(4.6, 2 + 0.18 * lines))
    nears = [_source(ax, rows, look) for rows, look in zip(by_source, looks, strict=True)]
    _frame(ax, dated, len(reports) - len(dated))
    ends = [_end(ax, last) for last in lasts]
    labels.column(ax, ends)
    for end, last, look in zip(ends, lasts, looks, strict=True):
        _lead(ax, end, last, look)
    labels.beside(ax, [label for some in nears for label in some], _NEAR)
    style.tell(ax, _alt(dated, lasts, len(reports) - len(dated)), reports)
    return ax


def steps(rows: pd.DataFrame) -> tuple[list[Any], list[float]]:
    """Return times and values of the step line of one source's *rows*, in order of time; NaN breaks the line.

    A report without an hour is left out of the line on a day for which the source has reports with one.
    """
    hour_known = rows["reported_at"].str.contains("T")
    days = rows["reported"].dt.normalize()
    times: list[Any] = []
    values: list[float] = []
    for moment, group in rows[hour_known | ~days.isin(days[hour_known])].groupby("reported"):
        found = sorted({float(value) for value in group["value"].dropna()})
        at_once = found if len(found) < 3 else [found[0], found[-1]]
        if len(found) != 1 or group["value"].isna().any():  # which of them came last is not known
            at_once.append(float("nan"))
        times += [moment] * len(at_once)
        values += at_once
    return times, values


def _look(number: int) -> Look:
    """Return colour, mark and dashes of the series with this *number*; the first hundred all differ."""
    colours, marks, dashes = style.COLOURS, style.MARKS, style.DASHES
    return colours[number % len(colours)], marks[number % len(marks)], dashes[number % len(dashes)]


def _source(ax: Axes, rows: pd.DataFrame, look: Look) -> list[Annotation]:
    """Draw one source; return the labels beside those of its earlier marks that are no exact figures."""
    colour, _, dashes = look
    times, values = steps(rows)
    name = rows["source_name"].iloc[0]
    ax.plot(times, values, drawstyle="steps-post", color=colour, ls=dashes, linewidth=1.6, label=name)
    reports = list(rows.itertuples())
    kinds = [_report(ax, report, look) for report in reports]
    earlier = list(zip(reports, kinds, strict=True))[:-1]
    plain = [kind in ("exact", "none") and "only" not in reported.words(report) for report, kind in earlier]
    return [_near(ax, report) for (report, _), skip in zip(earlier, plain, strict=True) if not skip]


def _report(ax: Axes, report: Any, look: Look) -> str:
    """Draw the mark of one report and the whisker to the day it covers; return which bound it gives."""
    colour, own, _ = look
    kind, height = reported.bound(report), reported.place(report)
    look_of = reported.mark(kind, own, colour)
    if kind == "none":  # a place on the page and none on the scale: it must not read as a figure
        ax.plot([report.reported], [_NO_FIGURE], transform=ax.get_xaxis_transform(), **look_of, zorder=4)
        return kind
    ax.plot([report.reported], [height], **look_of, clip_on=False, zorder=4)
    covered = report.event_through + pd.Timedelta(days=1)
    if covered < report.reported:
        whisker: dict[str, Any] = {"marker": "|", "markersize": 6, "markevery": [0]}
        ax.plot([covered, report.reported], [height] * 2, ":", color=colour, linewidth=1, zorder=1, **whisker)
    return kind


def _near(ax: Axes, report: Any) -> Annotation:
    """Write the figure of *report* beside its mark, on white so that lines do not cut it."""
    label = ax.annotate(
        reported.words(report), xy=(report.reported, reported.place(report)), xytext=(7, -3),
        textcoords="offset points", fontsize=style.SMALL, color=style.INK, zorder=5,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5, "alpha": 0.9},
    )  # fmt: skip
    label.set_in_layout(False)
    return label


def _end(ax: Axes, last: Any) -> Annotation:
    """Write the name and last figure of a source right of *ax*."""
    return ax.annotate(
        _end_words(last), xy=(1, _height(ax, last)), xycoords=("axes fraction", "data"), xytext=(1.1, 0.5),
        textcoords="axes fraction", fontsize=style.SMALL, color=style.INK, va="center", linespacing=1.1,
        annotation_clip=False,
    )  # fmt: skip


def _lead(ax: Axes, label: Annotation, last: Any, look: Look) -> None:
    """Lead from the last mark of a source to its *label*, and repeat the mark there: colour is not enough."""
    colour, own, _ = look
    height, (bottom, top) = _height(ax, last), ax.get_ylim()
    start = float(date2num(last.reported))  # type: ignore[no-untyped-call]
    lead: dict[str, Any] = {"color": colour, "lw": 0.5, "alpha": 0.6, "zorder": 1}
    if pd.isna(last.value):  # a place on the page and none on the scale
        ax.plot([start, ax.get_xlim()[1]], [_NO_FIGURE] * 2, transform=ax.get_xaxis_transform(), **lead)
    else:
        ax.hlines(height, start, ax.get_xlim()[1], **lead)
    x, y = label.get_position()
    outside: dict[str, Any] = {"transform": ax.transAxes, "clip_on": False}
    ax.plot([1, x - 0.045], [(height - bottom) / (top - bottom), y], color=colour, lw=0.8, **outside)
    ax.plot([x - 0.025], [y], **reported.mark(reported.bound(last), own, colour), **outside)


def _end_words(last: Any) -> str:
    return style.wrap(f"{last.source_name}: {reported.words(last)}", 28)


def _height(ax: Axes, report: Any) -> float:
    """Return where *report* stands on the value axis; the middle of the strip where it has no figure."""
    bottom, top = ax.get_ylim()
    return bottom + _NO_FIGURE * (top - bottom) if pd.isna(report.value) else reported.place(report)


def _values(ax: Axes, values: "pd.Series[float]") -> None:
    """Set the value axis from zero to above *values*, and a strip below zero where one of them is missing."""
    top = max(1, float(values.fillna(0).max()) * 1.12)
    ax.set_ylim(0, top)
    ax.yaxis.set_major_locator(locator := MaxNLocator(integer=True, nbins=6))
    if values.notna().all():
        return
    bottom = -_STRIP * top
    ticks = [tick for tick in locator.tick_values(0, top) if 0 <= tick <= top]
    ax.set_yticks([bottom / 2, *ticks], ["no figure", *(f"{tick:.0f}" for tick in ticks)])
    ax.set_ylim(bottom, top)
    ax.axhspan(bottom, 0, color=style.GRID, alpha=0.5, linewidth=0, zorder=0)
    ax.axhline(0, color=style.PALE, linewidth=0.8, zorder=0.5)
    ax.spines["bottom"].set_visible(False)


def _frame(ax: Axes, dated: pd.DataFrame, undated: int) -> None:
    """Set axes, title and key: zero at the bottom, UTC, the unit, the day of the last report."""
    _values(ax, dated["value"])
    ax.margins(x=0.04)
    locator = AutoDateLocator(maxticks=7, interval_multiples=True)  # type: ignore[no-untyped-call]
    ax.xaxis.set(major_locator=locator, major_formatter=FuncFormatter(_tick))
    ax.set_xlim(*ax.get_xlim())
    ax.grid(axis="y", color=style.GRID, linewidth=0.8)
    name = reported.measured(dated["measure"].iloc[0])
    ax.set_ylabel(name, fontsize=style.TEXT, color=style.INK)
    left_out = f"\nnot drawn: {undated} without a day" if undated else ""
    below = f"Time of report (UTC); a day without an hour stands at 12:00{left_out}"
    ax.set_xlabel(below, fontsize=style.SMALL, color=style.INK)
    side = reported.side_words(dated)
    style.title(
        ax, f"{name.removesuffix(' (people)')}, {side}, as of {reported.day(dated['reported'].max())}"
    )
    keys = reported.keys(dated)
    keys.append(
        Line2D([], [], ls=":", color=style.GREY, label="from the last day it can cover to the report")
    )
    style.key(ax, keys, below=0.85 if undated else 0.7)


def _tick(number: float, _: int | None = None) -> str:
    """Return a place on the axis as a day with the year under it, or as an hour with the day under it."""
    moment: Any = num2date(number)  # type: ignore[no-untyped-call]
    if moment.hour:
        return f"{moment:%H:%M}\n{moment.day} {moment:%b}"
    return f"{moment.day} {moment:%b}\n{moment:%Y}"


def _alt(dated: pd.DataFrame, lasts: list[Any], undated: int) -> str:
    name, side = reported.measured(dated["measure"].iloc[0]), reported.side_words(dated)
    first, last = (reported.day(moment) for moment in (dated["reported"].min(), dated["reported"].max()))
    return style.alt(
        f"Step chart by source: {name}, {side}, {len(dated)} reports from {first} to {last} (UTC). "
        f"{reported.span(dated)}Last report of each source:",
        [f"{row.source_name}, {reported.words(row)}" for row in lasts],
        (f"Not drawn: {undated} without a day. " if undated else "")
        + "It shows what was reported when, not when people were harmed, nor which figure is right.",
    )
