"""A text read figure by figure: each with who says it, of whom, as of when, in which bounds."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from whosays.questions.types.writing import clauses, counted, named_times, units, voices
from whosays.questions.types.writing.named_times import When
from whosays.questions.types.writing.names import Names
from whosays.questions.types.writing.voices import Voice
from whosays.questions.types.writing.word_lists import pattern
from whosays.text import spans
from whosays.text.running_text import Figure
from whosays.text.spans import Span

_THE = r"(?:the |its |their |these |those )?(?:\w+[’']s )?[“\"‘]?$"
_ASKS = re.compile(
    r"\b(?:how many|how much|whether|any|some|none|which|who|whom|each|part|most|share)\b[^.;]{0,20}\bof "
    rf"{_THE}|\bamong {_THE}|\b(?:how many|whether)\b[^.;:]*\b(?:and|or) of (?:the |\w+[’']s )[“\"‘]?$|"
    r"\bwhether\b[^.;:]{0,24}$",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:not|no longer|rather than|instead of)(?: of| at)?\s*[“\"‘]?$", re.IGNORECASE)
_REFERS = re.compile(
    r"\b(?:the|this|these|those|both|same|ministry[’']s|hospital[’']s)\s*[“\"‘]?$", re.IGNORECASE
)
_PART_OF = re.compile(r"\s+of (?:the|these|those|its|their)(?: [\w-]+[’']s)?\s*$")


class Told(NamedTuple):
    """Hold a *figure* of a text with what its *clause* says of it, from *before* it to *after* it.

    *words* are the figure and the words that bound it; *sentence* counts from 0. *lead* and *trail* are the
    voices before and after it in its clause, *whens* the times there. *refers*: it comes back to a figure
    ("the 12"); *denied*: its bound is denied ("not more than 40"); *asks*: it is asked about ("how many of
    the 12").
    """

    words: str
    figure: Figure
    sentence: int
    clause: Span
    before: str
    after: str
    lead: tuple[Voice, ...]
    trail: tuple[Voice, ...]
    whens: tuple[When, ...]
    families: tuple[str, ...]
    kinds: frozenset[str]
    refers: bool
    denied: bool
    asks: bool

    @property
    def values(self) -> tuple[int, ...]:
        """The one or two numbers as printed."""
        return self.figure.values

    @property
    def value(self) -> int | None:
        """The number as printed, if it is but one."""
        return self.values[0] if len(self.values) == 1 else None

    @property
    def counts_people(self) -> bool:
        """Whether it counts people, as far as can be seen."""
        return counted.counts_people(self.values, self.after)

    @property
    def has_noun(self) -> bool:
        """Whether a noun stands behind it, and it does not only come back."""
        return not self.refers and bool(counted.noun(self.after))

    @property
    def stands_alone(self) -> bool:
        """Whether it has no noun of its own, and does not only come back."""
        return not self.refers and counted.stands_alone(self.after)

    def up_to_figure(self, voice: Voice) -> str:
        """Return what stands between *voice* and the figure."""
        return self.before[voice.end - self.clause.start :]


class Reading(NamedTuple):
    """Hold a *text* read: its *sentences*, the *figures* told in it, its *voices*, its times as *whens*.

    It is *nameless* where its question knows no names, so that any role may say so.
    """

    text: str
    sentences: list[Span]
    figures: list[Told]
    voices: list[Voice]
    whens: list[When]
    nameless: bool

    def sentence(self, told: Told) -> str:
        """Return the sentence that a figure stands in."""
        return self.sentences[told.sentence].of(self.text)

    def voices_in(self, span: Span) -> list[Voice]:
        """Return the voices that begin inside of *span*."""
        return [voice for voice in self.voices if span.start <= voice.start < span.end]

    def whens_in(self, span: Span) -> list[When]:
        """Return the times that begin inside of *span*."""
        return [when for when in self.whens if span.start <= when.start < span.end]


def read(text: str, names: Names) -> Reading:
    """Return *text* read, with the *names* that its question knows."""
    whens = named_times.times_in(text)
    reading = Reading(text, spans.sentences(text), [], voices.find(text, names), whens, names.nobody)
    found = list(counted.find(text, whens))
    for number, sentence in enumerate(reading.sentences):
        inside = [figure for figure in found if sentence.start <= figure.span.start < sentence.end]
        reading.figures.extend(_of_sentence(reading, number, inside))
    return reading


def _of_sentence(reading: Reading, number: int, found: list[Figure]) -> Iterator[Told]:
    """Yield the figures *found* in a sentence; one without a voice has that of the one before."""
    sentence = reading.sentences[number]
    spoken = reading.voices_in(sentence)
    pairs = pairwise(found)
    cuts = [clauses.cut(reading.text, one.span.end, other.span.start, spoken) for one, other in pairs]
    ends = [sentence.start, *cuts, sentence.end]
    before: tuple[Voice, ...] = ()
    each = _respectively(reading, sentence, found)
    for at, figure in enumerate(found):
        told = _told(reading, number, figure, Span(ends[at], ends[at + 1]))
        if _PART_OF.match(told.after) and at + 1 < len(
            found
        ):  # "4 of the 26 had passports of …" is said of the 4
            told = _told(reading, number, figure, Span(ends[at], ends[at + 2]))
        own = told.lead or told.trail or pattern("roles").search(told.before)
        if not own and told.before[:1] not in ";:—":
            told = told._replace(lead=before)
        before = told.lead
        yield told._replace(lead=each[at : at + 1]) if each else told


def _respectively(reading: Reading, sentence: Span, found: list[Figure]) -> tuple[Voice, ...]:
    """Return one voice for each of the figures *found* where a *sentence* says "respectively"; else none."""
    if "respectively" not in sentence.of(reading.text) or not found:
        return ()
    before = reading.voices_in(Span(sentence.start, found[0].span.start))
    return tuple(before) if len(before) == len(found) else ()


def _told(reading: Reading, number: int, figure: Figure, clause: Span) -> Told:
    text, (start, end) = reading.text, figure.span
    before, after = text[clause.start : start], text[end : clause.end]
    so_far = text[max(reading.sentences[number].start, start - 400) : start]
    spoken = reading.voices_in(clause)
    return Told(
        words=text[start:end],
        figure=figure,
        sentence=number,
        clause=clause,
        before=before,
        after=after,
        lead=tuple(voice for voice in spoken if voice.end <= start),
        trail=tuple(voice for voice in spoken if voice.start >= end),
        whens=tuple(reading.whens_in(clause)),
        families=tuple(units.families(after) or units.families(before) or units.families(so_far)[-1:]),
        kinds=units.counted(after),
        refers=bool(_REFERS.search(before[-30:])),
        denied=bool(_DENIES.search(so_far[-30:])),
        asks=bool(_ASKS.search(so_far[-60:])),
    )
