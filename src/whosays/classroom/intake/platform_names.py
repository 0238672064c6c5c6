"""Tell whose a file is from what a learning platform calls it, and from nothing that a student chose.

A platform puts its own part first, and the student's own name of the file behind it. So each form below is
read from the left, and the folder that a platform made for a student is read before any file inside it.
Nothing is guessed from likeness.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from whosays.classroom.moodle_words import words

_MOODLE = re.compile(
    r"(?P<name>.+?)(?:_(?P<id>\d+))?_assignsubmission_(?:file|onlinetext)(?:_.*)?", re.DOTALL
)
_CANVAS = re.compile(
    r"(?P<name>\w+?)_(?:(?P<late>LATE)_)?(?P<id>\d+)_(?:(?P<sent>\d+)_.+|(?:text|link)\.html)",
    re.DOTALL,
)
_CANVAS_HIDDEN = re.compile(
    r"(?:(?P<late>LATE)_)?anon_(?P<id>\w{5})_(?:(?P<sent>\d+)_.+|(?:text|link)\.html)", re.DOTALL
)
_A_DATE = re.compile(r"(?:\w+?_)?20\d\d_[01]?\d_[0-3]?\d_")  # “amy_2026_11_25_e3.zip” is nobody’s number
_BRIGHTSPACE = re.compile(r"(?P<id>\d+)-\d+ - (?P<name>.+?) - (?P<sent>[^-]*\d{4}[^-]*)")
_BLACKBOARD = re.compile(
    r"(?P<item>.+?)_(?P<id>[^_]+)_attempt_(?P<sent>\d{4}(?:-\d\d){5})(?P<rest>_.+|\.txt)", re.DOTALL
)


class Sender(NamedTuple):
    """Hold who a file is from, as the *platform* tells it: an *id* and a *name*, blank where it tells none.

    *sent* is when, in a form that sorts, where the name of the file tells it; *late* where the platform says
    so; *hidden* where it keeps the names of students from whoever marks.
    """

    platform: str
    id: str
    name: str
    late: bool = False
    sent: str = ""
    hidden: bool = False


def folder_of(part: str) -> Sender | None:
    """Return who the folder called *part* is for, if a platform made it for somebody."""
    return _first((moodle, brightspace), part)


def file_of(name: str) -> Sender | None:
    """Return who the file called *name* is from, if it has the form of a platform that downloads one heap."""
    return _first((moodle, blackboard, canvas), name)


def moodle(part: str) -> Sender | None:
    """Read “Jane Doe_123_assignsubmission_file_”; of a team, name and number are those of the group."""
    found = _MOODLE.fullmatch(part)
    if not found:
        return None
    hidden = _bare(found["name"]) in map(_bare, words("hidden"))
    name = f"{found['name']} {found['id']}" if hidden else found["name"]
    return Sender("moodle", found["id"] or "", name, hidden=hidden)


def canvas(name: str) -> Sender | None:
    """Read “doejane_LATE_123_456_e1.zip”, and “anon_A1b2C_456_e1.zip” where names are hidden."""
    if found := _CANVAS_HIDDEN.fullmatch(name):
        told = f"anon_{found['id']}"
        return Sender("canvas", told, told, bool(found["late"]), _in_order(found["sent"]), hidden=True)
    if _A_DATE.match(name) or not (found := _CANVAS.fullmatch(name)):
        return None
    return Sender("canvas", found["id"], found["name"], bool(found["late"]), _in_order(found["sent"]))


def _in_order(number: str | None) -> str:
    """Return the number that Canvas gives to a file, a later one a higher number, in a form that sorts."""
    return (number or "").zfill(20)


def brightspace(part: str) -> Sender | None:
    """Read “397063-2557369 - Anna Kowalska - Nov 26, 2026 926 PM”, a folder for each try."""
    found = _BRIGHTSPACE.fullmatch(part)
    return Sender("brightspace", found["id"], found["name"], sent=_hour(found["sent"])) if found else None


def blackboard(name: str) -> Sender | None:
    """Read “E1_jdoe_attempt_2026-11-26-21-26-05_e1.zip”; the name of the student is not in it."""
    found = _BLACKBOARD.fullmatch(name)
    return Sender("blackboard", found["id"], "", sent=found["sent"]) if found else None


def _first(forms: tuple[Callable[[str], Sender | None], ...], name: str) -> Sender | None:
    return next((found for form in forms if (found := form(name))), None)


def _bare(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalpha())


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _hour(told: str) -> str:
    """Return “Nov 26, 2026 926 PM” as “2026-11-26 21:26”; as it stands where it has another form."""
    found = re.fullmatch(r"(\w{3}) (\d\d?), (\d{4}) (\d\d?)(\d\d) ([AP])M", told.strip())
    if not found or found[1].casefold() not in _MONTHS:
        return told.strip()
    month, hour = _MONTHS.index(found[1].casefold()) + 1, int(found[4]) % 12 + 12 * (found[6] == "P")
    return f"{found[3]}-{month:02}-{int(found[2]):02} {hour:02}:{found[5]}"
