"""The course for nbgrader: nothing of a key is released, and points are those of ``whosays grade``."""

import importlib.util
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.classroom.conftest import KEY, RIGHT, handed_in, lines
from tests.conftest import ROOT
from whosays.classroom.assignments import RUBRIC_MAX, assignments, exercises
from whosays.classroom.grading.grade import grade_file
from whosays.classroom.nbgrader.course_folder import course_files, source_notebook, write_course

HAS_NBGRADER = importlib.util.find_spec("nbgrader") is not None
needs_nbgrader = pytest.mark.skipif(
    not HAS_NBGRADER, reason="nbgrader is not installed; run: uv sync --group nbgrader"
)
pytestmark = pytest.mark.slow("the course for nbgrader")

PARTLY = {
    "e9-who": ("nobody", None),
    "e9-claim": ("says_less", 90),
    "e9-sum": ("no number at all", None),
    "e9-memo": ("There were 99 people hurt, the office said.", None),
}
STUDENTS = {"right": RIGHT, "partly": PARTLY, "untouched": {}, "empty": {}}
TEACHERS_LOG = "SECRET answers of the teacher, who tried the source"


def text_of(cell: dict) -> str:
    return "".join(cell["source"])


def test_the_course_of_the_repository_holds_no_cell_for_teachers_and_no_way_out():
    files = course_files(ROOT / "solutions")
    for one in assignments(ROOT / "solutions"):
        made = json.loads(files[f"source/{one.name}/{one.sheet.lesson}.ipynb"])
        told = "\n".join(map(text_of, made["cells"]))
        assert "For teachers" not in told
        assert "../" not in told
        kinds = [cell["metadata"]["nbgrader"] for cell in made["cells"] if "nbgrader" in cell["metadata"]]
        points = [kind["points"] for kind in kinds if kind["grade"]]
        assert sum(points) == sum(task.points + RUBRIC_MAX * len(task.rubric) for task in one.tasks)
        names = [kind["grade_id"] for kind in kinds]
        assert len(names) == len(set(names))
        assert all(re.fullmatch(r"[\w-]+", name) for name in names)
        assert len({cell["id"] for cell in made["cells"]}) == len(made["cells"])


def explanations(entry: object) -> Iterator[str]:
    """Yield every text of an entry of the bank that only a marked student reads."""
    if isinstance(entry, dict):
        for name, value in entry.items():
            told = name in ("reason", "right", "wrong", "why", "hint") and isinstance(value, str)
            yield from [value] if told else explanations(value)
    elif isinstance(entry, list):
        for value in entry:
            yield from explanations(value)


def test_no_explanation_of_any_key_of_the_repository_lies_in_what_nbgrader_hands_out():
    files = course_files(ROOT / "solutions")
    told = "\n".join(content.decode() for name, content in files.items() if name.startswith("source/"))
    keys = [text for one in assignments(ROOT / "solutions") for text in explanations(dict(one.sheet.content))]
    assert len(keys) > 200
    assert [
        text for text in keys if len(text) > 15 and json.dumps(text, ensure_ascii=False)[1:-1] in told
    ] == []


def test_what_students_see_is_the_exercise_with_cells_for_marks(course, key):
    made = json.loads(course_files(course / "solutions")["source/e9/e9_small.ipynb"])
    shown = [cell["id"] for cell in made["cells"] if not {"solution"} & set(cell["metadata"].get("tags", []))]
    exercise = [cell["id"] for cell in json.loads(exercises(course / "solutions")["e9_small.ipynb"])["cells"]]
    assert [name for name in shown if not name.startswith("mark-")] == exercise
    ids = [cell["id"] for cell in made["cells"]]
    assert ids.index("mark-e9-who") == ids.index("who") + 1
    assert text_of(made["cells"][ids.index("who")]).startswith("### BEGIN SOLUTION\n")


def test_paths_are_those_of_a_folder_of_its_own(key):
    cells = [
        {"cell_type": "code", "id": "a", "metadata": {}, "source": 'Case.open("../data/x")'},
        {
            "cell_type": "markdown",
            "id": "b",
            "metadata": {},
            "source": "See [lesson 01](../notebooks/01.ipynb).",
        },
        {"cell_type": "markdown", "id": "c", "metadata": {}, "source": "## Hand in\n\nPut your name."},
    ]
    made = source_notebook({"cells": cells, "metadata": {}}, key)["cells"]
    assert [text_of(cell) for cell in made[:2]] == ['Case.open("data/x")', "See lesson 01."]
    assert "with nbgrader" in text_of(made[2])


def test_writing_it_twice_changes_nothing_and_a_teachers_configuration_stays(course, tmp_path):
    assert tmp_path / "nbgrader_config.py" in write_course(course / "solutions", tmp_path)
    (tmp_path / "nbgrader_config.py").write_text("# mine")
    assert write_course(course / "solutions", tmp_path) == []


def test_an_assignment_without_its_notebook_is_named(course, tmp_path):
    shutil.copytree(course / "solutions" / "questions", tmp_path / "solutions" / "questions")
    with pytest.raises(ValueError, match=r"there is no .*e9_small\.ipynb"):
        write_course(tmp_path / "solutions", tmp_path / "to")


class Course:
    """A course that nbgrader works in, with homes of its own."""

    def __init__(self, place: Path):
        self.place = place
        # nbgrader calls alembic by name, so it must be on the PATH.
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        homes = {name: str(place.with_name(name)) for name in ("HOME", "JUPYTER_CONFIG_DIR", "IPYTHONDIR")}
        self.env = {**os.environ, **homes, "PATH": path}

    def nbgrader(self, *words: str) -> tuple[str, float]:
        start = time.perf_counter()
        command = [sys.executable, "-m", "nbgrader", *words]
        done = subprocess.run(command, cwd=self.place, env=self.env, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stderr, time.perf_counter() - start

    def submit(self, student: str, log: bytes | None) -> Path:
        to = Path(shutil.copytree(self.place / "release" / "e9", self.place / "submitted" / student / "e9"))
        if log is not None:
            (to / "answers").mkdir()
            (to / "answers" / "e9_small.jsonl").write_bytes(log)
        return to

    def grades(self, student: str) -> dict[str, tuple[float | None, bool]]:
        """Return the points by program of every cell, and whether it waits for a teacher."""
        with sqlite3.connect(self.place / "gradebook.db") as base:
            found = base.execute(
                """select base_cell.name, grade.auto_score, grade.needs_manual_grade from grade
                join base_cell on base_cell.id = grade.cell_id
                join submitted_notebook on submitted_notebook.id = grade.notebook_id
                join submitted_assignment on submitted_assignment.id = submitted_notebook.assignment_id
                where submitted_assignment.student_id = ?""",
                (student,),
            )
            return {name: (score, bool(waits)) for name, score, waits in found}


@pytest.fixture(scope="module")
def graded(course, key, tmp_path_factory):
    place = tmp_path_factory.mktemp("nbgrader") / "course"
    write_course(course / "solutions", place)
    (place / "source" / "e9" / "answers").mkdir()
    (place / "source" / "e9" / "answers" / "e9_small.jsonl").write_text(TEACHERS_LOG)
    made = Course(place)
    made.nbgrader("generate_assignment", "e9")
    for student, answers in STUDENTS.items():
        made.submit(student, lines(key, answers) if student != "untouched" else None)
    _tamper(place / "submitted" / "partly" / "e9" / "e9_small.ipynb")
    told, seconds = made.nbgrader("autograde", "e9")
    made.told = told
    print(f"\nautograde: {seconds / len(STUDENTS):.1f} s a submission, {len(STUDENTS)} in one call")
    made.nbgrader("generate_feedback", "e9")
    return made


def _tamper(path: Path) -> None:
    """Delete the cell that marks one question, and try to get the points of another by code."""
    notebook = json.loads(path.read_text())
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] != "mark-e9-claim"]
    bad = (
        "from pathlib import Path\nimport whosays.classroom.grading.grade as g\n"
        "g.grade_file = lambda *_: {'status': 'graded', 'questions': []}\n"
        "Path('answers/e9_small.jsonl').write_text('')\n"
        "from whosays import ask\nask('e9-who').answer('office')\n1/0"
    )
    cell = {"cell_type": "code", "id": "bad", "metadata": {}, "outputs": [], "execution_count": None}
    notebook["cells"].insert(1, {**cell, "source": bad})
    path.write_text(json.dumps(notebook))


@needs_nbgrader
def test_nothing_of_a_key_is_in_the_release(graded):
    files = [path for path in (graded.place / "release").rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"e9_small.ipynb", "e9_small.json", "claims.csv"}
    assert "SECRET" in KEY
    for path in files:
        assert "SECRET" not in path.read_text(encoding="utf-8"), path
    notebook = json.loads((graded.place / "release" / "e9" / "e9_small.ipynb").read_text())
    told = "\n".join(map(text_of, notebook["cells"]))
    assert "answer(" not in told
    assert "HIDDEN" not in told
    assert "raise" not in told
    assert not (graded.place / "release" / "e9" / "answers").exists()


@needs_nbgrader
@pytest.mark.parametrize("student", STUDENTS)
def test_every_question_has_the_points_that_whosays_grade_gives(graded, key, tmp_path, student):
    (tmp_path / "x.zip").write_bytes(handed_in(key, answers=STUDENTS[student]))
    row = grade_file(tmp_path / "x.zip", key)
    given = graded.grades(student)
    assert {one["id"]: (one["points"], False) for one in row["questions"]} == {
        name: score for name, score in given.items() if name in RIGHT
    }
    answered = bool(STUDENTS[student])
    rubric = {name: score for name, score in given.items() if name not in RIGHT}
    assert rubric == dict.fromkeys(
        ["e9-memo-attribution", "e9-memo-numbers"], (None, True) if answered else (0.0, False)
    )


@needs_nbgrader
def test_answers_handed_in_are_not_replaced_by_those_of_the_source(graded, key):
    logs = {who: graded.place / "autograded" / who / "e9" / "answers" / "e9_small.jsonl" for who in STUDENTS}
    assert logs["right"].read_bytes().startswith(lines(key, RIGHT))
    # The notebook did run, and what it wrote over its answers is not what was marked.
    assert "office" in logs["partly"].read_text()
    assert "nobody" not in logs["partly"].read_text()


@needs_nbgrader
def test_a_submission_without_answers_is_named(graded):
    assert "untouched handed in no answers/e9_small.jsonl" in graded.told
    assert "empty handed in no" not in graded.told


@needs_nbgrader
def test_the_feedback_page_says_why_and_shows_the_text_that_was_marked(graded):
    def page(student: str) -> str:
        return (graded.place / "feedback" / student / "e9" / "e9_small.html").read_text(encoding="utf-8")

    assert "SECRET-WRONG" in page("partly")
    assert "0 of 2. Not yet." in page("partly")
    assert "You answered: Nobody" in page("partly")
    assert "There were 99 people hurt" in page("partly")
    assert "Not answered." in page("untouched")
    assert "not marked: run nbgrader" not in page("right")


@needs_nbgrader
def test_without_running_the_notebooks_the_points_are_the_same(graded):
    before = {student: graded.grades(student) for student in STUDENTS}
    config = graded.place / "nbgrader_config.py"
    config.write_text(config.read_text().replace("run=True", "run=False"))
    _, seconds = graded.nbgrader("autograde", "e9", "--force")
    print(f"\nautograde without running: {seconds / len(STUDENTS):.1f} s a submission")
    assert {student: graded.grades(student) for student in STUDENTS} == before


@needs_nbgrader
def test_answers_that_cannot_be_graded_stop_that_submission_and_are_no_zero(graded, key):
    graded.submit("huge", lines(key, RIGHT) + b"\n{}" * 60_000)
    with pytest.raises(AssertionError, match=r"lines; at most 50,000 are read"):
        graded.nbgrader("autograde", "e9", "--student", "huge")
    assert not (graded.place / "autograded" / "huge" / "e9").exists()
    assert all(score is None for score, _ in graded.grades("huge").values())
