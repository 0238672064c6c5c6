"""Words in the form in which they are compared, and how much each counts."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from whosays.text.spans import APOSTROPHES, Span, words
from whosays.wording.lexicon import FUNCTION_WORDS

UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphens, zero-width marks
_APOSTROPHES = dict.fromkeys(map(ord, APOSTROPHES), "'")
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212"), "-")
_ONE_FORM = dict.fromkeys(map(ord, UNSEEN)) | _APOSTROPHES | _HYPHENS


class Token(NamedTuple):
    """Hold a word in the form that is compared, and where it stands in the source."""

    form: str
    span: Span


def _is_plain(word: str) -> bool:
    """Say whether *word* holds nothing to translate; the grave accent is ASCII, but typed as apostrophe."""
    return word.isascii() and "`" not in word


@lru_cache(maxsize=65536)
def typographic(word: str) -> str:
    """Return *word* without typographic accidents: one form of accent, ligature, apostrophe and hyphen."""
    # Apostrophes go first: NFKC would take a false one, the acute accent, apart into a space and a mark.
    return word if _is_plain(word) else unicodedata.normalize("NFKC", word.translate(_ONE_FORM))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return the form in which two words are the same: without typographic accidents and without case."""
    return word.lower() if _is_plain(word) else unicodedata.normalize("NFKC", typographic(word).casefold())


def tokens(text: str) -> list[Token]:
    """Return the words of *text*, folded, with their spans."""
    return [Token(fold(span.of(text)), span) for span in words(text)]


def weight(form: str) -> float:
    """Return how much a folded word counts: a content word 2, a function word 0.5."""
    return 0.5 if form in FUNCTION_WORDS else 2.0


@lru_cache(maxsize=65536)
def related(a: str, b: str) -> bool:
    """Say whether two folded words look like forms of one: settle, settlement; conditional, unconditional."""
    short, long = sorted((a, b), key=len)
    if len(short) < 4:
        return len(short) == 3 and long.startswith(short)
    stem = max(4, round(0.6 * len(short)))
    return short in long or short[:stem] == long[:stem]
