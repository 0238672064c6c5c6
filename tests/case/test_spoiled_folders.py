"""However a folder is spoiled, the case opens or CaseError says why: never another exception, never half a case."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.case.damage import read, write
from whosays.case import Case, CaseError, package
from whosays.case.schema import TABLES

ROWS = 9  # kept of the long tables, so that many folders can be tried
ODD = [
    "",
    " ",
    "none",
    "not_said",
    "not_there",
    "both",
    "0",
    "-1",
    "9" * 12,
    "9" * 25,
    "9" * 5000,
    "2022-13",
    "2022",
]
ODD += [
    "9999-12-31",
    "1000-01-01T00:00-12:00",
    "2022-02-30",
    "T",
    "\0",
    "\r",
    '"',
    "“",
    "=1+1",
    "c01",
    "e01",
    "nan",
]
ODD += [
    "3,000,000,000,000,000,000 people",
    "at least 94 people",
    "nearly 0",
    "../../x.txt",
    "[",
    "{",
    "]]",
    "'''",
    "\ud7ff",
]
VALUES = [
    "nan",
    "-1",
    "true",
    "{}",
    "[]",
    "[[[]]]",
    '""',
    "2022-09-19",
    '"c01"',
    '"../x.txt"',
    "[1, [2]]",
    "{ a = 1 }",
]

anything = st.sampled_from(ODD) | st.text(max_size=12)
places = st.integers(0, 400)
tables = st.sampled_from([schema.file for schema in TABLES.values()])
texts = st.sampled_from(["case.toml", "datapackage.json"])
Spoil = Callable[[Path], None]


def on_rows(change: Callable[[list[list[str]], int, int], None]) -> Callable[[str, int, int], Spoil]:
    """Return what makes, of a table and two places, what spoils the rows of that table there."""

    def make(table: str, first: int, second: int) -> Spoil:
        def spoil(folder: Path) -> None:
            try:
                rows = read(folder / table)
                change(rows, first % len(rows), second % len(rows[0]))
                write(folder / table, rows)
            except (OSError, ValueError, IndexError, ZeroDivisionError, UnicodeError):
                return  # spoiled before, so that there are no such rows any more

        return spoil

    return make


def spoil_cell(table: str, row: int, column: int, text: str) -> Spoil:
    return on_rows(lambda rows, r, c: rows[r].__setitem__(c, text))(table, row, column)


def from_another(rows: list[list[str]], row: int, column: int) -> None:
    rows[row][column] = rows[-row][column]


def without_column(rows: list[list[str]], row: int, column: int) -> None:
    for one in rows:
        del one[column]


def again(rows: list[list[str]], row: int, column: int) -> None:
    rows.append(list(rows[row]))


def on_bytes(file: str, place: int, data: bytes, cut: bool) -> Spoil:
    def spoil(folder: Path) -> None:
        path = folder / file
        if path.is_file():
            held = path.read_bytes()
            at = place * 7919 % (len(held) + 1)
            path.write_bytes(held[:at] + data + (b"" if cut else held[at + len(data) :]))

    return spoil


def on_line(file: str, place: int, text: str, value: bool) -> Spoil:
    def spoil(folder: Path) -> None:
        if not (folder / file).is_file():
            return
        lines = (folder / file).read_text(encoding="utf-8", errors="replace").split("\n")
        at = place % len(lines)
        lines[at] = f"{lines[at].partition('=')[0]}= {text}" if value else text
        (folder / file).write_text("\n".join(lines), encoding="utf-8")

    return spoil


def gone(file: str) -> Spoil:
    return lambda folder: (folder / file).unlink(missing_ok=True)


spoils = st.one_of(
    st.builds(spoil_cell, tables, places, places, anything),
    st.builds(on_rows(from_another), tables, places, places),
    st.builds(on_rows(without_column), tables, places, places),
    st.builds(on_rows(again), tables, places, places),
    st.builds(on_rows(lambda rows, row, column: rows.pop(row)), tables, places, places),
    st.builds(
        on_bytes, tables | texts | st.just("article.txt"), places, st.binary(max_size=4), st.booleans()
    ),
    st.builds(on_line, texts, places, anything, st.just(False)),
    st.builds(on_line, st.just("case.toml"), places, st.sampled_from(VALUES), st.just(True)),
    st.builds(gone, tables | texts),
)


@pytest.fixture(scope="module")
def short(folder, tmp_path_factory) -> Path:
    """Return a copy of a case whose long tables are cut, and which still opens."""
    copy = Path(shutil.copytree(folder, tmp_path_factory.mktemp("short") / "case"))
    for name in ("reports", "statements", "wording", "relays"):
        rows = read(copy / f"{name}.csv")
        write(copy / f"{name}.csv", rows[: ROWS + 1])
    assert Case.problems(copy) == []
    return copy


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spoiling=st.lists(spoils, min_size=1, max_size=3), rewritten=st.booleans())
def test_a_spoiled_folder_opens_or_says_why_it_does_not(short, spoiling, rewritten):
    with TemporaryDirectory() as place:
        folder = Path(shutil.copytree(short, Path(place) / "case"))
        for spoil in spoiling:
            spoil(folder)
        if rewritten:
            package.write_descriptor(folder)
        problems = Case.problems(folder)
        assert all(problem.file and problem.message and "\n" not in str(problem) for problem in problems)
        try:
            opened = Case.open(folder)
        except CaseError as error:
            assert problems
            assert error.problems == problems
        else:
            assert problems == []
            assert repr(opened)
