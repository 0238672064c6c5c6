"""Answers are judged anew from the log; what cannot be graded is a row with a reason, never a zero."""

import json

import pytest

from tests.classroom.conftest import RIGHT, handed_in, lines
from whosays.answers.submission import LOG, pack
from whosays.classroom.grading.grade import grade_file, grade_many
from whosays.classroom.intake.untrusted_files import UnreadableError


@pytest.fixture
def grade(key, tmp_path):
    def graded(content: bytes) -> dict:
        path = tmp_path / "x.zip"
        path.write_bytes(content)
        return grade_file(path, key)

    return graded


def points(row) -> dict:
    return {one["id"]: one["points"] for one in row["questions"]}


def test_right_answers_get_full_points_and_texts_wait_for_the_rubric(grade, key):
    row = grade(handed_in(key))
    assert points(row) == {"e9-who": 2, "e9-claim": 1, "e9-sum": 3, "e9-memo": 2}
    assert (row["points"], row["out_of"], row["to_mark"]) == (8, 14, ["e9-memo"])


def test_an_untouched_exercise_gets_zero_and_says_what_is_missing(grade, key):
    row = grade(handed_in(key, answers={}))
    assert (row["status"], row["points"], row["to_mark"]) == ("graded", 0, [])
    assert [(one["score"], one["feedback"]) for one in row["questions"]] == [(None, "Not answered.")] * 4


def test_wrong_answers_show_what_they_show(grade, key):
    row = grade(
        handed_in(
            key, answers={"e9-who": ("nobody", None), "e9-claim": ("supported", 95), "e9-sum": ("6", None)}
        )
    )
    assert points(row) == {"e9-who": 0, "e9-claim": 0, "e9-sum": 3, "e9-memo": 0}
    shown = {one["id"]: (one["misconception"], one["confidence"]) for one in row["questions"]}
    assert shown["e9-who"] == ("M13", None)
    assert shown["e9-claim"] == ("M6", 95)


def test_a_forged_verdict_is_not_believed(grade, key):
    log = lines(key, {"e9-who": ("nobody", None)}, result={"score": 1.0, "misconception": None})
    row = grade(pack({LOG: log}, {"assignment": "e9", "name": "Eve", "points": 14, "score": 1}))
    assert row["points"] == 0


def test_the_last_answer_counts_and_a_new_start_takes_it_back(grade, key):
    log = lines(key, {"e9-who": ("nobody", None)}) + lines(key, {"e9-who": ("office", None)})
    assert grade(pack({LOG: log}, {"assignment": "e9"}))["points"] == 2
    log += lines(key, {"e9-who": (None, None)}, event="restart")
    assert grade(pack({LOG: log}, {"assignment": "e9"}))["questions"][0]["score"] is None


def test_a_draft_counts_and_is_noted(grade, key):
    log = lines(key, {"e9-who": ("office", None)}, event="draft")
    one = grade(pack({LOG: log}, {"assignment": "e9"}))["questions"][0]
    assert (one["points"], one["notes"]) == (2, ["a draft: the button to keep it was not pressed"])


def test_an_answer_to_another_version_is_judged_and_noted(grade, key):
    log = lines(key, {"e9-who": ("office", None)}, version="00000000")
    one = grade(pack({LOG: log}, {"assignment": "e9"}))["questions"][0]
    assert one["points"] == 2
    assert "another version" in one["notes"][0]


HOSTILE = [None, 3, [], {}, "x" * 30_000, ["office"], {"answer": "office"}, "=cmd|' /C calc'!A0", "<script>alert(1)</script>",
           1e308, -1, True, [[[[]]]], {"start": -1}, "\ud800"]  # fmt: skip


@pytest.mark.parametrize("answer", HOSTILE, ids=lambda a: repr(a)[:20])
def test_odd_answers_are_worth_nothing_and_break_nothing(grade, key, answer):
    log = "".join(
        json.dumps(
            {
                "time": "t",
                "question": q,
                "version": "v",
                "event": "answer",
                "attempt": 1,
                "answer": answer,
                "confidence": "sure",
            }
        )
        + "\n"
        for q in RIGHT
    ).encode()
    row = grade(pack({LOG: log}, {"assignment": "e9"}))
    assert row["status"] == "graded"
    assert row["points"] <= 2  # a text of some words keeps a check or two of the memo
    json.dumps(row)


def test_questions_that_are_not_asked_are_left_aside(grade, key):
    assert grade(handed_in(key, answers={"e1-x": ("office", None)}))["points"] == 0


@pytest.mark.parametrize("content", [b"", b"no zip"])
def test_what_cannot_be_read_has_a_reason_and_no_points(grade, content):
    row = grade(content)
    assert (row["status"], row["points"], row["out_of"]) == ("not graded", None, None)
    assert "ask for the file that hand_in" in row["reason"]


def test_a_submission_for_another_assignment_is_not_graded(grade, key):
    assert grade(handed_in(key, assignment="e1"))["reason"] == "it is for e1, not for e9"


def test_a_fault_of_ours_is_no_zero(grade, key, monkeypatch):
    def break_down(*_):
        raise RuntimeError("boom")

    monkeypatch.setattr("whosays.classroom.grading.grade.judge", break_down)
    row = grade(handed_in(key))
    assert (row["status"], row["points"]) == ("not graded", None)
    assert "e9-who could not be judged" in row["reason"]
    assert issubclass(UnreadableError, ValueError)


def test_grading_is_a_pure_function_of_files(key, course, tmp_path):
    path = tmp_path / "x.zip"
    path.write_bytes(handed_in(key))
    once, twice = (grade_many([str(path)], str(course / "solutions"), "e9") for _ in range(2))
    assert json.dumps(once) == json.dumps(twice)
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_gone_has_a_reason(course, tmp_path):
    [(_, digest, row)] = grade_many([str(tmp_path / "gone.zip")], str(course / "solutions"), "e9")
    assert (digest, row["status"]) == ("", "not graded")
    assert "cannot be read (No such file" in row["reason"]


def test_in_a_test_the_first_answer_counts(course, tmp_path):
    from whosays.classroom.assignments import assignment

    form = assignment(course / "solutions", "fa")
    task = next(task for task in form.tasks if task.question.entry["sound"] == "keep")
    log = lines(form, {task.question.id: ("not_supported", 90)}) + lines(
        form, {task.question.id: ("supported", 90)}
    )
    (tmp_path / "x.zip").write_bytes(pack({LOG: log}, {"assignment": "fa"}))
    assert grade_file(tmp_path / "x.zip", form)["points"] == 0
