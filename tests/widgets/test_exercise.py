"""ask() returns a widget that is the same in every run, reads sensibly without one, and keeps what is answered."""

import html
import json
import re

import pytest
from nbconvert import HTMLExporter
from nbformat import v4

from tests.conftest import ROOT
from tests.questions.test_questions import one_of_each, question
from whosays import ask, progress
from whosays.questions import Bank, BankError
from whosays.questions.view import as_html, as_text, spec_of
from whosays.widgets import exercise as asking

BANK = Bank.open(ROOT / "data" / "questions")
FIRST = next(q for sheet in BANK.sheets() for q in sheet.questions() if q.type == "choice" and q.parallel)
WRONG = next(name for name in FIRST.options if not FIRST.holds(name))


@pytest.fixture
def lesson(tmp_path, monkeypatch):
    """Stand where a notebook stands: in a folder beside data/."""
    (tmp_path / "data").symlink_to(ROOT / "data")
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    asking._log.cache_clear()
    return tmp_path / "notebooks"


def say(exercise, **content) -> dict:
    exercise._handle_custom_msg(content, [])
    return exercise.state


def test_the_text_of_an_exercise_is_the_same_in_every_run(lesson):
    assert repr(ask(FIRST.id)) == repr(ask(FIRST.id))
    assert "0x" not in repr(ask(FIRST.id))
    assert FIRST.prompt.strip() in repr(ask(FIRST.id))


def test_asking_shows_and_writes_nothing(lesson, capsys):
    ask(FIRST.id)
    assert capsys.readouterr().out == ""
    assert list(lesson.iterdir()) == []


def test_pressing_check_judges_and_keeps_the_answer(lesson):
    state = say(ask(FIRST.id), do="check", answer=WRONG)
    assert (state["verdict"], state["tries"]) == ("Not yet", 1)
    [line] = (lesson / "answers" / f"{FIRST.lesson}.jsonl").read_text().splitlines()
    assert json.loads(line)["answer"] == WRONG


def test_running_the_cell_again_brings_the_answer_back(lesson):
    say(ask(FIRST.id), do="check", answer=WRONG)
    asking._log.cache_clear()  # as in a new kernel
    again = ask(FIRST.id).state
    assert (again["answer"], again["tries"]) == (WRONG, 1)


def test_the_plain_twin_answers_without_controls(lesson):
    told = ask(FIRST.id).answer(WRONG)
    assert repr(told).startswith("Not yet\n")
    assert ask(FIRST.id).state["tries"] == 1


def test_after_two_wrong_tries_a_parallel_question_can_be_asked_in_place_and_left_again(lesson):
    exercise = ask(FIRST.id)
    say(exercise, do="check", answer=WRONG)
    assert say(exercise, do="check", answer=WRONG)["parallel"]
    say(exercise, do="parallel")
    assert exercise.spec["id"] == FIRST.parallel
    assert exercise.spec["aside"]
    say(exercise, do="back")
    assert exercise.spec["id"] == FIRST.id
    assert exercise.state["tries"] == 2


@pytest.mark.parametrize(
    "content",
    [None, 1, [], {}, {"do": 1}, {"do": "dance"}, {"do": "check"}, {"do": "check", "answer": {"x": [1]}}],
)
def test_an_odd_message_breaks_nothing(lesson, content):
    exercise = ask(FIRST.id)
    exercise._handle_custom_msg(content, [])
    assert exercise.state["tries"] == 0


def test_an_unknown_question_is_named_with_those_there_are(lesson):
    with pytest.raises(BankError, match=f"there is no question '{FIRST.id}x'; there is .*{FIRST.id}"):
        ask(f"{FIRST.id}x")


def test_asking_outside_of_the_course_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BankError, match="open the notebook inside the course folder"):
        ask(FIRST.id)


HOSTILE = "<script>alert(1)</script> & <img src=x onerror=alert(1)>"


@pytest.mark.parametrize("show", [as_html, lambda spec: json.dumps(spec)])
def test_html_in_a_bank_is_shown_and_not_run(case, show):
    options = [{"id": "a", "text": HOSTILE, "right": "x"}, {"id": "b", "text": "b", "wrong": HOSTILE}]
    made = question(case, "choice", HOSTILE, options=options, prompt=HOSTILE)
    told = show(spec_of(made))
    if show is as_html:
        assert "<script" not in told
        assert "<img" not in told
        assert html.escape(HOSTILE) in told
    else:
        assert json.loads(told)["prompt"] == [HOSTILE]


def test_no_front_end_puts_text_in_as_html_or_fetches_anything():
    paths = list((ROOT / "src" / "whosays" / "widgets" / "js").iterdir())
    assert len(paths) > 20
    for path in paths:
        source = path.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|https?://|@import|url\(", source
        ), path


def test_every_type_of_question_reads_as_text_and_has_a_spec_of_plain_json(case):
    for kind, made in one_of_each(case).items():
        spec = spec_of(made)
        assert json.loads(json.dumps(spec)) == spec, kind
        assert as_text(spec).startswith("What?"), kind
        assert as_html(spec).startswith("<section>"), kind


def test_a_page_made_without_a_kernel_shows_the_question(lesson):
    bundle, _ = ask(FIRST.id)._repr_mimebundle_()
    cell = v4.new_code_cell("ask(...)", outputs=[v4.new_output("display_data", bundle)], execution_count=1)
    page, _ = HTMLExporter().from_notebook_node(v4.new_notebook(cells=[cell]))
    assert html.escape(FIRST.text(WRONG)) in page
    assert "Run this cell in JupyterLab to answer." in page


def test_progress_tells_done_tried_and_open(lesson):
    right = FIRST.entry["accept"][0]
    say(ask(FIRST.id), do="check", answer=WRONG)
    standing = next(s for s in progress().lessons if s.lesson == FIRST.lesson)
    total = next(len(sheet.entries) for sheet in BANK.sheets() if sheet.lesson == FIRST.lesson)
    assert (standing.done, standing.tried, standing.open) == (0, 1, total - 1)
    say(ask(FIRST.id), do="check", answer=right)
    standing = next(s for s in progress().lessons if s.lesson == FIRST.lesson)
    assert (standing.done, standing.tried, standing.open) == (1, 0, total - 1)
    assert f"{FIRST.lesson}" in progress()._repr_html_()


def test_progress_names_a_test_by_its_title_and_no_question_of_it(lesson):
    standing = next(s for s in progress().lessons if s.lesson == "Form A")
    assert (standing.open, standing.next) == (16, "")
    assert not re.search(r"\bf[abd]-", progress()._repr_html_())
