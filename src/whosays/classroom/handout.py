"""Hand out: lessons, exercises, data and the package, without solutions, keys or cells for teachers."""

import hashlib
import json
import tempfile
from pathlib import Path
from typing import NamedTuple

from whosays.answers.submission import zipped
from whosays.course import ANSWERS, Course
from whosays.site.wheels import own
from whosays.student_copy import copy_for_students

RECORD = ".handout.json"  # digests of what was handed out, so that a student's changes can be told from ours
START = """# Who Says?

Lessons are in `notebooks/`, what you hand in is in `exercises/`. You need Python 3.11 or newer.

Open a terminal in this folder and run, once:

    python -m venv .venv && . .venv/bin/activate && pip install {wheel}

and then, each time:

    jupyter lab --ServerApp.root_dir=. notebooks/00_start_here.ipynb

On Windows, write `.venv\\Scripts\\activate` in place of `. .venv/bin/activate`. Your answers are kept in the
folders `answers`, beside the notebooks, and nowhere else.
"""


class HandedOut(NamedTuple):
    """Count files *written* and the *same* as before; name those *kept*, and the *archive* of all."""

    written: int
    same: int
    kept: list[Path]
    archive: Path


def hand_out(course: Path, to: Path) -> HandedOut:
    """Write what students get of the folder *course* into the folder *to*, and a zip of it beside.

    A file there that somebody changed is left as it is, and the new one is put beside it with "(new)" in its
    name; folders of answers are never touched. Raises NoCourseError where *course* has no lessons.
    """
    if course.resolve() == to.resolve() or to.resolve() in course.resolve().parents:
        raise ValueError(f"{to} is where the course is; name a new folder, such as who-says")
    with tempfile.TemporaryDirectory() as folder:
        files = _collected(course, Path(folder))
    record = _record(to)
    written, kept = 0, []
    for name, content in files.items():
        path = to / name
        if path.is_file() and path.read_bytes() == content:
            continue
        if path.is_file() and _digest(path.read_bytes()) != record.get(name):
            kept.append(path)
            path = path.with_name(f"{path.stem} (new){path.suffix}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written += 1
    sums = {name: _digest(content) for name, content in files.items()}
    (to / RECORD).write_text(json.dumps(sums, indent=1) + "\n", encoding="utf-8")
    archive = to.with_name(f"{to.name}.zip")
    archive.write_bytes(zipped({f"{to.name}/{name}": content for name, content in files.items()}))
    return HandedOut(written, len(files) - written, kept, archive)


def _collected(course: Path, work: Path) -> dict[str, bytes]:
    """Return every file that is handed out, by its path in the folder."""
    copy_for_students(Course(course), work / "out")
    wheel = own(work / "out" / "wheels")
    start = START.format(wheel=f"wheels/{wheel.name}")
    (work / "out" / "README.md").write_text(start, encoding="utf-8")
    found = sorted(
        path for path in (work / "out").rglob("*") if path.is_file() and path.parent.name != ANSWERS
    )
    return {path.relative_to(work / "out").as_posix(): path.read_bytes() for path in found}


def _record(to: Path) -> dict[str, str]:
    """Return the digests of what was handed out to this folder before."""
    try:
        read = json.loads((to / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
