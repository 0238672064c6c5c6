"""Measure how well a reader tells weak claims from sound ones, and knows how sure to be.

Every function takes rows of first answers, as ``given.first_answers`` returns them. A reader who stops
everything stops all weak claims; so the sound claims that were stopped count as well, always. Confidence is
held against FirstAnswer.right: whether the right claims were stopped and kept.
"""

from collections.abc import Iterable, Sequence
from statistics import NormalDist, fmean
from typing import NamedTuple

from whosays.answers.first_answers import FirstAnswer

SURE = 80  # per cent from which a wrong answer is a confident error


class Tally(NamedTuple):
    """Hold *hits* (weak claims stopped) out of *weak*, and *false_alarms* (sound ones stopped) of *sound*."""

    hits: int
    weak: int
    false_alarms: int
    sound: int


class Sensitivity(NamedTuple):
    """Hold *d_prime*, telling weak from sound, and *criterion*, the leaning: below 0 towards stopping."""

    d_prime: float
    criterion: float


class Level(NamedTuple):
    """Hold how many of the *answers* given with one *confidence*, in per cent, were *right*."""

    confidence: int
    answers: int
    right: int


class Shown(NamedTuple):
    """Hold how many *times* a *misconception* showed, and the mean *confidence* then, None if never said."""

    misconception: str
    times: int
    confidence: float | None


def tally(rows: Iterable[FirstAnswer]) -> Tally:
    """Return the hits and false alarms of *rows*; those without a verdict on a claim are left out."""
    weighed = [row for row in rows if row.stopped is not None]
    weak = [bool(row.stopped) for row in weighed if row.sound == "stop"]
    sound = [bool(row.stopped) for row in weighed if row.sound == "keep"]
    return Tally(sum(weak), len(weak), sum(sound), len(sound))


def pooled(tallies: Iterable[Tally]) -> Tally:
    """Return the *tallies* of a group added up."""
    return Tally(*(sum(counts) for counts in zip(Tally(0, 0, 0, 0), *tallies, strict=True)))


def sensitivity(counts: Tally) -> Sensitivity:
    """Return d' and criterion c of the pooled *counts* of a group.

    Log-linear correction: add 0.5 to hits and false alarms and 1 to the numbers of claims, always, so that
    rates of 0 and 1 stay finite (Hautus 1995; Stanislaw and Todorov 1999). One reader's d' from 16 answers
    is mostly noise: show one reader the two shares instead. Pooled counts understate d' a little where
    readers lean differently. Raises ValueError where no weak or no sound claim was weighed.
    """
    if not (counts.weak and counts.sound):
        raise ValueError(f"{counts} holds no weak or no sound claims; both are needed to tell them apart")
    z = NormalDist().inv_cdf
    hit = z((counts.hits + 0.5) / (counts.weak + 1))
    alarm = z((counts.false_alarms + 0.5) / (counts.sound + 1))
    return Sensitivity(hit - alarm, -(hit + alarm) / 2)


def overconfidence(rows: Iterable[FirstAnswer]) -> float | None:
    """Return mean confidence minus the share that was right, from -0.5 to 1; above 0 is surer than right.

    None where no answer came with a confidence.
    """
    said = _sure(rows)
    return fmean(sure - right for sure, right in said) if said else None


def calibration_table(rows: Iterable[FirstAnswer]) -> list[Level]:
    """Return one level for each ten per cent of confidence that was used; others count with the nearest."""
    levels: dict[int, list[bool]] = {}
    for sure, right in _sure(rows):
        levels.setdefault((round(sure * 100) + 5) // 10 * 10, []).append(right)
    return [Level(level, len(rights), sum(rights)) for level, rights in sorted(levels.items())]


def misconceptions(rows: Iterable[FirstAnswer]) -> list[Shown]:
    """Return the misconceptions that wrong answers showed, the most frequent first."""
    found: dict[str, list[int | None]] = {}
    for row in rows:
        if row.misconception and row.score < 1:
            found.setdefault(row.misconception, []).append(row.confidence)
    shown = [Shown(name, len(said), _mean(said)) for name, said in found.items()]
    return sorted(shown, key=lambda each: (-each.times, int(each.misconception[1:])))


def _sure(rows: Iterable[FirstAnswer]) -> list[tuple[float, bool]]:
    """Return confidence from 0.5 to 1, and whether the answer was right, where a confidence was given."""
    return [(row.confidence / 100, row.right) for row in rows if row.confidence is not None]


def _mean(said: Sequence[int | None]) -> float | None:
    known = [sure for sure in said if sure is not None]
    return fmean(known) if known else None
