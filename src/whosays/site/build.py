"""Put the two halves of the site together."""

import shutil
import tempfile
from pathlib import Path

from whosays.course import Course
from whosays.site import live, pages
from whosays.site.errors import SiteError
from whosays.student_copy import copy_for_students

MARK = "course-site.txt"  # lies in every built site, so that no other folder is ever emptied


def build(to: Path, pyodide: Path | None, course: Path) -> None:
    """Write the site of the *course* folder into the folder *to*, in place of an older one there.

    *pyodide* is an unpacked release of Pyodide to serve from the site itself; with None the live pages
    load Pyodide from where JupyterLite looks for it. Raises SiteError where something is missing, or *to*
    holds anything but a site.
    """
    _make_way(to)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for_students = copy_for_students(Course(course), work / "course")
        built = work / "site"
        pages.build(for_students, built, work / "run")
        live.build(for_students, built / live.FOLDER, pyodide, work / "lite")
        (built / MARK).write_text(
            "Built by “whosays site”; built anew, this folder is emptied first.\n", encoding="utf-8"
        )
        shutil.rmtree(to, ignore_errors=True)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(built, to, dirs_exist_ok=True)


def _make_way(to: Path) -> None:
    """Raise SiteError unless *to* is free, empty, or holds an older site."""
    if to.is_dir() and any(to.iterdir()) and not (to / MARK).is_file():
        raise SiteError(f"the folder {to} holds other files; name an empty or a new one")
    if to.exists() and not to.is_dir():
        raise SiteError(f"{to} is a file; name a folder")
