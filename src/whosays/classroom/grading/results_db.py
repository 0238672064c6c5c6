"""Keep graded submissions on disk while they come in, so that an interrupted run goes on where it stopped.

One SQLite file: rows are written in batches, each whole or not at all, and are read back in order without
ever being in memory together. All in it can be graded anew: marks are kept elsewhere.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Self

_FORM = 3  # of the table; another version of this package may have written another one
_WAIT = 2.0  # seconds for another run to end
_TABLE = """
create table if not exists about (assignment text primary key) without rowid;
create table if not exists rows (
    file text primary key, digest text, key text, student text, status text, sent text, made text,
    folder text, namesake text, answers text, row text
) without rowid;
create index if not exists by_answers on rows (answers) where answers != '';
create index if not exists by_namesake on rows (namesake) where namesake != '';
"""
# Of several submissions by one student the one sent last counts: by the platform's clock where the name of
# the file tells it, else by the student's own, which decides between their own files only; then by the name.
_COUNTED = """
select file, student, row, several, namesakes,
    exists (select 1 from rows where json_extract(row, '$.own_folder')) as by_folder from (
    select file, row, student,
        count(*) over (partition by student) as several,
        case when namesake = '' then 1 else (
            select count(distinct r.student) from rows r where r.namesake = rows.namesake
        ) end
            as namesakes,
        row_number() over (
            partition by student order by status = 'graded' desc, sent desc, made desc, file desc
        ) as place
    from rows
) where place = 1 order by student, file
"""
_APART = "update rows set student = 'file:' || file where folder != ''"
_JOINED = """
update rows set student = 'folder:' || folder where folder != '' and folder in (
    select folder from rows group by folder having count(distinct nullif(namesake, '')) = 1
)
"""
_SAME_ANSWERS = """
select distinct json_extract(other.row, '$.name') from rows one join rows other
on one.answers = other.answers and one.student != other.student
where one.file = ? and one.answers != '' order by 1
"""


class StoreError(ValueError):
    """Say what is wrong with the file of graded submissions, and what to do."""


class Kept(NamedTuple):
    """Hold one counted submission: its *file*, its *student*, its *row*, and how many they handed in.

    *namesakes* counts those without an id who give the same name. *by_folder* says whether folders have
    the names of students, as at least one of them has.
    """

    file: str
    student: str
    row: dict[str, Any]
    several: int
    namesakes: int = 1
    by_folder: bool = False


class Store:
    """Hold the graded submissions of one run in the file at *path*."""

    def __init__(self, path: Path, assignment: str, keys: list[str]):
        """Open the file at *path*; rows graded by other keys than *keys*, digests, do not count.

        New rows are kept under the first of *keys*. Raises StoreError where the file holds another
        assignment, for its marks would be lost, and where it cannot be read or written.
        """
        self._path, self._key = path, keys[0]
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(path, timeout=_WAIT)
        try:
            with _told(path):
                self._open(assignment, keys)
        except BaseException:
            self._base.close()
            raise

    def _open(self, assignment: str, keys: list[str]) -> None:
        self._base.execute("pragma locking_mode = exclusive")  # till the end: one run writes to a folder
        form = self._base.execute("pragma user_version").fetchone()[0]
        if form != _FORM:  # what another version kept is graded anew
            self._base.execute("drop table if exists rows")
        self._base.executescript(f"{_TABLE}; pragma user_version = {_FORM}")
        held = self._base.execute("select assignment from about").fetchone()
        if held and held[0] != assignment:
            raise StoreError(
                f"{self._path.parent} holds the grades of {held[0]}; name another folder with --to"
            )
        with self._base:
            self._base.execute("insert or ignore into about values (?)", (assignment,))
        marks = ", ".join("?" * len(keys))
        with self._base:
            self._base.execute(f"delete from rows where key not in ({marks})", keys)

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._base.close()

    def digest(self, file: str) -> str:
        """Return the digest that *file* had when it was graded by this key, or "" where it was not."""
        with _told(self._path):
            found = self._base.execute("select digest from rows where file = ?", (file,)).fetchone()
        return str(found[0]) if found else ""

    def add(self, rows: Iterable[tuple[str, str, str, dict[str, Any]]]) -> None:
        """Keep *rows* of file, digest, student and row, all or none."""
        with _told(self._path), self._base:
            self._base.executemany(
                "insert or replace into rows values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (self._columns(*row) for row in rows),
            )

    def _columns(self, file: str, digest: str, student: str, row: dict[str, Any]) -> tuple[str, ...]:
        told = (row.get(name, "") for name in ("status", "sent", "made", "folder", "namesake", "answers"))
        return (file, digest, self._key, student, *told, json.dumps(row))

    def join_folders(self) -> None:
        """Take the files of a folder for tries of one student, where all of them give one name.

        A folder with several names in it is one of a class or a group: there each file stands for itself.
        """
        with _told(self._path), self._base:
            self._base.execute(_APART)
            self._base.execute(_JOINED)

    def forget_but(self, files: Iterable[str]) -> None:
        """Forget the rows of files that are not in *files* any more."""
        with _told(self._path), self._base:
            self._base.execute("create temp table here (file text primary key) without rowid")
            self._base.executemany("insert into here values (?)", ((file,) for file in files))
            self._base.execute("delete from rows where file not in (select file from here)")
            self._base.execute("drop table here")

    def counted(self) -> Iterator[Kept]:
        """Yield the submission of every student that counts, in the order of students."""
        with _told(self._path):
            for file, student, row, *counted in self._base.execute(_COUNTED):
                yield Kept(file, student, json.loads(row), *counted)

    def same_answers(self, file: str) -> list[str]:
        """Return the names of others whose answers are those of *file*, to the byte."""
        with _told(self._path):
            return [str(name) for (name,) in self._base.execute(_SAME_ANSWERS, (file,))]

    def all(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Yield file, digest and row of every submission, in the order of files."""
        with _told(self._path):
            for file, digest, row in self._base.execute("select file, digest, row from rows order by file"):
                yield file, digest, json.loads(row)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what SQLite says of the file at *path* into a sentence with the remedy."""
    try:
        yield
    except (sqlite3.Error, json.JSONDecodeError, OSError) as error:
        said = str(error)
        if "locked" in said:
            remedy = "another run is using it; wait until it has ended"
        elif "full" in said:
            remedy = "the disk is full; make room, and run this again: what is graded stays"
        elif "readonly" in said or "unable to open" in said or isinstance(error, OSError):
            remedy = "it cannot be written; name a folder of yours with --to"
        else:
            remedy = "delete it, and run this again: all is graded anew, and your marks are in to_mark.csv"
        raise StoreError(f"{path}: {said}; {remedy}") from error
