"""What students get runs, holds no key, and never overwrites what they wrote."""

import io
import json
import re
import zipfile

import pytest

from tests.conftest import ROOT
from whosays.classroom.assignments import assignments
from whosays.classroom.handout import hand_out
from whosays.cli import main


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    to = tmp_path_factory.mktemp("out") / "who-says"
    return hand_out(ROOT, to), to


def contents(archive: bytes) -> dict[str, bytes]:
    """Return every file in a zip, wheels and zips in it opened."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        for name in opened.namelist():
            content = opened.read(name)
            found[name] = content
            if name.endswith((".whl", ".zip")):
                found |= {f"{name}/{inner}": data for inner, data in contents(content).items()}
    return found


def explanations(value) -> set[str]:
    """Return every text of an entry that only who has the key may read."""
    if isinstance(value, dict):
        told = {
            v
            for k, v in value.items()
            if k in ("right", "wrong", "also", "why", "reason", "hint") and isinstance(v, str)
        }
        return told.union(*(explanations(inner) for inner in value.values()))
    return set().union(*(explanations(inner) for inner in value)) if isinstance(value, list) else set()


def test_no_key_of_a_graded_question_is_in_the_bundle(bundle):
    files = contents(bundle[0].archive.read_bytes())
    told = "\n".join(data.decode("utf-8", "replace") for data in files.values()).replace('\\"', '"')
    entries = [dict(entry) for one in assignments(ROOT / "solutions") for entry in one.sheet.entries.values()]
    secrets = set().union(*map(explanations, entries))
    # Sentences that a lesson says in the same words give nothing away.
    lessons = [*(ROOT / "data" / "questions").glob("[0-9]*.toml"), *(ROOT / "notebooks").glob("*.ipynb")]
    known = "\n".join(path.read_text(encoding="utf-8") for path in lessons)
    public = {secret for secret in secrets if secret in known}
    assert len(secrets) > 250
    assert len(public) < 10
    assert [secret for secret in secrets - public if secret in told] == []


def test_what_is_handed_out_of_a_graded_question_has_no_part_of_a_key(bundle):
    found = 0
    for name, content in contents(bundle[0].archive.read_bytes()).items():
        if "/exercises/questions/" in name:
            for question in json.loads(content)["questions"]:
                found += 1
                assert set(question) == {"id", "version", "points", "spec", "rubric"}
                told = json.dumps(question["spec"])
                assert not re.search(
                    r'"(right|wrong|also|why|reason|hint|accept|reject|misconception|sound)":', told
                )
    assert found > 50


def test_a_bundle_has_no_solutions_no_cells_for_teachers_and_no_answers(bundle):
    files = contents(bundle[0].archive.read_bytes())
    assert not [name for name in files if "solutions" in name or "es/answers/" in name or "classroom" in name]
    for name, content in files.items():
        if name.endswith(".ipynb"):
            tags = {tag for cell in json.loads(content)["cells"] for tag in cell["metadata"].get("tags", [])}
            assert not tags & {"teacher", "solution"}, name


def test_a_bundle_has_all_that_students_need(bundle):
    files = contents(bundle[0].archive.read_bytes())
    for part in (
        "notebooks/00_start_here.ipynb",
        "data/questions/01_who_says_so.toml",
        "README.md",
        "exercises/e1_ledger.ipynb",
    ):
        assert f"who-says/{part}" in files
    assert any(name.endswith("-none-any.whl") for name in files)
    assert any(name.endswith(".whl/whosays/answers/hand_in.py") for name in files)


def test_folder_and_zip_hold_the_same(bundle):
    to = bundle[1]
    inside = {
        p.relative_to(to.parent).as_posix(): p.read_bytes()
        for p in to.rglob("*")
        if p.is_file() and p.name != ".handout.json"
    }
    with zipfile.ZipFile(bundle[0].archive) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == inside


def test_handing_out_again_changes_nothing(course, tmp_path):
    (course / "notebooks").mkdir(exist_ok=True)
    (course / "notebooks" / "00_x.ipynb").write_bytes((course / "exercises" / "e9_small.ipynb").read_bytes())
    first = hand_out(course, tmp_path / "out")
    archive = first.archive.read_bytes()
    again = hand_out(course, tmp_path / "out")
    assert (again.written, again.kept, again.archive.read_bytes()) == (0, [], archive)


def test_what_a_student_wrote_stays_and_what_they_did_not_touch_is_renewed(course, tmp_path):
    lesson = course / "notebooks" / "00_x.ipynb"
    lesson.parent.mkdir(exist_ok=True)
    whole = json.loads((course / "exercises" / "e9_small.ipynb").read_text())
    lesson.write_text(json.dumps(whole))
    to = tmp_path / "out"
    hand_out(course, to)
    answers = to / "exercises" / "answers" / "e9_small.jsonl"
    answers.parent.mkdir()
    answers.write_text("mine")
    mine = to / "exercises" / "e9_small.ipynb"
    mine.write_text(mine.read_text().replace("E9", "my own"))
    for path in (lesson, course / "exercises" / "e9_small.ipynb"):
        whole["cells"][0]["source"] = "# Newer"
        path.write_text(json.dumps(whole))
    done = hand_out(course, to)
    assert done.kept == [mine]
    assert "my own" in mine.read_text()
    assert "# Newer" in (to / "exercises" / "e9_small (new).ipynb").read_text()
    assert "# Newer" in (to / "notebooks" / "00_x.ipynb").read_text()
    assert answers.read_text() == "mine"


@pytest.mark.parametrize("to", [".", ".."])
def test_the_course_itself_is_never_written_into(course, monkeypatch, capsys, to):
    monkeypatch.chdir(course)
    before = sorted(course.rglob("*"))
    assert main(["handout", "--to", to]) == 2
    assert "name a new folder, such as who-says" in capsys.readouterr().err
    assert sorted(course.rglob("*")) == before


def test_outside_of_a_course_it_says_what_to_do(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["handout", "--to", "out"]) == 2
    assert "run this in the course folder" in capsys.readouterr().err


def test_every_assignment_has_a_salt_of_its_own_that_is_not_handed_out():
    keys = assignments(ROOT / "solutions")
    salts = {str(key.sheet.content["salt"]) for key in keys}
    assert len(salts) == len(keys)
    for path in (ROOT / "exercises").rglob("*.json"):
        assert not [salt for salt in salts if salt in path.read_text(encoding="utf-8")]
    for task in (task for key in keys for task in key.tasks):
        assert task.question.versions == {task.question.version, task.question._digest("")}
        assert len(task.question.versions) == 2
