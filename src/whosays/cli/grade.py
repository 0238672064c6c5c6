"""Grade a folder of what students handed in."""

import argparse
import os
import sys
from contextlib import ExitStack
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from whosays.classroom.csv_safe import printable
from whosays.course import Course

_LISTED = 20  # oddities that are printed; all of them are in grades.csv


def add(commands: Any) -> None:
    """Add the command to *commands*, the subparsers of the command line."""
    grade = commands.add_parser(
        "grade",
        help="grade a folder of what students handed in",
        description="Grade a folder of submissions, such as: whosays grade inbox --assignment e1. "
        "Run it again after you have written marks into to_mark.csv, or when more was handed in.",
    )
    grade.add_argument(
        "submissions", type=Path, help="the folder, as a learning platform lets you download it"
    )
    grade.add_argument("--assignment", required=True, metavar="NAME", help="such as e3")
    grade.add_argument(
        "--key", type=Path, default=Path("solutions"), help="the folder of solutions (default: solutions)"
    )
    grade.add_argument("--to", type=Path, help="where the results go (default: SUBMISSIONS-grades/NAME)")
    grade.add_argument(
        "--workers", type=int, default=os.cpu_count() or 1, help="processes (default: all cores)"
    )
    grade.add_argument(
        "--last-date",
        type=date.fromisoformat,
        metavar="DATE",
        help="after which nobody may hand in, such as 2026-12-01: from then on pages hold our answers",
    )
    grade.add_argument("--no-pages", action="store_true", help="write no feedback pages")
    grade.add_argument("--dask", metavar="ADDRESS", help="grade on the workers of a dask scheduler")
    grade.add_argument("--rerun", action="store_true", help="run the notebooks as well: the code of students")
    grade.set_defaults(do=_run)


def _run(given: argparse.Namespace) -> int:
    from whosays.classroom.assignments import assignment
    from whosays.classroom.grading.folder_run import grade_folder, key_digest
    from whosays.classroom.grading.results_db import Store
    from whosays.classroom.grading.write_results import write_results

    folder: Path = given.submissions
    if not folder.is_dir():
        raise ValueError(f"there is no folder {folder}; unpack what you downloaded, and name its folder")
    if Course(folder).lessons.is_dir() and Course(folder).solutions.is_dir():
        raise ValueError(f"{folder} is the course folder; name the folder of what was handed in")
    if not any(folder.iterdir()):
        raise ValueError(f"there is nothing in {folder}; put what you downloaded there, unpacked")
    key = assignment(given.key, given.assignment.casefold())
    to = given.to or folder.resolve().with_name(f"{folder.resolve().name}-grades") / key.name
    if to.resolve().is_relative_to(folder.resolve()):
        raise ValueError(f"{to} lies inside {folder}; name another folder with --to")
    digest = key_digest(key)
    keys = [f"{digest}-run"] if given.rerun else [digest, f"{digest}-run"]
    with Store(to / "work.sqlite", key.name, keys) as store, ExitStack() as opened:
        run = grade_folder(folder, key, store, _workers(given, opened))
        over = given.last_date is not None and date.today() > given.last_date
        done = write_results(store, key, to, None if given.no_pages else over)
    print(f"{run.files} files, {run.graded} graded now; {done.students} students: {to / 'grades.csv'}")
    if done.not_graded:
        print(f"{done.not_graded} could not be graded; grades.csv says why")
    if done.no_answer:
        print(f"{done.no_answer} hold no answer and get no points; ask whether the right file was sent")
    if done.to_mark:
        waits = "1 text waits" if done.to_mark == 1 else f"{done.to_mark} texts wait"
        print(f"{waits} for your mark: fill in {to / 'to_mark.csv'}, and run this again")
    if not given.no_pages and not over:
        print("The feedback pages hold no answers, for somebody may hand in again: see --last-date")
    _listed("Look at these; grades.csv has them, too:", done.odd)
    _listed("Marks of texts that are gone, or that a newer one took the place of, were set aside in "
            "marks_set_aside.csv; they come back with the text:", done.aside)  # fmt: skip
    return int(bool(done.not_graded))


def _listed(about: str, told: list[str]) -> None:
    """Print some of the lines *told*, each on a line of its own, under what they are *about*."""
    if told:
        more = [f"… and {len(told) - _LISTED} more"] if len(told) > _LISTED else []
        print("\n  ".join([about, *map(printable, told[:_LISTED]), *more]))


def _workers(given: argparse.Namespace, opened: ExitStack) -> Any:
    """Return who does the work, and which."""
    from whosays.classroom.grading import rerun
    from whosays.classroom.grading.folder_run import Workers
    from whosays.classroom.grading.grade import grade_many

    if given.rerun:
        print(rerun.WARNING, file=sys.stderr)
    work = rerun.grade_and_rerun if given.rerun else grade_many
    return Workers(_engine(given, opened), max(1, given.workers), work)


def _engine(given: argparse.Namespace, opened: ExitStack) -> Any:
    """Return what runs the work: processes of this machine, or the workers of a dask scheduler."""
    if not given.dask:
        from whosays.classroom.grading.pool import Pool

        return opened.enter_context(Pool(given.workers))
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise ValueError("dask is not installed; run: pip install --group dask") from None
    print(f"grading on {given.dask}", file=sys.stderr)
    return opened.enter_context(distributed.Client(given.dask))
