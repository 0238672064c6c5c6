"""Who speaks in a text, and which of the reported figures each voice can have told."""

import re
from itertools import zip_longest
from typing import NamedTuple

from whosays.questions.types.writing.names import HEADS, NO_NAMES, Names, bare
from whosays.questions.types.writing.word_lists import listed, pattern
from whosays.text import spans
from whosays.text.spans import Span

_PLACE = re.compile(
    r"\b(?:in|near|between|into|across|inside|outside|at|around|with)(?: the)?\s+$", re.IGNORECASE
)
_JOINS = re.compile(r"[’']?s?[’']?(?: (?:of|the|in|for|of the|in the|at the|at))?[ \n]")
_HAS = re.compile(r":|[’']s (?:at least |own )?(?:\d|[a-z]+-[a-z]+\b)")  # "Italy: 12", "Italy’s 12"
_HEARS = re.compile(r"\b(?:told|tells?|telling)(?: the)?\s+$", re.IGNORECASE)
_MINISTRY_OF = re.compile(r"\bMinistry of $")


class Voice(NamedTuple):
    """Hold a name or role in a text: where it stands, its *words*, and the *facts* that it can have told.

    *side* is the country in it; *named* says that there is more in it than a country.
    """

    start: int
    end: int
    words: str
    facts: frozenset[int]
    side: str
    named: bool

    def says(self, text: str) -> bool:
        """Say whether a word of saying stands beside this voice in *text*."""
        beside = pattern("saying").search(text[max(0, self.start - 14) : self.end + 30])
        return bool(beside or _HAS.match(text, self.end))


def find(text: str, names: Names) -> list[Voice]:
    """Return the voices of *text*, in order; words of one name that stand together are one voice."""
    found: list[Voice] = []
    words = spans.words(text)
    for span, after in zip_longest(words, words[1:]):
        one = _one(text, span, names) or _unknown_office(text, span, after)
        if one and found and _JOINS.fullmatch(text[found[-1].end : one.start]):
            one = _joined(found.pop(), one, text)
        found += [one] if one else []
    return [voice for voice in found if (voice.side or voice.named) and not _is_no_speaker(voice, text)]


def _one(text: str, span: Span, names: Names) -> Voice | None:
    """Return the voice that one word is, if it is one; a head of a name can have told anything."""
    word = bare(span.of(text))
    end = span.start + len(word)
    if side := names.side(word):
        return Voice(span.start, end, word, names.of_side(side), side, False)
    facts = names.of_word(word)
    if facts is not None:
        return Voice(span.start, end, word, facts, "", True)
    if word.casefold() in HEADS:
        facts, named = names.of_head(word)
        return Voice(span.start, end, word, facts, "", named)
    return None


def _unknown_office(text: str, span: Span, after: Span | None) -> Voice | None:
    """Return the voice of an office that reported nothing here: a Defence Ministry, a Ministry of Defence."""
    word, next_word = span.of(text), after.of(text) if after else ""
    if not word[:1].isupper() or word.casefold() in NO_NAMES:
        return None
    office = next_word[:1].isupper() and next_word.casefold() in listed("offices")
    beside = after is not None and text[span.end : after.start] == " "
    if (office and beside) or _MINISTRY_OF.search(text[max(0, span.start - 12) : span.start]):
        return Voice(span.start, span.end, word, frozenset(), "", True)
    return None


def _joined(first: Voice, last: Voice, text: str) -> Voice:
    """Return the voice of a name made of two: the figures that both can have told."""
    words, facts = text[first.start : last.end], first.facts & last.facts
    return Voice(first.start, last.end, words, facts, first.side or last.side, first.named or last.named)


def _is_no_speaker(voice: Voice, text: str) -> bool:
    """Say whether a country is only the place where something happened, or an outlet the one who was told."""
    before = text[max(0, voice.start - 14) : voice.start]
    place = voice.side and not voice.named and _PLACE.search(before)
    return bool(place or _HEARS.search(before))
