"""What a teacher does from a shell; each command loads what it needs when it is run."""

import argparse
import os
import signal
import sys
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import Any


def add_commands(commands: Any) -> None:
    """Add the commands to *commands*, the subparsers of the command line."""
    made = commands.add_parser("exercises", help="make exercises/ from solutions/, without answers and keys")
    made.set_defaults(do=_exercises)
    out = commands.add_parser("handout", help="make the folder that students get")
    out.add_argument(
        "--to", type=Path, required=True, metavar="FOLDER", help="what students wrote there stays"
    )
    out.set_defaults(do=_handout)
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
    grade.add_argument("--no-pages", action="store_true", help="write no feedback pages")
    grade.add_argument("--dask", metavar="ADDRESS", help="grade on the workers of a dask scheduler")
    grade.add_argument("--rerun", action="store_true", help="run the notebooks as well: the code of students")
    grade.set_defaults(do=_grade)
    other = commands.add_parser("nbgrader", help="lay the assignments out as a course for nbgrader")
    other.add_argument("--to", type=Path, required=True, metavar="COURSE", help="the folder of the course")
    other.add_argument("--key", type=Path, default=Path("solutions"), help="the folder of solutions")
    other.set_defaults(do=_nbgrader)
    book = commands.add_parser("gradebook", help="fill in a gradebook downloaded from Canvas or Moodle")
    book.add_argument("gradebook", type=Path, help="the CSV file as it was downloaded; it is not changed")
    book.add_argument("--grades", type=Path, required=True, metavar="FOLDER", help="what “grade” wrote")
    book.add_argument("--column", required=True, metavar="NAME", help="of the assignment, as in the file")
    book.add_argument(
        "--by", default="", metavar="COLUMN", help="the column of ids, where it is not in English"
    )
    book.add_argument("--to", type=Path, help="the new file (default: beside, with -filled in its name)")
    book.set_defaults(do=_gradebook)
    report = commands.add_parser("report", help="make a page on what the class believes, keeps and gained")
    report.add_argument("grades", type=Path, nargs="?", metavar="GRADES", help="a folder that “grade” wrote")
    report.add_argument("--before", type=Path, metavar="GRADES", help="those of a test before, such as fa")
    report.add_argument("--after", type=Path, metavar="GRADES", help="those of a test after, such as fb")
    report.add_argument("--names", action="store_true", help="show names; without it, pseudonyms")
    report.add_argument("--key", type=Path, default=Path("solutions"), help="the folder of solutions")
    report.add_argument("--to", type=Path, help="the page (default: class_report.html beside the grades)")
    report.set_defaults(do=_report)


def _exercises(_: argparse.Namespace) -> int:
    from whosays.classroom.assignments import write_exercises

    changed = write_exercises(Path("solutions"), Path("exercises"))
    print("\n".join(map(str, changed)) or "exercises/ is up to date")
    return 0


def _handout(given: argparse.Namespace) -> int:
    from whosays.classroom.handout import hand_out

    done = hand_out(Path(), given.to)
    print(f"{done.written} files written to {given.to}, {done.same} were there already; also {done.archive}")
    for path in done.kept:
        print(f"{path} was changed by somebody and is left as it is; the new one is beside it")
    return 0


def _grade(given: argparse.Namespace) -> int:
    from whosays.classroom.assignments import assignment
    from whosays.classroom.results import write_results
    from whosays.classroom.run import grade_folder, key_digest
    from whosays.classroom.store import Store

    folder: Path = given.submissions
    if not folder.is_dir():
        raise ValueError(f"there is no folder {folder}; unpack what you downloaded, and name its folder")
    if (folder / "notebooks").is_dir() and (folder / "solutions").is_dir():
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
        done = write_results(store, key, to, pages=not given.no_pages)
    print(f"{run.files} files, {run.graded} graded now; {done.students} students: {to / 'grades.csv'}")
    if done.not_graded:
        print(f"{done.not_graded} could not be graded; grades.csv says why")
    if done.no_answer:
        print(f"{done.no_answer} hold no answer and get no points; ask whether the right file was sent")
    if done.to_mark:
        waits = "1 text waits" if done.to_mark == 1 else f"{done.to_mark} texts wait"
        print(f"{waits} for your mark: fill in {to / 'to_mark.csv'}, and run this again")
    return int(bool(done.not_graded))


def _nbgrader(given: argparse.Namespace) -> int:
    from whosays.classroom.nbgrader import write_course

    print(write_course(given.key, given.to))
    return 0


def _gradebook(given: argparse.Namespace) -> int:
    from whosays.classroom.gradebooks import fill
    from whosays.classroom.report import read

    path: Path = given.gradebook
    to: Path = given.to or path.with_name(f"{path.stem}-filled{path.suffix}")
    if to.resolve() == path.resolve():
        raise ValueError(f"{to} is the gradebook itself; name another file with --to")
    filled = fill(path.read_bytes(), given.column, read(given.grades), given.by)
    to.write_bytes(filled.text)
    print("\n".join([f"{filled.written} grades written to {to}", *filled.noted, *filled.left]))
    return int(bool(filled.left))


def _report(given: argparse.Namespace) -> int:
    from whosays.classroom.report import Grades, Key, check_test, class_report, read, swapped

    if not (given.grades or given.before or given.after):
        raise ValueError("name a folder that “whosays grade” wrote, or one with --before and --after")
    grades = Grades(*(read(path) if path else [] for path in (given.grades, given.before, given.after)))
    for results in (grades.before, grades.after):
        check_test(results)
    page = "class_report.html" if given.grades else "before_after.html"
    to: Path = given.to or (given.grades or given.after or given.before) / page
    to.write_text(class_report(grades, Key.of(Path(), given.key), given.names), encoding="utf-8")
    print(f"written: {to}; it needs no network and no other file")
    if swapped(grades.before, grades.after):
        print("most of the test called before was handed in after the other; are the two swapped?")
        return 1
    return 0


def _workers(given: argparse.Namespace, opened: ExitStack) -> Any:
    """Return who does the work, and which."""
    from whosays.classroom import rerun
    from whosays.classroom.grading import grade_many
    from whosays.classroom.run import Workers

    if given.rerun:
        print(rerun.WARNING, file=sys.stderr)
    work = rerun.grade_and_rerun if given.rerun else grade_many
    return Workers(_engine(given, opened), max(1, given.workers), work)


def _engine(given: argparse.Namespace, opened: ExitStack) -> Any:
    """Return what runs the work: processes of this machine, or the workers of a dask scheduler."""
    if not given.dask:
        from concurrent.futures import ProcessPoolExecutor

        # Ctrl-C is for this process alone: the workers finish what they have, and say nothing.
        quiet = (signal.SIGINT, signal.SIG_IGN)
        engine = ProcessPoolExecutor(
            min(61, max(1, given.workers)), initializer=signal.signal, initargs=quiet
        )
        opened.callback(engine.shutdown, cancel_futures=True)
        return engine
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise ValueError("dask is not installed; run: pip install --group dask") from None
    print(f"grading on {given.dask}", file=sys.stderr)
    return opened.enter_context(distributed.Client(given.dask))
