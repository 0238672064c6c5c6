"""Nobody gets far in the bank without looking at a text: not by place, by length, or by telling words."""

import pytest

from tests.conftest import ROOT
from tests.questions.test_questions import question
from whosays.questions import Bank, guessing
from whosays.questions.guessing import Group
from whosays.questions.strategies import STRATEGIES, Item, got

FOLDERS = (ROOT / "data" / "questions", ROOT / "solutions" / "questions")
GROUPS = guessing.groups(sheet for folder in FOLDERS for sheet in Bank.open(folder).sheets())


def item(texts: list[str], right: str, doubts: str = "", one: bool = True) -> Item:
    """Return an item whose texts at the places in *right* and *doubts* are right, or doubt everything."""
    places = [str(n) for n in range(len(texts))]
    return Item(texts, [p in right for p in places], [p in doubts for p in places], one)


@pytest.mark.parametrize("name", GROUPS)
def test_no_strategy_gets_further_without_a_text_than_it_may(name):
    assert guessing.broken({name: GROUPS[name]}) == []


def test_every_question_with_options_is_measured_and_relations_are_not():
    types = [
        entry["type"]
        for folder in FOLDERS
        for sheet in Bank.open(folder).sheets()
        for entry in sheet.entries.values()
    ]
    measured = sum(len(group.items) for group in GROUPS.values())
    assert measured == sum(kind in ("choice", "choices", "overlap", "verdict") for kind in types)
    assert [group.of for group in GROUPS.values()] == [1, 1, 1, 16, 16, 16]


def test_luck_and_bounds_of_each_kind():
    four = Group([item(["a", "b", "c", "d"], "1")], 1)
    assert (four.luck, four.most) == (0.25, 0.37)
    assert Group([item(["a", "b", "c", "d"], "12")], 1).luck == 0.5
    claims = [item([claim], right, one=False) for claim, right in (("x", "0"), ("y", ""))]
    assert (Group(claims, 1).luck, Group(claims, 1).most) == (0.5, 0.62)
    form = Group(claims * 8, 16)
    assert (form.luck, form.most) == (8, 10)


@pytest.mark.parametrize(
    ("strategy", "right", "score"),
    [
        ("always the same place", "2", 1),
        ("the longest", "1", 1),
        ("the longest", "3", 0),
        ("the shortest", "0", 0.5),
        ("the shortest", "3", 0.5),
        ("longest, not first, no doubter", "2", 1),
        ("whether “said” or “reported” is there", "2", 1),
        ("whether “said” or “reported” is there", "1", 1 / 3),
        ("careful words against rash ones", "2", 1),
    ],
)
def test_what_a_strategy_gets_of_one_question(strategy, right, score):
    texts = [
        "Ten died",
        "Nothing, since nobody can know anything of it",
        "The mayor said that ten died",
        "Ten fell",
    ]
    assert got([item(texts, right, doubts="1")], strategy) == score


def test_the_longest_of_the_likely_passes_over_what_stands_first():
    texts = ["the longest of all", "shorter", "short"]
    assert got([item(texts, "0")], "longest, not first, no doubter") == 0
    assert got([item(texts, "1")], "longest, not first, no doubter") == 1


def test_options_right_by_turns_are_found_out():
    turns = [item(["a", "b", "c", "d"], "13", one=False), item(["a", "b", "c", "d", "e"], "13", one=False)]
    assert got(turns, "by turns, or half of them") == 1
    assert got([item(["a", "b", "c", "d"], "01", one=False)], "by turns, or half of them") == 1
    assert got(turns, "always the same place") < 1


def test_of_claims_those_are_kept_that_are_liked_more_than_usual():
    claims = [item(["The mayor said so"], "0", one=False), item(["All of them died"], "", one=False)]
    assert got(claims, "whether “said” or “reported” is there") == 1
    assert got(claims, "careful words against rash ones") == 1
    same = [item(["It was said"], "0", one=False), item(["It was said"], "", one=False)]
    assert {got(same, strategy) for strategy in STRATEGIES} == {0.5}


def test_a_right_under_a_condition_counts_as_right_and_a_claim_is_right_where_it_is_kept(case):
    options = [
        {"id": "a", "text": "A", "right": "Because."},
        {"id": "b", "text": "B", "also": "if"},
        {"id": "c", "text": "C", "wrong": "No.", "misconception": "M12"},
    ]
    asked = question(case, "choice", options=options, ordered=True)
    assert guessing.item(asked) == Item(["A", "B", "C"], [True, True, False], [False, False, True], one=True)
    assert not guessing.item(question(case, "choices", options=options)).one
    verdicts = [{"id": name, "wrong": "No."} for name in ("supported", "says_less")]
    weighed = question(case, "verdict", claim="59 died.", options=verdicts)
    assert guessing.item(weighed) == Item(["59 died."], [False], [False], one=False)


def test_the_table_has_a_line_a_strategy_and_tells_what_is_broken():
    found = {
        "choice": Group([item(["a", "long one", "bb", "d"], "1")], 1),
        "Form A": Group([item(["x"], "0", one=False)] * 16, 16),
    }
    head, luck, *strategies, most = guessing.table(found)
    assert head.split() == ["without", "reading", "the", "text", "choice", "Form", "A"]
    assert luck.split() == ["luck", "0.25", "8.0/16"]
    assert most.split() == ["at", "most", "0.37", "10.0/16"]
    assert [line.strip().split("  ")[0] for line in strategies] == list(STRATEGIES)
    assert "choice, the longest: 1.00, and 0.37 at most" in guessing.broken(found)
    assert guessing.broken({}) == []
