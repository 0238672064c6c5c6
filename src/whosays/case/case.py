"""Open a case: a folder with one text and tables anchored to exact words of it.

The case is the only source of truth; charts, exercises, alt texts and tests are views of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from whosays.case import package
from whosays.case.problem import Problem
from whosays.case.rows import CaseError, CaseRows, Rows
from whosays.case.schema import TABLES

__all__ = ["Case", "CaseError"]


@dataclass(frozen=True)
class Case:
    """Hold one text and the tables about it; every table is a DataFrame indexed by its ``id`` column.

    Anchored columns come with offsets into ``text``: ``start`` and ``end`` for *words*, and
    ``cue_start`` and ``cue_end`` (and so on) for the others; NA where there are no words. A column
    that names a source has its name beside it, as ``source_name`` beside ``source``. ``statement`` is what
    the official statement says, and empty where the case has none.
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
    rows: CaseRows

    @classmethod
    def open(cls, path: str | Path) -> "Case":
        """Return the case in the folder *path*.

        Raises CaseError, listing every problem with file, row, column and remedy; nothing is half-loaded.
        """
        rows = CaseRows.open(path)
        frames = {name: _frame(getattr(rows, name), rows.kinds[name]) for name in TABLES}
        return cls(rows.path, rows.title, rows.invented, rows.text, rows.statement, **frames, rows=rows)

    @staticmethod
    def problems(path: str | Path) -> list[Problem]:
        """Return everything wrong with the case in the folder *path*; an empty list if nothing is."""
        return package.load(Path(path)).problems

    def name(self, source: str) -> str:
        """Return the name of the source with the id *source*, as a reader would write it."""
        return self.rows.name(source)

    def words(self, claim: str) -> str:
        """Return the exact words of the claim with the id *claim*."""
        return self.rows.words(claim)

    def __repr__(self) -> str:
        """Return the title and the size of each table, in one line."""
        sizes = ", ".join(f"{len(getattr(self, name))} {name}" for name in TABLES)
        return f"<Case {self.title!r}: {sizes}>"


def _frame(rows: Rows, kinds: Mapping[str, type]) -> pd.DataFrame:
    """Return *rows* as a DataFrame indexed by id; whole numbers may be NA, dates are datetimes."""
    dtypes: dict[type, Any] = {int: "Int64", str: "str", date: "datetime64[us]", datetime: "datetime64[us]"}
    columns = {
        name: pd.array([row[name] for row in rows.values()], dtype=dtypes[kind])
        for name, kind in kinds.items()
    }
    return pd.DataFrame(columns, index=pd.Index(list(rows)))
