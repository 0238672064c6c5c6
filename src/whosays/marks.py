"""What a finished chart shows: its values and its words, whoever drew it and however."""

from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.container import BarContainer, ErrorbarContainer
from matplotlib.figure import Figure
from matplotlib.text import Text

_CARETS = {"^", "v", "<", ">", "1", "2", "3", "4", *range(4, 12)}


class Marks(NamedTuple):
    """Hold one series of a chart: its *values*, its *label*, and how it is drawn."""

    values: list[float]
    label: str
    bars: bool
    bound: bool


def axes_of(drawn: Axes | Figure) -> list[Axes]:
    """Return the axes of *drawn* that hold a chart."""
    return [drawn] if isinstance(drawn, Axes) else list(drawn.axes)


def settle(drawn: Axes | Figure) -> None:
    """Let matplotlib write the words it only writes when it draws, such as the names under bars."""
    figure = drawn.get_figure(root=True) if isinstance(drawn, Axes) else drawn
    if isinstance(figure, Figure):
        figure.draw_without_rendering()


def series(ax: Axes) -> list[Marks]:
    """Return every series drawn on *ax*: bars, lines, steps, error bars and points."""
    bars = [c for c in ax.containers if isinstance(c, BarContainer)]
    found = [Marks(_bar_values(c), str(c.get_label()), True, False) for c in bars]
    limits = {id(line) for c in ax.containers if isinstance(c, ErrorbarContainer) for line in c.lines[1]}
    lolims = {id(c.lines[0]) for c in ax.containers if isinstance(c, ErrorbarContainer) if _has_caret(c)}
    for line in ax.get_lines():
        if id(line) in limits or line.get_transform() != ax.transData:
            continue
        caret = line.get_marker() in _CARETS or id(line) in lolims
        found.append(Marks(_numbers(line.get_ydata()), str(line.get_label()), False, caret))
    for points in ax.collections:
        offsets: Any = np.ma.filled(np.ma.asarray(points.get_offsets(), dtype=float), np.nan)
        if len(offsets) and hasattr(points, "get_sizes") and len(points.get_sizes()):
            found.append(Marks(_numbers(offsets[:, 1]), str(points.get_label()), False, False))
    return [marks for marks in found if marks.values]


def words(ax: Axes) -> str:
    """Return all words a reader sees on *ax* and above it: titles, labels, ticks, legend, annotations."""
    texts = [*ax.findobj(Text), *(ax.figure.texts if ax.figure else [])]
    legend = (
        [str(handle.get_label()) for handle in ax.get_legend_handles_labels()[0]] if ax.get_legend() else []
    )
    return "\n".join([*(t.get_text() for t in texts if isinstance(t, Text) and t.get_visible()), *legend])


def title(ax: Axes) -> str:
    """Return the titles of *ax* and of its figure as one text."""
    above = ax.figure.get_suptitle() if isinstance(ax.figure, Figure) else ""
    return " ".join([above, *(ax.get_title(loc=place) for place in ("left", "center", "right"))]).strip()


def lying(ax: Axes) -> bool:
    """Say whether the bars of *ax* lie, so that values are read on the x axis."""
    return any(c.orientation == "horizontal" for c in ax.containers if isinstance(c, BarContainer))


def dates(ax: Axes) -> bool:
    """Say whether an axis of *ax* counts days."""
    return any("Date" in type(axis.get_major_formatter()).__name__ for axis in (ax.xaxis, ax.yaxis))


def _bar_values(bars: BarContainer) -> list[float]:
    lies = bars.orientation == "horizontal"
    return _numbers([bar.get_width() if lies else bar.get_height() for bar in bars.patches])


def _has_caret(errorbars: ErrorbarContainer) -> bool:
    return any(line.get_marker() in _CARETS for line in errorbars.lines[1])


def _numbers(values: object) -> list[float]:
    """Return the finite numbers of *values*; what is no number is left out."""
    try:
        array: Any = np.ma.filled(np.ma.asarray(values, dtype=float).ravel(), np.nan)
    except (TypeError, ValueError):
        return []
    return [float(value) for value in array if np.isfinite(value)]
