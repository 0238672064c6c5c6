"""Put a result into words: the idea after a first wrong try, the answer and its reason after the second."""

from typing import NamedTuple

from whosays.questions.question import Question, Result

_REVEAL_AT = 2


class Reply(NamedTuple):
    """Hold what to tell the reader: a *verdict*, *lines* of text, and whether the answer is now *open*."""

    verdict: str
    lines: list[str]
    open: bool


KEPT = Reply("Noted", ["Your answer is kept. What holds is told later."], False)  # to a silent question


def reply(question: Question, answer: object, result: Result, tries: int) -> Reply:
    """Return what to tell a reader whose answer got *result* at the *tries*-th try (from 1) at *question*.

    Right/wrong alone hardly teaches, an explanation does (Van der Kleij, Feskens and Eggen 2015): a first
    wrong try is told the idea and shown the words, a second the answer and the reason.
    """
    if not question.scored:
        return Reply("Noted", _lines(result.feedback, question.reason), True)
    given = question.read(answer)
    others = [f"Also accepted. {condition}" for condition in question.conditions(given)]
    if result.score == 1 and question.type == "writing":  # rules found no flaw; the text may have one
        ours = question.reveal(given)
        return Reply("Nothing flagged", _lines(result.feedback, question.reason, *ours), True)
    if result.score == 1:
        return Reply("This holds", _lines(result.feedback, question.reason, *others), True)
    verdict = "Not yet" if result.score == 0 else "In part"
    if tries < _REVEAL_AT:
        return Reply(verdict, _lines(result.feedback), False)
    return Reply(verdict, _lines(result.feedback, *question.reveal(given), question.reason, *others), True)


def _lines(*texts: str) -> list[str]:
    return list(dict.fromkeys(line for text in texts for line in text.splitlines() if line.strip()))
