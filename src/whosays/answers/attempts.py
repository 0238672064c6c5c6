"""Answer a question over several tries: what was said, what to say back, what to do next."""

from datetime import datetime
from typing import Any

from whosays.answers.log import AnswerLog, Record
from whosays.questions import Keyless, Question, judge
from whosays.questions.reply import KEPT, reply


class Session:
    """Hold one reader's answers to one *question*, restored from the *log*.

    Nothing here knows of widgets: a front end shows ``state`` and calls check(), draft() and restart().
    """

    def __init__(self, question: Question | Keyless, log: AnswerLog):
        """Take up *question* where the *log* left it."""
        self.question = question
        self.log = log
        log.refresh()
        self.notice = "" if not log.damaged else _damaged(log)

    @property
    def tries(self) -> list[Record]:
        """The judged answers to this version of the question since it was last started over."""
        return [record for record in self.log.tries(self.question.id) if self._current(record)]

    def check(self, answer: Any, confidence: int | None = None) -> dict[str, Any]:
        """Judge *answer*, keep it, and return the new state; what is no answer is only told so."""
        if self.question.confident and confidence is None:
            return self._only_notice("First say how sure you are, from 50 (a guess) to 100 (certain).")
        try:
            kept = self._judged(answer, confidence)
        except ValueError as error:
            return self._only_notice(f"{str(error)[:1].upper()}{str(error)[1:]}.")
        self._add("answer", answer=answer, confidence=confidence, result=kept)
        return self.state()

    def _judged(self, answer: Any, confidence: int | None) -> dict[str, Any] | None:
        """Return what the log keeps of the judgement: of a silent question nothing, for it can be read."""
        if isinstance(self.question, Keyless):
            self.question.read(answer)
            return None
        result = judge(self.question, answer, confidence)
        if self.question.silent:
            return None
        return {"score": round(result.score, 4), "misconception": result.misconception}

    def draft(self, answer: Any, confidence: int | None = None) -> dict[str, Any]:
        """Keep *answer* without judging it, and return the state."""
        last = self.log.last(self.question.id)
        if last is None or (last.answer, last.confidence) != (answer, confidence):
            self._add("draft", answer=answer, confidence=confidence)
        return self.state()

    def restart(self) -> dict[str, Any]:
        """Start over with a new first try; earlier answers stay in the log."""
        self._add("restart")
        return self.state()

    def state(self) -> dict[str, Any]:
        """Return what a front end shows: the last answer, the reply to the last try, what there is to do."""
        last, tries = self.log.last(self.question.id), self.tries
        if last and not self._current(last):
            last = None
        shown = {
            "answer": last.answer if last else None,
            "confidence": last.confidence if last else None,
            "tries": len(tries),
            "notice": self.notice,
            "afresh": isinstance(self.question, Keyless) or not self.question.silent,  # a test is taken once
            "history": [
                self._told(record) for record in self.log.of(self.question.id) if record.event == "answer"
            ],
        }
        return {**shown, **self._reply(tries)}

    def _reply(self, tries: list[Record]) -> dict[str, Any]:
        """Return the reply to the last of *tries*, judged anew: a verdict in the log is never trusted."""
        nothing: dict[str, Any] = {"verdict": "", "lines": [], "spans": [], "open": False, "parallel": False}
        if not tries:
            return nothing
        if isinstance(self.question, Keyless) or self.question.silent:
            return {**nothing, **KEPT._asdict()}
        try:
            result = judge(self.question, tries[-1].answer)
            told = reply(self.question, tries[-1].answer, result, len(tries))
        except ValueError:
            return nothing
        missed = told.open and result.score < 1 and self.question.parallel is not None
        return {**told._asdict(), "spans": [list(span) for span in result.spans], "parallel": missed}

    def _only_notice(self, notice: str) -> dict[str, Any]:
        return {**self.state(), "notice": notice}

    def _add(self, event: str, **said: Any) -> None:
        _, self.notice = self.log.add(self.question.id, self.question.version, event, **said)

    def _current(self, record: Record) -> bool:
        return record.version == self.question.version

    def _told(self, record: Record) -> dict[str, str]:
        """Return one earlier try in words."""
        when = datetime.fromisoformat(record.time).strftime("%d %b %Y, %H:%M UTC")
        if not self._current(record):
            return {"when": when, "said": "an answer to an earlier version of this question", "verdict": ""}
        try:
            said = self.question.said(self.question.read(record.answer))
            if isinstance(self.question, Keyless) or self.question.silent:
                return {"when": when, "said": said, "verdict": ""}
            result = judge(self.question, record.answer)
            verdict = reply(self.question, record.answer, result, 1).verdict
            return {"when": when, "said": said, "verdict": verdict}
        except ValueError:
            return {"when": when, "said": "an answer that can no longer be read", "verdict": ""}


def _damaged(log: AnswerLog) -> str:
    lines = ", ".join(map(str, log.damaged[:5]))
    more = f" and {len(log.damaged) - 5} more" if len(log.damaged) > 5 else ""
    file = f"{log.path.parent.name}/{log.path.name}"
    return f"In {file} line {lines}{more} could not be read and was left out; all others are here."
