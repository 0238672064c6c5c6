"""Shapes on a panel from which no reader reads a figure, or none that was reported."""

from collections.abc import Iterator

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.patches import (
    Circle,
    Ellipse,
    FancyArrow,
    FancyArrowPatch,
    Polygon,
    Rectangle,
    StepPatch,
    Wedge,
)


def shapes(ax: Axes) -> list[str]:
    """Return the kinds of such shapes on *ax*, each once."""
    return list(dict.fromkeys(_found(ax)))


def _found(ax: Axes) -> Iterator[str]:
    if ax.name in ("3d", "polar"):
        yield ax.name
    if ax.images:
        yield "image"
    for patch in ax.patches:
        if patch.get_visible() and not isinstance(
            patch, Rectangle | StepPatch | FancyArrow | FancyArrowPatch
        ):
            yield _patch(ax, patch)
    for drawn in ax.collections:
        if drawn.get_visible():
            yield from _collection(drawn)


def _patch(ax: Axes, patch: object) -> str:
    if isinstance(patch, Wedge):
        return "pie"
    if isinstance(patch, Circle | Ellipse):
        return "circle"
    return "polygon" if isinstance(patch, Polygon) else "patch"


def _collection(drawn: object) -> Iterator[str]:
    if isinstance(drawn, PathCollection):
        sizes = np.asarray(drawn.get_sizes())
        if len(sizes) > 1 and len(np.unique(sizes)) > 1:
            yield "bubble"
    elif not isinstance(drawn, LineCollection | PolyCollection):
        yield "image"
