"""Limit the seconds and the memory that one submission may take, and end the process that takes more.

A regular expression, or a list of a billion nothings, is one step to Python: nothing can be raised in the
midst of it. So a thread that needs no interpreter ends the whole process, and whoever waits for it goes on.
"""

import faulthandler
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS, MEGABYTES = 10, 300
TOLD = f"it takes more than {SECONDS} seconds or {MEGABYTES} MB to read; look at it by hand"

_seconds = 0.0  # of this process, for one submission; 0 for as many as it takes


def limit(seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
    """Limit this process, a worker, from here on: its memory at once, its *seconds* in each `allowed()`."""
    global _seconds
    _seconds = seconds
    held = _megabytes_held()
    if held is not None:
        _set_memory((held + megabytes) * 1_000_000)


@contextmanager
def lifted() -> Iterator[None]:
    """Let what is begun in here, such as the kernel of a notebook, have as much memory as it needs."""
    before = _set_memory(None)
    try:
        yield
    finally:
        _set_memory(before)


@contextmanager
def allowed() -> Iterator[None]:
    """End this process, if it is a limited one, where what is done in here takes too long."""
    if not _seconds:
        yield
        return
    with Path(os.devnull).open("w") as nothing:
        faulthandler.dump_traceback_later(_seconds, exit=True, file=nothing)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def _megabytes_held() -> int | None:
    """Return the data that this process holds; None where the system does not say, as on macOS."""
    status = Path("/proc/self/status")
    found = re.search(r"VmData:\s+(\d+) kB", status.read_text()) if status.is_file() else None
    return int(found[1]) // 1000 if found else None


def _set_memory(most: int | None) -> int | None:
    """Limit the data of this process to *most* bytes, or not at all; return the limit of before, if any."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if most is not None or soft != hard:
        resource.setrlimit(resource.RLIMIT_DATA, (hard if most is None else most, hard))
    return None if soft == hard else soft
