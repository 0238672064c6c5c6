"""A breach of the contract, and what the clauses read off the facts of a panel."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from whosays.case.rows import CaseRows

Panel = dict[str, Any]


class Breach(NamedTuple):
    """Name a *clause* of the contract, what breaks it, and one line that mends it."""

    clause: str
    message: str
    remedy: str

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Print as a notebook shows it: what breaks the clause and, under that, what mends it."""
        with printer.group(4):
            printer.text(f"{self.clause}: {self.message}")
            printer.break_()
            printer.text(self.remedy)


Check = Callable[[Panel, CaseRows], Iterator[Breach]]


def words_of(panel: Panel) -> str:
    """Return all words a reader sees on *panel*."""
    return "\n".join(panel["words"])


def value_axis(panel: Panel) -> str:
    """Return the letter of the axis on which the values of *panel* are read."""
    return "x" if panel["lying"] else "y"


def counted(panel: Panel, case: CaseRows) -> str:
    """Return what *panel* seems to count, as a remedy writes it: "Injured"; "..." where nothing tells.

    Words tell before figures do, since one figure may be of several measures.
    """
    figures: dict[str, set[float]] = {}
    for report in case.reports.values():
        figures.setdefault(report["measure"], set()).add(report["value"])
    measures = sorted(figures, key=lambda name: name.count("_"))
    words, values = words_of(panel), {value for one in panel["series"] for value in one["values"]}
    # The first letters are enough: "injuries" and "death toll" name their measures, too.
    named = [m for m in measures if all(re.search(rf"\b{part[:5]}", words, re.I) for part in m.split("_"))]
    holding = [measure for measure, known in figures.items() if values and values <= known]
    found = named[-1:] or (holding if len(holding) == 1 else [])
    return found[0].replace("_", " ").capitalize() if found else "..."


def bars_of(panel: Panel) -> list[tuple[float, float]]:
    """Return start and end of every bar of *panel*, rounded so that the bars of a stack meet."""
    bars = [one for one in panel["series"] if one["bars"]]
    starts = [start for one in bars for start in one["starts"] or [0.0] * len(one["values"])]
    lengths = [length for one in bars for length in one["values"]]
    return [
        (round(start, 6), round(start + length, 6)) for start, length in zip(starts, lengths, strict=True)
    ]


def says(words: str, part: str) -> bool:
    """Say whether *words* hold *part* as whole words, in any case of letters."""
    return re.search(rf"(?<!\w){re.escape(part.lower())}(?!\w)", words.lower()) is not None
