"""What a statement says, apart from who says it: the words that count when it is looked for."""

import re
from collections.abc import Collection
from itertools import pairwise
from typing import NamedTuple

from whosays.wording.spelling import spelling
from whosays.wording.tokens import tokens, weight

# The frame that news puts around words: "The ministry said in a statement that …", "…, the mayor said".
_SAID = (
    r"(?:said|says|told|tells|stated|states|announced|announces|declared|declares|added|adds|"
    r"warned|warns|claimed|claims|"
    r"insisted|insists|confirmed|reported|reports|wrote|writes|noted|stressed|explained|argued|"
    r"tweeted|posted|"
    r"d[ée]clar[ée]\w*|annonc[ée]\w*|affirm[ée]\w*|dit|indiqu[ée]\w*|dijo|declaró|afirmó|anunció|informó|"
    r"sagte|erklärte|teilte|berichtete|betonte|ha detto|dichiarato|disse|afirmou|"
    r"заявил\w*|сообщил\w*|сказал\w*|отметил\w*|подчеркнул\w*|добавил\w*)"
)
_THAT = r"(?:that|que|qu'|che|dass|что|how)"
_SUBJECT = r"(?:the|an?|its?|he|she|they|we|there|this|these|his|her|their|some|all|no|more|at least)"
_BEFORE = re.compile(
    rf"[^.!?\n]{{0,200}}?\b{_SAID}\b(?:[^.!?;:\n]{{0,80}}?\b{_THAT}\b|[^.!?;\n]{{0,60}}?[:,] "
    rf"?[\"“«]|(?= {_SUBJECT}\b))"
    r"|according to [^,.\n]{1,100},",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"[,\"”»]+ (?:[^,.;!?\n]{{0,100}}\b{_SAID}\b|according to\b)[^.;!?\n]{{0,80}}[.!]?\s*$", re.IGNORECASE
)
# A name or an office of two words and more: it stands in every text about its bearer.
_NAME = re.compile(r"\b[A-Z]\w+(?:(?: (?:of|the|for|and|de|du|la))* [A-Z]\w+)+")
_CLAUSE_END = re.compile(r"[.,;:!?()\"“”«»—]|\s[–-]\s|\n\s*\n")

_BY_NAME = 0.25  # of its weight is what a word of a name counts
_SHARE = 0.6  # of the weight of what a statement says stands where it is repeated
_PART = 0.3  # of it is enough where whole clauses stand
_WHOLE = 0.75  # of its weight makes a clause whole
_SIX_WORDS = 12.0  # the weight of six content words; shorter clauses are in every text


class Content(NamedTuple):
    """Hold the words of a statement in the form that is compared, the weight of each, and its clauses.

    The words of a frame ("the mayor told reporters that") have no weight, those of a name a
    quarter of theirs.
    """

    forms: tuple[str, ...]
    weights: tuple[float, ...]
    clauses: tuple[range, ...]

    def repeated_by(self, places: Collection[int]) -> bool:
        """Say whether the words at these *places* are enough to repeat the statement, or a part of it."""
        total, shared = sum(self.weights), self._weight(places)
        if shared >= _SHARE * total:
            return True
        whole = 0.0
        for clause in self.clauses:
            common = self._weight(set(clause) & set(places))
            if common >= _WHOLE * self._weight(clause):
                whole += common
        return whole >= _SIX_WORDS and shared >= _PART * total

    def _weight(self, places: Collection[int] | range) -> float:
        return sum(self.weights[place] for place in places)


def content(statement: str) -> Content:
    """Return the words of *statement*, with those of a frame around it weighing nothing."""
    found = tokens(statement)
    begin = match.end() if (match := _BEFORE.match(statement)) else 0
    end = match.start() if (match := _AFTER.search(statement, begin)) else len(statement)
    inside = [begin <= token.span.start < end for token in found]
    if not any(inside):
        inside = [True] * len(found)
    named = {n for name in _NAME.finditer(statement) for n in range(*name.span())}
    weights = tuple(
        weight(token.form) * said * (_BY_NAME if token.span.start in named else 1.0)
        for token, said in zip(found, inside, strict=True)
    )
    stops = [
        n
        for n, (a, b) in enumerate(pairwise(found), 1)
        if _CLAUSE_END.search(statement[a.span.end : b.span.start])
    ]
    edges = [0, *stops, len(found)]
    return Content(
        tuple(spelling(token.form) for token in found),
        weights,
        tuple(range(a, b) for a, b in pairwise(edges)),
    )
