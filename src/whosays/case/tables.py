"""Read CSV tables and hold them to their Table Schema, naming every cell that does not fit.

The part of Table Schema (Data Package v2) that a case uses: the types string, integer and date; the
constraints required, unique, enum, pattern and minimum; foreign keys. Written here, not taken from a
library, because it must also run in the browser; tests hold it against ``frictionless``.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple


class Problem(NamedTuple):
    """Name one thing wrong with a case: *file*, *row* (the header is row 1), *column*, and what to do."""

    file: str
    row: int | None
    column: str | None
    message: str

    def __str__(self) -> str:
        """Return the problem as one line: file, row, column, message."""
        place = [self.file]
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.column is not None:
            place.append(f"column {self.column}")
        return f"{', '.join(place)}: {self.message}"


class Table(NamedTuple):
    """Hold one table as read: its file name, its schema, and its cells as text, one dict per row."""

    file: str
    schema: Mapping[str, Any]
    rows: list[dict[str, str]]

    def cells(self, column: str) -> Iterator[tuple[int, str]]:
        """Yield row number and text of every filled cell of *column*."""
        for number, row in enumerate(self.rows, start=2):
            if row[column]:
                yield number, row[column]


def read(path: Path, schema: Mapping[str, Any]) -> tuple[Table, list[Problem]]:
    """Return the rows of the CSV file at *path* that have the right number of cells, and its problems."""
    expected = [field["name"] for field in schema["fields"]]
    table = Table(path.name, schema, [])
    try:
        with path.open(encoding="utf-8", newline="") as file:
            header, *lines = csv.reader(file, strict=True)
    except FileNotFoundError:
        return table, [Problem(path.name, None, None, f"there is no such file in {path.parent}; restore it")]
    except UnicodeDecodeError as error:
        where = f"byte {error.start} is not UTF-8; save the file as UTF-8"
        return table, [Problem(path.name, None, None, where)]
    except (csv.Error, ValueError) as error:
        return table, [Problem(path.name, None, None, f"not readable as CSV ({error}); check the quotes")]
    if header != expected:
        return table, [Problem(path.name, 1, None, _header_message(header, expected))]
    problems = []
    for number, line in enumerate(lines, start=2):
        if len(line) == len(expected):
            table.rows.append(dict(zip(expected, line, strict=True)))
        else:
            count = f"{len(line)} cells where the header has {len(expected)}; put cells with commas in quotes"
            problems.append(Problem(path.name, number, None, count))
    return table, problems or list(_cell_problems(table))


def foreign_key_problems(table: Table, others: Mapping[str, Table]) -> Iterator[Problem]:
    """Yield a problem for every filled cell that names a row another table does not have."""
    for key in table.schema.get("foreignKeys", []):
        [column], reference = key["fields"], key["reference"]
        other, [target] = others[reference["resource"]], reference["fields"]
        known = {row[target] for row in other.rows}
        for number, value in table.cells(column):
            if value not in known:
                remedy = f"no row of {other.file} has {target} {value!r}; add it there or correct it here"
                yield Problem(table.file, number, column, remedy)


def _header_message(header: list[str], expected: list[str]) -> str:
    missing = [name for name in expected if name not in header]
    extra = [name for name in header if name not in expected]
    if not missing and not extra:
        return f"the columns stand in another order; use {', '.join(expected)}"
    parts = [f"missing: {', '.join(missing)}"] * bool(missing) + [f"not known: {', '.join(extra)}"] * bool(
        extra
    )
    return f"columns {'; '.join(parts)}; mend the header or the schema in datapackage.json"


def _cell_problems(table: Table) -> Iterator[Problem]:
    for field in table.schema["fields"]:
        name, rules, seen = field["name"], field.get("constraints", {}), set()
        for number, row in enumerate(table.rows, start=2):
            text = row[name]
            message = _fault(text, field["type"], rules)
            if rules.get("unique") and text in seen:
                message = f"{text!r} stands in an earlier row; give this row its own"
            seen.add(text)
            if message:
                yield Problem(table.file, number, name, message)


def _fault(text: str, kind: str, rules: Mapping[str, Any]) -> str:
    """Return what is wrong with one cell and how to mend it, or an empty string."""
    if not text:
        return (
            "empty; fill it in (a value such as not_said or none is allowed)" if rules.get("required") else ""
        )
    if kind == "integer" and not re.fullmatch(r"-?\d+", text):
        return f"{text!r} is not a whole number; write digits only"
    if kind == "date" and not _is_date(text):
        return f"{text!r} is not a date; write it as 2001-12-31"
    if "minimum" in rules and int(text) < rules["minimum"]:
        return f"{text} is below {rules['minimum']}; correct it"
    if "enum" in rules and text not in rules["enum"]:
        return f"{text!r} is not one of {', '.join(rules['enum'])}; choose one"
    if "pattern" in rules and not re.fullmatch(rules["pattern"], text):
        return f"{text!r} does not have the form {rules['pattern']}; correct it"
    return ""


def _is_date(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False
