"""Tell from the name of a file whose it is, as learning platforms name what they let a teacher download.

Canvas writes ``doejane_LATE_12345_987654_e3_jane.zip`` into one folder; Moodle writes one folder a student,
``Jane Doe_1234567_assignsubmission_file_``, or begins the name of each file with that. Elsewhere a folder
of its own, or else the name that the student gave, says who it is. Nothing is guessed from likeness.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from whosays.answers.submission import MANIFEST

# The name has a letter in it, and what follows is no date.
_CANVAS = re.compile(r"^(?P<name>[^_]*[^\W\d_][^_]*)_(?:LATE_)?(?!20\d\d_[01]?\d_[0-3]?\d_)(?P<id>\d+)_\d+_")
_MOODLE = re.compile(r"^(?P<name>.+?)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext)(?:_.*)?$")
_LATE = re.compile(r"(?:^|[_\W])late(?:[_\W]|$)", re.IGNORECASE)


class Sender(NamedTuple):
    """Hold who a file is from: the platform's *id* and *name* if it has any, and whether it is *late*."""

    id: str
    name: str
    late: bool


def submissions(folder: Path) -> Iterator[Path]:
    """Yield all below *folder* that somebody may have handed in, in order; links are not followed.

    Files and folders whose names begin with a point are left out, as is what a Mac adds to zips.
    """
    for name in sorted(os.listdir(folder)):  # names alone: there may be very many
        path = folder / name
        if path.name.startswith(".") or path.name == "__MACOSX" or path.is_symlink():
            continue
        if path.is_dir() and (path / MANIFEST).is_file():
            yield path  # a zip that was unpacked on the way
        elif path.is_dir():
            yield from submissions(path)
        elif path.is_file():
            yield path


def sender(path: Path, folder: Path) -> Sender:
    """Return who the file at *path*, somewhere below *folder*, is from."""
    inside = path.relative_to(folder)
    late = any(_LATE.search(part) for part in inside.parts)
    if canvas := _CANVAS.match(path.name):
        return Sender(canvas["id"], canvas["name"], late)
    for part in inside.parts:
        if moodle := _MOODLE.match(part):
            return Sender(moodle["id"], moodle["name"], late)
    return Sender("", inside.parts[0] if len(inside.parts) > 1 else "", late)
