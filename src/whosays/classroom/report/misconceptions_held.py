"""Say which misconceptions the wrong answers of a class showed, in how many students, and how surely."""

from collections.abc import Iterable
from statistics import fmean
from typing import NamedTuple

from whosays.answers.measures import SURE
from whosays.classroom.report.graded_answers import AT_LEAST, Result, given, graded


class Held(NamedTuple):
    """Hold how many *students* showed a *misconception*, how many *times*, and how sure they were then.

    *confidence* is the mean, and *sure* the share of 80 per cent or more; both are None where fewer than
    five students said how sure they were.
    """

    misconception: str
    students: int
    times: int
    confidence: float | None
    sure: float | None


def held(results: Iterable[Result]) -> list[Held]:
    """Return the misconceptions that wrong answers showed, those of most students first."""
    shown: dict[str, list[list[int | None]]] = {}
    for result in graded(results):
        own: dict[str, list[int | None]] = {}
        for row in given([result]):
            if row.misconception:
                own.setdefault(row.misconception, []).append(row.confidence)
        for name, said in own.items():
            shown.setdefault(name, []).append(said)
    found = [_held(name, students) for name, students in shown.items()]
    return sorted(found, key=lambda each: (-each.students, -each.times, each.misconception))


def _held(name: str, students: list[list[int | None]]) -> Held:
    said = [sure for one in students for sure in one if sure is not None]
    if sum(any(sure is not None for sure in one) for one in students) < AT_LEAST:
        confidence = share = None
    else:
        confidence, share = fmean(said), fmean(sure >= SURE for sure in said)
    return Held(name, len(students), sum(map(len, students)), confidence, share)
