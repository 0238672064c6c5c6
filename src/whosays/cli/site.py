"""Build the course as a site, to read and to run in any browser."""

import argparse
from pathlib import Path
from typing import Any


def add(commands: Any) -> None:
    """Add the command to *commands*, the subparsers of the command line."""
    site = commands.add_parser("site", help="build the course as a site, to read and to run in any browser")
    site.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="a new, empty or older site")
    site.add_argument("--pyodide", type=Path, metavar="FOLDER", help="an unpacked release of Pyodide")
    site.set_defaults(do=_run)


def _run(given: argparse.Namespace) -> int:
    from whosays.site import build

    build(given.to, given.pyodide, Path())
    print(f"written: {given.to}; try it with: python -m http.server --directory {given.to}")
    return 0
