"""Open what was handed in, and trust none of it: everything is read in memory, within limits, and never run.

A zip from a stranger can be a bomb, hold links and names that climb out of a folder, or be cut in the
middle. So nothing is ever unpacked: three entries are looked up by name, and read as far as the limits go.
"""

import hashlib
import io
import json
import struct
import unicodedata
import zipfile
import zlib
from pathlib import Path
from typing import Any, NamedTuple

from whosays.answers.log import Record, read_line
from whosays.answers.submission import LOG, MANIFEST, NOTEBOOK, zipped

FILE_AT_MOST = 50_000_000  # bytes of one submission as it lies on the disk
ENTRIES_AT_MOST = 1_000
CONTENTS_AT_MOST = 1_000_000  # bytes of the table of contents
READ_AT_MOST = {MANIFEST: 1_000_000, LOG: 20_000_000, NOTEBOOK: 20_000_000}  # bytes, unpacked
LINES_AT_MOST = 50_000
# What zipfile raises for a zip that is none: a wrong offset or a name that is no UTF-8 is a ValueError to it.
_BAD_ZIP = (zipfile.BadZipFile, zlib.error, struct.error, ValueError)
_DAMAGED = (*_BAD_ZIP, EOFError, NotImplementedError, OSError, RuntimeError)
NESTED_AT_MOST = 2  # zips inside zips, as some learning platforms make them


class UnreadableError(ValueError):
    """Say why a submission cannot be read, in words for a teacher."""


class Submission(NamedTuple):
    """Hold what was handed in: who says they are the *name*, what they answered, and what is odd about it."""

    assignment: str
    name: str
    made: str
    versions: dict[str, str]
    records: list[Record]
    odd: list[str]
    digest: str = ""  # of all answers as they lie in the file; blank where there are none

    def last(self) -> dict[str, Record]:
        """Return the last answer or draft to each question that was not started over since."""
        found = {one.question: one for one in self.records}
        return {name: one for name, one in found.items() if one.event != "restart"}

    def first(self) -> dict[str, Record]:
        """Return the first answer to each question, which is all that counts in a test."""
        return {one.question: one for one in reversed(self.records) if one.event == "answer"}


def open_submission(path: Path) -> Submission:
    """Return what lies in the file at *path*, or in the folder that it was unpacked to on the way.

    Raises UnreadableError, with the reason, for anything else.
    """
    if path.is_dir():
        return read_submission(_zipped_again(path))
    size = path.stat().st_size
    if size > FILE_AT_MOST:
        raise UnreadableError(f"the file has {size:,} bytes; at most {FILE_AT_MOST:,} are read")
    return read_submission(path.read_bytes())


def entry(path: Path, name: str) -> bytes:
    """Return the entry *name* of the submission at *path*. Raises UnreadableError where there is none."""
    try:
        archive = _parcel(_zipped_again(path) if path.is_dir() else path.read_bytes(), NESTED_AT_MOST)
        return _entry(archive, name)
    except UnreadableError:
        raise
    except KeyError:
        raise UnreadableError(f"there is no {name} in it") from None
    except _DAMAGED:
        raise UnreadableError("the file is damaged or no zip; ask for it once more") from None


def _zipped_again(folder: Path) -> bytes:
    """Return the zip that *folder* was unpacked from, as far as it is read."""
    files = {}
    for name, most in READ_AT_MOST.items():
        path = folder / name
        if path.is_file() and not path.is_symlink():
            if path.stat().st_size > most:
                raise UnreadableError(f"{name} has more than {most:,} bytes; it is not read")
            files[name] = path.read_bytes()
    return zipped(files)


def read_submission(content: bytes) -> Submission:
    """Return what lies in the zip *content*. Raises UnreadableError, with the reason, for anything else."""
    try:
        archive = _parcel(content, NESTED_AT_MOST)
        manifest = _manifest(_entry(archive, MANIFEST))
        log = _entry(archive, LOG) if LOG in archive.namelist() else b""
    except UnreadableError:
        raise
    except _DAMAGED:
        raise UnreadableError("the file is damaged or no zip; ask for it once more") from None
    records, odd = _records(log)
    odd += _checked(manifest, log)
    versions = manifest.get("versions")
    return Submission(
        _text(manifest, "assignment"),
        _text(manifest, "name") or "nameless",
        _text(manifest, "made"),
        {str(k): str(v)[:40] for k, v in versions.items()} if isinstance(versions, dict) else {},
        records,
        odd,
        hashlib.sha256(log).hexdigest() if records else "",
    )


def _parcel(content: bytes, nested: int) -> zipfile.ZipFile:
    """Return the zip that holds a manifest: *content* itself, or the only zip in it."""
    if _contents_size(content) > CONTENTS_AT_MOST:
        raise UnreadableError("the zip lists too many entries; it is not read")
    archive = zipfile.ZipFile(io.BytesIO(content))
    names = archive.namelist()
    if len(names) > ENTRIES_AT_MOST:
        raise UnreadableError(
            f"the zip has {len(names):,} entries; at most {ENTRIES_AT_MOST:,} are looked at"
        )
    if MANIFEST in names:
        return archive
    inner = [name for name in names if name.lower().endswith(".zip")]
    if len(inner) == 1 and nested:
        return _parcel(_read(archive, inner[0], FILE_AT_MOST), nested - 1)
    if len(inner) > 1:
        raise UnreadableError(f"{len(inner)} zips are in it; if this is the whole download, unpack it")
    raise UnreadableError(f"there is no {MANIFEST} in it; ask for the file that hand_in(...) writes")


def _contents_size(content: bytes) -> int:
    """Return how many bytes the table of contents of a zip has, which zipfile would read whole."""
    end = content.rfind(b"PK\5\6", max(0, len(content) - 66_000))
    if content.rfind(b"PK\6\7", max(0, len(content) - 66_100)) >= 0:  # a table too long for the short form
        return CONTENTS_AT_MOST + 1
    return int.from_bytes(content[end + 12 : end + 16], "little") if end >= 0 else 0


def _entry(archive: zipfile.ZipFile, name: str) -> bytes:
    return _read(archive, name, READ_AT_MOST[name])


def _read(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Return the entry *name*, reading no more than *most* bytes whatever its header promises."""
    if archive.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnreadableError(f"{name[:80]} is packed in a way that is not read; ask for a plain zip")
    with archive.open(name) as entry:
        content = entry.read(most + 1)
    if len(content) > most:
        raise UnreadableError(f"{name[:80]} unpacks to more than {most:,} bytes; it is not read")
    return content


def _manifest(content: bytes) -> dict[str, Any]:
    try:
        manifest = json.loads(content)
    except (ValueError, RecursionError):
        manifest = None
    if not isinstance(manifest, dict):
        raise UnreadableError(f"{MANIFEST} cannot be read; ask for the file that hand_in(...) writes")
    return manifest


def _text(manifest: dict[str, Any], key: str) -> str:
    """Return the text *key* on one line, without control characters, cut to what a name can be."""
    value = manifest.get(key)
    words = "".join(
        " " if unicodedata.category(c) in ("Cc", "Cs") else c
        for c in (value if isinstance(value, str) else "")
    )
    return " ".join(words.split())[:200]


def _records(log: bytes) -> tuple[list[Record], list[str]]:
    lines = [line for line in log.splitlines() if line.strip()]
    odd = []
    if len(lines) > LINES_AT_MOST:
        raise UnreadableError(f"{LOG} has {len(lines):,} lines; at most {LINES_AT_MOST:,} are read")
    read = [read_line(line) for line in lines]
    records = [one._replace(answer=_whole(one.answer)) for one in read if one is not None]
    if len(records) < len(lines):
        odd.append(f"{len(lines) - len(records)} lines of the answers cannot be read")
    times = [one.time for one in records]
    if times != sorted(times):
        odd.append("the answers are not in the order of their times")
    return records, odd


def _whole(value: Any) -> Any:
    """Return *value* with a sign in place of half an emoji, which no file in UTF-8 can hold."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {_whole(name): _whole(inner) for name, inner in value.items()}
    return [_whole(inner) for inner in value] if isinstance(value, list) else value


def _checked(manifest: dict[str, Any], log: bytes) -> list[str]:
    sums = manifest.get("files")
    told = sums.get(LOG) if isinstance(sums, dict) else None
    if told != hashlib.sha256(log).hexdigest():
        return ["the answers were changed after the file was made"]
    return []
