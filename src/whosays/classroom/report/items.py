"""Say of each question how hard it was, and whether it tells strong submissions from weak ones."""

from collections.abc import Iterable, Sequence
from statistics import StatisticsError, correlation, fmean
from typing import NamedTuple

from whosays.classroom.report.graded_answers import AT_LEAST, Result, graded

TOO_HARD, TOO_EASY = 0.20, 0.95


class Item(NamedTuple):
    """Hold how a *question* went: *answered* by how many, their *mean* score, and its *discrimination*.

    *mean* runs from 0 to 1, and *discrimination* from -1 to 1. Either is None where fewer than five students
    answered; *discrimination* also where all scores were the same.
    """

    question: str
    answered: int
    mean: float | None
    discrimination: float | None

    @property
    def flag(self) -> str:
        """Why the question should be looked at; empty where it need not."""
        if self.mean is not None and self.mean < TOO_HARD:
            return "below 20 per cent"
        if self.mean is not None and self.mean > TOO_EASY:
            return "above 95 per cent"
        # Chance alone takes a correlation of 0 beyond two standard errors in one of twenty questions.
        turned = self.discrimination is not None and self.discrimination < -2 / self.answered**0.5
        return "turned around" if turned else ""


def items(results: Iterable[Result]) -> list[Item]:
    """Return one item for each question that a program marks, in the order they are asked.

    The discrimination is the correlation of the score with the points for all other questions, the
    point-biserial where an answer is right or wrong; with the question left in, a question would
    correlate with itself. An open question counts nothing towards the rest, and is left out of its own item.
    """
    rows: dict[str, list[tuple[float, float]]] = {}
    for result in graded(results):
        asked = [each for each in result["questions"] if each["type"] != "writing"]
        every = sum(each["points"] for each in asked)
        for each in asked:
            own = rows.setdefault(each["id"], [])
            if each["score"] is not None:
                own.append((each["score"], every - each["points"]))
    return [_item(name, answered) for name, answered in rows.items()]


def _item(name: str, answered: Sequence[tuple[float, float]]) -> Item:
    """Return the item *name* from scores and points for all other questions."""
    if len(answered) < AT_LEAST:
        return Item(name, len(answered), None, None)
    scores, rests = zip(*answered, strict=True)
    try:
        tells = correlation(scores, rests)
    except StatisticsError:  # all the same
        tells = None
    return Item(name, len(answered), fmean(scores), tells)
