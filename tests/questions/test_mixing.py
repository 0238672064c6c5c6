"""Options are shown in one order for everybody, which follows from the question and not from its file."""

import json
import re
from itertools import pairwise

import pytest

from tests.conftest import ROOT
from tests.questions.test_questions import question
from whosays.questions import Bank
from whosays.questions.keyless import without_key
from whosays.questions.mixing import mixed
from whosays.questions.view import as_html, as_text, spec_of

FIVE = [
    {"id": "a", "text": "Apples", "right": "So."},
    *(
        {"id": id, "text": text, "wrong": "No."}
        for id, text in zip("bcde", ("Beans", "Corn", "Dill", "Elder"), strict=True)
    ),
]
READINGS = [{"id": told["id"], "text": told["text"], "note": "See."} for told in FIVE]
NUMBERS = "no|none|nothing|nobody|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
BANKS = (ROOT / "data" / "questions", ROOT / "solutions" / "questions")
QUESTIONS = [q for folder in BANKS for sheet in Bank.open(folder).sheets() for q in sheet.questions()]


def options(kind: str) -> list[dict]:
    return READINGS if kind == "predict" else FIVE


def shown(question) -> list[str]:
    return [label for control in spec_of(question)["controls"] for _, label in control["options"]]


def test_the_order_is_the_same_on_every_machine_and_in_every_version():
    assert mixed("abcde", "options of 01-x") == ["a", "c", "d", "b", "e"]
    assert mixed("edcba", "options of 01-x") == ["a", "c", "d", "b", "e"]
    assert mixed("abcde", "options of 01-y") != mixed("abcde", "options of 01-x")
    assert mixed([], "x") == []


@pytest.mark.parametrize("kind", ["choice", "choices", "overlap", "predict"])
def test_the_order_of_the_file_is_not_that_on_the_screen(case, kind):
    more = {"first": "59", "second": "35"} if kind == "overlap" else {}
    asked = question(case, kind, options=options(kind), **more)
    other = question(case, kind, options=options(kind)[::-1], **more)
    assert shown(asked) == shown(other) == ["Apples", "Corn", "Dill", "Beans", "Elder"]


@pytest.mark.parametrize("kind", ["choice", "choices", "overlap", "predict"])
def test_an_ordered_scale_is_shown_as_it_is_written(case, kind):
    more = {"first": "59", "second": "35"} if kind == "overlap" else {}
    asked = question(case, kind, options=options(kind), ordered=True, **more)
    assert shown(asked) == ["Apples", "Beans", "Corn", "Dill", "Elder"]
    assert asked.version == question(case, kind, options=options(kind), **more).version


def test_verdicts_and_relations_are_scales(case):
    for name in ("01-border-today", "05-almost-50"):
        asked = Bank.open(BANKS[0]).question(name)
        assert list(asked.options) == [option["id"] for option in asked.entry["options"]]


def test_every_place_where_a_question_is_read_has_the_same_order(case):
    asked = question(case, "choice", options=FIVE)
    names = shown(asked)
    keyless = without_key(asked)["spec"]
    assert [label for _, label in keyless["controls"][0]["options"]] == names
    for told in (as_text(spec_of(asked)), as_html(spec_of(asked)), as_text(keyless)):
        assert sorted(names, key=told.index) == names


def test_the_questions_without_keys_show_what_the_whole_ones_show():
    for path in (ROOT / "exercises" / "questions").glob("*.json"):
        for entry in json.loads(path.read_text(encoding="utf-8"))["questions"]:
            [whole] = [q for q in QUESTIONS if q.id == entry["id"]]
            assert entry["spec"]["controls"] == json.loads(json.dumps(spec_of(whole)["controls"]))


def number(text: str) -> float | None:
    """Return the number that *text* begins with, in digits or words, after a word or two that set a bound."""
    found = re.match(
        rf"(?:at least |more than |about |level |minimum )?(?:(\d+)|({NUMBERS})\b)", text.casefold()
    )
    if not found:
        return None
    return float(found[1] or max(0, NUMBERS.split("|").index(found[2]) - 3))


@pytest.mark.parametrize(
    "asked", [q for q in QUESTIONS if q.type in ("choice", "choices", "predict")], ids=lambda q: q.id
)
def test_options_that_are_numbers_stand_in_ascending_order(asked):
    numbers = [number(option["text"]) for option in asked.entry.get("options", [])]
    known = [n for n in numbers if n]
    if len(known) >= len(numbers) - 1 and len(set(known)) > 2:
        assert asked.fields.ordered, "options that are numbers are a scale: ordered = true"
        assert all(a <= b for a, b in pairwise(known))
