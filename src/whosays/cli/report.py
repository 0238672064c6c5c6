"""Make a page on what the class believes, keeps and gained."""

import argparse
from pathlib import Path
from typing import Any


def add(commands: Any) -> None:
    """Add the command to *commands*, the subparsers of the command line."""
    report = commands.add_parser("report", help="make a page on what the class believes, keeps and gained")
    report.add_argument("grades", type=Path, nargs="?", metavar="GRADES", help="a folder that “grade” wrote")
    report.add_argument("--before", type=Path, metavar="GRADES", help="those of a test before, such as fa")
    report.add_argument("--after", type=Path, metavar="GRADES", help="those of a test after, such as fb")
    report.add_argument("--names", action="store_true", help="show names; without it, pseudonyms")
    report.add_argument("--key", type=Path, default=Path("solutions"), help="the folder of solutions")
    report.add_argument("--to", type=Path, help="the page (default: class_report.html beside the grades)")
    report.set_defaults(do=_run)


def _run(given: argparse.Namespace) -> int:
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
