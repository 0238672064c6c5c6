"""The wheel stands alone: an empty environment, no network, one command, and a student works.

What the course needs of others comes from the environment of these tests; whosays itself from the wheel alone.
"""

import json
import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import nbformat
import pytest

from tests.classroom.test_handout import explanations
from tests.conftest import ROOT
from whosays.classroom.assignments import assignments

pytestmark = pytest.mark.slow("the wheel in an empty environment, offline")

# Looks up no name, so that whatever would ask the network fails, and says so.
OFFLINE = {"PIP_NO_INDEX": "1", "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
RUN = """
import sys, nbformat
from nbclient import NotebookClient
path = sys.argv[1]
notebook = nbformat.read(path, 4)
NotebookClient(notebook, timeout=120, resources={"metadata": {"path": "notebooks"}}).execute()
nbformat.write(notebook, path)
"""


def run(*command: object, cwd: Path, **more: str) -> str:
    """Run *command* in the folder *cwd*, and return what it printed."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV", "UV_"))}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**environment, **OFFLINE, **more},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def built(to: Path, **more: str) -> Path:
    """Build the wheel into the folder *to*, with the hatchling of this environment."""
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", to, cwd=ROOT, **more)
    [wheel] = to.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    return built(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def files(wheel) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def scripts(wheel, tmp_path_factory) -> Path:
    """Return the folder of the programs of an environment that has the wheel, and no network."""
    place = tmp_path_factory.mktemp("empty") / "environment"
    venv.create(place, with_pip=True)
    folders = {name: str(place) for name in ("base", "platbase", "installed_base")}
    scheme = sysconfig.get_preferred_scheme("prefix")
    programs = Path(sysconfig.get_path("scripts", scheme, folders))
    run(programs / "pip", "install", "-q", "--no-deps", wheel, cwd=place)
    # Only folders are added: a link to the clone, in a .pth of that folder, is not followed.
    library = Path(sysconfig.get_path("purelib", scheme, folders))
    (library / "others.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return programs


def test_the_wheel_holds_what_students_get_of_the_course_and_the_library(files):
    for name in (
        "notebooks/00_start_here.ipynb",
        "data/questions/01_who_says_so.toml",
        "exercises/e1_ledger.ipynb",
    ):
        assert f"whosays/_course/{name}" in files
    ours = {
        p.relative_to(ROOT / "src").as_posix()
        for p in (ROOT / "src").rglob("*")
        if "__pycache__" not in p.parts
    }
    assert {name for name in ours if (ROOT / "src" / name).is_file()} <= set(files)


def test_the_wheel_holds_no_solution_no_answer_and_no_cell_for_teachers(files):
    course = {name: data for name, data in files.items() if name.startswith("whosays/_course/")}
    assert len(course) > 50
    assert not [name for name in files if "solutions" in name or "tests/" in name]
    assert not [name for name in course if "/answers/" in name]
    for name, content in course.items():
        if name.endswith(".ipynb"):
            tags = {tag for cell in json.loads(content)["cells"] for tag in cell["metadata"].get("tags", [])}
            assert not tags & {"teacher", "solution"}, name
        if "/exercises/questions/" in name:
            for question in json.loads(content)["questions"]:
                assert set(question) == {"id", "version", "points", "spec", "rubric"}


def test_the_wheel_holds_no_explanation_of_a_question_of_an_assignment(files):
    entries = [dict(entry) for one in assignments(ROOT / "solutions") for entry in one.sheet.entries.values()]
    secrets = set().union(*map(explanations, entries))
    told = "\n".join(data.decode("utf-8", "replace") for data in files.values()).replace('\\"', '"')
    lessons = [*(ROOT / "data" / "questions").glob("[0-9]*.toml"), *(ROOT / "notebooks").glob("*.ipynb")]
    public = "\n".join(path.read_text(encoding="utf-8") for path in lessons)
    assert len(secrets) > 250
    assert [secret for secret in secrets if secret in told and secret not in public] == []


def test_the_wheel_says_under_which_licences_it_is(files):
    [about] = [data.decode() for name, data in files.items() if name.endswith("METADATA")]
    assert "License-Expression: BSD-3-Clause AND CC-BY-4.0 AND LicenseRef-Article" in about
    assert [name for name in files if name.endswith("licenses/data/LICENSE.md")]


def test_a_wheel_without_the_article_can_be_built_and_says_that_it_has_no_course(tmp_path):
    with zipfile.ZipFile(built(tmp_path, HATCH_BUILD_NO_HOOKS="true")) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "alone")
    assert "whosays/__init__.py" in names
    assert not [
        name for name in names if "_course" in name or name.endswith((".ipynb", ".csv", "article.txt"))
    ]
    command = [sys.executable, "-m", "whosays", "start", "--no-open"]
    done = subprocess.run(
        command,
        cwd=tmp_path / "alone",
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **OFFLINE},
    )
    assert done.returncode == 2
    assert done.stderr.startswith("whosays start: this whosays came without the course")


def test_a_student_with_the_wheel_alone_starts_answers_and_comes_back(scripts, tmp_path):
    here = tmp_path / "an empty folder"
    here.mkdir()
    python, whosays = scripts / "python", scripts / "whosays"
    assert run(whosays, "--version", cwd=here).startswith("whosays 0.")
    place = run(python, "-c", "import whosays; print(whosays.__file__)", cwd=here)
    assert Path(place.strip()).is_relative_to(scripts.parent)

    assert "The course is in" in run(whosays, "start", "--no-open", cwd=here)
    course = here / "who-says"
    lesson = course / "notebooks" / "01_who_says_so.ipynb"
    notebook = nbformat.read(lesson, 4)
    bank = tomllib.loads((course / "data" / "questions" / "01_who_says_so.toml").read_text(encoding="utf-8"))
    question = next(entry for entry in bank["question"] if entry["type"] == "choice")
    answer = f"ask({question['id']!r}).answer({question['options'][0]['id']!r})"
    notebook.cells.append(nbformat.v4.new_code_cell(answer))
    nbformat.write(notebook, lesson)
    run(python, "-c", RUN, lesson, cwd=course)
    log = course / "notebooks" / "answers" / "01_who_says_so.jsonl"
    given = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [one["question"] for one in given if one["event"] == "answer"] == [question["id"]]

    before = {path: path.read_bytes() for path in course.rglob("*") if path.is_file()}
    run(whosays, "start", "--no-open", cwd=course / "notebooks")
    run(whosays, "start", "--no-open", course, cwd=here)
    assert {path: path.read_bytes() for path in course.rglob("*") if path.is_file()} == before


def test_a_hand_out_from_the_wheel_does_not_hold_the_course_twice(scripts, tmp_path):
    program = "from pathlib import Path; from whosays.site.wheels import own; own(Path('made'))"
    run(scripts / "python", "-c", program, cwd=tmp_path)
    [made] = (tmp_path / "made").glob("*.whl")
    names = zipfile.ZipFile(made).namelist()
    assert "whosays/course.py" in names
    assert not [name for name in names if "_course" in name]
