"""Exact words in a text: where they stand, and the words a text is made of.

Offsets count characters (Unicode code points), so ``text[span.start:span.end]`` is always the source itself.
"""

import re
from typing import NamedTuple

# A word keeps its inner hyphens, apostrophes and digit separators: Kyrgyz-Tajik, Russia’s, 1,000-km, 136,000.
# Combining accents and soft hyphens belong to the word they stand in, so decomposed Unicode is not cut up.
_PART = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
# Every sign that is typed for an apostrophe; the ones that are letters to Unicode are parts already.
APOSTROPHES = (
    "'\u2018\u2019\u201b`\u00b4\u2032\u2035\u055a\uff07\u1fbf\u1ffd"
    "\u02bc\u02bb\u02bd\u02be\u02bf\u02b9\u02c8\ua78c"
)
_WORD = re.compile(rf"{_PART}(?:[-\u00ad\u2010\u2011{APOSTROPHES}]{_PART}|(?<=\d)[.,](?=\d){_PART})*")

# What is written short before a name or a number, and ends no sentence: Dr. Hall, Gen. Bek, No. 5, St. Anne.
_SHORT = """
    Mr Mrs Ms Mx Dr Prof Rev Fr Hon Pres Gov Sen Rep Amb Sec Min Supt Insp Det Gen Col Maj Capt Cpt Cdr Cmdr
    Lt Sgt Drs Cpl Pvt Adm Brig Cmd St Ste Mt Ft No Nos Nr Fig Vol vs approx Jan Feb Mar Apr Jun Jul Aug Sep
    Sept Oct Nov Dec Mme Mlle Sr
"""
ABBREVIATIONS = frozenset(_SHORT.split())

# Of these, some are words, too, and short for something only before a number.
_NUMBERED = frozenset(("No", "Nos", "Fig", "Vol", "Mar", "Jan", "Dec", "Min", "Sec", "Sept"))

# A sentence may end at a stop, with the marks that close with it, before a space and a capital or a digit.
# The word before it is looked at from its beginning only, or a long one would be read from every letter.
_STOP = re.compile(r"(?<!\w)(?P<word>\w*)(?P<stop>[.?!…]+)[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*(?:[^\W\d_a-z]|\d))")
_INITIAL = re.compile(r"(?:^|[\s.(\"“‘«])(?:[A-Z]|[A-Z]\.[A-Z])$")


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

    A stop ends a sentence where white space and a capital or a digit follow, so "p.m. on" does not, and not
    after an abbreviation or an initial: "Dr. Hall", "J. F. Hall", "No. 5", "the U.S. Army".
    """
    found: list[Span] = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for stop in _STOP.finditer(text, start, line.end()):
            if not _is_short(text, stop):
                found.append(Span(start, stop.end()))
                start = stop.end()
        found.append(Span(start, line.end()))
    return [trimmed for span in found if (trimmed := _trimmed(text, span)).start < trimmed.end]


def _is_short(text: str, stop: re.Match[str]) -> bool:
    """Say whether the *stop* belongs to an abbreviation or an initial, and ends no sentence."""
    if stop["stop"] != ".":
        return False
    followed_by_digit = text[stop.end() :].lstrip()[:1].isdigit()
    if stop["word"] in ABBREVIATIONS and (stop["word"] not in _NUMBERED or followed_by_digit):
        return True
    return bool(_INITIAL.search(text[max(0, stop.end("word") - 4) : stop.end("word")]))


def _trimmed(text: str, span: Span) -> Span:
    """Return *span* without the white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _places(text: str, words: str) -> list[Span]:
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return [Span(*match.span()) for match in re.finditer(before + re.escape(words) + after, text)]
