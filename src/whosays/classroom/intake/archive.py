"""Look into a zip from a stranger, in memory and within limits: it can be a bomb, or cut in the middle.

Nothing is ever unpacked: entries are looked up by name, and read as far as the limits go.
"""

import io
import struct
import zipfile
import zlib
from typing import NamedTuple

from whosays.answers.submission import LOG, MANIFEST, NOTEBOOK
from whosays.classroom.csv_safe import printable
from whosays.classroom.intake.kinds_of_file import called, called_zip

FILE_AT_MOST = 50_000_000  # bytes of one submission as it lies on the disk
ENTRIES_AT_MOST = 1_000
CONTENTS_AT_MOST = 1_000_000  # bytes of the table of contents
READ_AT_MOST = {MANIFEST: 200_000, LOG: 20_000_000, NOTEBOOK: 20_000_000}  # bytes, unpacked
_END, _LOCATOR, _COMMENT_AT_MOST = 22, 20, 65_536  # bytes of the end of a zip, and of what stands by it
NESTED_AT_MOST = 2  # zips inside zips, as some learning platforms make them
# What zipfile raises for a zip that is none: a wrong offset or a name that is no UTF-8 is a ValueError to it.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, ValueError, EOFError, NotImplementedError, OSError,
    RuntimeError,
)  # fmt: skip


class UnreadableError(ValueError):
    """Say why a submission cannot be read, in words for a teacher."""


class Parcel(NamedTuple):
    """Hold an *archive* with a manifest in it, and the *folder* in it where that lies."""

    archive: zipfile.ZipFile
    folder: str

    def has(self, name: str) -> bool:
        """Say whether there is an entry *name*."""
        return self.folder + name in self.archive.namelist()

    def read(self, name: str) -> bytes:
        """Return the entry *name*. Raises UnreadableError where it is none, is damaged, or is too long."""
        try:
            return _read(self.archive, self.folder + name, READ_AT_MOST[name])
        except UnreadableError:
            raise
        except KeyError:
            raise UnreadableError(f"there is no {name} in it") from None
        except _DAMAGED:
            raise UnreadableError("the file is damaged; ask for it once more") from None


def parcel(content: bytes) -> Parcel:
    """Return the zip *content*, or the one in it, that holds a manifest.

    Raises UnreadableError for anything else, and says what it is.
    """
    try:
        return _parcel(content, NESTED_AT_MOST)
    except UnreadableError:
        raise
    except _DAMAGED:
        damaged = content.startswith(b"PK") and len(content) > 4
        told = "the file is damaged; ask for it once more" if damaged else called(content)
        raise UnreadableError(told) from None


def _parcel(content: bytes, nested: int) -> Parcel:
    if _contents_size(content) > CONTENTS_AT_MOST:
        raise UnreadableError("the zip lists too many entries; it is not read")
    archive = zipfile.ZipFile(io.BytesIO(content))
    names = [name for name in archive.namelist() if not name.startswith("__MACOSX/")]
    if len(names) > ENTRIES_AT_MOST:
        raise UnreadableError(
            f"the zip has {len(names):,} entries; at most {ENTRIES_AT_MOST:,} are looked at"
        )
    found = [name for name in names if name.rpartition("/")[2] == MANIFEST and name.count("/") <= 1]
    if MANIFEST in found or len(found) == 1:  # a student may have unpacked it, and zipped the folder
        return Parcel(archive, "" if MANIFEST in found else found[0].removesuffix(MANIFEST))
    inner = [name for name in names if name.lower().endswith(".zip")]
    if len(inner) == 1 and nested:
        return _parcel(_read(archive, inner[0], FILE_AT_MOST), nested - 1)
    if len(inner) > 1 or len(found) > 1:
        many = f"{len(inner) or len(found)} {'zips' if inner else 'hand-ins'} are in it"
        raise UnreadableError(f"{many}; if this is the whole download, unpack it")
    raise UnreadableError(called_zip(archive))


def _contents_size(content: bytes) -> int:
    """Return how many bytes the table of contents of a zip has, which zipfile would read whole.

    The end of the zip is looked for where zipfile looks: its mark may stand in it a second time.
    """
    last = len(content) - _END
    plain = content[last : last + 4] == b"PK\5\6" and content.endswith(b"\0\0")  # without a comment
    end = last if plain else content.rfind(b"PK\5\6", max(0, last - _COMMENT_AT_MOST))
    if content[max(0, end - _LOCATOR) : max(0, end)].startswith(b"PK\6\7"):  # too long for the short form
        return CONTENTS_AT_MOST + 1
    return int.from_bytes(content[end + 12 : end + 16], "little") if end >= 0 else 0


def _read(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Return the entry *name*, reading no more than *most* bytes whatever its header promises."""
    told = printable(name[:80])
    if archive.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnreadableError(f"{told} is packed in a way that is not read; ask for a plain zip")
    with archive.open(name) as entry:
        content = entry.read(most + 1)
    if len(content) > most:
        raise UnreadableError(f"{told} unpacks to more than {most:,} bytes; it is not read")
    return content
