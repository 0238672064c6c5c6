"""Write a short text that a program looks over without marking its style."""

from functools import cached_property
from itertools import groupby
from typing import Any

from whosays.questions.answer_parts import a_text
from whosays.questions.question import Control, Question, Result
from whosays.questions.types.writing.fault import Fault
from whosays.questions.types.writing.given import Given, WritingFields
from whosays.questions.types.writing.look_over import Found, look_over
from whosays.text import spans

_FAR = 0.2  # a text shorter or longer by more than this share is not the text that was asked for
_LACKS = 1 / 8  # what each thing that is missing takes off; each untrue one halves the rest
_READ_ON = "A program sees no more than this; read the rest against the texts yourself."


class Writing(Question):
    """Write a short text; a program tells what is untrue to the given texts and what is missing.

    Each figure is held against what the texts report. What is untrue halves the score, what is missing takes
    an eighth off. A text far from the length asked for, or with too few figures that somebody reported,
    scores 0: with nothing in it there is nothing to tell either.

    The checks follow newsroom rules on figures (BBC Editorial Guidelines 11.3.1: attribute, give ranges)
    and on quotations (AP: never alter one). They cannot see whether the text is fair or well put.
    """

    fields: WritingFields
    type = "writing"

    def read(self, answer: object) -> str:
        """Return *answer* if it is a text with a word in it."""
        text = a_text(answer)
        if not spans.words(text):
            raise ValueError("nothing is written yet")
        return text

    def mark(self, answer: str) -> Result:
        """Return the score of a text, and what was found in it."""
        too_long = len(answer.split()) > (1 + _FAR) * self.fields.at_most  # and earns nothing
        found = Found([], "") if too_long else self.look_over(answer)
        faults = [*self._length(answer), *found.faults]
        if not faults and not found.few:
            return self.right(f"The program found nothing to flag. {_READ_ON}")
        untrue = sum(fault.untrue for fault in faults)
        score = 0.5**untrue * max(0.5, 1 - _LACKS * (len(faults) - untrue))
        told = "\n".join([*filter(None, [found.few]), *(fault.message for fault in faults), _READ_ON])
        return self.wrong(told, score=0.0 if found.few or self._far(answer) else score)

    def look_over(self, answer: str) -> Found:
        """Return what is found in *answer*, its length left aside."""
        return look_over(_unwrapped(answer), self.given)

    def controls(self) -> list[Control]:
        """Return one field to write in."""
        least, most = self._limits
        return [Control("answer", "text", f"Your text, {least} to {most} words")]

    def solution(self) -> str:
        """Return the first of the texts that the bank accepts."""
        return str(self.fields.accept[0])

    def reveal(self, answer: Any) -> list[str]:
        """Return one way to write it: many texts are right."""
        return [f"One way to write it: {self.solution()}"]

    @cached_property
    def given(self) -> Given:
        """What a text is held against."""
        return Given(self.fields, self.ground)

    @property
    def _limits(self) -> tuple[int, int]:
        return self.fields.at_least, self.fields.at_most

    def _length(self, text: str) -> list[Fault]:
        count, (least, most) = len(text.split()), self._limits
        if least <= count <= most:
            return []
        alone = " So far off, nothing else counts." if self._far(text) else ""
        return [Fault("length", f"Length: {count} words; write {least} to {most}.{alone}", untrue=False)]

    def _far(self, text: str) -> bool:
        count, (least, most) = len(text.split()), self._limits
        return not (1 - _FAR) * least <= count <= (1 + _FAR) * most


def _unwrapped(text: str) -> str:
    """Return *text* with each paragraph on one line."""
    paragraphs = groupby(text.splitlines(), key=lambda line: bool(line.strip()))
    return "\n\n".join(" ".join(map(str.strip, lines)) for filled, lines in paragraphs if filled)
