"""The rubric: what a teacher marks by hand, in a table that is filled in and read back."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from whosays.classroom.assignments import RUBRIC_MAX
from whosays.classroom.csv_safe import safe, unsafe

_HEAD = ("student", "question", "name", "file", "text", "what the program found")
_NOT_ASKED = "–"  # in the cell of a criterion that a question does not ask for
Marks = dict[tuple[str, str], dict[str, int]]


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


def read_marks(path: Path) -> Marks:
    """Return the marks in the table at *path*, by student and question; nothing where there is no file.

    A cell that was left blank is not a mark. Raises MarksError, naming file, row and remedy, for any other
    value than a whole number from 0 to 3.
    """
    marks: Marks = {}
    if not path.is_file():
        return marks
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            if not {"student", "question"} <= set(row):
                raise MarksError(f"{path.name} has no columns student and question; delete it to start anew")
            given = {
                name: _mark(path, number, name, value)
                for name, value in row.items()
                if name and name not in _HEAD and value and value.strip() not in ("", _NOT_ASKED)
            }
            if given:
                marks[unsafe(row["student"]), row["question"]] = given
    return marks


def write_marks(
    path: Path, texts: Iterable[ToMark], marks: Mapping[tuple[str, str], Mapping[str, int]]
) -> int:
    """Write a table of *texts* to be marked, with the *marks* given so far, and return how many are open."""
    rows = list(texts)
    criteria = list(dict.fromkeys(name for row in rows for name in row.rubric))
    open_rows = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow([*_HEAD, *criteria])
        for row in rows:
            given = marks.get((row.student, row.question), {})
            open_rows += not set(row.rubric) <= set(given)
            cells = (row.student, row.question, row.name, row.file, row.text, row.found)
            table.writerow([*map(safe, cells), *_cells(row, given, criteria)])
    return open_rows


def _cells(row: ToMark, given: Mapping[str, int], criteria: list[str]) -> Iterator[Any]:
    for name in criteria:
        yield given.get(name, "") if name in row.rubric else _NOT_ASKED


def _mark(path: Path, number: int, name: str, value: str) -> int:
    if value.strip() in map(str, range(RUBRIC_MAX + 1)):
        return int(value)
    raise MarksError(
        f"{path.name}, row {number}, {name}: {value!r:.40} is no mark; write 0, 1, 2 or 3, or leave it blank"
    )
