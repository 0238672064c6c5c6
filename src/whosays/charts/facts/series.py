"""Every series on a panel, whatever drew it: bars, lines, steps, points, areas, error bars."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.container import BarContainer, Container, ErrorbarContainer, StemContainer
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle, StepPatch

from whosays.charts.facts.looks import CARETS, Legends, is_hidden, look
from whosays.charts.facts.read_axes import Places, short

Series = dict[str, Any]
_LEVEL = {"steps-post": "steps", "steps": "early", "steps-pre": "early", "steps-mid": "early"}


class Group(NamedTuple):
    """Hold the bars of one series."""

    patches: list[Any]


class Reader:
    """Read the series of one panel; *lying* values are read on its x axis."""

    def __init__(self, ax: Axes, lying: bool, legends: Legends) -> None:
        """Take note of what belongs to something larger, such as the bars of a container."""
        self.ax, self.lying, self.legends = ax, lying, legends
        self.places = Places(ax, lying)
        self.whole = {id(part): each for each in ax.containers for part in each.get_children()}
        for each in ax.containers:
            for part in each:
                for line in part if isinstance(part, tuple) else [part]:
                    self.whole[id(line)] = each

    def all(self) -> Iterator[tuple[Series, Any]]:
        """Return every series, and what drew it."""
        for each in self.ax.containers:
            if isinstance(each, BarContainer):
                bars = [bar for bar in each.patches if not is_hidden(bar)]
                yield from (
                    (self._bars(group, drawn), Group(group)) for group, drawn in self._apart(bars, each)
                )
        free = [p for p in self.ax.patches if id(p) not in self.whole and self._is_own(p)]
        for patch in free:
            if isinstance(patch, StepPatch):
                yield self._stairs(patch), patch
            elif type(patch) is Rectangle and patch.get_fill():
                yield self._bars([patch], patch), patch
        for line in self.ax.get_lines():
            yield from ((one, line) for one in self._line(line))
        for collection in self.ax.collections:
            yield from ((one, collection) for one in self._collection(collection))

    def _apart(self, bars: list[Any], whole: BarContainer) -> list[tuple[list[Any], Any]]:
        """Return *bars*, each by itself where a legend names them one by one."""
        named = [self.legends.called(bar, "") for bar in bars]
        if len({called[0] for called in named if called}) > 1:
            return [([bar], bar) for bar in bars]
        return [(bars, whole)]

    def _is_own(self, artist: Any) -> bool:
        return not is_hidden(artist) and artist.get_data_transform() == self.ax.transData

    def _make(self, values: Any, drawn: Any, **more: Any) -> Series:
        """Return a series with *values*, each with its place; what is no number is left out."""
        numbers = _numbers(values)
        held = more.pop("at", None)
        places = self.places.at(held) if held is not None else []
        places = places if len(places) == len(numbers) else [float("nan")] * len(numbers)
        starts = more.pop("starts", [])
        kept = [index for index, number in enumerate(numbers) if np.isfinite(number)]
        known = all(np.isfinite(places[index]) for index in kept)
        names = [] if self.places.dated else self.places.names([places[index] for index in kept])
        given = _label(drawn)
        made = {
            "values": [short(numbers[index]) for index in kept],
            "starts": [short(starts[index]) for index in kept] if any(starts) else [],
            "at": [short(places[index]) for index in kept] if known else [],
            "names": names if any(names) else [], "notes": [], "label": given, "bars": False,
            "bound": False, "form": "points", "sloped": False, "look": str(look(drawn)),
            "called": self.legends.called(drawn, given),
        }  # fmt: skip
        return made | more

    def _bars(self, bars: list[Any], drawn: Any) -> Series:
        ends = [
            (bar.get_x(), bar.get_width(), bar.get_y() + bar.get_height() / 2) if self.lying
            else (bar.get_y(), bar.get_height(), bar.get_x() + bar.get_width() / 2)
            for bar in bars
        ]  # fmt: skip
        finite = [end for end in ends if np.isfinite(end[0] + end[1])]
        starts, lengths, middles = ([end[part] for end in finite] for part in range(3))
        errors = getattr(drawn, "errorbar", None)
        bound = errors is not None and has_caret(errors)
        made = self._make(lengths, drawn, at=middles, starts=starts, bars=True, form="bars", bound=bound)
        heads = self._heads() if not made["names"] else []
        return made | ({"names": heads} if len(heads) == len(made["values"]) else {})

    def _heads(self) -> list[str]:
        """Return the heads of the columns of a table that stands under the bars, from left to right."""
        for table in self.ax.tables:
            first = {
                column: cell for (row, column), cell in table.get_celld().items() if row == 0 and column >= 0
            }
            return [first[column].get_text().get_text() for column in sorted(first)]
        return []

    def _stairs(self, patch: StepPatch) -> Series:
        values, edges, baseline = patch.get_data()
        form = "area" if patch.get_fill() else "steps"
        made = self._make(values, patch, at=edges[:-1], form=form)
        if form == "area" and baseline is not None and np.ndim(baseline) and len(made["values"]):
            made["starts"] = [short(start) for start in np.asarray(baseline)[: len(made["values"])]]
        return made

    def _line(self, line: Line2D) -> Iterator[Series]:
        held = self.whole.get(id(line))
        if is_hidden(line) or (isinstance(held, ErrorbarContainer) and line is not held.lines[0]):
            return
        if isinstance(held, StemContainer) and line is held.baseline:
            return
        across: Any = line.get_ydata(orig=False)
        up: Any = line.get_xdata(orig=False)
        along, up = (across, up) if self.lying else (up, across)
        if line.get_transform() != self.ax.transData:
            own = self.ax.get_xaxis_transform if self.lying else self.ax.get_yaxis_transform
            if (
                self.ax.axison
                and any(_numbers(up[:1]))
                and line.get_transform() == own(which="grid")
                and line.get_linewidth() > 0
            ):
                yield self._make(up[:1], line, form="across")
            return
        joined = line.get_linestyle() not in ("None", "none", " ", "") and line.get_linewidth() > 0
        form = _LEVEL.get(line.get_drawstyle(), "line") if joined else "points"
        drawn = held if isinstance(held, ErrorbarContainer | StemContainer) else line
        bound = line.get_marker() in CARETS or (isinstance(held, ErrorbarContainer) and has_caret(held))
        made = self._make(up, drawn, at=along, form=form, bound=bound)
        corners = self._corners(line)
        yield made | {"sloped": form == "line" and _slopes(corners), "look": str(look(line))}

    def _corners(self, line: Line2D) -> Any:
        try:
            return line.get_path().vertices
        except (TypeError, ValueError):
            return np.zeros((0, 2))

    def _collection(self, drawn: Any) -> Iterator[Series]:
        held = self.whole.get(id(drawn))
        if is_hidden(drawn):
            return
        if isinstance(held, ErrorbarContainer):
            yield from self._spans(drawn, held)
        elif isinstance(drawn, LineCollection):
            yield from self._segments(drawn)
        elif isinstance(drawn, PathCollection):
            offsets: Any = np.ma.filled(np.ma.asarray(drawn.get_offsets(), dtype=float), np.nan)
            up, along = (0, 1) if self.lying else (1, 0)
            if len(offsets) and len(drawn.get_sizes()):
                yield self._make(offsets[:, up], drawn, at=offsets[:, along], form="points")
        elif isinstance(drawn, PolyCollection) and drawn.get_transform() == self.ax.transData:
            for path in drawn.get_paths():
                yield (
                    self._block(path.vertices, drawn)
                    if _is_block(path.vertices)
                    else self._area(path.vertices, drawn)
                )

    def _spans(self, lines: Any, held: ErrorbarContainer) -> Iterator[Series]:
        """Return error bars that end on both sides; those with an arrow show a bound, and no end."""
        if has_caret(held):
            return
        for segment in lines.get_segments():
            yield from self._segment(np.asarray(segment), held, "range")

    def _segments(self, lines: LineCollection) -> Iterator[Series]:
        held = self.whole.get(id(lines))
        if isinstance(held, StemContainer) or lines.get_transform() != self.ax.transData:
            return
        for segment in lines.get_segments():
            yield from self._segment(np.asarray(segment), lines, "bars")

    def _segment(self, segment: Any, drawn: Any, form: str) -> Iterator[Series]:
        """Return one straight piece: a bar or a range along the value axis, a level across it, or a slope."""
        if len(segment) < 2:
            return
        up, along = (segment[:, 0], segment[:, 1]) if self.lying else (segment[:, 1], segment[:, 0])
        if np.ptp(along) == 0 and np.isfinite(up).all():
            low, high = sorted(float(end) for end in (up[0], up[-1]))
            form = "range" if low else form  # from one figure to another; a bar stands on zero
            made = self._make([high - low], drawn, at=along[:1], starts=[low], form=form)
            yield made | {"bars": form == "bars"}
        else:
            made = self._make(up, drawn, at=along, form="steps")
            sloped = _slopes(segment)
            yield made | {"sloped": sloped, "form": "line" if sloped else "steps"}

    def _block(self, corners: Any, drawn: Any) -> Series:
        """Return a filled block, such as broken_barh() draws, as the bar it is."""
        up, along = (corners[:, 0], corners[:, 1]) if self.lying else (corners[:, 1], corners[:, 0])
        low, high = float(up.min()), float(up.max())
        made = self._make([high - low], drawn, at=[float(along.mean())], starts=[low], form="bars")
        return made | {"bars": True}

    def _area(self, corners: Any, drawn: Any) -> Series:
        """Return a filled area by its upper edge; *starts* are its lower one."""
        up, along = (corners[:, 0], corners[:, 1]) if self.lying else (corners[:, 1], corners[:, 0])
        places = sorted(set(along.tolist()))
        tops = [float(up[along == place].max()) for place in places]
        bottoms = [float(up[along == place].min()) for place in places]
        made = self._make(tops, drawn, at=places, form="area", starts=bottoms)
        edges = np.column_stack([along, up])
        level = set(bottoms) | {0.0}
        upper = edges[[value not in level for value in edges[:, 1]]]
        return made | {"sloped": _slopes(upper)}


def has_caret(errorbars: ErrorbarContainer) -> bool:
    """Say whether *errorbars* end in arrows: limits, not ends."""
    return any(line.get_marker() in CARETS for line in errorbars.lines[1])


def _is_block(corners: Any) -> bool:
    """Say whether *corners* are those of one rectangle."""
    return len(corners) <= 5 and all(len(set(corners[:, side].tolist())) == 2 for side in (0, 1))


def _slopes(corners: Any) -> bool:
    """Say whether a line through *corners* has a slanted piece."""
    moves = np.abs(np.diff(np.asarray(corners, dtype=float), axis=0))
    return bool(((moves[:, 0] > 1e-9) & (moves[:, 1] > 1e-9)).any()) if len(moves) else False


def _label(drawn: Any) -> str:
    given = drawn.get_label() if isinstance(drawn, Container) or hasattr(drawn, "get_label") else ""
    return "" if given is None or str(given).startswith("_") else str(given)


def _numbers(values: object) -> list[float]:
    """Return *values* as numbers, NaN for what is masked; none where they are no numbers."""
    try:
        array: Any = np.ma.filled(np.ma.asarray(values, dtype=float).ravel(), np.nan)
    except (TypeError, ValueError):
        return []
    return [float(value) for value in array]
