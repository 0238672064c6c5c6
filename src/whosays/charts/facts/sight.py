"""Which words on a figure a reader can see: large enough, in a colour that stands out, on the page."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.table import Table
from matplotlib.text import Annotation, Text

from whosays.charts.shown import box_of, on_page

# WCAG asks for a contrast of 3 for large letters; below 1.8 a word is not seen at all unless looked for.
LEAST_CONTRAST = 1.8
LEAST_POINTS = 5.0


def words(artist: Artist, ground: Any = "white") -> Iterator[tuple[str, bool]]:
    """Return all words on *artist*, titles, labels, ticks, legend and annotations, and whether they are seen.

    What is switched off is not on the figure at all. *ground* is the colour behind the words.
    """
    if not artist.get_visible():
        return
    if isinstance(artist, Text) and artist.get_text().strip():
        yield artist.get_text(), is_seen(artist, ground)
    ground, seen = _ground(artist, ground), _is_on_page(artist)
    children = artist.get_children()
    if isinstance(artist, Table):
        children = [cell.get_text() for cell in artist.get_celld().values()]
    for child in children:
        if isinstance(artist, Axes) and isinstance(child, Axis):
            yield from _words_of_axis(child, ground) if artist.axison else ()
        elif not (isinstance(artist, Axes) and child in artist.child_axes):
            yield from ((text, found and seen) for text, found in words(child, ground))


def is_seen(text: Text, ground: Any) -> bool:
    """Say whether a reader sees *text* on *ground*."""
    if not text.get_visible() or float(text.get_fontsize()) < LEAST_POINTS or not is_on_canvas(text):
        return False
    return _stands_out(text, ground) or any(_stands_out(text, face) for face in _behind(text))


def is_on_canvas(text: Text) -> bool:
    """Say whether *text* stands on the page; words at their usual places need no measuring."""
    axes: Any = text.axes
    free = text in axes.texts if axes is not None else text in getattr(text.get_figure(), "texts", ())
    if free:
        return not _is_clipped(text) and on_page(text)
    root: Any = text.get_figure(root=True)
    try:
        place = text.get_transform().transform(text.get_unitless_position())
    except (TypeError, ValueError):
        return True
    share = (place - root.bbox.p0) / root.bbox.size
    return bool(np.all((share >= -0.6) & (share <= 1.6)))


def contrast(one: Any, other: Any) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, from 1 (none) to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Any) -> float:
    channels = np.array(to_rgba(colour)[:3])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def _stands_out(text: Text, ground: Any) -> bool:
    alpha = text.get_alpha()
    colour = np.array(to_rgba(text.get_color()))
    share = colour[3] * (1 if alpha is None else alpha)
    mixed = share * colour[:3] + (1 - share) * np.array(to_rgba(ground)[:3])
    return contrast(mixed, ground) >= LEAST_CONTRAST


def _ground(artist: Artist, ground: Any) -> Any:
    """Return the colour behind the children of *artist*."""
    patch = artist.get_frame() if isinstance(artist, Legend) else getattr(artist, "patch", None)
    if patch is None or not isinstance(artist, Axes | Figure | Legend):
        return ground
    face = to_rgba(patch.get_facecolor())
    return face if patch.get_visible() and face[3] > 0.5 else ground


def _behind(text: Text) -> Iterator[Any]:
    """Return the colours of what may lie behind *text*: a box of its own, and bars under it."""
    box, axes = text.get_bbox_patch(), text.axes
    if box is not None and to_rgba(box.get_facecolor())[3] > 0.5:
        yield box.get_facecolor()
    if axes is not None and text in axes.texts:
        frame = box_of(text)
        middle = ((frame.x0 + frame.x1) / 2, (frame.y0 + frame.y1) / 2)
        for patch in axes.patches:
            if patch.get_visible() and patch.get_window_extent().contains(*middle):
                yield patch.get_facecolor()


def _words_of_axis(axis: Axis, ground: Any) -> Iterator[tuple[str, bool]]:
    """Return the words of *axis*: its label, and the ticks that lie in view."""
    for text in (axis.label, axis.offsetText):
        if text.get_visible() and text.get_text().strip():
            yield text.get_text(), is_seen(text, ground)
    for _, words_of_tick, seen in ticks(axis, ground):
        yield words_of_tick, seen


def ticks(axis: Axis, ground: Any = "white") -> Iterator[tuple[float, str, bool]]:
    """Return place and words of every tick of *axis* in view, and whether its words are seen."""
    if not axis.get_visible():
        return
    low, high = sorted(float(end) for end in axis.get_view_interval())
    room = 1e-9 + 1e-6 * (high - low)
    axis.get_majorticklabels()  # matplotlib writes them only now
    for tick in axis.get_major_ticks():
        place = float(tick.get_loc())
        for label in (tick.label1, tick.label2):
            if label.get_visible() and label.get_text().strip() and low - room <= place <= high + room:
                seen = float(label.get_fontsize()) >= LEAST_POINTS and _stands_out(label, ground)
                yield place, label.get_text(), seen


def _is_clipped(text: Text) -> bool:
    """Say whether *text* is cut off because it stands outside of its axes."""
    axes: Any = text.axes
    if axes is None:
        return False
    if isinstance(text, Annotation) and text.xycoords == "data" and text.get_annotation_clip() is not False:
        place = axes.transData.transform(
            (float(axes.convert_xunits(text.xy[0])), float(axes.convert_yunits(text.xy[1])))
        )
        frame = axes.bbox.padded(2)
        return not frame.contains(*place)
    clipped = text.get_clip_on() and text.get_clip_path() is not None
    return clipped and not box_of(text).overlaps(axes.bbox)


def _is_on_page(artist: Artist) -> bool:
    """Say whether *artist* is on the page; only a legend may be put elsewhere as a whole."""
    if not isinstance(artist, Legend):
        return True
    root: Any = artist.get_figure(root=True)
    anchor = artist.get_bbox_to_anchor()
    low, high = (anchor.p0 - root.bbox.p0) / root.bbox.size, (anchor.p1 - root.bbox.p0) / root.bbox.size
    return bool(np.all((high >= -0.35) & (low <= 1.35)))
