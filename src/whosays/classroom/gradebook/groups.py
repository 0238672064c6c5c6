"""Read the list of groups that Canvas exports: who is in which, by id."""

import csv
import io
from pathlib import Path

from whosays.classroom.gradebook.table import GradebookError
from whosays.classroom.person_names import squashed

_NEEDED = ("canvas_user_id", "group_name")


def read_groups(path: Path) -> dict[str, list[str]]:
    """Return the ids of the members of each group in the file at *path*, by the squashed name of the group.

    Raises GradebookError where it is no such list.
    """
    try:
        rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
        if not set(_NEEDED) <= set(rows.fieldnames or ()):
            raise GradebookError(
                f"{path.name} has no columns {' and '.join(_NEEDED)}; "
                "in Canvas export the list under People, Groups"
            )
        found: dict[str, list[str]] = {}
        for row in rows:
            if row["group_name"] and row["canvas_user_id"]:
                found.setdefault(squashed(row["group_name"]), []).append(row["canvas_user_id"].strip())
    except (UnicodeDecodeError, csv.Error) as error:
        raise GradebookError(f"{path.name} cannot be read ({error}); export it once more") from error
    return found
