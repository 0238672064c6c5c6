"""Exercises are made from solutions: byte-stable, without answers, without keys."""

import json

import pytest

from tests.classroom.conftest import KEY
from tests.conftest import ROOT
from whosays.classroom import assignments
from whosays.classroom.assignments import assignment, exercises, student_view, write_exercises
from whosays.questions import Bank, Keyless, checks


def test_cells_for_teachers_and_solutions_are_dropped_and_ids_stay(course):
    made = json.loads((course / "exercises" / "e9_small.ipynb").read_text())
    assert [cell["id"] for cell in made["cells"]] == ["title", "ask-who"]


def test_nothing_of_a_key_is_in_what_students_get(course):
    told = "".join(exercises(course / "solutions").values())
    assert "SECRET" in KEY
    assert "SECRET" not in told


def test_making_them_twice_changes_nothing(course):
    assert write_exercises(course / "solutions", course / "exercises") == []


def test_the_exercises_of_the_repository_are_those_of_its_solutions():
    made = exercises(ROOT / "solutions")
    stored = {
        path.relative_to(ROOT / "exercises").as_posix(): path.read_text(encoding="utf-8")
        for pattern in ("*.ipynb", "questions/*.json")
        for path in (ROOT / "exercises").glob(pattern)
    }
    assert stored == made


def test_a_question_of_an_assignment_is_asked_without_its_key(course):
    asked = (
        Bank.open(course / "data" / "questions")
        ._replace(folder=course / "data" / "questions")
        .asked("e9-who")
    )
    assert isinstance(asked, Keyless)


def test_an_unknown_assignment_is_named_with_those_there_are(course):
    with pytest.raises(ValueError, match="there is no assignment 'e7'; there is e9, fa, fb, fd"):
        assignment(course / "solutions", "e7")
    with pytest.raises(ValueError, match="there is no assignment in"):
        assignments.assignments(course)


def test_a_test_of_the_bank_can_be_graded_like_an_assignment(course):
    assert assignment(course / "solutions", "fa").first_counts


def test_the_keys_of_the_repository_have_no_problems():
    assert [str(problem) for problem in checks.problems(ROOT / "solutions" / "questions")] == []


def test_a_notebook_without_tags_stays_as_it_is():
    plain = {"cells": [{"cell_type": "markdown", "id": "a", "metadata": {}, "source": "x"}], "nbformat": 4}
    assert student_view(plain) == plain
