"""Fill in the gradebook that was downloaded from a learning platform, and touch nothing else in it."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import isfinite
from types import MappingProxyType
from typing import Any, NamedTuple

from whosays.classroom.gradebook import csv_bytes, layouts
from whosays.classroom.gradebook import table as tables
from whosays.classroom.gradebook.csv_bytes import Field
from whosays.classroom.gradebook.layouts import Layout
from whosays.classroom.gradebook.matching import Groups, Match, Matcher
from whosays.classroom.gradebook.table import GradebookError, Row, shown
from whosays.classroom.moodle_words import plain, words

__all__ = ["Filled", "GradebookError", "Wanted", "fill"]

KEPT = {"EX": "is excused", "N/A": "was not set this assignment"}  # what Canvas writes in place of a grade
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Wanted(NamedTuple):
    """Say which *column* to fill, *by* which column of ids, with which *groups*, *out of* how many points.

    *column* may be named without what the platform puts behind a title. *by* is for a platform, or a
    language, that is not known; *out_of* for a file that does not say it, by a teacher who looked it up.
    """

    column: str
    by: str = ""
    groups: Groups = MappingProxyType({})
    out_of: float | None = None


class Filled(NamedTuple):
    """Hold the new *text*, how many grades were *written*, what was *left* out, and what is worth *noting*.

    *left* and *noted* hold a sentence each, for the teacher. *people* are the results that went to one
    student, and to no group.
    """

    text: bytes
    written: int
    left: list[str]
    noted: list[str]
    people: list[Mapping[str, Any]]


def fill(text: bytes, wanted: Wanted, results: Iterable[Mapping[str, Any]]) -> Filled:
    """Return the gradebook *text* with the grades of *results* where *wanted*; every other byte stays.

    A grade is written only where id and name fit the row, and to all members of a group. It is left out, with
    a sentence, where no row or more than one fits, where something is still to be marked, and where nothing
    was answered. Raises GradebookError where the file, or the column, is not what it should be.
    """
    if text.startswith(_UTF_16):  # as Blackboard writes it; to the same bytes again
        encoding = "utf-16-le" if text.startswith(_UTF_16[0]) else "utf-16-be"
        try:
            plain = text[2:].decode(encoding)
        except UnicodeDecodeError as error:
            raise GradebookError("the file is cut in mid-letter; download it once more") from error
        filled = fill(plain.encode(), wanted, results)
        return filled._replace(text=text[:2] + filled.text.decode().encode(encoding))
    return _filled(text, wanted, list(results))


def _filled(text: bytes, wanted: Wanted, results: Sequence[Mapping[str, Any]]) -> Filled:
    table = tables.read(text)
    layout = layouts.layout_of(table, wanted.by)
    place = tables.column_of(table.header, wanted.column, layout.taken(table))
    possible = layouts.maximum(table, layout, place)
    _same_scale(possible, wanted.out_of, results)
    matcher = Matcher(table, layout, wanted.groups)
    found = [matcher.match(result) for result in results]
    fit = Counter(row for match in found for row in match.rows)
    comma = any("," in most for most in possible)
    left = [f"Row {row} has more or fewer fields than the header, so it was left alone." for row in table.odd]
    noted: list[str] = []
    new: dict[Field, str] = {}
    people: list[Mapping[str, Any]] = []
    written = 0
    for result, match in zip(results, found, strict=True):
        if why := _why_not(result, match, fit):
            left.append(f"{_who(result)}: {why}.")
            continue
        if not match.team:
            people.append(result)
        if match.noted:
            noted.append(f"{_who(result)}: {match.noted}.")
        for row in (table.rows[number] for number in match.rows):
            if why := _kept(layout, row, place):
                left.append(f"{_who(result)}: {why}.")
                continue
            written += 1
            new.update(_grade(row, place, _number(result["points"], comma)))
            new.update(_comment(layout, row, result))
            noted += [f"{_who(result)}: {told}" for told in _replaced(row, place, result, comma)]
    return Filled(csv_bytes.replaced(text, new), written, left, noted, people)


def _grade(row: Row, place: int, points: str) -> dict[Field, str]:
    before = row.values[place]
    return {row.fields[place]: before if _same(before, points) else points}


def _replaced(row: Row, place: int, result: Mapping[str, Any], comma: bool) -> Iterator[str]:
    before, points = row.values[place].strip(), _number(result["points"], comma)
    if before and not _same(before, points):
        yield f"{shown(before)} was replaced by {points}."


def _comment(layout: Layout, row: Row, result: Mapping[str, Any]) -> dict[Field, str]:
    """Return what the teacher wrote to a student, for a blank cell of comments; Moodle shows HTML."""
    told = [str(one.get("comment") or "").strip() for one in result.get("questions", ())]
    if layout.comments is None or not any(told) or row.values[layout.comments].strip():
        return {}
    lines = "\n\n".join(filter(None, told)).splitlines()
    return {row.fields[layout.comments]: "<br>".join(html.escape(line) for line in lines)}


def _same_scale(possible: set[str], out_of: float | None, results: Sequence[Mapping[str, Any]]) -> None:
    """Raise GradebookError where grades and column are, or may be, out of different numbers of points."""
    ours = {float(result["out_of"]) for result in results if result.get("out_of")}
    known = {most for most in possible if re.fullmatch(r"\d+([.,]\d+)?", most)}
    known |= {f"{out_of:g}"} if out_of is not None and not known else set()
    if ours and not known:
        raise GradebookError(
            f"the file does not say out of how many points the column is; if it is {max(ours):g} on the "
            f"platform, say so with --out-of {max(ours):g}"
        )
    for most in sorted(known):
        for points in sorted(ours):
            if not _same(most, str(points)):
                raise GradebookError(
                    f"the grades are out of {points:g}, the column is out of {most}; set the assignment to "
                    f"{points:g} points on the platform, and download the file once more"
                )


def _why_not(result: Mapping[str, Any], match: Match, fit: Counter[int]) -> str:
    """Return why no grade of *result* is written in the rows of *match*; an empty string where one is.

    *fit* counts the results that fit each row.
    """
    if result["status"] != "graded" or result["points"] is None or not isfinite(result["points"]):
        return "not graded" + (f" ({shown(result['reason'])})" if result.get("reason") else "")
    asked = result.get("questions", ())
    if asked and all(one["score"] is None for one in asked):
        return "nothing was answered, which is no zero; ask whether the right file was sent"
    if result.get("to_mark"):
        return f"still to be marked by hand: {', '.join(map(shown, result['to_mark']))}"
    if match.why:
        return match.why
    several = max(fit[row] for row in match.rows)
    return f"{several} submissions fit one row, so none was filled in" if several > 1 else ""


def _kept(layout: Layout, row: Row, place: int) -> str:
    """Return why the platform would not take a grade in *row*; an empty string where it would."""
    if told := KEPT.get(row.values[place].strip().upper()):
        return f"{told} on the platform, so “{row.values[place].strip()}” stays"
    if layout.unlocked is not None and plain(row.values[layout.unlocked]) in words("no"):
        return "the grade is locked on the platform"
    return ""


def _number(points: float, comma: bool) -> str:
    told = f"{points:.2f}".rstrip("0").rstrip(".")
    return told.replace(".", ",") if comma else told


def _same(one: str, other: str) -> bool:
    """Say whether two texts are the same number, whichever mark its decimals have."""
    try:
        return abs(float(one.replace(",", ".")) - float(other.replace(",", "."))) < 0.005
    except ValueError:
        return False


def _who(result: Mapping[str, Any]) -> str:
    return shown(result.get("name") or result.get("student") or result.get("file") or "somebody")
