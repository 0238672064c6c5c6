"""What every question has: words it rests on, a prompt, a key, an explanation for every wrong answer."""

import hashlib
import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any, ClassVar, NamedTuple, get_type_hints

from whosays.case import CaseRows
from whosays.questions import fields
from whosays.questions.fields import Fields
from whosays.text import spans
from whosays.text.spans import Span


class Result(NamedTuple):
    """Hold what an answer is worth, what a wrong one shows, and what to tell the reader first.

    *score* runs from 0 to 1. *misconception* is M1 to M22 or None. *feedback* names the idea and does not
    give the answer away. *spans* point at the words of the question's text that decide.
    """

    score: float
    misconception: str | None
    feedback: str
    spans: list[Span]


class Wrong(NamedTuple):
    """Hold *why* a wrong answer is wrong, and the *misconception* it shows."""

    why: str
    misconception: str | None = None


class Ground(NamedTuple):
    """Hold the text a question stands on, its title, whether we made it up, and the case behind it."""

    title: str
    text: str
    invented: bool
    case: CaseRows


class Control(NamedTuple):
    """Describe one control to answer with, for any front end.

    *kind* is radio, checks, select, line, number, text or order; *options* are (value, label) pairs.
    Controls of a table say their *row* and *column*.
    """

    id: str
    kind: str
    label: str
    options: tuple[tuple[str, str], ...] = ()
    row: str = ""
    column: str = ""


class Question(ABC):
    """Ask about the words of a text, and judge answers to it.

    Subclasses say which *fields* they have, which answers they read, what those are worth, and which controls
    they are given with.
    """

    fields: Fields  # a subclass with fields of its own says here in which form they are read
    type: ClassVar[str]
    confident: ClassVar[bool] = False  # whether confidence is asked for
    scored: ClassVar[bool] = True  # whether an answer can be wrong
    scale: ClassVar[str] = ""  # what the answers of this type mean, said under every prompt

    def __init__(self, entry: Mapping[str, Any], lesson: str, ground: Ground):
        """Keep the *entry* of the bank, the *lesson* that asks, and the *ground* it stands on."""
        place = f"{lesson}.toml, question {entry.get('id', '?')!r}"
        self.fields = fields.read(_form_of(type(self)), entry, place)
        self.entry = entry
        self.lesson = lesson
        self.ground = ground
        self.id = self.fields.id
        self.prompt = "\n\n".join(filter(None, [self.fields.prompt.strip(), self.scale]))
        self.reason = self.fields.reason
        self.parallel = self.fields.parallel
        self.silent = False  # whether nothing is said back: the question is part of a test
        self.salt = ""  # of a question that is handed out without its key

    @abstractmethod
    def read(self, answer: object) -> Any:
        """Return *answer* in the one form that mark() takes. Raises ValueError for what is no answer."""

    @abstractmethod
    def mark(self, answer: Any) -> Result:
        """Return what *answer*, as read() returned it, is worth."""

    @abstractmethod
    def controls(self) -> list[Control]:
        """Return the controls to answer with."""

    @abstractmethod
    def solution(self) -> str:
        """Return the right answer in words."""

    def said(self, answer: Any) -> str:
        """Return *answer*, as read() returned it, in words."""
        return "; ".join(f"{name}: {value}" for name, value in self.parts(answer)) or str(answer)

    def parts(self, answer: Any) -> list[tuple[str, str]]:
        """Return *answer* part by part, as (where, what), if it has any; a page shows them as a table."""
        return []

    def exhibits(self) -> list[tuple[str, str]]:
        """Return what to show beside the prompt, as (name, text): a claim, two figures, a quotation."""
        return []

    def reveal(self, answer: Any) -> list[str]:
        """Return our answer, a line each, for a reader who gave *answer*."""
        ours = self.solution()
        return ["Our answer:", *ours.splitlines()] if "\n" in ours else [f"Our answer: {ours}"]

    def conditions(self, answer: Any) -> list[str]:
        """Return under which conditions other answers than *answer* are accepted, too."""
        return []

    def unexplained(self) -> list[str]:
        """Return every wrong answer on offer that has no explanation."""
        return []

    @property
    def claim(self) -> str | None:
        """The claim that is weighed, where one is."""
        return None

    @cached_property
    def spans(self) -> list[Span]:
        """Where the words that the question rests on stand in its text."""
        return [spans.find(self.ground.text, words) for words in self.fields.words]

    @property
    def seen(self) -> list[Span]:
        """What the passage has to hold."""
        return self.spans

    @cached_property
    def passage(self) -> list[Span]:
        """The sentences to show beside the question; all of the text if it asks for that or we made it up."""
        if self.fields.passage == "all" or self.fields.text:
            return [Span(0, len(self.ground.text.rstrip()))]
        return [
            sentence
            for sentence in spans.sentences(self.ground.text)
            if any(span.start < sentence.end and sentence.start < span.end for span in self.seen)
        ]

    @cached_property
    def version(self) -> str:
        """A short digest of what is asked and what is right; what explains may change without a new one.

        It goes out with a question without its key. There a *salt*, which stays with the key, goes into it,
        or else whoever guesses a key could see from the digest that it is the one.
        """
        return self._digest(self.salt)

    @property
    def versions(self) -> set[str]:
        """The version, and that without a salt, which was handed out before there were any."""
        return {self.version, self._digest("")}

    def _digest(self, salt: str) -> str:
        asked = {name: value for name, value in self.entry.items() if name not in _EXPLAINS}
        text = self.ground.text if self.fields.text else ""
        told = salt + json.dumps([text, asked], sort_keys=True, default=str)
        return hashlib.sha256(told.encode()).hexdigest()[:8]

    def wrong(self, why: str = "", misconception: str | None = None, score: float = 0.0) -> Result:
        """Return the result of a wrong answer, explained by *why* or else by the question's hint."""
        shown = misconception or self.fields.misconception
        return Result(score, shown, why or self.fields.hint, self.spans)

    def right(self, why: str = "") -> Result:
        """Return the result of a right answer, explained by *why*."""
        return Result(1.0, None, why, self.spans)


_EXPLAINS = {
    "hint", "reason", "parallel", "accept", "reject", "misconception", "rung", "sound", "points", "rubric",
    "here", "ordered",
}  # fmt: skip


@cache
def _form_of(kind: type[Question]) -> type[Fields]:
    """Return the form of the fields of questions of one *kind*, which its annotation of *fields* names."""
    form: type[Fields] = get_type_hints(kind)["fields"]
    return form


def judge(question: Question, answer: object, confidence: int | None = None) -> Result:
    """Return what *answer*, any JSON value, is worth as an answer to *question*.

    *confidence* is a whole number of per cent from 50 (a guess) to 100 (certain), or None; it is kept
    beside the answer and never changes what the answer is worth. Raises ValueError for what cannot be an
    answer to this question.
    """
    if confidence is not None and not (
        isinstance(confidence, int) and not isinstance(confidence, bool) and 50 <= confidence <= 100
    ):
        raise ValueError(f"confidence {confidence!r} is not a whole number from 50 to 100")
    return question.mark(question.read(answer))
