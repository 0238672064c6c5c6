"""A question as every platform's file has it: a text, options in their order, what is said of each."""

from collections.abc import Sequence
from textwrap import shorten
from typing import NamedTuple

from markupsafe import Markup

from whosays.classroom.quiz.markup import body, paragraphs, plain, safe
from whosays.classroom.quiz.moodle_fractions import fractions, per_cent
from whosays.classroom.quiz.quizzes import Quiz
from whosays.questions.types.choices import Options
from whosays.questions.view import spec_of


class Answer(NamedTuple):
    """Hold one option. Its *ident* says nothing about it, since students can see it on some platforms.

    *holds* is True where it is right as it stands, None where it is under a condition. Chosen, it adds *adds*
    to the points of its item, and *per_cent* to its grade in Moodle.
    """

    ident: str
    text: Markup
    feedback: Markup
    holds: bool | None
    adds: int
    per_cent: str


class Item(NamedTuple):
    """Hold one question. An answer starts with *start* points, each option adds its own, the most is *of*."""

    id: str
    name: str
    body: Markup
    answers: list[Answer]
    several: bool
    start: int
    of: int
    general: Markup
    hint: Markup

    @property
    def accepted(self) -> list[Answer]:
        """The answers that are right, under a condition, too, where one is chosen."""
        return [one for one in self.answers if one.holds or (one.holds is None and not self.several)]


class Part(NamedTuple):
    """Hold the *items* of one *quiz*."""

    quiz: Quiz
    items: list[Item]


def parts(quizzes: Sequence[Quiz]) -> list[Part]:
    """Return the *quizzes* with their items."""
    return [
        Part(quiz._replace(title=plain(quiz.title)), [item(question) for question in quiz.questions])
        for quiz in quizzes
    ]


def item(question: Options) -> Item:
    """Return *question* as an item.

    Of one choice an option that holds is worth the one point. Where several may hold, each option decided
    rightly is worth one: those that do not hold are had at the start, and lost when they are chosen.
    """
    several = question.type == "choices"
    return Item(
        id=question.id,
        name=f"{question.id} {shorten(plain(question.claim or question.prompt), 70, placeholder='…')}",
        body=body(spec_of(question)),
        answers=_answers(question, several),
        several=several,
        start=len(question.options) - len(question.ours) if several else 0,
        of=len(question.options) if several else 1,
        general=paragraphs(_afterwards(question, several)),
        hint=paragraphs([question.fields.hint]),
    )


def _answers(question: Options, several: bool) -> list[Answer]:
    worth = fractions(question)
    return [
        Answer(
            ident=f"option_{place}",
            text=safe(question.text(name)),
            feedback=paragraphs([question.why(name).why]),  # one, since Canvas reads the first only
            holds=None if option.also is not None else option.right is not None,
            adds=(worth[name] > 0) - (worth[name] < 0),
            per_cent=per_cent(worth[name]),
        )
        for place, (name, option) in enumerate(question.options.items(), start=1)
    ]


def _afterwards(question: Options, several: bool) -> list[str]:
    """Return what is said to everybody in the end, a line each."""
    ours = question.reveal([]) if several else []
    others = [f"Also accepted. {condition}" for condition in question.conditions([])]
    return [*ours, *question.reason.splitlines(), *others]
