"""Commit to a reading before looking; no prediction is wrong."""

from dataclasses import dataclass
from functools import cached_property

from whosays.questions.answer_parts import a_text, cells, one_of
from whosays.questions.fields import Fields
from whosays.questions.mixing import shown
from whosays.questions.question import Control, Question, Result


@dataclass(frozen=True)
class Reading:
    """Hold one reading on offer, and a *note* on what to look for then."""

    id: str
    text: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class PredictFields(Fields):
    """Hold the readings on offer, whether they are an *ordered* scale, and whether a *sentence* is asked for.

    *label* is what the readings are called.
    """

    options: tuple[Reading, ...] = ()
    ordered: bool = False
    label: str = "Your guess"
    sentence: bool = False


class Predict(Question):
    """Choose a reading, or write one, before looking; no prediction is wrong.

    An answer has *choice*, the id of an option, or *sentence*, or both.
    """

    fields: PredictFields
    type = "predict"
    scored = False

    @cached_property
    def options(self) -> dict[str, Reading]:
        """The readings on offer by id, in the order they are shown: mixed, unless they are a scale."""
        options = {option.id: option for option in self.fields.options}
        return shown(options, self.id, self.fields.ordered)

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
        return self.right(self.options[answer["choice"]].note if "choice" in answer else "")

    def controls(self) -> list[Control]:
        """Return the readings and, where one is asked for, a field for a sentence."""
        options = tuple((name, option.text) for name, option in self.options.items())
        shown = [Control("choice", "radio", self.fields.label, options)] if options else []
        line = [Control("sentence", "text", "In your own words")]
        return shown + (line if self.fields.sentence or not options else [])

    def said(self, answer: dict[str, str]) -> str:
        """Return the reading and the sentence."""
        chosen = self.options[answer["choice"]].text if "choice" in answer else ""
        return "; ".join(part for part in (chosen, answer.get("sentence", "")) if part)

    def solution(self) -> str:
        """Return nothing: there is no right prediction."""
        return ""
