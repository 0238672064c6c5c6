"""Draw a figure that keeps the chart contract; it is judged by the facts taken from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from whosays.case.rows import Row
from whosays.charts.contract import CLAUSES, Breach, breaches
from whosays.charts.contract.offices import offices_of
from whosays.charts.facts import read_facts
from whosays.questions.fields import Fields
from whosays.questions.question import Control, Question, Result

_ROWS = (
    "Each figure of the rows that belong here is drawn, as its source's, in the order of time, and no other."
)


@dataclass(frozen=True, kw_only=True)
class ChartFields(Fields):
    """Hold the clauses asked for, and the ids of the rows of reports that the chart *draws*."""

    clauses: tuple[str, ...] = tuple(CLAUSES)
    draws: tuple[str, ...] = ()


class Chart(Question):
    """Draw a chart; an answer is what charts.facts found in the figure.

    The score is the share of the clauses asked for that the chart keeps; a figure with nothing on it keeps
    none. Where the bank says which rows of reports it draws, that is one more clause, and a chart of other
    figures is worth at most half: its words may be in order, and what it shows is not what was reported.
    """

    fields: ChartFields
    type = "chart"

    @cached_property
    def clauses(self) -> dict[str, str]:
        """What is asked of the chart, by the names of the clauses."""
        own = {"rows": _ROWS} if self.fields.draws else {}
        return {name: CLAUSES[name] for name in self.fields.clauses} | own

    def read(self, answer: object) -> dict[str, Any]:
        """Return *answer* if it is the facts of a figure."""
        return read_facts(answer)

    def mark(self, answer: dict[str, Any]) -> Result:
        """Return the share of clauses kept, and every breach with a line of code that mends it."""
        found = [
            b for b in breaches(answer, self.ground.case) if b.clause in self.clauses or b.clause == "empty"
        ]
        if self.fields.draws and not any(breach.clause == "empty" for breach in found):
            remedy = "draw the rows of the table that belong here, and label each series with its source"
            found += [Breach("rows", message, remedy) for message in self._off(answer)]
        if not found:
            return self.right("The chart keeps every clause that a program can check. Is it worth drawing?")
        broken = {breach.clause for breach in found}
        score = 0.0 if "empty" in broken else 1 - len(broken) / len(self.clauses)
        score /= 2 if "rows" in broken else 1
        return self.wrong("\n".join(f"{b.clause}: {b.message}\n    {b.remedy}" for b in found), score=score)

    def _off(self, answer: dict[str, Any]) -> Iterator[str]:
        """Say which figures are not drawn, which nobody reported, and which stand under another's name."""
        rows = [self.ground.case.reports[name] for name in self.fields.draws]
        reported = _values(rows)
        series = [one for panel in answer["panels"] for one in _labelled(panel)]
        drawn = {value for _, values, _ in series for value in values}
        if missing := reported - drawn:
            yield f"not drawn: {_told(missing)}"
        if strange := drawn - reported:
            yield f"a figure that nobody reported, or of a row that does not belong here: {_told(strange)}"
        for label, values, bars in series:
            named = offices_of(self.ground.case).named(label)
            theirs = [row for row in rows if row["source"] in named] or rows
            if foreign := set(values) & reported - _values(theirs):
                yield f"under {label!r} stands a figure that is not theirs: {_told(foreign)}"
            elif not bars and not strange and not _in_time(theirs, values):
                yield f"{label or 'a series'!r} goes back in time: {', '.join(f'{v:g}' for v in values)}"

    def controls(self) -> list[Control]:
        """Return nothing: the answer is the figure."""
        return []

    def said(self, answer: dict[str, Any]) -> str:
        """Return how much is drawn."""
        count = len(answer["panels"])
        return f"a figure with {count} {'panel' if count == 1 else 'panels'}"

    def reveal(self, answer: dict[str, Any]) -> list[str]:
        """Return every clause asked for: many figures keep them, and none is ours."""
        return ["What is asked:", *self.solution().splitlines()]

    def solution(self) -> str:
        """Return what the contract asks, a line a clause."""
        return "\n".join(f"{name}: {asked}" for name, asked in self.clauses.items())


def _labelled(panel: dict[str, Any]) -> list[tuple[str, list[float], bool]]:
    """Return what a reader sees it called, or its label, and values and kind of every series."""
    series, legend = panel["series"], panel["legend"]
    bare = len(legend) == len(series) and not any(one["label"] for one in series)
    labels = legend if bare else [(one["called"] or [one["label"]])[0] for one in series]
    return [(label, one["values"], one["bars"]) for label, one in zip(labels, series, strict=True)]


def _values(rows: list[Row]) -> set[float]:
    return {row["value"] for row in rows}


def _in_time(rows: list[Row], values: list[float]) -> bool:
    """Say whether *values* can be read in this order; without an hour a report may be of any of its day."""
    spans = [(row["value"], *_window(row)) for row in rows if row["reported"]]
    now = datetime.min
    for value in values:
        starts = [first for held, first, last in spans if held == value and last >= now]
        if not starts:
            return False
        now = max(now, min(starts))
    return True


def _window(row: Row) -> tuple[datetime, datetime]:
    """Return the earliest and the latest moment at which the report of *row* can have been made."""
    moment: datetime = row["reported"]
    day = moment.replace(hour=0, minute=0)
    return (moment, moment) if "T" in row["reported_at"] else (day, day + timedelta(days=1))


def _told(values: set[float]) -> str:
    return ", ".join(f"{value:g}" for value in sorted(values))
