"""Quotations are checked word by word, and offsets always slice the texts they are offsets into."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.wording import VERDICTS, align, check_quote, find_statement, shared_runs

SAID = "The council may, if both villages agree, send honest observers to the northern harbour without delay."

# quoted, statement, verdict
QUOTES = [
    ("send honest observers", SAID, "verbatim"),
    ("“send honest observers,”", SAID, "verbatim"),
    ("the northern harbour without delay.", SAID, "verbatim"),
    ("caf\u00e9 owners", "All cafe\u0301 owners agreed to meet.", "verbatim"),
    ("co\u00adoperation was good", "The cooperation was good, he said.", "verbatim"),
    ("the northern harbor", SAID, "restyled"),
    ("Send honest observers", SAID, "restyled"),
    ("send … observers", SAID, "elided"),
    ("send ... to the northern harbour", SAID, "elided"),
    ("send honest [and trained] observers", SAID, "bracketed"),
    ("may send honest observers", SAID, "altered"),
    ("send dishonest observers", SAID, "altered"),
    ("send honest observers with no delay", SAID, "altered"),
    ("observers honest send to the northern harbour", SAID, "altered"),
    ("conditional surrender", "They offered an unconditional surrender of the fort.", "altered"),
    ("12 people were hurt", "The office said that 21 people were hurt there.", "altered"),
    ("направить наблюдателей", SAID, "translation"),
    ("the weather spoiled every picnic on Sunday", SAID, "fabricated"),
]


@pytest.mark.parametrize(("quoted", "statement", "verdict"), QUOTES)
def test_a_quotation_gets_its_verdict(quoted, statement, verdict):
    assert check_quote(quoted, statement).verdict == verdict


def test_a_hidden_gap_is_named():
    assert check_quote("send observers", SAID).changes == [("honest", "")]


@pytest.mark.parametrize(("quoted", "statement", "flag"), [
    ("a threat to the town", "There is not a threat to the town.", "negation"),
    ("we will … attack", "We will not attack anyone.", "negation"),
    ("twenty people were hurt", "Perhaps twenty people were hurt in the square.", "hedge_dropped"),
])  # fmt: skip
def test_meaning_is_flagged_even_where_the_words_are_exact(quoted, statement, flag):
    assert flag in check_quote(quoted, statement).flags


@pytest.mark.parametrize(("quoted", "statement"), [("", SAID), ("  ", SAID), ("word", " ")])
def test_nothing_to_compare_is_refused(quoted, statement):
    with pytest.raises(ValueError, match=r"\w"):
        check_quote(quoted, statement)


def test_the_fragment_of_the_article_is_altered(case):
    check = check_quote(case.words("c04"), case.statement)
    assert (check.verdict, check.changes) == ("altered", [("political", "")])
    assert check.span.of(case.statement) == "peaceful political and diplomatic means"


@pytest.mark.parametrize("sign", "'\u2018\u2019`\u00b4\u02bc\u02bb\u2032\uff07")
def test_an_apostrophe_of_any_kind_is_the_same_apostrophe(sign):
    assert check_quote(f"I don{sign}t know", "I don't know the mayor's name.").verdict == "verbatim"
    assert check_quote("I don't know", f"I don{sign}t know the mayor{sign}s name.").verdict == "verbatim"


@pytest.mark.parametrize(("quoted", "statement", "change"), [
    ("[The clerk] opened the door", "He opened the door at noon.", ("He", "The clerk")),
    ("It's probably not easy", "It is probably not easy to come in.", ("It is", "It's")),
    ("They want a war", "We do not want a war.", ("We do not", "They")),
    ("the clerk opened [the door]", "At noon the clerk opened it.", ("it", "the door")),
    ("don't want a war", "We do not want a war.", ("do not", "don't")),
])  # fmt: skip
def test_a_change_at_the_first_or_last_word_is_told_as_the_change_it_is(quoted, statement, change):
    assert change in check_quote(quoted, statement).changes


@pytest.mark.parametrize(("quoted", "statement"), [
    ("the no fly zone", "We ask for the no-fly zone over the lake."),
    ("Bus 5 is late", "Bus No. 5 is late."),
    ("He may not have been there", "“He may not have been there,” said an official on condition of anonymity."),
    ("conducted in light of events", "Talks would be conducted in light of events on the border."),
    ("the help provided by the town", "I thank you for the help provided by the town."),
    ("three villages", "We have had no contact with three villages."),
])  # fmt: skip
def test_words_that_only_look_like_a_denial_or_a_condition_raise_no_flag(quoted, statement):
    assert {"negation", "contextomy"}.isdisjoint(check_quote(quoted, statement).flags)


def test_a_second_translation_is_told_as_one():
    said = (
        "We thank the mayor for the support given by the town in restoring the talks on fishing in the lake."
    )
    quoted = "We are grateful to the mayor for the help given by the town in reopening the talks on fishing in the lake."
    assert "possible_translation_variant" in check_quote(quoted, said).flags


def milliseconds(quoted, statement):
    def once():
        start = time.process_time()
        check_quote(quoted, statement)
        return 1_000 * (time.process_time() - start)

    return min(once() for _ in range(3))


@pytest.mark.parametrize("frame", ["{}", "the {} opened", "[{}] the door", "{}[x] the door", "don't{}"])
def test_a_long_word_costs_time_in_proportion_to_its_length(frame):
    short, long = (
        milliseconds(frame.format("b" * n), f"the house {'c' * n} opened") for n in (4_750, 19_000)
    )
    assert long < max(50, 8 * short)


def test_a_quotation_is_checked_against_a_whole_article_in_fifty_milliseconds(case):
    article = " ".join(
        f"{word}{n // 40 if n % 7 else ''}" for n, word in enumerate((case.text * 2).split()[:1_000])
    )
    words = article.split()
    quoted = " ".join([*words[500:520], "zork", *words[521:530]])
    assert check_quote(quoted, article).verdict == "altered"
    assert milliseconds(quoted, article) < 50


def test_the_place_a_quotation_comes_from_is_found_in_a_long_text():
    noise = " ".join(f"Word{n % 977} ends." for n in range(2_000))
    text = f"{noise} {SAID} {noise}"
    check = check_quote("send trained observers to the northern harbour", text)
    assert (check.verdict, check.changes) == ("altered", [("honest", "trained")])
    assert check.span.of(text) == "send honest observers to the northern harbour"
    elided = check_quote("The council … observers … northern harbour", text)
    assert elided.verdict == "elided"


@pytest.mark.parametrize(("statement", "text"), [
    (
        "The clerk said in a statement that the claim was both untrue and offensive to the fund and its members.",
        "The harbour office said in a statement that the ferry was late.",
    ),
    ("The northern lake model has the following limits:", "In class we read about the northern lake model."),
    (
        "The United Nations High Commissioner for Refugees asked both sides to open the bridges at night.",
        "The United Nations High Commissioner for Refugees asked for calm.",
    ),
])  # fmt: skip
def test_a_frame_or_a_name_is_no_match(statement, text):
    assert find_statement(statement, text) == []


LEXICON = ["harbour", "council", "send", "north", "delay", "observers", "village", "agree"]
WORDS = st.lists(st.sampled_from(LEXICON), min_size=1)


@given(WORDS, WORDS)
def test_alignment_covers_both_texts_and_slices_them(one, two):
    a, b = " ".join(one), " ".join(two)
    steps = align(a, b)
    assert " ".join(s.a_span.of(a) for s in steps if s.kind != "added").split() == one
    assert " ".join(s.b_span.of(b) for s in steps if s.kind != "dropped").split() == two


@given(WORDS)
def test_a_text_aligned_with_itself_is_the_same(words):
    text = " ".join(words)
    assert {step.kind for step in align(text, text)} == {"same"}


@given(st.integers(0, 12), st.integers(1, 6))
def test_any_unbroken_part_is_verbatim(start, length):
    words = SAID.split()
    part = " ".join(words[start : start + length]).strip(",.")
    assert check_quote(part, SAID).verdict == "verbatim"


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_two_texts_get_a_verdict_or_a_clear_refusal(quoted, statement):
    try:
        check = check_quote(quoted, statement)
    except ValueError as error:
        refused = "blank" in str(error)
        assert refused
    else:
        assert check.verdict in VERDICTS


def test_shared_runs_are_the_longest_and_slice_both_texts():
    told = "He said the council may, if both villages agree, help. They send honest observers at dawn."
    runs = shared_runs(SAID, told, at_least=3)
    assert [run.words for run in runs] == ["The council may, if both villages agree", "send honest observers"]
    assert all(run.a_span.of(SAID) == run.words for run in runs)
    assert runs[1].b_span.of(told) == "send honest observers"
    with pytest.raises(ValueError, match="at_least"):
        shared_runs(SAID, told, at_least=0)


def test_a_statement_is_found_where_it_was_planted():
    noise = " ".join(f"word{n % 977}" for n in range(20_000))
    planted = SAID.replace("honest", "trained").replace("northern", "southern")
    text = f"{noise} {planted} {noise}"
    match = find_statement(SAID, text)[0]
    assert match.span.start == pytest.approx(len(noise) + 1, abs=1)
    assert match.similarity > 0.8
    assert find_statement(SAID, noise) == []
