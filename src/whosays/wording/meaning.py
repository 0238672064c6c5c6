"""Warn of what a quotation does to the meaning, even where its words are exact.

The warnings go by closed lists of words (lexicon.py) and by punctuation, not by understanding: they tell a
reader where to look, and a flag is no verdict.
"""

from collections import Counter

from whosays.text.spans import Span, words
from whosays.wording import lexicon
from whosays.wording.changes import Change, Reading
from whosays.wording.context import flags_around
from whosays.wording.cues import distancing, hedges, negations, numbers, restrictors
from whosays.wording.punctuation import stops_differ
from whosays.wording.quotation import read_quotation, read_words, with_numbers
from whosays.wording.tokens import fold, tokens, typographic, weight

_AROUND = 120  # characters; room for the longest number, and for the words that make a "no" harmless

FLAGS = {
    "negation": "a not, no or never stands before the quoted words, or was lost or added",
    "contextomy": "what stands around, or was left out, takes the words back or sets a condition",
    "hedge_dropped": "a hedge (reportedly, may, at least, about) stands just before, or was lost",
    "restrictor_dropped": "an only or exclusively stands just before, or was lost",
    "number_changed": "a number was changed, dropped, added or cut in two",
    "reordered": "words of the statement stand in another order",
    "case_inside": "capital and small letters were changed past the first letter",
    "punctuation_changed": "a sentence was joined, cut or turned by its punctuation",
    "short_fragment": "a single word is quoted: it proves little",
    "possible_translation_variant": "words are swapped one for one: this may be another translation",
}


def flags(reading: Reading) -> tuple[str, ...]:
    """Return the warnings about *reading*, from FLAGS, in alphabetical order."""
    found = flags_around(reading.statement, reading.span)
    found |= _flags_of_losses(reading)
    checks = {
        "number_changed": _changes_number,
        "reordered": _reorders,
        "case_inside": _changes_case,
        "punctuation_changed": stops_differ,
        "short_fragment": _is_short,
        "possible_translation_variant": _may_be_translated,
    }
    found |= {name for name, holds in checks.items() if holds(reading)}
    if "possible_translation_variant" in found:
        found.discard("reordered")  # two translations seldom keep one order
    return tuple(sorted(found))


def _flags_of_losses(reading: Reading) -> set[str]:
    """Return the warnings about words that were left out or changed, disclosed or not."""
    found, lost = set(), 0
    for change in reading.changes:
        said, quoted = reading.words(change)
        said_on = _with_next_word(reading.statement, change.said)
        if _denials(reading.statement, change.said) != _denials(reading.quoted, change.quoted) or _flips(
            said, quoted
        ):
            found.add("negation")
        lost += len(hedges(said_on)) - len(hedges(_with_next_word(reading.quoted, change.quoted)))
        if len(restrictors(said)) > len(restrictors(quoted)):
            found.add("restrictor_dropped")
        if len(distancing(said)) > len(distancing(quoted)):
            found.add("contextomy")
    return found | ({"hedge_dropped"} if lost > 0 else set())


def _denials(text: str, span: Span) -> int:
    """Return how many words at *span* deny something, seen with the words around them ("No. 5")."""
    begin = max(0, span.start - _AROUND)
    near = text[begin : span.end + _AROUND]
    return sum(span.start <= begin + found.start < span.end for found in negations(near))


def _with_next_word(text: str, span: Span) -> str:
    """Return the words of *text* at *span* and the next word, which tells whether "about" is a hedge."""
    following = words(text[span.end : span.end + 40])[:1]
    return text[span.start : span.end + (following[0].end if following and span.start < span.end else 0)]


def _flips(said: str, quoted: str) -> bool:
    """Say whether a word lost or gained a negative prefix: unconditional, conditional."""
    before, after = ({token.form for token in tokens(text)} for text in (said, quoted))
    return any(
        prefix + word in other
        for prefix in lexicon.NEGATIVE_PREFIXES
        for own, other in ((before, after), (after, before))
        for word in own
    )


def _changes_number(reading: Reading) -> bool:
    """Say whether an undisclosed change touches a number, or the fragment is cut inside of one."""
    if any(Counter(numbers(said)) != Counter(numbers(quoted)) for said, quoted in reading.pairs("altered")):
        return True
    statement, span = reading.statement, reading.span
    return any(_cuts_number(statement, edge) for edge in span)


def _cuts_number(text: str, edge: int) -> bool:
    """Say whether *edge* lies within a number of *text*."""
    begin = max(0, edge - _AROUND)
    near = text[begin : edge + _AROUND]
    return any(
        begin + unit.span.start < edge < begin + unit.span.end
        for unit in with_numbers(read_words(near), near)
    )


def _permutes(pairs: list[tuple[str, str]]) -> bool:
    """Say whether the words that changed are the same on both sides, only in another order."""
    said, quoted = (Counter(t.form for pair in pairs for t in tokens(pair[side])) for side in (0, 1))
    return bool(quoted) and quoted == said


def _reorders(reading: Reading) -> bool:
    """Say whether undisclosed words of the quotation stand elsewhere in this part of the statement."""
    pairs = reading.pairs("altered")
    quoted = Counter(token.form for _, text in pairs for token in tokens(text))
    said = Counter(token.form for text, _ in pairs for token in tokens(text))
    if _permutes(pairs):
        return True
    reach, span = len(reading.quoted) + 1, reading.span
    around = reading.statement[max(0, span.start - reach) : span.start] + " "
    around += reading.statement[span.end : span.end + reach]
    said += Counter(token.form for token in tokens(around))
    near = f" {' '.join(token.form for token in tokens(around))} "
    runs = (" ".join(token.form for token in tokens(text)) for _, text in pairs)
    return any(weight(word) > 1 for word in quoted & said) or any(
        " " in run and f" {run} " in near for run in runs
    )


def _changes_case(reading: Reading) -> bool:
    """Say whether a capital came or went, but for the first letter of all or after an ellipsis."""
    return any(
        change.kind == "restyled" and _recased(*reading.words(change), opening=_opens(reading.quoted, change))
        for change in reading.changes
    )


def _recased(said: str, quoted: str, *, opening: bool) -> bool:
    said, quoted = typographic(said), typographic(quoted)
    if fold(said) == fold(quoted):
        return not opening or said[1:] != quoted[1:]
    return (
        not opening
        and said[:1].isupper() != quoted[:1].isupper()
        and said[:1].isalpha()
        and quoted[:1].isalpha()
    )


def _opens(quoted: str, change: Change) -> bool:
    """Say whether a change is at the first word of the quotation or the first after an ellipsis."""
    before = read_quotation(quoted[: change.quoted.start])
    return not before or before[-1].kind == "gap"


def _is_short(reading: Reading) -> bool:
    """Say whether only one word is quoted."""
    return sum(unit.kind == "word" for unit in read_quotation(reading.quoted)) == 1


def _may_be_translated(reading: Reading) -> bool:
    """Say whether in six words or more two content words were put for others, but no denial and no number."""
    pairs = reading.pairs("altered")
    swapped = sum(min(_content(said), _content(quoted)) for said, quoted in pairs)
    untouched = all(len(negations(said)) == len(negations(quoted)) for said, quoted in pairs)
    long_enough = len(words(reading.quoted)) >= 6
    return (
        swapped >= 2 and long_enough and untouched and not _changes_number(reading) and not _permutes(pairs)
    )


def _content(text: str) -> int:
    """Return the number of content words in *text*."""
    return sum(weight(token.form) > 1 for token in tokens(text))
