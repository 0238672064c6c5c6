"""Fill in a table: a question in each cell, and a score for the share of cells that are right."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, NamedTuple

from whosays.questions.answer_parts import cells
from whosays.questions.fields import Fields
from whosays.questions.phrasing import held, in_marks
from whosays.questions.question import Control, Question, Result, Wrong

_FIRST = 6  # words of a row that are enough to find it again


@dataclass(frozen=True)
class Explanation:
    """Say *why* a value is wrong, in a *row* or a *column*; where these are left out, in any."""

    why: str
    misconception: str | None = None
    row: str | None = None
    column: str | None = None
    value: str | None = None


@dataclass(frozen=True, kw_only=True)
class TableFields(Fields):
    """Hold what a table has: the explanations of wrong values."""

    wrong: tuple[Explanation, ...] = ()


class Cell(NamedTuple):
    """Hold one cell of a table: what it asks, its *options* if it has any, and the values that are right.

    *right* maps each accepted value to the condition under which it is right, "" where there is none; the
    first is ours.
    """

    row: str
    column: str
    options: Mapping[str, str]
    right: Mapping[str, str]

    @property
    def id(self) -> str:
        """The name of the cell in an answer: row.column."""
        return f"{self.row}.{self.column}"


class KeyedTable(Question):
    """Fill in the cells of a table; an answer maps "row.column" to a value, at least one.

    The score is the share of all cells that are right; a cell left open counts as not right.
    """

    fields: TableFields
    control: ClassVar[str] = "select"  # the kind of control in each cell

    @cached_property
    @abstractmethod
    def cells(self) -> dict[str, Cell]:
        """The cells by id, row by row."""

    @abstractmethod
    def row_name(self, row: str) -> str:
        """Return what the reader sees of *row*."""

    def column_name(self, column: str) -> str:
        """Return what the reader sees of *column*."""
        return column.replace("_", " ").capitalize()

    def row_in_marks(self, row: str) -> str:
        """Return what the reader sees of *row* within a sentence."""
        return in_marks(self.row_name(row))

    def explain(self, cell: Cell, value: str) -> Wrong | None:
        """Return why *value* is wrong in *cell*: the first explanation of the bank that fits, or None."""
        for told in self.fields.wrong:
            pairs = ((told.row, cell.row), (told.column, cell.column), (told.value, value))
            if all(meant in (None, here) for meant, here in pairs):
                return Wrong(told.why, told.misconception)
        return None

    def fitting(self, cell: Cell, answer: Mapping[str, str]) -> Mapping[str, str]:
        """Return the values of *cell* that are right beside the other cells of *answer*."""
        return cell.right

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
        wrong = [cell for cell in self.cells.values() if not self._fits(cell, answer)]
        score = 1 - len(wrong) / len(self.cells)
        if not wrong:
            return self.right()
        count = held(len(self.cells) - len(wrong), len(self.cells))
        first = next((cell for cell in wrong if cell.id in answer), wrong[0])
        if first.id not in answer:
            more = f", and {len(wrong) - 1} more" if len(wrong) > 1 else ""
            return self.wrong(f"{count} Still open: {self._place(first)}{more}.", score=score)
        found = self.explain(first, answer[first.id]) or Wrong(self.fields.hint)
        off = sum(cell.id in answer for cell in wrong)
        parts = [f"Look again at {self._place(first)}.", found.why, _rest(off - 1, len(wrong) - off)]
        return self.wrong(" ".join(filter(None, [count, *parts])), found.misconception, score)

    def controls(self) -> list[Control]:
        """Return a control for each cell: a menu, or a line to write in."""
        return [
            Control(
                cell.id,
                self.control,
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

    def parts(self, answer: Any) -> list[tuple[str, str]]:
        """Return the cells that are filled in, in words."""
        filled = ((self.cells[name], value) for name, value in answer.items())
        return [(self._place(cell), str(cell.options.get(value, value))) for cell, value in filled]

    def conditions(self, answer: Any) -> list[str]:
        """Return the conditions of accepted values beside those shown, a line each.

        A right answer is shown as it was given; beside any other our own is.
        """
        holds = all(self._fits(cell, answer) for cell in self.cells.values())
        rows: dict[tuple[str, str, str], list[str]] = {}
        for name, cell in self.cells.items():
            shown = answer[name] if holds else next(iter(cell.right))
            for value, condition in cell.right.items():
                if condition and value != shown:
                    told = cell.options.get(value, value)
                    rows.setdefault((condition, cell.column, told), []).append(cell.row)
        values: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
        for (condition, column, told), where in rows.items():
            values.setdefault((condition, column, tuple(where)), []).append(told)
        return [
            f"“{self.column_name(column)}” of {self._begun(where)}, {' or '.join(told)}: {condition}"
            for (condition, column, where), told in values.items()
        ]

    def unexplained(self) -> list[str]:
        """Return every wrong option of every cell that has no explanation."""
        return [
            f"{cell.id} = {value}"
            for cell in self.cells.values()
            for value in cell.options
            if value not in cell.right and self.explain(cell, value) is None
        ]

    def _fits(self, cell: Cell, answer: Mapping[str, str]) -> bool:
        return answer.get(cell.id) in self.fitting(cell, answer)

    def _place(self, cell: Cell) -> str:
        return f"“{self.column_name(cell.column)}” of {self.row_in_marks(cell.row)}"

    def _begun(self, rows: Sequence[str]) -> str:
        """Return the first words of each of *rows*, enough to find it again."""
        if len(rows) == len({cell.row for cell in self.cells.values()}) > 2:
            return "every row"
        if len(rows) == 1:
            return self.row_in_marks(rows[0])
        begun = [self.row_name(row).split() for row in rows]
        return "; ".join(
            in_marks(" ".join(words[:_FIRST]) + (" …" if len(words) > _FIRST else "")) for words in begun
        )


def _rest(off: int, still_open: int) -> str:
    """Return how many more cells do not hold, and how many are open."""
    more = f"{off} more {'does' if off == 1 else 'do'} not hold" if off else ""
    left = f"{still_open} {'is' if still_open == 1 else 'are'} still open" if still_open else ""
    told = " and ".join(filter(None, [more, left]))
    return f"{told}." if told else ""
