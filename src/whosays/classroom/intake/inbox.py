"""Walk through a folder of what was handed in, as it was downloaded, and say whose each file is."""

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from whosays.answers.submission import MANIFEST
from whosays.classroom.intake import gradescope
from whosays.classroom.intake.platform_names import Sender, blackboard, file_of, folder_of

_OF_SYSTEMS = {
    "__MACOSX",
    "Thumbs.db",
    "desktop.ini",
    "Icon\r",
}  # what computers put there
_TEXT_AT_MOST = 20_000  # bytes of the note that Blackboard puts beside a file


class Inbox:
    """Hold the *folder* of what was handed in; links in it are not followed, and nothing is unpacked."""

    def __init__(self, folder: Path):
        """Take up the *folder*."""
        self.folder = folder

    def files(self) -> Iterator[Path]:
        """Yield all that somebody may have handed in, in order.

        What begins with a point is left out, as is what computers add by themselves, and what a platform puts
        beside the files: the index of Brightspace, the notes of Blackboard, the list of Gradescope.
        """
        yield from _files(self.folder)

    def called(self, path: Path) -> str:
        """Return what the file at *path* is called in all that is written: in UTF-8, or spelt so."""
        return _spelt(str(path.relative_to(self.folder)))

    def sender(self, path: Path) -> Sender:
        """Return who the file at *path*, somewhere below the folder, is from."""
        found = self._sender(path)
        return found._replace(id=_spelt(found.id), name=_spelt(found.name), sent=_spelt(found.sent))

    def _sender(self, path: Path) -> Sender:
        """Return the same in the signs of the folder.

        The folder that a platform made comes first; the name of a file tells only in the one heap of a
        download, for elsewhere a student may have chosen it. Last, a folder of its own tells a name.
        """
        *parents, name = path.relative_to(self.folder).parts
        above = (
            [*parents, name] if _is_folder(path) else parents
        )  # what was unpacked on the way may be its own
        for depth, part in enumerate(above):
            if found := folder_of(part) or gradescope.entry_of(part, self.folder.joinpath(*above[:depth])):
                return found
        found = gradescope.entry_of(name, path.parent) or file_of(name)
        if found and path.parent == self._heap:
            return _named(found, path)
        within = path.relative_to(self._heap).parts if path.is_relative_to(self._heap) else ()
        return Sender("", "", within[0] if len(within) > 1 else "")

    @cached_property
    def _heap(self) -> Path:
        """The folder in which a download without folders lies: one with nothing beside it, at every step."""
        heap = self.folder
        while True:
            inside = [path for path in _visible(heap) if not path.is_symlink()]
            only = inside[0] if len(inside) == 1 else heap
            if only == heap or not only.is_dir() or folder_of(only.name) or (only / MANIFEST).is_file():
                return heap
            heap = only


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files below *folder*; a folder that cannot be looked into is one, and a worker says why."""
    waiting = [
        _visible(folder)
    ]  # and not a function that calls itself: folders can lie in folders without end
    while waiting:
        path = next(waiting[-1], None)
        if path is None:
            waiting.pop()
        elif (inside := _inside(path)) is not None:
            waiting.append(inside)
        elif _handed_in(path):
            yield path


def _inside(path: Path) -> Iterator[Path] | None:
    """Return what lies in the folder at *path*; None where that is a file, or is taken for one."""
    try:
        zipped = (path / MANIFEST).is_file()  # it was unpacked on the way
        return None if path.is_symlink() or zipped or not path.is_dir() else _visible(path)
    except OSError:
        return None


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # its name is too long, or it may not be looked at
        return False


def _handed_in(path: Path) -> bool:
    try:
        return not path.is_symlink() and (path.is_dir() or (path.is_file() and not _beside(path)))
    except OSError:
        return True


def _spelt(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()


def _visible(folder: Path) -> Iterator[Path]:
    names = sorted(os.listdir(folder))  # names alone: there may be very many
    return (folder / name for name in names if not name.startswith((".", "~$")) and name not in _OF_SYSTEMS)


def _beside(path: Path) -> bool:
    """Say whether a platform, and no student, put the file at *path* there."""
    if path.name == gradescope.LIST:
        return True
    if path.name == "index.html":
        return any(folder_of(each) for each in os.listdir(path.parent))
    return path.suffix == ".txt" and blackboard(path.name) is not None


def _named(sender: Sender, path: Path) -> Sender:
    """Return *sender* with what Blackboard's note beside the file says: “Name: Jane Doe (jdoe)”."""
    if sender.platform != "blackboard":
        return sender
    note = path.with_name(f"{path.name.partition(sender.sent)[0]}{sender.sent}.txt")
    if not note.is_file() or note.is_symlink():
        return sender
    with note.open("rb") as file:
        first = file.read(_TEXT_AT_MOST).decode("utf-8-sig", errors="replace").partition("\n")[0]
    name, _, login = first.partition(":")[2].strip().removesuffix(")").rpartition(" (")
    known = bool(name) and path.name.partition("_attempt_")[0].endswith(f"_{login}")
    return sender._replace(id=login, name=name) if known else sender
