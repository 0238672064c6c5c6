"""Check a quotation against its statement: the verdict, and the word that changed."""

from dataclasses import dataclass
from functools import cached_property

from whosays.questions.answer_parts import a_text, cells, one_of
from whosays.questions.fields import Fields
from whosays.questions.question import Control, Question, Result, Wrong
from whosays.text import spans
from whosays.wording import VERDICTS, QuoteCheck, check_quote
from whosays.wording.lexicon import FUNCTION_WORDS

_NONE = {"", "none", "no word", "nothing", "no"}
_LINKS = "became becomes to instead of not is was for by with replaced changed into"
# What may be said of a word: “quick is gone”, as our solution has it, or “the word quick was left out”.
_FATES = "gone missing left out fell dropped omitted removed lost cut new added inserted has been word words"
_BETWEEN = frozenset(f"{_LINKS} {_FATES}".split())
# A few words may stand beside a changed one: “heavy weapons” names “heavy”, a whole sentence nothing.
_BESIDE = 3


@dataclass(frozen=True)
class WrongVerdict:
    """Say *why* a verdict, or any where *value* is left out, is wrong."""

    why: str
    misconception: str | None = None
    value: str | None = None


@dataclass(frozen=True, kw_only=True)
class QuoteFields(Fields):
    """Hold the words *quoted*, the *statement* (left out: the case's), and the verdicts on offer."""

    quoted: str
    statement: str | None = None
    verdicts: tuple[str, ...] = tuple(VERDICTS)
    wrong: tuple[WrongVerdict, ...] = ()


class QuoteQuestion(Question):
    """Say how far quoted words are the statement's, and name a word that changed, or “none”.

    An answer has *verdict* and *changed*; each counts half. The key is computed by check_quote.
    """

    fields: QuoteFields
    type = "quote_check"

    @property
    def statement(self) -> str:
        """The statement that is quoted."""
        own = self.fields.statement
        return self.ground.case.statement if own is None else own

    @cached_property
    def check(self) -> QuoteCheck:
        """What the library says of the quotation."""
        return check_quote(self.fields.quoted, self.statement)

    @cached_property
    def verdicts(self) -> dict[str, str]:
        """The verdicts on offer, each with what it means."""
        offered = self.fields.verdicts
        return {name: f"{name}: {meant}" for name, meant in VERDICTS.items() if name in offered}

    def read(self, answer: object) -> dict[str, str]:
        """Return *answer* with both of its parts."""
        given = cells(answer, {"verdict": 0, "changed": 0})
        changed = a_text(given.get("changed") or "", "the changed word", 500)
        return {"verdict": one_of(given.get("verdict"), self.verdicts, "verdict"), "changed": changed}

    def mark(self, answer: dict[str, str]) -> Result:
        """Return a half for the verdict and a half for the word."""
        named = self._names_change(answer["changed"])
        score = ((answer["verdict"] == self.check.verdict) + named) / 2
        if answer["verdict"] != self.check.verdict:
            why = self._explain(answer["verdict"])
            return self.wrong(why.why, why.misconception, score)
        if not named and self.check.changes:
            return self.wrong(
                "The verdict holds. Lay the two side by side: another word differs, or is missing.",
                score=score,
            )
        if not named:
            return self.wrong("The verdict holds, and then no word has changed. Write “none”.", score=score)
        return self.right()

    def controls(self) -> list[Control]:
        """Return the verdicts and a line for the word."""
        return [
            Control("verdict", "radio", "Verdict", tuple(self.verdicts.items())),
            Control("changed", "line", "Which word changed, or fell out? Write “none” if none did"),
        ]

    def exhibits(self) -> list[tuple[str, str]]:
        """Return the statement and the quotation."""
        return [("Statement", self.statement), ("Quotation", f"“{self.fields.quoted}”")]

    def said(self, answer: dict[str, str]) -> str:
        """Return the verdict and the word."""
        return f"{answer['verdict']}; {answer['changed'] or 'no word'}"

    def solution(self) -> str:
        """Return the verdict and the changes in words."""
        told = [
            f"“{a}” became “{b}”" if a and b else f"“{a}” is gone" if a else f"“{b}” is new"
            for a, b in self.check.changes
        ]
        return f"{self.check.verdict}; {', '.join(told) or 'no word changed'}"

    def _explain(self, verdict: str) -> Wrong:
        for wrong in self.fields.wrong:
            if wrong.value in (None, verdict):
                return Wrong(wrong.why, wrong.misconception)
        meant = (
            f"“{verdict}” would say: {self.verdicts[verdict].partition(': ')[2]}. Lay the two side by side."
        )
        doubted = self.check.verdict in ("verbatim", "restyled") and verdict in ("altered", "fabricated")
        trusted = self.check.verdict in ("altered", "fabricated")
        return Wrong(meant, "M12" if doubted else "M2" if trusted else None)

    def _names_change(self, told: str) -> bool:
        """Say whether *told* names words of a change, at least one of them more than a little word.

        Where words only fell out or came in, a little one names the gap as well: “if” can be the condition.
        A few words of the two phrases may stand beside it, and words such as “became” between the two.
        """
        words = _words(told)
        if not self.check.changes:
            return told.strip(' .“”"').casefold() in _NONE
        changed = [(_words(side), not all(pair)) for pair in self.check.changes for side in pair if side]
        if any(_names(words, side, gap) for side, gap in changed):
            return True
        phrases = _words(self.fields.quoted) | _words(self.statement)
        sides = frozenset[str]().union(*(side for side, _ in changed))
        little = [side - _BETWEEN for side, _ in changed if side <= FUNCTION_WORDS]
        telling = (sides - FUNCTION_WORDS).union(*little)
        beside = words - sides - _BETWEEN
        return bool(words & telling) and beside <= phrases and len(beside) <= _BESIDE


def _names(words: frozenset[str], side: frozenset[str], gap: bool) -> bool:
    """Say whether *words* are some of *side*, and not little ones only, unless these are all there is."""
    telling = gap or words - FUNCTION_WORDS or side <= FUNCTION_WORDS
    return bool(words) and words <= side and bool(telling)


def _words(text: str) -> frozenset[str]:
    return frozenset(span.of(text).casefold().replace("’", "'") for span in spans.words(text))
