"""Know the gradebooks of learning platforms by their headers: where ids, names, grades and limits stand.

Canvas: Student (or LastName, FirstName), ID, Section, a column “Title (number)” an assignment, and rows of
its own for what is possible; always in English. Moodle’s offline grading worksheet: Identifier (“Participant
123”), Full name, Grade, Maximum grade and more, in the language of whoever downloads it. Brightspace:
OrgDefinedId or Username, names, “Title Points Grade <Numeric MaxPoints:30 …>”, and a column that ends each
line. Blackboard: Last Name, First Name, Username, “Title [Total Pts: 30 Score] |number”. Gradescope: names,
SID, Email, “Title” beside “Title - Max Points”.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from whosays.classroom.gradebook.table import GradebookError, Table, listed, shown
from whosays.classroom.moodle_words import words


class Layout(NamedTuple):
    """Say in which columns of the gradebook of a *platform* things stand; None where they do not.

    *names* are the columns that make up a name; *more* are columns that hold no grades.
    """

    platform: str
    ids: int | None
    names: tuple[int, ...]
    group: int | None = None
    maximum: int | None = None
    unlocked: int | None = None
    comments: int | None = None
    more: frozenset[str] = frozenset()

    def taken(self, table: Table) -> set[str]:
        """Return the names of the columns that hold something else than grades."""
        places = (self.ids, *self.names, self.group, self.maximum, self.unlocked, self.comments)
        computed = {name for name in table.header if self.platform == "canvas" and _COMPUTED.search(name)}
        return {table.header[place] for place in places if place is not None} | self.more | computed


_COMPUTED = re.compile(r"\b(Current|Final|Override) (Score|Points|Grade|Status)\b")
_FIRST_LAST = (
    frozenset({"First Name", "FirstName", "First name"}),
    frozenset({"Last Name", "LastName", "Last name"}),
)
_IDS = frozenset({"SIS User ID", "SIS Login ID", "Integration ID", "Root Account", "Section", "Email"})


def layout_of(table: Table, by: str = "") -> Layout:
    """Return the layout of *table*, told by its header, or by its column of ids *by*.

    Raises GradebookError for what is no gradebook that can be filled in, and says which is wanted.
    """
    if by:
        return _by(table, by)
    for known in (_canvas, _moodle, _brightspace, _blackboard, _gradescope):
        if layout := known(table):
            return layout
    raise GradebookError(_unknown(table))


def _canvas(table: Table) -> Layout | None:
    names = _places(table, {"Student"}) or _full_name(table)
    if table.place(("ID",)) is None or not names or table.place(("Section",)) is None:
        return None
    return Layout("canvas", table.place(("ID",)), names, more=_IDS)


def _moodle(table: Table) -> Layout | None:
    ids, grade = table.place(words("identifier")), table.place(words("grade"))
    if ids is None or grade is None:
        return None
    if table.place(words("scale")) is not None and table.place(words("maximum")) is None:
        raise GradebookError(
            "the assignment is graded on a scale of words there, and points do not fit it; in its settings "
            "choose points, and download the worksheet once more"
        )
    names = _places(table, words("name")) or _full_name(table)
    group, most, unlocked, comments = (
        table.place(words(role)) for role in ("group", "maximum", "open", "comments")
    )
    return Layout("moodle", ids, names, group, most, unlocked, comments, words("status"))


def _brightspace(table: Table) -> Layout | None:
    if table.place(("End-of-Line Indicator",)) is None:
        return None
    ids = frozenset({"OrgDefinedId", "Username", "Email", "End-of-Line Indicator"})
    return Layout("brightspace", None, _full_name(table), more=ids)


def _blackboard(table: Table) -> Layout | None:
    if table.place(("Username",)) is None or not any("[Total Pts:" in name for name in table.header):
        return None
    return Layout("blackboard", table.place(("Username",)), _full_name(table), more=frozenset({"Student ID"}))


def _gradescope(table: Table) -> Layout | None:
    ids = table.place(("SID",))
    names = _places(table, {"Name"}) or _full_name(table)
    return None if ids is None or not names else Layout("gradescope", ids, names, more=_IDS)


def _by(table: Table, by: str) -> Layout:
    if table.place((by,)) is None:
        raise GradebookError(f"there is no column “{shown(by)}”; there is {listed(table.header)}")
    names = _places(table, words("name") | {"Student", "Name"}) or _full_name(table)
    return Layout("", table.place((by,)), names, maximum=table.place(words("maximum")))


def _places(table: Table, names: frozenset[str] | set[str]) -> tuple[int, ...]:
    place = table.place(tuple(names))
    return () if place is None else (place,)


def _full_name(table: Table) -> tuple[int, ...]:
    """Return the places of first and last name, where there are both."""
    first, last = (table.place(names) for names in _FIRST_LAST)
    return () if first is None or last is None else (first, last)


def _unknown(table: Table) -> str:
    if table.place(words("number")) is not None:
        return (
            "this is Moodle’s gradebook export, which has no participant numbers, and other people’s numbers "
            "would be taken for them; download the grading worksheet of the assignment instead"
        )
    return (
        "this is no gradebook of Canvas, Brightspace, Blackboard or Gradescope and no grading worksheet of "
        f"Moodle; the first row has {listed(table.header)}. Where only its language is not known, name the "
        "column of ids with --by"
    )


def maximum(table: Table, layout: Layout, place: int) -> set[str]:
    """Return what the gradebook says is the most to be had in the column at *place*, as it stands there."""
    told = _MAXIMUM.get(layout.platform, _in_column)(table, layout, place)
    return {value.strip() for value in told if value.strip()}


def _in_column(table: Table, layout: Layout, place: int) -> list[str]:
    return [] if layout.maximum is None else table.below(layout.maximum)


def _in_row(table: Table, layout: Layout, place: int) -> list[str]:
    ids = layout.ids or 0
    told = [
        row.values[place]
        for row in table.rows
        if "Points Possible" in row.values[0] and not row.values[ids].strip()
    ]
    if "(read only)" in told:
        raise GradebookError("Canvas marks this column as read only; name that of the assignment")
    return told


def _in_header(table: Table, layout: Layout, place: int) -> list[str]:
    return re.findall(r"(?:Total Pts: (?:up to )?|MaxPoints:)(\d+(?:[.,]\d+)?)", table.header[place])


def _beside(table: Table, layout: Layout, place: int) -> list[str]:
    beside = table.place((f"{table.header[place]} - Max Points",))
    return [] if beside is None else table.below(beside)


_MAXIMUM: dict[str, Callable[[Table, Layout, int], list[str]]] = {
    "canvas": _in_row,
    "brightspace": _in_header,
    "blackboard": _in_header,
    "gradescope": _beside,
}
