"""Fill in a gradebook that was downloaded from a learning platform."""

import argparse
from pathlib import Path
from typing import Any


def add(commands: Any) -> None:
    """Add the command to *commands*, the subparsers of the command line."""
    book = commands.add_parser("gradebook", help="fill in a gradebook downloaded from a learning platform")
    book.add_argument("gradebook", type=Path, help="the CSV file as it was downloaded; it is not changed")
    book.add_argument("--grades", type=Path, required=True, metavar="FOLDER", help="what “grade” wrote")
    book.add_argument("--column", required=True, metavar="NAME", help="of the assignment, as in the file")
    book.add_argument(
        "--by", default="", metavar="COLUMN", help="the column of ids, where the platform is not known"
    )
    book.add_argument(
        "--out-of", type=float, metavar="POINTS", help="of the assignment there, where the file does not say"
    )
    book.add_argument("--groups", type=Path, metavar="FILE", help="the list of groups, as Canvas exports it")
    book.add_argument("--to", type=Path, help="the new file (default: beside, with -filled in its name)")
    book.add_argument(
        "--pages",
        action="store_true",
        help="zip the feedback pages of those whose grade is written, too",
    )
    book.set_defaults(do=_run)


def _run(given: argparse.Namespace) -> int:
    from whosays.classroom.gradebook.fill import Wanted, fill
    from whosays.classroom.gradebook.groups import read_groups
    from whosays.classroom.report import read

    path: Path = given.gradebook
    to: Path = given.to or path.with_name(f"{path.stem}-filled{path.suffix}")
    if to.resolve() == path.resolve():
        raise ValueError(f"{to} is the gradebook itself; name another file with --to")
    groups = read_groups(given.groups) if given.groups else {}
    wanted = Wanted(given.column, given.by, groups, given.out_of)
    filled = fill(path.read_bytes(), wanted, read(given.grades))
    to.write_bytes(filled.text)
    grades = "1 grade" if filled.written == 1 else f"{filled.written} grades"
    print("\n".join([f"{grades} written to {to}", *filled.noted, *filled.left]))
    if given.pages:
        _write_pages(given.grades, filled.people, to.with_name(f"{to.stem}-pages.zip"))
    return int(bool(filled.left))


def _write_pages(grades: Path, people: list[Any], to: Path) -> None:
    from whosays.classroom.gradebook.pages_zip import pages_zip

    folder = grades if grades.is_dir() else grades.parent
    to.write_bytes(pages_zip(folder / "feedback", people))
    pages = "1 page" if len(people) == 1 else f"{len(people)} pages"
    print(f"{pages} in {to}; upload the grades first. Pages of groups are not in it: they would go astray")
