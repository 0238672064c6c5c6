import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.text.numbers import Numeral, read

ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]
ONES += ["twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell(n, joint="-", link=" and "):
    """Write n (below a thousand million) in words."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + (joint + ONES[n % 10] if n % 10 else "")
    scale, word = (
        (100, "hundred") if n < 1_000 else (1_000, "thousand") if n < 1_000_000 else (1_000_000, "million")
    )
    rest = link + spell(n % scale, joint, link) if n % scale else ""
    return f"{spell(n // scale, joint, link)} {word}{rest}"


def numbers(phrase):
    return [numeral.value for numeral in read(phrase)[1]]


@given(
    st.integers(0, 999_999) | st.integers(1, 999).map(lambda n: n * 1_000_000),
    st.sampled_from(["-", " "]),
    st.sampled_from([" and ", " "]),
)
def test_a_number_is_read_back_from_its_words(n, joint, link):
    assert numbers(spell(n, joint, link)) == [n]
    assert numbers(f"of {spell(n, joint, link).upper()} people") == [n]


@given(st.integers(0, 10**15), st.sampled_from([",", ".", " ", "\u00a0", "\u202f", "\u2009", "\u2007", ""]))
def test_thousands_separators_make_no_difference(n, separator):
    assert numbers(f"{n:,}".replace(",", separator)) == [n]


@given(
    st.integers(1, 99),
    st.sampled_from([("dozen", 12), ("hundred", 100), ("thousand", 1_000), ("million", 10**6)]),
)
def test_digits_and_words_may_count_in_a_scale_word(n, scale):
    word, worth = scale
    assert read(f"{n} {word}")[1] == read(f"{spell(n)} {word}")[1] == [Numeral(n * worth, worth)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a hundred", 100),
        ("hundred", 100),
        ("a thousand and one", 1_001),
        ("twelve hundred", 1_200),
        ("dozen", 12),
        ("zero million", 0),
        ("0 dozen", 0),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("a half-dozen", 6),
        ("half a million", 500_000),
        ("1.2 million", 1_200_000),
        ("0.5 million", 500_000),
        ("136.77 thousand", 136_770),
        ("five hundred thousand", 500_000),
        ("two hundred and fifty thousand three hundred", 250_300),
        ("nought but twenty", 20),
    ],
)
def test_news_spellings_of_a_number_are_read(words, value):
    assert numbers(words) == [value]


def test_the_shape_keeps_every_word_but_the_numbers():
    shape, found = read("At least Fifty-Nine people, and 35 more")
    assert shape == "At least ########## people, and ## more"
    assert found == [Numeral(59), Numeral(35)]


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("between one hundred and two hundred", [100, 200]),
        ("between one hundred and one hundred and fifty", [100, 150]),
        ("one thousand and two thousand", [1_000, 2_000]),
        ("one hundred and two", [102]),
        ("five and six", [5, 6]),
        ("nineteen ninety", [19, 90]),
        ("someone in a bonehead hat", []),
        ("the tenth of his twenties", []),
    ],
)
def test_numbers_that_stand_side_by_side_stay_apart(phrase, found):
    assert numbers(phrase) == found


@pytest.mark.parametrize(
    ("word", "least", "source"),
    [
        ("tens", 10, "ACLED"),
        ("dozens", 12, "ACLED"),
        ("hundreds", 100, "ACLED"),
        ("tens of thousands", 10_000, "ACLED"),
        ("hundreds of thousands", 100_000, "ACLED"),
    ],
)
def test_a_vague_word_has_its_least_value_and_names_its_rule(word, least, source):
    (numeral,) = read(f"{word} of people")[1]
    assert numeral.value == least
    assert source in numeral.rule


@pytest.mark.parametrize(
    "phrase",
    [
        *(
            "3.5",
            "0.770",
            "2.5 people",
            "5.0",
            "007",
            "2000.000",
            "1.0005 thousand",
            "1,23",
            "12,34,567",
            "1,36,000",
            "1,000 000",
        ),
        *(
            "1.234 million",
            "20,000 thousand",
            "2k",
            "59²",
            "½",
            "٥٩",
            "5½",
            "2 lakh",
            "3 billion",
        ),
        *(
            "two hundred dozen",
            "5 hundred dozen",
            "five-year-old",
            "136,770x",
            "136 770x",
            "12-strong",
            "1/3",
            "$5",
            "5€",
        ),
    ],
)
def test_a_number_that_is_no_plain_count_is_refused(phrase):
    with pytest.raises(ValueError, match=r"it holds|fraction|not written|slip"):
        read(phrase)


@pytest.mark.parametrize(
    ("phrase", "what"),
    [
        ("5%", "share"),
        ("5 %", "share"),
        ("five per cent", "share"),
        ("37-51 percent", "share"),
        ("a 15-year-old", "an age"),
        ("aged 15", "an age"),
        ("at the age of five", "an age"),
        ("children under five", "an age"),
        ("-5", "below zero"),
        ("\u22125", "below zero"),
        ("- 5", "below zero"),
        ("minus five", "below zero"),
        ("37 -51", "below zero"),
        ("toll\u201459", "joined"),
    ],
)
def test_a_number_of_something_else_is_named_for_what_it_is(phrase, what):
    with pytest.raises(ValueError, match=what):
        read(phrase)


@pytest.mark.parametrize(
    "phrase", ["60 may have died", "by 2,000 homes", "the toll \u2014 59 \u2014 rose", "(59)", "“59”."]
)
def test_ordinary_company_does_not_stop_a_count(phrase):
    assert len(numbers(phrase)) == 1


@pytest.mark.parametrize(
    "phrase",
    [
        *(
            "17 September",
            "Sept. 17",
            "14-15 May 2021",
            "16.09.2022",
            "since 2022",
            "the 1988 quake",
            "2014-2022",
        ),
        *(
            "a 1,000-km border",
            "six months",
            "by 10 p.m.",
            "at 14:30",
            "at 1430 local time",
            "two to three weeks",
        ),
        *(
            "No. 5",
            "#5",
            "day three",
            "School No 12",
            "T-72",
            "AK47",
            "COVID-19",
            "the 201st base",
            "in the 1980s",
        ),
        *("the two sides", "one of the worst attacks", "a three-storey building", "#breaking2022"),
    ],
)
def test_a_number_that_counts_nobody_is_blanked_out(phrase):
    shape, found = read(f"{phrase}: 12 dead")
    assert found == [Numeral(12)]
    assert len(shape) == len(f"{phrase}: 12 dead")
    assert read(phrase)[1] == []


@pytest.mark.parametrize("phrase", ["scores of villagers", "thousands", "millions of people"])
def test_a_vague_word_without_a_rulebook_is_refused(phrase):
    with pytest.raises(ValueError, match="no rulebook"):
        read(phrase)
