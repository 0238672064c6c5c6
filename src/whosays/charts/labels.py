"""Keep words apart: move labels just as far as it takes for none to lie on another."""

from collections.abc import Iterable, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Bbox


def spread(wanted: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Return centres near the *wanted* ones, in their order, at which stretches of *sizes* do not overlap.

    Stretches that would overlap form a block, and the block stands at the mean of what its members want.
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    blocks: list[tuple[float, list[int]]] = []
    for index in order:
        low, members = wanted[index] - sizes[index] / 2, [index]
        while blocks and blocks[-1][0] + sum(sizes[i] for i in blocks[-1][1]) > low:
            members = blocks.pop()[1] + members
            low = _lowest(members, wanted, sizes)
        blocks.append((low, members))
    centres = [0.0] * len(wanted)
    for low, members in blocks:
        for index in members:
            centres[index] = low + sizes[index] / 2
            low += sizes[index]
    return centres


def within(centres: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Return *centres* pushed into [low, high]; where they do not fit, they pass high."""
    moved = list(centres)
    order = sorted(range(len(moved)), key=lambda index: moved[index])
    edge = high
    for index in reversed(order):
        moved[index] = min(moved[index], edge - sizes[index] / 2)
        edge = moved[index] - sizes[index] / 2
    edge = low
    for index in order:
        moved[index] = max(moved[index], edge + sizes[index] / 2)
        edge = moved[index] + sizes[index] / 2
    return moved


def column(ax: Axes, labels: Sequence[Annotation]) -> None:
    """Move *labels*, right of *ax*, near the heights of their points so that none lies on another."""
    figure: Any = ax.get_figure(root=True)
    figure.draw_without_rendering()
    boxes = [Text.get_window_extent(label) for label in labels]
    frame = ax.get_window_extent()
    wanted = [float(ax.transData.transform((0, label.xy[1]))[1]) for label in labels]
    sizes = [box.height * 1.25 for box in boxes]
    centres = within(spread(wanted, sizes), sizes, frame.y0, frame.y1)
    for label, centre in zip(labels, centres, strict=True):
        label.set_position((label.get_position()[0], (centre - frame.y0) / frame.height))


def beside(ax: Axes, labels: Iterable[Annotation], offsets: Sequence[tuple[float, float]]) -> None:
    """Move *labels* each to the first of *offsets* (points) where it is inside *ax* and on no other.

    A label that finds no room is taken away; the table that goes with the chart still holds its figure.
    """
    frame = ax.get_window_extent()
    taken: list[Bbox] = []
    for label in labels:
        for offset in offsets:
            label.set_position(offset)
            box = Text.get_window_extent(label)
            inside = frame.x0 <= box.x0 and box.x1 <= frame.x1 and frame.y0 <= box.y0 and box.y1 <= frame.y1
            if inside and not any(box.overlaps(other) for other in taken):
                taken.append(box.padded(2))
                break
        else:
            label.remove()


def _lowest(members: Sequence[int], wanted: Sequence[float], sizes: Sequence[float]) -> float:
    """Return where a block of *members* begins when, on the mean, each stands where it wants to."""
    shifts, run = [], 0.0
    for index in members:
        shifts.append(wanted[index] - run - sizes[index] / 2)
        run += sizes[index]
    return sum(shifts) / len(shifts)
