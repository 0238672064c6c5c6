"""Lay the assignments out as a course for nbgrader."""

import argparse
from pathlib import Path
from typing import Any


def add(commands: Any) -> None:
    """Add the command to *commands*, the subparsers of the command line."""
    other = commands.add_parser("nbgrader", help="lay the assignments out as a course for nbgrader")
    other.add_argument("--to", type=Path, required=True, metavar="COURSE", help="the folder of the course")
    other.add_argument("--key", type=Path, default=Path("solutions"), help="the folder of solutions")
    other.set_defaults(do=_run)


def _run(given: argparse.Namespace) -> int:
    from whosays.classroom.nbgrader.course_folder import write_course

    print(write_course(given.key, given.to))
    return 0
