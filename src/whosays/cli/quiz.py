"""Write the questions as quizzes for a learning platform."""

import argparse
from pathlib import Path
from typing import Any

from whosays.course import Course


def add(commands: Any) -> None:
    """Add the command to *commands*, the subparsers of the command line."""
    quiz = commands.add_parser("quiz", help="write the questions as quizzes for a learning platform")
    quiz.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="FOLDER",
        help="the files hold the keys: for teachers only",
    )
    quiz.set_defaults(do=_run)


def _run(given: argparse.Namespace) -> int:
    from whosays.classroom.quiz.write_quizzes import write_quizzes

    files, quizzes = write_quizzes(Course(Path()), given.to)
    asked = sum(len(quiz.questions) for quiz in quizzes)
    forms = sum(quiz.test for quiz in quizzes)
    print("\n".join(map(str, files)))
    print(f"Each holds {asked} questions in {len(quizzes)} quizzes; {forms} of these are forms of the test.")
    print("The keys are in these files: give them to the platform, and to no student.")
    return 0
