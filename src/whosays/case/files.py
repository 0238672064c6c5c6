"""Read one file of a case folder, whatever lies in its place."""

import re
from pathlib import Path, PurePosixPath

from whosays.case.problem import Problem

# A path inside the folder: no way up, no drive, no hidden file, no other separator.
INSIDE = re.compile(r"[\w-][\w.-]*(/[\w-][\w.-]*)*", re.ASCII)
MEDIA = {".txt": "text/plain", ".csv": "text/csv", ".json": "application/json", ".md": "text/markdown"}
_UTF8 = "save the file as UTF-8 without a byte order mark"


def name_of(path: str) -> str:
    """Return the name that the file at *path* has as a resource of the Data Package."""
    return PurePosixPath(path).stem.lower()


def read_bytes(folder: Path, name: str) -> bytes | Problem:
    """Return the bytes of the file *name* of *folder*, or the problem that they cannot be had."""
    try:
        if (folder / name).is_file():  # a folder, a pipe or a device is none
            return (folder / name).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        return Problem(name, None, None, f"cannot be read ({reason}); mend or restore it")
    return Problem(name, None, None, f"there is no such file in {folder}; restore it")


def read_text(folder: Path, name: str) -> str | Problem:
    """Return the text of the file *name* of *folder*, line ends as they are, or the problem with it."""
    data = read_bytes(folder, name)
    if isinstance(data, Problem):
        return data
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Problem(name, None, None, f"byte {error.start} is not UTF-8; {_UTF8}")
    if text.startswith("\ufeff"):
        return Problem(name, None, None, f"begins with a byte order mark; {_UTF8}")
    return text
