"""Progress counts what holds, what was tried and what is open, and names the question to go on with."""

import re

import pytest

from tests.conftest import ROOT
from whosays import progress
from whosays.answers.log import AnswerLog
from whosays.answers.progress import Progress, Standing
from whosays.questions import Bank

SHEETS = {sheet.lesson: sheet for sheet in Bank.open(ROOT / "data" / "questions").sheets()}
LESSON = next(
    name for name, sheet in SHEETS.items() if not sheet.content.get("silent") and len(sheet.entries) > 3
)
QUESTIONS = list(SHEETS[LESSON].questions())
NAME = str(SHEETS[LESSON].content.get("title", LESSON))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "answers"


def standing(folder) -> Standing:
    return next(each for each in progress(folder).lessons if each.lesson == NAME)


def say(folder, question, answer, event="answer") -> None:
    AnswerLog.open(question.lesson, folder).add(question.id, question.version, event, answer=answer)


def holds(folder, question) -> None:
    say(folder, question, question.entry["accept"][0])


def test_every_lesson_of_the_bank_stands_in_its_order_and_open_at_its_first_question(folder):
    shown = progress(folder).lessons
    assert (
        [each.all for each in shown]
        == [each.open for each in shown]
        == [len(s.entries) for s in SHEETS.values()]
    )
    assert standing(folder) == Standing(NAME, 0, 0, len(QUESTIONS), QUESTIONS[0].id)


def test_the_next_is_the_first_open_one_then_the_first_that_was_tried(folder):
    holds(folder, QUESTIONS[0])
    assert (standing(folder).done, standing(folder).next) == (1, QUESTIONS[1].id)
    say(folder, QUESTIONS[1], "no answer at all")
    assert standing(folder)[1:] == (1, 1, len(QUESTIONS) - 2, QUESTIONS[2].id)
    for question in QUESTIONS[2:]:
        holds(folder, question)
    assert standing(folder)[1:] == (len(QUESTIONS) - 1, 1, 0, QUESTIONS[1].id)
    say(folder, QUESTIONS[1], None, "restart")
    assert standing(folder)[1:] == (len(QUESTIONS) - 1, 0, 1, QUESTIONS[1].id)
    holds(folder, QUESTIONS[1])
    assert standing(folder)[1:] == (len(QUESTIONS), 0, 0, "")


def test_a_draft_is_no_try(folder):
    say(folder, QUESTIONS[0], "draft", "draft")
    assert standing(folder).open == len(QUESTIONS)


def test_a_test_that_is_under_way_names_no_next_question(folder):
    [form] = [sheet for name, sheet in SHEETS.items() if name.startswith("fa_")]
    say(folder, next(iter(form.questions())), "supported")
    [shown] = [each for each in progress(folder).lessons if each.lesson == form.content["title"]]
    assert shown[1:] == (1, 0, 15, "")  # whether it holds is not told: it is noted, and done


def test_progress_is_a_line_a_lesson_and_a_table_with_a_bar_for_each():
    shown = Progress([Standing("01 <b>", 1, 2, 3, "01-<x>"), Standing("02", 0, 0, 4, "")])
    assert repr(shown).splitlines() == [
        f"{'01 <b>':30}   1 done,   2 tried,   3 open",
        f"{'02':30}   0 done,   0 tried,   4 open",
    ]
    html = shown._repr_html_()
    assert html.startswith("<table><thead><tr><th")
    assert html.endswith("</tr></tbody></table>")
    assert re.findall(r'<th scope="col">(.*?)</th>', html) == ["Lesson", "", "Done", "Tried", "Open", "Next"]
    assert re.findall(r"<progress .*?>", html) == [
        '<progress max="6" value="1" aria-label="01 &lt;b&gt;: done">',
        '<progress max="4" value="0" aria-label="02: done">',
    ]
    cells = [re.findall(r"<td>([^<]*)</td>", row) for row in html.split("<tr>")[2:]]
    assert cells == [["1", "2", "3", "01-&lt;x&gt;"], ["0", "0", "4", ""]]
