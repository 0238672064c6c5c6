"""Open a case: a folder with one text and tables anchored to exact words of it.

The case is the only source of truth; charts, exercises, alt texts and tests are views of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from whosays.case import package, tables
from whosays.case.package import Anchor
from whosays.case.tables import Problem, Table


class CaseError(ValueError):
    """Say that a case cannot be opened, with every *problem* found in it."""

    def __init__(self, path: Path, problems: list[Problem]):
        """Keep *path* and *problems*, and make them the message."""
        self.path = path
        self.problems = problems
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        super().__init__("\n".join([f"the case {path} has {count}:", *(f"  {p}" for p in problems)]))


@dataclass(frozen=True)
class Case:
    """Hold one text and the tables about it; every table is a DataFrame indexed by its ``id`` column.

    Anchored columns come with offsets into ``text``: ``start`` and ``end`` for *words*, and
    ``cue_start`` and ``cue_end`` (and so on) for the others; NA where there are no words. A column
    that names a source has its name beside it, as ``source_name`` beside ``source``.
    """

    path: Path
    title: str
    invented: bool
    text: str
    statement: str
    sources: pd.DataFrame
    claims: pd.DataFrame
    reports: pd.DataFrame
    statements: pd.DataFrame
    wording: pd.DataFrame
    relays: pd.DataFrame

    @classmethod
    def open(cls, path: str | Path) -> "Case":
        """Return the case in the folder *path*.

        Raises CaseError, listing every problem with file, row, column and remedy; nothing is half-loaded.
        """
        read = package.load(Path(path))
        if read.problems:
            raise CaseError(Path(path), read.problems)
        frames = {name: tables.frame(table) for name, table in read.tables.items()}
        for name, table in read.tables.items():
            _add_offsets(frames[name], package.anchors(read, table))
            _add_names(frames[name], table, frames["sources"]["name"])
        frames["reports"]["reported"] = [_moment(when) for when in frames["reports"]["reported_at"]]
        statement = _inside_marks(str(frames["claims"].loc[read.package["statement"], "words"]))
        sides = read.package.get("sides", {})
        frames["reports"]["side_name"] = [sides.get(side, side) for side in frames["reports"]["side"]]
        invented = bool(read.package.get("invented", False))
        return cls(Path(path), read.package["title"], invented, read.text, statement, **frames)

    @staticmethod
    def problems(path: str | Path) -> list[Problem]:
        """Return everything wrong with the case in the folder *path*; an empty list if nothing is."""
        return package.load(Path(path)).problems

    def name(self, source: str) -> str:
        """Return the name of the source with the id *source*, as a reader would write it."""
        return str(self.sources.loc[source, "name"])

    def words(self, claim: str) -> str:
        """Return the exact words of the claim with the id *claim*."""
        return str(self.claims.loc[claim, "words"])

    def __repr__(self) -> str:
        """Return the title and the size of each table, in one line."""
        sizes = ", ".join(f"{len(getattr(self, name))} {name}" for name in package.TABLES)
        return f"<Case {self.title!r}: {sizes}>"


def _add_names(frame: pd.DataFrame, table: Table, names: "pd.Series[str]") -> None:
    for key in table.schema.get("foreignKeys", []):
        if key["reference"]["resource"] == "sources":
            [column] = key["fields"]
            frame[f"{column}_name"] = frame[column].map(names)


def _moment(reported_at: str) -> Any:
    """Return *reported_at* in UTC without a zone; a bare day stands at its noon, anything coarser is NaT."""
    if not re.match(r"\d{4}-\d{2}-\d{2}", reported_at):
        return pd.NaT
    moment = pd.Timestamp(reported_at)
    if moment.tzinfo:
        moment = moment.tz_convert("UTC").tz_localize(None)
    return moment if "T" in reported_at else moment + pd.Timedelta(hours=12)


def _inside_marks(words: str) -> str:
    """Return what stands inside the quotation marks of *words*, or all of them where there are no marks."""
    match = re.search(r'"([^"]+)"|“([^”]+)”', words)
    return (match[1] or match[2]) if match else words


def _add_offsets(frame: pd.DataFrame, anchors: Iterator[Anchor | Problem]) -> None:
    offsets: dict[str, dict[int, int]] = {}
    for anchor in anchors:
        if isinstance(anchor, Anchor):
            prefix = "" if anchor.column == "words" else f"{anchor.column}_"
            offsets.setdefault(f"{prefix}start", {})[anchor.row] = anchor.span.start
            offsets.setdefault(f"{prefix}end", {})[anchor.row] = anchor.span.end
    for column, values in offsets.items():
        numbers = range(2, len(frame) + 2)
        frame[column] = pd.array([values.get(number, pd.NA) for number in numbers], dtype="Int64")
