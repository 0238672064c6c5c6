"""Tell a change at the first or the last word of a quotation as the change it is.

A fragment may begin and end anywhere, so a new word at its edge costs less as an addition than in the place
of another. Where the words that it stands for are plain to see, they are named: a sentence that begins or
ends there, or the pronoun that a bracket explains.
"""

import re

from whosays.text.spans import ABBREVIATIONS
from whosays.wording.placement import Fate, Placed
from whosays.wording.quotation import Unit
from whosays.wording.tokens import fold, weight

_PERSONAL = (
    "i me my we us our you your he him his she her it its they them their this that these those here there"
)
_PRONOUNS = frozenset(_PERSONAL.split())
_ENDS = re.compile(r"[.!?;:](?!\w)|\n")
_SHORT_FOR = {
    "n't": "not",
    "'s": "is has",
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'m": "am",
    "'d": "would had",
}
_FEW = 3  # words; more were cut off, not replaced


def at_the_edges(
    placed: list[Placed], quotation: list[Unit], statement: list[Unit], text: str
) -> list[Placed]:
    """Return *placed* with new words at either edge laid against those of the *statement* in *text* there."""
    own = [p.said for p in placed if p.said is not None]
    if not own:
        return placed
    placed = _with_subject(placed, quotation, statement, text)
    own = [p.said for p in placed if p.said is not None]
    head = next(n for n, p in enumerate(placed) if p.said is not None)
    tail = next(n for n, p in enumerate(reversed(placed)) if p.said is not None)
    first, last = placed[:head], placed[len(placed) - tail :]
    before = _before(own[0], statement, text) if first else []
    after = _after(own[-1], statement, text) if last else []
    middle = placed[head : len(placed) - tail]
    start = _paired(first, before[::-1], statement, quotation, from_end=True)
    return start + middle + _paired(last, after, statement, quotation, from_end=False)


def _with_subject(
    placed: list[Placed], quotation: list[Unit], statement: list[Unit], text: str
) -> list[Placed]:
    """Return *placed* with the words that begin the sentence, if a little word was put for the last one."""
    first = placed[0]
    if first.fate != "replaced" or first.said is None or first.quoted is None:
        return placed
    near = _before(first.said, statement, text)
    if not 0 < len(near) < _FEW or weight(quotation[first.quoted].key) > 1:
        return placed
    said = [fold(statement[place].exact) for place in (*near[::-1], first.said)]
    short = _contracted([fold(quotation[first.quoted].exact)], said, from_end=True)
    return [
        *(Placed("dropped", place, None) for place in near[: short - 1 if short else None][::-1]),
        *placed,
    ]


def _before(first: int, statement: list[Unit], text: str) -> list[int]:
    """Return the places of the words before the *first* placed one, back to where their sentence begins."""
    places: list[int] = []
    for place in range(first - 1, max(-1, first - _FEW - 2), -1):
        if _parted(statement[place], statement[place + 1], text):
            return places
        places.append(place)
    return places if first - len(places) == 0 or len(places) > _FEW else []


def _after(last: int, statement: list[Unit], text: str) -> list[int]:
    """Return the places of the words after the *last* placed one, up to where their sentence ends."""
    places: list[int] = []
    for place in range(last + 1, min(len(statement), last + _FEW + 2)):
        if _parted(statement[place - 1], statement[place], text):
            return places
        places.append(place)
    return places


def _parted(unit: Unit, following: Unit, text: str) -> bool:
    """Say whether a sentence or a clause ends between two words of *text*; not after Dr. or No."""
    gap = text[unit.span.end : following.span.start]
    return bool(_ENDS.search(gap)) and not (gap[:1] == "." and unit.exact in ABBREVIATIONS)


def _paired(
    edge: list[Placed], near: list[int], statement: list[Unit], quotation: list[Unit], *, from_end: bool
) -> list[Placed]:
    """Return the words at an *edge* laid against those *near* it, if these are few or a pronoun."""
    if not edge or not near or any(p.fate not in ("added", "bracketed") for p in edge):
        return edge
    bracket = edge[0].fate == "bracketed"
    apart = [fold(quotation[p.quoted].exact) for p in edge if p.quoted is not None]
    own = [fold(statement[place].exact) for place in near]
    if bracket:
        next_to = near[-1] if from_end else near[0]
        pronoun = fold(statement[next_to].exact) in _PRONOUNS
        near = [next_to] if pronoun else near if len(near) <= 2 else []
    elif size := _contracted(apart, own, from_end=from_end):
        near = near[-size:] if from_end else near[:size]
    elif len(near) > min(_FEW, len(edge) + 1):
        near = []
    if not near:
        return edge
    fate: Fate = "bracketed" if bracket else "replaced"
    size = max(len(edge), len(near))
    said = [*near, *[None] * (size - len(near))]
    quoted = [*(p.quoted for p in edge), *[edge[-1].quoted if bracket else None] * (size - len(edge))]
    return [Placed(fate if s is not None else edge[0].fate, s, q) for s, q in zip(said, quoted, strict=True)]


def _contracted(quoted: list[str], said: list[str], *, from_end: bool) -> int:
    """Return how many of the words *said* are those *quoted* in a shorter or a longer form; 0 if none."""
    for size in (1, 2):
        near = said[-size:] if from_end else said[:size]
        for short, long in ((quoted, near), (near, quoted)):
            if len(short) == 1 and len(long) == 2 and _stands_for(short[0], *long):
                return size
    return 0


def _stands_for(short: str, first: str, second: str) -> bool:
    """Say whether *short* is the contraction of two words: don't, it's; but won't and can't as well."""
    if short in ("won't", "can't", "shan't"):
        return second == "not" and first[:2] == short[:2].replace("wo", "wi")
    return any(short == first + ending and second in long.split() for ending, long in _SHORT_FOR.items())
