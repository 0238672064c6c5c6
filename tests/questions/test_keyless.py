"""A keyless question can be asked and answered, and holds nothing of its key."""

import json

import numpy as np
import pytest

from tests.questions.test_questions import one_of_each
from whosays.answers.attempts import Session
from whosays.answers.log import AnswerLog
from whosays.questions.keyless import opened, without_key
from whosays.questions.types import TYPES
from whosays.questions.types.value import number
from whosays.text.toll import Toll
from whosays.widgets.exercise import _kept as plain

ANSWERS = {
    "agents": [{"start": 0, "end": 7, "label": "no_agent"}],
    "bounds": {"p1.low": "94"},
    "chart": {"version": 1},
    "choice": "b",
    "choices": ["a", "b"],
    "ledger": {"c13.cue": "said"},
    "marks": [{"start": 0, "end": 7, "label": "cue"}],
    "order": ["p", "q", "r", "s"],
    "overlap": {"low": "59", "high": "94", "assume": ["a"]},
    "predict": {"choice": "a"},
    "quote_check": {"verdict": "altered"},
    "relation": "same",
    "relays": {"bbc": ["tjk_mfa"]},
    "slots": {"w02.change": "dropped"},
    "tally": {"k.acc": "0"},
    "unit_and_clock": {"c13.event_time": "not_said"},
    "value": 94,
    "verdict": "says_less",
    "writing": "Somebody said so.",
}


@pytest.fixture(scope="module")
def each(case):
    return one_of_each(case)


def keyless(question):
    return opened(json.loads(json.dumps(without_key(question, 2))), question.lesson)


def test_there_is_an_answer_for_every_type():
    assert set(ANSWERS) == set(TYPES)


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_an_answer_to_a_keyless_question_is_kept_as_given_and_not_judged(each, kind, tmp_path):
    log = AnswerLog.open("e0_x", tmp_path)
    asked = Session(keyless(each[kind]), log)
    told = asked.check(ANSWERS[kind], 80)
    assert (told["verdict"], told["notice"], told["open"], told["spans"]) == ("Noted", "", False, [])
    assert log.records[-1].answer == ANSWERS[kind]
    assert log.records[-1].result is None
    assert log.records[-1].version == each[kind].version
    assert asked.state()["answer"] == ANSWERS[kind]


@pytest.mark.parametrize("kind", sorted(set(TYPES) - {"chart"}))
@pytest.mark.parametrize("answer", [None, "", [], {}])
def test_nothing_is_no_answer(each, kind, answer, tmp_path):
    told = Session(keyless(each[kind]), AnswerLog.open("e0_x", tmp_path)).check(answer, 80)
    assert told["notice"] == "Nothing is answered yet; answer first."
    assert told["tries"] == 0


@pytest.mark.parametrize(
    ("kind", "answer"),
    [("choice", "z"), ("choices", ["z"]), ("ledger", {"c13.cue": "no such value"}), ("ledger", {"c99.cue": "said"}),
     ("verdict", ["supported"]), ("order", ["p", "p"]), ("writing", 3)],
)  # fmt: skip
def test_what_the_controls_cannot_give_is_refused(each, kind, answer):
    with pytest.raises(ValueError, match=r"is not one of|twice|not a text|not a list"):
        keyless(each[kind]).read(answer)


def test_a_keyless_question_holds_nothing_of_its_key(each):
    keys = ("right", "wrong", "also", "why", "misconception", "accept", "reject", "reason", "hint", "sound")
    for kind, question in each.items():
        told = json.dumps(without_key(question))
        assert not any(f'"{key}"' in told for key in keys), kind
        for text in ("Because.", "Look again.", "The reason", "More than it says", "One list."):
            assert text not in told, kind


def test_a_keyless_question_reads_like_the_whole_one(each):
    for question in each.values():
        one = keyless(question)
        assert (one.id, one.version, one.points, one.confident, one.silent) == (
            question.id, question.version, 2, question.confident, True,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("made", "kept"), [(59, 59), (59.5, 59.5), ("59", "59"), (np.int64(59), 59), (np.array([59]), 59)]
)
def test_a_number_that_code_made_is_kept_as_a_plain_one(made, kept):
    assert plain(made) == kept
    assert type(plain(made)) is type(kept)


def test_a_toll_is_no_number_and_says_which_end_to_give(each, tmp_path):
    asked = Session(keyless(each["value"]), AnswerLog.open("e0_x", tmp_path))
    told = asked.check(plain(Toll(7, None)))
    assert (
        told["notice"] == "'Toll(7, None)' is not a number; a Toll has two ends, so give one: .low or .high."
    )
    assert not asked.log.path.exists()


@pytest.mark.parametrize(("given", "read"), [("1,000", 1000), ("12,345.5", 12345.5), (" 7 ", 7)])
def test_thousands_may_be_parted(given, read):
    assert number(given) == read


@pytest.mark.parametrize("given", ["2,3", "4,2", "1,00", "nan", "inf", float("nan"), True, None, "seven"])
def test_what_is_no_number_or_could_be_two_is_refused(given):
    with pytest.raises(ValueError, match="is not a number"):
        number(given)
