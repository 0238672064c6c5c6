"""Call a file that is no hand-in what it is, so that a teacher knows what to ask for."""

import json
import re
import zipfile

_ASK = "ask for the file that hand_in(...) writes"
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "it is a PDF"),
    (b"7z\xbc\xaf\x27\x1c", "it is a 7z archive, which is not opened"),
    (b"Rar!", "it is a RAR archive, which is not opened"),
    (b"\x1f\x8b", "it is a gzip archive, which is not opened"),
    (b"\x89PNG", "it is a picture"),
    (b"\xff\xd8\xff", "it is a picture"),
    (b"GIF8", "it is a picture"),
    (b"\xd0\xcf\x11\xe0", "it is a document of an office program"),
    (b"{\\rtf", "it is a text document"),
)
_LOOKED_AT = 2_000  # bytes at the beginning


def called(content: bytes) -> str:
    """Return what *content*, the bytes of a file that is no zip, is, and what to ask for."""
    if not content:
        return f"the file is empty; {_ASK}"
    found = next((told for beginning, told in _BEGINNINGS if content.startswith(beginning)), "")
    return f"{found or _text(content) or 'the file is damaged or no zip'}; {_ASK}"


def called_zip(archive: zipfile.ZipFile) -> str:
    """Return what a zip without a manifest is."""
    names = archive.namelist()
    if "[Content_Types].xml" in names:
        kinds = {"word/": "a text document", "xl/": "a spreadsheet", "ppt/": "a presentation"}
        kind = next((told for start, told in kinds.items() if any(n.startswith(start) for n in names)), "")
        return f"it is {kind or 'a document of an office program'}; {_ASK}"
    notebooks = [name for name in names if name.endswith(".ipynb")]
    if notebooks:
        return f"it holds a notebook, and no answers; {_ASK}, not the notebook"
    return f"there is no manifest.json in it; {_ASK}"


def _text(content: bytes) -> str:
    """Return what the text in *content* is; blank where it is none."""
    start = content[:_LOOKED_AT].decode("utf-8-sig", errors="ignore")
    if len(start.encode()) < min(len(content), _LOOKED_AT) - 8:
        return ""  # it is no UTF-8
    if re.match(r"\s*<(!doctype|html|p|div|\?xml)\b", start, re.IGNORECASE):
        return "it is a page of text, such as a platform makes of what is typed into its own field"
    if '"cells"' in start or '"nbformat"' in start:
        return "it is a notebook alone, without the answers"
    if start.lstrip().startswith("{") and _is_line(start):
        return "it is the log of answers alone"
    return "it is a text file" if start.isprintable() or ("\n" in start and "\0" not in start) else ""


def _is_line(start: str) -> bool:
    try:
        return "question" in json.loads(start.partition("\n")[0])
    except (ValueError, TypeError, RecursionError):
        return False
