"""The assignments: edited in solutions/ only; what students get of them is made from there."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from whosays.course import Course, questions_in
from whosays.questions import Question, bank
from whosays.questions.bank import Sheet
from whosays.questions.keyless import without_key

WITHHELD = {"solution", "teacher"}  # tags of cells that students do not get
RUBRIC_MAX = 3  # 0 not yet, 1 beginning, 2 nearly, 3 there


class Task(NamedTuple):
    """Hold one graded *question*, the *points* a program gives, and the *rubric* that a teacher marks."""

    question: Question
    points: float
    rubric: tuple[str, ...]


@dataclass(frozen=True)
class Assignment:
    """Hold an assignment: the *sheet* of its questions, keys included."""

    sheet: Sheet

    @property
    def name(self) -> str:
        """The short name, such as e1."""
        return self.sheet.lesson.partition("_")[0]

    @property
    def title(self) -> str:
        """The title that students read."""
        return str(self.sheet.content.get("title", self.sheet.lesson))

    @property
    def first_counts(self) -> bool:
        """Whether the first answer counts, as in a test, and not the last."""
        return self.sheet.content.get("counts") == "first"

    @cached_property
    def tasks(self) -> list[Task]:
        """Every question with its points and its rubric."""
        return [
            Task(question, float(question.fields.points), question.fields.rubric)
            for question in self.sheet.questions()
        ]

    def keyless(self) -> dict[str, Any]:
        """Return the questions without their keys, as they are handed out."""
        content = self.sheet.content
        return {
            "lesson": self.sheet.lesson,
            "title": self.title,
            "minutes": content.get("minutes"),
            "questions": [
                {**without_key(task.question, task.points), "rubric": list(task.rubric)}
                for task in self.tasks
            ],
        }


def assignments(solutions: Path) -> list[Assignment]:
    """Return every assignment of the folder *solutions*, in order.

    Raises ValueError where it holds none.
    """
    found = [Assignment(bank.read(path)) for path in sorted(questions_in(solutions).glob("*.toml"))]
    if not found:
        raise ValueError(
            f"there is no assignment in {questions_in(solutions)}; run this in the course folder, or name "
            "the folder of solutions with --key"
        )
    return found


def assignment(solutions: Path, name: str) -> Assignment:
    """Return the assignment *name*, such as e1, or the test *name* of the bank beside it, such as fa.

    Raises ValueError, naming those there are, where there is none.
    """
    tests = Course.of(solutions).data
    every = [*assignments(solutions), *(assignments(tests) if tests.is_dir() else [])]
    for one in every:
        if one.name == name:
            return one
    known = [one.name for one in every if not one.name.isdigit()]
    raise ValueError(f"there is no assignment {name!r}; there is {', '.join(known)}")


def student_view(notebook: Mapping[str, Any]) -> dict[str, Any]:
    """Return *notebook* without the cells that students do not get; all else, ids included, stays."""
    kept = [cell for cell in notebook["cells"] if not WITHHELD & set(cell["metadata"].get("tags", []))]
    return {**notebook, "cells": kept}


def exercises(solutions: Path) -> dict[str, str]:
    """Return the files of exercises/ made from *solutions*: the text of each, by its path in the folder."""
    files = {}
    for one in assignments(solutions):
        notebook = solutions / f"{one.sheet.lesson}.ipynb"
        files[notebook.name] = written(student_view(json.loads(notebook.read_text(encoding="utf-8"))))
        files[f"{questions_in(Path()).as_posix()}/{one.sheet.lesson}.json"] = written(one.keyless())
    return files


def written(content: Mapping[str, Any]) -> str:
    """Return *content* as JSON in the one form that the repository keeps notebooks in."""
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def write_exercises(solutions: Path, to: Path) -> list[Path]:
    """Write the files of exercises/ made from *solutions* into *to*, and return those that changed."""
    changed = []
    for name, text in exercises(solutions).items():
        path = to / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            changed.append(path)
    return changed
