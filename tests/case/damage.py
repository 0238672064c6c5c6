"""Spoil a copy of a case folder: one cell, one column, one line, one file."""

import csv
import io
from collections.abc import Callable
from pathlib import Path


def read(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def write(path: Path, rows: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8", newline="\n")


def cell(table: str, name: str, column: str, value: str) -> Callable[[Path], None]:
    """Return what writes *value* into *column* of the row *name*, adding a column that is not typed today."""

    def spoil(folder: Path) -> None:
        path = folder / f"{table}.csv"
        rows = read(path)
        add_column(rows, table, column)
        [row] = [row for row in rows if row[0] == name]
        row[rows[0].index(column)] = value
        write(path, rows)

    return spoil


def add_column(rows: list[list[str]], table: str, column: str) -> None:
    from whosays.case.schema import TABLES

    if column in rows[0]:
        return
    columns = TABLES[table].columns
    before = [name for name in columns[: columns.index(column)] if name in rows[0]]
    place = rows[0].index(before[-1]) + 1
    for number, row in enumerate(rows):
        row.insert(place, "" if number else column)


def header(table: str, change: Callable[[list[list[str]]], None]) -> Callable[[Path], None]:
    """Return what lets *change* spoil all lines of a table."""

    def spoil(folder: Path) -> None:
        rows = read(folder / f"{table}.csv")
        change(rows)
        write(folder / f"{table}.csv", rows)

    return spoil


def drop(column: str) -> Callable[[list[list[str]]], None]:
    def change(rows: list[list[str]]) -> None:
        place = rows[0].index(column)
        for row in rows:
            del row[place]

    return change


def words(file: str, old: str, new: str) -> Callable[[Path], None]:
    """Return what puts *new* in the place of *old*, which the file holds, once."""

    def spoil(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text, old
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    return spoil


def raw(file: str, change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        (folder / file).write_bytes(change((folder / file).read_bytes()))

    return spoil


def gone(file: str) -> Callable[[Path], None]:
    return lambda folder: (folder / file).unlink()


def folder_instead(file: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        (folder / file).unlink()
        (folder / file).mkdir()

    return spoil


def number_of(folder: Path, table: str, name: str) -> int:
    """Return the number of the row *name*, where the header is row 1."""
    return 1 + next(n for n, row in enumerate(read(folder / f"{table}.csv")) if row[0] == name)
