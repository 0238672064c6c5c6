"""Hand out: lessons, exercises, data and the package, without solutions, keys or cells for teachers."""

import tempfile
from pathlib import Path
from typing import NamedTuple

from whosays.answers.submission import zipped
from whosays.classroom.lay_out import HANDED_OUT, lay_out
from whosays.course import Course
from whosays.site.wheels import own
from whosays.student_copy import student_files

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
    name; folders of answers are never touched. Raises NoCourseError where *course* has no lessons, and
    LayError where *to* cannot be written.
    """
    if course.resolve() == to.resolve() or to.resolve() in course.resolve().parents:
        raise ValueError(f"{to} is where the course is; name a new folder, such as who-says")
    files = _handed_out(course)
    laid = lay_out(files, to, HANDED_OUT)
    archive = to.with_name(f"{to.name}.zip")
    archive.write_bytes(zipped({f"{to.name}/{name}": content for name, content in files.items()}))
    return HandedOut(*laid, archive)


def _handed_out(course: Path) -> dict[str, bytes]:
    """Return every file that is handed out, by its path in the folder."""
    files = student_files(Course(course))
    with tempfile.TemporaryDirectory() as folder:
        wheel = own(Path(folder))
        files[f"wheels/{wheel.name}"] = wheel.read_bytes()
    files["README.md"] = START.format(wheel=f"wheels/{wheel.name}").encode()
    return dict(sorted(files.items()))
