"""Find where a long text repeats a statement, or nearly.

Only pages that share a run of words with the statement are read closely, so the time grows with the length of
the text and with little else.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from whosays.text.spans import Span
from whosays.wording.alignment import Move, cheapest_moves
from whosays.wording.content import Content, content
from whosays.wording.shared import grams
from whosays.wording.spelling import spelling
from whosays.wording.tokens import UNSEEN, tokens, weight

_PAGE = 8_000  # characters; small enough to stay in the processor's cache
_OVERLAP = 400  # characters; room for a run of words that crosses from one page to the next
_PIECE = re.compile(r"\w+")


class Match(NamedTuple):
    """Hold a stretch of a text that says what a statement says; *similarity* is 1 for the same words."""

    span: Span
    similarity: float


def find_statement(statement: str, text: str) -> list[Match]:
    """Return the stretches of *text* that repeat *statement* in full or in part, best first; none overlap.

    A stretch must share a run of four words with a statement of twelve or more (fewer with a shorter one),
    and six tenths of the weight of what it says. Who says it ("the mayor told reporters that") weighs
    nothing, and names and offices a quarter. Three tenths are enough where whole clauses stand, six content
    words of them or more. Similarity is the weight of the words that both have in one order against that of
    all their words (Dice). Raises ValueError when *statement* has no words.
    """
    own = content(statement)
    if not own.forms:
        raise ValueError("the statement has no words to look for")
    found = [match for stretch in _stretches(statement, text) for match in _matches(own, text, stretch)]
    return sorted(found, key=lambda match: (-match.similarity, match.span))


def _run_length(own: int) -> int:
    """Return how many words in a row a stretch must share with a statement of so many words."""
    return own if own < 4 else 2 if own < 8 else 3 if own < 12 else 4


def _stretches(statement: str, text: str) -> Iterator[Span]:
    """Yield the parts of *text* around the runs of words it shares with *statement*, in order."""
    room = 3 * len(statement) // 2 + 100
    begin = end = 0
    for hit in sorted(_hits(statement, text)):
        if hit - room > end and end:
            yield Span(begin, end)
        if hit - room > end or not end:
            begin = max(0, hit - room)
        end = min(len(text), hit + room)
    if end:
        yield Span(begin, end)


def _hits(statement: str, text: str) -> Iterator[int]:
    """Yield about where in *text* a run of words from *statement* begins.

    Each word of the statement is given a letter, so that a page becomes a short string and a run of words a
    part of it, which Python finds fast. Folding moves a place by a few characters; the room around it allows
    for that.
    """
    own, size = _PIECE.findall(_folded(statement)), _run_length(len(tokens(statement)))
    letters = {piece: chr(0xF0000 + n) for n, piece in enumerate(dict.fromkeys(own))}
    runs = {
        "".join(letters[p] for p in run): run for run in zip(*(own[n:] for n in range(size)), strict=False)
    }
    rarest = {max(run, key=len) for run in runs.values()}
    for start in range(0, len(text), _PAGE):
        page = text[start : start + _PAGE + _OVERLAP]
        folded = _folded(page)
        if not any(piece in folded for piece in rarest):
            continue
        found = "".join([letters.get(piece, " ") for piece in _PIECE.findall(folded)])
        for letter_run, run in runs.items():
            if letter_run in found:
                for match in re.finditer(r"\W+".join(run), folded):
                    yield start + match.start() * len(page) // len(folded)


def _folded(text: str) -> str:
    """Return *text* as fold would, cruder and in one go."""
    for mark in UNSEEN:
        text = text.replace(mark, "")
    return normalize("NFKC", text).casefold()


def _matches(own: Content, text: str, stretch: Span) -> Iterator[Match]:
    """Yield the matches of the statement *own* in a *stretch* of *text*, none overlapping."""
    found = tokens(stretch.of(text))
    found = found[stretch.start > 0 : len(found) - (stretch.end < len(text))]  # a cut edge may cut a word
    forms = [spelling(token.form) for token in found]
    size = len(own.forms)
    taken = bytearray(len(forms) + 1)
    slack = size // 3 + 3
    for start in _likely_starts(own.forms, forms):
        if taken[max(0, min(start + size // 2, len(forms)))]:
            continue
        left = max(0, start - slack)
        first, last, similarity = _compare(own, tuple(forms[left : max(0, start + size + slack)]))
        if similarity and not any(taken[left + first : left + last]):
            taken[left + first : left + last] = b"\1" * (last - first)
            begin, end = found[left + first].span.start, found[left + last - 1].span.end
            yield Match(Span(begin + stretch.start, end + stretch.start), similarity)


def _likely_starts(own: Sequence[str], forms: list[str]) -> list[int]:
    """Return the places in *forms* where *own* would begin, judged by shared runs, the likeliest first."""
    size = _run_length(len(own))
    places = grams(own, size)
    votes = Counter(
        i - j for i in range(len(forms) - size + 1) for j in places.get(tuple(forms[i : i + size]), ())
    )
    return [start for start, _ in votes.most_common()]


@lru_cache(maxsize=4096)  # agency copy is printed again and again
def _compare(said: Content, window: tuple[str, ...]) -> tuple[int, int, float]:
    """Return the first and last place (excluded) of *window* that match *said*, and how well; 0 if not."""
    own = said.forms
    if not _share_content(own, window):
        return 0, 0, 0.0  # so the slow comparison is spared
    moves = _densest(cheapest_moves(own, window), own)
    same = [(m.a, m.b) for m in moves if m.kind == "same" and m.a is not None and m.b is not None]
    # A later twin of the next word may have been paired instead of the one that stands right here.
    while (
        same[-1][0] + 1 < len(own)
        and own[same[-1][0] + 1 : same[-1][0] + 2] == window[same[-1][1] + 1 : same[-1][1] + 2]
    ):
        same.append((same[-1][0] + 1, same[-1][1] + 1))
    if not said.repeated_by([place for place, _ in same]):
        return 0, 0, 0.0
    (own_first, first), (own_last, last) = same[0], same[-1]
    matched = sum(weight(own[place]) for place, _ in same)
    similarity = 2 * matched / sum(map(weight, own + window[first : last + 1]))
    if similarity > 0.8:  # then a changed word or two at the very beginning or end belong to it as well
        first = max(0, first - min(own_first, 2))
        last = min(len(window) - 1, last + min(len(own) - 1 - own_last, 2))
    return first, last + 1, similarity


def _share_content(own: Sequence[str], window: Sequence[str]) -> bool:
    """Say whether *window* could be like *own* by its content words; the little words are in any text."""
    content = Counter(word for word in own if weight(word) > 1)
    common = (content & Counter(window)).total()
    return 2 * common >= 0.3 * (content.total() + common)


def _densest(moves: list[Move], own: Sequence[str]) -> list[Move]:
    """Return the run of *moves* in which same words outweigh the others most (Kadane's algorithm)."""
    best, best_score, begin, score = moves[:0], 0.0, 0, 0.0
    for at, move in enumerate(moves):
        if score <= 0:
            begin, score = at, 0.0
        gain = 1.0 if move.a is None else weight(own[move.a])
        score += gain if move.kind == "same" else -gain / 2
        if score > best_score:
            best, best_score = moves[begin : at + 1], score
    return best
