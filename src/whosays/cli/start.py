"""Lay the course into a folder and open it: all that a student needs who has only the package."""

import argparse
import os
from pathlib import Path
from typing import Any

from whosays.course import Course

FIRST = "00_start_here.ipynb"
RECORD = ".whosays.json"  # not the name that a hand-out has: what a teacher handed out stays the teacher's
README = """# Who Says?

Lessons are in `notebooks/`, what you hand in is in `exercises/`. To open them again, run in this folder:

    whosays start

Your answers are kept in the folders `answers`, beside the notebooks, and nowhere else. What you change here
stays: where a newer whosays brings a newer lesson, it is put beside yours, with “(new)” in its name.
"""


def add(commands: Any) -> None:
    """Add the command to *commands*, the subparsers of the command line."""
    start = commands.add_parser(
        "start",
        help="lay the course into a folder and open it in JupyterLab",
        description="Lay the course into a folder and open it in JupyterLab; run again, open it again. "
        "What you wrote there stays as it is.",
    )
    start.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="FOLDER",
        help="default: the course you are in, or else the new folder who-says",
    )
    start.add_argument("--no-open", action="store_true", help="lay the course, and do not open it")
    start.set_defaults(do=_run)


def _run(given: argparse.Namespace) -> int:
    folder: Path = (given.folder or _here()).expanduser().absolute()
    if _is_course(folder) and not (folder / RECORD).is_file():
        print(f"There is a course in {folder}; it stays as it is.")  # a clone, or what a teacher handed out
    else:
        print("\n".join(_lay(folder)))
    lesson = Course(folder).lessons / FIRST
    if not os.access(lesson.parent, os.W_OK):
        raise ValueError(
            f"{lesson.parent} may not be written to, so no answer could be kept; name another folder"
        )
    if given.no_open:
        return 0
    from whosays.cli.jupyter_lab import open_lab

    return open_lab(folder, lesson)


def _here() -> Path:
    """Return the course around the current folder, or else a new folder in it."""
    course = Course.around(Path.cwd())
    return course.path if course and _is_course(course.path) else Path("who-says")


def _is_course(folder: Path) -> bool:
    course = Course(folder)
    return course.bank.is_dir() and (course.lessons / FIRST).is_file()


def _lay(folder: Path) -> list[str]:
    """Lay the course into *folder*, and return sentences that say so."""
    from whosays.classroom.lay_out import lay_out
    from whosays.student_copy import shipped_files

    known = (folder / RECORD).is_file()
    laid = lay_out({**shipped_files(), "README.md": README.encode()}, folder, RECORD)
    newer = laid.written - len(laid.kept)
    said = [f"The course is in {folder}; your answers will be kept there, beside the notebooks."]
    if known and newer:
        said.append(f"{newer} {'file is' if newer == 1 else 'files are'} newer than before.")
    return said + [f"{path} was changed by you and stays; a newer one is beside it." for path in laid.kept]
