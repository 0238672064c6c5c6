"""Every solution gets full marks by its own key, and every untouched exercise nothing."""

import json
import re
import shutil

import matplotlib
import pytest

from tests.conftest import ROOT
from whosays import hand_in
from whosays.classroom.assignments import RUBRIC_MAX, assignments
from whosays.classroom.grading.grade import grade_file
from whosays.widgets import exercise as asking

KEYS = assignments(ROOT / "solutions")
each_assignment = pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)


@pytest.fixture
def ran(tmp_path, monkeypatch):
    """Run the code of a notebook where it would stand, and hand in what it answered."""

    def run(key, folder: str) -> dict:
        (tmp_path / "data").symlink_to(ROOT / "data")
        (tmp_path / "exercises").mkdir()
        shutil.copytree(ROOT / "exercises" / "questions", tmp_path / "exercises" / "questions")
        monkeypatch.chdir(tmp_path / "exercises")
        monkeypatch.setattr("matplotlib.pyplot.show", lambda *_: None)
        matplotlib.use("agg")
        asking._log.cache_clear()
        names: dict = {}
        notebook = json.loads((ROOT / folder / f"{key.sheet.lesson}.ipynb").read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                exec("".join(cell["source"]), names)
        told = hand_in(key.name, "Sol")
        return {**grade_file(told.path, key), "told": repr(told)}

    return run


def test_there_are_five_assignments():
    assert [key.name for key in KEYS] == ["e1", "e2", "e3", "e4", "e5"]


@each_assignment
def test_a_solution_gets_every_point_that_a_program_gives(key, ran):
    row = ran(key, "solutions")
    missed = {
        one["id"]: (one["points"], one["by_program"], one["feedback"])
        for one in row["questions"]
        if one["points"] != one["by_program"]
    }
    assert missed == {}
    assert "All " in row["told"]
    assert row["points"] == sum(task.points for task in key.tasks)


@each_assignment
def test_an_untouched_exercise_gets_nothing_and_says_what_is_missing(key, ran):
    row = ran(key, "exercises")
    assert (row["status"], row["points"]) == ("graded", 0)
    for task in key.tasks:
        assert task.question.id in row["told"]


@each_assignment
def test_the_points_that_a_student_reads_are_those_that_are_given(key):
    notebook = json.loads((ROOT / "exercises" / f"{key.sheet.lesson}.ipynb").read_text(encoding="utf-8"))
    intro = "".join(notebook["cells"][0]["source"])
    program = sum(task.points for task in key.tasks)
    teacher = sum(RUBRIC_MAX * len(task.rubric) for task in key.tasks)
    told = re.search(r"(\d+) points?: (\d+) by the program, (\d+) by your teacher", intro)
    assert told, intro
    assert [int(number) for number in told.groups()] == [program + teacher, program, teacher]
    minutes = key.sheet.content["minutes"]
    assert f"{minutes} minutes" in intro


@each_assignment
def test_an_assignment_asks_by_widget_by_code_and_in_writing(key):
    types = {task.question.type for task in key.tasks}
    assert types & {"value", "chart"}
    assert "writing" in types
    assert types - {"value", "chart", "writing"}
    assert any(task.rubric for task in key.tasks)


def test_roles_of_the_first_case_do_not_return_in_the_last_assignment(case):
    """There the late government counts citizens and is the one that “claimed”; here these are two governments."""
    [key] = [key for key in KEYS if key.name == "e5"]
    told = key.sheet.content["texts"]["all"]["text"]
    late = re.search(r"The Interior Ministry of (\w+), in its first word on the dead", told)[1]
    listing = re.search(r"(\w+)’s Health Office claimed that \d+ of its citizens", told)[1]
    assert f"{late}’s Interior Ministry said" in told
    assert "all dead brought to the hospital" in told
    assert late != listing
    assert case.claims.loc["c24", "cue"] == "claimed"
    assert case.sources.loc[case.claims.loc["c24", "speaker"], "side"] == "TJK"
    assert "its citizens" in case.words("c16")
    assert case.sources.loc[case.claims.loc["c16", "speaker"], "side"] == "TJK"


@each_assignment
def test_stopping_and_keeping_are_in_balance(key):
    sounds = [task.question.entry["sound"] for task in key.tasks]
    assert abs(sounds.count("stop") - sounds.count("keep")) <= 1
