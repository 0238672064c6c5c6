"""What matplotlib has drawn, however it was drawn."""

from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from whosays.charts.facts import read_axes as axis
from whosays.charts.facts.beside import write_beside
from whosays.charts.facts.looks import Legends
from whosays.charts.facts.room import PANELS, Room
from whosays.charts.facts.series import Reader
from whosays.charts.facts.shapes import shapes
from whosays.charts.facts.sight import words
from whosays.charts.facts.stored import VERSION
from whosays.charts.shown import alt_text, root_of


def facts(drawn: Figure | Axes) -> dict[str, Any]:
    """Return what *drawn* shows, in the form that read_facts() reads; *notes* say what did not fit.

    Panels that lie on each other have one *frame*. A *lying* panel has its values on the x axis. The *values*
    of bars and ranges are their lengths, of areas their upper edge; *starts* say where they start, and are
    empty where all start at zero. *at* is where a value stands on the other axis, in days since 1970 where
    that is *dated*; *names* are the words of that axis there, *notes* what is written beside the value,
    *called* what a legend, or a label beside the line, calls the series. *hidden* words are not seen.
    A *place* is left, bottom, width and height in inches. Raises TypeError where *drawn* is no figure.
    """
    root = root_of(drawn)
    frames: dict[tuple[int, ...], list[Axes]] = {}
    for ax in _axes(root):
        if ax.get_visible():
            frames.setdefault(_place(ax), []).append(ax)
    if isinstance(drawn, Axes):
        frames = {_place(drawn): frames.get(_place(drawn), [drawn])}
    panels = [(number, ax, on) for number, on in enumerate(frames.values()) for ax in on]
    room = Room()
    alt = room.text(alt_text(root))
    kept = [_panel(ax, on, number, room) for number, ax, on in room.first(panels, PANELS, "charts")]
    return {"version": VERSION, "alt": alt, "panels": kept, "notes": list(room.notes)}


def _axes(root: Figure) -> list[Axes]:
    """Return all axes on the page, those set into others included."""
    found: list[Any] = list(root.axes)
    for ax in found:
        found += [child for child in ax.child_axes if isinstance(child, Axes) and _is_panel(child)]
    return list(dict.fromkeys(found))


def _is_panel(ax: Axes) -> bool:
    """Say whether *ax* is more than a second scale along the edge of another."""
    return ax.has_data()


def _panel(ax: Axes, on: list[Axes], frame: int, room: Room) -> dict[str, Any]:
    """Return the facts of *ax*; the words of all axes *on* its frame are its own."""
    for each in on:
        each.get_xlim(), each.get_ylim()  # matplotlib fits the axes to what is drawn only now
    lying = axis.lies(ax)
    own, other = (ax.xaxis, ax.yaxis) if lying else (ax.yaxis, ax.xaxis)
    figures: list[Any] = list(dict.fromkeys([ax.get_figure(), ax.get_figure(root=True)]))
    legends = [each.get_legend() for each in on] + [legend for figure in figures for legend in figure.legends]
    entries = [entry for legend in legends if legend for entry in words(legend)]
    shown: list[Artist] = [artist for each in figures for artist in [*each.texts, *each.legends]]
    ground = figures[-1].get_facecolor()
    told = [entry for artist in [*on, *shown] for entry in words(artist, ground)]
    titles = [each.get_suptitle() for each in figures]
    titles += [ax.get_title(loc=place) for place in ("left", "center", "right")]
    seen = [text for text, is_seen in told if is_seen]
    return {
        "frame": frame,
        "title": room.text(" ".join(titles)),
        "xlabel": room.text(axis.label(ax, "x")),
        "ylabel": room.text(axis.label(ax, "y")),
        "lying": lying,
        "dates": axis.is_dated(ax.xaxis) or axis.is_dated(ax.yaxis),
        "dated": axis.is_dated(other),
        "value_axis": axis.view(own),
        "other_axis": axis.view(other),
        "place": [
            axis.short(edge) for edge in ax.bbox.transformed(figures[-1].dpi_scale_trans.inverted()).bounds
        ],
        "shapes": shapes(ax),
        "series": room.many(_series(ax, on, figures, lying)),
        "legend": room.texts([text for text, is_seen in entries if is_seen]),
        "words": room.texts(seen),
        "hidden": room.texts([text for text, is_seen in told if not is_seen and text not in seen]),
    }


def _series(ax: Axes, on: list[Axes], figures: list[Any], lying: bool) -> list[dict[str, Any]]:
    """Return every series on *ax*; none where no axis counts."""
    own = ax.xaxis if lying else ax.yaxis
    if ax.name != "rectilinear" or axis.is_dated(own) or (axis.names_things(own) and not ax.containers):
        return []
    found = [pair for pair in Reader(ax, lying, Legends(on, figures)).all() if pair[0]["values"]]
    write_beside(ax, found, lying)
    return [series for series, _ in found]


def _place(ax: Axes) -> tuple[int, ...]:
    """Return where *ax* stands on the page, in whole pixels."""
    return tuple(round(float(edge)) for edge in ax.bbox.bounds)
