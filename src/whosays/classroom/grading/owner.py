"""Say whose a graded row is, and what its owner is called in all that is written about it."""

import re
from pathlib import PurePath
from typing import Any

from whosays.classroom.intake.platform_names import Sender
from whosays.classroom.person_names import fits, squashed

_PLATFORM_PART = re.compile(r".*?(?:_assignsubmission_(?:file|onlinetext)|anon_\w{5}_\d+)", re.DOTALL)


def owned(row: dict[str, Any], sender: Sender, file: str) -> tuple[str, dict[str, Any]]:
    """Return what all files of one owner have in common, and *row* with whose it is.

    The platform's part of *file* says who the owner is; only where it has none does the name count that the
    student gave, and then every file stands for itself: two students may have one name. Where the platform
    hides names, the one in the file is shown nowhere.
    """
    told = {
        "platform": sender.platform,
        "id": sender.id,
        "sent_by": sender.name,
        "late": sender.late,
        "hidden": sender.hidden,
    }
    odd = [*row["odd"], *_two_names(row["name"], sender)]
    named = {**row, **told, "sent": sender.sent, "odd": odd, "name": _name(row["name"], sender)}
    named["file"] = _cut(file) if sender.hidden else file
    folder = str(PurePath(file).parent)
    named["folder"] = "" if sender.platform or folder == "." else folder
    named["own_folder"] = bool(named["folder"]) and fits(row["name"], PurePath(folder).name)
    named["namesake"] = "" if sender.platform else " ".join(row["name"].casefold().split())
    if sender.platform and (sender.id or sender.name):
        return f"{sender.platform}:{sender.id or squashed(sender.name)}", named
    return f"file:{file}", named


def _name(typed: str, sender: Sender) -> str:
    """Return the name to show: the platform's, unless it is squeezed into one word and the typed one fits."""
    squeezed = sender.platform == "canvas" and not sender.hidden and fits(typed, sender.name)
    return typed or sender.name if squeezed or not (sender.platform and sender.name) else sender.name


def _two_names(typed: str, sender: Sender) -> list[str]:
    known = sender.platform and sender.name and not sender.hidden
    if not known or not typed or fits(typed, sender.name):
        return []
    return [f"the file says “{typed}”, the platform says “{sender.name}”: ask whose it is"]


def _cut(file: str) -> str:
    """Return the platform's part of *file*: what follows was named by a student."""
    found = _PLATFORM_PART.match(file)
    return f"{found[0]}…" if found else PurePath(file).parts[0]
