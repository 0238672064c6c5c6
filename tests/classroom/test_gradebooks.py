"""A gradebook gets the grades that are certain, in one column, and is otherwise the file that was downloaded."""

import csv
import io

import pytest
from hypothesis import given as whenever
from hypothesis import strategies as st

from whosays.classroom.csv_safe import safe, unsafe
from whosays.classroom.gradebook import csv_bytes
from whosays.classroom.gradebook.fill import Filled, GradebookError, fill

CANVAS = (
    "\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,E1 Ledger (501),E2 Numbers (502),Notes,E1 Current Score\r\n"
    ",,,,,Manual Posting,,,\r\n"
    "    Points Possible,,,,,30.00,30.00,,(read only)\r\n"
    '"Lovelace, Ada",11,S-11,ada@example.org,"Media, group 1",,7.5,"said ""hello""\r\ntwice",80\r\n'
    "\"سارة, أحمد\",12,S-12,sara@example.org,Media,12.00,,=cmd|' /C calc'!A0,90\r\n"
    '"=cmd|\' /C calc\'!A0",13,S-13,Robot@Example.org,Media,"",,,\r\n'
    "כהן; נועה,14,S-14,noa@example.org,Media,EX,,,\r\n"
    'Ова "Ж",15,S-15,ova@example.org,Media,N/A,,,\r\n'
    '"Student, Test",,,3f2a,Media,,,,'
)
MOODLE = (
    'Identifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed","Last modified (grade)","Feedback comments"\n'
    '"Participant 201","Ada Lovelace",Ada@example.org,"Submitted for grading",,30.00,Yes,-,\n'
    '"Participant 202","Ова, ""Ж""",nurlan@example.org,"No submission","",30.00,Yes,"Wednesday, 8 June, 10:15 AM","one\ntwo"\n'
    '"Participant 203","Locked Student",locked@example.org,"Submitted for grading",,30.00,No,-,\n'
)  # fmt: skip


def result(id="", points: float | None = 12.5, **more):
    told = {"student": "s001", "name": f"Name {id}", "id": id, "email": "", "file": "x.zip", "late": False,
            "made": "", "status": "graded", "reason": "", "out_of": 30, "to_mark": [], "questions": []}  # fmt: skip
    return {**told, "points": points, **more}


def canvas(*results, column="E1 Ledger", text=CANVAS) -> Filled:
    return fill(text.encode(), column, results)


def moodle(*results, text=MOODLE) -> Filled:
    return fill(text.encode(), "Grade", results)


def table(text: bytes, delimiter=",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_the_grade_is_spliced_into_canvas_and_every_other_byte_stays():
    filled = canvas(result("11"))
    assert filled.written == 1
    assert (filled.left, filled.noted) == ([], [])
    assert filled.text == CANVAS.replace('"Media, group 1",,7.5', '"Media, group 1",12.5,7.5').encode()


def test_the_grade_is_spliced_into_moodle_by_participant_and_marks_stay():
    filled = moodle(result("202", 9.0), result("201", 30.0))
    assert filled.written == 2
    expected = MOODLE.replace('"No submission","",', '"No submission","9",')
    assert filled.text == expected.replace('for grading",,30.00,Yes', 'for grading",30,30.00,Yes', 1).encode()
    assert moodle(result("Participant 202", 9.0)).written == 1


def test_a_byte_order_mark_is_kept_and_is_no_part_of_the_first_name():
    filled = moodle(result("201"), text="\ufeff" + MOODLE)
    assert filled.written == 1
    assert filled.text.startswith(b"\xef\xbb\xbfIdentifier,")


def test_hostile_names_neither_break_rows_nor_change():
    filled = canvas(result("12", 11), result("13", 3.25))
    before, after = table(CANVAS.encode()), table(filled.text)
    assert filled.written == 2
    assert [row[:5] + row[6:] for row in before] == [row[:5] + row[6:] for row in after]
    assert [row[5] for row in after][4:6] == ["11", "3.25"]
    assert b'Media,"3.25",' in filled.text


def test_without_results_nothing_changes():
    assert canvas().text == CANVAS.encode()
    assert moodle().text == MOODLE.encode()


def test_filling_in_twice_gives_the_same_bytes():
    once = canvas(result("11"), result("12", 12)).text
    again = fill(once, "E1 Ledger", [result("11"), result("12", 12)])
    assert again.text == once
    assert (again.written, again.noted) == (2, [])


def test_an_equal_grade_keeps_its_own_form_and_another_is_replaced_and_noted():
    assert b",12.00,," in canvas(result("12", 12)).text
    filled = canvas(result("12", 13))
    assert b",13,," in filled.text
    assert filled.noted == ["Name 12: 12.00 was replaced by 13."]


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (result("99"), "Name 99: no row has 99."),
        (result(""), "Name: neither an id nor an e-mail address is known."),
        (result("11", None, status="not graded", reason="no zip"), "Name 11: not graded (no zip)."),
        (result("11", 5, status="not graded"), "Name 11: not graded."),
        (result("11", float("nan")), "Name 11: not graded."),
        (result("11", to_mark=["e1-memo"]), "Name 11: still to be marked by hand: e1-memo."),
        (result("14"), "Name 14: is excused on the platform, so “EX” stays."),
        (result("15"), "Name 15: was not set this assignment on the platform, so “N/A” stays."),
    ],
)
def test_what_is_not_certain_is_left_out_with_a_sentence(one, why):
    filled = canvas(one)
    assert (filled.text, filled.written) == (CANVAS.encode(), 0)
    assert filled.left == [why]


def test_a_locked_grade_of_moodle_is_left():
    filled = moodle(result("203"))
    assert filled.text == MOODLE.encode()
    assert filled.left == ["Name 203: the grade is locked on the platform."]


def test_a_name_alone_is_never_enough():
    filled = canvas(result("", name="Lovelace, Ada"))
    assert filled.text == CANVAS.encode()
    assert filled.written == 0


def test_two_submissions_for_one_row_fill_none():
    filled = canvas(result("11", 3), result("11", 4), result("12", 5))
    assert filled.written == 1
    assert filled.left == ["Name 11: 2 submissions fit one row, so none was filled in."] * 2


def test_two_rows_for_one_submission_fill_none():
    text = CANVAS.replace(",12,S-12", ",11,S-12")
    filled = canvas(result("11"), text=text)
    assert filled.text == text.encode()
    assert filled.left == ["Name 11: 2 rows fit, so none was filled in."]


def test_email_is_matched_without_capitals_only_where_there_is_no_id_and_noted():
    filled = moodle(result("", email="ADA@EXAMPLE.ORG"))
    assert filled.written == 1
    assert filled.noted == ["Name: matched by e-mail, for there is no id."]
    assert moodle(result("999", email="ada@example.org")).written == 0
    assert canvas(result("", email="robot@example.org")).written == 1


def test_an_email_and_an_id_for_the_same_row_fill_none():
    assert moodle(result("201"), result("", email="ada@example.org")).written == 0


def test_one_column_of_ids_serves_the_whole_file():
    text = CANVAS.replace("S-11", "12").replace("S-12", "98")
    filled = canvas(result("12", 5), text=text)
    assert table(filled.text)[4][5] == "5"
    other = canvas(result("S-11"), result("S-13"))
    assert other.written == 2
    assert other.noted == ["The ids were found in the column “SIS User ID”, not in “ID”."]


def test_a_number_is_not_taken_for_a_longer_id():
    text = "Matrikel,Grade\r\na12,\r\nb7,\r\n"
    assert fill(text.encode(), "Grade", [result("b12"), result("12")], by="Matrikel").written == 0
    other = "SIS User ID,Grade\r\nS-11,\r\nS-12,\r\n"
    assert fill(other.encode(), "Grade", [result("11")]).written == 0
    german = "Bezeichner,Bewertung\r\nTeilnehmer/in12,\r\nTeilnehmer/in7,\r\n"
    assert b"in12,12.5\r\n" in fill(german.encode(), "Bewertung", [result("12")], by="Bezeichner").text


def test_semicolons_and_decimal_commas_of_other_countries_are_kept():
    text = "Student;ID;Section;E1 (5)\r\n    Points Possible;;;30,00\r\nŻak, Ewa;11;A;\r\n"
    assert fill(text.encode(), "E1", [result("11")]).text == text.replace("11;A;", '11;A;"12,5"').encode()


def test_names_in_another_encoding_pass_through_untouched():
    text = "Student,ID,Section,E1 (5)\nMüller,11,A,\n".encode("latin-1")
    assert fill(text, "E1", [result("11")]).text == text.replace(b"A,\n", b"A,12.5\n")


def test_a_row_of_another_length_is_left_alone_and_named():
    text = 'Student,ID,Section,E1 (5)\nA,11,x,\n"B, too, many",12,x,,,\n\nC,13\n'
    filled = fill(text.encode(), "E1", [result("11"), result("12")])
    assert filled.text == text.replace("11,x,", "11,x,12.5").encode()
    assert filled.left[:2] == [
        f"Row {n} has more or fewer fields than the header, so it was left alone." for n in (3, 5)
    ]


@pytest.mark.parametrize(
    ("text", "column", "told"),
    [
        (CANVAS, "E9", "no column “E9”; there is Student, ID"),
        (CANVAS, "ID", "is no column for grades"),
        (CANVAS, "E1 Current Score", "is no column for grades"),
        (CANVAS.replace("E2 Numbers", "E1 Ledger"), "E1 Ledger", "2 columns are called"),
        (CANVAS.replace("30.00,30.00", "100,30.00"), "E1 Ledger", "out of 30, the column is out of 100"),
        (CANVAS.replace("30.00,30.00", "(read only),30.00"), "E1 Ledger", "read only"),
        ("Name,Grade\nA,\n", "Grade", "no column of ids"),
        ("", "Grade", "no column of ids"),
        ('Student,ID,E1 (5)\n"A,11,\n', "E1", "row 2: a quotation mark is not closed"),
    ],
)
def test_a_file_or_a_column_that_does_not_fit_is_refused_with_a_remedy(text, column, told):
    with pytest.raises(GradebookError, match=told.replace("(", r"\(")):
        fill(text.encode(), column, [result("11")])


def test_utf_16_is_refused():
    with pytest.raises(GradebookError, match="UTF-16"):
        fill(CANVAS.encode("utf-16"), "E1 Ledger", [])


def test_a_column_may_be_named_with_its_number():
    text = CANVAS.replace("E2 Numbers", "E1 Ledger")
    assert canvas(result("11"), column="E1 Ledger (501)", text=text).written == 1


def test_a_student_cannot_pass_for_the_row_of_points():
    text = CANVAS.replace('"سارة, أحمد"', "Points Possible")
    assert canvas(result("12"), text=text).written == 1


def test_sentences_hold_no_signs_that_turn_a_line_around():
    filled = canvas(result("99", name="A\u202eB\nC\x1b[2J"))
    assert filled.left == ["A B C [2J: no row has 99."]


# Anything that can be a name, the signs that part fields and rows among them.
NAMES = st.text(
    st.characters(codec="utf-8", exclude_characters="\0") | st.sampled_from('",;\r\n=\t'), max_size=12
)
ROWS = st.lists(st.tuples(NAMES, NAMES, st.none() | st.integers(0, 3000)), min_size=1, max_size=8)


@whenever(ROWS, st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]), st.sampled_from(["\r\n", "\n"]),
          st.booleans(), st.sampled_from(",;"))  # fmt: skip
def test_every_gradebook_comes_back_with_one_column_changed(rows, quoting, end, bom, separator):
    if end == "\n":  # Python's writer leaves a lone carriage return bare then, which no reader can mend
        rows = [(name.replace("\r", ""), notes.replace("\r", ""), cents) for name, notes, cents in rows]
    buffer = io.StringIO()
    writer = csv.writer(buffer, quoting=quoting, lineterminator=end, delimiter=separator)
    writer.writerow(["Student", "ID", "Section", "E1 (5)", "Notes"])
    writer.writerows([name, str(n), "A", "", notes] for n, (name, notes, _) in enumerate(rows, 100))
    text = (b"\xef\xbb\xbf" if bom else b"") + buffer.getvalue().encode()
    wanted = {str(n): cents for n, (_, _, cents) in enumerate(rows, 100)}
    given = [result(name, cents / 100) for name, cents in wanted.items() if cents is not None]
    filled = fill(text, "E1", given)
    assert filled.written == len(given)
    before, after = table(text, separator), table(filled.text, separator)
    assert [row[:3] + row[4:] for row in after] == [row[:3] + row[4:] for row in before]
    for row in after[1:]:
        cents = wanted[row[1]]
        assert row[3] == "" if cents is None else float(row[3]) == cents / 100


@whenever(st.lists(st.lists(NAMES, min_size=1, max_size=4), max_size=5), st.sampled_from(",;\t"))
def test_fields_are_found_where_a_csv_reader_finds_them(rows, separator):
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator).writerows(rows)
    text = buffer.getvalue().encode()
    found = [
        [csv_bytes.value(text, field) for field in row] for row in csv_bytes.rows(text, separator.encode())
    ]
    assert found == rows


@whenever(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_never_a_crash(noise):
    try:
        filled = fill(noise + b"\nStudent,ID,E1 (5)\n", "E1", [result("11")])
    except GradebookError:
        return
    assert filled.written <= 1


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "\n=", "\uff1d", "\uff20"])
def test_no_text_begins_a_formula(start):
    words = f"{start}cmd|' /C calc'!A0"
    assert safe(words) == f"'{words}"


def test_numbers_stay_numbers():
    assert (safe(-1.5), safe("-1.5"), safe(None), safe(True)) == (-1.5, "'-1.5", "", "yes")


@whenever(NAMES | st.text())
def test_safe_words_can_be_had_back(name):
    assert unsafe(safe(name)) == name
