"""Say what a retelling made of a statement, clause by clause, and whether the meaning is another."""

from dataclasses import dataclass
from functools import cached_property

from whosays.case.rows import Rows
from whosays.case.values import Unsaid
from whosays.questions.question import Wrong
from whosays.questions.types.claims_table import AlsoRight, placed
from whosays.questions.types.keyed_table import Cell, KeyedTable, TableFields

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


@dataclass(frozen=True)
class Clause:
    """Name one row of the case's wording."""

    wording: str


@dataclass(frozen=True, kw_only=True)
class SlotsFields(TableFields):
    """Hold the clauses, which of change and meaning is asked of each, and what else holds."""

    rows: tuple[Clause, ...]
    columns: tuple[str, ...] = tuple(_OPTIONS)
    also: tuple[AlsoRight, ...] = ()


class Slots(KeyedTable):
    """Label what became of a clause; an arguable meaning accepts every answer, with our note."""

    fields: SlotsFields
    type = "slots"

    @cached_property
    def rows(self) -> Rows:
        """The rows of the case's wording, by id."""
        return {row.wording: self.ground.case.wording[row.wording] for row in self.fields.rows}

    @cached_property
    def cells(self) -> dict[str, Cell]:
        """One cell for each clause and each of change and meaning that is asked for."""
        built = [
            Cell(row, column, {value: value for value in _OPTIONS[column]}, self._right(row, column))
            for row in self.rows
            for column in self.fields.columns
        ]
        return placed({cell.id: cell for cell in built}, self.fields.also)

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
        ours, note = self.rows[row][column], self.rows[row]["note"]
        others = {value: note for value in MEANINGS if value != ours} if ours == "arguable" else {}
        also = {one.value: one.when for one in self.fields.also if (one.row, one.column) == (row, column)}
        return {ours: "", **others, **also}


def _shown(words: str) -> str:
    return "(nothing)" if words == Unsaid.NOT_THERE else "“" + words.strip('“”" ') + "”"
