import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.text.toll import Toll


@st.composite
def tolls(draw, known=False):
    low = draw(st.none() | st.integers(0, 10**7))
    high = draw(st.none() | st.integers(low or 0, (low or 0) + 10**6))
    if known and low is None and high is None:
        low = draw(st.integers(0, 10**7))
    return Toll(low, high, draw(st.booleans()))


def holds(toll, n):
    return (toll.low is None or toll.low <= n) and (toll.high is None or n <= toll.high)


def around(n, below, above):
    """Make the toll of a report that is right about n: bounds as far off as given, or not known."""
    return Toll(None if below is None else max(0, n - below), None if above is None else n + above)


GAPS = st.none() | st.integers(0, 5)

READINGS = [
    ("59", Toll(59, 59)),
    ("exactly 59", Toll(59, 59)),
    ("fifty-nine", Toll(59, 59)),
    ("0", Toll(0, 0)),
    # Bounds
    ("at least 94", Toll(94, None)),
    ("AT LEAST NINETY-FOUR", Toll(94, None)),
    ("94 at least", Toll(94, None)),
    ("94 people, at least", Toll(94, None)),
    ("40 or more", Toll(40, None)),
    ("40 people or more", Toll(40, None)),
    ("100+", Toll(100, None)),
    ("59 and counting", Toll(59, None)),
    ("no fewer than 5", Toll(5, None)),
    ("not less than 5", Toll(5, None)),
    ("no less than 30", Toll(30, None)),
    ("a minimum of 5", Toll(5, None)),
    ("as few as 3", Toll(3, None)),
    ("at least a further 13", Toll(13, None)),
    ("more than 100", Toll(101, None)),
    ("more than one hundred", Toll(101, None)),
    ("more than a total of 100", Toll(101, None)),
    ("slightly more than 100", Toll(101, None)),
    ("well over 100", Toll(101, None)),
    ("over 60", Toll(61, None)),
    (">100", Toll(101, None)),
    ("\u2265 100", Toll(100, None)),
    ("almost 50", Toll(None, 49)),
    ("nearly 100", Toll(None, 99)),
    ("nearly 20,000", Toll(None, 19_999)),
    ("fewer than 50", Toll(None, 49)),
    ("less than 50", Toll(None, 49)),
    ("just under 50", Toll(None, 49)),
    ("up to 51", Toll(None, 51)),
    ("up to and including 51", Toll(None, 51)),
    ("as many as 51", Toll(None, 51)),
    ("no more than 51", Toll(None, 51)),
    ("not more than 51", Toll(None, 51)),
    ("at most 51", Toll(None, 51)),
    ("51 or fewer", Toll(None, 51)),
    # Ranges
    *((f"37{dash}51", Toll(37, 51)) for dash in ("-", "\u2010", "\u2011", "\u2013", "\u2014", "\u2212")),
    *((f"37 {dash} 51", Toll(37, 51)) for dash in ("-", "\u2013", "\u2014", "\u2212")),
    ("37 to 51", Toll(37, 51)),
    ("from 37 to 51", Toll(37, 51)),
    ("between 37 and 51", Toll(37, 51)),
    ("between one hundred and two hundred people", Toll(100, 200)),
    ("900-1,100", Toll(900, 1_100)),
    ("thirty to forty", Toll(30, 40)),
    # Approximate figures stay marked
    *(
        (f"{word} 100", Toll(100, 100, True))
        for word in ("some", "about", "around", "roughly", "approximately")
    ),
    ("an estimated 100", Toll(100, 100, True)),
    ("close to 100", Toll(100, 100, True)),
    ("more or less 100", Toll(100, 100, True)),
    ("100 or so", Toll(100, 100, True)),
    ("sixty-odd", Toll(60, 60, True)),
    ("at least about 100", Toll(100, None, True)),
    ("between about 37 and 51", Toll(37, 51, True)),
    ("about 37 to 51", Toll(37, 51, True)),
    # Increments are counts of their own
    *((f"{words} 13", Toll(13, 13)) for words in ("a further", "an additional", "another")),
    ("13 more", Toll(13, 13)),
    # Scale words
    ("two dozen", Toll(24, 24)),
    ("at least two dozen", Toll(24, None)),
    ("half a dozen", Toll(6, 6)),
    ("136 thousand", Toll(136_000, 136_000)),
    ("more than 136 thousand", Toll(136_001, None)),
    ("1.2 million", Toll(1_200_000, 1_200_000)),
    ("at least 1.2 million", Toll(1_200_000, None)),
    # Other words around the one quantity
    ("at least 94 people have been killed", Toll(94, None)),
    ("On Sunday, Kyrgyzstan said that an additional 13 people have died", Toll(13, 13)),
    ("taking the total death toll to 59", Toll(59, 59)),
    ("Tajikistan reported that 35 of its citizens have been killed", Toll(35, 35)),
    ("more than 100 people have been injured", Toll(101, None)),
    ("136,000 people have been evacuated", Toll(136_000, 136_000)),
    ("the toll rose to 59", Toll(59, 59)),
    # A word that could be a bound is none where it stands for something else
    ("over the weekend 5", Toll(5, 5)),
    ("close to the border 5 died", Toll(5, 5)),
    ("around-the-clock shelling killed 5", Toll(5, 5)),
    ("clashes between the forces killed 20", Toll(20, 20)),
    ("moreover 5 died", Toll(5, 5)),
]


@pytest.mark.parametrize(("phrase", "toll"), READINGS)
def test_a_phrase_says_these_bounds_and_no_more(phrase, toll):
    assert Toll.parse(phrase) == toll


@pytest.mark.parametrize(
    ("phrase", "low", "rule"),
    [
        ("dozens", 12, "ACLED"),
        ("tens of people", 10, "ACLED"),
        ("hundreds were hurt", 100, "ACLED"),
        ("hundreds of thousands of people", 100_000, "ACLED"),
        ("tens of thousands displaced", 10_000, "ACLED"),
    ],
)
def test_a_vague_word_is_a_floor_under_a_named_rule(phrase, low, rule):
    toll = Toll.parse(phrase)
    assert toll == Toll(low, None)
    assert rule in toll.rule
    assert rule in repr(toll)


# One reason a line.
UNREADABLE = {
    "no number": "several people | many | a few | no casualties | half of the dead | a score | not known",
    "vague": "several dozen | a couple of dozen | two thirds | twice as many as 20 | all but 20",
    "denial": "not 20 | no one was killed | not confirm that 20 died | didn't count 20 | denied that 20 died",
    "several numbers": "59 and 35 | 59 (fifty-nine) | 1-2-3 | 20 or 30 | between 5 and 9 and 11",
    "a pronoun is a number too": "one of the 35",
    "a part": "some of the 35 | most of the 35 | nearly all of the 35 | a third of 90 | between 59",
    "a difference": "5 fewer | 13 more than on Friday",
    "bound apart": "at least, they say, 20 | 20 not confirmed, at least | total up to 59 | not over 100",
    "two bounds": "at least 20 or fewer | at least 20 to 30",
    "vague bound": "at least dozens | dozens or more | some hundreds | dozens to hundreds | 20 to hundreds",
    "vague without a rulebook": "scores of villagers | thousands | millions of people",
    "vague twice": "hundreds, possibly thousands | hundreds and hundreds",
    "possibility": "60 may have died | 30 perhaps dead | the number may reach 51 | could rise to 51 | might exceed 51 | may be as high as 51",
    "change": "the toll rose from 46 to 59 | rose\nfrom 46 to 59 | up from 46 | revised from 46",
    "runs down": "51-37 | from 51 to 37",
    "one scale or two": "30-40,000 | 30 to 40,000 | two to three thousand | between two and three hundred | "
    "100-200 thousand | five to ten dozen",
    "no count": "-5 | 5% | a 15-year-old | aged 15 | a 1,000-km border | 17 September | killed in 2022",
    "no whole number": "3.5 | 0.770 | 1/2 | 2k | 59² | #5 | fewer than 0 | below zero | over 20,000 thousand",
    "nothing": " |   ",
}
REFUSED = [phrase for phrases in UNREADABLE.values() for phrase in re.split(r" \| ?", phrases)]


@pytest.mark.parametrize("phrase", REFUSED)
def test_what_would_be_a_guess_is_refused_by_name_with_a_remedy(phrase):
    with pytest.raises(ValueError, match=r"as one count: .*Give the words of one figure") as refusal:
        Toll.parse(phrase)
    assert repr(phrase) in str(refusal.value)


@pytest.mark.parametrize("value", [None, 94, 94.0, b"94", ["94"]])
def test_only_text_is_read(value):
    with pytest.raises(ValueError, match="from text, not from"):
        Toll.parse(value)


def test_a_whole_article_is_answered_at_once():
    with pytest.raises(ValueError, match="more than one number"):
        Toll.parse("a " * 50_000 + "5 and 6")
    assert Toll.parse("a " * 50_000 + "5") == Toll(5, 5)


def test_between_says_that_a_range_starts_where_it_says():
    assert Toll.parse("between 30 and 40,000") == Toll(30, 40_000)


VOCABULARY = re.split(
    r" \| ",
    "at least | at most | more than | over | up to | between | and | from | to | about | some | nearly | "
    "no | a | of the | another | further | or | so | odd | fewer than | as many as | half | dozen | dozens | "
    "hundred | hundreds of | thousand | thousands | million | one | five | twenty | people | rose | "
    "km | 0 | 3 | 94 | 1,000 | 1.5 | 136 | 000 | - | – | % | + | , | . | # | … | >",
)
PHRASES = st.lists(st.sampled_from(VOCABULARY), max_size=8)


@given(st.text() | PHRASES.map(" ".join) | PHRASES.map("".join))
def test_any_text_is_a_toll_or_a_value_error(text):
    try:
        toll = Toll.parse(text)
    except ValueError:
        return
    assert toll.low is not None or toll.high is not None
    assert Toll.parse(str(toll)) == toll


@pytest.mark.parametrize(
    ("toll", "words"),
    [
        (Toll(94, None), "at least 94"),
        (Toll(None, 49), "at most 49"),
        (Toll(59, 59), "59"),
        (Toll(37, 51), "between 37 and 51"),
        (Toll(100, 100, approx=True), "about 100"),
        (Toll(37, 51, approx=True), "between about 37 and about 51"),
        (Toll(136_000, None), "at least 136,000"),
        (Toll(None, None), "not known"),
        (Toll(None, None, approx=True), "not known"),
        (Toll(0, 0), "0"),
    ],
)
def test_a_toll_reads_in_plain_words(toll, words):
    assert str(toll) == words


@given(tolls(known=True))
def test_a_toll_is_read_back_from_its_own_words(toll):
    assert Toll.parse(str(toll)) == toll


@given(tolls(), st.text())
def test_repr_is_python_that_makes_the_toll_again(toll, rule):
    ruled = Toll(toll.low, toll.high, toll.approx, rule=rule)
    again = eval(repr(ruled))
    assert (again, again.rule) == (ruled, rule)


def test_repr_is_short():
    assert repr(Toll(94, None)) == "Toll(94, None)"
    assert repr(Toll(100, 100, approx=True)) == "Toll(100, 100, approx=True)"


@pytest.mark.parametrize(
    "bounds",
    [(-1, None), (None, -1), (2, 1), (True, None), (0, True), (1.0, None), (None, "5"), (float("nan"), None)],
)
def test_impossible_bounds_are_refused(bounds):
    with pytest.raises(ValueError, match="bound"):
        Toll(*bounds)


def test_a_toll_cannot_be_changed_and_can_be_a_key():
    toll = Toll(94, None)
    with pytest.raises(AttributeError):
        toll.low = 0
    assert {toll: "BBC"}[Toll(94, None, rule="any")] == "BBC"


@pytest.mark.parametrize(
    ("toll", "exact"),
    [
        (Toll(59, 59), True),
        (Toll(0, 0), True),
        (Toll(59, 59, approx=True), False),
        (Toll(59, None), False),
        (Toll(37, 51), False),
        (Toll(None, None), False),
    ],
)
def test_only_a_single_number_given_as_exact_is_exact(toll, exact):
    assert toll.exact is exact


def test_adding_keeps_bounds_and_marks():
    assert Toll(59, 59) + Toll(35, 35) == Toll(94, 94)
    assert Toll(59, 59) + Toll(35, None) == Toll(94, None)
    assert Toll(None, 49) + Toll(35, 35) == Toll(None, 84)
    assert Toll(100, 100, approx=True) + Toll(35, 35) == Toll(135, 135, approx=True)


def test_a_sum_names_the_rules_of_its_parts_once():
    dozens, tens = Toll.parse("dozens"), Toll.parse("tens")
    assert (dozens + dozens).rule == dozens.rule
    assert (dozens + tens).rule == f"{dozens.rule}; {tens.rule}"


def test_a_list_of_tolls_can_be_summed():
    assert sum([Toll(1, 2), Toll(3, 4), Toll(5, None)]) == Toll(9, None)
    assert sum([Toll(1, 2)]) == Toll(1, 2)


@pytest.mark.parametrize("other", [1, 0.0, False, "35", None])
def test_only_tolls_are_added_to_a_toll(other):
    assert Toll(1, 1).__add__(other) is NotImplemented
    with pytest.raises(TypeError):
        Toll(1, 1) + other
    with pytest.raises(TypeError):
        other + Toll(1, 1)


@given(tolls(), tolls(), tolls())
def test_the_order_of_adding_does_not_matter(a, b, c):
    assert a + b == b + a
    assert (a + b) + c == a + (b + c)


@given(st.lists(st.tuples(st.integers(0, 50), GAPS, GAPS), min_size=1))
def test_a_sum_of_right_reports_holds_the_true_sum(reports):
    assert holds(sum(around(*report) for report in reports), sum(n for n, _, _ in reports))


def test_two_lists_with_an_unknown_overlap_hold_from_the_longer_to_both():
    assert Toll(59, 59).union_with(Toll(35, 35)) == Toll(59, 94)
    assert Toll(None, 59).union_with(Toll(35, None)) == Toll(35, None)
    assert Toll(None, 59).union_with(Toll(None, 35)) == Toll(None, 94)
    assert Toll(None, None).union_with(Toll(None, None)) == Toll(None, None)


def test_a_known_overlap_is_taken_off_once():
    assert Toll(59, 59).union_with(Toll(35, 35), overlap=12) == Toll(82, 82)
    assert Toll(59, 59).union_with(Toll(35, 35), overlap=35) == Toll(59, 59)
    assert Toll(5, None).union_with(Toll(None, None), overlap=3) == Toll(None, None)


def test_a_list_holds_at_least_the_people_it_shares():
    assert Toll(2, 20).union_with(Toll(3, 30), overlap=10) == Toll(10, 40)
    assert Toll(2, None).union_with(Toll(30, None), overlap=10) == Toll(30, None)


@pytest.mark.parametrize("k", [-1, True, 1.0, "5"])
def test_an_overlap_that_is_no_count_is_refused(k):
    with pytest.raises(ValueError, match="an overlap is a whole number"):
        Toll(59, 59).union_with(Toll(35, 35), overlap=k)


def test_an_overlap_larger_than_a_list_is_refused_with_its_reason():
    for a, b in [
        (Toll(59, 59), Toll(35, 35)),
        (Toll(None, None), Toll(0, 35)),
        (Toll(0, 35), Toll(59, None)),
    ]:
        with pytest.raises(ValueError, match="cannot share 36 people: one of them holds at most 35"):
            a.union_with(b, overlap=36)
    assert Toll(59, None).union_with(Toll(35, None), overlap=36) == Toll(59, None)


@given(tolls(), tolls(), st.none() | st.integers(0, 10))
def test_a_union_does_not_depend_on_which_list_comes_first(a, b, k):
    highs = [toll.high for toll in (a, b) if toll.high is not None]
    k = None if k is None else min([k, *highs])
    assert a.union_with(b, k) == b.union_with(a, k)


@given(tolls(), tolls())
def test_lists_that_share_no_one_are_a_sum(a, b):
    assert a.union_with(b, overlap=0) == a + b


@given(st.sets(st.integers(0, 30)), st.sets(st.integers(0, 30)), GAPS, GAPS, GAPS, GAPS)
def test_the_true_number_of_distinct_people_lies_within_the_bounds(a, b, a_below, a_above, b_below, b_above):
    first, second = around(len(a), a_below, a_above), around(len(b), b_below, b_above)
    assert holds(first.union_with(second), len(a | b))
    assert holds(first.union_with(second, overlap=len(a & b)), len(a | b))


@given(st.integers(0, 6), st.integers(0, 6), st.integers(0, 4), st.integers(0, 4), st.integers(0, 6))
def test_the_bounds_of_a_union_are_as_tight_as_they_can_be(a_low, b_low, a_more, b_more, k):
    a, b = Toll(a_low, a_low + a_more), Toll(b_low, b_low + b_more)
    k = min(k, a.high, b.high)
    sizes = [
        m + n - k for m in range(a.low, a.high + 1) for n in range(b.low, b.high + 1) if k <= m and k <= n
    ]
    assert a.union_with(b, overlap=k) == Toll(min(sizes), max(sizes))
    sizes = [
        m + n - shared
        for m in range(a.low, a.high + 1)
        for n in range(b.low, b.high + 1)
        for shared in range(min(m, n) + 1)
    ]
    assert a.union_with(b) == Toll(min(sizes), max(sizes))
