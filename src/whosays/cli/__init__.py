"""The command ``whosays``: look after a course from a shell; one module a command.

Exit status 0: nothing to report; 1: findings; 2: the command was not understood.
"""

import argparse
import errno
import io
import os
import sys

from whosays import __version__
from whosays.cli import check, exercises, grade, gradebook, handout, nbgrader, quiz, report, site, start

_COMMANDS = (start, check, exercises, handout, grade, gradebook, report, quiz, nbgrader, site)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line *arguments* and return its exit status."""
    parser = argparse.ArgumentParser(
        prog="whosays", description="Look after a course of source-critical reading."
    )
    parser.add_argument("--version", action="version", version=f"whosays {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add(commands)
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
    except OSError as error:
        full = "; make room, and run this again: what is done stays" if error.errno == errno.ENOSPC else ""
        print(f"whosays {given.command}: {error}{full}", file=sys.stderr)
        return 2
    except ValueError as error:
        print(f"whosays {given.command}: {error}", file=sys.stderr)
        return 2


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
