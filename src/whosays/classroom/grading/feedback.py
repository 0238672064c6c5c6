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


def environment() -> Environment:
    """Return the templates; everything put into them is escaped, since answers are words of strangers."""
    return Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )


class Pages:
    """Write the feedback pages of one assignment into a folder."""

    def __init__(self, key: Assignment, folder: Path):
        """Take up the *key*, and the *folder*, which is emptied of pages of before."""
        self._tasks = {task.question.id: task for task in key.tasks}
        self._title, self._folder = key.title, folder
        self._page = environment().get_template("feedback.html")
        folder.mkdir(parents=True, exist_ok=True)
        for page in folder.glob("*.html"):
            page.unlink()

    def write(self, row: dict[str, Any]) -> Path:
        """Write the page of the result *row*, and return where."""
        path = self._folder / f"{_file_name(row)}.html"
        items = [self._item(self._tasks[one["id"]], one) for one in row["questions"]]
        told = self._page.render(title=self._title, row=row, items=items, most=RUBRIC_MAX)
        path.write_text(told, encoding="utf-8")
        return path

    def _item(self, task: Task, one: dict[str, Any]) -> dict[str, Any]:
        question = task.question
        said, verdict, lines = _not_answered(task) if one["score"] is None else _told(task, one)
        return {
            **one,
            "prompt": question.prompt.strip().split("\n\n"),
            "exhibits": question.exhibits(),
            "source": question.ground.title,
            "passage": [span.of(question.ground.text) for span in question.passage],
            "said": said,
            "sure_and_wrong": (one["confidence"] or 0) >= SURE and one["score"] < 1,
            "verdict": verdict,
            "lines": lines,
        }


def _not_answered(task: Task) -> tuple[str, str, list[str]]:
    question = task.question
    return "", "Not answered", [f"Our answer: {question.solution()}", *question.reason.splitlines()]


def _told(task: Task, one: dict[str, Any]) -> tuple[str, str, list[str]]:
    """Return the answer in words, the verdict, and what is said to it, the answer that holds included."""
    question = task.question
    try:
        result = judge(question, one["answer"])
        answer = reply(question, one["answer"], result, 2)
        return question.said(question.read(one["answer"])), answer.verdict, answer.lines
    except ValueError:
        return "", "Not an answer", [one["feedback"]]


def _file_name(row: dict[str, Any]) -> str:
    """Return a name that stays when more is handed in: the platform's id where there is one, and the name."""
    words = re.findall(r"\w+", row["name"].casefold())
    return "-".join([row["id"] or row["student"], *words]).encode()[:200].decode(errors="ignore")
