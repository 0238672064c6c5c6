"""A notebook that was handed in can be run too, in a folder and a process of its own."""

import json
import re

import pytest

from tests.classroom.conftest import grading, handed_in, lines
from whosays.answers.submission import LOG, NOTEBOOK, pack
from whosays.classroom.grading import rerun
from whosays.classroom.grading.rerun import grade_and_rerun

pytestmark = pytest.mark.slow("handed-in notebooks that are run")


def notebook(*sources) -> bytes:
    cells = [
        {
            "cell_type": "code",
            "id": f"c{n}",
            "metadata": {},
            "source": source,
            "outputs": [],
            "execution_count": None,
        }
        for n, source in enumerate(sources)
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


@pytest.fixture
def note(key, course, tmp_path):
    def ran(content: bytes) -> tuple[str, dict]:
        path = tmp_path / "x.zip"
        path.write_bytes(pack({LOG: lines(key, {}), NOTEBOOK: content}, {"assignment": "e9", "name": "Bo"}))
        [(_, _, row)] = grade_and_rerun([str(path)], str(course / "solutions"), "e9")
        return row["odd"][-1], row

    return ran


def test_a_notebook_that_runs_and_one_that_does_not_are_told_apart(note, course):
    told, row = note(notebook('from whosays import ask\nask("e9-who")', "open('left.txt', 'w').close()"))
    assert told == "the notebook runs from top to bottom"
    assert row["points"] == 0
    assert not list(course.rglob("left.txt"))
    assert note(notebook("1/0"))[0] == "the notebook stops: ZeroDivisionError: division by zero"


def test_the_notebook_finds_the_answers_that_were_handed_in(key, course, tmp_path):
    asks = 'from whosays import ask\nassert ask("e9-who").state["answer"] == "office"'
    files = {LOG: lines(key, {"e9-who": ("office", None)}), NOTEBOOK: notebook(asks)}
    (tmp_path / "x.zip").write_bytes(pack(files, {"assignment": "e9", "name": "Bo"}))
    [(_, _, row)] = grade_and_rerun([str(tmp_path / "x.zip")], str(course / "solutions"), "e9")
    assert row["odd"] == ["the notebook runs from top to bottom"]


def test_what_was_graded_before_is_run_when_that_is_asked_for(key, course, tmp_path, capsys):
    (tmp_path / "inbox").mkdir()
    content = pack({LOG: lines(key, {}), NOTEBOOK: notebook("1/0")}, {"assignment": "e9", "name": "Bo"})
    (tmp_path / "inbox" / "x.zip").write_bytes(content)
    for more, graded in (([], 1), (["--rerun"], 1), ([], 0)):
        assert grading(tmp_path / "inbox", course, *more) == 0
        assert f"1 files, {graded} graded now" in capsys.readouterr().out
    assert (
        "the notebook stops: ZeroDivisionError"
        in (tmp_path / "inbox-grades" / "e9" / "grades.csv").read_text()
    )


def test_a_cell_that_does_not_end_is_stopped(note, monkeypatch):
    monkeypatch.setattr(rerun, "CELL_SECONDS", 2)
    assert (
        note(notebook("while True: pass"))[0]
        == "a cell of the notebook ran longer than 2 seconds and was stopped"
    )


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"no json"])
def test_a_notebook_that_is_none_is_noted_and_the_answers_still_count(note, content):
    told, row = note(content)
    assert re.fullmatch(r"the notebook could not be run: it is no notebook \(\w+\)", told)
    assert row["status"] == "graded"


def test_without_a_notebook_there_is_a_note(key, course, tmp_path):
    (tmp_path / "x.zip").write_bytes(pack({LOG: b""}, {"assignment": "e9"}))
    [(_, _, row)] = grade_and_rerun([str(tmp_path / "x.zip")], str(course / "solutions"), "e9")
    assert row["odd"] == ["the notebook could not be run: there is no notebook.ipynb in it"]
    (tmp_path / "x.zip").write_bytes(handed_in(key)[:99])
    [(_, _, row)] = grade_and_rerun([str(tmp_path / "x.zip")], str(course / "solutions"), "e9")
    assert row["odd"] == []
