"""Write a short text that a program looks over without marking its style."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from whosays.case.rows import Row
from whosays.questions.answer_parts import a_text
from whosays.questions.fields import Fields
from whosays.questions.question import Control, Question, Result
from whosays.questions.types.writing_checks import CHECKS, Known, figures_of, range_ends
from whosays.text import spans
from whosays.wording.cues import numbers
from whosays.wording.lexicon import FUNCTION_WORDS

_FAR = 0.2  # a text shorter or longer by more than this share is not the text that was asked for
_WRAPPED = re.compile(r"(?<!\n)[ \t]*\r?\n[ \t]*(?!\r?\n)")  # a line break inside of a paragraph


@dataclass(frozen=True, kw_only=True)
class WritingFields(Fields):
    """Hold how many words are asked for, how many figures the text *needs*, and what is checked."""

    at_most: int
    checks: tuple[str, ...]
    at_least: int = 1
    needs: int = 0


class Writing(Question):
    """Write a short text; the score is the share of mechanical checks that hold, never a mark for style.

    A text far from the length asked for, or with too few figures of what it is about, scores 0: with nothing
    in it there is nothing to flag either.

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
        """Return the share of checks that hold, and what each of the others found."""
        text = _WRAPPED.sub(" ", answer)
        found = [self._length(text), *(CHECKS[name](text, self.known) for name in self._checks)]
        flags, few = [flag for flag in found if flag], self._few(text)
        if not flags and not few:
            return self.right(
                "The program found nothing to flag. Now read it aloud; a program cannot judge it."
            )
        score = 0.0 if few or self._far(text) else 1 - len(flags) / len(found)
        return self.wrong("\n".join(filter(None, [few, *flags])), score=score)

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
    def known(self) -> Known:
        """What a text about this question's ground may take from it."""
        case, text, ends = self.ground.case, self.ground.text, range_ends(self.solution())
        if self.fields.text:
            return Known(text, text, frozenset(map(_plain, numbers(text))), _names(text), ends)
        told = [_cells(rows.values()) for rows in (case.claims, case.reports, case.statements, case.relays)]
        values = {str(row["value"]) for row in case.reports.values() if row["value"] is not None}
        held = frozenset(values | {_plain(n) for n in numbers(text)})
        speakers = frozenset().union(*(_names(row["name"]) for row in case.sources.values()))
        return Known(text, "\n".join([text, *told]), held, speakers, ends)

    @property
    def _limits(self) -> tuple[int, int]:
        return self.fields.at_least, self.fields.at_most

    @property
    def _checks(self) -> list[str]:
        return [name for name in self.fields.checks if name != "length"]

    def _length(self, text: str) -> str:
        count, (least, most) = len(text.split()), self._limits
        if least <= count <= most:
            return ""
        alone = " So far off, nothing else counts." if self._far(text) else ""
        return f"Length: {count} words; write {least} to {most}.{alone}"

    def _far(self, text: str) -> bool:
        count, (least, most) = len(text.split()), self._limits
        return not (1 - _FAR) * least <= count <= (1 + _FAR) * most

    def _few(self, text: str) -> str:
        """Return what to say of a text with fewer different figures of its ground than it needs."""
        needs = self.fields.needs
        ground = figures_of(self.ground.text) if self.fields.text else self.known.numbers
        count = len(figures_of(text) & ground)
        told = f"{count or 'none'} of the figures it is about"
        return "" if count >= needs else f"Figures: your text has {told}; a reader needs at least {needs}."


def _cells(rows: Iterable[Row]) -> str:
    """Return every text in *rows*, a line each."""
    return "\n".join(cell for row in rows for cell in row.values() if cell and isinstance(cell, str))


def _plain(number: str) -> str:
    return number.replace(",", "")


def _names(text: str) -> frozenset[str]:
    """Return the words of *text* that can name who says so: those with a capital, and their initials."""
    found = [span.of(text) for span in spans.words(text)]
    named = [word for word in found if word[:1].isupper() and word.casefold() not in FUNCTION_WORDS]
    initials = "".join(part[0] for word in named for part in word.split("-"))
    return frozenset([*(word for word in named if len(word) > 2), *([initials] if len(initials) > 1 else [])])
