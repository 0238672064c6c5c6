"""Find the parts of a long statement that a quotation may come from, so that only these are read closely."""

from collections import Counter
from itertools import accumulate

from whosays.text.spans import Span, sentences, words
from whosays.wording.spelling import spelling
from whosays.wording.tokens import fold, weight

_SHORT = 200  # words; a statement that is not longer is read whole
_ROOM = 300  # words; so many are read in all, in as many windows as fit
_LONG = 800  # characters
_NEARLY = 0.8  # a window with this share of the best one's words may still be the closer one


def windows(parts: list[str], statement: str) -> list[Span]:
    """Return the stretches of *statement*, cut at sentences, that have most of the words of a quotation.

    *parts* are the pieces between the ellipses of the quotation; where there are several, one stretch holds
    them all. A word counts for more the rarer it is in the statement.
    """
    spans = words(statement)
    own = [{spelling(fold(span.of(part))) for span in words(part)} for part in parts]
    if len(spans) <= max(_SHORT, 3 * sum(map(len, own))):
        return [Span(0, len(statement))]
    forms = [spelling(fold(span.of(statement))) for span in spans]
    often = Counter(forms)
    places = [
        place
        for part in own
        for place in _best([(f in part) * weight(f) / often[f] for f in forms], 3 * len(part) // 2 + 40)
    ]
    if len(parts) > 1:
        places = [(min(first for first, _ in places), max(last for _, last in places))]
    breaks = sentences(statement)
    return [_whole(Span(spans[first].start, spans[last].end), breaks) for first, last in places]


def _best(scores: list[float], size: int) -> list[tuple[int, int]]:
    """Return the first and the last place of the windows of *size* whose *scores* sum up highest."""
    sums = list(accumulate(scores, initial=0.0))
    size = min(size, len(scores))
    # Steps of a quarter keep this linear in the length of the statement and lose no place: windows overlap.
    starts = range(0, len(scores) - size + max(1, size // 4), max(1, size // 4))
    ends = [(min(start + size, len(scores)), start) for start in starts]
    ranked = sorted(((sums[end] - sums[start], start, end) for end, start in ends), reverse=True)
    chosen: list[tuple[int, int]] = []
    most = _ROOM // size
    for score, start, end in ranked:
        apart = all(end <= first or start >= last for first, last in chosen)
        if not chosen or (len(chosen) < most and apart and score >= _NEARLY * ranked[0][0]):
            chosen.append((start, end - 1))
    return chosen


def _whole(span: Span, breaks: list[Span]) -> Span:
    """Return *span* with the sentences that it cuts, and the one before, made whole unless they are long."""
    inside = [
        n for n, sentence in enumerate(breaks) if sentence.end > span.start and sentence.start < span.end
    ]
    start, end = breaks[max(0, inside[0] - 1)].start, breaks[inside[-1]].end
    return Span(
        start if span.start - start < _LONG else span.start, end if end - span.end < _LONG else span.end
    )
