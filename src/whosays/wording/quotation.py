"""Read a text as the units a quotation is checked by: words, marked ellipses and square brackets.

A unit may be several words that make one number ("two hundred"), or one compound that the other text writes
differently ("cease fire", "cease-fire").
"""

import re
from typing import Literal, NamedTuple

from whosays.text.spans import Span, words
from whosays.wording.amounts import amount
from whosays.wording.spelling import joins, spelling
from whosays.wording.tokens import fold, typographic

_ELLIPSIS = r"[\[(<]\s*(?:…|\.(?:\s?\.){1,3})\s*[\])>]|…|\.(?:[ \u00a0]?\.){2,3}|\[\s*\]"
_BRACKET = r"\[(?P<inside>[^\[\]]*)\](?P<tail>[\w'’-]*)"
_MARK = re.compile(rf"(?P<gap>{_ELLIPSIS})|{_BRACKET}")

# Signs that are read aloud as words, and a minus before a number.
_SIGN = re.compile(r"[%‰&$€£¥₽°]|(?<![\w.,)-])[-\u2212](?=\d)")
_NUMBER_OPENERS = frozenset(("a", "an", "half"))
_LONGEST_NUMBER = 9  # words: nine hundred and ninety-nine thousand nine hundred and ninety nine


class Unit(NamedTuple):
    """Hold what is compared at once: *exact* is the typographic form, *key* the same for all its spellings.

    *kind* is "word" in a statement; a quotation also has a "gap" (an ellipsis) and a "bracket", whose *key*
    shows what stands outside of the square brackets in the same word: "*he" for [T]he, and "*" for [she].
    """

    kind: Literal["word", "gap", "bracket"]
    exact: str
    key: str
    span: Span


def read_words(text: str) -> list[Unit]:
    """Return the words of *text* and the signs that are read as words, one unit each."""
    spans = words(text) + [Span(*found.span()) for found in _SIGN.finditer(text)]
    return [_word(text, span) for span in sorted(spans)]


def read_quotation(text: str) -> list[Unit]:
    """Return the units of a quotation, with its ellipses and brackets."""
    units: list[Unit] = []
    start = 0
    for mark in _MARK.finditer(text):
        before = text[start : mark.start()]
        head = "" if mark["gap"] else before[_word_begins(before) :]
        units += _shifted(read_words(before[: len(before) - len(head)]), start)
        span = Span(mark.start() - len(head), mark.end())
        if mark["gap"]:
            units.append(Unit("gap", "…", "", span))
        else:
            units.append(Unit("bracket", _inside(head, mark), _outside(head, mark), span))
        start = mark.end()
    return units + _shifted(read_words(text[start:]), start)


def split_at_gaps(text: str) -> list[str]:
    """Return the pieces of a quotation between its ellipses."""
    ends = [mark.span() for mark in _MARK.finditer(text) if mark["gap"]]
    starts = [0, *(end for _, end in ends)]
    return [
        text[start:end] for start, end in zip(starts, [*(start for start, _ in ends), len(text)], strict=True)
    ]


def with_numbers(units: list[Unit], text: str) -> list[Unit]:
    """Return *units* with the words of each spelled-out number made one."""
    merged: list[Unit] = []
    i = 0
    while i < len(units):
        size = _number_size(units[i : i + _LONGEST_NUMBER], text)
        merged.append(_merge(units[i : i + size], text))
        i += size
    return merged


def with_compounds(units: list[Unit], text: str, other: list[Unit]) -> list[Unit]:
    """Return *units* with the words made one that the *other* text writes as one word."""
    wholes = {unit.key.replace("-", ""): fold(unit.exact) for unit in other}
    merged: list[Unit] = []
    i = 0
    while i < len(units):
        size = next((size for size in (4, 3, 2) if _is_compound(units[i : i + size], size, wholes)), 1)
        merged.append(_merge(units[i : i + size], text))
        i += size
    return merged


def _word(text: str, span: Span) -> Unit:
    exact = typographic(span.of(text))
    return Unit("word", exact, spelling(exact), span)


def _shifted(units: list[Unit], by: int) -> list[Unit]:
    return [unit._replace(span=Span(unit.span.start + by, unit.span.end + by)) for unit in units]


def _word_begins(text: str) -> int:
    """Return where the word that *text* ends in begins; walked back, as a search forwards is not linear."""
    at = len(text)
    while at and (text[at - 1].isalnum() or text[at - 1] in "_'’-"):
        at -= 1
    return at


def _inside(head: str, mark: re.Match[str]) -> str:
    """Return the words of a bracket as they are meant to be read: "[T]he" is The."""
    return typographic(" ".join((head + mark["inside"] + mark["tail"]).split()))


def _outside(head: str, mark: re.Match[str]) -> str:
    """Return the letters around a bracket, with a star for it; a possessive s belongs to the bracket."""
    return fold(head) + "*" + re.sub(r"^'s$", "", fold(mark["tail"]))


def _merge(units: list[Unit], text: str) -> Unit:
    """Return one unit for several that stand side by side."""
    if len(units) == 1:
        return units[0]
    span = Span(units[0].span.start, units[-1].span.end)
    exact = " ".join(typographic(span.of(text)).split())
    return Unit("word", exact, amount(fold(exact)) or spelling("".join(u.exact for u in units)), span)


def _number_size(units: list[Unit], text: str) -> int:
    """Return how many of *units*, from the first on, make one number; 1 if the first stands alone."""
    if units[0].key not in _NUMBER_OPENERS and not units[0].key[:1].isdigit():
        return 1
    for size in range(len(units), 1, -1):
        phrase = Span(units[0].span.start, units[size - 1].span.end).of(text)
        if amount(fold(" ".join(phrase.split()))):
            return size
    return 1


def _is_compound(units: list[Unit], size: int, wholes: dict[str, str]) -> bool:
    """Say whether *units* are *size* words that are one of *wholes* written open."""
    if len(units) < size or any(unit.kind != "word" for unit in units):
        return False
    whole = wholes.get(spelling("".join(unit.exact for unit in units)).replace("-", ""))
    return whole is not None and joins(tuple(fold(unit.exact) for unit in units), whole)
