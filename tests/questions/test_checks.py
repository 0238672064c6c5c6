"""whosays check names file, line, key and remedy of everything wrong with the bank; the command says so."""

import shutil
import subprocess
import sys

import pytest

from tests.conftest import CASE, ROOT
from whosays.cli import main
from whosays.questions import checks

SOUND = """\
lesson = "01_x"
case = "kyrgyz_tajik_2022"

[[question]]
id = "01-a"
type = "choice"
rung = "alone"
sound = "stop"
prompt = "Who?"
words = ["as per BBC"]
reason = "So."
accept = ["a"]

[[question.options]]
id = "a"
text = "A"
right = "Yes."

[[question.options]]
id = "b"
text = "B"
wrong = "No."

[[question]]
id = "01-b"
type = "unit_and_clock"
rung = "alone"
sound = "keep"
prompt = "When?"
words = ["On Sunday"]
reason = "So."
columns = ["event_time"]
choices = { event_time = { not_said = "not said", "2022-09-18" = "18 September" } }
accept = [{ "c13.event_time" = "not_said" }]

[[question.rows]]
claim = "c13"

[[question.wrong]]
value = "2022-09-18"
why = "The saying has a day."
"""


@pytest.fixture
def bank(tmp_path):
    """Return a function that writes a bank file and tells what is wrong with it."""
    folder = tmp_path / "data" / "questions"
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "data" / "questions" / "schema.json", folder)
    shutil.copytree(CASE, tmp_path / "data" / CASE.name)

    def found(text: str, name: str = "01_x.toml") -> list[str]:
        (folder / name).write_text(text, encoding="utf-8")
        return [str(problem) for problem in checks.problems(folder)]

    return found


def test_a_sound_bank_has_no_problems(bank):
    assert bank(SOUND) == []


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('prompt = "Who?"\n', "", "01_x.toml, line 4: question '01-a': 'prompt' is a required property"),
        ('sound = "stop"', 'sound = "maybe"', "line 8, sound: question '01-a': 'maybe' is not one of"),
        ('right = "Yes."', 'right = "Yes."\nwrong = "No."', "line 14, options"),
        ('wrong = "No."', 'wrong = "No."\nmisconception = "M23"', ", options.misconception"),
        ('words = ["as per BBC"]', 'words = ["as per CNN"]', "line 10, words: question '01-a': the text does not hold 'as per CNN'; copy"),
        ('accept = ["a"]', 'accept = ["b"]', "line 12, accept: question '01-a': the known right answer 'b' is worth 0.00"),
        ('wrong = "No."', 'right = "No."', ", options: question '01-a': exactly one option must have right"),
        ('[[question.wrong]]\nvalue = "2022-09-18"\nwhy = "The saying has a day."\n', "", "the wrong answer c13.event_time = 2022-09-18 has no explanation"),
        ('claim = "c13"', 'claim = "c99"', "question '01-b': names 'c99', which is not there"),
        ('id = "01-b"', 'id = "01-a"', "line 5, id: '01-a' is used twice"),
        ('id = "01-b"', 'id = "02-b"', "line 25, id: '02-b' must begin with 01-"),
        ('reason = "So."\naccept = ["a"]', 'reason = "So."\nparallel = "01-c"\naccept = ["a"]', "there is no question '01-c'; name one"),
        ('accept = ["a"]', 'accept = ["a"]\nreject = ["a"]', "the known wrong answer 'a' is accepted"),
        ('lesson = "01_x"', 'lesson = "01_y"', "lesson: is '01_y'; name the file 01_y.toml"),
        ("lesson =", "lesson", "not readable as TOML"),
        ('type = "choice"', 'type = "riddle"', ", type: question '01-a': 'riddle' is not one of"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_file_line_key_and_remedy(bank, before, after, told):
    assert before in SOUND
    found = bank(SOUND.replace(before, after, 1))
    assert any(told in problem for problem in found), found
    assert all(problem.startswith("01_x.toml") for problem in found)


def test_the_command_says_what_is_wrong_and_leaves_with_1(bank, tmp_path, capsys, monkeypatch):
    bank(SOUND.replace("as per BBC", "as per CNN"))
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 1
    told = capsys.readouterr().out
    assert "questions: 1 problem\n  01_x.toml, line 10, words" in told
    assert "kyrgyz_tajik_2022: no problems" in told


@pytest.mark.slow("whosays check, as a command")
def test_the_command_leaves_with_0_on_the_course_as_it_is(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert main(["check"]) == 0
    told = capsys.readouterr().out
    assert "without reading the text" in told
    assert told.count("no problems") >= 3
    assert [line.split()[0] for line in told.splitlines() if line.startswith("  M")] == [
        f"M{n}" for n in range(1, 23)
    ]


def test_the_command_leaves_with_2_where_there_is_nothing_to_check(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    assert "run this in the course folder" in capsys.readouterr().err


def test_a_folder_that_is_no_case_is_told_so_without_a_traceback(tmp_path, capsys):
    assert main(["check", str(tmp_path / "nowhere")]) == 1
    assert "give the path of a case folder" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe whose reader is gone is another thing there")
def test_the_command_ends_quietly_where_nobody_reads_on():
    command = [sys.executable, "-c", "from whosays.cli import run; run()", "check", "nowhere"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 1


EXACT = {
    "no words": ('words = ["as per BBC"]\n', 'words = ["as per CNN"]\n', [
        "01_x.toml, line 10, words: question '01-a': the text does not hold 'as per CNN'; copy or name it exactly"]),
    "a claim that is not there": ('claim = "c13"', 'claim = "c99"', [
        "01_x.toml, line 24: question '01-b': names 'c99', which is not there; copy or name it exactly"]),
    "a wrong answer accepted": ('accept = ["a"]', 'accept = ["a"]\nreject = ["a", "b"]', [
        "01_x.toml, line 13, reject: question '01-a': the known wrong answer 'a' is accepted; correct the key or the answer"]),
    "a right answer refused": ('accept = ["a"]', 'accept = ["a", "b"]', [
        "01_x.toml, line 12, accept: question '01-a': the known right answer 'b' is worth 0.00; correct the key or the answer",
        "01_x.toml, line 12, accept: question '01-a': must name just the options that hold: a"]),
    "two options that hold": ('wrong = "No."', 'also = "at times"', [
        "01_x.toml, line 12, accept: question '01-a': must name just the options that hold: a, b"]),
    "no option that is right": ('right = "Yes."', 'also = "at times"', [
        "01_x.toml, line 14, options: question '01-a': exactly one option must have right; use also for another that holds under a condition"]),
    "a blank explanation": ('wrong = "No."', 'wrong = " "', [
        "01_x.toml, line 22, wrong: question '01-a': the wrong answer b has no explanation; add one"]),
    "an id of another lesson": ('id = "01-b"', 'id = "02-b"', [
        "01_x.toml, line 25, id: '02-b' must begin with 01-"]),
    "one id twice": ('id = "01-b"', 'id = "01-a"', [
        "01_x.toml, line 5, id: '01-a' is used twice; give each question its own id",
        "01_x.toml, line 25, id: '01-a' is used twice; give each question its own id"]),
    "another name": ('lesson = "01_x"', 'lesson = "01_y"', [
        "01_x.toml, lesson: is '01_y'; name the file 01_y.toml"]),
    "no TOML": ("lesson =", "lesson", [
        "01_x.toml: not readable as TOML (Expected '=' after a key in a key/value pair (at line 1, column 8)); mend it there"]),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after", "told"), EXACT.values(), ids=EXACT)
def test_what_is_wrong_is_told_whole_and_nothing_else_is(bank, before, after, told):
    assert bank(SOUND.replace(before, after, 1)) == told


def test_options_with_one_id_are_told_before_what_comes_of_that(bank):
    told = bank(SOUND.replace('id = "b"', 'id = "a"', 1))
    assert told[0] == (
        "01_x.toml, line 14, options: question '01-a': two options have the same id; give each its own"
    )


def test_a_folder_without_questions_and_a_file_in_other_letters_are_told(tmp_path, bank):
    [found] = checks.problems(tmp_path / "data" / "questions")
    assert str(found).endswith("there is no question file here; name a folder with *.toml files")
    (tmp_path / "data" / "questions" / "01_x.toml").write_bytes(SOUND.replace("Who?", "Ж?").encode("utf-16"))
    [found] = checks.problems(tmp_path / "data" / "questions")
    assert str(found) == "01_x.toml: byte 0 is not UTF-8; save the file as UTF-8"


def test_a_broken_file_hides_no_fault_of_another(bank):
    bank("lesson")
    assert [
        told.partition(",")[0] for told in bank(SOUND.replace("01_x", "02_x"), "02_x.toml") if "02_" in told
    ] == ["02_x.toml"] * 2  # both ids begin with 01-
    assert any(told.startswith("01_x.toml: not readable") for told in bank(SOUND, "03_x.toml"))


def test_questions_of_assignments_keep_the_schema_of_the_bank(tmp_path, bank):
    bank(SOUND)
    folder = tmp_path / "solutions" / "questions"
    folder.mkdir(parents=True)
    (folder / "01_x.toml").write_text(SOUND.replace('sound = "stop"', 'sound = "maybe"', 1), encoding="utf-8")
    [found] = checks.problems(folder)
    assert (found.line, found.key) == (8, "sound")


ROWS = """
[[question]]
id = "x"

  [[ question ]]
  id = "y"
[[question.options]]
id = "a"
[[question.options]]
id = "b"
text = "B"
[question.choices]
event = 1
"""


@pytest.mark.parametrize(
    ("question", "keys", "line"),
    [
        (None, [], None),
        (2, [], None),
        (0, [], 2),
        (0, ["id"], 3),
        (0, ["text"], 2),  # it has none: the question itself is pointed at
        (1, [], 5),
        (1, ["id"], 6),
        (1, ["options"], 7),
        (1, ["options", 0], 7),
        (1, ["options", 1], 9),
        (1, ["options", 1, "text"], 11),
        (1, ["options", 1, "id"], 10),
        (1, ["options", 9], 9),
        (1, ["choices"], 12),
        (1, ["choices", "event"], 13),
    ],
)
def test_a_line_is_found_by_question_and_keys(question, keys, line):
    assert checks.line_of(ROWS, question, keys) == line
