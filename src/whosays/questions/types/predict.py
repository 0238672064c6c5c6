"""Commit to a reading before looking; no prediction is wrong."""

from functools import cached_property

from whosays.questions.answer_parts import a_text, cells, one_of
from whosays.questions.question import Control, Question, Result


class Predict(Question):
    """Choose a reading, or write one, before looking; no prediction is wrong.

    An answer has *choice*, the id of an option, or *sentence*, or both.
    """

    type = "predict"
    scored = False

    @cached_property
    def options(self) -> dict[str, dict[str, str]]:
        """The readings on offer, by id."""
        return {option["id"]: option for option in self.entry.get("options", [])}

    def read(self, answer: object) -> dict[str, str]:
        """Return *answer* with what it holds of a choice and a sentence, at least one of them."""
        given = cells(answer, {"choice": 0, "sentence": 0})
        read = {}
        if given.get("choice"):
            read["choice"] = one_of(given["choice"], self.options, "choice")
        if given.get("sentence"):
            read["sentence"] = a_text(given["sentence"], "sentence")
        if not read:
            raise ValueError("nothing is predicted yet; choose or write something, it cannot be wrong")
        return read

    def mark(self, answer: dict[str, str]) -> Result:
        """Return 1 with the note of the reading that was chosen."""
        return self.right(self.options[answer["choice"]].get("note", "") if "choice" in answer else "")

    def controls(self) -> list[Control]:
        """Return the readings and, where one is asked for, a field for a sentence."""
        told = self.entry.get("label", "Your guess")
        shown = [Control("choice", "radio", told, tuple((n, o["text"]) for n, o in self.options.items()))]
        line = [Control("sentence", "text", "In your own words")]
        return (shown if self.options else []) + (
            line if self.entry.get("sentence") or not self.options else []
        )

    def said(self, answer: dict[str, str]) -> str:
        """Return the reading and the sentence."""
        chosen = self.options[answer["choice"]]["text"] if "choice" in answer else ""
        return "; ".join(part for part in (chosen, answer.get("sentence", "")) if part)

    def solution(self) -> str:
        """Return nothing: there is no right prediction."""
        return ""
