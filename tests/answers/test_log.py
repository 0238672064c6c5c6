"""Answers survive: killed in mid-write, two kernels at once, a full disk, garbage in the file, ten thousand lines."""

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from whosays.answers import log as answers_log
from whosays.answers.log import AnswerLog

WRITER = """
import sys
from whosays.answers.log import AnswerLog
log = AnswerLog.open("lesson", sys.argv[1])
print("ready", flush=True)
for number in range(int(sys.argv[2])):
    log.add(sys.argv[3], "v1", "answer", answer="word " * 200, result={"score": 1, "misconception": None})
    print(number, flush=True)
"""


def writer(folder: Path, count: int, question: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", WRITER, str(folder), str(count), question]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def add(log: AnswerLog, question: str = "q", event: str = "answer", answer: object = "a") -> str:
    return log.add(question, "v1", event, answer=answer, result={"score": 0, "misconception": "M1"})[1]


@pytest.fixture
def log(tmp_path) -> AnswerLog:
    return AnswerLog.open("lesson", tmp_path / "answers")


def test_every_answer_is_one_line_with_all_that_is_needed_to_judge_it_again(log):
    log.add(
        "q", "v1", "answer", answer={"b": [1]}, confidence=70, result={"score": 0.5, "misconception": None}
    )
    [line] = log.path.read_text(encoding="utf-8").splitlines()
    kept = json.loads(line)
    assert kept["time"].endswith("+00:00")
    assert {k: v for k, v in kept.items() if k != "time"} == {
        "question": "q", "version": "v1", "event": "answer", "attempt": 1, "answer": {"b": [1]},
        "confidence": 70, "result": {"score": 0.5, "misconception": None},
    }  # fmt: skip


def test_a_new_kernel_finds_the_last_answer_and_the_number_of_tries(log):
    add(log, answer="a")
    add(log, answer="b")
    add(log, event="draft", answer="c")
    again = AnswerLog.open("lesson", log.path.parent)
    assert again.last("q").answer == "c"
    assert [record.attempt for record in again.tries("q")] == [1, 2]


def test_starting_over_counts_from_one_and_deletes_nothing(log):
    add(log)
    add(log, event="restart", answer=None)
    assert log.last("q") is None
    assert log.tries("q") == []
    add(log)
    assert [record.attempt for record in log.tries("q")] == [1]
    assert len(log.path.read_text().splitlines()) == 3


def test_nothing_is_written_before_the_first_answer(log):
    assert not log.path.parent.exists()


@pytest.mark.parametrize("text", ["Ж “quoted” \n two lines", "half an emoji \ud83d", "\x00 null", '{"torn'])
def test_any_text_comes_back_as_it_was(log, text):
    add(log, answer=text)
    assert len(log.path.read_bytes().splitlines()) == 1
    assert AnswerLog.open("lesson", log.path.parent).last("q").answer == text


@pytest.mark.slow("a writer of answers killed a hundred times")
def test_a_writer_killed_in_mid_write_a_hundred_times_loses_at_most_the_line_it_was_writing(tmp_path):
    for _ in range(100):
        with writer(tmp_path, 10_000, "q") as process:
            told = iter(process.stdout.readline, b"")
            next(told)
            done = int(next(told)) + 1
            time.sleep(0.002)
            process.send_signal(signal.SIGKILL)
            done += sum(1 for _ in told)
        log = AnswerLog.open("lesson", tmp_path)
        assert len(log.tries("q")) >= done
        log.path.unlink()


def test_a_torn_last_line_is_set_aside_and_the_next_answer_stands_on_its_own(log):
    add(log)
    with log.path.open("ab") as file:
        file.write(b'{"time": "2026-01-01T00:00:00+00:00", "question": "q", "ver')
    again = AnswerLog.open("lesson", log.path.parent)
    assert len(again.of("q")) == 1
    assert add(again) == ""
    assert again.damaged == [2]
    third = AnswerLog.open("lesson", log.path.parent)
    assert (len(third.of("q")), third.damaged) == (2, [2])


@pytest.mark.parametrize(
    "line",
    [
        b"garbage",
        b"[]",
        b"\xff\xfe",
        b"{}",
        b'{"time": 1}',
        b"[" * 100_000,
        b'{"question": "q", "extra": 1}',
        b"null",
    ],
)
def test_a_garbage_line_is_reported_and_left_out(log, line):
    add(log)
    with log.path.open("ab") as file:
        file.write(line + b"\n")
    add(log)
    again = AnswerLog.open("lesson", log.path.parent)
    assert len(again.of("q")) == 2
    assert again.damaged == [2]


def test_two_kernels_on_one_notebook_lose_nothing_and_never_mix_their_lines(tmp_path):
    both = [writer(tmp_path, 50, name) for name in ("one", "two")]
    for process in both:
        process.communicate()
    log = AnswerLog.open("lesson", tmp_path)
    assert log.damaged == []
    for name in ("one", "two"):
        assert [record.attempt for record in log.tries(name)] == list(range(1, 51))


def test_an_answer_given_in_another_kernel_counts_as_a_try(log):
    other = AnswerLog.open("lesson", log.path.parent)
    add(other)
    add(log)
    assert [record.attempt for record in log.tries("q")] == [1, 2]


def test_a_lock_held_elsewhere_gives_a_sentence_and_keeps_the_answer(log, monkeypatch):
    add(log)
    monkeypatch.setattr(answers_log, "_WAIT", 0.05)
    with answers_log.FileLock(log.path.with_suffix(".lock")):
        notice = add(log, answer="kept")
    assert "another notebook holds it" in notice
    assert log.last("q").answer == "kept"
    assert add(log, answer="next") == ""
    assert [r.answer for r in AnswerLog.open("lesson", log.path.parent).of("q")] == ["a", "kept", "next"]


FULL = """
import resource, sys, signal
from whosays.answers.log import AnswerLog
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
log = AnswerLog.open("lesson", sys.argv[1])
log.add("q", "v1", "answer", answer="first")
resource.setrlimit(resource.RLIMIT_FSIZE, (log.path.stat().st_size + 40, resource.RLIM_INFINITY))
print(log.add("q", "v1", "answer", answer="x" * 500)[1])
print(log.add("q", "v1", "answer", answer="y" * 500)[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(len(log.of("q")), repr(log.add("q", "v1", "answer", answer="last")[1]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the size of a file is limited by setrlimit")
def test_a_full_disk_gives_a_sentence_and_the_answer_is_written_when_there_is_room(tmp_path):
    told = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)], capture_output=True, text=True, check=True
    )
    first, second, third = told.stdout.splitlines()
    assert "could not be written (File too large)" in first
    assert "Make room" in second
    assert third == "3 ''"
    log = AnswerLog.open("lesson", tmp_path)
    assert [record.answer[:5] for record in log.of("q")] == ["first", "xxxxx", "yyyyy", "last"]
    assert [record.attempt for record in log.of("q")] == [1, 2, 3, 4]


def test_a_folder_that_cannot_be_written_gives_a_sentence(tmp_path):
    (tmp_path / "answers").write_text("a file where the folder should be")
    log = AnswerLog.open("lesson", tmp_path / "answers")
    notice = add(log)
    assert notice.startswith("This answer is not saved yet: answers/lesson.jsonl could not be written")
    assert log.last("q").answer == "a"


READ_ONLY = """
import os, sys
from whosays.answers.log import AnswerLog
if os.geteuid() == 0:
    os.setuid(65534)  # root may write anywhere
print(AnswerLog.open("lesson", sys.argv[1]).add("q", "v1", "answer", answer="a")[1])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not read-only there")
def test_a_read_only_folder_gives_a_sentence(tmp_path):
    tmp_path.chmod(0o555)
    command = [sys.executable, "-c", READ_ONLY, str(tmp_path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "could not be written (Permission denied)" in told


def fastest(action) -> float:
    """Return the CPU seconds of the fastest of five runs of *action*; they say little less on a busy machine."""
    seconds = []
    for _ in range(5):
        start = time.process_time()
        action()
        seconds.append(time.process_time() - start)
    return min(seconds)


def test_ten_thousand_lines_are_restored_in_five_times_what_parsing_them_takes(log):
    line = {
        "time": "2026-01-01T00:00:00+00:00",
        "version": "v1",
        "event": "answer",
        "attempt": 1,
        "answer": "a",
    }
    log.path.parent.mkdir()
    with log.path.open("w") as file:
        file.writelines(json.dumps({**line, "question": f"q{n % 20}"}) + "\n" for n in range(10_000))

    def parse():
        return [json.loads(line) for line in log.path.read_text().splitlines()]

    def restore():
        return AnswerLog.open("lesson", log.path.parent).last("q7")

    assert restore().answer == "a"
    assert fastest(restore) < 5 * fastest(parse)


def test_answers_that_were_deleted_are_gone_for_an_open_notebook_too(tmp_path):
    one = AnswerLog.open("01_x", tmp_path / "answers")
    for answer in "abc":
        one.add("q", "v", "answer", answer=answer)
    shutil.rmtree(tmp_path / "answers")
    AnswerLog.open("01_x", tmp_path / "answers").add("q", "v", "answer", answer="new")
    one.refresh()
    assert [record.answer for record in one.of("q")] == ["new"]
    one.add("q", "v", "answer", answer="next")
    assert [record.answer for record in AnswerLog.open("01_x", tmp_path / "answers").of("q")] == [
        "new",
        "next",
    ]
