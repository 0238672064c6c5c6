"""Words of strangers in a table: no spreadsheet program may take them for commands."""

import re
from typing import Any

# What a formula begins with; the last four are the wide forms of the first, which some programs read alike.
_SIGNS = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
# A cell can begin inside of a text, too: a program that parts cells by semicolons or tabs looks for quotation
# marks at the beginning of its own cells alone. Blanks and apostrophes may stand before the sign.
_BEFORE = re.compile(r"\A[;\s']*+|[;\s']++")  # without a way back: there may be thousands of them
_PARTS = re.compile(r"[;\t\r\n]")


def safe(value: object) -> Any:
    """Return *value* as a cell that a spreadsheet shows and never runs.

    Numbers stay numbers. An apostrophe is put before whatever begins like a formula, at the start of a text
    or behind a sign that parts cells (OWASP, "CSV Injection").
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    return _BEFORE.sub(_with_apostrophes, "" if value is None else str(value))


def printable(text: str) -> str:
    """Return *text* on one line, without signs that could move a cursor or turn a line around."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def unsafe(cell: str) -> str:
    """Return the words that safe() made into *cell*."""
    return _BEFORE.sub(_without_apostrophes, cell)


def _with_apostrophes(before: re.Match[str]) -> str:
    if not _is_risky(before):
        return before[0]
    return "'" * (before.start() == 0) + _PARTS.sub(r"\g<0>'", before[0])


def _without_apostrophes(before: re.Match[str]) -> str:
    if not _is_risky(before):
        return before[0]
    return re.sub(rf"({_PARTS.pattern})'", r"\1", before[0][before.start() == 0 :])


def _is_risky(before: re.Match[str]) -> bool:
    """Say whether a formula begins behind the signs *before*, or a cell with a tab or a line break."""
    first = before.start() == 0 and before[0].lstrip("'").startswith(("\t", "\r"))
    return first or before.string[before.end() : before.end() + 1] in _SIGNS
