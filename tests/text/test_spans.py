"""Words are matched exactly, and offsets always slice the source."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.text import spans


def test_words_are_found_where_they_stand():
    text = "The unconditional truce was conditional."
    assert spans.find(text, "conditional").of(text) == "conditional"
    assert spans.find(text, "conditional").start == text.rindex("conditional")


def test_the_second_occurrence_is_found_and_a_third_is_missed():
    text = "one call, then one call"
    assert spans.find(text, "one call", 2).start == 15
    with pytest.raises(ValueError, match="2 times, not 3"):
        spans.find(text, "one call", 3)


def test_words_with_quotation_marks_keep_them():
    text = 'through "peaceful means." The call'
    assert spans.find(text, '"peaceful means."').of(text) == '"peaceful means."'


@pytest.mark.parametrize(("words", "occurrence"), [("absent", 1), ("", 1), ("  ", 1), ("call", 0)])
def test_what_cannot_be_found_is_named(words, occurrence):
    with pytest.raises(ValueError, match=r"absent|no words|counted from 1"):
        spans.find("one call", words, occurrence)


def test_a_word_keeps_its_hyphens_apostrophes_and_digits():
    text = "The Kyrgyz-Tajik border: 1,000-km, 136,000 people. Russia’s role—unclear; cafe\u0301s."
    found = [span.of(text) for span in spans.words(text)]
    assert found == [
        *("The", "Kyrgyz-Tajik", "border", "1,000-km", "136,000", "people", "Russia’s", "role", "unclear"),
        "cafe\u0301s",
    ]


@given(st.text())
def test_word_spans_slice_the_source_in_order(text):
    found = spans.words(text)
    assert all(span.of(text) for span in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.lists(st.sampled_from(["north", "south", "said", "94", "Kyrgyz-Tajik"]), min_size=1))
def test_any_run_of_words_is_found(words):
    text = " ".join(words)
    assert spans.find(text, words[-1], words.count(words[-1])).end == len(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Dr. Hall met Gen. Bek at 5 p.m. on Monday. They spoke.", 2),
        ("It was No. 5. He said no. Then J. F. Kerr came.", 3),
        ("The U.S. Army left. “Why?” St. Anne stayed… Nobody knew!", 4),
        ("On Sept. 14 it rained. 12 people died.\nA new line\n\n", 3),
        ("", 0),
    ],
)
def test_a_sentence_ends_at_its_stop_and_not_at_an_abbreviation(text, parts):
    assert len(spans.sentences(text)) == parts


@given(st.text(alphabet='Dr. AaNo5?!\n"”'))
def test_sentences_slice_the_text_and_leave_out_white_space_only(text):
    found = spans.sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())


@pytest.mark.parametrize("sign", "'\u2018\u2019`\u00b4\u02bc\u02bb\u02bf\u2032\uff07")
def test_every_sign_for_an_apostrophe_stands_inside_its_word(sign):
    assert len(spans.words(f"don{sign}t go")) == 2


SENTENCES = {
    "A stop and a capital end one. So do marks! Do they? Yes.": 4,
    "He said “no.” Then he left.": 2,
    "He said (twice.) Nobody heard.": 2,
    'They came at 5 p.m. on Monday. "Why?" asked she.': 2,
    "It cost 1.5 million. It was late.": 2,
    "A heading\nA line under it. And more": 3,
    "A heading\n\n\nA line": 2,
    "“First,” she said. “Second.”": 2,
    "Была стрельба. Потом тихо.": 2,
    "No stop": 1,
    " \n ": 0,
    "": 0,
}


@pytest.mark.parametrize(("text", "number"), SENTENCES.items(), ids=range(len(SENTENCES)))
def test_a_sentence_ends_at_a_stop_before_a_capital_or_with_its_line(text, number):
    found = [span.of(text) for span in spans.sentences(text)]
    assert len(found) == number
    assert " ".join(found) == " ".join(text.split())  # nothing is lost, and no white space is kept


def test_a_sentence_keeps_the_marks_that_close_with_it():
    text = "He said “no.” (They left.)   Then\tnothing.  "
    assert [span.of(text) for span in spans.sentences(text)] == [
        "He said “no.”",
        "(They left.)",
        "Then\tnothing.",
    ]


def test_words_are_counted_as_they_are_found_and_never_inside_another_word():
    text = "one call, one recall; a call. Call?"
    assert spans.count(text, "call") == 2
    assert spans.count(text, "all") == 0
    assert spans.count(text, "call.") == 1
    assert spans.count(text, ", one") == 1
    assert spans.count("aa aa aa", "aa aa") == 1
    assert spans.count("a.b", "a.b") == spans.count("a.b axb", "a.b") == 1


def test_a_span_may_be_empty_and_says_where_it_is():
    assert spans.Span(2, 2).of("abc") == ""
    assert spans.find("a call", "call") == spans.Span(start=2, end=6)


def test_a_word_of_thousands_of_letters_takes_no_time():
    begun = time.process_time()
    assert len(spans.sentences("a" * 20_000)) == 1
    assert time.process_time() - begun < 1
