"""Find the fields of a CSV file as stretches of its bytes, so that one can be changed and no other is.

A round trip through a CSV reader and writer would change quotes, line ends and odd rows that are none of our
business. Names may be in any encoding: only the fields that are looked at are decoded.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

BOM = b"\xef\xbb\xbf"
SEPARATORS = (b",", b";", b"\t")


class Field(NamedTuple):
    """Hold where the bytes of a field *start* and *end*, quotation marks included."""

    start: int
    end: int


def rows(text: bytes, separator: bytes) -> Iterator[list[Field]]:
    """Yield the fields of every row of *text*; an empty line is a row of one empty field.

    Line breaks within quotation marks belong to the field. Raises ValueError, naming the row, where a
    quotation mark is never closed.
    """
    field, row = _field(separator), 1
    place = len(BOM) if text.startswith(BOM) else 0
    found: list[Field] = []
    while place < len(text) or found:
        match = field.match(text, place)
        if match is None:
            raise ValueError(f"row {row}: a quotation mark is not closed; download the file again")
        found.append(Field(*match.span()))
        place = match.end()
        if text[place : place + 1] == separator:
            place += 1
            continue
        yield found
        row, found = row + 1, []
        place += 2 if text[place : place + 2] == b"\r\n" else 1


def value(text: bytes, field: Field) -> str:
    """Return what *field* of *text* says, without the quotation marks around it."""
    raw = text[field.start : field.end]
    if raw.startswith(b'"'):
        raw = raw[1:].removesuffix(b'"').replace(b'""', b'"')
    return raw.decode("utf-8", errors="replace")


def replaced(text: bytes, new: Mapping[Field, str]) -> bytes:
    """Return *text* with the values *new* in place of some fields; all other bytes stay as they are.

    A field that stood in quotation marks keeps them; one that did not gets them only where it needs them.
    """
    parts, place = [], 0
    for field, words in sorted(new.items()):
        quoted = text[field.start : field.start + 1] == b'"' or re.search('[,;\t"\r\n]', words)
        raw = '"' + words.replace('"', '""') + '"' if quoted else words
        parts += [text[place : field.start], raw.encode()]
        place = field.end
    return b"".join([*parts, text[place:]])


def _field(separator: bytes) -> re.Pattern[bytes]:
    """Return the pattern of one field; what follows a closing mark by mistake is taken along."""
    rest = rb"[^" + re.escape(separator) + rb"\r\n]*+"
    return re.compile(rb'"[^"]*+(?:""[^"]*+)*+"' + rest + rb'|(?!")' + rest)
