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
