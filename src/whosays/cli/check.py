"""Check cases and the question bank, and say file, row or line, and remedy."""

import argparse
import sys
from pathlib import Path
from typing import Any

from whosays.course import Course


def add(commands: Any) -> None:
    """Add the command to *commands*, the subparsers of the command line."""
    check = commands.add_parser(
        "check", help="check cases and the question bank; say file, row or line, and remedy"
    )
    check.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="a case folder or a folder of questions (default: all of the course)",
    )
    check.add_argument(
        "--write",
        action="store_true",
        help="first write datapackage.json of each case anew, from case.toml and the schema",
    )
    check.set_defaults(do=_run)


def _run(given: argparse.Namespace) -> int:
    paths = given.paths or _found(Course(Path()))
    if given.write:
        _write([path for path in paths if not _is_bank(path)])
    return _check(paths)


def _write(cases: list[Path]) -> None:
    from whosays.case import package

    for path in cases:
        written = package.write_descriptor(path)
        print(f"{path}: datapackage.json {'written' if written else 'not written; see below'}")


def _found(course: Course) -> list[Path]:
    """Return the cases and the files of questions of *course*, where they are."""
    banks = [path for path in (course.bank, course.keys) if any(path.glob("*.toml"))]
    return course.cases() + banks


def _check(paths: list[Path]) -> int:
    if not paths:
        print(
            "there is no case in data/ here; run this in the course folder, or name a case", file=sys.stderr
        )
        return 2
    status = 0
    for path in paths:
        found = _problems(path)
        status |= bool(found)
        print(f"{path}: {len(found) or 'no'} {'problem' if len(found) == 1 else 'problems'}")
        for problem in found:
            print(f"  {problem}")
        if not found and _is_bank(path) and path.parent.name == "data":
            _print_coverage(path)
            _print_guessing(path)
    return status


def _is_bank(path: Path) -> bool:
    return any(path.glob("*.toml")) and not (path / "case.toml").is_file()


def _print_coverage(path: Path) -> None:
    """Print which misconceptions the bank exposes, and which too few questions do."""
    from whosays.questions import Bank, coverage

    sheets = Bank.open(path).sheets()
    print("\n".join(coverage.table(sheets)))
    if holes := coverage.holes(sheets):
        print(f"  fewer than four questions expose {', '.join(holes)}")


def _print_guessing(path: Path) -> None:
    """Print how far one gets without a text in the bank at *path* and in the assignments beside it."""
    from whosays.questions import Bank, guessing

    keys = Course(path.absolute().parents[1]).keys
    found = guessing.groups(
        sheet for folder in (path, keys) if folder.is_dir() for sheet in Bank.open(folder).sheets()
    )
    print("\n".join(guessing.table(found)))
    for told in guessing.broken(found):
        print(f"  too far without reading: {told}")


def _problems(path: Path) -> list[object]:
    """Return what is wrong with the case or the bank at *path*."""
    if not _is_bank(path):
        from whosays.case.case import Case

        return list(Case.problems(path))
    from whosays.questions import checks

    return list(checks.problems(path))
