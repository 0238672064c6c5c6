"""The table of texts to mark is read as a teacher left it, and nothing written there is lost or moved."""

import csv

import pytest

from whosays.classroom.grading.rubric import (
    HEAD,
    Marked,
    MarksError,
    ToMark,
    read_marks,
    write_marks,
)

RUBRIC = ("Attribution", "Numbers")
TEXTS = [
    ToMark("id:7", "e9-memo", "Amy", "a.zip", "One text.", "2 of 2 hold.", RUBRIC),
    ToMark("id:8", "e9-memo", "=Bob", "b.zip", "Another\ntext.", "", ("Numbers",)),
]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "to_mark.csv"


def cells(path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def fill(path, *rows: dict[str, str], head=(*HEAD, *RUBRIC)) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, head, restval="")
        table.writeheader()
        table.writerows(rows)


def test_a_new_table_has_a_row_a_text_and_a_blank_cell_where_a_mark_is_asked_for(path):
    assert write_marks(path, RUBRIC, TEXTS, {}) == 2
    assert cells(path) == [
        [*HEAD, *RUBRIC],
        ["id:7", "e9-memo", "Amy", "a.zip", "One text.", "2 of 2 hold.", "", "", ""],
        ["id:8", "e9-memo", "'=Bob", "b.zip", "Another\ntext.", "", "", "–", ""],
    ]
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")  # so that a spreadsheet reads all letters
    assert [each.name for each in path.parent.iterdir()] == ["to_mark.csv"]


def test_what_was_marked_is_written_back_and_no_longer_open(path):
    marks = {
        ("id:7", "e9-memo"): Marked(2, {"Attribution": 3, "Numbers": 0}, "=Well", "One text."),
        ("id:8", "e9-memo"): Marked(3, {"Numbers": 1}, "", "Another text."),
    }
    assert write_marks(path, RUBRIC, TEXTS, marks) == 0
    assert [row[-3:] for row in cells(path)[1:]] == [["'=Well", "3", "0"], ["", "–", "1"]]
    assert read_marks(path, RUBRIC) == {
        ("id:7", "e9-memo"): Marked(2, {"Attribution": 3, "Numbers": 0}, "=Well", "One text.", "Amy"),
        ("id:8", "e9-memo"): Marked(3, {"Numbers": 1}, "", "Another\ntext.", "=Bob"),
    }


def test_a_text_marked_in_part_is_open(path):
    marks = {("id:7", "e9-memo"): Marked(2, {"Attribution": 3}, "", "One text.")}
    assert write_marks(path, RUBRIC, TEXTS, marks) == 2
    marks = {("id:8", "e9-memo"): Marked(3, {"Numbers": 0}, "", "Another text.")}
    assert write_marks(path, RUBRIC, TEXTS, marks) == 1  # a mark of 0 is a mark


def test_marks_for_another_text_are_left_out_with_their_comment(path):
    marks = {("id:7", "e9-memo"): Marked(2, {"Attribution": 3, "Numbers": 2}, "Well seen", "An older text.")}
    assert write_marks(path, RUBRIC, TEXTS, marks) == 2
    assert cells(path)[1][-3:] == ["", "", ""]


def test_without_a_table_there_are_no_marks(path):
    assert read_marks(path, RUBRIC) == {}


def test_a_row_counts_when_it_has_a_mark_or_a_comment(path):
    fill(
        path,
        {"student": "id:7", "question": "q"},
        {"student": "id:8", "question": "q", "comment": " See me "},
        {"student": "'=Bob", "question": "q", "Numbers": "0"},
    )
    assert read_marks(path, RUBRIC) == {
        ("id:8", "q"): Marked(3, {}, "See me", ""),
        ("=Bob", "q"): Marked(4, {"Numbers": 0}, "", ""),
    }


@pytest.mark.parametrize(
    ("cell", "mark"),
    [
        ("0", 0),
        ("3", 3),
        (" 2 ", 2),
        ("2.0", 2),
        ("2,0", 2),
        ("", None),
        (" ", None),
        ("–", None),
        ("-", None),
    ],
)
def test_a_mark_is_read_however_it_is_typed(path, cell, mark):
    fill(path, {"student": "a", "question": "q", "comment": "x", "Numbers": cell})
    assert read_marks(path, RUBRIC)["a", "q"].marks == ({} if mark is None else {"Numbers": mark})


@pytest.mark.parametrize("cell", ["4", "-1", "1.5", "2,5", "two", "33", "3 0", "²", "A"])
def test_any_other_mark_is_refused_with_row_column_and_remedy(path, cell):
    fill(path, {"student": "a", "question": "q"}, {"student": "b", "question": "q", "Attribution": cell})
    with pytest.raises(
        MarksError, match=r"^to_mark.csv, row 3, Attribution: .* is no mark\. .* Write 0, 1, 2 or 3"
    ):
        read_marks(path, RUBRIC)


@pytest.mark.parametrize("gone", ["student", "question", "Numbers"])
def test_a_column_that_is_gone_is_named(path, gone):
    fill(path, head=[name for name in (*HEAD, *RUBRIC) if name != gone])
    with pytest.raises(MarksError, match=f"no column “{gone}” in its first row.* Put the heading back"):
        read_marks(path, RUBRIC)


def test_an_empty_table_lacks_its_first_column(path):
    path.write_text("")
    with pytest.raises(MarksError, match="no column “student”"):
        read_marks(path, RUBRIC)


def test_columns_of_other_programs_may_be_gone_or_added(path):
    fill(
        path,
        {"student": "a", "question": "q", "Numbers": "1"},
        head=("mine", "question", "Numbers", "student"),
    )
    assert read_marks(path, ["Numbers"]) == {("a", "q"): Marked(2, {"Numbers": 1}, "", "")}


def test_a_row_that_a_spreadsheet_cut_short_is_read_as_far_as_it_goes(path):
    path.write_text("student;question;Numbers;comment\na;q;2\nb;q\n", encoding="utf-8")
    assert read_marks(path, ["Numbers"]) == {("a", "q"): Marked(2, {"Numbers": 2}, "", "")}


@pytest.mark.parametrize("separator", [";", "\t"])
def test_the_separator_is_that_of_the_first_row_whatever_the_texts_hold(path, separator):
    rows = [["student", "question", "text", "Numbers"], ["a", "q", "x, y, z, and, more, commas", "2"]]
    path.write_text("\n".join(separator.join(row) for row in rows), encoding="utf-8")
    assert read_marks(path, ["Numbers"])["a", "q"].text == "x, y, z, and, more, commas"


@pytest.mark.parametrize(
    ("text", "fits"), [("a b\r\nc", True), (" a  b c\n", True), ("a b", False), ("", False)]
)
def test_marks_fit_a_text_whatever_a_spreadsheet_made_of_its_lines(text, fits):
    assert Marked(2, {}, "", "a b\nc").fits(text) is fits
