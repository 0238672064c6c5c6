"""Ask several questions below each other: a whole test, or what was missed before."""

from pathlib import Path
from typing import Any

from ipywidgets import VBox

from whosays.answers.attempts import Session
from whosays.answers.first_answers import missed
from whosays.course import ANSWERS
from whosays.questions import Bank, BankError
from whosays.widgets.exercise import Exercise, ask, log_of


class Exercises(VBox):
    """Hold exercises below each other, and a *note* for where there is none."""

    def __init__(self, exercises: list[Exercise], note: str = ""):
        """Keep *exercises*, in order."""
        super().__init__(exercises)
        self.note = note

    def __repr__(self) -> str:
        """Return the questions as plain text, the same in every run."""
        return "\n\n".join(map(repr, self.children)) or self.note

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Return the widget, and beside it the questions as they read where no widget can be shown."""
        if not self.children:
            return {"text/plain": self.note}
        pages = "".join(child._repr_mimebundle_()[0]["text/html"] for child in self.children)
        return {**super()._repr_mimebundle_(**kwargs), "text/plain": repr(self), "text/html": pages}


def ask_all(sheet: str) -> Exercises:
    """Return all questions of one file of the bank below each other.

    *sheet* is its name; the first letters are enough. Raises BankError where there is no such file.
    """
    sheets = Bank.open().sheets()
    for found in sheets:
        if found.lesson.startswith(sheet):
            return Exercises([ask(name) for name in found.entries])
    known = ", ".join(found.lesson for found in sheets)
    raise BankError(f"no file of the bank begins with {sheet!r}; there is {known}")


def ask_missed(lesson: str, at_most: int = 2) -> Exercises:
    """Return questions of lessons before *lesson* that were missed, those missed with confidence first.

    Confident errors are mended best by feedback, and come back within a week unless they are asked again
    (Butler, Fazio and Marsh 2011). Each is started over, so that it is asked afresh; it stays away once the
    first try after that holds.
    """
    bank = Bank.open()
    questions = [bank.question(name) for name in missed(lesson, Path(ANSWERS))[:at_most]]
    for question in questions:
        session = Session(question, log_of(question.lesson))
        if session.tries:
            session.restart()
    return Exercises([ask(question.id) for question in questions], "Nothing of earlier lessons to ask again.")
