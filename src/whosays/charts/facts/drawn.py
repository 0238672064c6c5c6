"""What matplotlib has drawn, however it was drawn."""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.category import StrCategoryLocator
from matplotlib.container import BarContainer, ErrorbarContainer
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.ticker import FixedLocator

from whosays.charts.facts.stored import PANELS, VERSION, Room
from whosays.charts.shown import alt_text

_CARETS = {"^", "v", "<", ">", "1", "2", "3", "4", *range(4, 12)}


def facts(drawn: Figure | Axes) -> dict[str, Any]:
    """Return what *drawn* shows, in the form that read_facts() reads; *notes* say what did not fit.

    Panels that lie on each other have one *frame*. A *lying* panel has its values on the x axis. The *values*
    of bars are their lengths; *starts* say where they start, and are empty where all start at zero.
    """
    root: Any = drawn.get_figure(root=True)
    root.draw_without_rendering()  # matplotlib writes some words, such as the names under bars, only now
    frames: dict[tuple[int, ...], list[Axes]] = {}
    for ax in root.axes:
        if ax.get_visible():
            frames.setdefault(_place(ax), []).append(ax)
    if isinstance(drawn, Axes):
        frames = {_place(drawn): frames.get(_place(drawn), [drawn])}
    panels = [(number, ax, on) for number, on in enumerate(frames.values()) for ax in on]
    room = Room()
    alt = room.text(alt_text(drawn))
    kept = [_panel(ax, on, number, room) for number, ax, on in room.first(panels, PANELS, "charts")]
    return {"version": VERSION, "alt": alt, "panels": kept, "notes": list(room.notes)}


def _panel(ax: Axes, on: list[Axes], frame: int, room: Room) -> dict[str, Any]:
    """Return the facts of *ax*; the words of all axes *on* its frame are its own."""
    lying = _lies(ax)
    axis = ax.xaxis if lying else ax.yaxis
    low, high = axis.get_view_interval()
    figures: list[Any] = list(dict.fromkeys([ax.get_figure(), ax.get_figure(root=True)]))
    above = [figure.get_suptitle() for figure in figures]
    titles = [*above, *(ax.get_title(loc=place) for place in ("left", "center", "right"))]
    legends = [each.get_legend() for each in on] + [legend for figure in figures for legend in figure.legends]
    shown = [artist for figure in figures for artist in [*figure.texts, *figure.legends]]
    return {
        "frame": frame,
        "title": room.text(" ".join(titles)),
        "xlabel": room.text(_label(ax, "x")),
        "ylabel": room.text(_label(ax, "y")),
        "lying": lying,
        "dates": _dated(ax.xaxis) or _dated(ax.yaxis),
        "value_axis": {"low": _short(low), "high": _short(high), "scale": axis.get_scale()},
        "series": room.many(_series(ax, lying)),
        "legend": room.texts([words for legend in legends if legend for words in _words(legend)]),
        "words": room.texts([words for artist in [*on, *shown] for words in _words(artist)]),
    }


def _place(ax: Axes) -> tuple[int, ...]:
    """Return where *ax* stands on the page, in whole pixels."""
    return tuple(round(float(edge)) for edge in ax.bbox.bounds)


def _lies(ax: Axes) -> bool:
    """Say whether values are read on the x axis of *ax*: its bars lie, or its y axis names things."""
    bars = [each.orientation for each in ax.containers if isinstance(each, BarContainer)]
    return "horizontal" in bars if bars else _names(ax.yaxis) and not _names(ax.xaxis)


def _names(axis: Axis) -> bool:
    """Say whether *axis* names days or things; ticks that hold their own place, "20 people" at 20, count."""
    if not isinstance(axis.get_major_locator(), FixedLocator | StrCategoryLocator):
        return _dated(axis)
    places = [f"{place:g}" for place in axis.get_majorticklocs()]
    # Without what sets thousands apart, and without the commands of mathematical text.
    texts = [re.sub(r"(?<=\d)[,. ](?=\d)|\\\w+", "", tick.get_text()) for tick in axis.get_majorticklabels()]
    told = [(place, words) for place, words in zip(places, texts, strict=False) if words]
    counts = all(place in re.findall(r"\d+", words) for place, words in told)
    return not counts and all(re.search(r"[^\W\d_]", words) for _, words in told)


def _dated(axis: Axis) -> bool:
    return "Date" in type(axis.get_major_formatter()).__name__


def _label(ax: Axes, name: str) -> str:
    """Return the label of the axis *name* of *ax*, or else of an axis it shares, or of its figure."""
    shared = getattr(ax, f"get_shared_{name}_axes")().get_siblings(ax)
    found = [str(getattr(each, f"get_{name}label")()) for each in [ax, *shared]]
    return next((words for words in found if words), str(getattr(ax.get_figure(), f"get_sup{name}label")()))


def _words(artist: Artist) -> Iterator[str]:
    """Return all words a reader sees on *artist*: titles, labels, ticks, legend, annotations."""
    if not artist.get_visible():
        return
    if isinstance(artist, Text):
        yield artist.get_text()
    for child in artist.get_children():
        if not (isinstance(child, Axis) and isinstance(artist, Axes) and not artist.axison):
            yield from _words(child)


def _series(ax: Axes, lying: bool) -> list[dict[str, Any]]:
    """Return every series on *ax*: bars, lines, steps, error bars and points; none where no axis counts."""
    bars = [each for each in ax.containers if isinstance(each, BarContainer)]
    axis = ax.xaxis if lying else ax.yaxis
    if _dated(axis) or (_names(axis) and not bars):
        return []
    found = [_bars(each, lying) for each in bars]
    errors = [each for each in ax.containers if isinstance(each, ErrorbarContainer)]
    limits = {id(line) for each in errors for line in each.lines[1]}
    bounds = {id(each.lines[0]) for each in errors if _has_caret(each)}
    wholes = {id(part): each for each in ax.containers for part in each.get_children()}
    for line in ax.get_lines():
        if id(line) not in limits and line.get_visible() and line.get_transform() == ax.transData:
            values = _numbers(line.get_xdata() if lying else line.get_ydata())
            label = wholes.get(id(line), line).get_label()
            found.append(_one(values, label, line.get_marker() in _CARETS or id(line) in bounds))
    for points in ax.collections:
        offsets: Any = np.ma.filled(np.ma.asarray(points.get_offsets(), dtype=float), np.nan)
        if len(offsets) and points.get_visible() and hasattr(points, "get_sizes") and len(points.get_sizes()):
            found.append(_one(_numbers(offsets[:, 0 if lying else 1]), points.get_label(), False))
    return [series for series in found if series["values"]]


def _one(values: list[float], label: object, bound: bool) -> dict[str, Any]:
    given = "" if str(label).startswith("_") else str(label)  # matplotlib's mark of a label nobody gave
    return {"values": values, "starts": [], "label": given, "bars": False, "bound": bound}


def _bars(bars: BarContainer, lying: bool) -> dict[str, Any]:
    seen = [bar for bar in bars.patches if bar.get_visible()]
    ends = [(bar.get_x(), bar.get_width()) if lying else (bar.get_y(), bar.get_height()) for bar in seen]
    finite = [(_short(start), _short(length)) for start, length in ends if np.isfinite(start + length)]
    starts = [start for start, _ in finite]
    bound = bars.errorbar is not None and _has_caret(bars.errorbar)
    one = _one([length for _, length in finite], bars.get_label(), bound)
    return {**one, "bars": True, "starts": starts if any(starts) else []}


def _has_caret(errorbars: ErrorbarContainer) -> bool:
    return any(line.get_marker() in _CARETS for line in errorbars.lines[1])


def _numbers(values: object) -> list[float]:
    """Return the finite numbers of *values*; what is no number is left out."""
    try:
        array: Any = np.ma.filled(np.ma.asarray(values, dtype=float).ravel(), np.nan)
    except (TypeError, ValueError):
        return []
    return [_short(value) for value in array if np.isfinite(value)]


def _short(number: float) -> float:
    """Return *number* to ten digits, more than any figure of people has."""
    return float(f"{number:.10g}")
