"""Draw a figure that keeps the chart contract; it is judged by the facts taken from it."""

from functools import cached_property
from typing import Any

from whosays.questions.question import Control, Question, Result


class Chart(Question):
    """Draw a chart; an answer is what chart_facts.facts found in the figure.

    The score is the share of the clauses asked for that the chart keeps; a figure with nothing on it keeps
    none.
    """

    type = "chart"

    @cached_property
    def clauses(self) -> dict[str, str]:
        """What is asked of the chart, by the names of the clauses."""
        from whosays.contract import CLAUSES  # brings matplotlib, which most questions can do without

        asked = self.entry.get("clauses", list(CLAUSES))
        return {name: CLAUSES[name] for name in asked}

    def read(self, answer: object) -> dict[str, Any]:
        """Return *answer* if it is the facts of a figure."""
        from whosays.chart_facts import read_facts

        return read_facts(answer)

    def mark(self, answer: dict[str, Any]) -> Result:
        """Return the share of clauses kept, and every breach with a line of code that mends it."""
        from whosays.contract import breaches

        found = [
            b for b in breaches(answer, self.ground.case) if b.clause in self.clauses or b.clause == "empty"
        ]
        if not found:
            return self.right("The chart keeps every clause that a program can check. Is it worth drawing?")
        broken = {breach.clause for breach in found}
        score = 0.0 if "empty" in broken else 1 - len(broken) / len(self.clauses)
        return self.wrong("\n".join(f"{b.clause}: {b.message}\n    {b.remedy}" for b in found), score=score)

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
