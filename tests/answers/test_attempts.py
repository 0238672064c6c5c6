"""A question is answered over several tries: the idea first, then the answer, then one like it."""

import re

import pytest

from tests.questions.test_questions import DAM, OPTIONS, one_of_each, question
from whosays.answers.attempts import Session
from whosays.answers.log import AnswerLog


@pytest.fixture
def log(tmp_path):
    return AnswerLog.open("01_x", tmp_path)


def session(case, log, **more) -> Session:
    return Session(question(case, "choice", options=OPTIONS, reason="The reason.", **more), log)


def test_a_first_wrong_try_names_the_idea_and_the_second_gives_the_answer(case, log):
    asked = session(case, log, parallel="01-y", words=["as per BBC"])
    first = asked.check("b")
    assert (first["verdict"], first["lines"], first["open"]) == ("Not yet", ["Look again."], False)
    assert first["spans"]
    assert not first["parallel"]
    second = asked.check("b")
    assert second["lines"] == ["Look again.", "Our answer: A", "The reason."]
    assert second["open"]
    assert second["parallel"]


def test_a_right_answer_is_told_why_it_holds(case, log):
    told = session(case, log, parallel="01-y").check("a")
    assert (told["verdict"], told["lines"]) == ("This holds", ["Because.", "The reason."])
    assert not told["parallel"]


def test_a_text_with_nothing_to_flag_is_not_said_to_hold(case, log):
    ours = "Tajikistan reported 35 citizens killed by 19 September 2022."
    checks = ["length", "numbers", "speakers"]
    asked = question(case, "writing", at_least=5, at_most=40, checks=checks, accept=[ours], reason="Read it.")
    told = Session(asked, log).check("Kyrgyzstan reported 59 people killed on its side.")
    assert (told["verdict"], told["open"]) == ("Nothing flagged", True)
    assert told["lines"][-2:] == ["Read it.", f"One way to write it: {ours}"]


def test_other_accepted_answers_are_told_with_their_condition(case, log):
    told = Session(one_of_each(case)["relation"], log).check("subset")
    told_too = Session(one_of_each(case)["relation"], log).check("same")
    assert told_too["lines"][0] == "It holds if both count alike"
    assert told["lines"][-1] == "Also accepted. They say the same in other words: if both count alike"


def test_nothing_chosen_is_told_so_and_is_no_try(case, log):
    told = session(case, log).check(None)
    assert told["notice"].startswith("Answer None is not one of a, c, b")
    assert told["tries"] == 0
    assert not log.path.exists()


def test_confidence_is_asked_before_feedback_on_two_sided_questions(case, log):
    asked = Session(one_of_each(case)["verdict"], log)
    told = asked.check("says_less")
    assert "how sure you are" in told["notice"]
    assert (told["tries"], told["verdict"]) == (0, "")
    told = asked.check("says_less", 80)
    assert (told["verdict"], told["confidence"], log.tries("01-x")[0].confidence) == ("This holds", 80, 80)


def test_running_the_cell_again_restores_answer_feedback_and_tries(case, log):
    session(case, log).check("b")
    session(case, log).check("c")
    again = session(case, AnswerLog.open("01_x", log.path.parent)).state()
    assert (again["answer"], again["tries"], again["open"]) == ("c", 2, True)
    assert [told["said"] for told in again["history"]] == ["B", "C"]


def test_a_draft_is_restored_and_is_no_try(case, log):
    session(case, log).draft("c")
    again = session(case, log).state()
    assert (again["answer"], again["tries"]) == ("c", 0)


def test_the_same_draft_is_written_once(case, log):
    asked = session(case, log)
    asked.draft("c")
    asked.draft("c")
    assert len(log.of("01-x")) == 1


def test_starting_over_keeps_earlier_tries_in_sight(case, log):
    asked = session(case, log)
    asked.check("b")
    state = asked.restart()
    assert (state["answer"], state["tries"], state["verdict"]) == (None, 0, "")
    assert len(state["history"]) == 1
    assert asked.check("b")["open"] is False


def test_a_changed_question_begins_anew_and_says_what_the_old_answer_was(case, log):
    session(case, log).check("b")
    changed = Session(question(case, "choice", options=OPTIONS[:2]), log).state()
    assert (changed["answer"], changed["tries"]) == (None, 0)
    assert changed["history"][0]["said"] == "an answer to an earlier version of this question"


def test_a_forged_verdict_in_the_file_is_not_believed(case, log):
    asked = session(case, log)
    log.add("01-x", asked.question.version, "answer", answer="b", result={"score": 1, "misconception": None})
    assert session(case, log).state()["verdict"] == "Not yet"


def test_a_damaged_line_is_reported_in_the_notice(case, log):
    session(case, log).check("b")
    with log.path.open("ab") as file:
        file.write(b"garbage\n")
    told = session(case, AnswerLog.open("01_x", log.path.parent)).state()
    assert "line 2 could not be read" in told["notice"]


def test_marks_are_compared_with_ours_and_the_reasons_for_ours(case, log):
    labels = {"speaker": "Speaker", "cue": "Cue"}
    marks = [
        {"words": "The health office", "label": "speaker", "reason": "a named office"},
        {"words": "said", "label": "cue", "reason": "hands the claim over"},
        {"words": "the radio", "label": "speaker", "optional": True, "reason": "a carrier, some say"},
    ]
    asked = Session(question(case, "marks", DAM, labels=labels, marks=marks), log)
    given = [{"words": "The health office", "label": "speaker"}, {"words": "Fighting", "label": "speaker"}]
    asked.check(given)
    told = asked.check(given)["lines"]
    assert "Both · Speaker: “The health office” — a named office" in told
    assert "Only ours · Cue: “said” — hands the claim over" in told
    assert "Only yours · Speaker: “Fighting” — we did not mark it. What speaks for it?" in told
    assert not any("the radio" in line for line in told)


@pytest.mark.parametrize("kind", ["choice", "predict"])
def test_a_prediction_is_noted_and_never_wrong(case, log, kind):
    told = Session(one_of_each(case)[kind], log).check({"choice": "a"} if kind == "predict" else "a")
    assert told["verdict"] == {"predict": "Noted", "choice": "This holds"}[kind]


def test_a_question_of_a_test_says_nothing_back(case, log):
    asked = session(case, log, parallel="01-y", words=["as per BBC"])
    assert asked.state()["afresh"]
    asked.question.silent = True
    assert not asked.state()["afresh"]  # the first answer counts, so there is no fresh start to offer
    for answer in ("a", "b", "b"):
        told = asked.check(answer)
        assert (told["verdict"], told["open"], told["parallel"], told["spans"]) == ("Noted", False, False, [])
        assert not any(
            word in " ".join(told["lines"]) for word in ("Because", "again", "reason", "Our answer")
        )


def test_an_answer_is_written_with_its_score_and_what_it_shows(case, log):
    asked = session(case, log)
    asked.check("b")
    asked.check("a")
    assert [(record.event, record.attempt, record.result) for record in log.of("01-x")] == [
        ("answer", 1, {"score": 0.0, "misconception": "M13"}),
        ("answer", 2, {"score": 1.0, "misconception": None}),
    ]
    marks = Session(one_of_each(case)["marks"], AnswerLog.open("02_x", log.path.parent))
    marks.check([{"words": "said", "label": "cue"}])
    assert marks.log.of("01-x")[0].result["score"] == 0.6667


def test_of_a_question_of_a_test_no_verdict_is_written_or_told_later(case, log):
    asked = session(case, log)
    asked.question.silent = True
    told = asked.check("b")
    assert log.of("01-x")[0].result is None
    assert [(one["said"], one["verdict"]) for one in told["history"]] == [("B", "")]


def test_earlier_tries_are_told_with_day_words_and_verdict(case, log):
    asked = session(case, log)
    asked.draft("c")
    asked.check("b")
    told = asked.check("a")
    assert [(one["said"], one["verdict"]) for one in told["history"]] == [
        ("B", "Not yet"),
        ("A", "This holds"),
    ]
    assert re.fullmatch(r"\d\d [A-Z][a-z]{2} 20\d\d, \d\d:\d\d UTC", told["history"][0]["when"])


def test_an_answer_that_can_no_longer_be_read_is_told_as_such_and_gets_no_reply(case, log):
    asked = session(case, log)
    log.add("01-x", asked.question.version, "answer", answer="gone")
    told = asked.state()
    assert told["history"][0]["said"] == "an answer that can no longer be read"
    assert (told["tries"], told["verdict"], told["lines"], told["open"]) == (1, "", [], False)


def test_a_draft_with_another_confidence_is_written_too(case, log):
    asked = session(case, log)
    asked.draft("c", 60)
    asked.draft("c", 60)
    told = asked.draft("c", 70)
    assert [record.confidence for record in log.of("01-x")] == [60, 70]
    assert (told["answer"], told["confidence"], told["verdict"]) == ("c", 70, "")
    assert told["history"] == []


def test_a_draft_after_a_try_is_shown_with_the_reply_to_that_try(case, log):
    asked = session(case, log)
    asked.check("b")
    told = asked.draft("a")
    assert (told["answer"], told["tries"], told["verdict"]) == ("a", 1, "Not yet")


def test_a_notice_is_a_sentence_and_gone_with_the_next_answer(case, log):
    asked = session(case, log)
    notice = asked.check("zz")["notice"]
    assert notice[0].isupper()
    assert notice.endswith(".")
    assert not notice.endswith("..")
    assert asked.check("a")["notice"] == ""


def test_a_question_one_like_it_is_offered_only_after_an_open_miss(case, log):
    asked = session(case, log, parallel="01-y")
    assert [asked.check(answer)["parallel"] for answer in ("b", "b", "a")] == [False, True, False]
    lone = Session(question(case, "choice", options=OPTIONS), AnswerLog.open("03_x", log.path.parent))
    assert [lone.check(answer)["parallel"] for answer in ("b", "b")] == [False, False]


def test_words_pointed_at_are_places_in_the_text(case, log):
    told = session(case, log, words=["as per BBC"]).check("b")
    assert [case.text[start:end] for start, end in told["spans"]] == ["as per BBC"]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (1, "In answers/01_x.jsonl line 1 could not be read"),
        (5, "line 1, 2, 3, 4, 5 could not be read and was left out; all others are here."),
        (6, "line 1, 2, 3, 4, 5 and 1 more could not be read"),
        (9, "line 1, 2, 3, 4, 5 and 4 more could not be read"),
    ],
)
def test_damaged_lines_are_named_up_to_five(case, tmp_path, lines, told):
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers" / "01_x.jsonl").write_text("garbage\n" * lines)
    shown = session(case, AnswerLog.open("01_x", tmp_path / "answers"))
    assert told in shown.state()["notice"]
