"""The parcel that is handed in: one zip of a notebook, an answer log and a manifest."""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Mapping
from typing import Any

FORMAT = 1
MANIFEST, LOG, NOTEBOOK = "manifest.json", "answers.jsonl", "notebook.ipynb"
_THEN = (1980, 1, 1, 0, 0, 0)  # the one time all entries have, so that the same content is the same bytes


def pack(files: Mapping[str, bytes], told: Mapping[str, Any]) -> bytes:
    """Return a zip of *files* and of a manifest that says what is *told*, with a checksum of each file."""
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    manifest = json.dumps({"format": FORMAT, **told, "files": sums}, ensure_ascii=False, indent=1)
    return zipped(
        {MANIFEST: manifest.encode("utf-8", "backslashreplace"), **files}
    )  # half an emoji: its escape


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of *files*; the same files give the same bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _THEN), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def file_name(assignment: str, name: str) -> str:
    """Return the name of the parcel of *name*: letters and digits of any script, joined by hyphens."""
    words = re.findall(r"\w+", name.casefold())
    return f"{assignment}_{'-'.join(words)[:60] or 'nameless'}.zip"
