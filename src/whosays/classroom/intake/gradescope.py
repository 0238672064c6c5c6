"""Read the list that Gradescope puts beside the folders of submissions it lets a teacher download.

``submission_metadata.yml`` has an entry for each folder: ``submission_123:``, below it ``:submitters:`` with
``:name:``, ``:sid:`` and ``:email:`` of each, and ``:created_at:``.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from whosays.classroom.intake.platform_names import Sender

LIST = "submission_metadata.yml"
_LIST_AT_MOST = 5_000_000  # bytes
_ENTRY = re.compile(r"submission_\d+(?:\.\w+)?")


def entry_of(part: str, export: Path) -> Sender | None:
    """Return who the folder or file called *part* in *export* is from; of a team, all their names and ids."""
    if not _ENTRY.fullmatch(part) or not (export / LIST).is_file():
        return None
    entry = _listed(export / LIST).get(part)
    people = entry.get(":submitters") if isinstance(entry, dict) else None
    known = [each for each in people if isinstance(each, dict)] if isinstance(people, list) else []
    ids = [str(each.get(":sid") or each.get(":email") or "") for each in known]
    names = [str(each.get(":name") or "") for each in known]
    sent = str(entry.get(":created_at") or "") if isinstance(entry, dict) else ""
    return Sender("gradescope", ", ".join(filter(None, ids)) or part, ", ".join(names), sent=sent)


@lru_cache(maxsize=8)
def _listed(path: Path) -> Mapping[str, Any]:
    """Return the list at *path*; nothing where it is too long, or no list."""
    if path.stat().st_size > _LIST_AT_MOST:
        return {}
    try:
        told = yaml.load(path.read_text(encoding="utf-8"), Loader=_Plain)
    except (yaml.YAMLError, ValueError, RecursionError, OSError):
        return {}
    return told if isinstance(told, dict) else {}


class _Plain(yaml.SafeLoader):
    """Read plain values only, and no value through another: a list of nested names would fill the memory."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Refuse a value that stands for another one."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("values that stand for others are not read")
        return super().compose_node(parent, index)
