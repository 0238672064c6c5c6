"""What is said of a wrong answer explains: it is no question, which would help nobody on a page that is graded."""

import re
from itertools import product

import pytest

from tests.conftest import ROOT
from tests.questions.test_questions import one_of_each
from whosays.questions import Bank, judge
from whosays.questions.types.keyed_table import KeyedTable

FOLDERS = (ROOT / "data" / "questions", ROOT / "solutions" / "questions")
SHEETS = [sheet for folder in FOLDERS for sheet in Bank.open(folder).sheets()]
VALUES = ("not known", "0", "13", "94", "99", "100")  # for cells to write in


def asks(text: str) -> bool:
    """Say whether *text* asks something outside of quotation marks."""
    return "?" in re.sub("“[^”]*”", "", text)


def test_a_question_between_marks_is_quoted_and_not_asked():
    assert asks("Who counted?")
    assert not asks("“Who shot?” is what she asked.")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda s: s.lesson)
def test_no_explanation_of_a_wrong_answer_is_a_question(sheet):
    told = [
        (name, why)
        for name, entry in sheet.entries.items()
        for told in [*entry.get("options", []), *entry.get("wrong", [])]
        for why in (told.get("wrong"), told.get("why"))
        if why
    ]
    assert [one for one in told if asks(one[1])] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda s: s.lesson)
def test_no_explanation_that_a_table_makes_itself_is_a_question(sheet):
    for question in sheet.questions():
        if isinstance(question, KeyedTable):
            for cell in question.cells.values():
                told = [
                    question.explain(cell, value)
                    for value in cell.options or VALUES
                    if value not in cell.right
                ]
                assert [why for why in told if why and asks(why.why)] == [], cell.id


def test_no_explanation_of_two_lists_or_of_a_quotation_is_a_question(case):
    made = one_of_each(case)
    for low, high in product((0, 35, 59), (59, 94, 99)):
        assert not asks(judge(made["overlap"], {"low": low, "high": high, "assume": ["b"]}).feedback)
    for verdict in made["quote_check"].verdicts:
        assert not asks(judge(made["quote_check"], {"verdict": verdict, "changed": "peaceful"}).feedback)
