"""Read graded submissions, and pair those of one student before and after."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from whosays.answers.first_answers import FirstAnswer, stops
from whosays.questions.types.verdict import Verdict

Result = Mapping[str, Any]
AT_LEAST = 5  # students; what fewer did is not shown, for one of them could be made out
FILE = "results.jsonl"
_NEEDED = {"student", "status", "points", "questions"}


def read(path: Path) -> list[Result]:
    """Return the submissions that ``whosays grade`` wrote to *path*, a file or the folder that holds it.

    Raises ValueError, naming the line, for what is no such file.
    """
    path = path / FILE if path.is_dir() else path
    if not path.is_file():
        raise ValueError(f"there is no {path}; name the folder that “whosays grade” wrote")
    with path.open(encoding="utf-8") as file:
        return [_checked(line, f"{path.name}, line {n}") for n, line in enumerate(file, 1) if line.strip()]


def _checked(line: str, where: str) -> Result:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise ValueError(f"{where}: this is no JSON ({error}); grade once more") from error
    if not isinstance(row, dict) or not set(row) >= _NEEDED:
        raise ValueError(f"{where}: this is no graded submission; name a file that “whosays grade” wrote")
    return row


def graded(results: Iterable[Result]) -> list[Result]:
    """Return the submissions that could be graded."""
    return [result for result in results if result["status"] == "graded"]


def given(results: Iterable[Result]) -> list[FirstAnswer]:
    """Return every answer in *results* as the rows that measures.py takes; open questions are left out."""
    return [_given(each) for result in results for each in result["questions"] if each["score"] is not None]


def _given(each: Mapping[str, Any]) -> FirstAnswer:
    read = each["answer"] in _VERDICTS  # an answer of a log may be anything
    return FirstAnswer(
        each["id"],
        each["id"].partition("-")[0],
        each["sound"],
        each["misconception"] if each["score"] < 1 else None,
        each["score"],
        each["confidence"],
        stops(each["type"], each["sound"], each["answer"]) if read else None,
    )


_VERDICTS = list(Verdict.names)  # a list, for an answer may be anything, and a dict cannot be asked for that


def pairs(before: Sequence[Result], after: Sequence[Result]) -> list[tuple[Result, Result]]:
    """Return the graded submissions of one student before and after.

    They are paired by id, else by the same full name; only where it stands once on either side, and nothing
    else speaks against it: a wrong pair would be a change that nobody made.
    """
    found, left, right = [], graded(before), graded(after)
    for name in (_id, _name):
        ours, theirs = _once(left, name), _once(right, name)
        both = {key for key in set(ours) & set(theirs) if not _at_odds(ours[key], theirs[key])}
        found += [(ours[key], theirs[key]) for key in ours if key in both]
        left = [one for one in left if name(one) not in both]
        right = [one for one in right if name(one) not in both]
    return found


def _once(results: Sequence[Result], name: Callable[[Result], str]) -> dict[str, Result]:
    times = Counter(map(name, results))
    return {name(result): result for result in results if name(result) and times[name(result)] == 1}


def _at_odds(one: Result, other: Result) -> bool:
    """Say whether *one* and *other* have different ids, so that they are two students."""
    return bool(_id(one) and _id(other) and _id(one) != _id(other))


def _id(result: Result) -> str:
    """Return the id that a student has in all assignments; Moodle numbers participants anew for each."""
    return "" if result.get("platform") == "moodle" else str(result.get("id") or "").strip()


def _name(result: Result) -> str:
    return " ".join(str(result.get("name") or "").split()).casefold()


def check_test(results: Sequence[Result]) -> None:
    """Raise ValueError where *results* are of an assignment, and not of a test before or after."""
    asked = {one["id"].partition("-")[0] for result in results for one in result["questions"]}
    for name in sorted(asked - {"fa", "fb", "fd"}):
        raise ValueError(f"these are grades of {name}, which is no test; name a folder of fa, fb or fd")


def swapped(before: Sequence[Result], after: Sequence[Result]) -> bool:
    """Say whether most of the test *before* was handed in later than most of that *after*."""
    times = [sorted(str(result.get("made", "")) for result in graded(of)) for of in (before, after)]
    return all(times) and times[0][len(times[0]) // 2] > times[1][len(times[1]) // 2]
