"""Say what a retelling made of a statement, clause by clause, and whether the meaning is another."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from whosays.questions.question import Wrong
from whosays.questions.types.table import Cell, Table

CHANGES = {
    "kept": "the same words stand in both",
    "reworded": "other words stand for the same thing",
    "dropped": "nothing in the retelling stands for these words",
    "added": "nothing in the statement stands for these words",
    "softened": "the retelling claims less, or less firmly",
    "strengthened": "the retelling claims more, or more firmly",
    "re-quoted": "quotation marks stand around words that are not the statement’s exact words",
}
MEANINGS = {
    "same": "a reader of either would believe the same",
    "arguable": "careful readers would differ",
    "differs": "a reader of the retelling would believe something else",
}
_OPTIONS = {"change": CHANGES, "meaning": MEANINGS}


class Slots(Table):
    """Label what became of a clause; an arguable meaning accepts every answer, with our note."""

    type = "slots"

    @cached_property
    def rows(self) -> dict[str, Mapping[str, Any]]:
        """The rows of the case's wording, by id."""
        return {
            row["wording"]: self.ground.case.wording.loc[row["wording"]].to_dict()
            for row in self.entry["rows"]
        }

    @cached_property
    def cells(self) -> dict[str, Cell]:
        """One cell for each clause and each of change and meaning that is asked for."""
        built = [
            Cell(row, column, "", {value: value for value in _OPTIONS[column]}, self._right(row, column))
            for row in self.rows
            for column in self.entry.get("columns", tuple(_OPTIONS))
        ]
        return {cell.id: cell for cell in built}

    def row_name(self, row: str) -> str:
        """Return the clause of the statement and what stands for it in the article."""
        told = (self.rows[row][side] for side in ("statement_words", "article_words"))
        before, after = map(_shown, told)
        return f"{before} → {after}"

    def row_in_marks(self, row: str) -> str:
        """Return the same: its parts stand between marks of their own."""
        return self.row_name(row)

    def explain(self, cell: Cell, value: str) -> Wrong | None:
        """Return the bank's explanation, or what the chosen label would mean."""
        meant = f"“{value}” would say: {_OPTIONS[cell.column][value]}. Read the two side by side."
        return super().explain(cell, value) or Wrong(meant)

    def _right(self, row: str, column: str) -> dict[str, str]:
        ours, note = str(self.rows[row][column]), str(self.rows[row]["note"])
        others = {value: note for value in MEANINGS if value != ours} if ours == "arguable" else {}
        return {ours: "", **others}


def _shown(words: str) -> str:
    return "(nothing)" if words == "not_there" else "“" + words.strip('“”" ') + "”"
