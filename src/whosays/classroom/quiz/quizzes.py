"""Collect what a platform can ask: questions with options, a quiz a lesson, and one a form of the test."""

from collections.abc import Iterator
from typing import NamedTuple

from whosays.course import Course
from whosays.questions import Bank
from whosays.questions.bank import Sheet
from whosays.questions.types.choices import Options
from whosays.student_copy import read_notebook, title

TYPES = ("choice", "choices", "relation", "verdict")  # what options alone answer


class Quiz(NamedTuple):
    """Hold the *questions* of one lesson, or of one form of the test.

    *name* is short (01, fa), *title* is for readers. A *test* says nothing back until it is reviewed.
    """

    name: str
    title: str
    questions: list[Options]
    test: bool


def quizzes(course: Course) -> list[Quiz]:
    """Return a quiz for every file of the bank of *course* that has questions with options, in order.

    Assignments are no part of the bank. Raises ValueError where there is no such question.
    """
    found = list(_found(course)) if course.bank.is_dir() else []
    if not found:
        raise ValueError(f"there are no questions in {course.bank}; run this in the course folder")
    return found


def _found(course: Course) -> Iterator[Quiz]:
    for sheet in Bank.open(course.bank).sheets():
        asked = [one for one in sheet.questions() if isinstance(one, Options) and one.type in TYPES]
        if asked:
            name = sheet.lesson.partition("_")[0]
            yield Quiz(name, _title(course, sheet, name), asked, bool(sheet.content.get("silent", False)))


def _title(course: Course, sheet: Sheet, name: str) -> str:
    """Return the title of a form, or else the number and the heading of the lesson."""
    if "title" in sheet.content:
        return str(sheet.content["title"])
    notebook = course.lessons / f"{sheet.lesson}.ipynb"
    heading = title(read_notebook(notebook)) if notebook.is_file() else sheet.lesson.partition("_")[2]
    return f"{name} {heading.removeprefix(f'{name} · ')}"
