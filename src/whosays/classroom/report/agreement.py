"""Measure how far students agree on the cells of a ledger, and find the claims they read in two ways."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from whosays.classroom.report.graded_answers import AT_LEAST, Result, graded

LEDGERS = ("ledger", "unit_and_clock")


class Agreement(NamedTuple):
    """Hold Krippendorff's *alpha* on the *cells* of one *column* of a *question*, None if it has none."""

    question: str
    column: str
    cells: int
    alpha: float | None


class Contested(NamedTuple):
    """Hold one *cell* of a *question*, its *answers*, and the *readings* with their numbers, the first two.

    *disagreement* is the chance that two students, drawn at random, read it differently.
    """

    question: str
    cell: str
    answers: int
    disagreement: float
    readings: tuple[tuple[str, int], ...]


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Return Krippendorff's alpha for nominal values: 1 is full agreement, 0 what chance would give.

    *units* holds the values that were given to each unit; missing ones are simply absent. A unit with one
    value cannot be paired and drops out. None where there is nothing to pair, or all values are the same,
    so that chance alone would agree. From the coincidence matrix, as Krippendorff (2011) has it.
    """
    counts = [Counter(values) for values in units if len(values) > 1]
    totals = sum(counts, Counter[Hashable]())
    n = totals.total()
    # Off the diagonal of the coincidence matrix: each unit adds its pairs of unlike values, over m - 1.
    observed = sum(_unlike(unit) / (unit.total() - 1) for unit in counts)
    expected = _unlike(totals) / (n - 1) if n > 1 else 0
    return 1 - observed / expected if expected else None


def agreement(results: Iterable[Result]) -> list[Agreement]:
    """Return the agreement on each column of each ledger; columns have other values, so each has its own."""
    columns: dict[tuple[str, str], list[list[str]]] = {}
    for (question, cell), values in _cells(results).items():
        if len(values) >= AT_LEAST:
            columns.setdefault((question, cell.rpartition(".")[2]), []).append(values)
    return [Agreement(*name, len(units), alpha(units)) for name, units in columns.items()]


def contested(results: Iterable[Result], most: int = 5) -> list[Contested]:
    """Return at most so many cells that are read in two ways, those with the most second readers first.

    A second reading is one that five students or more share: scattered answers are errors, not a reading.
    """
    cells = _cells(results).items()
    found = [_split(name, Counter(values)) for name, values in cells]
    split = [cell for cell in found if len(cell.readings) > 1 and cell.readings[1][1] >= AT_LEAST]
    return sorted(split, key=lambda cell: (-cell.readings[1][1] / cell.answers, -cell.disagreement))[:most]


def _split(name: tuple[str, str], counts: Counter[str]) -> Contested:
    readings = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:2]
    m = counts.total()
    differ = _unlike(counts) / (m * (m - 1)) if m > 1 else 0.0
    return Contested(*name, m, differ, tuple(readings))


def _unlike(counts: Counter[Hashable] | Counter[str]) -> int:
    """Return how many ordered pairs of values differ."""
    return counts.total() ** 2 - sum(count**2 for count in counts.values())


def _cells(results: Iterable[Result]) -> dict[tuple[str, str], list[str]]:
    """Return what was said in each cell of each ledger, by question and cell; open cells are left out."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, value in _said(results):
        found.setdefault(name, []).append(value)
    return found


def _said(results: Iterable[Result]) -> Iterator[tuple[tuple[str, str], str]]:
    for result in graded(results):
        for each in result["questions"]:
            if each["type"] in LEDGERS and isinstance(each["answer"], dict):
                for cell, value in each["answer"].items():
                    if isinstance(value, str) and value:
                        yield (each["id"], cell), value
