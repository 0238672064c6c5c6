"""A small course with one assignment, and students who answer it."""

import json
import zlib
from pathlib import Path

import pytest

from tests.conftest import ROOT
from whosays.answers.submission import LOG, NOTEBOOK, pack
from whosays.classroom.assignments import Assignment, assignment, write_exercises
from whosays.cli import main

KEY = '''
lesson = "e9_small"
case = "kyrgyz_tajik_2022"
silent = true
title = "A small assignment"
minutes = 10

[texts.fire]
title = "A fire"
text = """
The town hall burned down on Monday, the fire office said. At least 3 people were hurt, it said.
"""

[[question]]
id = "e9-who"
type = "choice"
rung = "alone"
sound = "keep"
text = "fire"
prompt = "Who says that the hall burned down?"
words = ["the fire office said"]
points = 2
reason = "SECRET-REASON: the office is named."
accept = ["office"]
reject = ["nobody"]

[[question.options]]
id = "office"
text = "The fire office"
right = "SECRET-RIGHT: its words are handed over."

[[question.options]]
id = "nobody"
text = "Nobody"
wrong = "SECRET-WRONG: look for the verb."
misconception = "M13"

[[question]]
id = "e9-claim"
type = "verdict"
rung = "alone"
sound = "stop"
text = "fire"
prompt = "Does the text support the claim?"
words = ["At least 3 people"]
claim = "3 people were hurt."
reason = "SECRET: a floor."
accept = ["says_less"]
reject = ["supported"]

[[question.options]]
id = "supported"
wrong = "SECRET: look at the first two words."
misconception = "M6"

[[question.options]]
id = "says_less"
right = "SECRET: it gives a floor."

[[question.options]]
id = "not_supported"
wrong = "SECRET: it does say something."
misconception = "M12"

[[question]]
id = "e9-sum"
type = "value"
rung = "alone"
sound = "neither"
text = "fire"
prompt = "Work out the fewest who were hurt, twice over."
words = ["At least 3 people"]
points = 3
hint = "SECRET: twice the floor."
reason = "SECRET: twice three."
value = 6
accept = [6, "6"]
reject = [3]

[[question]]
id = "e9-memo"
type = "writing"
rung = "alone"
sound = "neither"
text = "fire"
prompt = "Write one sentence."
words = ["the fire office said"]
at_least = 3
at_most = 30
checks = ["length", "numbers"]
points = 2
rubric = ["Attribution", "Numbers"]
reason = "SECRET: speakers and bounds."
accept = ["The fire office said that at least 3 people were hurt."]
reject = ["There were 99 people hurt, the office said."]
'''
NOTEBOOK_CELLS = [
    ("title", "markdown", [], "# E9 · Small"),
    ("ask-who", "code", [], 'from whosays import ask\n\nask("e9-who")'),
    ("who", "code", ["solution"], 'ask("e9-who").answer("office")'),
    ("for-teachers", "markdown", ["teacher"], "## For teachers\n\nSECRET"),
]
RIGHT = {
    "e9-who": ("office", None),
    "e9-claim": ("says_less", 90),
    "e9-sum": (6, None),
    "e9-memo": ("The fire office said that at least 3 people were hurt.", None),
}


def notebook() -> dict:
    cells = []
    for name, kind, tags, source in NOTEBOOK_CELLS:
        cell = {"cell_type": kind, "id": name, "metadata": {"tags": tags} if tags else {}, "source": source}
        cells.append(cell | ({"outputs": [], "execution_count": None} if kind == "code" else {}))
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


@pytest.fixture(scope="session")
def course(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("course")
    (folder / "data").symlink_to(ROOT / "data")
    (folder / "solutions" / "questions").mkdir(parents=True)
    (folder / "solutions" / "questions" / "e9_small.toml").write_text(KEY, encoding="utf-8")
    (folder / "solutions" / "e9_small.ipynb").write_text(json.dumps(notebook()), encoding="utf-8")
    write_exercises(folder / "solutions", folder / "exercises")
    return folder


@pytest.fixture(scope="session")
def key(course) -> Assignment:
    return assignment(course / "solutions", "e9")


def grading(inbox: Path, course: Path, *more: str) -> int:
    """Grade *inbox* by the small course, and return the exit status of the command."""
    key = ["--key", str(course / "solutions"), "--workers", "1"]
    return main(["grade", str(inbox), "--assignment", "e9", *key, *more])


def lines(key: Assignment, answers: dict, **more) -> bytes:
    """Return a log of *answers*, by question: the answer, and how sure."""
    versions = {task.question.id: task.question.version for task in key.tasks}
    records = [
        {
            "time": f"2026-11-20T10:00:{n:02}.000+00:00",
            "question": question,
            "version": versions.get(question, "00000000"),
            "event": "answer",
            "attempt": 1,
            "answer": answer,
            "confidence": sure,
            "result": None,
            **more,
        }
        for n, (question, (answer, sure)) in enumerate(answers.items())
    ]
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def handed_in(key: Assignment, name="Anna", answers=RIGHT, made="2026-11-20T10:01:00+00:00", **told) -> bytes:
    # Nobody answers to the same thousandth of a second as somebody else.
    log = lines(key, answers).replace(b".000+", f".{zlib.crc32(name.encode()) % 1000:03}+".encode())
    about = {"assignment": key.name, "lesson": key.sheet.lesson, "name": name, "made": made}
    return pack({LOG: log, NOTEBOOK: b"{}"}, {**about, "versions": {}, "questions": {}, **told})
