"""Read the table in a gradebook: its header, its rows, and where the column of an assignment stands."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from whosays.classroom.gradebook import csv_bytes
from whosays.classroom.gradebook.csv_bytes import Field

IDS = ("ID", "Identifier", "ID number", "SIS User ID", "SIS Login ID")
EMAILS = ("Email address", "Email", "E-mail", "SIS Login ID")
NO_GRADES = {*IDS, *EMAILS, "Student", "LastName", "FirstName", "Section", "Integration ID", "Root Account",
             "Full name", "First name", "Last name", "Status", "Maximum Grade"}  # fmt: skip
_COMPUTED = re.compile(r"\b(Current|Final|Override) (Score|Points|Grade|Status)\b")


class GradebookError(ValueError):
    """Say why a gradebook cannot be filled in, and what to do."""


class Row(NamedTuple):
    """Hold the *fields* of a row, and the *values* they say."""

    fields: list[Field]
    values: list[str]


class Book(NamedTuple):
    """Hold the *header* of a gradebook, its *rows*, and the numbers of *odd* rows that do not fit it."""

    header: list[str]
    rows: list[Row]
    odd: list[int]

    def column(self, names: Sequence[str]) -> int | None:
        """Return the place of the first of *names* that the header holds."""
        return next((self.header.index(name) for name in names if name in self.header), None)

    def below(self, column: int, prefix: str = "") -> dict[str, list[int]]:
        """Return the rows in which each value of *column* stands, without the *prefix* that all share."""
        found: dict[str, list[int]] = {}
        for place, row in enumerate(self.rows):
            if value := key(row.values[column], prefix):
                found.setdefault(value, []).append(place)
        return found

    def prefix(self, column: int) -> str:
        """Return the word before the number in *column*, such as “Participant ”, where every row has it."""
        values = [row.values[column].strip() for row in self.rows if row.values[column].strip()]
        matches = [re.fullmatch(r"(\D*)\d+", value) for value in values]
        found = {match.group(1) if match else "" for match in matches}
        return found.pop() if len(found) == 1 else ""


def read(text: bytes, by: str) -> Book:
    """Return the table in *text*, parted by whichever separator shows a header we know."""
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise GradebookError("the file is in UTF-16, as spreadsheet programs save it; download it once more")
    headers = []
    for separator in csv_bytes.SEPARATORS:
        try:
            first = next(csv_bytes.rows(text, separator), [])
        except ValueError:
            continue
        headers.append(([csv_bytes.value(text, field).strip() for field in first], separator))
    known = {by} if by else {*IDS, *EMAILS}
    header, separator = max(headers, key=lambda each: (bool(known & set(each[0])), len(each[0])),
                            default=([], b","))  # fmt: skip
    if not known & set(header):
        wanted = f"“{by}”" if by else "ids or e-mail addresses, such as ID or Identifier"
        raise GradebookError(f"there is no column of {wanted}; the first row has {_listed(header)}")
    return _rows(text, separator, header)


def _rows(text: bytes, separator: bytes, header: list[str]) -> Book:
    book = Book(header, [], [])
    try:
        for number, fields in enumerate(csv_bytes.rows(text, separator), 1):
            values = [csv_bytes.value(text, field) for field in fields]
            if number > 1 and len(fields) == len(header):
                book.rows.append(Row(fields, values))
            elif len(fields) != len(header) and any(values):
                book.odd.append(number)
    except ValueError as error:
        raise GradebookError(str(error)) from error
    return book


def column_of(header: list[str], column: str) -> int:
    """Return the place of *column*, named in full or without the number that Canvas puts behind it."""
    wanted = column.strip().casefold()
    exact = [place for place, name in enumerate(header) if name.casefold() == wanted]
    short = [
        place for place, name in enumerate(header) if re.sub(r" \(\d+\)$", "", name).casefold() == wanted
    ]
    found = exact or short
    if not found:
        raise GradebookError(f"there is no column “{shown(column)}”; there is {_listed(header)}")
    if len(found) > 1:
        raise GradebookError(
            f"{len(found)} columns are called “{shown(column)}”; give its name with its number"
        )
    if header[found[0]] in NO_GRADES or _COMPUTED.search(header[found[0]]):
        raise GradebookError(f"“{shown(column)}” is no column for grades; name that of the assignment")
    return found[0]


def possible(book: Book, place: int) -> set[str]:
    """Return what the file says is the most points: Canvas in a row of its own, Moodle in every row."""
    most, ids = book.column(["Maximum Grade"]), book.column(["ID"])
    told = [row.values[most] for row in book.rows] if most is not None else [
        row.values[place]
        for row in book.rows
        if "Points Possible" in row.values[0] and ids is not None and not row.values[ids].strip()
    ]  # fmt: skip
    if "(read only)" in told:
        raise GradebookError("Canvas marks this column as read only; name that of the assignment")
    return {words.strip() for words in told if words.strip()}


def key(value: object, prefix: str = "") -> str:
    """Return the id *value* in the form it is compared in: of “Participant 123” the number."""
    return str(value if value is not None else "").strip().removeprefix(prefix)


def shown(value: object) -> str:
    """Return *value* on one line, without signs that cannot be seen and could turn the line around."""
    return "".join(sign if sign.isprintable() else " " for sign in str(value)).strip()[:200]


def _listed(header: Sequence[str]) -> str:
    return ", ".join(shown(name) for name in header if name) or "nothing"
