"""Fill in a table: a question in each cell, and a score for the share of cells that are right."""

from abc import abstractmethod
from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

from whosays.questions.question import Control, Question, Result, Wrong, cells


class Cell(NamedTuple):
    """Hold one cell of a table: what it asks, its *options* if it has any, and the values that are right.

    *right* maps each accepted value to the condition under which it is right, "" where there is none; the
    first is ours.
    """

    row: str
    column: str
    label: str
    options: Mapping[str, str]
    right: Mapping[str, str]

    @property
    def id(self) -> str:
        """The name of the cell in an answer: row.column."""
        return f"{self.row}.{self.column}"


class Table(Question):
    """Fill in the cells of a table; an answer maps "row.column" to a value, at least one.

    The score is the share of all cells that are right; a cell left open counts as not right.
    """

    @cached_property
    @abstractmethod
    def cells(self) -> dict[str, Cell]:
        """The cells by id, row by row."""

    @abstractmethod
    def row_name(self, row: str) -> str:
        """Return what the reader sees of *row*."""

    def column_name(self, column: str) -> str:
        """Return what the reader sees of *column*."""
        return column.replace("_", " ")

    def explain(self, cell: Cell, value: str) -> Wrong | None:
        """Return why *value* is wrong in *cell*: the first explanation of the bank that fits, or None."""
        for entry in self.entry.get("wrong", []):
            place = {"row": cell.row, "column": cell.column, "value": value}
            if all(entry.get(key, here) == here for key, here in place.items()):
                return Wrong(entry["why"], entry.get("misconception"))
        return None

    def value(self, cell: Cell, given: object) -> str:
        """Return *given* in the one form in which it is compared. Raises ValueError for what fits no cell."""
        if not isinstance(given, str) or given not in cell.options:
            raise ValueError(f"{cell.id}: {given!r:.60} is not one of {', '.join(cell.options)}")
        return given

    def read(self, answer: object) -> dict[str, str]:
        """Return *answer* with every value in its one form; open cells ("" or null) are left out."""
        given = cells(answer, self.cells)
        filled = {name: value for name, value in given.items() if value not in ("", None)}
        if not filled:
            raise ValueError("nothing is filled in; fill in at least one cell")
        return {name: self.value(self.cells[name], value) for name, value in filled.items()}

    def mark(self, answer: dict[str, str]) -> Result:
        """Return the share of cells that are right, and the explanation of the first that is not."""
        wrong = [cell for name, cell in self.cells.items() if answer.get(name) not in cell.right]
        score = 1 - len(wrong) / len(self.cells)
        if not wrong:
            return self.right()
        count = f"{len(self.cells) - len(wrong)} of {len(self.cells)} hold."
        first = next((cell for cell in wrong if cell.id in answer), wrong[0])
        if first.id not in answer:
            return self.wrong(f"{count} Still open: {self._place(first)}.", score=score)
        found = self.explain(first, answer[first.id]) or Wrong(self.entry.get("hint", ""))
        why = f"{count} Look again at {self._place(first)}. {found.why}"
        return self.wrong(why.strip(), found.misconception, score)

    def controls(self) -> list[Control]:
        """Return a menu for each cell."""
        return [
            Control(
                cell.id,
                "select",
                f"{self.column_name(cell.column)}: {self.row_name(cell.row)}",
                tuple(cell.options.items()),
                self.row_name(cell.row),
                self.column_name(cell.column),
            )
            for cell in self.cells.values()
        ]

    def solution(self) -> str:
        """Return our value of every cell in words, a line a row."""
        rows: dict[str, list[str]] = {}
        for cell in self.cells.values():
            ours = next(iter(cell.right))
            named = f"{self.column_name(cell.column)}: {cell.options.get(ours, ours)}"
            rows.setdefault(cell.row, []).append(named)
        return "\n".join(f"{self.row_name(row)} — {', '.join(parts)}" for row, parts in rows.items())

    def said(self, answer: Any) -> str:
        """Return the cells that are filled in, in words."""
        filled = ((self.cells[name], value) for name, value in answer.items())
        return "; ".join(f"{self._place(cell)}: {cell.options.get(value, value)}" for cell, value in filled)

    def conditions(self, answer: Any) -> list[str]:
        """Return the conditions of accepted values other than those given."""
        return [
            f"{self._place(cell)}, {cell.options.get(value, value)}: {condition}"
            for name, cell in self.cells.items()
            for value, condition in cell.right.items()
            if condition and isinstance(answer, dict) and answer.get(name) != value
        ]

    def unexplained(self) -> list[str]:
        """Return every wrong option of every cell that has no explanation."""
        return [
            f"{cell.id} = {value}"
            for cell in self.cells.values()
            for value in cell.options
            if value not in cell.right and self.explain(cell, value) is None
        ]

    def _place(self, cell: Cell) -> str:
        row = self.row_name(cell.row)
        return f"“{self.column_name(cell.column)}” of {row if row[:1] in '“(' else f'“{row}”'}"


def keyed(value: Any) -> dict[str, str]:
    """Return *value* of the bank as accepted values: one, or a list of them, without conditions."""
    return {str(item): "" for item in (value if isinstance(value, list) else [value])}
