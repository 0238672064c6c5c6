"""Take out of the course folder what students get."""

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whosays.site.fault import SiteError

FOLDERS = ("notebooks", "exercises")
HIDDEN = "teacher"  # the tag of cells that no student sees
LEFT_OUT = ("answers", "submissions", "solutions", ".*", "__pycache__", "*.pyc", "README.md")

# JupyterLite reports an error for a folder that the site does not have.
ANSWERS = "Your answers are written here, one file a lesson. They stay in this browser.\n"


@dataclass(frozen=True)
class Course:
    """Hold a folder with notebooks/, data/ and, where there are any, exercises/."""

    path: Path

    def notebooks(self) -> list[Path]:
        """Return the lessons and, after them, the exercises, as paths within the course."""
        return [
            path.relative_to(self.path)
            for folder in FOLDERS
            for path in sorted((self.path / folder).glob("*.ipynb"))
        ]

    def read(self, notebook: Path) -> dict[str, Any]:
        """Return the content of *notebook*."""
        content: dict[str, Any] = json.loads((self.path / notebook).read_text(encoding="utf-8"))
        return content

    def for_students(self, to: Path) -> "Course":
        """Copy to the folder *to* what students get: no solutions, no answers, no cells for teachers.

        Every notebook of the copy says its version, so that a copy that a student saved can be told from a
        newer one. Raises SiteError where the course has no lessons.
        """
        if not list((self.path / "notebooks").glob("*.ipynb")):
            raise SiteError(
                f"there are no notebooks in {self.path / 'notebooks'}; run this in the course folder"
            )
        for folder in (*FOLDERS, "data"):
            if (self.path / folder).is_dir():
                shutil.copytree(self.path / folder, to / folder, ignore=shutil.ignore_patterns(*LEFT_OUT))
        for folder in FOLDERS:
            if (to / folder).is_dir():
                (to / folder / "answers").mkdir()
                (to / folder / "answers" / "README.txt").write_text(ANSWERS, encoding="utf-8")
        copy = Course(to)
        for notebook in copy.notebooks():
            content = shown(copy.read(notebook))
            (to / notebook).write_text(
                json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
            )
        return copy


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
