"""A question without its key: what a student gets of a graded one, and all that answering it needs."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from whosays.questions.answer_parts import a_text, cells, one_of, some_of
from whosays.questions.question import Question
from whosays.questions.types.value import number
from whosays.questions.view import spec_of

_AT_MOST = 1_000_000  # characters of an answer as JSON


class Keyless(NamedTuple):
    """Hold what a reader sees of a question, the *spec*, and nothing of what is right.

    It can be asked and its answers can be kept, like any silent question; it cannot be judged. *version* is
    that of the whole question, so that whoever holds the key knows what was asked.
    """

    id: str
    lesson: str
    version: str
    points: float
    spec: dict[str, Any]
    silent: bool = True
    parallel: None = None

    @property
    def type(self) -> str:
        """The type of the question."""
        return str(self.spec["type"])

    @property
    def confident(self) -> bool:
        """Whether confidence is asked for."""
        return bool(self.spec["confident"])

    def read(self, answer: object) -> Any:
        """Return *answer* if the controls can give it. Raises ValueError for anything else.

        Whether it is a good answer only the key can say; what is odd inside is found there.
        """
        if answer is None or answer in ("", [], {}):
            raise ValueError("nothing is answered yet; answer first")
        if len(json.dumps(answer)) > _AT_MOST:
            raise ValueError(f"the answer is longer than {_AT_MOST:,} characters")
        if self.type == "value":
            number(answer)
        controls = self.spec["controls"]
        if not controls or self.type == "marks":
            return answer
        if [control["id"] for control in controls] == ["answer"]:
            return _read(answer, controls[0])
        given = cells(answer, {control["id"]: control for control in controls})
        return {c["id"]: _read(given[c["id"]], c) for c in controls if given.get(c["id"]) not in (None, "")}

    def said(self, answer: Any) -> str:
        """Return *answer* in words."""
        if isinstance(answer, dict):
            return f"{len(answer)} {'value' if len(answer) == 1 else 'values'}"
        return str(answer)


def without_key(question: Question, points: float = 1) -> dict[str, Any]:
    """Return *question* as plain JSON without its key."""
    return {
        "id": question.id,
        "version": question.version,
        "points": points,
        "spec": {**spec_of(question), "silent": True},
    }


def opened(entry: Mapping[str, Any], lesson: str) -> Keyless:
    """Return the keyless question that was written as *entry*."""
    return Keyless(entry["id"], lesson, entry["version"], entry["points"], entry["spec"])


def _read(answer: object, control: Mapping[str, Any]) -> Any:
    allowed = dict(control["options"])
    match control["kind"]:
        case "radio" | "select":
            return one_of(answer, allowed)
        case "checks" | "order":
            return some_of(answer, allowed)
        case "number":
            return answer if isinstance(answer, int | float) else a_text(answer)
        case _:
            return a_text(answer)
