"""Grade one submission: a pure function of its file and of the key, so that it can be run anywhere."""

import hashlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from whosays.answers.log import Record
from whosays.classroom.assignments import RUBRIC_MAX, Assignment, Task, assignment
from whosays.classroom.grading.limits import TOLD, allowed
from whosays.classroom.intake.archive import UnreadableError
from whosays.classroom.intake.untrusted_files import open_submission
from whosays.questions import judge

Row = dict[str, Any]
Graded = list[tuple[str, str, Row]]  # path, digest and row


def grade_file(path: Path, key: Assignment) -> Row:
    """Return what the submission at *path* is worth by *key*, as plain JSON.

    The verdicts in its log are not looked at: every answer is judged anew. What cannot be read is a row with
    a *reason* and no points, never a zero.
    """
    try:
        submission = open_submission(path)
        if submission.assignment != key.name:
            raise UnreadableError(f"it is for {submission.assignment or 'no assignment'}, not for {key.name}")
        given = submission.first() if key.first_counts else submission.last()
        questions = [_graded(task, given.get(task.question.id)) for task in key.tasks]
    except UnreadableError as error:
        return not_graded(str(error))
    return {
        "status": "graded",
        "reason": "",
        "name": submission.name,
        "made": submission.made,
        "points": sum(one["points"] for one in questions),
        "out_of": sum(one["out_of"] for one in questions),
        "to_mark": [one["id"] for one in questions if one["rubric"] and one["score"] is not None],
        "odd": submission.odd,
        "answers": submission.digest,
        "questions": questions,
    }


def _graded(task: Task, given: Record | None) -> Row:
    question = task.question
    row: Row = {
        "id": question.id,
        "type": question.type,
        "sound": question.fields.sound,
        "score": None,
        "points": 0.0,
        "out_of": task.points + RUBRIC_MAX * len(task.rubric),
        "by_program": task.points,
        "rubric": list(task.rubric),
        "misconception": None,
        "confidence": None,
        "answer": None,
        "feedback": "Not answered.",
        "notes": [],
    }
    return row if given is None else {**row, **_judged(task, given)}


def _judged(task: Task, given: Record) -> Row:
    question = task.question
    notes = []
    if given.event == "draft":
        notes.append("a draft: the button to keep it was not pressed")
    if given.version not in question.versions:
        notes.append("an answer to another version of this question; look at it")
    sure = given.confidence if isinstance(given.confidence, int) and 50 <= given.confidence <= 100 else None
    try:
        result = judge(question, given.answer)
    except ValueError as error:
        return {"score": 0.0, "feedback": f"This is no answer to the question: {error}.", "notes": notes}
    except MemoryError:
        raise
    except Exception as error:  # a fault of ours, and no reason to give a student nothing
        raise UnreadableError(f"{question.id} could not be judged ({error!r}); please report it") from error
    return {
        "score": round(result.score, 4),
        "points": round(result.score * task.points, 2),
        "misconception": result.misconception if result.score < 1 else None,
        "confidence": sure,
        "answer": given.answer,
        "feedback": result.feedback,
        "notes": notes,
    }


def graders(solutions: Path, name: str) -> Callable[[Path], Row]:
    """Return the function that grades a file by the key of the assignment *name* in *solutions*."""
    key = _key(solutions.resolve(), name)
    return lambda path: grade_file(path, key)


@lru_cache(maxsize=4)
def _key(solutions: Path, name: str) -> Assignment:
    return assignment(solutions, name)


def grade_many(paths: list[str], solutions: str, name: str) -> Graded:
    """Return path, digest and row of every file in *paths*; what a worker process, near or far, is given."""
    return list(_each(paths, graders(Path(solutions), name)))


def _each(paths: list[str], grade: Callable[[Path], Row]) -> Iterator[tuple[str, str, Row]]:
    for path in paths:
        try:
            digest = digest_of(Path(path))
            with allowed():
                row = grade(Path(path))
            yield path, digest, row
        except OSError as error:
            yield path, "", not_graded(f"the file cannot be read ({error.strerror})")
        except MemoryError:
            yield path, "", not_graded(TOLD)
        except Exception as error:  # a fault of ours; the files of all others are none
            yield path, "", not_graded(f"it cannot be read ({type(error).__name__}); please report it")


def not_graded(reason: str) -> Row:
    """Return the row of a submission that cannot be graded: no points, and why."""
    nothing: Row = {"name": "", "made": "", "points": None, "out_of": None}
    return {"status": "not graded", "reason": reason, **nothing, "to_mark": [], "odd": [], "questions": []}


def digest_of(path: Path) -> str:
    """Return a digest of the bytes of the file at *path*, or of the files of a folder."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    told = hashlib.sha256()
    for each in files:
        if each.is_file() and not each.is_symlink():
            with each.open("rb") as file:
                told.update(hashlib.file_digest(file, "sha256").digest())
    return told.hexdigest()
