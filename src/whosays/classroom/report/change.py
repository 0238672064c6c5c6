"""Say what changed from a test before to a test after, with an interval for each measure."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from whosays.answers.measures import Tally, pooled, sensitivity, tally
from whosays.classroom.report.graded_answers import Result, given

RESAMPLES, SEED = 2000, 1
MEASURES = ("weak claims stopped", "sound claims stopped", "telling them apart (d\u2032)", "leaning (c)")


class Change(NamedTuple):
    """Hold a *measure* of a class *before* and *after*, and the interval of its change, *low* to *high*."""

    measure: str
    before: float
    after: float
    low: float
    high: float

    @property
    def difference(self) -> float:
        """After minus before."""
        return self.after - self.before


Pair = tuple[Tally, Tally]


def tallies(paired: Sequence[tuple[Result, Result]]) -> list[Pair]:
    """Return the tallies before and after of every student who weighed weak and sound claims both times."""
    found = [(tally(given([one])), tally(given([other]))) for one, other in paired]
    return [pair for pair in found if all(counts.weak and counts.sound for counts in pair)]


def changes(pairs: Sequence[Pair]) -> list[Change]:
    """Return the change of each measure over *pairs* of tallies, with a 95 per cent interval.

    The measures are those of the class as a whole, from pooled answers. The interval is a paired bootstrap:
    students are drawn anew 2,000 times with replacement, each with both tests, from a fixed seed, and the
    middle 95 per cent of the differences are kept. With few students it is somewhat too narrow. Raises
    ValueError where there is no pair.
    """
    if not pairs:
        raise ValueError("there is no student with both tests; give submissions from before and after")
    before, after = (pooled(side) for side in zip(*pairs, strict=True))
    counts = np.array([[*one, *other] for one, other in pairs])
    draw = np.random.default_rng(SEED)
    drawn = []
    for _ in range(RESAMPLES):
        sums = counts[draw.integers(len(pairs), size=len(pairs))].sum(axis=0)
        one, other = (measures(Tally(*map(int, side))) for side in (sums[:4], sums[4:]))
        drawn.append([b - a for a, b in zip(one, other, strict=True)])
    low, high = np.percentile(drawn, [2.5, 97.5], axis=0)
    ends = zip(MEASURES, measures(before), measures(after), low.tolist(), high.tolist(), strict=True)
    return [Change(*row) for row in ends]


def measures(counts: Tally) -> tuple[float, float, float, float]:
    """Return hit rate, false alarm rate, d' and c of pooled *counts*, in the order of MEASURES."""
    return (counts.hits / counts.weak, counts.false_alarms / counts.sound, *sensitivity(counts))


def improved(pairs: Sequence[Pair]) -> int:
    """Return how many students decided a greater share of the claims rightly after than before.

    Both kinds count alike, so that who stops everything does not improve by it.
    """
    return sum(_right(after) > _right(before) for before, after in pairs)


def _right(counts: Tally) -> float:
    return (counts.hits / counts.weak + 1 - counts.false_alarms / counts.sound) / 2
