"""The command ``whosays``: look after a course from a shell.

Exit status 0: nothing to report; 1: findings; 2: the command was not understood.
"""

import argparse
import io
import os
import sys
from pathlib import Path

from whosays.classroom.commands import add_commands


def main(arguments: list[str] | None = None) -> int:
    """Run the command line *arguments* and return its exit status."""
    parser = argparse.ArgumentParser(
        prog="whosays", description="Look after a course of source-critical reading."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
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
    check.set_defaults(do=lambda given: _check(given.paths or _found(Path("."))))
    add_commands(commands)
    site = commands.add_parser("site", help="build the course as a site, to read and to run in any browser")
    site.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="a new, empty or older site")
    site.add_argument("--pyodide", type=Path, metavar="FOLDER", help="an unpacked release of Pyodide")
    site.set_defaults(do=_site)
    given = parser.parse_args(arguments)
    try:
        return int(given.do(given))
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        print("\nstopped; nothing is lost: run the same command again, and it goes on", file=sys.stderr)
        return 130
    except FileNotFoundError as error:
        print(f"whosays {given.command}: there is no {error.filename}", file=sys.stderr)
        return 2
    except (OSError, ValueError) as error:
        print(f"whosays {given.command}: {error}", file=sys.stderr)
        return 2


def _site(given: argparse.Namespace) -> int:
    from whosays.site import build

    build(given.to, given.pyodide, Path())
    print(f"written: {given.to}; try it with: python -m http.server --directory {given.to}")
    return 0


def _found(course: Path) -> list[Path]:
    """Return the cases and the files of questions of *course*, where they are."""
    cases = sorted(path.parent for path in course.glob("data/*/datapackage.json"))
    banks = [course / "data" / "questions", course / "solutions" / "questions"]
    return cases + [path for path in banks if any(path.glob("*.toml"))]


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
    return status


def _is_bank(path: Path) -> bool:
    return any(path.glob("*.toml")) and not (path / "datapackage.json").is_file()


def _print_coverage(path: Path) -> None:
    """Print which misconceptions the bank exposes, and which too few questions do."""
    from whosays.questions import Bank, coverage

    sheets = Bank.open(path).sheets()
    print("\n".join(coverage.table(sheets)))
    if holes := coverage.holes(sheets):
        print(f"  fewer than four questions expose {', '.join(holes)}")


def _problems(path: Path) -> list[object]:
    """Return what is wrong with the case or the bank at *path*."""
    if not _is_bank(path):
        from whosays.case import Case

        return list(Case.problems(path))
    from whosays.questions import checks

    return list(checks.problems(path))


def run() -> None:
    """Run the command line of this process and leave with its exit status.

    Where the reader of the output has gone, as after ``| head``, leave quietly with 1.
    """
    for out in (sys.stdout, sys.stderr):  # names in any script, into a file or a console of any
        if isinstance(out, io.TextIOWrapper):
            out.reconfigure(errors="backslashreplace")
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # Python writes what is left when it ends, and would complain once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    sys.exit(status)
