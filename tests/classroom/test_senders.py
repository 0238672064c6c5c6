"""Whose a file is, is told from what a learning platform calls it, and never from what a student chose."""

import pytest

from whosays.classroom.grading.owner import owned
from whosays.classroom.intake.inbox import Inbox
from whosays.classroom.intake.platform_names import Sender
from whosays.classroom.moodle_words import words
from whosays.classroom.person_names import fits, squashed


def moodle(id, name, **more):
    return Sender("moodle", id, name, **more)


def canvas(id, name, file="", **more):
    return Sender("canvas", id, name, sent=file.zfill(20), **more)


NOBODY = Sender("", "", "")


@pytest.fixture
def inbox(tmp_path):
    """Return a function that lays files into an inbox, and says who the first is from."""

    def sender(*paths: str, folder: str = ".") -> Sender:
        for path in paths:
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(b"x")
        return Inbox(tmp_path / folder).sender(tmp_path / paths[0])

    return sender


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("doejane_12345_987654_e3_jane.zip", canvas("12345", "doejane", "987654")),
        ("doejane_LATE_12345_987654_e3_jane-1.zip", canvas("12345", "doejane", "987654", late=True)),
        ("latekate_12345_987654_LATE_e3.zip", canvas("12345", "latekate", "987654")),
        ("8812345_1004_5504_e1.zip", canvas("1004", "8812345", "5504")),
        ("o_brien_12345_987654_e3.zip", canvas("12345", "o_brien", "987654")),
        ("doejane_12345_text.html", canvas("12345", "doejane")),
        ("anon_A1b2C_9987_e1_tom.zip", canvas("anon_A1b2C", "anon_A1b2C", "9987", hidden=True)),
        (
            "LATE_anon_A1b2C_9987_e1_tom.zip",
            canvas("anon_A1b2C", "anon_A1b2C", "9987", hidden=True, late=True),
        ),
        ("Jane Doe_1234567_assignsubmission_file_/e3_jane.zip", moodle("1234567", "Jane Doe")),
        ("Jane Doe_12_assignsubmission_file/sub/e3.zip", moodle("12", "Jane Doe")),
        ("Anne_Marie X_77_assignsubmission_file/e3.zip", moodle("77", "Anne_Marie X")),
        ("Anna K_555001_assignsubmission_file_e1_x.zip", moodle("555001", "Anna K")),
        ("Anna K_555001_assignsubmission_onlinetext/onlinetext.html", moodle("555001", "Anna K")),
        ("Standard-Gruppe_assignsubmission_file/e1.zip", moodle("", "Standard-Gruppe")),
        ("الاسم_88_assignsubmission_file_/e3.zip", moodle("88", "الاسم")),
        ("Kate Late_12_assignsubmission_file_/LATE_e3.zip", moodle("12", "Kate Late")),
        (
            "397063-2557369 - Anna Kowalska-Nowak - Nov 26, 2026 926 PM/e1.zip",
            Sender("brightspace", "397063", "Anna Kowalska-Nowak", sent="2026-11-26 21:26"),
        ),
        (
            "397063-2557369 - Anna Kowalska - 26 nov. 2026 2126/e1.zip",
            Sender("brightspace", "397063", "Anna Kowalska", sent="26 nov. 2026 2126"),
        ),
        (
            "E1_jdoe_attempt_2026-11-26-21-26-05_x_eve_attempt_2027-01-01-00-00-00_e1.zip",
            Sender("blackboard", "jdoe", "", sent="2026-11-26-21-26-05"),
        ),
        ("s007/e3.zip", Sender("", "", "s007")),
        ("s007 (late)/e3.zip", Sender("", "", "s007 (late)")),
        ("e3_plate.zip", NOBODY),
        ("2026_11_25_Amy.zip", NOBODY),
        ("amy_2026_11_25_e3.zip", NOBODY),
        ("renamed.zip", NOBODY),
    ],
)
def test_the_sender_is_told_from_the_path(inbox, path, expected):
    assert inbox(path, "another.zip") == expected


@pytest.mark.parametrize(
    "chosen",
    ["x_1111111_1_e1.zip", "Ann_1111111_assignsubmission_file_e1.zip", "E1_ann_attempt_2026-11-26-21-26-05_e1.zip",
     "Ann_1111111_assignsubmission_file/e1.zip", "1-2 - Ann - Nov 26, 2026 926 PM/e1.zip"],
)  # fmt: skip
@pytest.mark.parametrize(
    "own", ["Eve Bad_2222222_assignsubmission_file", "9-8 - Eve Bad - Nov 1, 2026 1200 AM"]
)
def test_no_name_that_a_student_chose_makes_a_file_anothers(inbox, own, chosen):
    assert inbox(f"{own}/{chosen}", "z.zip").name == "Eve Bad"


@pytest.mark.parametrize("chosen", ["x_1111111_1_e1.zip", "E1_ann_attempt_2026-11-26-21-26-05_e1.zip"])
def test_in_a_folder_a_student_the_name_of_a_file_tells_nobody(inbox, chosen):
    assert inbox(f"eve/{chosen}", "tom/e1.zip") == Sender("", "", "eve")


def test_a_download_may_lie_in_folders_of_its_own(inbox):
    assert inbox("course/submissions/doejane_1_2_e1.zip", "course/submissions/b.zip") == canvas(
        "1", "doejane", "2"
    )


@pytest.mark.parametrize("word", sorted(words("hidden")))
def test_a_hidden_name_of_moodle_is_known_in_every_language(inbox, word):
    cleaned = word.replace("/", "")
    assert inbox(f"{cleaned}_15_assignsubmission_file/e1.zip") == moodle("15", f"{cleaned} 15", hidden=True)


@pytest.mark.parametrize(
    ("note", "id", "name"),
    [
        ("Name: Jane Q. Doe (j_doe)\nAssignment: E1\n", "j_doe", "Jane Q. Doe"),
        ("Name: Jane (Jo) Doe (j_doe)\n", "j_doe", "Jane (Jo) Doe"),
        ("Name: Ann Other (ann)\n", "doe", ""),  # not of this file
        ("\xff\x00", "doe", ""),
    ],
)
def test_the_note_of_blackboard_says_whose_the_file_beside_it_is(inbox, tmp_path, note, id, name):
    (tmp_path / "E1_j_doe_attempt_2026-11-26-21-26-05.txt").write_text(note, encoding="latin-1")
    told = inbox("E1_j_doe_attempt_2026-11-26-21-26-05_e1.zip")
    assert (told.id, told.name) == (id, name)


LIST = """---
submission_11:
  :submitters:
  - :name: Jane Doe
    :sid: '4711'
    :email: jane@example.org
  :created_at: 2026-11-26 21:26:05 Z
submission_12:
  :submitters:
  - :name: Tom
    :email: tom@example.org
  - :name: Ann
    :sid: 12
"""


def test_the_list_of_gradescope_says_whose_the_folders_are(inbox, tmp_path):
    (tmp_path / "submission_metadata.yml").write_text(LIST, encoding="utf-8")
    told = inbox("submission_11/e1.zip")
    assert told == Sender("gradescope", "4711", "Jane Doe", sent="2026-11-26 21:26:05+00:00")
    assert inbox("submission_12/e1.zip")[:3] == ("gradescope", "tom@example.org, 12", "Tom, Ann")
    assert inbox("submission_13/e1.zip")[:3] == ("gradescope", "submission_13", "")
    assert [path.name for path in Inbox(tmp_path).files()] == ["e1.zip"] * 3


@pytest.mark.parametrize(
    "text", ["a: &a [x, x]\nsubmission_11: *a", "[" * 5000, "\x00", "- 1", "!!python/name:os.system"]
)
def test_a_list_that_is_none_tells_nobody_and_stops_nothing(inbox, tmp_path, text):
    (tmp_path / "submission_metadata.yml").write_text(text, encoding="utf-8")
    assert inbox("submission_11/e1.zip").name == ""


def test_hidden_files_links_and_what_platforms_put_beside_are_left_out(tmp_path):
    files = ("b/x.zip", "a.zip", ".hidden.zip", "__MACOSX/y.zip", ".git/z.zip", "notes.txt",
             "E1_jdoe_attempt_2026-11-26-21-26-05.txt")  # fmt: skip
    for name in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "link.zip").symlink_to("/etc/passwd")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = [path.relative_to(tmp_path).as_posix() for path in Inbox(tmp_path).files()]
    assert found == ["a.zip", "b/x.zip", "notes.txt"]


def test_the_index_of_brightspace_is_left_out_and_a_students_is_not(tmp_path):
    own = tmp_path / "1-2 - Ann Doe - Nov 26, 2026 926 PM"
    own.mkdir()
    for path in (tmp_path / "index.html", own / "index.html"):
        path.write_text("x")
    assert list(Inbox(tmp_path).files()) == [own / "index.html"]


def row(name="", **more) -> dict:
    return {"name": name, "odd": [], **more}


@pytest.mark.parametrize(
    ("sender", "student", "name"),
    [
        (moodle("12", "Anna Kowalska"), "moodle:12", "Anna Kowalska"),
        (canvas("12", "kowalskaanna"), "canvas:12", "Anna"),
        (canvas("12", "doetom"), "canvas:12", "doetom"),
        (moodle("15", "Participant 15", hidden=True), "moodle:15", "Participant 15"),
        (moodle("", "Default group"), "moodle:defaultgroup", "Default group"),
        (Sender("", "", "s007"), "file:s007/e1_anna.zip", "Anna"),
        (NOBODY, "file:s007/e1_anna.zip", "Anna"),
    ],
)
def test_the_platforms_name_counts_and_the_typed_one_only_where_it_has_none(sender, student, name):
    told, found = owned(row("Anna"), sender, "s007/e1_anna.zip")
    assert (told, found["name"]) == (student, name)


def test_two_names_that_do_not_fit_are_noted_and_hidden_ones_shown_nowhere():
    _, told = owned(row("Anna"), moodle("12", "Tom Doe"), "Tom Doe_12_assignsubmission_file/e1_anna.zip")
    assert told["odd"] == ["the file says “Anna”, the platform says “Tom Doe”: ask whose it is"]
    hidden = moodle("15", "Participant 15", hidden=True)
    _, told = owned(row("Anna"), hidden, "Participant_15_assignsubmission_file/e1_anna.zip")
    assert (told["odd"], told["file"]) == ([], "Participant_15_assignsubmission_file…")
    assert "nna" not in str(told)


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("Anna", "Anna Kowalska", True), ("Żak, Ewa", "ewazak", True), ("Жанна", "Жанна Ова", True),
        ("O'Brien", "obrien", True), ("Tom", "Anna Kowalska", False), ("", "Anna", False),
    ],
)  # fmt: skip
def test_names_fit_where_they_share_a_word_whatever_its_accents(one, other, fit):
    assert fits(one, other) is fit


def test_a_name_is_squashed_to_its_letters_and_digits():
    assert squashed("O'Brien-Żak, J_2.") == "obrienzakj2"
