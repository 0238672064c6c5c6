"""A folder of submissions becomes marks, pages and a log: the same bytes each time, and never a crash."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from tests.classroom.conftest import RIGHT, grading, handed_in, lines
from whosays.answers.submission import LOG, pack
from whosays.classroom.grading import folder_run
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
        return grading(inbox, course, *more)

    return graded


def table(inbox, name="grades.csv") -> dict[str, dict]:
    with (inbox.with_name("inbox-grades") / "e9" / name).open(encoding="utf-8-sig", newline="") as file:
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
        cells = [cell for row in csv.reader(path.open(encoding="utf-8-sig", newline="")) for cell in row]
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
    monkeypatch.setattr(folder_run, "BATCH", 3)
    real = folder_run._named

    def stop_at_the_second(rows, folder, seen=[]):  # noqa: B006
        seen.append(1)
        if len(seen) == 2:
            raise KeyboardInterrupt
        return real(rows, folder)

    monkeypatch.setattr(folder_run, "_named", stop_at_the_second)
    assert grade() == 130
    assert "nothing is lost: run the same command again" in capsys.readouterr().err
    monkeypatch.setattr(folder_run, "_named", real)
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
    pages = list((inbox.with_name("inbox-grades") / "e9" / "feedback").iterdir())
    assert len(pages) == len(rows)  # none is left of a file that is gone


def test_what_a_teacher_marks_counts_and_stays(grade, inbox, capsys):
    grade()
    path = inbox.with_name("inbox-grades") / "e9" / "to_mark.csv"
    text = path.read_text(encoding="utf-8-sig")
    head, *rest = text.splitlines()
    assert head.endswith('"Attribution","Numbers"')
    marked = [
        line.removesuffix('"",""') + "3,2" if line.startswith('"canvas:101",') else line for line in rest
    ]
    path.write_text("\n".join([head, *marked]) + "\n", encoding="utf-8")
    for _ in range(2):
        capsys.readouterr()
        grade()
        row = table(inbox)["doejane_101_555_e9_jane.zip"]
        assert (row["points"], row["out_of"], row["to_mark"]) == ("13.0", "14.0", "")
        assert "3 texts wait for your mark" in capsys.readouterr().out
    assert table(inbox)["s3/e9_mine.zip"]["to_mark"] == "e9-memo"


HEAD = "student,question,name,file,text,what the program found,comment,Attribution,Numbers"


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (f"{HEAD}\ncanvas:101,e9-memo,,,,,,7,", "row 2, Attribution: '7' is no mark. Nothing was changed. Write 0, 1, 2"),
        ("student,question,Numbers\ncanvas:101,e9-memo,2", "has no column “Attribution” in its first row. Nothing was"),
        ("a;b\n1;2", "has no column “student” in its first row"),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_read_is_told_with_row_and_remedy_and_stays(grade, inbox, capsys, table, told):
    grade()
    path = inbox.with_name("inbox-grades") / "e9" / "to_mark.csv"
    path.write_text(table, encoding="utf-8")
    capsys.readouterr()
    assert grade() == 2
    assert told in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == table  # nothing a teacher wrote is lost


def test_a_table_in_other_letters_is_told_with_what_to_do(grade, inbox, capsys):
    grade()
    path = inbox.with_name("inbox-grades") / "e9" / "to_mark.csv"
    path.write_bytes("student,question,Attribution,Numbers,comment\n,,,,Señor’s".encode("cp1252"))
    assert grade() == 2
    assert "is not in UTF-8. Nothing was changed. In Excel save it as “CSV UTF-8”" in capsys.readouterr().err


@pytest.mark.slow("marks as each spreadsheet saves them")
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("mark", ["3", "3.0", "3,0", " 3 "])
def test_marks_are_read_however_a_spreadsheet_saves_them(grade, inbox, separator, encoding, mark):
    grade()
    path = inbox.with_name("inbox-grades") / "e9" / "to_mark.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    for row in rows[1:]:
        if row[0] == "canvas:101":
            row[-3:] = ["Well seen; go on", mark, mark]
    rows = [[row[2], *row[:2], *row[3:]] for row in rows]  # a column moved
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator, lineterminator="\r\n").writerows(rows)
    grade()
    row = table(inbox)["doejane_101_555_e9_jane.zip"]
    assert (row["points"], row["to_mark"]) == ("14.0", "")
    [page] = [p for p in (inbox.with_name("inbox-grades") / "e9" / "feedback").iterdir() if "jane" in p.name]
    assert "Well seen; go on" in page.read_text(encoding="utf-8")


def test_marks_for_an_older_text_do_not_count_for_a_newer_one(grade, inbox, key, capsys):
    grade()
    path = inbox.with_name("inbox-grades") / "e9" / "to_mark.csv"
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    marked = [
        line.removesuffix('"",""') + "3,2" if line.startswith('"canvas:101",') else line for line in lines
    ]
    path.write_text("\n".join(marked) + "\n", encoding="utf-8")
    newer = {**RIGHT, "e9-memo": ("The fire office spoke of at least 3 people hurt.", None)}
    (inbox / "doejane_101_999_e9_jane-1.zip").write_bytes(
        handed_in(key, "Jane Doe", newer, made="2026-11-21")
    )
    grade()
    row = table(inbox)["doejane_101_999_e9_jane-1.zip"]
    assert row["to_mark"] == "e9-memo"
    results = [json.loads(line) for line in (path.parent / "results.jsonl").open(encoding="utf-8")]
    [mine] = [result for result in results if result["id"] == "101"]
    assert mine["questions"][-1]["notes"] == ["a newer text; the marks 3, 2 were for the one before"]


def test_what_was_unpacked_on_the_way_is_graded_all_the_same(grade, inbox, key):
    with zipfile.ZipFile(io.BytesIO(handed_in(key, "Safa"))) as archive:
        archive.extractall(inbox / "safa_109_1_e9_safa")
    grade()
    assert table(inbox)["safa_109_1_e9_safa"]["points"] == "8.0"


def test_a_file_without_any_answer_is_noted(grade, inbox):
    grade()
    assert "no answer is in it; ask whether the right file was sent" in table(inbox)["loose.zip"]["notes"]


def test_a_feedback_page_shows_answers_as_text_and_fetches_nothing(grade, inbox, key):
    hostile = {**RIGHT, "e9-memo": ("<script>alert(1)</script> <img src=http://x/y>", None)}
    (inbox / "eve_107_1_e9_x.zip").write_bytes(handed_in(key, "<b>Eve</b>", hostile))
    grade()
    [page] = [p for p in (inbox.with_name("inbox-grades") / "e9" / "feedback").iterdir() if "eve" in p.name]
    told = page.read_text(encoding="utf-8-sig")
    assert "<script" not in told
    assert "<img" not in told
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in told
    assert not re.search(r'(src|href)="', told)
    assert "default-src 'none'" in told


def pages(inbox) -> dict[str, str]:
    folder = inbox.with_name("inbox-grades") / "e9" / "feedback"
    return {path.stem.split("-", 1)[1]: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_a_page_tells_what_holds_and_why_once_the_last_date_is_over(grade, inbox):
    grade("--last-date", "2020-01-01")
    told = pages(inbox)
    assert "SECRET-REASON" in told["rick"]
    assert "0 of 2" in told["rick"]
    assert "(handed in late)" in told["rick"]
    assert "8 of 8 points so far; 6 wait for your teacher" in told["jane-doe"]
    assert "90 per cent sure" in told["jane-doe"]
    assert told["cmd-c-calc-a0"].count("Not answered") == 4
    assert "Your file could not be graded." in told["corrupt"]


@pytest.mark.parametrize("more", [(), ("--last-date", "2999-01-01")])
def test_as_long_as_somebody_may_hand_in_again_no_page_says_what_holds(grade, inbox, capsys, more):
    grade(*more)
    told = pages(inbox)
    assert "Our answer" not in "".join(told.values())
    assert "SECRET-REASON" not in told["rick"]
    assert "SECRET-WRONG: look for the verb" in told["rick"]  # the idea, as after a first try in a lesson
    assert "Until the last date is over" in told["rick"]
    assert "The feedback pages hold no answers" in capsys.readouterr().out


def test_who_answered_nothing_is_told_no_answer_on_any_day(grade, inbox):
    grade("--last-date", "2020-01-01")
    assert "Our answer" not in pages(inbox)["cmd-c-calc-a0"]


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
        (["inbox", "--assignment", "e7", "--key", "KEY"], "there is no assignment 'e7'; there is e9"),
        (["inbox", "--assignment", "e9", "--key", "."], "there is no assignment in"),
        (["inbox", "--assignment", "e9", "--key", "KEY", "--to", "inbox/inside"], "lies inside"),
        (["empty", "--assignment", "e9", "--key", "KEY"], "there is nothing in empty"),
        (["COURSE", "--assignment", "e9", "--key", "KEY"], "is the course folder"),
    ],
)
def test_a_mistake_is_told_with_what_to_do(arguments, told, course, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "x.zip").write_bytes(b"")
    (tmp_path / "empty").mkdir()
    (course / "notebooks").mkdir(exist_ok=True)
    places = {"KEY": str(course / "solutions"), "COURSE": str(course)}
    assert main(["grade", *(places.get(a, a) for a in arguments)]) == 2
    assert told in capsys.readouterr().err


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


def test_a_text_marked_in_part_still_waits(grade, inbox):
    grade()
    path = inbox.with_name("inbox-grades") / "e9" / "to_mark.csv"
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    marked = [
        line.removesuffix('"",""') + "3," if line.startswith('"canvas:101",') else line for line in lines
    ]
    path.write_text("\n".join(marked) + "\n", encoding="utf-8")
    grade()
    row = table(inbox)["doejane_101_555_e9_jane.zip"]
    assert (row["points"], row["to_mark"]) == ("11.0", "e9-memo")


def test_half_an_emoji_stops_nobody(grade, inbox, key):
    answers = {**RIGHT, "e9-memo": ("The fire office said that at least 3 people were hurt.HALF", None)}
    log = lines(key, answers).replace(b"HALF", rb"\ud83d")
    parcel = pack({LOG: log}, {"assignment": "e9", "name": "Emo", "made": "2026-11-20"})
    (inbox / "emo_110_1_e9_emo.zip").write_bytes(parcel)
    grade()
    assert table(inbox)["emo_110_1_e9_emo.zip"]["points"] == "8.0"


def test_marks_of_before_stay_until_all_are_written(grade, inbox, monkeypatch):
    grade()
    path = inbox.with_name("inbox-grades") / "e9" / "to_mark.csv"
    before = path.read_bytes()

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("whosays.classroom.grading.rubric._cells", stop)
    assert grade() == 130
    assert path.read_bytes() == before


def test_a_long_name_has_a_page_too(grade, inbox, key):
    (inbox / "long_111_1_e9_long.zip").write_bytes(handed_in(key, "\U0001d4d0" * 80))
    grade()
    assert table(inbox)["long_111_1_e9_long.zip"]["status"] == "graded"


def test_a_change_of_the_library_or_of_a_case_is_graded_anew(key, monkeypatch):
    before = folder_run.key_digest(key)
    real = Path.read_bytes
    for name in ("toll.py", "reports.csv"):
        monkeypatch.setattr(
            Path, "read_bytes", lambda path, n=name: real(path) + (b"#" if path.name == n else b"")
        )
        assert folder_run.key_digest(key) != before


def test_a_file_that_cannot_be_read_stops_nobody(grade, inbox, monkeypatch):
    real = folder_run.digest_of

    def refuse(path):
        if path.name == "loose.zip":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(folder_run, "digest_of", refuse)
    assert grade() == 1
    assert len(table(inbox)) == 7


def test_two_students_in_one_folder_stay_two(grade, inbox, key):
    for name in ("Amy", "Bob"):
        (inbox / "section A" / name).mkdir(parents=True)
        (inbox / "section A" / name / "e9.zip").write_bytes(handed_in(key, name))
    grade()
    assert {"section A/Amy/e9.zip", "section A/Bob/e9.zip"} <= set(table(inbox))


def test_a_file_of_one_student_in_the_folder_of_another_is_told_on_the_console_and_in_the_table(
    grade, inbox, key, capsys
):
    for folder in ("Anna K_201_assignsubmission_file", "Tom Doe_202_assignsubmission_file"):
        (inbox / folder).mkdir()
        (inbox / folder / "e9_anna.zip").write_bytes(handed_in(key, "Anna"))
    grade()
    told = "the file says “Anna”, the platform says “Tom Doe”: ask whose it is"
    row = table(inbox)["Tom Doe_202_assignsubmission_file/e9_anna.zip"]
    assert row["name"] == "Tom Doe"
    assert row["notes"] == f"{told}; the same answers as in the file of “Anna K”, to the byte"
    out = capsys.readouterr().out
    assert f"  Tom Doe: {told}" in out
    assert "  Anna K: the same answers as in the file of “Tom Doe”, to the byte" in out


def test_two_students_of_one_name_without_an_id_are_kept_apart_and_told(grade, inbox, key, capsys):
    (inbox / "e9_anna.zip").write_bytes(handed_in(key, "Anna"))
    (inbox / "e9_anna (1).zip").write_bytes(handed_in(key, "anna", WRONG))
    grade()
    rows = table(inbox)
    assert [rows[name]["points"] for name in ("e9_anna.zip", "e9_anna (1).zip")] == ["8.0", "6.0"]
    assert (
        "2 hand-ins give the same name, and no platform says whose they are" in rows["e9_anna.zip"]["notes"]
    )
    assert "2 hand-ins give the same name" in capsys.readouterr().out


def test_a_time_in_the_future_replaces_nobodys_work(grade, inbox, key):
    eve = inbox / "Eve Bad_2222222_assignsubmission_file_"
    eve.mkdir()
    late = handed_in(key, "Ada", WRONG, made="9999-12-31")
    (eve / "x_104_1_e9.zip").write_bytes(late)
    (eve / "Ada L_104_assignsubmission_file_e9.zip").write_bytes(late)
    grade()
    assert table(inbox)["Ada L_104_assignsubmission_file_/e9_ada-1.zip"]["points"] == "8.0"


def test_a_hidden_name_is_in_nothing_that_is_written(grade, inbox, key, capsys):
    (inbox / "Participant_15_assignsubmission_file").mkdir()
    (inbox / "Participant_15_assignsubmission_file" / "e9_zenobia.zip").write_bytes(handed_in(key, "Zenobia"))
    (inbox / "anon_A1b2C_9987_e9_zenobia.zip").write_bytes(handed_in(key, "Zenobia", WRONG))
    grade()
    told = capsys.readouterr()
    written = everything(inbox.with_name("inbox-grades") / "e9")
    assert not [name for name, content in written.items() if b"enobia" in content or "enobia" in name]
    assert "enobia" not in told.out + told.err
    assert any("participant-15" in name for name in written)


def test_marks_of_a_text_that_is_gone_are_set_aside_and_come_back(grade, inbox, capsys):
    grade()
    path = inbox.with_name("inbox-grades") / "e9" / "to_mark.csv"
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    marked = [
        line.removesuffix('"",""') + "3,2" if line.startswith('"canvas:101",') else line for line in lines
    ]
    path.write_text("\n".join(marked) + "\n", encoding="utf-8")
    file = inbox / "doejane_101_555_e9_jane.zip"
    content = file.read_bytes()
    file.write_bytes(b"damaged")
    grade()
    assert "  Jane Doe, e9-memo" in capsys.readouterr().out
    file.write_bytes(content)
    grade()
    assert table(inbox)[file.name]["points"] == "13.0"


def test_the_files_of_a_folder_with_one_name_are_tries_of_one_student(grade, inbox, key):
    (inbox / "s7").mkdir()
    for name, made, answers in (("a.zip", "2026-11-20", RIGHT), ("b.zip", "2026-11-21", WRONG)):
        (inbox / "s7" / name).write_bytes(handed_in(key, "Anna", answers, made=made))
    (inbox / "s7" / "z.zip").write_bytes(b"damaged")
    grade()
    rows = table(inbox)
    assert "s7/a.zip" not in rows
    assert rows["s7/b.zip"]["notes"] == "3 files of this student; the one made last counts"
    (inbox / "s7" / "c.zip").write_bytes(handed_in(key, "Bo"))  # now it is the folder of a group
    grade()
    assert {"s7/a.zip", "s7/b.zip", "s7/c.zip", "s7/z.zip"} < set(table(inbox))


def test_of_several_files_in_canvas_the_one_it_numbered_last_counts_whatever_time_is_in_it(grade, inbox, key):
    older = handed_in(key, "Jane Doe", WRONG, made="9999-12-31")
    (inbox / "doejane_101_99_e9_jane.zip").write_bytes(older)
    grade()
    row = table(inbox)["doejane_101_555_e9_jane.zip"]
    assert row["notes"] == "2 files of this student; the one sent last counts"


def test_a_folder_of_ones_own_says_whose_a_file_is_where_it_has_a_name(grade, inbox, key, capsys):
    for path, name in (("Tom Weld/e9.zip", "Anna"), ("Ann Lee/e9.zip", "Ann"), ("s31/e9.zip", "Kim")):
        (inbox / path).parent.mkdir()
        (inbox / path).write_bytes(handed_in(key, name))
    grade()
    rows = table(inbox)
    assert [rows[p]["name"] for p in ("Tom Weld/e9.zip", "Ann Lee/e9.zip", "s31/e9.zip")] == [
        "Tom Weld",
        "Ann",
        "Kim",
    ]
    told = "the file says “Anna”, its folder says “Tom Weld”: ask whose it is"
    assert rows["Tom Weld/e9.zip"]["notes"] == told
    assert f"Tom Weld: {told}" in capsys.readouterr().out


def test_two_folders_with_one_name_are_told(grade, inbox, key):
    for day in ("monday", "tuesday"):
        (inbox / day).mkdir()
        (inbox / day / "e9_kim.zip").write_bytes(handed_in(key, "Kim Lee", made=day))
    grade()
    row = table(inbox)["monday/e9_kim.zip"]
    assert row["name"] == "Kim Lee"
    assert "2 hand-ins give the same name" in row["notes"]
