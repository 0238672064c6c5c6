"""A student who has only the package runs one command, again and again, and loses nothing."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.conftest import ROOT
from whosays.cli import jupyter_lab, main
from whosays.cli.start import FIRST, RECORD
from whosays.student_copy import NoCourseError, shipped_files


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Return an empty folder, which is the current one; its path has blanks and letters of other scripts."""
    folder = tmp_path / "Мои документы – naïve & new"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def opened(monkeypatch):
    """Return what would have been opened."""
    calls = []
    monkeypatch.setattr(jupyter_lab, "_wait", lambda command: calls.append(command) or 0)
    monkeypatch.setattr(jupyter_lab, "_running", lambda folder: None)
    monkeypatch.delenv("JUPYTERHUB_SERVICE_PREFIX", raising=False)
    return calls


def refused(capsys, *arguments: str) -> str:
    """Return the sentence with which ``whosays start`` refuses, which is one line and no traceback."""
    assert main(["start", *arguments]) == 2
    [line] = capsys.readouterr().err.splitlines()
    return line


def test_in_an_empty_folder_the_course_is_laid_into_a_new_one_and_lesson_00_is_opened(here, opened, capsys):
    assert main(["start"]) == 0
    course = here / "who-says"
    assert {path.name for path in course.iterdir()} == {"data", "exercises", "notebooks", "README.md", RECORD}
    [[python, *_, root, notebook]] = opened
    assert python == sys.executable
    assert (root, notebook) == (f"--ServerApp.root_dir={course}", str(course / "notebooks" / FIRST))
    assert (
        capsys.readouterr().out
        == f"The course is in {course}; your answers will be kept there, beside the notebooks.\n"
    )


def test_a_folder_may_be_named_and_nothing_be_opened(here, opened):
    assert main(["start", "my course", "--no-open"]) == 0
    assert (here / "my course" / "notebooks" / FIRST).is_file()
    assert opened == []


@pytest.mark.parametrize("inside", [".", "notebooks", "notebooks/answers", "data/questions"])
def test_inside_a_course_that_course_is_opened(here, opened, monkeypatch, inside):
    main(["start", "--no-open"])
    place = here / "who-says" / inside
    place.mkdir(exist_ok=True)
    monkeypatch.chdir(place)
    assert main(["start"]) == 0
    assert opened[0][-1] == str(here / "who-says" / "notebooks" / FIRST)
    assert not list((here / "who-says").rglob("who-says"))


def test_in_a_clone_the_clone_itself_is_opened_and_nothing_is_laid(opened, monkeypatch, capsys):
    monkeypatch.chdir(ROOT / "notebooks")
    assert main(["start"]) == 0
    assert opened[0][-1] == str(ROOT / "notebooks" / FIRST)
    assert "it stays as it is" in capsys.readouterr().out
    assert not (ROOT / RECORD).exists()


def test_what_a_teacher_handed_out_is_not_renewed(here, opened, capsys):
    main(["start", "--no-open"])
    (here / "who-says" / RECORD).rename(here / "who-says" / ".handout.json")
    lesson = here / "who-says" / "notebooks" / FIRST
    lesson.write_bytes(b"the teacher's")
    assert main(["start", "who-says"]) == 0
    assert lesson.read_bytes() == b"the teacher's"


def test_somebody_else_s_questions_further_up_are_no_course(here, opened):
    (here / "data" / "questions").mkdir(parents=True)
    assert main(["start", "--no-open"]) == 0
    assert (here / "who-says" / "notebooks" / FIRST).is_file()


def test_half_of_a_course_is_made_whole(here, opened):
    lesson = here / "notebooks" / FIRST
    lesson.parent.mkdir()
    lesson.write_bytes(b"mine")
    assert main(["start", ".", "--no-open"]) == 0
    assert (here / "data" / "questions").is_dir()
    assert lesson.read_bytes() == b"mine"


def test_a_second_start_keeps_what_was_written_and_says_what_is_newer(here, opened, monkeypatch, capsys):
    main(["start", "--no-open"])
    course = here / "who-says"
    mine = course / "notebooks" / "01_who_says_so.ipynb"
    mine.write_bytes(b"mine")
    log = course / "notebooks" / "answers" / "01_who_says_so.jsonl"
    log.parent.mkdir()
    log.write_bytes(b"my answers")
    capsys.readouterr()
    main(["start", "--no-open"])
    assert len(capsys.readouterr().out.splitlines()) == 1
    files = shipped_files()
    newer = {name: content + b" " for name, content in files.items() if name.endswith(".ipynb")}
    monkeypatch.setattr("whosays.student_copy.shipped_files", lambda: {**files, **newer})
    main(["start", "--no-open"])
    told = capsys.readouterr().out.splitlines()[1:]
    assert told == [
        f"{len(newer) - 1} files are newer than before.",
        f"{mine} was changed by you and stays; a newer one is beside it.",
    ]
    assert (mine.read_bytes(), log.read_bytes()) == (b"mine", b"my answers")
    assert (
        mine.with_name("01_who_says_so (new).ipynb").read_bytes() == newer["notebooks/01_who_says_so.ipynb"]
    )


def test_what_is_laid_is_what_is_handed_out(here):
    from whosays.classroom.handout import hand_out

    main(["start", "--no-open"])
    hand_out(ROOT, here / "out")
    laid, handed = (
        {p.relative_to(f).as_posix(): p.read_bytes() for p in f.rglob("*") if p.is_file()}
        for f in (here / "who-says", here / "out")
    )
    own = {"README.md", RECORD, ".handout.json"}
    assert {name: data for name, data in laid.items() if name not in own} == {
        name: data for name, data in handed.items() if name not in own and not name.startswith("wheels/")
    }


def test_a_file_in_place_of_the_folder_is_a_sentence(here, capsys):
    (here / "who-says").write_text("mine")
    assert "who-says is a file; name another folder" in refused(capsys)
    assert (here / "who-says").read_text() == "mine"


def test_a_folder_that_may_not_be_written_is_a_sentence(here, capsys, monkeypatch):
    def refuse(path, content):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("whosays.classroom.lay_out._put", refuse)
    assert "name a folder of your own" in refused(capsys)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_a_sentence(here, capsys):
    here.chmod(0o500)
    assert "name a folder of your own" in refused(capsys)


def test_a_course_that_may_not_be_written_is_not_opened_since_no_answer_could_be_kept(
    here, opened, capsys, monkeypatch
):
    main(["start", "--no-open"])
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert "no answer could be kept" in refused(capsys)
    assert opened == []


def test_without_jupyterlab_the_course_is_laid_and_a_sentence_says_what_to_install(here, capsys, monkeypatch):
    monkeypatch.setattr(jupyter_lab, "find_spec", lambda name: None)
    assert f"{sys.executable} -m pip install jupyterlab" in refused(capsys)
    assert (here / "who-says" / "notebooks" / FIRST).is_file()


def test_a_package_that_came_without_the_course_says_so(here, capsys, monkeypatch):
    monkeypatch.setattr("whosays.student_copy.Course.around", lambda place: None)
    with pytest.raises(NoCourseError):
        shipped_files()
    assert "install the wheel of a release" in refused(capsys)
    assert not (here / "who-says").exists()


def test_on_a_hub_no_second_jupyterlab_is_started(here, opened, capsys, monkeypatch):
    monkeypatch.setenv("JUPYTERHUB_SERVICE_PREFIX", "/user/anna/")
    assert main(["start"]) == 0
    assert "This is a hub" in capsys.readouterr().out
    assert opened == []


def test_jupyterlab_that_could_not_start_is_a_finding_and_a_sentence(here, opened, capsys, monkeypatch):
    monkeypatch.setattr(jupyter_lab, "_wait", lambda command: 1)
    assert main(["start"]) == 1
    assert "its last lines, above, say why" in capsys.readouterr().err


@pytest.mark.slow("JupyterLab started by whosays start")
@pytest.mark.skipif(os.name == "nt", reason="the browser of this test is a shell script")
def test_jupyterlab_is_opened_in_the_browser_that_is_named_and_a_second_start_finds_it(here):
    browser, seen = here / "browser", here / "seen"
    browser.write_text(f'#!/bin/sh\necho "$1" >> "{seen}"\n')
    browser.chmod(0o755)
    config = here / "config"
    config.mkdir()
    (config / "jupyter_server_config.json").write_text(
        '{"ServerApp": {"allow_root": true, "ip": "127.0.0.1"}}'
    )
    folders = {"JUPYTER_CONFIG_DIR": str(config), "JUPYTER_RUNTIME_DIR": str(here / "runtime")}
    # Python splits BROWSER at blanks, as in a command line.
    environment = {**os.environ, **folders, "BROWSER": f"'{browser}' %s"}
    (here / "random.py").write_text("raise SystemExit('a file of the student was taken for one of Python')")
    start = [sys.executable, "-P", "-m", "whosays", "start"]
    first = subprocess.Popen(start, cwd=here, env=environment, stderr=subprocess.DEVNULL)
    try:
        until(lambda: seen.exists() and seen.read_text(), first)
        page = Path(unquote(seen.read_text().strip().removeprefix("file://")))
        assert f"lab/tree/notebooks/{FIRST}" in page.read_text(encoding="utf-8")
        second = subprocess.run(start, cwd=here, env=environment, capture_output=True, text=True, timeout=60)
        assert "It is open already: http://127.0.0.1:" in second.stdout, second.stderr
        until(lambda: len(seen.read_text().splitlines()) == 2, first)
        [server] = (here / "runtime").glob("jpserver-*.json")
        assert f"?token={json.loads(server.read_text())['token']}" in seen.read_text()
    finally:
        for server in (here / "runtime").glob("jpserver-*.json"):
            os.kill(json.loads(server.read_text())["pid"], 15)
        first.wait(30)


def until(done, process) -> None:
    """Wait for *done* while *process* runs."""
    for _ in range(600):
        if done():
            return
        assert process.poll() is None, "JupyterLab has ended"
        time.sleep(0.1)
    raise AssertionError("nothing happened for a minute")
