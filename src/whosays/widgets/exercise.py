"""Ask a question of the bank in a notebook, and keep what is answered."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import traitlets
from anywidget import AnyWidget

from whosays.answers.attempts import Session
from whosays.answers.log import AnswerLog
from whosays.course import answers_beside
from whosays.questions import Bank, Keyless, Question
from whosays.questions.view import as_html, as_text, spec_of
from whosays.widgets.modules import joined

_JS = Path(__file__).parent / "js"


class Said:
    """Hold what was said back to an answer, as text."""

    def __init__(self, state: dict[str, Any]):
        """Keep the *state* of a session after a try."""
        self.verdict: str = state["verdict"]
        self.lines: list[str] = [*state["lines"], *([state["notice"]] if state["notice"] else [])]

    def __repr__(self) -> str:
        """Return the verdict and the lines below it."""
        return "\n".join(line for line in (self.verdict, *self.lines) if line)


class Exercise(AnyWidget):
    """Show one question with controls to answer it; a thin view of a Session."""

    _css = _JS / "exercise.css"
    spec = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init__(self, question: Question | Keyless, bank: Bank, made: Any = None):
        """Take up *question*, with the *bank* that parallel questions come from, and what code has *made*."""
        self._bank, self._first, self._made = bank, question, made
        self._session = Session(question, log_of(question.lesson))
        spec = _spec(question)
        self._esm = joined(_JS / ("marker.js" if spec["type"] == "marks" else "form.js"))
        super().__init__(spec=spec, state=self._session.state())
        self.on_msg(self._heard)

    def answer(self, answer: Any = None, confidence: int | None = None) -> Said:
        """Answer without the controls, and return what is said back; the same as pressing Check.

        Where code has made the answer, a figure or a number, leave *answer* out.
        """
        self.state = self._session.check(self._made if answer is None else _kept(answer), confidence)
        return Said(self.state)

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        """Do what the front end asks for."""
        told = _plain(content)
        said = told if isinstance(told, dict) else {}
        given = (said.get("answer"), said.get("confidence"))
        if self._made is not None:
            given = (self._made, None)
        match said.get("do"):
            case "check":
                self.state = self._session.check(*given)
            case "draft" if self._made is None:
                self.state = self._session.draft(*given)
            case "restart":
                self.state = self._session.restart()
            case "parallel" if self._session.question.parallel:
                self._turn_to(self._bank.question(self._session.question.parallel))
            case "back":
                self._turn_to(self._first)

    def _turn_to(self, question: Question | Keyless) -> None:
        self._session = Session(question, log_of(question.lesson))
        self.state = self._session.state()
        self.spec = {**_spec(question), "aside": question.id != self._first.id}

    def __repr__(self) -> str:
        """Return the question and its options as plain text, the same in every run."""
        return as_text(_spec(self._first))

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Return the widget, and beside it the question as it reads where no widget can be shown."""
        data, *rest = super()._repr_mimebundle_(**kwargs) or ({},)
        spec = _spec(self._first)
        return {**data, "text/plain": as_text(spec), "text/html": as_html(spec)}, *rest


def ask(name: str, made: Any = None) -> Exercise:
    """Return the question *name* of the bank as an exercise; make it the last line of a cell.

    *made* is what your code has made, a chart or a number, for questions that ask for one. Answers are kept
    in answers/<lesson>.jsonl beside the notebook; running the cell again brings the last one back. Raises
    BankError where there is no such question.
    """
    bank = Bank.open()
    question = bank.asked(name)
    if made is None or question.type != "chart":
        return Exercise(question, bank, _kept(made))
    from whosays.charts.facts import facts

    return Exercise(question, bank, facts(made))


def _kept(made: Any) -> Any:
    """Return what code has *made* as a file can keep it: a number as a plain one, all else in words."""
    if hasattr(made, "tolist"):
        made = made.item() if getattr(made, "size", 1) == 1 else made.tolist()
    return made if made is None or isinstance(made, str | int | float | list | dict) else repr(made)


def _plain(value: Any) -> Any:
    """Return *value* with None for what Python in a browser gets in its place: a null of its own."""
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return None if type(value).__name__ == "JsNull" else value


def _spec(question: Question | Keyless) -> dict[str, Any]:
    return question.spec if isinstance(question, Keyless) else spec_of(question)


def log_of(lesson: str) -> AnswerLog:
    """Return the answer log of *lesson* in the folder of the notebook, one for all questions of a kernel."""
    return _log(lesson, answers_beside(Path.cwd()))


@lru_cache(maxsize=32)
def _log(lesson: str, folder: Path) -> AnswerLog:
    return AnswerLog.open(lesson, folder)
