"""Count the claims of a case by who speaks and by kind."""

from dataclasses import dataclass
from functools import cached_property

from whosays.questions.answer_parts import is_whole, written
from whosays.questions.question import Wrong
from whosays.questions.types.keyed_table import Cell, KeyedTable, TableFields


@dataclass(frozen=True)
class Speakers:
    """Hold one row: the speakers of a *side*, or those with the ids *origins*."""

    id: str
    label: str
    side: str = ""
    origins: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kinds:
    """Hold one column: the *kinds* of claim that it counts."""

    id: str
    label: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class TallyFields(TableFields):
    """Hold what is counted, down and across."""

    rows: tuple[Speakers, ...]
    columns: tuple[Kinds, ...]


class Tally(KeyedTable):
    """Count the claims of a case by who speaks (down) and by kind (across)."""

    fields: TallyFields
    type = "tally"
    control = "number"

    @cached_property
    def cells(self) -> dict[str, Cell]:
        """One number for each row and column, counted in the claims."""
        built = [
            Cell(row.id, column.id, {}, {str(self._count(row, column)): ""})
            for row in self.fields.rows
            for column in self.fields.columns
        ]
        return {cell.id: cell for cell in built}

    def row_name(self, row: str) -> str:
        """Return the label of *row*."""
        return next(each.label for each in self.fields.rows if each.id == row)

    def column_name(self, column: str) -> str:
        """Return the label of *column*."""
        return next(each.label for each in self.fields.columns if each.id == column)

    def value(self, cell: Cell, given: object) -> str:
        """Return the whole number *given* as digits."""
        text = written(given)
        if not is_whole(text):
            raise ValueError(f"{self._place(cell)}: {given!r:.60} is not a whole number; write digits")
        return str(int(text))

    def explain(self, cell: Cell, value: str) -> Wrong | None:
        """Return the bank's explanation, or the rule for counting."""
        return super().explain(cell, value) or Wrong(
            "Count the claims of this kind whose speaker stands on this side, and no others."
        )

    def _count(self, row: Speakers, column: Kinds) -> int:
        case = self.ground.case
        of_side = {name for name, source in case.sources.items() if source["side"] == row.side}
        theirs = row.origins or of_side
        claims = case.claims.values()
        return sum(claim["speaker"] in theirs and claim["kind"] in column.kinds for claim in claims)
