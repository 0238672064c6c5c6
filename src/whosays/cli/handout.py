"""Make the folder that students get."""

import argparse
from pathlib import Path
from typing import Any


def add(commands: Any) -> None:
    """Add the command to *commands*, the subparsers of the command line."""
    out = commands.add_parser("handout", help="make the folder that students get")
    out.add_argument(
        "--to", type=Path, required=True, metavar="FOLDER", help="what students wrote there stays"
    )
    out.set_defaults(do=_run)


def _run(given: argparse.Namespace) -> int:
    from whosays.classroom.handout import hand_out

    done = hand_out(Path(), given.to)
    print(f"{done.written} files written to {given.to}, {done.same} were there already; also {done.archive}")
    for path in done.kept:
        print(f"{path} was changed by somebody and is left as it is; the new one is beside it")
    return 0
