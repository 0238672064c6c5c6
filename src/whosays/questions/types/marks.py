"""Mark spans of a text with labels, and compare the marks with ours and the reasons for ours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar

from whosays.questions.fields import Fields
from whosays.questions.question import Control, Question, Result
from whosays.questions.types.mark_pairs import Mark, Pair, matched
from whosays.text import spans
from whosays.text.spans import Span

_MOST = 500
_KINDS = ("Only ours", "Only yours", "Nearly", "Both")  # what is missing is read first


@dataclass(frozen=True)
class Marked:
    """Hold one of our marks as the bank has it: by its words, and which occurrence of them it is."""

    words: str
    occurrence: int = 1
    label: str = ""
    reason: str = ""
    optional: bool = False


@dataclass(frozen=True, kw_only=True)
class MarksFields(Fields):
    """Hold our marks, and the names of the labels by id."""

    marks: tuple[Marked, ...]
    labels: dict[str, str] = field(default_factory=dict)


class Marks(Question):
    """Mark spans with labels; an answer is a list of {"start", "end", "label"}, offsets in characters.

    A mark counts whole when it has our label and overlaps ours by an intersection over union of 0.6, and
    half from 0.3 on or under another label. The score is the F1 of the counts; marks that are fair but not
    asked for are left out, unless they have another label than ours. Agreement by overlap is the practice
    of annotation studies, where exact ends of spans are known to vary.
    """

    fields: MarksFields
    type = "marks"
    labels: ClassVar[Mapping[str, str]] = {}

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of the labels by id."""
        return {**self.labels, **self.fields.labels}

    @cached_property
    def ours(self) -> list[Mark]:
        """Our marks, in the order of the text."""
        text, first = self.ground.text, next(iter(self.names))
        found = ((spans.find(text, mark.words, mark.occurrence), mark) for mark in self.fields.marks)
        return sorted(Mark(span, mark.label or first, mark.reason, mark.optional) for span, mark in found)

    @property
    def seen(self) -> list[Span]:
        """What the passage has to hold: the words, and our marks."""
        return [*self.spans, *(mark.span for mark in self.ours)]

    def read(self, answer: object) -> list[Mark]:
        """Return *answer* as marks, at least one; a mark may also be given by its words."""
        if not isinstance(answer, list | tuple) or not answer:
            raise ValueError("nothing is marked; mark at least one span")
        if len(answer) > _MOST:
            raise ValueError(f"{len(answer)} marks; at most {_MOST} are read")
        return sorted({(m.span, m.label): m for m in map(self._read, answer)}.values())

    def mark(self, answer: list[Mark]) -> Result:
        """Return the F1 of the marks, and point at the first of ours that has no match."""
        pairs = self.compare(answer)
        asked = [pair for pair in pairs if not _is_free(pair)]
        if not asked:
            return self.right()
        drawn = sum(pair.theirs is not None for pair in asked)
        wanted = sum(pair.ours is not None and not pair.ours.optional for pair in asked)
        score = 2 * sum(pair.worth for pair in asked) / (drawn + wanted)
        if score == 1:
            return self.right()
        return Result(score, self.fields.misconception, self._hint(asked, wanted), self.spans)

    def compare(self, answer: list[Mark]) -> list[Pair]:
        """Return every mark of theirs and of ours, matched where they overlap, same labels first."""
        return matched(self.ground.text, self.ours, answer)

    def controls(self) -> list[Control]:
        """Return one marker with the labels to choose from."""
        return [Control("answer", "marks", "Your marks", tuple(self.names.items()))]

    def solution(self) -> str:
        """Return our marks and the reasons for them, a line each."""
        return "\n".join(self.told(mark) for mark in self.ours)

    def said(self, answer: list[Mark]) -> str:
        """Return the marked words with their labels."""
        return super().said(answer) if answer else "no marks"

    def parts(self, answer: list[Mark]) -> list[tuple[str, str]]:
        """Return the labels with the marked words."""
        return [(self.names[mark.label], f"“{mark.span.of(self.ground.text)}”") for mark in answer]

    def reveal(self, answer: list[Mark]) -> list[str]:
        """Return the marks side by side: shared ones, only ours with the reason, only theirs."""
        lines: dict[str, list[str]] = {kind: [] for kind in _KINDS}
        for ours, theirs, worth in self.compare(answer):
            if ours and theirs and worth == 1:
                lines["Both"].append(self.told(ours))
            elif ours and theirs:
                lines["Nearly"].append(f"yours, {self.told(theirs)}; ours, {self.told(ours)}")
            elif ours and not ours.optional:
                lines["Only ours"].append(self.told(ours))
            elif theirs:
                lines["Only yours"].append(f"{self.told(theirs)} — we did not mark it. What speaks for it?")
        return [f"{kind} · {line}" for kind in _KINDS for line in lines[kind]]

    def told(self, mark: Mark) -> str:
        """Return *mark* in words: its label, its words, and its reason."""
        reason = f" — {mark.reason}" if mark.reason else ""
        return f"{self.names[mark.label]}: “{mark.span.of(self.ground.text)}”{reason}"

    def _hint(self, asked: list[Pair], wanted: int) -> str:
        found = sum(pair.worth == 1 for pair in asked)
        near = sum(pair.worth == 0.5 for pair in asked)
        extra = sum(pair.worth == 0 and pair.theirs is not None for pair in asked)
        counts = f"{found} of our {wanted} marks {_are(found)} among yours"
        counts += f", {near} nearly (other ends, or another label)" if near else ""
        counts += f", and {extra} of yours {_are(extra)} not among ours" if extra else ""
        return f"{counts}. {self.fields.hint}".strip()

    def _read(self, given: object) -> Mark:
        if not isinstance(given, Mapping) or given.get("label") not in list(self.names):
            raise ValueError(f"{given!r:.80} is no mark; it needs a label out of {', '.join(self.names)}")
        if "words" in given:
            return self._of_words(given)
        start, end = given.get("start"), given.get("end")
        whole = all(isinstance(n, int) and not isinstance(n, bool) for n in (start, end))
        if not whole or not 0 <= start < end <= len(self.ground.text):  # type: ignore[operator]
            raise ValueError(f"{given!r:.80} lies outside the text of {len(self.ground.text)} characters")
        return Mark(Span(start, end), given["label"])  # type: ignore[arg-type]

    def _of_words(self, given: Mapping[str, Any]) -> Mark:
        words, occurrence = given["words"], given.get("occurrence", 1)
        if not isinstance(words, str) or not isinstance(occurrence, int):
            raise ValueError(f"{given!r:.80} is no mark; words is a text, occurrence a whole number")
        if len(words) > len(self.ground.text):
            raise ValueError(f"a mark of {len(words):,} characters; the text has {len(self.ground.text):,}")
        return Mark(spans.find(self.ground.text, words, occurrence), given["label"])


class Agents(Marks):
    """Mark the clauses in which something happens and nobody does it."""

    type = "agents"
    labels: ClassVar = {"no_agent": "nobody acts"}


def _is_free(pair: Pair) -> bool:
    """Say whether *pair* is a mark that is fair and not asked for: left out by them, or under our label."""
    ours, theirs, _ = pair
    return ours is not None and ours.optional and (theirs is None or theirs.label == ours.label)


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
