"""Find where a quotation comes from in a statement, and what became of each word on the way.

The cheapest placement wins. A fragment may begin and end anywhere in the statement at no cost; an ellipsis
may pass over words for next to nothing, and a bracket may put in or replace words for little. What is left to
pay is what the quotation does not disclose.
"""

from collections.abc import Sequence
from math import inf
from typing import Literal, NamedTuple

from whosays.wording.alignment import next_row
from whosays.wording.quotation import Unit
from whosays.wording.tokens import fold, related, weight

Fate = Literal["same", "restyled", "elided", "bracketed", "replaced", "dropped", "added"]

_LOST = 0.4  # of its weight is what a word costs that is left out in silence
_MOST_PLACES = 20  # a refrain may offer the same words many times


class Placed(NamedTuple):
    """Hold the fate of one unit, and its place in the statement and in the quotation, if it has one."""

    fate: Fate
    said: int | None
    quoted: int | None


class _Price(NamedTuple):
    """Hold what one unit of a quotation may cost: to be added, or to stand for each unit of the statement.

    *skip* is the cost of passing over each unit of the statement next to it.
    """

    add: float
    swap: Sequence[float]
    skip: Sequence[float]


def unbroken(quotation: list[Unit], statement: list[Unit]) -> list[list[Placed]]:
    """Return the places where the words of *quotation* stand in *statement* unbroken and unchanged."""
    size, first = len(quotation), quotation[0].exact
    forms, said = [unit.exact for unit in quotation], [unit.exact for unit in statement]
    starts = [i for i in range(len(said) - size + 1) if said[i] == first and said[i : i + size] == forms]
    return [[Placed("same", start + q, q) for q in range(size)] for start in starts[:_MOST_PLACES]]


def cheapest(quotation: list[Unit], statement: list[Unit]) -> tuple[float, list[list[Placed]]]:
    """Return the least cost of *quotation* in *statement*, and the placements that cost it, by their ends."""
    dropped = [_LOST * weight(said.key) for said in statement]
    distinct = {said.exact: said.key for said in statement}
    prices = [_price(unit, statement, dropped, distinct) for unit in quotation]
    table = [[0.0] * (len(statement) + 1)]
    for price in prices:
        table.append(next_row(table[-1], price.add, price.swap, price.skip))
    least = min(table[-1])
    ends = [end for end, cost in enumerate(table[-1]) if cost == least]
    return least, [_trace(table, prices, end, (quotation, statement)) for end in ends[:_MOST_PLACES]]


def _price(unit: Unit, statement: list[Unit], dropped: list[float], distinct: dict[str, str]) -> _Price:
    """Return what *unit* may cost in *statement*, whose *distinct* words have their keys."""
    if unit.kind == "gap":
        return _Price(0.0, [inf] * len(statement), [0.001] * len(statement))
    if unit.kind == "bracket" and unit.key == "*":
        passed = [0.6 * cost for cost in dropped]
        swap = [
            0.0 if unit.exact == said.exact else 0.05 + cost
            for said, cost in zip(statement, passed, strict=True)
        ]
        return _Price(0.05, swap, passed)
    added = _added(unit)
    known = {exact: _swap(unit, exact, key, added) for exact, key in distinct.items()}
    return _Price(added, [known[said.exact] for said in statement], dropped)


def _added(unit: Unit) -> float:
    """Return the cost of a word that was never said: more than that of a word left out."""
    return 1.5 * max(1.0, weight(unit.key))


def _swap(unit: Unit, exact: str, key: str, added: float) -> float:
    """Return the cost of quoting *unit* (*added* as a new word) where the statement has another."""
    if unit.exact == exact:
        return 0.0
    if unit.kind == "bracket":
        return 0.1 if discloses(unit, exact) else added
    if unit.key == key:
        return 0.01
    if unit.key[:1].isdigit() and key[:1].isdigit():
        return 0.5
    said = weight(key)
    if weight(unit.key) != said:
        return added + said / 2
    return added / (2.4 if said > 1 and related(unit.key, key) else 1.2)


def discloses(unit: Unit, exact: str) -> bool:
    """Say whether the letters that *unit* has outside of its bracket are those of the word *exact*."""
    head, _, tail = unit.key.partition("*")
    form = fold(exact)
    return unit.kind == "bracket" and form.startswith(head) and form.endswith(tail)


def _trace(
    table: list[list[float]], prices: list[_Price], end: int, units: tuple[list[Unit], list[Unit]]
) -> list[Placed]:
    """Return the placement that ends at *end*, walking the table of costs back to its beginning."""
    quotation, statement = units
    placed: list[Placed] = []
    q, s = len(quotation), end
    while q:
        unit, price, here = quotation[q - 1], prices[q - 1], table[q][s]
        if s and here == table[q - 1][s - 1] + price.swap[s - 1]:
            q, s = q - 1, s - 1
            placed.append(Placed(_fate(unit, statement[s]), s, q))
        elif s and here == table[q][s - 1] + price.skip[s - 1]:
            s -= 1
            placed.append(Placed(_left_out(unit), s, q - 1 if _left_out(unit) != "dropped" else None))
        else:
            q -= 1
            if unit.kind != "gap":
                placed.append(Placed("bracketed" if unit.key == "*" else "added", None, q))
    return placed[::-1]


def _fate(unit: Unit, said: Unit) -> Fate:
    """Return what *unit* made of *said*, which stands in its place."""
    if unit.exact == said.exact:
        return "same"
    if unit.kind == "bracket":
        return "bracketed" if discloses(unit, said.exact) else "replaced"
    return "restyled" if unit.key == said.key else "replaced"


def _left_out(unit: Unit) -> Fate:
    """Return how *unit* accounts for the words of the statement that it passes over."""
    if unit.kind == "gap":
        return "elided"
    return "bracketed" if unit.kind == "bracket" and unit.key == "*" else "dropped"
