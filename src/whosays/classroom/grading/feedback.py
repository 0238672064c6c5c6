"""One page a student: each answer, what it is worth, and why."""

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from whosays.answers.measures import SURE
from whosays.classroom.assignments import RUBRIC_MAX, Assignment, Task
from whosays.questions import judge
from whosays.questions.reply import reply

_TEMPLATES = Path(__file__).parent
_WORD = re.compile(r"\w+")


def environment() -> Environment:
    """Return the templates; everything put into them is escaped, since answers are words of strangers."""
    return Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )


class Pages:
    """Write the feedback pages of one assignment into a folder."""

    def __init__(self, key: Assignment, folder: Path, answers: bool = False):
        """Take up the *key*, and the *folder*, which is emptied of pages of before.

        Pages hold our *answers* only where nobody may hand in any more.
        """
        self._tasks = {task.question.id: task for task in key.tasks}
        self._title, self._folder, self._answers = key.title, folder, answers
        self._page = environment().get_template("feedback.html")
        folder.mkdir(parents=True, exist_ok=True)
        for page in folder.glob("*.html"):
            page.unlink()

    def write(self, row: dict[str, Any]) -> Path:
        """Write the page of the result *row*, and return where."""
        path = self._folder / str(row["page"])
        answered = any(one["score"] is not None for one in row["questions"])
        items = [self._item(one, self._answers and answered) for one in row["questions"]]
        told = self._page.render(
            title=self._title,
            row=row,
            items=items,
            most=RUBRIC_MAX,
            so_far=_so_far(row),
            answers=self._answers,
        )
        path.write_text(told, encoding="utf-8")
        return path

    def _item(self, one: dict[str, Any], answers: bool) -> dict[str, Any]:
        task = self._tasks[one["id"]]
        question = task.question
        told = _not_answered(task, answers) if one["score"] is None else _told(task, one, answers)
        return {
            **one,
            "prompt": question.prompt.strip().split("\n\n"),
            "exhibits": question.exhibits(),
            "source": question.ground.title,
            "passage": [span.of(question.ground.text) for span in question.passage],
            "parts": _parts(task, one),
            "sure_and_wrong": (one["confidence"] or 0) >= SURE and one["score"] < 1,
            **dict(zip(("said", "verdict", "lines"), told, strict=True)),
        }


def _so_far(row: dict[str, Any]) -> tuple[float, float]:
    """Return out of how many points *row* was judged, and how many still wait for the teacher."""
    waits = [one["out_of"] - one["by_program"] - RUBRIC_MAX * len(one["marks"])
             for one in row["questions"] if one["to_mark"]]  # fmt: skip
    return (row["out_of"] or 0) - sum(waits), sum(waits)


def _not_answered(task: Task, answers: bool) -> tuple[str, str, list[str]]:
    question = task.question
    ours = [f"Our answer: {question.solution()}", *question.reason.splitlines()]
    return "", "Not answered", ours if answers else []


def _parts(task: Task, one: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the answer to *one* as rows of a table; none where it has no parts, or is no answer."""
    try:
        return [] if one["score"] is None else task.question.parts(task.question.read(one["answer"]))
    except ValueError:
        return []


def _told(task: Task, one: dict[str, Any], answers: bool) -> tuple[str, str, list[str]]:
    """Return the answer in words, the verdict, and what is said to it: the idea, or what holds and why."""
    question = task.question
    try:
        result = judge(question, one["answer"])
        answer = reply(question, one["answer"], result, 2 if answers else 1)
        return question.said(question.read(one["answer"])), answer.verdict, answer.lines
    except ValueError:
        return "", "Not an answer", [one["feedback"]]


def page_name(row: dict[str, Any]) -> str:
    """Return the name of a page, which stays when more is handed in: the platform's id, and the name."""
    words = [
        word for told in (row["id"] or row["student"], row["name"]) for word in _WORD.findall(told.casefold())
    ]
    return "-".join(words).encode()[:200].decode(errors="ignore") + ".html"
