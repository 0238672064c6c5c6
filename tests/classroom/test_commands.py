"""The whole way of a teacher: hand out, collect, grade, fill in the gradebook, read the report."""

import zipfile

import pytest

from tests.classroom.conftest import RIGHT, handed_in
from whosays.cli import main

BOOK = "\ufeffStudent,ID,SIS Login ID,Section,E9 Small (77)\r\n    Points Possible,,,,14.00\r\nStudent 0,{id},jo@example.org,A,\r\n"


@pytest.fixture
def graded(course, key, tmp_path, monkeypatch):
    """Return the folder of the grades of six students, each with a mark for the text."""
    monkeypatch.chdir(course)
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for n in range(6):
        answers = {**RIGHT, "e9-claim": ("supported", 90)} if n % 2 else RIGHT
        (inbox / f"student{n}_{100 + n}_1_e9.zip").write_bytes(handed_in(key, f"Student {n}", answers))
    command = ["grade", str(inbox), "--assignment", "e9", "--workers", "1", "--to", str(tmp_path / "grades")]
    assert main(command) == 0
    table = tmp_path / "grades" / "to_mark.csv"
    lines = table.read_text(encoding="utf-8-sig").splitlines()
    table.write_text(
        "\n".join([lines[0], *(line.removesuffix('"",""') + "2,3" for line in lines[1:])]) + "\n",
        encoding="utf-8",
    )
    assert main(command) == 0
    return tmp_path / "grades"


def test_a_gradebook_is_filled_in_beside_the_one_that_was_downloaded(graded, tmp_path, capsys):
    book = tmp_path / "book.csv"
    book.write_text(BOOK.format(id=100), encoding="utf-8", newline="")
    before = book.read_bytes()
    capsys.readouterr()
    assert main(["gradebook", str(book), "--grades", str(graded), "--column", "E9 Small"]) == 1
    told = capsys.readouterr().out
    assert told.startswith("1 grade written to")
    assert len(told.splitlines()) == 6  # five students have no row
    assert book.read_bytes() == before
    assert (tmp_path / "book-filled.csv").read_bytes() == before.replace(b"A,\r\n", b"A,13\r\n")


def test_a_gradebook_is_never_written_over_itself(graded, tmp_path, capsys):
    book = tmp_path / "book.csv"
    book.write_text(BOOK.format(id=100), encoding="utf-8")
    arguments = ["gradebook", str(book), "--grades", str(graded), "--column", "E9 Small", "--to", str(book)]
    assert main(arguments) == 2
    assert "name another file with --to" in capsys.readouterr().err


def test_a_wrong_column_is_told_with_those_there_are(graded, tmp_path, capsys):
    book = tmp_path / "book.csv"
    book.write_text(BOOK.format(id=100), encoding="utf-8")
    assert main(["gradebook", str(book), "--grades", str(graded), "--column", "E8"]) == 2
    assert "E9 Small (77)" in capsys.readouterr().err


def test_the_class_report_is_one_page_without_names(graded, tmp_path, capsys):
    page = tmp_path / "report.html"
    assert main(["report", str(graded), "--to", str(page)]) == 0
    told = page.read_text(encoding="utf-8")
    assert "Student 3" not in told
    assert "<script" not in told
    assert main(["report", "--to", str(page)]) == 2
    assert "--before and --after" in capsys.readouterr().err


def test_the_pages_of_those_whose_grade_is_written_come_in_one_zip(graded, tmp_path, capsys):
    book = tmp_path / "book.csv"
    book.write_text(BOOK.format(id=100), encoding="utf-8", newline="")
    main(["gradebook", str(book), "--grades", str(graded), "--column", "E9 Small", "--pages"])
    assert "1 page in" in capsys.readouterr().out
    with zipfile.ZipFile(tmp_path / "book-filled-pages.zip") as archive:
        [name] = archive.namelist()
        assert name == "student0_100_1_feedback-e9.html"
        assert b"Student 0" in archive.read(name)
