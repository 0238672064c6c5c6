"""The measures agree with worked examples, and with formulas written another way."""

import math
from itertools import product

import pytest
from hypothesis import given as whenever
from hypothesis import strategies as st

from whosays.answers import measures
from whosays.answers.first_answers import FirstAnswer
from whosays.answers.measures import Tally

SIXTEEN = st.lists(st.tuples(st.sampled_from(("stop", "keep", "neither")), st.booleans(), st.booleans(),
                             st.none() | st.integers(50, 100)), max_size=16)  # fmt: skip


def row(
    sound="stop", stopped=..., right=True, confidence=None, misconception=None, question="x"
) -> FirstAnswer:
    """Return an answer; a verdict that is *right* stops what is weak and keeps what is sound, if nothing else is said."""
    if stopped is ...:
        stopped = right == (sound == "stop")
    return FirstAnswer(question, "01", sound, misconception, float(right), confidence, stopped)


def rows(drawn) -> list[FirstAnswer]:
    return [row(sound, stopped, right, confidence) for sound, stopped, right, confidence in drawn]


def normal_quantile(share: float) -> float:
    """Return the quantile by halving an interval on erfc, which the package does not use."""
    low, high = -10.0, 10.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if math.erfc(-middle / math.sqrt(2)) / 2 < share else (low, middle)
    return low


@pytest.mark.parametrize(
    ("counts", "d_prime", "criterion"),
    [
        (Tally(8, 8, 8, 8), 0.00, -1.59),  # stops everything
        (Tally(0, 8, 0, 8), 0.00, 1.59),  # keeps everything
        (Tally(7, 8, 2, 8), 1.56, -0.19),
        (Tally(8, 8, 0, 8), 3.19, 0.00),
        (Tally(4, 8, 4, 8), 0.00, 0.00),
    ],
)
def test_sensitivity_of_worked_examples(counts, d_prime, criterion):
    found = measures.sensitivity(counts)
    assert (round(found.d_prime, 2) + 0, round(found.criterion, 2) + 0) == (d_prime, criterion)


@pytest.mark.parametrize(("weak", "sound"), [*product((1, 8, 40), repeat=2)])
def test_sensitivity_agrees_with_an_independent_implementation(weak, sound):
    for hits, alarms in product(range(0, weak + 1, 4), range(0, sound + 1, 4)):
        found = measures.sensitivity(Tally(hits, weak, alarms, sound))
        h, f = normal_quantile((hits + 0.5) / (weak + 1)), normal_quantile((alarms + 0.5) / (sound + 1))
        assert found.d_prime == pytest.approx(h - f, abs=1e-9)
        assert found.criterion == pytest.approx(-0.5 * (h + f), abs=1e-9)


def test_doubting_more_is_no_gain():
    """A reader who moves from half and half to stopping all gains nothing, and leans further."""
    before, after = (measures.sensitivity(Tally(n, 8, n, 8)) for n in (4, 8))
    assert after.d_prime == pytest.approx(before.d_prime)
    assert after.criterion < before.criterion


@pytest.mark.parametrize("counts", [Tally(0, 0, 1, 8), Tally(1, 8, 0, 0)])
def test_one_kind_of_claim_alone_has_no_sensitivity(counts):
    with pytest.raises(ValueError, match="both are needed"):
        measures.sensitivity(counts)


def test_a_tally_counts_weak_and_sound_claims_apart_and_leaves_out_the_rest():
    said = [row("stop", True), row("stop", False), row("keep", True), row("keep", False), row("keep", False)]
    assert measures.tally([*said, row("neither", None), row("stop", None)]) == Tally(1, 2, 1, 3)


def test_the_tallies_of_a_group_are_added_up():
    assert measures.pooled([Tally(1, 8, 2, 8), Tally(3, 8, 0, 8)]) == Tally(4, 16, 2, 16)
    assert measures.pooled([]) == Tally(0, 0, 0, 0)


def test_overconfidence_of_worked_examples():
    assert measures.overconfidence([row(confidence=100, right=False)]) == 1
    assert measures.overconfidence([row(confidence=50)]) == -0.5
    said = [row(confidence=90), row(confidence=80, right=False), row(confidence=70)]
    assert measures.overconfidence(said) == pytest.approx(0.80 - 2 / 3)


@whenever(SIXTEEN)
def test_overconfidence_agrees_with_the_levels_it_is_made_of(drawn):
    tens = [(s, stopped, right, c and c // 10 * 10) for s, stopped, right, c in drawn]
    said = [r for r in rows(tens) if r.confidence is not None]
    levels = measures.calibration_table(said)
    if not said:
        assert (measures.overconfidence(said), levels) == (None, [])
        return
    n = sum(level.answers for level in levels)
    mean = sum(level.answers * level.confidence / 100 for level in levels) / n
    assert measures.overconfidence(said) == pytest.approx(mean - sum(level.right for level in levels) / n)


@pytest.mark.parametrize(
    ("sound", "stopped", "score", "right"),
    [
        ("stop", True, 1.0, True),
        ("stop", True, 0.0, True),  # “says less” where we say “not supported”: the claim was stopped
        ("stop", False, 0.0, False),
        ("keep", False, 1.0, True),
        ("keep", True, 0.0, False),
        ("neither", None, 1.0, True),
        ("stop", None, 0.5, False),  # no verdict on a claim: the score alone
    ],
)
def test_a_verdict_is_right_when_it_stops_what_is_weak_and_keeps_what_is_sound(sound, stopped, score, right):
    said = FirstAnswer("x", "01", sound, None, score, 90, stopped)
    assert said.right is right
    assert measures.calibration_table([said]) == [(90, 1, int(right))]


def test_answers_without_a_confidence_count_in_no_measure_of_confidence():
    said = [row(confidence=90), row(right=False)]
    assert measures.overconfidence(said) == pytest.approx(-0.1)
    assert measures.calibration_table(said) == [(90, 1, 1)]


def test_other_confidences_count_with_the_nearest_ten():
    said = [row(confidence=c, right=c > 84) for c in (84, 85, 94, 95)]
    assert measures.calibration_table(said) == [(80, 1, 0), (90, 2, 2), (100, 1, 1)]


def test_the_profile_counts_wrong_answers_by_misconception():
    said = [
        row(right=False, misconception="M10", confidence=60),
        row(right=False, misconception="M2"),
        row(right=False, misconception="M10", confidence=90),
        row(right=True, misconception="M6"),
        row(right=False),
    ]
    assert measures.misconceptions(said) == [("M10", 2, 75), ("M2", 1, None)]
