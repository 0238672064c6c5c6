"""First answers are judged anew; what was missed is asked again until it holds."""

import json

import pytest

from tests.conftest import ROOT
from whosays import ask_all, ask_missed, first_answers, profile, review
from whosays.answers.first_answers import missed
from whosays.answers.log import AnswerLog
from whosays.questions import Bank, BankError
from whosays.widgets import exercise as asking

BANK = Bank.open(ROOT / "data" / "questions")
QUESTIONS = [q for sheet in BANK.sheets() for q in sheet.questions() if not q.silent]
VERDICTS = [q for q in QUESTIONS if q.type == "verdict"]
WEAK = next(q for q in VERDICTS if q.entry["sound"] == "stop")
SOUND = next(q for q in VERDICTS if q.entry["sound"] == "keep")
CHOICE = next(q for q in QUESTIONS if q.type == "choice")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    asking._log.cache_clear()
    return tmp_path / "answers"


def say(folder, question, answer, confidence=None, event="answer", version=None):
    log = AnswerLog.open(question.lesson, folder)
    log.add(question.id, version or question.version, event, answer=answer, confidence=confidence)


def wrong(question) -> str:
    return next(name for name in question.options if not question.holds(name))


def right(question) -> str:
    return next(name for name in question.options if question.holds(name))


def test_the_first_answer_counts_and_not_a_later_one_or_a_draft(folder):
    say(folder, WEAK, right(WEAK), 60, event="draft")
    say(folder, WEAK, "supported", 90)
    say(folder, WEAK, None, event="restart")
    say(folder, WEAK, right(WEAK), 100)
    [row] = first_answers(folder)
    assert (row.question, row.score, row.confidence, row.stopped) == (WEAK.id, 0, 90, False)


@pytest.mark.parametrize("answer", ["says_less", "not_supported"])
def test_whatever_does_not_let_the_claim_pass_stops_it(folder, answer):
    for question in (WEAK, SOUND):
        say(folder, question, answer, 70)
    assert [row.stopped for row in first_answers(folder)] == [True, True]


def test_only_a_verdict_on_a_claim_stops_or_keeps(folder):
    say(folder, CHOICE, wrong(CHOICE))
    [row] = first_answers(folder)
    assert (row.stopped, row.score) == (None, 0)


def test_the_verdict_in_the_log_is_not_believed(folder):
    say(folder, CHOICE, wrong(CHOICE))
    path = folder / f"{CHOICE.lesson}.jsonl"
    line = json.loads(path.read_text())
    path.write_text(json.dumps({**line, "result": {"score": 1.0, "misconception": None}}) + "\n")
    assert first_answers(folder)[0].score == 0


def test_what_cannot_be_read_and_earlier_versions_are_left_out(folder):
    say(folder, CHOICE, "no such option")
    say(folder, WEAK, "supported", 12)
    say(folder, SOUND, "supported", 90, version="00000000")
    assert first_answers(folder) == []
    say(folder, CHOICE, right(CHOICE))
    assert [row.score for row in first_answers(folder)] == [1]


def test_a_lesson_is_picked_by_its_first_letters(folder):
    for question in (CHOICE, SOUND):
        say(folder, question, right(question), 90)
    assert [row.question for row in first_answers(folder, CHOICE.lesson[:2])] == [CHOICE.id]


def test_a_review_shows_only_what_was_answered(folder):
    say(folder, WEAK, "supported", 90)
    table = review(WEAK.lesson, folder)
    assert list(table["claim"]) == [WEAK.entry["claim"]]
    assert ("text" in table) == ("text" in WEAK.entry)
    assert table.loc[1, ["our answer", "your first answer", "sure", "why"]].to_list() == [
        WEAK.solution(), "The text supports it", "90 per cent", WEAK.reason,
    ]  # fmt: skip
    assert review("06", folder).empty


def test_a_review_of_questions_on_texts_of_their_own_shows_the_texts(folder):
    own, of_the_case = (next(q for q in QUESTIONS if ("text" in q.entry) is has) for has in (True, False))
    say(folder, own, own.entry["accept"][0])
    assert list(review(own.lesson, folder)["text"]) == [own.ground.text]
    say(folder, of_the_case, of_the_case.entry["accept"][0])
    assert sorted(review("", folder)["text"]) == ["", own.ground.text]


def test_a_question_that_needs_its_page_is_not_asked_again_in_another(folder):
    tied = next(q for q in QUESTIONS if q.entry.get("here") and q.type == "choice")
    say(folder, tied, wrong(tied))
    assert [row.score for row in first_answers(folder)] == [0]
    assert missed("99", folder) == []


def test_a_profile_names_the_idea_behind_an_error(folder):
    say(folder, SOUND, "not_supported", 80)
    assert profile(folder=folder).to_dict("records") == [
        {"idea": "doubting everything is critical reading", "times": 1, "sure": "80 per cent"}
    ]
    assert profile("99", folder).empty


def test_confident_errors_are_asked_again_first_and_only_in_later_lessons(folder):
    say(folder, CHOICE, wrong(CHOICE))
    say(folder, WEAK, "supported", 60)
    say(folder, SOUND, "not_supported", 95)
    assert missed("99", folder) == [SOUND.id, WEAK.id, CHOICE.id]
    assert missed(min(q.lesson for q in (CHOICE, WEAK, SOUND)), folder) == []


def test_an_error_comes_back_until_a_fresh_first_try_holds(folder):
    say(folder, SOUND, "not_supported", 95)
    say(folder, SOUND, "supported", 95)  # after feedback: no proof
    assert missed("99", folder) == [SOUND.id]
    [asked] = ask_missed("99").children
    assert (asked.state["tries"], asked.state["lines"]) == (0, [])
    asked.answer("not_supported", 90)
    assert [each.state["tries"] for each in ask_missed("99").children] == [0]
    ask_missed("99").children[0].answer("supported", 90)
    assert ask_missed("99").children == ()
    assert repr(ask_missed("99")) == "Nothing of earlier lessons to ask again."


def test_showing_again_what_was_not_answered_writes_nothing(folder):
    say(folder, SOUND, "not_supported", 95)
    ask_missed("99")
    lines = (folder / f"{SOUND.lesson}.jsonl").read_text()
    ask_missed("99")
    assert (folder / f"{SOUND.lesson}.jsonl").read_text() == lines


def test_a_whole_file_of_the_bank_is_asked(folder):
    asked = ask_all(WEAK.lesson[:2])
    assert len(asked.children) == len([q for q in QUESTIONS if q.lesson == WEAK.lesson])
    assert repr(asked.children[0]) in repr(asked)
    assert asked._repr_mimebundle_()["text/html"].count("<section>") == len(asked.children)
    with pytest.raises(BankError, match="begins with 'fz'; there is"):
        ask_all("fz")


def test_half_an_answer_after_a_new_start_mends_nothing(folder):
    tally = next(q for q in QUESTIONS if q.type == "tally" and not q.entry.get("here"))
    half = dict(list(tally.entry["accept"][0].items())[1:])
    for event, answer in (("answer", half), ("restart", None), ("answer", half)):
        say(folder, tally, answer, event=event)
    assert 0 < first_answers(folder)[0].score < 1
    assert missed("99", folder) == [tally.id]


def after_a_new_start(folder, *tries) -> bool:
    """Say whether SOUND, once missed and started over, stays away after *tries*."""
    say(folder, SOUND, "not_supported", 95)
    for event, answer, version in tries:
        say(folder, SOUND, answer, 90, event, version)
    return missed("99", folder) == []


RIGHT, WRONG = "supported", "not_supported"


@pytest.mark.parametrize(
    ("tries", "mended"),
    [
        ([("restart", None, None)], False),
        ([("restart", None, None), ("answer", RIGHT, None)], True),
        ([("restart", None, None), ("answer", WRONG, None), ("answer", RIGHT, None)], False),
        ([("restart", None, None), ("draft", RIGHT, None), ("answer", WRONG, None)], False),
        ([("restart", None, None), ("draft", RIGHT, None)], False),
        ([("restart", None, None), ("answer", RIGHT, "00000000")], False),
        ([("restart", None, None), ("answer", "no such option", None)], False),
        ([("restart", None, None), ("answer", WRONG, None), ("restart", None, None), ("answer", RIGHT, None)], True),
        ([("restart", None, None), ("answer", RIGHT, None), ("restart", None, None), ("answer", WRONG, None)], True),
        ([("answer", RIGHT, None)], False),
    ],
    ids=["not answered", "right", "second try", "draft, then wrong", "draft", "earlier version", "unreadable",
         "right after another start", "wrong after another start", "no new start"],
)  # fmt: skip
def test_an_error_is_mended_by_the_first_try_after_a_new_start_alone(folder, tries, mended):
    assert after_a_new_start(folder, *tries) is mended
