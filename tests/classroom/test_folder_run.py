"""A folder is graded in batches by any engine, in order, with few under way; each row knows whose it is."""

from concurrent.futures import Future
from pathlib import Path

import pytest

from whosays.classroom.grading import folder_run
from whosays.classroom.grading.folder_run import Run, Workers, grade_folder, key_digest
from whosays.classroom.grading.grade import digest_of, not_graded
from whosays.classroom.grading.results_db import Store


class Engine:
    """Do the work at once when its result is asked for, and note how many batches wait for that."""

    def __init__(self):
        self.batches, self.waiting, self.most = [], 0, 0

    def submit(self, work, paths, *more):
        self.batches.append((paths, *more))
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        told = Future()
        told.set_result(work(paths, *more))
        asked = told.result

        def result():
            self.waiting -= 1
            return asked()

        told.result = result
        return told


def work(paths, solutions, name):
    """Grade by the names of files alone: "amy.zip" is from amy."""
    rows = []
    for path in paths:
        rows.append((path, digest_of(Path(path)), {**not_graded("none"), "name": Path(path).stem.upper()}))
    return rows


@pytest.fixture
def inbox(tmp_path):
    for name in ("b.zip", "a.zip", "doe_LATE_12_34_c.zip", "team/d.zip", "team/e_late_1.zip"):
        (tmp_path / "inbox" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "inbox" / name).write_text(name)
    return tmp_path / "inbox"


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "kept.sqlite", "e9", ["key"]) as opened:
        yield opened


def run(inbox, key, store, many=1) -> tuple[Run, Engine]:
    engine = Engine()
    return grade_folder(inbox, key, store, Workers(engine, many, work)), engine


def test_all_files_are_graded_once_and_those_that_changed_once_more(inbox, key, store):
    told, engine = run(inbox, key, store)
    assert told == Run(files=5, graded=5)
    [(paths, solutions, name)] = engine.batches
    assert paths == [
        str(inbox / n) for n in ("a.zip", "b.zip", "doe_LATE_12_34_c.zip", "team/d.zip", "team/e_late_1.zip")
    ]
    assert (solutions, name) == (str(key.sheet.path.parents[1]), "e9")
    assert run(inbox, key, store)[0] == Run(5, 0)
    (inbox / "b.zip").write_text("changed")
    told, engine = run(inbox, key, store)
    assert (told, engine.batches[0][0]) == (Run(5, 1), [str(inbox / "b.zip")])


def test_files_that_are_gone_are_forgotten(inbox, key, store):
    run(inbox, key, store)
    (inbox / "a.zip").unlink()
    assert run(inbox, key, store)[0] == Run(4, 0)
    assert [file for file, _, _ in store.all()] == [
        "b.zip",
        "doe_LATE_12_34_c.zip",
        "team/d.zip",
        "team/e_late_1.zip",
    ]


def test_each_row_says_whose_it_is_and_whether_it_is_late(inbox, key, store):
    run(inbox, key, store)
    rows = {
        kept.file: (kept.student, kept.row["id"], kept.row["sent_by"], kept.row["late"])
        for kept in store.counted()
    }
    assert rows == {
        "a.zip": ("file:a.zip", "", "", False),  # no platform says whose: each file stands for itself
        "b.zip": ("file:b.zip", "", "", False),
        "doe_LATE_12_34_c.zip": ("canvas:12", "12", "doe", True),
        "team/d.zip": ("file:team/d.zip", "", "team", False),
        "team/e_late_1.zip": ("file:team/e_late_1.zip", "", "team", False),
    }


def test_a_nameless_file_is_a_student_of_its_own(inbox, key, store):
    def nameless(paths, *_):
        return [(path, "", not_graded("none")) for path in paths]

    grade_folder(inbox, key, store, Workers(Engine(), 1, nameless))
    assert [kept.student for kept in store.counted()] == [
        "canvas:12", "file:a.zip", "file:b.zip", "file:team/d.zip", "file:team/e_late_1.zip",
    ]  # fmt: skip


@pytest.mark.parametrize("many", [1, 2])
def test_batches_are_small_and_few_are_under_way(inbox, key, store, monkeypatch, many):
    monkeypatch.setattr(folder_run, "BATCH", 1)
    monkeypatch.setattr(folder_run, "AHEAD", 2)
    told, engine = run(inbox, key, store, many)
    assert told == Run(5, 5)
    assert [len(paths) for paths, _, _ in engine.batches] == [1] * 5
    assert engine.most == 2 * many
    assert len(list(store.all())) == 5


def test_the_bar_comes_to_its_end_whatever_was_graded_before(inbox, key, store, capsys):
    run(inbox, key, store)
    capsys.readouterr()
    run(inbox, key, store)
    told = capsys.readouterr().err
    assert "Grading e9: 100%" in told
    assert "5/5" in told


def test_the_digest_of_a_key_is_short_and_of_its_questions_too(key, monkeypatch):
    before = key_digest(key)
    assert len(before) == 16
    assert key_digest(key) == before
    real = type(key.sheet.path).read_bytes
    monkeypatch.setattr(
        type(key.sheet.path), "read_bytes", lambda path: real(path) + b"#" * (path.suffix == ".toml")
    )
    assert key_digest(key) != before
