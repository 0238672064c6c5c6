"""Put the feedback pages into one zip that a learning platform hands out by itself.

Moodle (*Upload multiple feedback files in a zip*) looks for a participant's number in a name of the form of
its own downloads; Canvas (*Upload submissions*) for the numbers of the student and of the file handed in.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from whosays.answers.submission import zipped
from whosays.classroom.gradebook.table import GradebookError

Result = Mapping[str, Any]
_CANVAS = re.compile(r"(?:.*/)?(.+?_(?:LATE_)?\d+_\d+)_", re.DOTALL)


def pages_zip(folder: Path, results: Iterable[Result]) -> bytes:
    """Return a zip of the pages in *folder* of *results*, each of one student, named as its platform has it.

    Raises GradebookError where the platform takes none, or a page is not there.
    """
    files: dict[str, bytes] = {}
    for result in results:
        page = folder / str(result.get("page") or "")
        if not page.is_file():
            raise GradebookError(f"there is no page {page}; grade once more, without --no-pages")
        files[_name(result)] = page.read_bytes()
    return zipped(files)


def _name(result: Result) -> str:
    """Return the name under which the platform of *result* knows whose a page is."""
    about = str(result["questions"][0]["id"]).partition("-")[0]
    if result["platform"] == "moodle":
        return f"x_{result['id']}_assignsubmission_file_feedback-{about}.html"
    found = _CANVAS.match(str(result["file"])) if result["platform"] == "canvas" else None
    if not found:
        raise GradebookError("pages go back in one zip to Moodle and Canvas only; send the others one by one")
    return f"{found[1]}_feedback-{about}.html"
