"""A folder of submissions becomes marks, pages and a log: the same bytes each time, and never a crash."""

import csv
import json
import re

import pytest

from tests.classroom.conftest import RIGHT, handed_in
from whosays.classroom import run
from whosays.cli import main

WRONG = {**RIGHT, "e9-who": ("nobody", None)}


@pytest.fixture
def inbox(key, tmp_path):
    """Return a folder as a learning platform lets one download it."""
    folder = tmp_path / "inbox"
    files = {
        "doejane_101_555_e9_jane.zip": handed_in(key, "Jane Doe"),
        "roerick_LATE_102_556_e9_rick.zip": handed_in(key, "Rick", WRONG),
        "s3/e9_mine.zip": handed_in(key, "Маша, =1+1"),
        "Ada L_104_assignsubmission_file_/e9_ada.zip": handed_in(
            key, "Ada", WRONG, made="2026-11-20T09:00:00+00:00"
        ),
        "Ada L_104_assignsubmission_file_/e9_ada-1.zip": handed_in(
            key, "Ada", made="2026-11-20T11:00:00+00:00"
        ),
        "corrupt_105_557_e9_x.zip": handed_in(key)[:200],
        "loose.zip": handed_in(key, "=cmd|' /C calc'!A0", {}),
        "notes_106_558_essay.txt": b"I did it in a text file",
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def grade(course, inbox, capsys):
    def graded(*more) -> int:
        return main(
            [
                "grade",
                str(inbox),
                "--assignment",
                "e9",
                "--key",
                str(course / "solutions"),
                "--workers",
                "1",
                *more,
            ]
        )

    return graded


def table(inbox, name="grades.csv") -> dict[str, dict]:
    with (inbox.with_name("inbox-grades") / "e9" / name).open(encoding="utf-8", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


def everything(folder) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and p.suffix != ".sqlite"
    }


def test_every_student_has_one_row_and_what_cannot_be_graded_a_reason(grade, inbox):
    assert grade() == 1  # something could not be graded
    rows = table(inbox)
    assert len(rows) == 7
    assert rows["doejane_101_555_e9_jane.zip"]["points"] == "8.0"
    assert rows["roerick_LATE_102_556_e9_rick.zip"]["late"] == "late"
    assert rows["roerick_LATE_102_556_e9_rick.zip"]["e9-who"] == "0.0"
    for name in ("corrupt_105_557_e9_x.zip", "notes_106_558_essay.txt"):
        assert (rows[name]["status"], rows[name]["points"]) == ("not graded", "")
        assert rows[name]["reason"]


def test_of_several_files_the_one_made_last_counts_and_it_is_noted(grade, inbox):
    grade()
    rows = table(inbox)
    assert "Ada L_104_assignsubmission_file_/e9_ada.zip" not in rows
    row = rows["Ada L_104_assignsubmission_file_/e9_ada-1.zip"]
    assert (row["points"], row["notes"]) == ("8.0", "2 files of this student; the one made last counts")


def test_a_damaged_file_does_not_push_out_a_sound_one(grade, inbox, key):
    (inbox / "doejane_101_999_e9_jane-1.zip").write_bytes(b"PK damaged")
    grade()
    assert table(inbox)["doejane_101_555_e9_jane.zip"]["points"] == "8.0"


def test_no_cell_is_a_formula(grade, inbox):
    grade()
    for path in (inbox.with_name("inbox-grades") / "e9").glob("*.csv"):
        cells = [cell for row in csv.reader(path.open(encoding="utf-8", newline="")) for cell in row]
        assert [cell for cell in cells if re.match(r"[=+@\t\r]|-\D", cell)] == []
    assert table(inbox)["loose.zip"]["name"] == "'=cmd|' /C calc'!A0"
    assert table(inbox)["s3/e9_mine.zip"]["name"] == "Маша, =1+1"


def test_grading_again_does_no_work_and_gives_the_same_bytes(grade, inbox, capsys):
    grade()
    first = everything(inbox.with_name("inbox-grades") / "e9")
    capsys.readouterr()
    grade()
    assert "8 files, 0 graded now" in capsys.readouterr().out
    assert everything(inbox.with_name("inbox-grades") / "e9") == first


def test_a_fresh_run_elsewhere_gives_the_same_bytes(grade, inbox, tmp_path):
    grade()
    grade("--to", str(tmp_path / "other"), "--workers", "2")
    assert everything(tmp_path / "other") == everything(inbox.with_name("inbox-grades") / "e9")


def test_an_interrupted_run_goes_on_where_it_stopped(grade, inbox, monkeypatch, capsys):
    monkeypatch.setattr(run, "BATCH", 3)
    real = run._named

    def stop_at_the_second(rows, folder, seen=[]):  # noqa: B006
        seen.append(1)
        if len(seen) == 2:
            raise KeyboardInterrupt
        return real(rows, folder)

    monkeypatch.setattr(run, "_named", stop_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        grade()
    monkeypatch.setattr(run, "_named", real)
    capsys.readouterr()
    grade()
    assert "8 files, 5 graded now" in capsys.readouterr().out


def test_a_changed_file_is_graded_anew_and_a_deleted_one_forgotten(grade, inbox, key, capsys):
    grade()
    (inbox / "loose.zip").unlink()
    (inbox / "doejane_101_555_e9_jane.zip").write_bytes(handed_in(key, "Jane Doe", WRONG))
    capsys.readouterr()
    grade()
    assert "7 files, 1 graded now" in capsys.readouterr().out
    rows = table(inbox)
    assert rows["doejane_101_555_e9_jane.zip"]["points"] == "6.0"
    assert "loose.zip" not in rows


def test_what_a_teacher_marks_counts_and_stays(grade, inbox, capsys):
    grade()
    path = inbox.with_name("inbox-grades") / "e9" / "to_mark.csv"
    text = path.read_text(encoding="utf-8")
    head, *rest = text.splitlines()
    assert head.endswith("Attribution,Numbers")
    marked = [line[:-1] + "3,2" if line.startswith("101,") else line for line in rest]
    path.write_text("\n".join([head, *marked]) + "\n", encoding="utf-8")
    for _ in range(2):
        capsys.readouterr()
        grade()
        row = table(inbox)["doejane_101_555_e9_jane.zip"]
        assert (row["points"], row["out_of"], row["to_mark"]) == ("13.0", "14.0", "")
        assert "3 texts wait for your mark" in capsys.readouterr().out
    assert table(inbox)["s3/e9_mine.zip"]["to_mark"] == "e9-memo"


def test_a_mark_that_is_none_is_told_with_row_and_remedy(grade, inbox, capsys):
    grade()
    path = inbox.with_name("inbox-grades") / "e9" / "to_mark.csv"
    path.write_text("student,question,Attribution\n101,e9-memo,7\n", encoding="utf-8")
    capsys.readouterr()
    assert grade() == 2
    assert "to_mark.csv, row 2, Attribution: '7' is no mark; write 0, 1, 2 or 3" in capsys.readouterr().err
    assert "7" in path.read_text(encoding="utf-8")  # nothing a teacher wrote is lost


def test_a_feedback_page_shows_answers_as_text_and_fetches_nothing(grade, inbox, key):
    hostile = {**RIGHT, "e9-memo": ("<script>alert(1)</script> <img src=http://x/y>", None)}
    (inbox / "x_107_1_e9_x.zip").write_bytes(handed_in(key, "<b>Eve</b>", hostile))
    grade()
    [page] = [p for p in (inbox.with_name("inbox-grades") / "e9" / "feedback").iterdir() if "eve" in p.name]
    told = page.read_text(encoding="utf-8")
    assert "<script" not in told
    assert "<img" not in told
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in told
    assert not re.search(r'(src|href)="', told)
    assert "default-src 'none'" in told


def test_a_page_tells_what_holds_and_why_and_what_is_missing(grade, inbox):
    grade()
    pages = {
        p.stem.split("-", 1)[1]: p.read_text()
        for p in (inbox.with_name("inbox-grades") / "e9" / "feedback").iterdir()
    }
    assert "SECRET-REASON" in pages["rick"]
    assert "0 of 2" in pages["rick"]
    assert "(handed in late)" in pages["rick"]
    assert "8 of 14 points so far; 1 text waits" in pages["jane-doe"]
    assert "90 per cent sure" in pages["jane-doe"]
    assert pages["cmd-c-calc-a0"].count("Not answered") == 4
    assert "This could not be graded" in next(p for n, p in pages.items() if n.startswith("corrupt") or not n)


def test_the_audit_log_has_a_line_for_every_file(grade, inbox):
    grade()
    lines = [
        json.loads(line)
        for line in (inbox.with_name("inbox-grades") / "e9" / "audit.jsonl").open(encoding="utf-8")
    ]
    assert [line["file"] for line in lines] == sorted(line["file"] for line in lines)
    assert len(lines) == 8
    assert all(len(line["sha256"]) == 64 for line in lines)


def test_results_are_what_reports_and_gradebooks_read(grade, inbox):
    grade()
    rows = [
        json.loads(line)
        for line in (inbox.with_name("inbox-grades") / "e9" / "results.jsonl").open(encoding="utf-8")
    ]
    assert [row["student"] for row in rows] == [f"s{n:03}" for n in range(1, 8)]
    assert {"name", "id", "late", "status", "reason", "points", "out_of", "to_mark", "questions"} <= set(
        rows[0]
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere", "--assignment", "e9"], "there is no folder nowhere"),
        ([".", "--assignment", "e7", "--key", "KEY"], "there is no assignment 'e7'; there is e9"),
        ([".", "--assignment", "e9", "--key", "."], "there is no assignment in"),
        ([".", "--assignment", "e9", "--key", "KEY", "--to", "inside"], "lies inside"),
    ],
)
def test_a_mistake_is_told_with_what_to_do(arguments, told, course, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    arguments = [str(course / "solutions") if a == "KEY" else a for a in arguments]
    assert main(["grade", *arguments]) == 2
    assert told in capsys.readouterr().err


def test_an_empty_folder_is_no_mistake(course, tmp_path, capsys):
    (tmp_path / "inbox").mkdir()
    assert (
        main(["grade", str(tmp_path / "inbox"), "--assignment", "e9", "--key", str(course / "solutions")])
        == 0
    )
    assert "0 files, 0 graded now; 0 students" in capsys.readouterr().out


def test_grades_of_another_assignment_are_never_written_over(grade, inbox, course, tmp_path, capsys):
    grade("--to", str(tmp_path / "grades"))
    before = everything(tmp_path / "grades")
    arguments = [
        str(inbox),
        "--assignment",
        "fa",
        "--key",
        str(course / "solutions"),
        "--to",
        str(tmp_path / "grades"),
    ]
    assert main(["grade", *arguments]) == 2
    assert "holds the grades of e9; name another folder with --to" in capsys.readouterr().err
    assert everything(tmp_path / "grades") == before
