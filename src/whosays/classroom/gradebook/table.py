"""Read the table in a gradebook: its header, its rows, and where the column of an assignment stands."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from whosays.classroom.csv_safe import printable
from whosays.classroom.gradebook import csv_bytes
from whosays.classroom.gradebook.csv_bytes import Field
from whosays.classroom.moodle_words import plain

# What platforms put behind the title of an assignment: “ (501)”, “ [Total Pts: 30 Score] |77”,
# “ Points Grade <Numeric MaxPoints:30 Weight:10>”.
_BEHIND = re.compile(r"\s*(?:\(\d+\)|\[Total Pts:.*|Points Grade(?: <.*)?)\s*$", re.DOTALL)


class GradebookError(ValueError):
    """Say why a gradebook cannot be filled in, and what to do."""


class Row(NamedTuple):
    """Hold the *fields* of a row, and the *values* they say."""

    fields: list[Field]
    values: list[str]


class Table(NamedTuple):
    """Hold the *header* of a gradebook, its *rows*, and the numbers of *odd* rows that do not fit it."""

    header: list[str]
    rows: list[Row]
    odd: list[int]

    def place(self, names: Sequence[str] | frozenset[str]) -> int | None:
        """Return the place of the first column that is called one of *names*; None where there is none."""
        return next((place for place, name in enumerate(self.header) if name in names), None)

    def below(self, place: int) -> list[str]:
        """Return what stands in the column at *place*, a row each."""
        return [row.values[place] for row in self.rows]


def read(text: bytes) -> Table:
    """Return the table in *text*, UTF-8, parted by whichever separator gives its first row most columns.

    Raises GradebookError, naming the row, where a quotation mark is never closed.
    """
    best: tuple[int, bytes] = (0, b",")
    for separator in csv_bytes.SEPARATORS:
        try:
            first = next(csv_bytes.rows(text, separator), [])
        except ValueError:
            continue
        best = max(best, (len(first), separator), key=lambda each: each[0])
    try:
        return _table(text, best[1])
    except ValueError as error:
        raise GradebookError(str(error)) from error


def _table(text: bytes, separator: bytes) -> Table:
    found = Table([], [], [])
    for number, fields in enumerate(csv_bytes.rows(text, separator), 1):
        values = [csv_bytes.value(text, field) for field in fields]
        if number == 1:
            found.header.extend(map(plain, values))
        elif len(fields) == len(found.header):
            found.rows.append(Row(fields, values))
        elif any(values):
            found.odd.append(number)
    return found


def column_of(header: Sequence[str], column: str, taken: set[str]) -> int:
    """Return the place of *column*, named in full or without what the platform puts behind a title.

    Raises GradebookError where none or several are called so, or where it is one of *taken*, which hold
    something else than grades.
    """
    wanted = column.strip().casefold()
    exact = [place for place, name in enumerate(header) if name.casefold() == wanted]
    short = [place for place, name in enumerate(header) if title(name).casefold() == wanted]
    found = exact or short
    if not found:
        raise GradebookError(f"there is no column “{shown(column)}”; there is {listed(header)}")
    if len(found) > 1:
        raise GradebookError(f"{len(found)} columns are called “{shown(column)}”; give its whole name")
    if header[found[0]] in taken:
        raise GradebookError(f"“{shown(column)}” is no column for grades; name that of the assignment")
    return found[0]


def title(name: str) -> str:
    """Return the title of an assignment in the *name* of its column."""
    return _BEHIND.sub("", name)


def shown(value: object) -> str:
    """Return *value* on one line, without signs that cannot be seen and could turn the line around."""
    return printable(str(value)).strip()[:200]


def listed(header: Sequence[str]) -> str:
    """Return the names of columns in a row, for a message."""
    return ", ".join(shown(name) for name in header if name) or "nothing"
