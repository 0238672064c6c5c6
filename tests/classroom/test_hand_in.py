"""hand_in() writes one file, says what is open, and needs no server."""

import io
import json
import os
import re
import time
import zipfile
from pathlib import Path

import pytest

from tests.classroom.conftest import RIGHT
from whosays import ask, hand_in
from whosays.answers.submission import LOG, file_name, pack
from whosays.classroom.intake.untrusted_files import open_submission, read_submission
from whosays.questions import BankError
from whosays.widgets import exercise as asking


@pytest.fixture
def place(course, tmp_path, monkeypatch):
    for name in ("data", "exercises"):
        (tmp_path / name).mkdir() if name == "exercises" else (tmp_path / name).symlink_to(course / name)
    (tmp_path / "exercises" / "questions").symlink_to(course / "exercises" / "questions")
    (tmp_path / "exercises" / "e9_small.ipynb").write_bytes(
        (course / "exercises" / "e9_small.ipynb").read_bytes()
    )
    monkeypatch.chdir(tmp_path / "exercises")
    asking._log.cache_clear()
    return tmp_path / "exercises"


def test_without_a_name_nothing_is_written_and_what_is_open_is_told(place):
    told = hand_in("e9")
    assert told.path is None
    assert "Not answered yet: e9-who, e9-claim, e9-sum, e9-memo (4 of 4)" in repr(told)
    assert 'hand_in("e9", name="…")' in repr(told)
    assert list(place.glob("*.zip")) == []


def test_what_was_answered_is_in_the_file_with_the_notebook_and_a_manifest(place):
    for question, (answer, sure) in RIGHT.items():
        ask(question).answer(answer, sure)
    told = hand_in("e9", name="Анна, Ozod")
    assert told.path.name == "e9_анна-ozod.zip"
    assert repr(told).startswith("All 4 questions are answered.\nWritten: e9_анна-ozod.zip")
    with zipfile.ZipFile(told.path) as archive:
        assert sorted(archive.namelist()) == ["answers.jsonl", "manifest.json", "notebook.ipynb"]
        manifest = json.loads(archive.read("manifest.json"))
        assert archive.read("notebook.ipynb") == (place / "e9_small.ipynb").read_bytes()
    assert set(manifest["versions"]) == {"whosays", "python"}
    assert set(manifest["questions"]) == set(RIGHT)
    read = open_submission(told.path)
    assert (read.name, read.assignment, read.odd) == ("Анна, Ozod", "e9", [])
    assert {name: one.answer for name, one in read.last().items()} == {n: a for n, (a, _) in RIGHT.items()}


def test_nothing_answered_can_be_handed_in_too(place):
    told = hand_in("e9", name="Bo")
    assert "(4 of 4)" in repr(told)
    assert open_submission(told.path).records == []


def test_the_page_has_a_link_to_download_it_and_escapes_the_name(place):
    shown = hand_in("e9", name="<img src=x>")._repr_mimebundle_()
    assert 'download="e9_img-src-x.zip"' in shown["text/html"]
    assert "<img" not in shown["text/html"]


def test_a_folder_that_cannot_be_written_to_is_told(place, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.write_bytes", refuse)
    told = hand_in("e9", name="Bo")
    assert told.path is None
    assert "could not be written (Permission denied). Make room" in repr(told)


def test_an_unknown_assignment_is_named_with_those_there_are(place):
    with pytest.raises(BankError, match="there is no assignment 'e7'; there is e9"):
        hand_in("e7")


def test_handing_in_a_test_works_too(place):
    assert "16 of 16" in repr(hand_in("fa", name="Bo"))


def test_a_copy_beside_the_notebook_is_not_taken_for_it(place):
    (place / "e9_small (new).ipynb").write_text("{}")
    (place / "e9_small-Copy1.ipynb").write_text("{}")
    with zipfile.ZipFile(hand_in("E9", name="Bo").path) as archive:
        assert archive.read("notebook.ipynb") == (place / "e9_small.ipynb").read_bytes()
        assert json.loads(archive.read("manifest.json"))["assignment"] == "e9"


def test_what_is_packed_holds_no_time_and_is_the_same_bytes_whenever_it_is_packed(monkeypatch):
    first = pack({LOG: b"{}\n"}, {"assignment": "e9"})
    monkeypatch.setattr("time.localtime", lambda *_: time.struct_time((2031, 5, 6, 7, 8, 9, 1, 126, 0)))
    assert pack({LOG: b"{}\n"}, {"assignment": "e9"}) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_DEFLATED}


@pytest.mark.parametrize(
    "name", ["Bo \ud83d", "\udc00", "Bo\0", "CON", "../../x", "e\u0301" * 300, "\u202eBo"]
)
def test_any_name_can_be_handed_in_and_is_read_as_far_as_it_is_one(name):
    content = pack({LOG: b""}, {"assignment": "e9", "name": name, "made": "2026"})
    read = read_submission(content).name
    assert read == (" ".join(re.sub("[\0\ud800-\udfff]", " ", name).split())[:200] or "nameless")
    assert Path(file_name("e9", name)).name == file_name("e9", name)
    assert len(os.fsencode(file_name("e9", name))) < 250
