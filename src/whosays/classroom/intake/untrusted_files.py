"""Open what was handed in, and trust none of it: it is read in memory, within limits, and never run."""

import hashlib
import json
import re
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

from whosays.answers.log import Record, read_line
from whosays.answers.submission import LOG, MANIFEST, zipped
from whosays.classroom.intake import archive
from whosays.classroom.intake.archive import UnreadableError

LINES_AT_MOST = 50_000
_BLANK_TOO = 10  # times as many may there be with those that are blank: each is counted before it is kept
LINE_AT_MOST = 300_000  # bytes: the facts of a chart take some 50,000
VALUES_AT_MOST = 700_000  # in all lines: an empty list is two bytes in the file, and 72 in memory
DEEP_AT_MOST = 12  # lists in lists, and so on, of an answer; ours need five
_ASK = "ask for the file that hand_in(...) writes"
_HALF = re.compile("[\ud800-\udfff]")  # half an emoji, which no file in UTF-8 can hold


class Submission(NamedTuple):
    """Hold what was handed in: who says they are the *name*, what they answered, and what is odd about it."""

    assignment: str
    name: str
    made: str
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
    if size > archive.FILE_AT_MOST:
        raise UnreadableError(f"the file has {size:,} bytes; at most {archive.FILE_AT_MOST:,} are read")
    return read_submission(path.read_bytes())


def entry(path: Path, name: str) -> bytes:
    """Return the entry *name* of the submission at *path*. Raises UnreadableError where there is none."""
    return archive.parcel(_zipped_again(path) if path.is_dir() else path.read_bytes()).read(name)


def _zipped_again(folder: Path) -> bytes:
    """Return the zip that *folder* was unpacked from, as far as it is read."""
    files = {}
    for name, most in archive.READ_AT_MOST.items():
        path = folder / name
        if path.is_file() and not path.is_symlink():
            if path.stat().st_size > most:
                raise UnreadableError(f"{name} has more than {most:,} bytes; it is not read")
            files[name] = path.read_bytes()
    return zipped(files)


def read_submission(content: bytes) -> Submission:
    """Return what lies in the zip *content*. Raises UnreadableError, with the reason, for anything else."""
    opened = archive.parcel(content)
    manifest = _manifest(opened.read(MANIFEST))
    log = opened.read(LOG) if opened.has(LOG) else b""
    records, odd = _records(log)
    odd += _checked(manifest, log)
    return Submission(
        _text(manifest, "assignment"),
        _text(manifest, "name") or "nameless",
        _text(manifest, "made"),
        records,
        odd,
        hashlib.sha256(log).hexdigest() if records else "",
    )


def _manifest(content: bytes) -> dict[str, Any]:
    try:
        manifest = json.loads(content)
    except (ValueError, RecursionError):
        manifest = None
    if not isinstance(manifest, dict):
        raise UnreadableError(f"{MANIFEST} cannot be read; {_ASK}")
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
    _check("lines", log.count(b"\n"), _BLANK_TOO * LINES_AT_MOST)
    _check("values", sum(map(log.count, (b",", b"[", b"{"))), VALUES_AT_MOST)
    lines = [line for line in log.split(b"\n") if line.strip()]
    _check("lines", len(lines), LINES_AT_MOST)
    odd = []
    read = [read_line(line) if len(line) <= LINE_AT_MOST else None for line in lines]
    records = [one._replace(answer=_whole(one.answer)) for one in read if one and _flat(one.answer)]
    if len(records) < len(lines):
        odd.append(f"{len(lines) - len(records)} lines of the answers cannot be read")
    times = [one.time for one in records]
    if times != sorted(times):
        odd.append("the answers are not in the order of their times")
    return records, odd


def _check(what: str, count: int, most: int) -> None:
    if count > most:
        raise UnreadableError(f"{LOG} has {count:,} {what}; at most {most:,} are read")


def _flat(value: Any, room: int = DEEP_AT_MOST) -> bool:
    """Say whether *value* is nested no deeper than any answer has to be."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return room > 0 and all(_flat(one, room - 1) for one in inner)


def _whole(value: Any) -> Any:
    """Return *value* with a sign in place of half an emoji."""
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_whole(name): _whole(inner) for name, inner in value.items()}
    return [_whole(inner) for inner in value] if isinstance(value, list) else value


def _checked(manifest: dict[str, Any], log: bytes) -> list[str]:
    sums = manifest.get("files")
    told = sums.get(LOG) if isinstance(sums, dict) else None
    if told != hashlib.sha256(log).hexdigest():
        return ["the answers were changed after the file was made"]
    return []
