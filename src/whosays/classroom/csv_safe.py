"""Words of strangers in a table: no spreadsheet program may take them for commands."""

from typing import Any

# The last four are the wide forms of the first, which some spreadsheet programs read alike.
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def safe(value: object) -> Any:
    """Return *value* as a cell that a spreadsheet shows and never runs.

    Numbers stay numbers. A text that begins like a formula, also after blanks, gets an apostrophe in front
    (OWASP, "CSV Injection").
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    text = "" if value is None else str(value)
    return f"'{text}" if _begins_like_a_formula(text) else text


def printable(text: str) -> str:
    """Return *text* on one line, without signs that could move a cursor or turn a line around."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def unsafe(cell: str) -> str:
    """Return the words that safe() made into *cell*."""
    return cell[1:] if cell.startswith("'") and _begins_like_a_formula(cell[1:]) else cell


def _begins_like_a_formula(text: str) -> bool:
    return text.startswith(_STARTS) or text.lstrip().startswith(_STARTS)
