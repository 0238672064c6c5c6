"""Fill in the gradebook that was downloaded from Canvas or Moodle, and touch nothing else in it.

Canvas: Student, ID, SIS User ID, SIS Login ID, Section, then a column “Title (number)” for each assignment;
the next rows say how grades are posted and what is possible, and hold no student. Moodle’s offline grading
worksheet: Identifier (“Participant 123”), Full name, Email address, Grade, Maximum Grade, and more. Either
may begin with a byte order mark, part its fields by semicolons, and quote what it likes.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from typing import Any, NamedTuple

from whosays.classroom.gradebook import csv_bytes, header
from whosays.classroom.gradebook.csv_bytes import Field
from whosays.classroom.gradebook.header import EMAILS, IDS, Book, GradebookError, Row, key, shown

__all__ = ["Filled", "GradebookError", "fill"]

KEPT = {"EX": "is excused", "N/A": "was not set this assignment"}  # what Canvas writes in place of a grade


class Filled(NamedTuple):
    """Hold the new *text*, how many grades were *written*, what was *left* out, and what is worth *noting*.

    *left* and *noted* hold a sentence each, for the teacher.
    """

    text: bytes
    written: int
    left: list[str]
    noted: list[str]


def fill(text: bytes, column: str, results: Iterable[Mapping[str, Any]], by: str = "") -> Filled:
    """Return the gradebook *text* with the grades of *results* in *column*; every other byte stays.

    *column* may be named without the number that Canvas puts behind it. Students are found by id; by e-mail,
    whatever its capitals, only where there is no id, and that is noted; never by name. *by* names the column
    of ids where the platform speaks another language than English. A grade is left out, with a sentence,
    where no row or more than one fits, or something is still to be marked. Raises GradebookError where the
    file, or the column, is not what it should be.
    """
    results = list(results)
    book = header.read(text, by)
    place = header.column_of(book.header, column)
    possible = header.possible(book, place)
    _same_scale(possible, results)
    found, noted = _matched(book, results, by)
    left = [f"Row {row} has more or fewer fields than the header, so it was left alone." for row in book.odd]
    fit, comma = Counter(row for rows in found for row in rows), any("," in words for words in possible)
    new: dict[Field, str] = {}
    for result, rows in zip(results, found, strict=True):
        why = _why_not(result, rows, fit) or _kept(book, book.rows[rows[0]], place)
        if why:
            left.append(f"{_who(result)}: {why}.")
            continue
        row = book.rows[rows[0]]
        points, before = _number(result["points"], comma), row.values[place].strip()
        new[row.fields[place]] = row.values[place] if _same(before, points) else points
        if before and not _same(before, points):
            noted.append(f"{_who(result)}: {shown(before)} was replaced by {points}.")
    return Filled(csv_bytes.replaced(text, new), len(new), left, noted)


def _same_scale(possible: set[str], results: Sequence[Mapping[str, Any]]) -> None:
    """Raise GradebookError where the grades and the column are out of different numbers of points."""
    ours = {result["out_of"] for result in results if result.get("out_of")}
    for words in sorted(possible):
        wrong = [points for points in sorted(ours) if not _same(words, str(points))]
        if re.fullmatch(r"\d+([.,]\d+)?", words) and wrong:
            raise GradebookError(
                f"the grades are out of {wrong[0]:g}, the column is out of {words}; set the assignment to "
                f"{wrong[0]:g} points on the platform, and download the file once more"
            )


def _matched(book: Book, results: Sequence[Mapping[str, Any]], by: str) -> tuple[list[list[int]], list[str]]:
    """Return for each result the rows that may be its own, and what to note about how they were found."""
    ids, prefix, noted = _ids(book, results, [by] if by else [name for name in IDS if name in book.header])
    email = book.column(EMAILS)
    mails: dict[str, list[int]] = {}
    for address, rows in (book.below(email) if email is not None else {}).items():
        mails.setdefault(address.casefold(), []).extend(rows)
    found = []
    for result in results:
        own, mail = key(result.get("id"), prefix), key(result.get("email")).casefold()
        if own and ids is not None:
            found.append(ids.get(own, []))
        else:
            found.append(mails.get(mail, []))
            if found[-1]:
                noted.append(f"{_who(result)}: matched by e-mail, for there is no id.")
    return found, noted


def _ids(
    book: Book, results: Sequence[Mapping[str, Any]], names: list[str]
) -> tuple[dict[str, list[int]] | None, str, list[str]]:
    """Return the rows by id in the column that fits most *results*, its prefix, and what to note.

    One column serves the whole file: a number may be the id of one student in one column, and of another
    in the next.
    """
    best: tuple[int, dict[str, list[int]] | None, str, str] = (-1, None, "", "")
    for name in names:
        place = book.header.index(name)
        prefix = "" if name.startswith("SIS") or name == "ID number" else book.prefix(place)
        rows = book.below(place, prefix)
        hits = sum(key(result.get("id"), prefix) in rows for result in results)
        if hits > best[0]:
            best = (hits, rows, prefix, name)
    hits, table, prefix, name = best
    other = [f"The ids were found in the column “{name}”, not in “{names[0]}”."]
    return table, prefix, other if hits > 0 and name != names[0] else []


def _why_not(result: Mapping[str, Any], rows: list[int], fit: Counter[int]) -> str:
    """Return why no grade of *result* is written in *rows*; an empty string where one is.

    *fit* counts the results that fit each row.
    """
    if result["status"] != "graded" or result["points"] is None or not isfinite(result["points"]):
        return "not graded" + (f" ({shown(result['reason'])})" if result.get("reason") else "")
    if result.get("to_mark"):
        return f"still to be marked by hand: {', '.join(map(shown, result['to_mark']))}"
    if not rows:
        told = result.get("id") or result.get("email")
        return f"no row has {shown(told)}" if told else "neither an id nor an e-mail address is known"
    if len(rows) > 1:
        return f"{len(rows)} rows fit, so none was filled in"
    return f"{fit[rows[0]]} submissions fit one row, so none was filled in" if fit[rows[0]] > 1 else ""


def _kept(book: Book, row: Row, place: int) -> str:
    """Return why the platform would not take a grade in *row*; an empty string where it would."""
    if told := KEPT.get(row.values[place].strip().upper()):
        return f"{told} on the platform, so “{row.values[place].strip()}” stays"
    locked = book.column(["Grade can be changed"])
    if locked is not None and row.values[locked].strip().casefold() == "no":
        return "the grade is locked on the platform"
    return ""


def _number(points: float, comma: bool) -> str:
    words = f"{points:.2f}".rstrip("0").rstrip(".")
    return words.replace(".", ",") if comma else words


def _same(one: str, other: str) -> bool:
    """Say whether two texts are the same number, whichever mark its decimals have."""
    try:
        return abs(float(one.replace(",", ".")) - float(other.replace(",", "."))) < 0.005
    except ValueError:
        return False


def _who(result: Mapping[str, Any]) -> str:
    return shown(result.get("name") or result.get("student") or result.get("file") or "somebody")
