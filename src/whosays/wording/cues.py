"""Find the words in a text that carry doubt, denial, restriction and condition."""

import re

from whosays.text.spans import APOSTROPHES, Span, words
from whosays.wording import lexicon
from whosays.wording.quotation import read_words, with_numbers
from whosays.wording.tokens import fold


def _phrases(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)


_HEDGE = _phrases(lexicon.HEDGES)
_NUMBER_HEDGE = _phrases(lexicon.NUMBER_HEDGES)
_RESTRICTOR = _phrases(lexicon.RESTRICTORS)
_DISTANCING = _phrases(f"{lexicon.DISTANCING}|{lexicon.CONDITIONS}")
_NOT_NEGATING = _phrases(lexicon.NOT_NEGATING)
_STRAIGHT = dict.fromkeys(map(ord, APOSTROPHES), "'")


def negations(text: str) -> list[Span]:
    """Return where *text* denies something: not, never, without, didn't; but not "not only" or "no doubt"."""
    harmless = [found.span() for found in _NOT_NEGATING.finditer(text.translate(_STRAIGHT))]
    return [
        span
        for span in words(text)
        if _negates(fold(span.of(text))) and not any(start <= span.start < end for start, end in harmless)
    ]


def hedges(text: str) -> list[Span]:
    """Return where *text* vouches for less than the plain words: reportedly, may, at least, about forty."""
    found = [Span(*match.span()) for match in _HEDGE.finditer(text)]
    found += [
        Span(*match.span()) for match in _NUMBER_HEDGE.finditer(text) if _number_follows(text[match.end() :])
    ]
    return [span for span in found if not _is_month(text, span)]


def restrictors(text: str) -> list[Span]:
    """Return where *text* shuts everything else out: only, exclusively."""
    return [Span(*found.span()) for found in _RESTRICTOR.finditer(_NOT_NEGATING.sub(_blank, text))]


def distancing(text: str) -> list[Span]:
    """Return where *text* keeps from asserting what comes next or sets a condition: no evidence, if."""
    return [Span(*found.span()) for found in _DISTANCING.finditer(text)]


def numbers(text: str) -> list[str]:
    """Return the numbers of *text* in digits, "forty" as "40"; the pronoun one is not counted."""
    units = with_numbers(read_words(text), text)
    return [unit.key for unit in units if unit.key[:1].isdigit() and unit.exact.lower() != "one"]


def _negates(word: str) -> bool:
    return word in lexicon.NEGATIONS or word.endswith("n't")


def _number_follows(text: str) -> bool:
    """Say whether *text* begins with a number, an article before it or not."""
    first = [unit for unit in read_words(text[:40]) if unit.key not in ("the", "a", "an", "$", "€", "£")][:1]
    return bool(first) and first[0].key[:1].isdigit()


def _is_month(text: str, span: Span) -> bool:
    """Say whether the hedge "may" at *span* is the month: a capital inside of the sentence."""
    return span.of(text) == "May" and bool(words(text[: span.start]))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
