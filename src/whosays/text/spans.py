"""Exact words in a text: where they stand, and the words a text is made of.

Offsets count characters (Unicode code points), so ``text[span.start:span.end]`` is always the source itself.
"""

import re
from typing import NamedTuple

# A word keeps its inner hyphens, apostrophes and digit separators: Kyrgyz-Tajik, Russia’s, 1,000-km, 136,000.
# Combining accents and soft hyphens belong to the word they stand in, so decomposed Unicode is not cut up.
_PART = r"(?:[^\W_][\u0300-\u036f]*)+"
_WORD = re.compile(rf"{_PART}(?:[-\u00ad\u2010\u2011'\u2019]{_PART}|(?<=\d)[.,](?=\d){_PART})*")

# A sentence runs to its stop and the marks that close with it, or to the end of its line.
_SENTENCE = re.compile(r"[^\s](?:[^\n]*?[.?!][\"'”’»)]*(?=\s+[\"'“‘«(]*[^\W\d_a-z])|[^\n]*)")


class Span(NamedTuple):
    """Hold the half-open range of characters [start, end) that some words take up in a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of *text* that this span covers."""
        return text[self.start : self.end]


def find(text: str, words: str, occurrence: int = 1) -> Span:
    """Return where *words* stand in *text* for the *occurrence*-th time, counted from 1.

    The words must match character for character and may not begin or end inside another word.
    Raises ValueError, naming the words, when the text does not hold them that often.
    """
    if not words.strip():
        raise ValueError("no words were given to look for")
    if occurrence < 1:
        raise ValueError(f"occurrence {occurrence} of {words!r}: occurrences are counted from 1")
    found = _places(text, words)
    if not found:
        raise ValueError(f"the text does not hold {words!r}")
    if len(found) < occurrence:
        raise ValueError(f"the text holds {words!r} {len(found)} times, not {occurrence}")
    return found[occurrence - 1]


def count(text: str, words: str) -> int:
    """Return how often *words* stand in *text*, character for character and never inside another word."""
    return len(_places(text, words))


def words(text: str) -> list[Span]:
    """Return the span of every word of *text*, in order; punctuation stands between the spans."""
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def sentences(text: str) -> list[Span]:
    """Return the span of every sentence of *text*, in order; a line break ends a sentence, too.

    A stop ends a sentence where white space and a capital follow, so "p.m. on" does not; "Dr. Hall" would.
    """
    return [Span(m.start(), m.start() + len(m[0].rstrip())) for m in _SENTENCE.finditer(text)]


def _places(text: str, words: str) -> list[Span]:
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return [Span(*match.span()) for match in re.finditer(before + re.escape(words) + after, text)]
