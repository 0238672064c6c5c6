"""Take out of a course what students get: no solutions, no answers, no cells for teachers."""

import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from whosays.course import ANSWERS, PACKED, Course

HIDDEN = "teacher"  # the tag of cells that no student sees
LEFT_OUT = (ANSWERS, "submissions", "solutions", ".*", "__pycache__", "*.pyc", "README.md")

# JupyterLite reports an error for a folder that the site does not have.
_NOTE = "Your answers are written here, one file a lesson. They stay in this browser.\n"


class NoCourseError(ValueError):
    """Say that a folder holds no course."""


def copy_for_students(course: Course, to: Path) -> Course:
    """Copy to the folder *to* what students get of *course*, and return the copy.

    Every notebook of the copy says its version, so that a copy that a student saved can be told from a
    newer one. Raises NoCourseError where the course has no lessons.
    """
    if not list(course.lessons.glob("*.ipynb")):
        raise NoCourseError(f"there are no notebooks in {course.lessons}; run this in the course folder")
    copy = Course(to)
    for folder, own in (
        (course.lessons, copy.lessons),
        (course.exercises, copy.exercises),
        (course.data, copy.data),
    ):
        if folder.is_dir():
            shutil.copytree(folder, own, ignore=shutil.ignore_patterns(*LEFT_OUT))
    for folder in (copy.lessons, copy.exercises):
        if folder.is_dir():
            (folder / ANSWERS).mkdir()
            (folder / ANSWERS / "README.txt").write_text(_NOTE, encoding="utf-8")
    for notebook in copy.notebooks():
        content = json.dumps(shown(read_notebook(to / notebook)), ensure_ascii=False, indent=1) + "\n"
        (to / notebook).write_text(content, encoding="utf-8", newline="\n")
    return copy


def student_files(course: Course) -> dict[str, bytes]:
    """Return what students get of *course*: every file but answers, by its path within the course.

    Raises NoCourseError where the course has no lessons.
    """
    with tempfile.TemporaryDirectory() as folder:
        return _files_in(copy_for_students(course, Path(folder) / "course").path)


def shipped_files() -> dict[str, bytes]:
    """Return what students get of the course that came with this package: in its wheel, or in its clone.

    Raises NoCourseError where the package came alone.
    """
    if PACKED.is_dir():
        return _files_in(PACKED)
    if clone := Course.around(Path(__file__)):
        return student_files(clone)
    raise NoCourseError("this whosays came without the course; install the wheel of a release")


def _files_in(folder: Path) -> dict[str, bytes]:
    found = sorted(path for path in folder.rglob("*") if path.is_file() and path.parent.name != ANSWERS)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def read_notebook(path: Path) -> dict[str, Any]:
    """Return the content of the notebook at *path*."""
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def shown(content: dict[str, Any]) -> dict[str, Any]:
    """Return a notebook without the cells for teachers and without outputs, marked with its version."""
    cells = [cell for cell in content["cells"] if HIDDEN not in cell["metadata"].get("tags", [])]
    for cell in cells:
        if cell["cell_type"] == "code":
            cell.update(outputs=[], execution_count=None)
    marked = {**content["metadata"], "whosays": {"version": version(cells)}}
    return {**content, "cells": cells, "metadata": marked}


def version(cells: list[dict[str, Any]]) -> str:
    """Return a short name for what *cells* say: the same sources, the same name."""
    sources = "\0".join(text_of(cell) for cell in cells)
    return hashlib.sha256(sources.encode()).hexdigest()[:12]


def title(content: dict[str, Any]) -> str:
    """Return the first heading of a notebook."""
    lines = "\n".join(
        text_of(cell) for cell in content["cells"] if cell["cell_type"] == "markdown"
    ).splitlines()
    return next((line.removeprefix("# ").strip() for line in lines if line.startswith("# ")), "")


def text_of(cell: dict[str, Any]) -> str:
    """Return the source of *cell*, which is stored as one text or as its lines."""
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)
