"""Keep every answer in a file beside the notebook: one JSON line each, only ever added to.

A widget's state dies with its kernel, so answers live in ``answers/<notebook>.jsonl``. To delete them,
delete that folder.
"""

import json
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from whosays.course import ANSWERS

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # in a browser it says that it has soft locks only; they do
    from filelock import FileLock, Timeout

_WAIT = 2.0  # seconds for another kernel to let go
_NEEDED = {"time": str, "question": str, "version": str, "event": str, "attempt": int}
EVENTS = ("draft", "answer", "restart")


class Record(NamedTuple):
    """Hold one line of the log.

    *event* is draft (not judged yet), answer (judged) or restart (start over; nothing is deleted).
    *attempt* counts the judged tries since the last restart, from 1. *result* holds score and misconception
    of an answer.
    """

    time: str
    question: str
    version: str
    event: str
    attempt: int
    answer: Any = None
    confidence: int | None = None
    result: dict[str, Any] | None = None


@dataclass
class AnswerLog:
    """Hold the answers of one notebook, read from *path* as far as they were written."""

    path: Path
    records: list[Record] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)  # numbers of lines that could not be read
    _unwritten: list[Record] = field(default_factory=list)
    _read_to: int = 0
    _lines: int = 0

    @classmethod
    def open(cls, notebook: str, folder: str | Path = ANSWERS) -> "AnswerLog":
        """Return the log of *notebook* in *folder*; the file is made with its first line."""
        log = cls(Path(folder).absolute() / f"{notebook}.jsonl")
        log.refresh()
        return log

    def of(self, question: str) -> list[Record]:
        """Return every record of *question*, oldest first."""
        return [record for record in self.records if record.question == question]

    def tries(self, question: str) -> list[Record]:
        """Return the judged answers to *question* since it was last started over."""
        return _since_restart(self.of(question))

    def last(self, question: str) -> Record | None:
        """Return the last draft or answer to *question* since it was last started over, or None."""
        records = self.of(question)
        return records[-1] if records and records[-1].event != "restart" else None

    def add(self, question: str, version: str, event: str, **said: Any) -> tuple[Record, str]:
        """Write a record; return it with a notice: "" if it is safe on disk, else one sentence on what to do.

        A record that cannot be written is kept in memory and written with the next that can.
        """
        record = Record(
            datetime.now(UTC).isoformat(timespec="milliseconds"), question, version, event, 0, **said
        )
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with _locked(self.path.with_suffix(".lock")):
                self.refresh()
                record = self._numbered(record)
                self._write([*self._unwritten, record])
                self._unwritten.clear()
            return record, ""
        except (OSError, Timeout) as error:
            record = self._numbered(record)
            self._unwritten.append(record)
            self.records.append(record)
            return record, _notice(error, self.path)

    def refresh(self) -> None:
        """Read what was added since the last time, by this kernel or another."""
        try:
            with self.path.open("rb") as file:
                if file.seek(0, os.SEEK_END) < self._read_to:  # deleted, or put back from an older copy
                    self.records, self.damaged = list(self._unwritten), []
                    self._read_to = self._lines = 0
                file.seek(self._read_to)
                added = file.read()
        except OSError:
            return
        whole, newline, _ = added.rpartition(b"\n")
        self._read_to += len(whole) + len(newline)
        for line in whole.splitlines() if newline else []:
            self._take(line)

    def _take(self, line: bytes) -> None:
        self._lines += 1
        if not line.strip():
            return
        read = read_line(line)
        if read is None:
            self.damaged.append(self._lines)
        elif (
            read in self._unwritten
        ):  # written before the disk was full after all, and in the records already
            self._unwritten.remove(read)
        else:
            self.records.append(read)

    def _numbered(self, record: Record) -> Record:
        tries = len(self.tries(record.question))
        return record._replace(attempt=tries + (record.event != "restart"))

    def _write(self, records: list[Record]) -> None:
        """Add *records* to the file, flushed and synced, each on a line of its own."""
        new = [record for record in records if record not in self.records]
        lines = "".join(json.dumps(record._asdict(), ensure_ascii=False) + "\n" for record in records)
        encoded = lines.encode("utf-8", "backslashreplace")  # half an emoji becomes its JSON escape
        with self.path.open("ab") as file:
            torn = file.tell() > self._read_to  # a line that was killed in mid-write has no end
            file.write((b"\n" if torn else b"") + encoded)
            file.flush()
            os.fsync(file.fileno())
            self._read_to = file.tell()
        self._lines += len(records) + torn
        self.damaged += [self._lines - len(records)] * torn
        self.records += new


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock at *path*; Timeout where another kernel does not let go.

    In a browser a lock is a file that is not taken away reliably: a tab closed in mid-write leaves it behind.
    There no living owner can be told from a dead one, but no writing takes as long as we wait.
    """
    in_browser = sys.platform == "emscripten"
    lock = FileLock(path, timeout=_WAIT)
    try:
        lock.acquire()
    except Timeout:
        if not in_browser:
            raise
        path.unlink(missing_ok=True)
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
        if in_browser:
            path.unlink(missing_ok=True)


def _since_restart(records: list[Record]) -> list[Record]:
    started = max((n for n, record in enumerate(records) if record.event == "restart"), default=-1)
    return [record for record in records[started + 1 :] if record.event == "answer"]


def read_line(line: bytes) -> Record | None:
    """Return the record written on *line*, or None where it is none."""
    try:
        data = json.loads(line)
        if (
            not all(isinstance(data[name], kind) for name, kind in _NEEDED.items())
            or data["event"] not in EVENTS
        ):
            return None
        return Record(**data)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _notice(error: Exception, path: Path) -> str:
    why = (
        "another notebook holds it"
        if isinstance(error, Timeout)
        else getattr(error, "strerror", None) or str(error)
    )
    return (
        f"This answer is not saved yet: {path.parent.name}/{path.name} could not be written ({why}). "
        "It is kept as long as this notebook runs. Make room or allow writing there, then press the button "
        "once more."
    )
