"""Every figure of a running text is found with its bounds, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.text.running_text import figures_in

TEXT = (
    "On 17 September at least thirty-five people died, and more than 100 were hurt in one village. On the 18th "
    "between 59 and 94 (5%) of the 136,000 fled. M23 said on 19 September 2022 that two dozen men walked 1.5 km."
)


def test_figures_are_read_with_their_bounds_in_digits_and_in_words():
    found = [(figure.span.of(TEXT), figure.low, figure.high, figure.values) for figure in figures_in(TEXT)]
    assert found == [
        ("at least thirty-five", 35, None, (35,)),
        ("more than 100", 101, None, (100,)),
        ("between 59 and 94", 59, 94, (59, 94)),
        ("136,000", 136_000, 136_000, (136_000,)),
        ("two dozen", 24, 24, (24,)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "no one",
        "one of them",
        "in 2022",
        "at 14:30",
        "5 percent",
        "$500",
        "1.5 km",
        "the third day",
        "T-72",
        "No. 5",
    ],
)
def test_what_counts_nobody_is_no_figure(text):
    assert figures_in(text) == []


def test_one_person_and_a_rough_number_are_figures():
    assert [figure.values for figure in figures_in("One woman, and some 20 men.")] == [(1,), (20,)]
    assert figures_in("some 20 men")[0].approx


def test_figures_that_do_not_fit_are_left_out_and_the_others_stay():
    assert [figure.values for figure in figures_in("51 to 37; 12; 1,23; 59 dead")] == [(12,), (59,)]


@given(st.text())
def test_any_text_has_figures_whose_spans_slice_it(text):
    for figure in figures_in(text):
        assert figure.span.of(text)
