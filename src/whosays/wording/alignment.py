"""Lay two texts side by side, word by word.

A word is the same in both when its letters are: case, the style of apostrophes and hyphens, composed or
decomposed accents, ligatures and soft hyphens make no difference. Spelling does: honour is not honor here.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import Literal, NamedTuple

from whosays.text.spans import Span
from whosays.wording.tokens import Token, related, tokens, weight

Kind = Literal["same", "replaced", "dropped", "added"]


class Step(NamedTuple):
    """Hold one stretch of an alignment: what became of *a_span* of the first text in *b_span* of the second.

    A dropped stretch has an empty *b_span* at the place where it is missing, an added one an empty *a_span*.
    """

    kind: Kind
    a_span: Span
    b_span: Span


class Move(NamedTuple):
    """Hold one word's step: the places of the words in the two lists, None on the side that has no word."""

    kind: Kind
    a: int | None
    b: int | None


def align(a: str, b: str) -> list[Step]:
    """Return the steps that lead from text *a* to text *b*, in order; together they cover every word of both.

    The cheapest way is taken. Losing or adding a word costs its weight (content words 2, function words 0.5),
    and putting one content word for another costs less than losing one and adding one, so that nouns and
    verbs pair up and the little words between them do not pull the alignment apart. Neighbouring words of one
    kind form one step. Time and memory grow with the product of the lengths: in a long text, first find the
    place with find_statement.
    """
    a_tokens, b_tokens = tokens(a), tokens(b)
    moves = cheapest_moves([token.form for token in a_tokens], [token.form for token in b_tokens])
    steps: list[Step] = []
    a_end = b_end = 0
    for kind, group in groupby(moves, key=lambda move: move.kind):
        stretch = list(group)
        a_span = _cover(a_tokens, [move.a for move in stretch], a_end)
        b_span = _cover(b_tokens, [move.b for move in stretch], b_end)
        steps.append(Step(kind, a_span, b_span))
        a_end, b_end = a_span.end, b_span.end
    return steps


def cheapest_moves(a: Sequence[str], b: Sequence[str]) -> list[Move]:
    """Return the cheapest moves from the folded words *a* to *b*, one for each word or pair of words."""
    table = _costs(a, b)
    moves: list[Move] = []
    i, j = len(a), len(b)
    while i or j:
        pair = i and j and table[i][j] == table[i - 1][j - 1] + swap_cost(a[i - 1], b[j - 1])
        drop = i and table[i][j] == table[i - 1][j] + weight(a[i - 1])
        add = j and table[i][j] == table[i][j - 1] + weight(b[j - 1])
        # Of ways that cost the same, walked from the end, take the pair: a noun then meets a noun, and the
        # word that was lost is the modifier before it. But no pair of small words cuts a gap in two.
        last = moves[-1].kind if moves else "same"
        gap = (last == "dropped" and drop and weight(a[i - 1]) < 1) or (
            last == "added" and add and weight(b[j - 1]) < 1
        )
        if pair and not gap:
            i, j = i - 1, j - 1
            moves.append(Move("same" if a[i] == b[j] else "replaced", i, j))
        elif drop:
            i -= 1
            moves.append(Move("dropped", i, None))
        else:
            j -= 1
            moves.append(Move("added", None, j))
    return moves[::-1]


@lru_cache(maxsize=65536)
def swap_cost(a: str, b: str) -> float:
    """Return what it costs to find word *b* where *a* stood.

    A content word is never worth a function word: losing the one and adding the other is then cheaper.
    """
    if a == b:
        return 0.0
    if weight(a) != weight(b):
        return weight(a) + weight(b) + 0.25
    return weight(a) * (0.625 if related(a, b) else 1.25)


def next_row(above: list[float], down: float, across: Sequence[float], right: Sequence[float]) -> list[float]:
    """Return the next row of a table of costs from the one *above* it.

    A cell is reached from the one above it for *down*, from the corner above and left for *across*, or from
    the one to its left for *right*, whichever is cheapest; the last two have a cost for each column.
    """
    left = above[0] + down
    row = [left]
    for corner, up, swap, step in zip(above, above[1:], across, right, strict=False):
        left += step
        if corner + swap < left:
            left = corner + swap
        if up + down < left:
            left = up + down
        row.append(left)
    return row


def _costs(a: Sequence[str], b: Sequence[str]) -> list[list[float]]:
    """Return the table whose cell [i][j] holds the cost of the cheapest way from a[:i] to b[:j]."""
    added = [weight(word) for word in b]
    table = [list(accumulate(added, initial=0.0))]
    for word in a:
        table.append(next_row(table[-1], weight(word), [swap_cost(word, other) for other in b], added))
    return table


def _cover(own: list[Token], places: list[int | None], otherwise: int) -> Span:
    """Return the span from the first to the last of *places*, or an empty span at *otherwise*."""
    present = [own[place].span for place in places if place is not None]
    return Span(present[0].start, present[-1].end) if present else Span(otherwise, otherwise)
