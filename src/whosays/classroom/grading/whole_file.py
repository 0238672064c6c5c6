"""Write a file whole or not at all: a run may be stopped, and a disk may be full."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def written_whole(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """Open a text file that takes the place of the one at *path* once all of it is written, and not before.

    Line ends stay as they are written.
    """
    new = path.with_name(f"{path.name}.new")
    try:
        with new.open("w", encoding=encoding, newline="") as file:
            yield file
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
