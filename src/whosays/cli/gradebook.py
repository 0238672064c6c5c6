"""Fill in a gradebook that was downloaded from a learning platform."""

import argparse
from pathlib import Path
from typing import Any


def add(commands: Any) -> None:
    """Add the command to *commands*, the subparsers of the command line."""
    book = commands.add_parser("gradebook", help="fill in a gradebook downloaded from Canvas or Moodle")
    book.add_argument("gradebook", type=Path, help="the CSV file as it was downloaded; it is not changed")
    book.add_argument("--grades", type=Path, required=True, metavar="FOLDER", help="what “grade” wrote")
    book.add_argument("--column", required=True, metavar="NAME", help="of the assignment, as in the file")
    book.add_argument(
        "--by", default="", metavar="COLUMN", help="the column of ids, where it is not in English"
    )
    book.add_argument("--to", type=Path, help="the new file (default: beside, with -filled in its name)")
    book.set_defaults(do=_run)


def _run(given: argparse.Namespace) -> int:
    from whosays.classroom.gradebook.fill import fill
    from whosays.classroom.report import read

    path: Path = given.gradebook
    to: Path = given.to or path.with_name(f"{path.stem}-filled{path.suffix}")
    if to.resolve() == path.resolve():
        raise ValueError(f"{to} is the gradebook itself; name another file with --to")
    filled = fill(path.read_bytes(), given.column, read(given.grades), given.by)
    to.write_bytes(filled.text)
    print("\n".join([f"{filled.written} grades written to {to}", *filled.noted, *filled.left]))
    return int(bool(filled.left))
