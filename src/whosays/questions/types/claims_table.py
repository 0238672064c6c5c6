"""A table whose rows are claims: of the case, or of a text we made up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar

from whosays.case.rows import Row, Rows
from whosays.questions.types.keyed_table import Cell, KeyedTable, TableFields


@dataclass(frozen=True)
class AlsoRight:
    """Hold a *value* of the cell in *row* and *column* that holds beside ours, and *when* it does."""

    row: str
    column: str
    value: str
    when: str


@dataclass(frozen=True, kw_only=True)
class ClaimsFields(TableFields):
    """Hold the claims: a row names one of the case, or has an id, words, and a value for each column.

    *columns* are those asked for, all of the type where none is named; *choices* are options by column;
    *also* is what careful readers may answer instead.
    """

    rows: tuple[dict[str, Any], ...]
    columns: tuple[str, ...] = ()
    choices: dict[str, dict[str, str]] = field(default_factory=dict)
    also: tuple[AlsoRight, ...] = ()


class ClaimsTable(KeyedTable):
    """Ask the same of each of several claims."""

    fields: ClaimsFields
    names: ClassVar[Mapping[str, str]]  # of the columns, by id

    @cached_property
    def rows(self) -> Rows:
        """The rows by id: claims of the case, or rows of the bank as they are."""
        return dict(map(self._row, self.fields.rows))

    def row_name(self, row: str) -> str:
        """Return the words of the claim, without the marks around them."""
        words = unquoted(self.rows[row]["words"].strip())
        return words if words.count("“") == words.count("”") else words.strip('“”" ')

    def column_name(self, column: str) -> str:
        """Return the name of *column*."""
        return self.names[column]

    @cached_property
    def cells(self) -> dict[str, Cell]:
        """One cell for each claim and each column asked for."""
        built = [
            Cell(row, column, self.options(column), {**self.accepted(row, column), **self._also(row, column)})
            for row in self.rows
            for column in self.fields.columns or self.names
        ]
        return placed({cell.id: cell for cell in built}, self.fields.also)

    def options(self, column: str) -> dict[str, str]:
        """Return what may be chosen in *column*, by value."""
        return self.fields.choices.get(column, {})

    def accepted(self, row: str, column: str) -> dict[str, str]:
        """Return the accepted values of a cell, and their conditions."""
        return keyed(self.rows[row][column])

    def _also(self, row: str, column: str) -> dict[str, str]:
        return {a.value: a.when for a in self.fields.also if (a.row, a.column) == (row, column)}

    def _row(self, row: Row) -> tuple[str, Row]:
        if "claim" in row:
            return row["claim"], self.ground.case.claims[row["claim"]]
        return row["id"], row


def placed(cells: dict[str, Cell], also: tuple[AlsoRight, ...]) -> dict[str, Cell]:
    """Return *cells*. Raises ValueError where one of *also* names a cell, or an option, that there is not."""
    for one in also:
        cell = cells.get(f"{one.row}.{one.column}")
        if cell is None or one.value not in cell.options:
            raise ValueError(f"also: {one.row}.{one.column} has no option {one.value!r:.60}")
    return cells


def unquoted(words: str) -> str:
    """Return *words* without the quotation marks that stand around all of them."""
    inner = words[1:-1]
    around = words[:1] + words[-1:] in ("“”", '""') and not set('“”"') & set(inner)
    return inner if around else words


def keyed(value: Any) -> dict[str, str]:
    """Return *value* of the bank as accepted values: one, or a list of them, without conditions."""
    return {str(item): "" for item in (value if isinstance(value, list) else [value])}
