"""Read what was answered first, and judge it anew: the rows that the measures of measures.py take."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from whosays.answers.log import AnswerLog, Record
from whosays.course import ANSWERS
from whosays.questions import Bank, Question, judge
from whosays.questions.bank import Sheet


class FirstAnswer(NamedTuple):
    """Hold the first answer to one *question* of a *lesson*.

    *sound* is stop, keep or neither; *score* runs from 0 to 1; *misconception* is what a wrong answer shows.
    *confidence* is per cent or None. *stopped* is None unless a verdict was asked for on a claim to stop or
    to keep; then it says whether the answer is anything but “the text supports it”. So “says less” stops,
    also where “does not support it” is the better answer: the claim did not pass as it stands.
    """

    question: str
    lesson: str
    sound: str
    misconception: str | None
    score: float
    confidence: int | None
    stopped: bool | None

    @property
    def right(self) -> bool:
        """Whether the answer counts as right where confidence is held against it.

        A verdict does when it stops what is to be stopped or keeps what is to be kept: between “says less”
        and “does not support” careful readers may differ. Any other answer does when it has the full score.
        """
        return self.score == 1 if self.stopped is None else self.stopped == (self.sound == "stop")


def first_answers(folder: str | Path = ANSWERS, lesson: str = "") -> list[FirstAnswer]:
    """Return the first answer to every question that was answered, as the logs in *folder* hold it.

    *lesson* picks one notebook; its first letters are enough. The first judged answer to the question as it
    stands today counts, whatever was restarted later, for feedback has come in between. What the log says
    of the score is not believed: every answer is judged anew, and one that cannot be read is left out.
    """
    return [row for row, _, _ in firsts(folder, lesson)]


def missed(before: str, folder: str | Path = ANSWERS) -> list[str]:
    """Return the ids of questions of lessons before *before* that were missed, the surest errors first.

    A question stays away once the first try after a new start holds. Tests are left out: they are asked
    once. So are questions marked as *here*, which need what stands around them in their lesson.
    """
    rows = [
        given
        for given, question, _ in firsts(folder, "")
        if given.lesson < before
        and given.score < 1
        and not (question.silent or question.fields.here)
        and not _mended(question, folder)
    ]
    return [row.question for row in sorted(rows, key=lambda row: -(row.confidence or 0))]


def _mended(question: Question, folder: str | Path) -> bool:
    """Say whether *question*, missed at first, was answered rightly at the first try after a new start."""
    records = AnswerLog.open(question.lesson, folder).of(question.id)
    fresh = (record for record in records if record.event == "answer" and record.attempt == 1)
    return any(_holds(question, record) for record in fresh if record.version == question.version)


def _holds(question: Question, record: Record) -> bool:
    try:
        return judge(question, record.answer).score == 1
    except ValueError:
        return False


def stops(kind: str, sound: str, answer: object) -> bool | None:
    """Say whether *answer* stops the claim; None where none is weighed: no verdict, or *sound* is neither."""
    return answer != "supported" if kind == "verdict" and sound != "neither" else None


def firsts(folder: str | Path, lesson: str) -> Iterator[tuple[FirstAnswer, Question, Any]]:
    """Yield each first answer of *lesson* as a row, with its question, and as the question read it.

    Only files of the bank are read whose lesson has answers: reading all takes longer than most cells.
    """
    bank = Bank.open()
    for name in bank.lessons():
        if name.startswith(lesson) and (log := AnswerLog.open(name, folder)).records:
            yield from _of(bank.sheet(name), log)


def _of(sheet: Sheet, log: AnswerLog) -> Iterator[tuple[FirstAnswer, Question, Any]]:
    for question in sheet.questions():
        for record in log.of(question.id):
            if record.event != "answer" or record.version != question.version:
                continue
            try:
                yield _row(question, record.answer, record.confidence)
            except ValueError:
                continue
            break


def _row(question: Question, answer: Any, confidence: int | None) -> tuple[FirstAnswer, Question, Any]:
    """Return *answer* as a row. Raises ValueError where it, or the *confidence*, cannot be read."""
    result, read = judge(question, answer, confidence), question.read(answer)
    sound = question.fields.sound
    given = FirstAnswer(
        question.id,
        question.lesson,
        sound,
        result.misconception if result.score < 1 else None,
        result.score,
        confidence,
        stops(question.type, sound, read),
    )
    return given, question, read
