"""Find the words for what results hold as codes: questions, cells, values and misconceptions."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from whosays.answers.review import beliefs
from whosays.course import Course, questions_in
from whosays.questions import Bank, BankError, Question, bank
from whosays.questions.phrasing import in_marks
from whosays.questions.types.keyed_table import KeyedTable


class Key(NamedTuple):
    """Look up questions in *folders* of the bank, and misconceptions in *beliefs*; unknown codes stay."""

    folders: tuple[Path, ...] = ()
    beliefs: dict[str, str] = {}  # noqa: RUF012 - never changed

    @classmethod
    def of(cls, course: Path, solutions: Path | None = None) -> "Key":
        """Return the key of the *course* folder and of its *solutions*, where there are any."""
        named = Course(course).misconceptions
        folders = (Course(course).bank, questions_in(solutions or Course(course).solutions))
        return cls(
            tuple(folder for folder in folders if folder.is_dir()), beliefs(named) if named.is_file() else {}
        )

    def title(self, name: str) -> str:
        """Return the short name and the title of the assignment or test *name*, as in “E1 Who told whom?”."""
        for folder in self.folders:
            for path in folder.glob(f"{name}_*.toml"):
                return f"{name.upper()} {bank.read(path).content.get('title', '')}".strip()
        return name.upper()

    def belief(self, code: str) -> str:
        """Return the belief behind the misconception *code*."""
        return self.beliefs.get(code, code)

    def question(self, name: str) -> Question | None:
        """Return the question *name*, or None where no folder holds it."""
        return _question(self.folders, name)

    def asked(self, name: str) -> str:
        """Return what the question *name* asks: its claim, or else the first line of its prompt."""
        question = self.question(name)
        if question is None:
            return ""
        return question.claim or question.prompt.strip().splitlines()[0]

    def cell(self, question: str, cell: str) -> tuple[str, str]:
        """Return the words of the row of *cell*, in quotation marks, and those of its column."""
        found = self.question(question)
        row, _, column = cell.rpartition(".")
        if isinstance(found, KeyedTable) and cell in found.cells:
            return found.row_in_marks(row), found.column_name(column)
        return in_marks(row), self.column(question, column)

    def column(self, question: str, column: str) -> str:
        """Return the words of a *column* of the table *question*."""
        found = self.question(question)
        known = isinstance(found, KeyedTable) and any(cell.column == column for cell in found.cells.values())
        return found.column_name(column) if isinstance(found, KeyedTable) and known else column

    def value(self, question: str, cell: str, value: str) -> tuple[str, bool]:
        """Return the words of *value* in *cell*, and whether our key accepts it."""
        found = self.question(question)
        if not isinstance(found, KeyedTable) or cell not in found.cells:
            return value, False
        asked = found.cells[cell]
        return asked.options.get(value, value), value in asked.right


@lru_cache(maxsize=512)
def _question(folders: tuple[Path, ...], name: str) -> Question | None:
    for folder in folders:
        try:
            return Bank(folder).question(name)
        except BankError:
            continue
    return None
