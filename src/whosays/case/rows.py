"""Open a case as plain rows: what judging reads, without the library of tables.

Every table maps the id of a row to the row, a dict of plain values: texts, whole numbers, dates, None where
there is nothing. Case has the same values as DataFrames.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from whosays.case import package
from whosays.case.package import Folder
from whosays.case.problem import Problem
from whosays.case.schema import TABLES, Schema
from whosays.case.times import moment_of

Row = dict[str, Any]
Rows = dict[str, Row]


class CaseError(ValueError):
    """Say that a case cannot be opened, with every *problem* found in it."""

    def __init__(self, path: Path, problems: list[Problem]):
        """Keep *path* and *problems*, and make them the message."""
        self.path = path
        self.problems = problems
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        super().__init__("\n".join([f"the case {path} has {count}:", *(f"  {p}" for p in problems)]))


@dataclass(frozen=True)
class CaseRows:
    """Hold one text and the tables about it, each as rows by id.

    Anchored columns come with offsets into ``text``: ``start`` and ``end`` for *words*, and ``cue_start`` and
    ``cue_end`` (and so on) for the others. A column that names a source has its name beside it, as
    ``source_name`` beside ``source``. ``kinds`` says what each column of each table holds: str, int, date or
    datetime. ``statement`` is empty where the case has none.
    """

    path: Path
    title: str
    invented: bool
    text: str
    statement: str
    sources: Rows
    claims: Rows
    reports: Rows
    statements: Rows
    wording: Rows
    relays: Rows
    kinds: Mapping[str, Mapping[str, type]]

    @classmethod
    def open(cls, path: str | Path) -> "CaseRows":
        """Return the case in the folder *path*.

        Raises CaseError, listing every problem with file, row, column and remedy; nothing is half-loaded.
        """
        folder = package.load(Path(path))
        about = folder.about
        if folder.problems or about is None:
            raise CaseError(Path(path), folder.problems)
        names = {row["id"]: row["name"] for row in folder.tables["sources"].rows}
        kinds = {name: _kinds(schema) for name, schema in TABLES.items()}
        rows = {name: _rows(folder, name, kinds[name], names) for name in TABLES}
        _add_reported(kinds["reports"], rows["reports"], about.sides)
        words = rows["claims"][about.statement]["words"] if about.statement else ""
        statement = _inside_marks(words)
        return cls(Path(path), about.title, about.invented, folder.text, statement, **rows, kinds=kinds)

    @property
    def rows(self) -> "CaseRows":
        """The same: whatever takes a case asks it for its rows."""
        return self

    def name(self, source: str) -> str:
        """Return the name of the source with the id *source*, as a reader would write it."""
        return str(self.sources[source]["name"])

    def words(self, claim: str) -> str:
        """Return the exact words of the claim with the id *claim*."""
        return str(self.claims[claim]["words"])


def _kinds(schema: Schema) -> dict[str, type]:
    """Return what every column of a table holds, those included that follow from others."""
    kinds = {field.name: {"integer": int, "date": date}.get(field.type, str) for field in schema.fields}
    for field in schema.fields:
        if field.anchored:
            kinds |= dict.fromkeys(_ends(field.name), int)
    return kinds | {f"{column}_name": str for column in _source_columns(schema)}


def _rows(folder: Folder, name: str, kinds: Mapping[str, type], names: Mapping[str, str]) -> Rows:
    """Return the rows of the table *name*; *names* are those of the sources."""
    table = folder.tables[name]
    made: list[Row] = [dict.fromkeys(kinds) for _ in table.rows]
    for row, cells in zip(made, table.rows, strict=True):
        row |= {column: _value(text, kinds[column]) for column, text in cells.items()}
        row |= {f"{column}_name": names.get(cells[column]) for column in _source_columns(table.schema)}
    for anchor in folder.anchors:
        if anchor.table == name:
            made[anchor.row - 2] |= dict(zip(_ends(anchor.column), anchor.span, strict=True))
    return {row["id"]: row for row in made}


def _value(text: str, kind: type) -> Any:
    if kind is str:
        return text
    return (int(text) if kind is int else date.fromisoformat(text)) if text else None


def _source_columns(schema: Schema) -> list[str]:
    return [field.name for field in schema.fields if field.refers == "sources"]


def _ends(column: str) -> tuple[str, str]:
    prefix = "" if column == "words" else f"{column}_"
    return f"{prefix}start", f"{prefix}end"


def _add_reported(kinds: dict[str, type], reports: Rows, sides: Mapping[str, str]) -> None:
    kinds |= {"reported": datetime, "side_name": str}
    for row in reports.values():
        row["reported"] = moment_of(row["reported_at"])
        row["side_name"] = sides.get(row["side"], row["side"])


def _inside_marks(words: str) -> str:
    """Return what stands inside the quotation marks of *words*, or all of them where there are no marks."""
    match = re.search(r'"([^"]+)"|“([^”]+)”', words)
    return (match[1] or match[2]) if match else words
