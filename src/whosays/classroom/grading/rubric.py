"""The rubric: what a teacher marks by hand, in a table that a spreadsheet fills in and saves its own way."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from whosays.classroom.assignments import RUBRIC_MAX
from whosays.classroom.csv_safe import safe, unsafe
from whosays.classroom.grading.whole_file import written_whole

HEAD = ("student", "question", "name", "file", "text", "what the program found", "comment")
_NOT_ASKED = "–"  # in the cell of a criterion that a question does not ask for
_UNCHANGED = "Nothing was changed."


class MarksError(ValueError):
    """Say which row of the table of marks cannot be read, and what to do."""


class ToMark(NamedTuple):
    """Hold one text to be marked: whose, of which question, and what is asked of it."""

    student: str
    question: str
    name: str
    file: str
    text: str
    found: str
    rubric: tuple[str, ...]


class Marked(NamedTuple):
    """Hold what a teacher wrote in one *row*: *marks* by criterion, a *comment*, to which *text*, by whom."""

    row: int
    marks: dict[str, int]
    comment: str
    text: str
    name: str = ""

    def fits(self, text: str) -> bool:
        """Say whether this was written to *text*; spreadsheets may change its line breaks."""
        return self.text.split() == text.split()


Marks = dict[tuple[str, str], Marked]


def read_marks(path: Path, rubric: Iterable[str]) -> Marks:
    """Return the marks in the table at *path*, by student and question; nothing where there is no file.

    *rubric* names all criteria of the assignment. A blank cell is not a mark. The table may be saved with
    commas, semicolons or tabs. Raises MarksError, naming row, column and remedy, where a column is gone, or
    for any other mark than a whole number from 0 to 3.
    """
    return dict(all_marks(path, rubric))


def all_marks(path: Path, rubric: Iterable[str]) -> Iterator[tuple[tuple[str, str], Marked]]:
    """Yield all marks in the table at *path* as read_marks() reads them, also several of one student."""
    if not path.is_file():
        return
    rows = csv.DictReader(io.StringIO(_text(path), newline=""), delimiter=_separator(path))
    criteria = list(rubric)
    for column in ("student", "question", *criteria):
        if column not in (rows.fieldnames or ()):
            raise MarksError(
                f"{path.name} has no column “{column}” in its first row. {_UNCHANGED} Put the heading back, "
                "and save it as CSV UTF-8."
            )
    for number, row in enumerate(rows, 2):
        given = {name: _mark(path, number, name, row[name] or "") for name in criteria}
        kept = {name: mark for name, mark in given.items() if mark is not None}
        comment = unsafe((row.get("comment") or "").strip())
        if kept or comment:
            who = (unsafe(row["student"] or ""), row["question"] or "")
            text, called = unsafe(row.get("text") or ""), unsafe(row.get("name") or "")
            yield who, Marked(number, kept, comment, text, called)


def write_marks(path: Path, rubric: Iterable[str], texts: Iterable[ToMark], marks: Marks) -> int:
    """Write a table of *texts* to be marked, with the *marks* given so far, and return how many are open.

    *rubric* names all criteria of the assignment. Marks that were given to another text, as before a new
    hand-in, are left out.
    """
    criteria, open_rows = list(rubric), 0
    with written_whole(path, "utf-8-sig") as file:  # so that spreadsheets read all letters
        table = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
        table.writerow([*HEAD, *criteria])
        for row in texts:
            given = marks.get((row.student, row.question))
            kept = given if given and given.fits(row.text) else Marked(0, {}, "", "")
            open_rows += not set(row.rubric) <= set(kept.marks)
            cells = (row.student, row.question, row.name, row.file, row.text, row.found, kept.comment)
            table.writerow([*map(safe, cells), *_cells(row, kept.marks, criteria)])
    return open_rows


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise MarksError(
            f"{path.name} is not in UTF-8. {_UNCHANGED} In Excel save it as “CSV UTF-8”; in LibreOffice "
            "choose the character set UTF-8."
        ) from None


def _separator(path: Path) -> str:
    """Return what parts the first row of the table at *path*: a comma, a semicolon or a tab."""
    first = _text(path).partition("\n")[0]
    return max(",;\t", key=first.count)


def _cells(row: ToMark, given: Mapping[str, int], criteria: list[str]) -> Iterator[Any]:
    for name in criteria:
        yield given.get(name, "") if name in row.rubric else _NOT_ASKED


def _mark(path: Path, number: int, name: str, value: str) -> int | None:
    words = value.strip().replace(",", ".").removesuffix(".0")
    if words in ("", _NOT_ASKED, "-"):
        return None
    if words in map(str, range(RUBRIC_MAX + 1)):
        return int(words)
    raise MarksError(
        f"{path.name}, row {number}, {name}: {value!r:.40} is no mark. {_UNCHANGED} Write 0, 1, 2 or 3, or "
        "leave it blank."
    )
