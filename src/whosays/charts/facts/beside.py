"""Which words stand beside which value, and beside which line: labels that were written there by hand."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.container import ErrorbarContainer
from matplotlib.patches import FancyArrow, FancyArrowPatch
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Bbox

from whosays.charts.facts.looks import CARETS
from whosays.charts.facts.read_axes import epoch, is_dated
from whosays.charts.facts.series import Series
from whosays.charts.facts.sight import is_seen
from whosays.charts.shown import box_of

_NEAR = 32.0  # points from a value to the words beside it
_MOST = 80  # texts; who writes more than these writes a table
ARROW = "(an arrow)"


class Point:
    """Hold where a value stands on the page, and the room its bar takes."""

    def __init__(self, series: Series, index: int, place: tuple[float, float], bar: Bbox | None) -> None:
        """Keep the value number *index* of *series* at *place*; *bar* is None where it is no bar."""
        self.series, self.index, self.place, self.bar = series, index, place, bar

    def distance(self, box: Bbox) -> float:
        """Return how far *box* is from the value, in pixels; nothing where it lies on the bar."""
        x, y = self.place
        inside = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
        if self.bar is not None and self.bar.contains(*inside):
            return 0.0
        across = max(box.x0 - x, 0.0, x - box.x1)
        up = max(box.y0 - y, 0.0, y - box.y1)
        return float(np.hypot(across, up))


def write_beside(ax: Axes, found: list[tuple[Series, Any]], lying: bool) -> None:
    """Write words and arrows on *ax* to the values they stand at, and labels to the lines."""
    points = [point for series, drawn in found for point in _points(ax, series, drawn, lying)]
    if not points:
        return
    scale = ax.get_figure(root=True).dpi / 72  # type: ignore[union-attr]
    for text in ax.texts[:_MOST]:
        words = text.get_text().strip()
        if words and is_seen(text, ax.get_facecolor()):
            _place(text, words, points, scale)
    _adopt([series for series, _ in found])
    for place in _arrows(ax):
        _nearest(points, Bbox([place, place]), _NEAR * scale, ARROW)


def _adopt(found: list[Series]) -> None:
    """Call marks without a name what the one line of their colour is called."""
    named: dict[str, list[Series]] = {}
    for series in found:
        if series["called"]:
            named.setdefault(series["look"].split(" ")[0], []).append(series)
    for series in found:
        alike = named.get(series["look"].split(" ")[0], [])
        if not series["called"] and not series["label"] and len(alike) == 1 and len(named) > 1:
            series["called"] = list(alike[0]["called"])


def _points(ax: Axes, series: Series, drawn: Any, lying: bool) -> Iterator[Point]:
    if len(series["at"]) != len(series["values"]) or series["form"] == "across":
        return
    dated = is_dated(ax.yaxis if lying else ax.xaxis)
    dates = np.asarray(series["at"]) - (epoch() if dated else 0.0)
    starts = series["starts"] or [0.0] * len(series["values"])
    ends = [start + value if series["bars"] or series["form"] == "range" else value
            for start, value in zip(starts, series["values"], strict=True)]  # fmt: skip
    patches = getattr(drawn, "patches", None)
    for index, (along, end) in enumerate(zip(dates, ends, strict=True)):
        x, y = ax.transData.transform((end, along) if lying else (along, end))
        bar = patches[index].get_window_extent() if patches and index < len(patches) else None
        yield Point(series, index, (float(x), float(y)), bar)


def _place(text: Text, words: str, points: list[Point], scale: float) -> None:
    """Write *words* to the value they point at, or stand at; else to the line at whose end they stand."""
    box = box_of(text)
    if text.axes is not None and box.x0 > text.axes.bbox.x1 and _in_margin(points, words):
        return
    aim = _target(text) if isinstance(text, Annotation) else None
    if aim is not None and _nearest(points, Bbox([aim, aim]), 6 * scale, words):
        return
    if _nearest(points, box, _NEAR * scale, words) or _along(text.axes, points, box, words):
        return
    lasts = list({id(p.series): p for p in points if not p.series["bars"]}.values())
    ends = [(_beyond(p, box, text), number) for number, p in enumerate(lasts) if box.x0 >= p.place[0]]
    if ends and min(ends)[0] < _NEAR * scale:
        called = lasts[min(ends)[1]].series["called"]
        called += [words] if words not in called else []


def _in_margin(points: list[Point], words: str) -> bool:
    """Call lines by *words* in the margin that hold their own label; there, labels may be moved apart."""
    told = [p.series for p in points if p.series["label"] and p.series["label"] in " ".join(words.split())]
    for series in told:
        series["called"] += [words] if words not in series["called"] else []
    return bool(told)


def _along(ax: Any, points: list[Point], box: Bbox, words: str) -> bool:
    """Call the line that runs nearest to *box* by *words*, and say whether one is near enough."""
    lines: dict[int, list[Point]] = {}
    for point in points:
        if point.series["form"] in ("steps", "line", "early"):
            lines.setdefault(id(point.series), []).append(point)
    found = [(_far(corners, box), number) for number, corners in enumerate(lines.values())]
    if not found or min(found)[0] > _NEAR * ax.get_figure(root=True).dpi / 72:
        return False
    called = list(lines.values())[min(found)[1]][0].series["called"]
    called += [words] if words not in called else []
    return True


def _far(corners: list[Point], box: Bbox) -> float:
    """Return how far *box* is from the level pieces of a line through *corners*."""
    far = float("inf")
    for one, other in pairwise(corners):
        (low, up), high = one.place, other.place[0]
        piece = Bbox([(min(low, high), up), (max(low, high), up)])
        across = max(box.x0 - piece.x1, 0.0, piece.x0 - box.x1)
        far = min(far, float(np.hypot(across, max(box.y0 - up, 0.0, up - box.y1))))
    return far


def _beyond(last: Point, box: Bbox, text: Text) -> float:
    """Return how far *text* is from the end of a line that it stands right of; its colour brings it near."""
    up = abs((box.y0 + box.y1) / 2 - last.place[1])
    same = last.series["look"].split(" ")[0] == to_hex(text.get_color()) != "#000000"
    return float(up * (0.3 if same else 1.0))


def _target(text: Annotation) -> tuple[float, float] | None:
    if text.xycoords != "data" or text.axes is None:
        return None
    ax: Any = text.axes
    try:
        place = (float(ax.convert_xunits(text.xy[0])), float(ax.convert_yunits(text.xy[1])))
    except (TypeError, ValueError):
        return None
    x, y = ax.transData.transform(place)
    return float(x), float(y)


def _nearest(points: list[Point], box: Bbox, most: float, words: str) -> bool:
    """Write *words* to the value nearest to *box*, and say whether one is near enough."""
    far = [point.distance(box) for point in points]
    nearest = int(np.argmin(far))
    if not far[nearest] <= most:
        return False
    for point, distance in zip(points, far, strict=True):
        if distance <= far[nearest] + 0.5:  # the same value may be drawn twice, as a line and as a mark
            series = point.series
            series["notes"] = series["notes"] or [""] * len(series["values"])
            told = series["notes"][point.index]
            series["notes"][point.index] = f"{told} {words}".strip()
    return True


def _arrows(ax: Axes) -> Iterator[tuple[float, float]]:
    """Return where an arrow starts that is drawn by itself: annotation, patch or error bar."""
    for text in ax.texts[:_MOST]:
        if isinstance(text, Annotation) and text.arrow_patch is not None and not text.get_text().strip():
            if (target := _target(text)) is not None:
                yield target
            start = text.get_transform() if text.anncoords == "data" else None
            if start is not None:
                yield tuple(ax.transData.transform(text.get_position()))
    for patch in ax.patches:
        if isinstance(patch, FancyArrow):
            for corner in ax.transData.transform(patch.get_xy()):
                yield (float(corner[0]), float(corner[1]))
        elif isinstance(patch, FancyArrowPatch) and patch._posA_posB is not None:  # type: ignore[attr-defined]
            yield tuple(ax.transData.transform(patch._posA_posB[0]))  # type: ignore[attr-defined]
    for each in ax.containers:
        if isinstance(each, ErrorbarContainer) and each.lines[0] is None:
            for line in each.lines[1]:
                if line.get_marker() in CARETS:
                    yield from map(tuple, ax.transData.transform(line.get_xydata()))
