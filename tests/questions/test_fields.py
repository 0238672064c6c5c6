"""The fields of a question are read once, and what does not fit is named by file, question and key."""

from dataclasses import fields

import pytest

from tests.conftest import ROOT
from tests.questions.test_questions import OPTIONS, question
from whosays.questions import Bank

QUESTIONS = [
    question
    for folder in ("data", "solutions")
    for sheet in Bank.open(ROOT / folder / "questions").sheets()
    for question in sheet.questions()
]
ITEMS = [{"id": name, "text": name} for name in "abc"]
CLAIM = {"claim": "59 died.", "options": OPTIONS}


@pytest.mark.parametrize(
    ("kind", "entry", "told"),
    [
        ("choice", {}, "options: is missing; add it"),
        ("choice", {"options": "a"}, "options: 'a' is not a list; write one"),
        ("choice", {"options": ["a"]}, "options.1: 'a' is not a table; write one"),
        ("choice", {"options": [*OPTIONS, {"text": "D"}]}, "options.4.id: is missing; add it"),
        ("choice", {"options": [{"id": "a", "text": 7}]}, "options.1.text: 7 is not a text; write one"),
        ("choice", {"options": OPTIONS, "here": 1}, "here: 1 is not true or false; write one"),
        ("verdict", {"options": OPTIONS}, "claim: is missing; add it"),
        ("verdict", {**CLAIM, "hint": ["x"]}, "hint: ['x'] is not a text; write one"),
        ("value", {"value": "94"}, "value: '94' is not a number; write one"),
        ("value", {"value": True}, "value: True is not a number; write one"),
        ("overlap", {"first": "59", "second": "35", "options": OPTIONS, "overlap": 1.5}, "overlap: 1.5 is not a whole number; write one"),
        ("writing", {"checks": ["length"], "at_most": "40"}, "at_most: '40' is not a whole number; write one"),
        ("order", {"items": ITEMS, "ties": [["a", 2]]}, "ties.1.2: 2 is not a text; write one"),
        ("relays", {"figure": "x", "tellers": ["bbc"]}, "from: is missing; add it"),
        ("marks", {"marks": [{"label": "cue"}]}, "marks.1.words: is missing; add it"),
        ("ledger", {"rows": [{"claim": "c13"}], "choices": {"cue": {"said": 1}}}, "choices.cue.said: 1 is not a text; write one"),
        ("tally", {"rows": [], "columns": [{"id": "a", "label": "A"}]}, "columns.1.kinds: is missing; add it"),
    ],
)  # fmt: skip
def test_a_missing_or_mistyped_field_is_named_with_file_question_and_key(case, kind, entry, told):
    with pytest.raises(ValueError, match=r"docs/questions\.md") as refused:
        question(case, kind, **entry)
    assert str(refused.value) == f"01_x.toml, question '01-x', {told}, as docs/questions.md says"


def test_an_entry_without_an_id_is_refused_with_the_name_of_its_file(case):
    with pytest.raises(ValueError, match=r"^01_x\.toml, question None, id: None is not a text"):
        question(case, "choice", options=OPTIONS, id=None)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.id)
def test_every_key_of_an_entry_is_a_field_of_its_type(question):
    known = {field.name.removesuffix("_") for field in fields(question.fields)} | {"case"}
    assert set(question.entry) <= known


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.id)
def test_every_key_is_read_as_it_is_written(question):
    for key in (
        "id",
        "prompt",
        "sound",
        "rung",
        "hint",
        "reason",
        "parallel",
        "misconception",
        "points",
        "here",
    ):
        if key in question.entry:
            assert getattr(question.fields, key) == question.entry[key]
    for key in ("words", "accept", "reject", "rubric"):
        assert getattr(question.fields, key) == tuple(question.entry.get(key, ()))
