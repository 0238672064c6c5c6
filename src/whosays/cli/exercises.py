"""Make exercises/ from solutions/, without answers and keys."""

import argparse
from pathlib import Path
from typing import Any

from whosays.course import Course


def add(commands: Any) -> None:
    """Add the command to *commands*, the subparsers of the command line."""
    made = commands.add_parser("exercises", help="make exercises/ from solutions/, without answers and keys")
    made.set_defaults(do=_run)


def _run(_: argparse.Namespace) -> int:

    from whosays.classroom.assignments import write_exercises

    course = Course(Path())
    changed = write_exercises(course.solutions, course.exercises)
    print("\n".join(map(str, changed)) or "exercises/ is up to date")
    return 0
