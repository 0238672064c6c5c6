"""Quotations are checked word by word, and offsets always slice the texts they are offsets into."""

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
