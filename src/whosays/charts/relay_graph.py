"""Who told whom, as boxes in layers with an arrow for every relay."""

from typing import Any

import networkx as nx
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from whosays.charts import style

_BASES: dict[str, Any] = {
    "stated": "solid",
    "shared_words": (0, (5, 2)),
    "arithmetic": (0, (6, 2, 1, 2)),
    "inferred": (0, (1, 2)),
}
_MEANINGS = {
    "stated": "stated by the teller",
    "shared_words": "a shared run of words",
    "arithmetic": "the sums agree",
    "inferred": "inferred by comparing texts",
}
_TITLE = "Who took it from whom: arrows point the way the words travelled"


def provenance_graph(told: "nx.MultiDiGraph[str]", ax: Axes | None = None, *, title: str = _TITLE) -> Axes:
    """Draw the graph of one figure from left to right, origins first, every relay as an arrow of its own.

    *told* is made by provenance.graph. Raises ValueError for an empty graph.
    """
    if not told:
        raise ValueError("the graph is empty; make it with provenance.graph(case.relays, figure)")
    places = _places(told)
    rows = max(row for _, row in places.values()) + 1
    ax = style.canvas(ax, 1.3 + 0.85 * rows)
    style.blank(ax, 1 + max(layer for layer, _ in places.values()), rows)
    boxes = {node: _box(ax, told.nodes[node], places[node]) for node in told}
    for a, b in dict.fromkeys(told.edges()):
        relays = list(told[a][b].values())
        for number, relay in enumerate(relays):
            _arrow(ax, (boxes[a], boxes[b]), relay, 0.45 * (number - (len(relays) - 1) / 2))
    style.title(ax, title)
    used = [basis for basis in _BASES if basis in {relay["basis"] for *_, relay in told.edges(data=True)}]
    lines = [Line2D([], [], color=style.INK, linestyle=_BASES[b], label=_MEANINGS[b]) for b in used]
    style.key(ax, lines, below=0.1)
    relays_drawn: list[dict[str, str]] = [
        {"from": told.nodes[a]["name"], "to": told.nodes[b]["name"], "how": r["how"], "basis": r["basis"]}
        for a, b, r in told.edges(data=True)
    ]
    style.tell(ax, _alt(told, relays_drawn), pd.DataFrame(relays_drawn))
    return ax


def _places(told: "nx.MultiDiGraph[str]") -> dict[str, tuple[int, float]]:
    """Return layer and row of every node: a layer is the longest way from an origin."""
    # Circles have no layers of their own; each stands as one.
    whole = nx.condensation(nx.DiGraph(told))
    layers: dict[int, list[str]] = {}
    for layer, groups in enumerate(nx.topological_generations(whole)):
        layers[layer] = sorted(
            (n for g in groups for n in whole.nodes[g]["members"]), key=lambda n: -told.out_degree(n)
        )
    tallest = max(map(len, layers.values()))
    return {
        node: (layer, row + (tallest - len(nodes)) / 2)
        for layer, nodes in layers.items()
        for row, node in enumerate(nodes)
    }


def _box(ax: Axes, node: dict[str, Any], place: tuple[int, float]) -> Any:
    origin, lost = "origin" in node, "lost" in node
    words = style.wrap(node["name"], 17) + ("\n(trail lost)" if lost else "")
    frame = {
        "boxstyle": "round,pad=0.4", "facecolor": "white", "edgecolor": style.INK,
        "linewidth": 2.2 if origin else 0.9, "linestyle": "--" if lost else "-",
    }  # fmt: skip
    return ax.text(
        place[0] + 0.5, place[1] + 0.5, words, ha="center", va="center", fontsize=style.SMALL, bbox=frame,
        color=style.INK, zorder=5, linespacing=1.1,
    )  # fmt: skip


def _arrow(ax: Axes, ends: tuple[Any, Any], relay: dict[str, Any], bend: float) -> None:
    start, end = (box.get_position() for box in ends)
    arrow = {
        "arrowstyle": "-|>", "connectionstyle": f"arc3,rad={bend}", "linestyle": _BASES[relay["basis"]],
        "color": style.INK, "linewidth": 1.3, "patchA": ends[0].get_bbox_patch(),
        "patchB": ends[1].get_bbox_patch(), "shrinkA": 2, "shrinkB": 2,
    }  # fmt: skip
    # Above the boxes: an arrow ends where its box was drawn, and a figure is drawn only once.
    ax.annotate("", end, start, arrowprops=arrow, zorder=6)
    # The middle of an arc3 arrow lies half its bend off the straight line, measured on the page.
    points = ax.transData.transform([start, end])
    (x, y), (dx, dy) = points.mean(axis=0), points[1] - points[0]
    mid_x, mid_y = ax.transData.inverted().transform((x + bend * dy / 2, y - bend * dx / 2))
    halo = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
    words = relay["how"].replace("_", " ")
    ax.text(
        float(mid_x), float(mid_y), words, ha="center", va="center", fontsize=style.SMALL, bbox=halo, zorder=7
    )


def _alt(told: "nx.MultiDiGraph[str]", rows: list[dict[str, str]]) -> str:
    origins = [told.nodes[node]["name"] for node in told if "origin" in told.nodes[node]]
    stated = style.listed(origins) or "none"
    first = f"A graph of who took a figure from whom. Origins that stated it: {stated}. Relays:"
    items = [
        f"{row['how'].replace('_', ' ')}: {row['to']} from {row['from']}, {row['basis']}" for row in rows
    ]
    return style.alt(first, items, "An origin is where the trail stops; the graph does not show who counted.")
