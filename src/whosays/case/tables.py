"""Read CSV tables and hold every cell to the schema.

Written here, not taken from a library, because it must also run in the browser; tests hold it against
``frictionless``.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from whosays.case import files, times
from whosays.case.problem import Problem
from whosays.case.schema import DAY, TIME, Field, Schema

Choices = Mapping[str, tuple[str, ...]]  # lists of values to choose from, by name
_UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")  # control characters; a cell may hold a line break
LARGEST = 10**12  # no count is larger, and a column of whole numbers holds it


class Table(NamedTuple):
    """Hold one table as read: its schema, the columns of its file, and its cells as text, one dict per row.

    A row has every column of the schema; what follows from others is empty until it is derived. There are no
    columns, and no rows, where the file cannot be read as a table or the case has none.
    """

    schema: Schema
    header: list[str]
    rows: list[dict[str, str]]

    @property
    def numbered(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Every row with its number in the file, where the header is row 1."""
        return enumerate(self.rows, start=2)


def read(folder: Path, schema: Schema, choices: Choices) -> tuple[Table, list[Problem]]:
    """Return the table of *schema* in *folder*, and everything in it that does not fit the schema."""
    name, table = schema.file, Table(schema, [], [])
    text = files.read_text(folder, name)
    if isinstance(text, Problem):
        return table, [text]
    try:
        header, *lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    except (csv.Error, ValueError) as error:
        return table, [Problem(name, None, None, f"not readable as CSV ({error}); check the quotes")]
    if message := _header_fault(header, schema):
        return table, [Problem(name, 1, None, message)]
    count = f"cells where the header has {len(header)}; put cells with commas in quotes"
    ragged = [
        Problem(name, number, None, f"{len(line)} {count}")
        for number, line in enumerate(lines, start=2)
        if len(line) != len(header)
    ]
    if ragged:
        return table, ragged
    blank = dict.fromkeys(schema.columns, "")
    table = Table(schema, header, [blank | dict(zip(header, line, strict=True)) for line in lines])
    return table, list(_cell_problems(table, choices))


def key_problems(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Yield a problem for every filled cell that names a row which another table does not have."""
    known = {name: {row["id"] for row in table.rows} for name, table in tables.items()}
    for table in tables.values():
        for field in (field for field in table.schema.fields if field.refers):
            for number, row in table.numbered:
                if (value := row[field.name]) and value not in known[field.refers]:
                    other = tables[field.refers].schema.file
                    remedy = f"no row of {other} has the id {value!r}; add it there or correct it here"
                    yield Problem(table.schema.file, number, field.name, remedy)


def _header_fault(header: list[str], schema: Schema) -> str:
    expected = [field.name for field in schema.fields if not field.follows or field.name in header]
    if header == expected:
        return ""
    parts = {
        "missing": [name for name in expected if name not in header],
        "not known": [name for name in header if name not in expected],
        "twice": [name for name in dict.fromkeys(header) if header.count(name) > 1],
    }
    if not any(parts.values()):
        return f"the columns stand in another order; use {', '.join(expected)}"
    named = [f"{part}: {', '.join(map(repr, names))}" for part, names in parts.items() if names]
    return f"columns {'; '.join(named)}; mend the header"


def _cell_problems(table: Table, choices: Choices) -> Iterator[Problem]:
    for field in table.schema.fields:
        seen: set[str] = set()
        for number, row in table.numbered:
            text = row[field.name]
            message = _fault(text, field, choices)
            if field.unique and text in seen:
                message = f"{text!r} stands in an earlier row; give this row its own"
            seen.add(text)
            if message:
                yield Problem(table.schema.file, number, field.name, message)


def _fault(text: str, field: Field, choices: Choices) -> str:
    """Return what is wrong with one cell and how to mend it, or an empty string."""
    if not text:
        required = field.required and not field.follows
        return "empty; fill it in (a value such as not_said or none is allowed)" if required else ""
    if text != text.strip() or _UNSEEN.search(text):
        return f"{text!r:.60} has a blank at an end, or a mark that cannot be printed; take it out"
    if field.type == "integer":
        return _number_fault(text, field.minimum)
    if field.type in ("date", "time"):
        return _time_fault(text, field.type)
    if field.values and text not in choices[field.values]:
        return f"{text!r:.60} is not one of {', '.join(choices[field.values])}; choose one"
    if field.pattern and not re.fullmatch(field.pattern, text):
        return f"{text!r:.60} does not have the form {field.pattern}; correct it"
    return ""


def _number_fault(text: str, minimum: int | None) -> str:
    if not re.fullmatch(r"-?[0-9]{1,13}", text):
        return f"{text!r:.60} is not a whole number; write digits only"
    if minimum is not None and int(text) < minimum:
        return f"{text} is below {minimum}; correct it"
    return f"{text} is above {LARGEST}; correct it" if int(text) > LARGEST else ""


def _time_fault(text: str, kind: str) -> str:
    form = "2001-12-31" if kind == "date" else "2001, 2001-12, 2001-12-31 or 2001-12-31T12:00+01:00"
    if not re.fullmatch(DAY if kind == "date" else TIME, text):
        return f"{text!r:.60} does not have the form of a {kind}; write it as {form}"
    try:
        times.read(text)
    except ValueError as error:
        return f"{text!r:.60} is no {kind} ({error}); write it as {form}"
    return ""
