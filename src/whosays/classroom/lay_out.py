"""Lay files into a folder in which somebody writes: what is newer comes in, what they changed stays."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path, PurePosixPath
from typing import NamedTuple

HANDED_OUT = ".handout.json"  # the record in a folder that a teacher hands out


class LayError(ValueError):
    """Say that files cannot be laid into a folder, and what to do."""


class Laid(NamedTuple):
    """Count files *written* and the *same* as before, and name those *kept*, with a newer one put beside."""

    written: int
    same: int
    kept: list[Path]


def lay_out(files: Mapping[str, bytes], to: Path, record: str) -> Laid:
    """Lay *files*, by their paths, into the folder *to*, and keep their digests there in the file *record*.

    A file that somebody changed is left as it is, and a newer one is put beside it with "(new)" in its name,
    once; what nobody changed is renewed, and what is gone comes back. Raises LayError where the folder cannot
    be written. Interrupted and run again, it goes on.
    """
    known = _read(to / record)
    written, kept = 0, []
    try:
        _write(to / record, known)  # first, so that an interrupted folder is known for what it is
        for name, content in files.items():
            place = _place(to, name, content, known)
            known[name] = _digest(content)
            if place is not None:
                _put(to / place, content)
                known[place] = known[name]
                written += 1
                kept += [to / name] if place != name else []
        _write(to / record, known)
    except OSError as error:
        raise LayError(_remedy(error, to)) from error
    return Laid(written, len(files) - written, kept)


def _place(to: Path, name: str, content: bytes, known: Mapping[str, str]) -> str | None:
    """Return the name under which *content* is to be put into the folder *to*; None where it is there."""
    new = _digest(content)
    if os.path.lexists(to / name) and known.get(name) == new:
        return None  # theirs may differ, but ours is no newer than when it was laid
    free = (place for place in _names(name) if _there(to / place) in (None, new, known.get(place)))
    place = next(free)
    return None if _there(to / place) == new else place


def _names(name: str) -> Iterator[str]:
    """Yield *name*, then names beside it. A notebook keeps its ending; a file of a case or a bank does not.

    Otherwise a folder of questions would be read with the same questions twice.
    """
    yield name
    path = PurePosixPath(name)
    for number in count(1):
        mark = "(new)" if number == 1 else f"(new {number})"
        notebook = path.suffix == ".ipynb"
        yield str(path.with_name(f"{path.stem} {mark}.ipynb" if notebook else f"{path.name} {mark}"))


def _there(path: Path) -> str | None:
    """Return the digest of the file at *path*; None where there is nothing."""
    if path.is_file():
        return _digest(path.read_bytes())
    return "no file" if os.path.lexists(path) else None


def _put(path: Path, content: bytes) -> None:
    """Write *content* whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _read(record: Path) -> dict[str, str]:
    """Return the digests of what was laid before; none where there are none, or they cannot be read."""
    try:
        read = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}


def _write(record: Path, known: dict[str, str]) -> None:
    if not record.is_file() or _read(record) != known:
        _put(record, (json.dumps(known, ensure_ascii=False, indent=1) + "\n").encode())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _remedy(error: OSError, to: Path) -> str:
    """Return a sentence on what kept the files from being laid."""
    for up in (to, *to.parents):
        if up.exists():
            if not up.is_dir():
                return f"{up} is a file; name another folder"
            break
    if isinstance(error, PermissionError):
        return f"{to} may not be written to; name a folder of your own, or close the programs that use it"
    if isinstance(error, FileExistsError | NotADirectoryError):
        return (
            f"{error.filename} is a file where the course has a folder; move it away, or name another folder"
        )
    return f"the files could not be laid into {to}: {error.strerror or error}"
