"""Keep graded submissions on disk while they come in, so that an interrupted run goes on where it stopped.

One SQLite file: rows are written in batches, each whole or not at all, and are read back in order without
ever being in memory together.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, Self

_TABLE = """
create table if not exists about (assignment text primary key) without rowid;
create table if not exists rows (
    file text primary key, digest text, key text, student text, status text, made text, row text
) without rowid
"""
# Of several submissions by one student the one made last counts; the name of the file decides a tie.
_COUNTED = """
select file, student, row, several from (
    select file, row, student,
        count(*) over (partition by student) as several,
        row_number() over (
            partition by student order by status = 'graded' desc, made desc, file desc
        ) as place
    from rows
) where place = 1 order by student, file
"""


class Kept(NamedTuple):
    """Hold one counted submission: its *file*, its *student*, its *row*, and how many they handed in."""

    file: str
    student: str
    row: dict[str, Any]
    several: int


class Store:
    """Hold the graded submissions of one run in the file at *path*."""

    def __init__(self, path: Path, assignment: str, keys: list[str]):
        """Open the file at *path*; rows graded by other keys than *keys*, digests, do not count.

        New rows are kept under the first of *keys*. Raises ValueError where the file holds another
        assignment, for its marks would be lost.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        self._base = sqlite3.connect(path)
        self._base.executescript(_TABLE)
        held = self._base.execute("select assignment from about").fetchone()
        if held and held[0] != assignment:
            self._base.close()
            raise ValueError(f"{path.parent} holds the grades of {held[0]}; name another folder with --to")
        with self._base:
            self._base.execute("insert or ignore into about values (?)", (assignment,))
        marks = ", ".join("?" * len(keys))
        self._base.execute(f"delete from rows where key not in ({marks})", keys)
        self._key = keys[0]

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._base.close()

    def digest(self, file: str) -> str:
        """Return the digest that *file* had when it was graded by this key, or "" where it was not."""
        found = self._base.execute("select digest from rows where file = ?", (file,)).fetchone()
        return str(found[0]) if found else ""

    def add(self, rows: Iterable[tuple[str, str, str, dict[str, Any]]]) -> None:
        """Keep *rows* of file, digest, student and row, all or none."""
        with self._base:
            self._base.executemany(
                "insert or replace into rows values (?, ?, ?, ?, ?, ?, ?)",
                (
                    (file, digest, self._key, student, row["status"], row["made"], json.dumps(row))
                    for file, digest, student, row in rows
                ),
            )

    def forget_but(self, files: Iterable[str]) -> None:
        """Forget the rows of files that are not in *files* any more."""
        with self._base:
            self._base.execute("create temp table here (file text primary key) without rowid")
            self._base.executemany("insert into here values (?)", ((file,) for file in files))
            self._base.execute("delete from rows where file not in (select file from here)")
            self._base.execute("drop table here")

    def counted(self) -> Iterator[Kept]:
        """Yield the submission of every student that counts, in the order of students."""
        for file, student, row, several in self._base.execute(_COUNTED):
            yield Kept(file, student, json.loads(row), several)

    def all(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Yield file, digest and row of every submission, in the order of files."""
        for file, digest, row in self._base.execute("select file, digest, row from rows order by file"):
            yield file, digest, json.loads(row)
