"""Show what is done, tried and open, lesson by lesson, from the answers beside the notebook."""

import html
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from whosays.answers.attempts import Session
from whosays.answers.log import AnswerLog
from whosays.course import ANSWERS
from whosays.questions import Bank, Question


class Standing(NamedTuple):
    """Hold how far the questions of one *lesson* are: how many *done*, *tried*, *open*, and the *next*.

    Of a test *next* is empty: it is asked as a whole.
    """

    lesson: str
    done: int
    tried: int
    open: int
    next: str

    @property
    def all(self) -> int:
        """The number of questions of the lesson."""
        return self.done + self.tried + self.open


@dataclass(frozen=True)
class Progress:
    """Hold the standing of every lesson; shows itself as a table with a bar for each."""

    lessons: list[Standing]

    def __repr__(self) -> str:
        """Return one line a lesson."""
        return "\n".join(
            f"{s.lesson:30} {s.done:3} done, {s.tried:3} tried, {s.open:3} open" for s in self.lessons
        )

    def _repr_html_(self) -> str:
        head = "".join(
            f'<th scope="col">{name}</th>' for name in ("Lesson", "", "Done", "Tried", "Open", "Next")
        )
        return (
            f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(map(_row, self.lessons))}</tbody></table>"
        )


def progress(folder: str | Path = ANSWERS) -> Progress:
    """Return how far the answers in *folder* have come: what holds, what was tried, what is open.

    A question is done when its last try holds, or when there is nothing to get wrong; tried when it was
    answered otherwise.
    """
    standings = []
    for sheet in Bank.open().sheets():
        log = AnswerLog.open(sheet.lesson, folder)
        states = {question.id: _state(question, log) for question in sheet.questions()}
        counts = {kind: list(states.values()).count(kind) for kind in ("done", "tried", "open")}
        left = [name for kind in ("open", "tried") for name in states if states[name] == kind]
        first = left[0] if left and not sheet.content.get("silent") else ""
        name = str(sheet.content.get("title", sheet.lesson))
        standings.append(Standing(name, counts["done"], counts["tried"], counts["open"], first))
    return Progress(standings)


def _state(question: Question, log: AnswerLog) -> str:
    state = Session(question, log).state()
    if not state["tries"]:
        return "open"
    return "done" if state["verdict"] in ("This holds", "Nothing flagged", "Noted") else "tried"


def _row(standing: Standing) -> str:
    lesson = html.escape(standing.lesson)
    bar = f'<progress max="{standing.all}" value="{standing.done}" aria-label="{lesson}: done"></progress>'
    cells = (standing.done, standing.tried, standing.open, html.escape(standing.next))
    return (
        f'<tr><th scope="row">{lesson}</th><td>{bar}</td>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
    )
