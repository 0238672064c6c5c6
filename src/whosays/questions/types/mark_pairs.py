"""Match the marks of two readers of one text where they overlap."""

from typing import NamedTuple

from whosays.text import spans
from whosays.text.spans import Span

_COUNTS, _NEARLY = 0.6, 0.3  # intersection over union


class Mark(NamedTuple):
    """Hold a *span* of the text with its *label*, a *reason*, and whether marking it is *optional*."""

    span: Span
    label: str
    reason: str = ""
    optional: bool = False


class Pair(NamedTuple):
    """Hold one of our marks and one of theirs that were matched; either is None where there is no match."""

    ours: Mark | None
    theirs: Mark | None
    worth: float


def matched(text: str, ours: list[Mark], theirs: list[Mark]) -> list[Pair]:
    """Return every mark of *ours* and of *theirs* in *text*, in its order, each in one pair.

    Marks are matched where they overlap by an intersection over union of 0.3, those with one label first.
    """
    overlaps = sorted(
        ((a.label == b.label, not a.optional, _overlap(a.span, b.span), a, b) for a in ours for b in theirs),
        key=lambda item: item[:3],
        reverse=True,
    )
    left, right, pairs = dict.fromkeys(ours), dict.fromkeys(theirs), []
    for same, wanted, overlap, a, b in overlaps:
        if overlap >= _NEARLY and a in left and b in right:
            del left[a], right[b]
            whole = same and (overlap >= _COUNTS or _is_near(text, a, b))
            pairs.append(Pair(a, b, 1.0 if whole else 0.5 if same or wanted else 0.0))
    pairs += [Pair(a, None, 0.0) for a in left] + [Pair(None, b, 0.0) for b in right]
    return sorted(pairs, key=lambda pair: (pair.ours or pair.theirs or Mark(Span(0, 0), "")).span)


def _is_near(text: str, ours: Mark, theirs: Mark) -> bool:
    """Say whether *theirs* is *ours* of one or two words and one word more, as “said that” for “said”."""
    inside = theirs.span.start <= ours.span.start and ours.span.end <= theirs.span.end
    own, wide = (len(spans.words(mark.span.of(text))) for mark in (ours, theirs))
    return inside and own <= 2 and wide <= own + 1


def _overlap(a: Span, b: Span) -> float:
    """Return the intersection of two spans over their union."""
    shared = max(0, min(a.end, b.end) - max(a.start, b.start))
    return shared / ((a.end - a.start) + (b.end - b.start) - shared)
