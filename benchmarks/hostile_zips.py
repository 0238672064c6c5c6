"""The worst zips: bombs, lies about sizes and offsets, names that are none."""

import io
import random
import struct
import zipfile
from collections.abc import Callable

from whosays.answers.submission import LOG, MANIFEST, NOTEBOOK, zipped

Zip = Callable[[bytes], bytes]  # of a whole hand-in


def _with(entries: dict[str, bytes]) -> Zip:
    return lambda whole: zipped({MANIFEST: _manifest(), **entries})


def _manifest(more: str = "") -> bytes:
    return f'{{"assignment": "e1", "name": "Bo", "made": ""{more}}}'.encode()


def _told(more: str) -> Zip:
    return lambda whole: zipped({MANIFEST: _manifest(more), LOG: b""})


def _many(count: int, length: int) -> Zip:
    return lambda whole: zipped({MANIFEST: _manifest(), **{f"{n:0{length}}": b"" for n in range(count)}})


def _nested(whole: bytes) -> bytes:
    for _ in range(30):
        whole = zipped({"inner.zip": whole})
    return whole


def _bombs_in_zips(whole: bytes) -> bytes:
    bomb = zipped({"inner.zip": zipped({LOG: b"\0" * 49_000_000})})
    return zipped({"outer.zip": bomb})


def _patched(signature: bytes, offset: int, value: bytes) -> Zip:
    """Return a zip in which what stands *offset* bytes behind each *signature* is *value*."""

    def patched(whole: bytes) -> bytes:
        content, at = bytearray(zipped({MANIFEST: _manifest(), LOG: b"x" * 1_000})), -1
        while (at := content.find(signature, at + 1)) >= 0:
            content[at + offset : at + offset + len(value)] = value
        return bytes(content)

    return patched


def _overlapping(whole: bytes) -> bytes:
    """Return a zip whose 900 entries all have one and the same content (Fifield 2019, the simple form)."""
    content = bytearray(zipped({MANIFEST: _manifest(), LOG: b"\0" * 19_000_000}))
    end = content.rindex(b"PK\5\6")
    first = content.index(b"PK\1\2")
    second = content.index(b"PK\1\2", first + 1)
    listed = b"".join(
        content[second:end].replace(LOG.encode(), f"answers.{n:05}".encode()) for n in range(900)
    )
    table = bytes(content[first:end]) + listed
    ends = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 902, 902, len(table), first, 0)
    return bytes(content[:first]) + table + ends


def _two_ends(whole: bytes) -> bytes:
    """Return a zip with 15,000 entries, whose end holds the mark of an end within it."""
    content = bytearray(zipped({MANIFEST: _manifest(), **{f"{n:x}": b"" for n in range(9_000)}}))
    end = content.rindex(b"PK\5\6")
    content[end + 8 : end + 12] = b"PK\5\6"
    return bytes(content)


def _zip64(whole: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open(MANIFEST, "w", force_zip64=True) as entry:
            entry.write(_manifest())
        with archive.open(LOG, "w", force_zip64=True) as entry:
            entry.write(b"\0" * 19_000_000)
    return held.getvalue()


ZIPS: dict[str, Zip] = {
    "a bomb as log": _with({LOG: b"\0" * 60_000_000}),
    "a bomb as notebook": _with({LOG: b"", NOTEBOOK: b"\0" * 60_000_000}),
    "a bomb as manifest": lambda whole: zipped({MANIFEST: b" " * 60_000_000, LOG: b""}),
    "a bomb in zips": _bombs_in_zips,
    "30 zips in zips": _nested,
    "900 entries": _many(900, 500),
    "6,000 entries": _many(6_000, 40),
    "entries that overlap": _overlapping,
    "an end within the end": _two_ends,
    "zip64": _zip64,
    "a locator of zip64": lambda whole: (
        whole[: whole.rindex(b"PK\5\6")]
        + struct.pack("<4sLQL", b"PK\6\7", 0, 2**62, 1)
        + whole[whole.rindex(b"PK\5\6") :]
    ),
    "a wrong offset": _patched(b"PK\5\6", 16, b"\xff\xff\xff\x7f"),
    "a table longer than the file": _patched(b"PK\5\6", 12, b"\xff\xff\xff\x7f"),
    "a negative offset of an entry": _patched(b"PK\1\2", 42, b"\xff\xff\xff\xff"),
    "a size that lies": _patched(b"PK\1\2", 24, b"\xff\xff\xff\x7f"),
    "a packed size that lies": _patched(b"PK\1\2", 20, b"\xff\xff\xff\x7f"),
    "a checksum that lies": _patched(b"PK\1\2", 16, b"\0\0\0\0"),
    "a name that is no UTF-8": lambda whole: _patched(b"PK\1\2", 46, b"\xff")(whole).replace(
        b"PK\1\2\x14\x03\x14\0\0\0", b"PK\1\2\x14\x03\x14\0\0\x08"
    ),
    "encrypted": _patched(b"PK\1\2", 8, b"\1"),
    "an unknown packing": _patched(b"PK\1\2", 10, b"\x63"),
    "a date that is none": _patched(b"PK\1\2", 12, b"\xff\xff\xff\xff"),
    "a version of the future": _patched(b"PK\1\2", 6, b"\xff"),
    "a name longer than the file": _patched(b"PK\1\2", 28, b"\xff\xff"),
    "an extra field cut off": _patched(b"PK\1\2", 30, b"\x03\0"),
    "device names": _with({LOG: b"", "CON": b"x", "aux.txt": b"x", "NUL": b"x", "C:\\x": b"x", "../x": b"x"}),
    "names with noughts": _with({LOG: b"", "a\0b": b"x", "\u202egnp.exe": b"x", "\x1b[2J": b"x"}),
    "two manifests": lambda whole: zipped({f"a/{MANIFEST}": b"{}", f"b/{MANIFEST}": b"{}"}),
    "a manifest of lists": lambda whole: zipped({MANIFEST: b"[" + b"[]," * 66_000 + b"0]"}),
    "a manifest of 900 lists": _told(', "versions": {"x": ' + "[" * 900 + "]" * 900 + "}"),
    "a manifest of versions": _told(", ".join(["", *(f'"{n:x}": 0' for n in range(15_000))])),
    "a manifest with a long name": lambda whole: zipped(
        {MANIFEST: _manifest().replace(b"Bo", b"\\ud800\\u0000" * 16_000), LOG: b""}
    ),
    "a manifest of long digits": _told(f', "a": {"9" * 190_000}'),
    "chance": lambda whole: b"PK\3\4" + random.Random(1).randbytes(900_000),
    "ends and ends": lambda whole: b"PK\5\6" * 220_000,
    "entries and entries": lambda whole: b"PK\1\2" * 240_000 + whole[-22:],
}  # fmt: skip
