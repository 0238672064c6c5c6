"""Draw a figure that keeps the chart contract; it is judged by the facts taken from it."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import pandas as pd

from whosays.questions.question import Control, Question, Result

_ROWS = (
    "Each figure of the rows that belong here is drawn, as its source's, in the order of time, and no other."
)


class Chart(Question):
    """Draw a chart; an answer is what chart_facts.facts found in the figure.

    The score is the share of the clauses asked for that the chart keeps; a figure with nothing on it keeps
    none. Where the bank says which rows of reports it draws, that is one more clause, and a chart of other
    figures is worth at most half: its words may be in order, and what it shows is not what was reported.
    """

    type = "chart"

    @cached_property
    def clauses(self) -> dict[str, str]:
        """What is asked of the chart, by the names of the clauses."""
        from whosays.charts.contract import CLAUSES  # brings matplotlib, which most questions can do without

        asked = self.entry.get("clauses", list(CLAUSES))
        own = {"rows": _ROWS} if "draws" in self.entry else {}
        return {name: CLAUSES[name] for name in asked} | own

    def read(self, answer: object) -> dict[str, Any]:
        """Return *answer* if it is the facts of a figure."""
        from whosays.charts.facts import read_facts

        return read_facts(answer)

    def mark(self, answer: dict[str, Any]) -> Result:
        """Return the share of clauses kept, and every breach with a line of code that mends it."""
        from whosays.charts.contract import breaches
        from whosays.charts.contract.breach import Breach

        found = [
            b for b in breaches(answer, self.ground.case) if b.clause in self.clauses or b.clause == "empty"
        ]
        if "draws" in self.entry and not any(breach.clause == "empty" for breach in found):
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
        rows = self.ground.case.reports.loc[self.entry["draws"]]
        series = [one for panel in answer["panels"] for one in _labelled(panel)]
        drawn = {value for _, values, _ in series for value in values}
        if missing := set(rows["value"]) - drawn:
            yield f"not drawn: {_told(missing)}"
        if strange := drawn - set(rows["value"]):
            yield f"a figure that nobody reported, or of a row that does not belong here: {_told(strange)}"
        for label, values, bars in series:
            theirs = _of_source(rows, label)
            if foreign := set(values) & set(rows["value"]) - set(theirs["value"]):
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
    """Return label, values and kind of every series; a legend may name series that have no label."""
    series, legend = panel["series"], panel["legend"]
    bare = len(legend) == len(series) and not any(one["label"] for one in series)
    labels = legend if bare else [one["label"] for one in series]
    return [(label, one["values"], one["bars"]) for label, one in zip(labels, series, strict=True)]


def _of_source(rows: pd.DataFrame, label: str) -> pd.DataFrame:
    """Return the *rows* of the sources that *label* names, or all of them where it names none."""
    from whosays.charts.contract.breach import names

    theirs = rows[[names(label, str(name)) for name in rows["source_name"]]]
    return rows if theirs.empty else theirs


def _in_time(rows: pd.DataFrame, values: list[float]) -> bool:
    """Say whether *values* can be read in this order; without an hour a report may be of any of its day."""
    dated = ~rows["reported_at"].str.contains("T")
    days = rows["reported"].dt.normalize()
    last = rows["reported"].where(~dated, days + pd.Timedelta(days=1))
    first = rows["reported"].where(~dated, days)
    now = first.min()
    for value in values:
        open_still = (rows["value"] == value) & (last >= now)
        if not open_still.any():
            return False
        now = max(now, first[open_still].min())
    return True


def _told(values: set[float]) -> str:
    return ", ".join(f"{value:g}" for value in sorted(values))
