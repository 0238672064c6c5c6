"""Bounds as dots and open lines, and what two lists say together."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from whosays.charts import style
from whosays.text.toll import Toll

_NEAR = 0.15  # of the width: words centred on a mark nearer to the edge than this would pass it
_TITLE = "What each phrase says: bounds, not points"


def bounds(tolls: Mapping[str, Toll], ax: Axes | None = None, *, title: str = _TITLE) -> Axes:
    """Draw each toll under its label: a dot where it is exact, an open line where a bound is not known.

    Raises ValueError where there is nothing to draw.
    """
    if not tolls:
        raise ValueError("there are no tolls to draw; give a mapping such as {'at least 5': Toll(5, None)}")
    ax = style.canvas(ax, 1.5 + 0.42 * len(tolls))
    ends = [bound for toll in tolls.values() for bound in (toll.low, toll.high) if bound is not None]
    edge = max(ends, default=1) * 1.3
    for place, toll in enumerate(tolls.values()):
        _line(ax, place, toll, edge)
        # Above the mark, clear of an open line that starts at it, and inside of the axes.
        anchor = toll.high if toll.high is not None else toll.low or 0
        side = "left" if anchor < _NEAR * edge else "right" if anchor > (1 - _NEAR) * edge else "center"
        ax.annotate(
            str(toll), (anchor, place), xytext=(4 if side == "left" else 0, 8), textcoords="offset points",
            ha=side, fontsize=style.SMALL, color=style.INK,
        )  # fmt: skip
    ax.set_yticks(range(len(tolls)), [style.wrap(label, 34) for label in tolls], fontsize=style.SMALL)
    ax.set_ylim(len(tolls) - 0.5, -0.8)
    ax.set_xlim(0, edge)
    ax.set_xlabel("People reported", fontsize=style.TEXT, color=style.INK)
    style.title(ax, title)
    rows = pd.DataFrame({"phrase": list(tolls), "bounds": [str(toll) for toll in tolls.values()]})
    items = [f"{label}: {toll}" for label, toll in tolls.items()]
    last = (
        "An open arrow means that the other bound is not known; the lines are no estimate of it. "
        "The chart shows what the words allow, not how many people there were."
    )
    style.tell(ax, style.alt(f"Bounds of {len(tolls)} reported phrases.", items, last), rows)
    return ax


def sum_with_overlap(
    first: Toll,
    second: Toll,
    labels: tuple[str, str] = ("First list", "Second list"),
    overlap: int | None = None,
) -> Axes:
    """Draw two lists as bars from zero, and the bounds of the distinct people on them.

    *overlap* people are on both lists; None is an overlap that is not known.
    Raises ValueError where a list has no number to draw, or for an overlap that cannot be.
    """
    together = first.union_with(second, overlap)
    lengths = [toll.low if toll.low is not None else toll.high for toll in (first, second)]
    if None in lengths:
        raise ValueError("a list without any number cannot be drawn; give tolls with a bound")
    ax = style.canvas(None, 2.9)
    shared = overlap or 0
    # Nothing is known of where an unknown overlap ends, so both bars start at zero.
    starts = (0, 0 if overlap is None else (lengths[0] or 0) - shared)
    for place, (start, length, colour) in enumerate(zip(starts, lengths, style.COLOURS, strict=False)):
        ax.barh(place, length or 0, left=start, height=0.5, color=colour, alpha=0.35, edgecolor=colour)
    if shared:
        corner = (starts[1], -0.25)
        ax.add_patch(
            Rectangle(corner, shared, 1.5, fill=False, hatch="///", edgecolor=style.GREY, linewidth=0.8)
        )
    edge = ((lengths[0] or 0) + (lengths[1] or 0)) * 1.12
    _line(ax, 2, together, edge)
    ax.annotate(
        f"different people: {together}", (together.low or 0, 2), xytext=(0, 9), textcoords="offset points",
        ha="left" if (together.low or 0) < edge / 2 else "right", fontsize=style.TEXT, color=style.INK,
    )  # fmt: skip
    names = [f"{label}: {toll}" for label, toll in zip(labels, (first, second), strict=True)]
    ax.set_yticks(range(3), [*names, "Both lists together"], fontsize=style.SMALL)
    ax.set(xlim=(0, edge), ylim=(2.6, -0.5))
    ax.set_xlabel("People reported", fontsize=style.TEXT, color=style.INK)
    assumed = "not known how many are on both lists" if overlap is None else f"{overlap} people on both lists"
    style.title(ax, f"Assumed: {assumed}")
    words = (
        f"Two reported lists as bars, {names[0]} and {names[1]}. Assumed: {assumed}. Then there are "
        f"{together} different people on the two lists. The assumption is the reader's; the reports do not "
        "say how many people are on both lists, or whether each list is complete."
    )
    rows = pd.DataFrame({"list": [*labels, "together"], "bounds": [str(first), str(second), str(together)]})
    style.tell(ax, words, rows)
    return ax


def _line(ax: Axes, place: float, toll: Toll, edge: float) -> None:
    """Draw one toll at the height *place*: closed ends as dots, open ends as arrows."""
    if toll.low is None and toll.high is None:
        return
    low, high = toll.low if toll.low is not None else 0, toll.high if toll.high is not None else edge * 0.97
    if None in (toll.low, toll.high):  # an open end is a place on the page and none on the scale
        page = ax.get_yaxis_transform()
        ax.plot([low / edge, high / edge], [place, place], color=style.INK, linewidth=1.6, transform=page)
        end, mark = (high, ">") if toll.high is None else (low, "<")
        look: dict[str, Any] = {
            "color": style.INK,
            "markerfacecolor": "white",
            "markersize": 8,
            "clip_on": False,
        }
        ax.plot([end / edge], [place], mark, transform=page, **look)
    else:
        ax.plot([low, high], [place, place], color=style.INK, linewidth=1.6)
    face = "white" if toll.approx else style.INK
    known = [bound for bound in (toll.low, toll.high) if bound is not None]
    ax.plot(known, [place] * len(known), "o", color=style.INK, markerfacecolor=face, markersize=7)
