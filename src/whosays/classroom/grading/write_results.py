"""Write what grading found: marks, a feedback page a student, texts to mark, and how it came about."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from tqdm import tqdm

from whosays.classroom.assignments import Assignment
from whosays.classroom.csv_safe import safe
from whosays.classroom.grading.feedback import Pages, page_name
from whosays.classroom.grading.results_db import Kept, Store
from whosays.classroom.grading.rubric import Marked, Marks, ToMark, read_marks, write_marks
from whosays.classroom.grading.set_aside import settle
from whosays.classroom.grading.whole_file import written_whole
from whosays.classroom.person_names import fits

HEAD = (
    "student",
    "name",
    "id",
    "points",
    "out_of",
    "to_mark",
    "status",
    "reason",
    "late",
    "made",
    "file",
    "notes",
)


class Outcome(NamedTuple):
    """Count *students*, how many were *not graded*, gave *no answer*, and how many texts are *to mark*.

    *aside* says whose marks were set aside, for their text is gone or another; *odd* what else is to be
    looked at.
    """

    students: int
    not_graded: int
    no_answer: int
    to_mark: int
    aside: list[str]
    odd: list[str]


def write_results(store: Store, key: Assignment, to: Path, pages: bool | None = False) -> Outcome:
    """Write grades.csv, results.jsonl, to_mark.csv, audit.jsonl and feedback/ into the folder *to*.

    *pages* says whether the feedback pages hold our answers; None writes none.
    Marks that a teacher has written into to_mark.csv are read first, count, and stay. The same submissions,
    key and marks give the same bytes. Raises MarksError where a mark cannot be read.
    """
    table_of_marks = to / "to_mark.csv"
    rubric = list(dict.fromkeys(name for task in key.tasks for name in task.rubric))
    marks, aside = settle(to, rubric, read_marks(table_of_marks, rubric), _texts(store, key))
    open_texts = write_marks(table_of_marks, rubric, _texts(store, key), marks)
    questions = [task.question.id for task in key.tasks]
    students = not_graded = no_answer = 0
    refused: list[str] = []
    odd: list[str] = []
    taken: set[str] = set()
    feedback = None if pages is None else Pages(key, to / "feedback", pages)
    with (
        written_whole(to / "grades.csv", "utf-8-sig") as grades,
        written_whole(to / "results.jsonl") as results,
    ):
        table = csv.writer(grades, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
        table.writerow([*HEAD, *questions])
        for number, kept in enumerate(
            tqdm(store.counted(), desc="Writing", unit=" students", mininterval=0.5), 1
        ):
            row = result_of(kept, f"s{number:03}", marks)
            row["page"] = _own(row["page"], taken)
            alike = _alike(store, kept)
            told_here = [*kept.row["odd"], *_name(kept)[1], *alike]
            odd += [f"{row['name'] or row['file']}: {told}" for told in told_here]
            refused += [f"{row['file']}: {row['reason']}"] if row["reason"] else []
            row["notes"] += alike
            table.writerow(_cells(row, questions))
            results.write(json.dumps(row, ensure_ascii=False) + "\n")
            students += 1
            not_graded += row["status"] != "graded"
            no_answer += row["status"] == "graded" and all(q["score"] is None for q in row["questions"])
            if feedback:
                feedback.write(row)
    _write_audit(store, to / "audit.jsonl")
    return Outcome(students, not_graded, no_answer, open_texts, aside, [*refused, *odd])


def result_of(kept: Kept, student: str, marks: Marks) -> dict[str, Any]:
    """Return the counted submission *kept* as one result, with the teacher's *marks* in its points."""
    row = kept.row
    name, of_folder = _name(kept)
    notes = [*row["odd"], *of_folder]
    if kept.several > 1:
        which = "sent" if row["sent"] else "made"
        notes.append(f"{kept.several} files of this student; the one {which} last counts")
    questions = [_marked(one, marks.get((kept.student, one["id"]))) for one in row["questions"]]
    graded = row["status"] == "graded"
    if graded and all(one["score"] is None for one in questions):
        notes.append("no answer is in it; ask whether the right file was sent")
    return {
        "student": student,
        "name": name,
        "platform": row["platform"],
        "id": row["id"],
        "sent_by": row["sent_by"],
        "hidden": row["hidden"],
        "file": row["file"],
        "late": row["late"],
        "made": row["made"],
        "status": row["status"],
        "reason": row["reason"],
        "points": round(sum(one["points"] for one in questions), 2) if graded else None,
        "out_of": row["out_of"],
        "to_mark": [one["id"] for one in questions if one["to_mark"]],
        "notes": notes,
        "page": page_name({**row, "student": student}),
        "questions": questions,
    }


def _name(kept: Kept) -> tuple[str, list[str]]:
    """Return what to call whose *kept* is: by the folder of their own, where that is called by another name.

    A folder with digits in its name is called by a number, and where no folder has the name of its student
    they are called by something else: there the name in the file tells more.
    """
    typed, folder = str(kept.row["name"]), PurePath(str(kept.row.get("folder") or "")).name
    own = kept.student.startswith("folder:") and folder and not any(map(str.isdigit, folder))
    if not own or not kept.by_folder or not typed or fits(typed, folder):
        return typed, []
    return folder, [f"the file says “{typed}”, its folder says “{folder}”: ask whose it is"]


def _own(page: str, taken: set[str]) -> str:
    """Return a name for *page* that is not *taken*: 1-2 and x are the same words as 1 and 2-x."""
    while page in taken:
        page = f"{page.removesuffix('.html')}-more.html"
    taken.add(page)
    return page


def _alike(store: Store, kept: Kept) -> list[str]:
    """Return what *kept* has in common with the submissions of others."""
    found = []
    if kept.namesakes > 1:
        found.append(
            f"{kept.namesakes} hand-ins give the same name, and no platform says whose they are; each is "
            "kept apart: if one student sent them all, take the older ones out of the folder"
        )
    if others := store.same_answers(kept.file):
        names = ", ".join(f"“{name}”" for name in others[:5]) + (" and more" if len(others) > 5 else "")
        found.append(f"the same answers as in the file of {names}, to the byte")
    return found


def _marked(one: dict[str, Any], given: Marked | None) -> dict[str, Any]:
    """Return the question *one* with the marks that a teacher has *given*, if they were for this text."""
    text, notes = one["answer"] if isinstance(one["answer"], str) else "", list(one["notes"])
    if given and not given.fits(text):
        told = ", ".join(map(str, given.marks.values()))
        notes.append(f"a newer text; the marks {told} were for the one before")
        given = None
    known = {name: mark for name, mark in given.marks.items() if name in one["rubric"]} if given else {}
    waits = bool(one["rubric"]) and one["score"] is not None and set(known) < set(one["rubric"])
    points = round(one["points"] + sum(known.values()), 2)
    comment = given.comment if given else ""
    return {**one, "points": points, "marks": known, "comment": comment, "to_mark": waits, "notes": notes}


def _texts(store: Store, key: Assignment) -> Iterator[ToMark]:
    asked = {task.question.id: task for task in key.tasks if task.rubric}
    for kept in store.counted() if asked else ():
        for one in kept.row["questions"]:
            if one["id"] in asked and one["score"] is not None:
                text = one["answer"] if isinstance(one["answer"], str) else ""
                yield ToMark(
                    kept.student,
                    one["id"],
                    kept.row["name"],
                    kept.row["file"],
                    text,
                    one["feedback"],
                    asked[one["id"]].rubric,
                )


def _cells(row: dict[str, Any], questions: list[str]) -> list[Any]:
    points = {one["id"]: one["points"] if one["score"] is not None else "" for one in row["questions"]}
    told = {
        **row,
        "to_mark": " ".join(row["to_mark"]),
        "late": "late" if row["late"] else "",
        "notes": "; ".join(row["notes"]),
    }
    return [*(safe(told[name]) for name in HEAD), *(points.get(name, "") for name in questions)]


def _write_audit(store: Store, path: Path) -> None:
    """Write one line a file: what it is, what it is worth and why, and what was odd about it."""
    with written_whole(path) as log:
        for _, digest, row in store.all():
            line = {
                "file": row["file"],
                "sha256": digest,
                **{name: row[name] for name in ("name", "id", "late", "made", "status", "reason", "odd")},
                "points": row["points"],
                "questions": {
                    one["id"]: {"score": one["score"], "answer": one["answer"], "notes": one["notes"]}
                    for one in row["questions"]
                },
            }
            log.write(json.dumps(line, ensure_ascii=False) + "\n")
