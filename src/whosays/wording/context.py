"""Look around a quotation: at what stands just before the first quoted word and just after the last."""

import re

from whosays.text.spans import Span, words
from whosays.wording import lexicon
from whosays.wording.cues import distancing, hedges, negations, restrictors
from whosays.wording.tokens import fold, weight

_REACH = 1_500  # characters; no sentence is longer
_TITLES = "".join(
    rf"(?<!\b{title})" for title in ("[A-Z]", "Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Col", "Lt")
)
_SENTENCE_END = re.compile(rf"(?:{_TITLES}\.|[!?])[\"'”’»)\]]*\s+(?![a-z\u0430-\u044f])|[;:]\s|\n\s*\n")
_CLAUSE_END = re.compile(
    r",|—|\s[–-]\s|[()]|\b(?:and|but|so|yet|or)\s+(?=(?:i|we|you|they|he|she|it|there|this|these)\b)",
    re.IGNORECASE,
)
_SPENT = re.compile(rf"\b(?:{lexicon.SPENT})\b", re.IGNORECASE)
_LINK = re.compile(r"\s*(?:and|but|or|so|yet)\b", re.IGNORECASE)
_ASIDE = re.compile(
    rf"\s*(?:{lexicon.ASIDES})\b|.*\b(?:said|says|added|told|insisted|warned)\b", re.IGNORECASE
)
_CONDITION = re.compile(
    r"\s*(?:(?:and|but|or|even|only) )*(?:if|unless|provided|as long as|until|"
    r"(?:had|were) (?:i|we|you|he|she|it|they|the))\b",
    re.IGNORECASE,
)

_NOT_AFTER = re.compile(r"\s+(?:not|never|no longer)\b", re.IGNORECASE)
_CONDITION_AFTER = re.compile(rf"(?:\W+\w+){{0,7}}?\W+(?:{lexicon.CONDITIONS})\b", re.IGNORECASE)
_REVERSAL_AFTER = re.compile(rf"[\s,—–)-]+(?:{lexicon.REVERSALS})\b", re.IGNORECASE)
_HEDGE_AFTER = re.compile(rf"[\s,]+(?:{lexicon.HEDGES_AFTER})\b", re.IGNORECASE)


def flags_around(statement: str, span: Span) -> set[str]:
    """Return the warnings about the sentence of *statement* that the words at *span* were cut from."""
    return _flags_before(statement, span) | _flags_after(
        _SENTENCE_END.split(statement[span.end : span.end + _REACH])[0]
    )


def _flags_before(statement: str, span: Span) -> set[str]:
    """Return the warnings about the part of the sentence before *span* that still governs it."""
    *earlier, clause = _clauses(statement[max(0, span.start - _REACH) : span.start])
    # A hedge of number needs to see the number, so it may look two words into the quotation.
    ahead = [clause + statement[span.start : word.end + span.start] for word in words(span.of(statement))[:2]]
    found = set()
    if negations(_SPENT.sub(_blank, clause)):
        found.add("negation")
    if distancing(clause) or (earlier and _CONDITION.match(earlier[-1]) and not _LINK.match(clause)):
        found.add("contextomy")
    if _stands_last(clause, hedges((ahead or [clause])[-1])) or _is_hedge(clause, earlier):
        found.add("hedge_dropped")
    if _stands_last(clause, restrictors(clause)):
        found.add("restrictor_dropped")
    return found


def _flags_after(rest: str) -> set[str]:
    """Return the warnings about the *rest* of the sentence after the last quoted word."""
    found = set()
    if _NOT_AFTER.match(rest):
        found.add("negation")
    if _CONDITION_AFTER.match(rest) or _REVERSAL_AFTER.match(rest):
        found.add("contextomy")
    if _HEDGE_AFTER.match(rest):
        found.add("hedge_dropped")
    return found


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _clauses(before: str) -> list[str]:
    """Return the clauses of the last sentence of *before*; the last of them is the one that goes on.

    An aside is stepped over: in "will not, under any pressure, " the clause that goes on is "will not".
    """
    clauses = _CLAUSE_END.split(_SENTENCE_END.split(before)[-1])
    while len(clauses) > 2 and _ASIDE.match(clauses[-2]) and not _LINK.match(clauses[-1]):
        clauses[-3:] = [f"{clauses[-3]} {clauses[-1]}"]
    return clauses


def _stands_last(clause: str, cues: list[Span]) -> bool:
    """Say whether one of *cues* ends *clause*, with at most three little words after it."""
    for cue in cues:
        after = [fold(span.of(clause)) for span in words(clause) if span.start >= cue.end]
        if cue.start < len(clause) and len(after) <= 3 and all(weight(word) < 1 for word in after):
            return True
    return False


def _is_hedge(clause: str, earlier: list[str]) -> bool:
    """Say whether the quotation comes straight after a hedge between commas: "Reportedly, "."""
    if clause.strip() or not earlier:
        return False
    aside = earlier[-1].strip()
    return any(cue == Span(0, len(aside)) for cue in hedges(aside))
