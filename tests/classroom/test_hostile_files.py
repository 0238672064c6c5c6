"""Whatever a file holds or is called, it is one row, and all others are graded."""

import csv
import json
import os
import re
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from benchmarks.hostile_zips import ZIPS

from tests.classroom.conftest import RIGHT, grading, handed_in, lines
from whosays.answers.submission import LOG, pack
from whosays.classroom.grading import grade, results_db
from whosays.classroom.grading.grade import grade_many

CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]")


@pytest.fixture
def inbox(key, tmp_path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "good.zip").write_bytes(handed_in(key, "Good"))
    return folder


def results(inbox: Path) -> Path:
    return inbox.with_name("inbox-grades") / "e9"


def rows(inbox: Path) -> dict[str, dict]:
    with (results(inbox) / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


def everything(folder: Path) -> dict[str, bytes]:
    files = (p for p in sorted(folder.rglob("*")) if p.is_file() and not p.name.startswith("work.sqlite"))
    return {str(p.relative_to(folder)): p.read_bytes() for p in files}


@pytest.mark.slow("every hostile zip of the benchmark in one folder")
def test_every_hostile_zip_is_one_row_with_a_reason_or_a_note(inbox, course, key, capfd):
    for name, content in ZIPS.items():
        (inbox / f"{name}.zip").write_bytes(content(handed_in(key)))
    assert grading(inbox, course) == 1
    told = rows(inbox)
    assert set(told) == {"good.zip", *(f"{name}.zip" for name in ZIPS)}
    assert (told["good.zip"]["status"], told["good.zip"]["points"]) == ("graded", "8.0")
    assert [
        name for name, row in told.items() if name != "good.zip" and not row["reason"] + row["notes"]
    ] == []
    out, err = capfd.readouterr()
    assert "Traceback" not in out + err
    assert "a checksum that lies.zip: the file is damaged; ask for it once more" in out  # the file is named
    assert sorted(p.name for p in inbox.parent.iterdir()) == ["inbox", "inbox-grades"]  # and nothing unpacked


NAMES = [
    b"caf\xe9.zip", b"caf\xe8.zip", b"new\nline.zip", b"\x1b[2J\x1b]0;x\x07.zip", "\u202egpz.zip".encode(),
    b"=cmd|' !A0.zip", b"a;=1+1;.zip", b"-rf.zip", b"CON.zip", b"aux", b"x" * 251 + b".zip", b"'q.zip",
    b"J\xe9r_12_assignsubmission_file_x.zip", b"J\xe8r_13_assignsubmission_file_x.zip", b"\xed\xa0\x80.zip",
    "e\u0301.zip".encode(), "\u00e9.zip".encode(), b"%s{0}.zip", b'quote".zip', b"<b>.zip", b"tab\t.zip",
]  # fmt: skip


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are UTF-8 there")
def test_no_name_of_a_file_is_lost_or_stops_anybody(inbox, course, key, capfd):
    for name in NAMES:
        Path(os.fsdecode(os.fsencode(inbox) + b"/" + name)).write_bytes(handed_in(key, "Bo"))
    bad = Path(os.fsdecode(os.fsencode(inbox) + b"/\x1b[31m\xff.zip"))
    bad.write_bytes(b"no zip")
    assert grading(inbox, course) == 1
    told = [json.loads(line) for line in (results(inbox) / "results.jsonl").read_text("utf-8").splitlines()]
    assert len(told) == len(NAMES) + 2
    assert sum(one["status"] == "graded" for one in told) == len(NAMES) + 1
    assert {one["id"]: one["name"] for one in told if one["id"]} == {"12": r"J\udce9r", "13": r"J\udce8r"}
    assert len(list((results(inbox) / "feedback").iterdir())) == len(told)
    out, err = capfd.readouterr()
    assert CONTROL.findall(out.replace("\r", "")) == CONTROL.findall(re.sub(r"\r|\x1b\[A", "", err)) == []
    assert grading(inbox, course) == 1
    assert "0 graded now" in capfd.readouterr().out


@pytest.fixture
def endless(inbox, key):
    """Return a folder with folders in folders, so many that their names are too long for the system."""
    here = os.open(inbox, os.O_RDONLY)
    for depth in range(1_100):
        name = "d" if depth < 1_050 else "d" * 250
        os.mkdir(name, dir_fd=here)
        below = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
        if depth == 1_020:
            with open(os.open("e9.zip", os.O_CREAT | os.O_WRONLY, dir_fd=here), "wb") as file:
                file.write(handed_in(key, "Deep"))
    os.close(here)
    yield inbox
    subprocess.run(["rm", "-rf", str(inbox / "d")], check=True)  # Python and pytest would call themselves


@pytest.mark.slow("a thousand folders in folders")
@pytest.mark.skipif(sys.platform == "win32", reason="no such folders")
def test_folders_in_folders_without_end_are_walked(endless, course):
    assert grading(endless, course) == 1
    told = rows(endless)
    assert sorted(row["name"] for row in told.values() if row["status"] == "graded") == ["Deep", "Good"]
    [reason] = [row["reason"] for row in told.values() if row["status"] != "graded"]
    assert "cannot be read (File name too long)" in reason


def test_a_fault_of_ours_is_a_row(inbox, course, monkeypatch):
    def broken(path):
        raise KeyError("x")

    monkeypatch.setattr(grade, "graders", lambda *_: broken)
    [(_, _, row)] = grade_many([str(inbox / "good.zip")], str(course / "solutions"), "e9")
    assert row["reason"] == "it cannot be read (KeyError); please report it"


ODD = [None, True, -1, 1e308, [], {}, [[]] * 900, {"a": {"a": {}}}, "", "9" * 4_301, "9" * 200_000, "\0", "²³",
       "٣", "\ud800", "1e999999", "NaN", "\n" * 20_000, {"verdict": 1}, [{"start": 0, "end": 10**400}]]  # fmt: skip


@pytest.mark.parametrize("number", range(len(ODD)))
def test_any_answer_is_graded(inbox, course, key, number, capfd):
    log = lines(key, dict.fromkeys(RIGHT, ("ODD", None))).replace(b'"ODD"', json.dumps(ODD[number]).encode())
    (inbox / "odd.zip").write_bytes(pack({LOG: log}, {"assignment": "e9", "name": "Odd", "made": "2026"}))
    assert grading(inbox, course, "--last-date", "2020-01-01") == 0
    told = rows(inbox)
    assert told["odd.zip"]["status"] == told["good.zip"]["status"] == "graded"
    told = [json.loads(line) for line in (results(inbox) / "results.jsonl").read_text("utf-8").splitlines()]
    feedback = [one["feedback"] for row in told for one in row["questions"] if one["type"] != "writing"]
    assert [words for words in feedback if "Exceeds the limit" in words] == []


def test_two_pages_never_have_one_name(inbox, course, key):
    for name in ("1-2 - x", "1 - 2"):
        (inbox / f"{name}_assignsubmission_file_").mkdir()
    for number, who in (("1", "2 x"), ("12", "x"), ("1", "2-x")):
        folder = inbox / f"{who}_{number}_assignsubmission_file_"
        folder.mkdir(exist_ok=True)
        (folder / "e9.zip").write_bytes(handed_in(key, who))
    grading(inbox, course)
    told = [json.loads(line) for line in (results(inbox) / "results.jsonl").read_text("utf-8").splitlines()]
    assert len({one["page"] for one in told}) == len(told)


@pytest.mark.parametrize(
    ("content", "remedy"),
    [(b"garbage" * 1_000, "delete it, and run this again"), (b"", ""), (b"SQLite format 3\0", "delete it")],
)
def test_a_store_that_is_none_is_told_with_the_remedy(inbox, course, capfd, content, remedy):
    results(inbox).mkdir(parents=True)
    (results(inbox) / "work.sqlite").write_bytes(content)
    assert grading(inbox, course) == (2 if remedy else 0)
    assert remedy in capfd.readouterr().err


@pytest.mark.slow("a store that was cut")
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_store_that_was_cut_is_told_or_graded_anew(inbox, course, key, capfd, share):
    for n in range(60):
        (inbox / f"s{n}_{n}_1_e9.zip").write_bytes(handed_in(key, f"Student {n}"))
    grading(inbox, course)
    store = results(inbox) / "work.sqlite"
    store.write_bytes(store.read_bytes()[: int(share * store.stat().st_size)])
    capfd.readouterr()
    status = grading(inbox, course)
    told = capfd.readouterr().err
    assert "Traceback" not in told
    assert (status, "delete it, and run this again" in told) in {(0, False), (2, True)}


def test_a_second_run_on_one_folder_is_told_to_wait(inbox, course, capfd, monkeypatch):
    monkeypatch.setattr(results_db, "_WAIT", 0.1)
    grading(inbox, course)
    before = everything(results(inbox))
    capfd.readouterr()
    with results_db.Store(results(inbox) / "work.sqlite", "e9", ["key"]):
        assert grading(inbox, course) == 2
    assert "another run is using it; wait until it has ended" in capfd.readouterr().err
    assert everything(results(inbox)) == before


def test_a_file_that_cannot_be_written_whole_leaves_the_one_of_before(inbox, course, key, capfd, monkeypatch):
    grading(inbox, course)
    before = everything(results(inbox))
    (inbox / "more.zip").write_bytes(handed_in(key, "More"))

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("whosays.classroom.grading.write_results._cells", full)
    assert grading(inbox, course, "--no-pages") == 2
    assert "No space left on device; make room, and run this again" in capfd.readouterr().err
    after = everything(results(inbox))
    assert {name: after[name] for name in ("grades.csv", "results.jsonl")} == {
        name: before[name] for name in ("grades.csv", "results.jsonl")
    }
    assert not list(results(inbox).glob("*.new"))


def command(inbox: Path, course: Path, to: Path) -> list[str]:
    return [
        sys.executable, "-m", "whosays", "grade", str(inbox), "--assignment", "e9", "--key",
        str(course / "solutions"), "--workers", "2", "--to", str(to),
    ]  # fmt: skip


@pytest.mark.slow("a run killed at fifty moments and taken up again")
@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_run_killed_at_any_moment_and_taken_up_gives_the_bytes_of_an_undisturbed_one(
    inbox, course, key, tmp_path
):
    for n in range(120):
        (inbox / f"s{n:03}_{n}_1_e9.zip").write_bytes(handed_in(key, f"Student {n}"))
    begun = time.monotonic()
    subprocess.run(command(inbox, course, tmp_path / "whole"), check=True, capture_output=True)
    whole, seconds = everything(tmp_path / "whole"), time.monotonic() - begun
    for n in range(50):
        to = tmp_path / f"cut{n % 10}"  # five times each, so that some are cut in mid-writing again
        run = subprocess.Popen(
            command(inbox, course, to), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(seconds * (0.3 + 0.7 * n / 50))
        run.kill()
        run.wait()
        if n >= 40:
            subprocess.run(command(inbox, course, to), check=True, capture_output=True)
            assert everything(to) == whole
            with sqlite3.connect(to / "work.sqlite") as base:
                assert base.execute("select count(*) from rows").fetchone() == (121,)
