"""Check the words between quotation marks against the statement they are said to come from.

The strictest common rule is taken: "Never alter quotations even to correct minor grammatical errors or word
usage" (AP Stylebook). A change that the reader is told of, by an ellipsis or by square brackets, is a lesser
thing than one the reader is not told of; the worst change decides the verdict. The rules are for English.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from whosays.text.spans import Span
from whosays.wording.changes import Reading, changes
from whosays.wording.edges import at_the_edges
from whosays.wording.languages import differ
from whosays.wording.meaning import flags
from whosays.wording.placement import Placed, cheapest, unbroken
from whosays.wording.quotation import (
    Unit,
    read_quotation,
    read_words,
    split_at_gaps,
    with_compounds,
    with_numbers,
)
from whosays.wording.tokens import related, weight
from whosays.wording.windows import windows

Verdict = Literal["verbatim", "restyled", "elided", "bracketed", "altered", "translation", "fabricated"]

VERDICTS: dict[Verdict, str] = {
    "verbatim": "the same words, unbroken; typography may differ (marks, dashes, ligatures, the last stop)",
    "restyled": "the same words in another style: spelling, number words, open or closed compounds, capitals",
    "elided": "words are left out, and an ellipsis says where",
    "bracketed": "words are put in or replaced, and square brackets say which",
    "altered": "words or their order are changed, and nothing tells the reader",
    "translation": "the statement is in another script or language: it cannot be checked word for word",
    "fabricated": "hardly a word of it is in the statement, or none",
}
_RANK: list[Verdict] = list(VERDICTS)

# A quotation is not from a statement if no part of it has this share of the quoted words, by weight.
_ENOUGH = 0.34
_NEARLY_ENOUGH = 0.2
_MARKS = " \t\n\"'“”‘’„«»"


@dataclass(frozen=True)
class QuoteCheck:
    """Hold what became of a statement's words in a quotation.

    *verdict* is one of VERDICTS. *changes* are (from, to) pairs, in order: words of the statement and words
    of the quotation, "" for none; what lies outside of a fragment is no change. *flags* are warnings about
    meaning, from FLAGS. *span* is the part of the statement the words come from, None if they come from
    nowhere in it.
    """

    verdict: Verdict
    changes: list[tuple[str, str]] = field(default_factory=list)
    flags: tuple[str, ...] = ()
    span: Span | None = None


def check_quote(quoted: str, statement: str) -> QuoteCheck:
    """Say how far the *quoted* words are the words of the *statement*.

    Quotation marks around *quoted* do not matter. Where the words stand in the statement more than once, the
    most favourable place counts. Raises ValueError when either text is blank.
    """
    for name, text in (("quotation", quoted), ("statement", statement)):
        if not text.strip():
            raise ValueError(f"the {name} is blank: there are no words to compare")
    if not read_words(quoted):
        return QuoteCheck("verbatim" if quoted.strip(_MARKS) in statement else "fabricated")
    readings = _unbroken_readings(quoted, statement)
    if readings:
        return min((_check(reading) for reading in readings), key=_severity)
    readings, support = _closest(quoted, statement)
    if min(map(_verdict, readings), key=_RANK.index) == "altered":
        if differ(quoted, statement):
            return QuoteCheck("translation")
        if support < _ENOUGH:
            return QuoteCheck("fabricated", flags=_flags_of_invention(quoted, support))
    return min((_check(reading) for reading in readings), key=_severity)


def _unbroken_readings(quoted: str, statement: str) -> list[Reading]:
    """Return the places of *statement* where all words of *quoted* stand unchanged, one after the other."""
    said = read_words(statement)
    places = unbroken(read_words(quoted), said)
    return [Reading(quoted, statement, _span(placed, said), ()) for placed in places]


def _closest(quoted: str, statement: str) -> tuple[list[Reading], float]:
    """Return the readings at the places of *statement* closest to *quoted*, and the support they give it."""
    parts = [part for part in split_at_gaps(quoted) if part.strip()] or [quoted]
    found = [_closest_in(quoted, statement, window) for window in windows(parts, statement)]
    least = min(cost for cost, _, _ in found)
    near = [window for window in found if window[0] == least]
    return [reading for _, readings, _ in near for reading in readings], max(
        support for _, _, support in near
    )


def _closest_in(quoted: str, statement: str, window: Span) -> tuple[float, list[Reading], float]:
    """Return what the closest places in a *window* of *statement* cost, their readings and their support."""
    text = window.of(statement)
    quotation, said = with_numbers(read_quotation(quoted), quoted), with_numbers(read_words(text), text)
    quotation, said = with_compounds(quotation, quoted, said), with_compounds(said, text, quotation)
    cost, placements = cheapest(quotation, said)
    placements = [at_the_edges(placed, quotation, said, text) for placed in placements]
    said = [unit._replace(span=_moved(unit.span, window.start)) for unit in said]
    readings = [
        Reading(quoted, statement, _span(placed, said), tuple(changes(placed, quotation, said)))
        for placed in placements
    ]
    return cost, readings, max(_support(placed, quotation, said) for placed in placements)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _verdict(reading: Reading) -> Verdict:
    """Return the verdict on one *reading*: its worst change decides."""
    verdicts: list[Verdict] = ["verbatim", *(change.kind for change in reading.changes)]
    return max(verdicts, key=_RANK.index)


def _check(reading: Reading) -> QuoteCheck:
    """Return the verdict on one *reading*, with its changes and flags."""
    pairs = [reading.words(change) for change in reading.changes]
    return QuoteCheck(_verdict(reading), pairs, flags(reading), reading.span)


def _severity(check: QuoteCheck) -> tuple[int, int]:
    """Return a key that sorts the most favourable check first."""
    return _RANK.index(check.verdict), len(check.flags)


def _span(placed: list[Placed], said: list[Unit]) -> Span:
    """Return the part of the statement that *placed* words come from; empty at its start if they do not."""
    own = [p.said for p in placed if p.said is not None]
    return Span(said[own[0]].span.start, said[own[-1]].span.end) if own else Span(0, 0)


def _support(placed: list[Placed], quotation: list[Unit], said: list[Unit]) -> float:
    """Return the share of the quoted words, by weight, that the statement has where they are *placed*.

    Another form of the same word counts half. Words in square brackets are not claimed to be there. If this
    part of the statement has nearly all the words, only not in this order, they count in any order.
    """
    total = sum(weight(unit.key) for unit in quotation if unit.kind == "word")
    in_order = 0.0
    for fate, s, q in placed:
        if s is not None and q is not None and quotation[q].kind == "word":
            in_order += _kinship(fate, quotation[q].key, said[s].key)
    return max(in_order, _in_any_order(placed, quotation, said)) / total if total else 1.0


def _kinship(fate: str, quoted: str, said: str) -> float:
    """Return how much of the weight of a *quoted* word is owed to the word *said* in its place."""
    if fate in ("same", "restyled"):
        return weight(quoted)
    return weight(quoted) / 2 if related(quoted, said) else 0.0


def _in_any_order(placed: list[Placed], quotation: list[Unit], said: list[Unit]) -> float:
    """Return the weight of the quoted words found near where they are *placed*, if nearly all are."""
    quoted = Counter(unit.key for unit in quotation if unit.kind == "word")
    own = [p.said for p in placed if p.said is not None] or [0]
    near = said[max(0, own[0] - quoted.total()) : own[-1] + 1 + quoted.total()]
    found = quoted & Counter(unit.key for unit in near)
    whole = sum(weight(key) * n for key, n in quoted.items())
    part = sum(weight(key) * n for key, n in found.items())
    return part if part >= 0.8 * whole else 0.0


def _flags_of_invention(quoted: str, support: float) -> tuple[str, ...]:
    """Return the warning that a longer quotation without a source may be another translation of it."""
    long_enough = len(read_words(quoted)) >= 6
    return ("possible_translation_variant",) if long_enough and support >= _NEARLY_ENOUGH else ()
