"""Follow a figure from teller to teller: where it comes from, and what changed on the way."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, NamedTuple

import networkx as nx
import pandas as pd

from whosays.case.values import Unsaid

SLOTS = ("value", "bound", "unit", "speaker", "as_of")


class Origins(NamedTuple):
    """Hold where the trail of a figure ends: sources that *stated* it, and tellers where it is *lost*."""

    stated: list[str]
    lost: list[str]


def graph(relays: pd.DataFrame, figure: str) -> "nx.MultiDiGraph[str]":
    """Return who took *figure* from whom, as edges that point the way the words travelled.

    Nodes are source ids, with their ``name``; a node is an ``origin`` where it stated the figure itself, and
    its trail is ``lost`` where it does not say from whom it took it. Each edge is keyed by the id of its
    row and carries the row; two rows between the same two sources are two edges.
    Raises ValueError, naming the figures there are, when no row of *relays* has this one.
    """
    rows = relays[relays["figure"] == figure]
    if rows.empty:
        known = ", ".join(sorted(relays["figure"].unique()))
        raise ValueError(f"no relay carries the figure {figure!r}; choose one of {known}")
    told: nx.MultiDiGraph[str] = nx.MultiDiGraph(figure=figure)
    records: list[dict[str, Any]] = [{str(k): v for k, v in row.items()} for row in rows.to_dict("records")]
    for row in records:
        told.add_node(row["teller"], name=row["teller_name"])
        if row["took_from"] == Unsaid.NOT_SAID:
            told.nodes[row["teller"]]["origin" if row["how"] == "states" else "lost"] = row
        else:
            told.add_node(row["took_from"], name=row["took_from_name"])
            told.add_edge(row["took_from"], row["teller"], key=row["id"], **row)
    return told


def origins(told: "nx.MultiDiGraph[str]", teller: str | None = None) -> Origins:
    """Return where the trail ends behind *teller*, or behind everyone who tells the figure.

    An origin is where the trail stops, not proof that somebody counted there.
    """
    behind = set(told) if teller is None else {teller, *nx.ancestors(told, _known(told, teller))}
    stated = sorted(node for node in behind if "origin" in told.nodes[node])
    lost = sorted(node for node in behind if "origin" not in told.nodes[node] and told.in_degree(node) == 0)
    return Origins(stated, lost)


def independent_origins(told: "nx.MultiDiGraph[str]", teller: str | None = None) -> int:
    """Return how many different sources stated the figure that *teller*, or everyone, passes on.

    Outlets that repeat one origin count once (Yousif, Aboody and Keil 2019: readers count each of them).
    A trail that is lost is no origin: it may lead back to one already counted.
    """
    return len(origins(told, teller).stated)


def drift(told: "nx.MultiDiGraph[str]", teller: str, origin: str | None = None) -> pd.DataFrame:
    """Return the figure in five slots at every step from *origin* to *teller*, and which slots changed.

    One row per step with the columns teller, value, bound, unit, speaker, as_of and changed (a tuple of slot
    names; empty in the first row). Without *origin* the trail's first stated origin is taken, else where it
    is lost. Of two relays between the same two sources the first row is followed. Raises ValueError where
    there is no such trail.
    """
    ends = origins(told, teller)
    start = origin or next(iter([*ends.stated, *ends.lost]), None)
    if start is None:
        raise ValueError(
            f"the trail behind {teller!r} runs in a circle and has no beginning; mend relays.csv"
        )
    if not nx.has_path(told, _known(told, start), teller):
        raise ValueError(f"no trail leads from {start!r} to {teller!r}")
    path = nx.shortest_path(told, start, teller)
    printed = [_own_row(told, start), *(_first(told[a][b]) for a, b in pairwise(path))]
    steps = pd.DataFrame([{"teller": row["teller_name"], **{s: row[s] for s in SLOTS}} for row in printed])
    earlier = steps.shift()
    steps["changed"] = [
        tuple(slot for slot in SLOTS if number and steps[slot][number] != earlier[slot][number])
        for number in range(len(steps))
    ]
    return steps


def _own_row(told: "nx.MultiDiGraph[str]", source: str) -> dict[str, Any]:
    """Return how *source* tells the figure: as its origin, as where it is lost, or as it took it over."""
    held = told.nodes[source]
    rows = [
        held.get("origin"),
        held.get("lost"),
        *(_first(told[a][source]) for a in told.predecessors(source)),
    ]
    for row in filter(None, rows):
        return dict(row)
    raise ValueError(
        f"no row says how {source!r} has the figure; add one to relays.csv, with took_from not_said"
    )


def _first(relays: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the first row of the *relays* between two sources."""
    return next(iter(relays.values()))


def _known(told: "nx.MultiDiGraph[str]", source: str) -> str:
    if source not in told:
        raise ValueError(f"{source!r} does not tell this figure; choose one of {', '.join(sorted(told))}")
    return source
