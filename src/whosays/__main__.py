"""Run the command line as ``python -m whosays``."""

from whosays.cli import run

run()
