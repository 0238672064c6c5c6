"""What grading writes down: points with the teacher's marks in them, notes, pages, and the log of it all."""

import csv
import json

import pytest

from tests.classroom.conftest import RIGHT, handed_in
from whosays.classroom.grading.feedback import Pages, page_name
from whosays.classroom.grading.grade import digest_of, grade_file
from whosays.classroom.grading.results_db import Kept, Store
from whosays.classroom.grading.rubric import Marked
from whosays.classroom.grading.write_results import HEAD, Outcome, result_of, write_results

ABOUT = {"platform": "moodle", "id": "7", "late": False, "sent_by": "Jane Doe", "sent": "", "hidden": False,
         "file": "x.zip"}  # fmt: skip
MEMO = RIGHT["e9-memo"][0]


@pytest.fixture
def graded(key, tmp_path):
    """Return a function that grades what was handed in, as a row of the store."""

    def row(answers=RIGHT, name="Jane Doe", **about) -> dict:
        (tmp_path / "x.zip").write_bytes(handed_in(key, name, answers))
        return {**grade_file(tmp_path / "x.zip", key), **ABOUT, **about}

    return row


@pytest.fixture
def written(key, tmp_path):
    """Return a function that writes results of rows by file and student, and what came of it."""

    def results(*kept, pages: bool | None = True) -> Outcome:
        with Store(tmp_path / "to" / "kept.sqlite", "e9", ["key"]) as store:
            store.add(kept)
            return write_results(store, key, tmp_path / "to", pages)

    return results


def table(folder, name="grades.csv") -> list[dict]:
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def json_lines(path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def result(row, marks=None, several=1) -> dict:
    given = {("id:7", "e9-memo"): marks} if marks else {}
    return result_of(Kept("x.zip", "id:7", row, several), "s001", given)


def test_a_result_holds_what_gradebook_and_report_ask_for(graded):
    told = result(graded())
    questions = told.pop("questions")
    assert told == {
        "student": "s001", "name": "Jane Doe", "platform": "moodle", "id": "7", "sent_by": "Jane Doe", "hidden": False,
        "file": "x.zip", "late": False,
        "made": "2026-11-20T10:01:00+00:00", "status": "graded", "reason": "", "points": 8, "out_of": 14,
        "to_mark": ["e9-memo"], "notes": [], "page": "7-jane-doe.html",
    }  # fmt: skip
    assert [(one["id"], one["points"], one["out_of"], one["by_program"]) for one in questions] == [
        ("e9-who", 2, 2, 2), ("e9-claim", 1, 1, 1), ("e9-sum", 3, 3, 3), ("e9-memo", 2, 8, 2),
    ]  # fmt: skip
    assert [(one["type"], one["sound"], one["rubric"]) for one in questions][2:] == [
        ("value", "neither", []), ("writing", "neither", ["Attribution", "Numbers"]),
    ]  # fmt: skip
    assert [(one["marks"], one["comment"], one["to_mark"], one["notes"]) for one in questions] == [
        ({}, "", False, []), ({}, "", False, []), ({}, "", False, []), ({}, "", True, []),
    ]  # fmt: skip
    assert questions[1]["confidence"] == 90
    assert questions[3]["answer"] == MEMO


def test_marks_count_when_they_fit_the_text_and_are_asked_for(graded):
    marks = {"Attribution": 3, "Numbers": 2, "Style": 3}
    told = result(graded(), Marked(2, marks, "Well seen", MEMO))
    assert (told["points"], told["to_mark"]) == (13, [])
    memo = told["questions"][-1]
    assert (memo["points"], memo["marks"]) == (7, {"Attribution": 3, "Numbers": 2})
    assert (memo["comment"], memo["notes"], memo["to_mark"]) == ("Well seen", [], False)


def test_marks_in_part_count_and_the_text_waits_for_the_others(graded):
    told = result(graded(), Marked(2, {"Numbers": 0}, "", MEMO))
    assert (told["points"], told["to_mark"]) == (8, ["e9-memo"])


def test_marks_for_another_text_are_noted_and_do_not_count(graded):
    told = result(graded(), Marked(2, {"Attribution": 3, "Numbers": 2}, "Well seen", "Another text."))
    memo = told["questions"][-1]
    assert (told["points"], memo["marks"], memo["comment"], memo["to_mark"]) == (8, {}, "", True)
    assert memo["notes"] == ["a newer text; the marks 3, 2 were for the one before"]


def test_several_files_and_nothing_answered_are_noted_after_what_was_odd(graded):
    row = graded({}, odd=["odd"])
    assert result(row, several=2)["notes"] == [
        "odd",
        "2 files of this student; the one made last counts",
        "no answer is in it; ask whether the right file was sent",
    ]
    assert result(row)["points"] == 0
    assert row["odd"] == ["odd"]  # what is stored stays as it was


def test_a_file_that_was_not_graded_has_no_points_and_says_why(key, tmp_path):
    (tmp_path / "x.zip").write_bytes(b"no zip")
    told = result({**grade_file(tmp_path / "x.zip", key), **ABOUT})
    assert (told["points"], told["out_of"], told["name"], told["notes"]) == (None, None, "", [])
    assert (told["status"], told["reason"][:8]) == ("not graded", "it is a ")


def test_points_are_rounded_to_cents(graded):
    row = graded()
    for one, points in zip(row["questions"], (0.1, 0.2, 0.333, 0.0), strict=True):
        one["points"] = points
    told = result(row)
    assert told["points"] == 0.63
    assert [one["points"] for one in told["questions"]] == [0.1, 0.2, 0.33, 0.0]


def test_what_is_written_is_counted(graded, written, key, tmp_path):
    bad = {
        **graded(),
        "answers": "",
        "status": "not graded",
        "reason": "damaged",
        "questions": [],
        "points": None,
    }
    told = written(
        ("a.zip", "1", "id:7", graded()),
        ("b.zip", "2", "id:8", graded({}, id="8", name="Bo", late=True, odd=["odd"])),
        ("c.zip", "3", "id:9", {**bad, "id": "9", "name": ""}),
        ("d.zip", "4", "id:9", {**bad, "id": "9", "name": ""}),
    )
    assert told == Outcome(
        students=3, not_graded=1, no_answer=1, to_mark=1, aside=[], odd=["x.zip: damaged", "Bo: odd"]
    )
    rows = table(tmp_path / "to")
    assert list(rows[0]) == [*HEAD, "e9-who", "e9-claim", "e9-sum", "e9-memo"]
    assert [(row["student"], row["late"], row["points"], row["to_mark"]) for row in rows] == [
        ("s001", "", "8.0", "e9-memo"), ("s002", "late", "0.0", ""), ("s003", "", "", ""),
    ]  # fmt: skip
    assert [row["e9-sum"] for row in rows] == ["3.0", "", ""]
    assert rows[2]["notes"] == "2 files of this student; the one made last counts"
    assert [row["student"] for row in json_lines(tmp_path / "to" / "results.jsonl")] == [
        "s001",
        "s002",
        "s003",
    ]
    marks = table(tmp_path / "to", "to_mark.csv")
    told = graded()["questions"][-1]["feedback"]
    assert told
    assert [list(row.values())[:6] for row in marks] == [["id:7", "e9-memo", "Jane Doe", "x.zip", MEMO, told]]


def test_the_log_says_of_every_file_what_it_is_worth_and_why(graded, written, tmp_path):
    written(("b.zip", "22", "id:7", graded()), ("a.zip", "11", "id:7", graded({}, odd=["odd"], late=True)))
    first, second = json_lines(tmp_path / "to" / "audit.jsonl")
    assert {name: first[name] for name in first if name != "questions"} == {
        "file": "x.zip", "sha256": "11", "name": "Jane Doe", "id": "7", "late": True,
        "made": "2026-11-20T10:01:00+00:00", "status": "graded", "reason": "", "odd": ["odd"], "points": 0,
    }  # fmt: skip
    assert second["points"] == 8
    assert second["questions"]["e9-who"] == {"score": 1.0, "answer": "office", "notes": []}


def test_texts_that_are_no_texts_wait_as_empty_ones(graded, written, tmp_path):
    row = graded()
    row["questions"][-1]["answer"] = {"not": "a text"}
    assert written(("a.zip", "1", "id:7", row)).to_mark == 1
    assert table(tmp_path / "to", "to_mark.csv")[0]["text"] == ""


def test_pages_are_written_when_asked_for_and_those_of_before_taken_away(graded, written, tmp_path):
    folder = tmp_path / "to" / "feedback"
    written(("a.zip", "1", "id:7", graded()), pages=None)
    assert not folder.exists()
    written(("a.zip", "1", "id:7", graded()))
    (folder / "old.html").write_text("")
    (folder / "mine.txt").write_text("")
    written(("a.zip", "1", "id:7", graded()))
    assert sorted(path.name for path in folder.iterdir()) == ["7-jane-doe.html", "mine.txt"]


@pytest.mark.parametrize(
    ("name", "id_", "file"),
    [
        ("Jane  O'Doe", "7", "7-jane-o-doe"),
        ("", "", "s001"),
        ("Ж. Ю", "", "s001-ж-ю"),
        ("é" * 300, "7", "7-" + "é" * 99),
    ],
)
def test_a_page_is_named_by_the_platforms_id_and_the_name(graded, key, tmp_path, name, id_, file):
    told = {**result(graded()), "name": name, "id": id_}
    told["page"] = page_name(told)
    path = Pages(key, tmp_path / "deep" / "pages").write(told)
    assert path == tmp_path / "deep" / "pages" / f"{file}.html"
    assert path.is_file()


def test_an_answer_that_was_sure_and_wrong_is_marked_on_its_page(graded, key, tmp_path):
    def page(answer, sure) -> str:
        row = result(graded({"e9-claim": (answer, sure)}))
        return Pages(key, tmp_path / "pages").write(row).read_text(encoding="utf-8")

    warning = "What you were sure of, and got wrong, is worth a second look"
    assert warning in page("supported", 80)
    assert warning not in page("supported", 79)
    assert warning not in page("says_less", 100)
    assert "You answered, 80 per cent sure:" in page("supported", 80)
    assert "This does not hold" in page("supported", 80)
    assert "look at the first two words" in page("supported", 80)
    assert "The text: A fire" in page("supported", 80)


def test_a_digest_is_of_the_bytes_of_all_files_in_the_order_of_names(tmp_path):
    def folder(name, **files) -> str:
        (tmp_path / name / "inner").mkdir(parents=True)
        for file, content in files.items():
            (tmp_path / name / file).write_bytes(content)
        (tmp_path / name / "link").symlink_to(tmp_path)
        return digest_of(tmp_path / name)

    one = folder("one", b=b"2", a=b"1")
    assert folder("same", a=b"1", b=b"2") == one
    assert folder("turned", a=b"2", b=b"1") != one
    assert folder("less", a=b"1") != one
    assert digest_of(tmp_path / "one" / "a") != digest_of(tmp_path / "one" / "b")
