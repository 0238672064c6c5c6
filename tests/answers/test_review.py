"""A form of the test is explained only when the last form, which is built like it, has been answered."""

import json

import pytest

from tests.conftest import ROOT
from whosays import profile, review
from whosays.answers.log import AnswerLog
from whosays.questions import Bank

SHEETS = {sheet.lesson[:2]: sheet for sheet in Bank.open(ROOT / "data" / "questions").sheets()}
FORMS = {name: list(SHEETS[name].questions()) for name in ("fa", "fb", "fd")}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "answers"


def answer(folder, questions, event="answer"):
    for question in questions:
        log = AnswerLog.open(question.lesson, folder)
        log.add(question.id, question.version, event, answer="not_supported", confidence=80)


@pytest.mark.parametrize("form", FORMS)
def test_no_form_is_explained_while_a_claim_of_the_last_one_is_open(folder, form):
    answer(folder, FORMS["fa"] + FORMS["fb"] + FORMS["fd"][:15])
    assert review(form, folder).empty
    answer(folder, FORMS["fd"][15:], "draft")
    assert review(form, folder).empty
    answer(folder, FORMS["fd"][15:])
    table = review(form, folder)
    assert list(table["claim"]) == [question.claim for question in FORMS[form]]
    assert list(table["why"]) == [question.reason for question in FORMS[form]]


def test_when_the_last_form_is_through_only_what_was_answered_is_explained(folder):
    answer(folder, FORMS["fd"] + FORMS["fa"][:1])
    assert list(review("fa", folder)["claim"]) == [FORMS["fa"][0].claim]
    assert review("fb", folder).empty


def test_a_lesson_waits_for_no_form(folder):
    lesson = next(q for q in SHEETS["01"].questions() if q.type == "verdict")
    answer(folder, [lesson, *FORMS["fa"]])
    assert list(review("", folder)["claim"]) == [lesson.claim]


def test_the_ideas_that_showed_are_named_before_with_no_word_of_a_claim(folder):
    answer(folder, FORMS["fa"])
    shown = profile("fa", folder)
    assert len(shown) > 1
    assert list(shown.columns) == ["idea", "times", "sure"]


def test_lesson_09_gives_the_reasons_of_all_forms_below_the_last_form():
    notebook = json.loads((ROOT / "notebooks" / "09_after.ipynb").read_text(encoding="utf-8"))
    code = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    last = code.index('ask_all("fd")')
    reasons = [source for source in code if source.startswith("review(")]
    assert reasons == ['review("fd")', "review(second)", "review(first)"]
    assert min(map(code.index, reasons)) > last


@pytest.mark.parametrize("form", FORMS)
def test_the_form_that_is_waited_for_is_the_last(form):
    assert SHEETS[form].content["explained_after"] == SHEETS["fd"].lesson
