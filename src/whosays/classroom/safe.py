"""Words of strangers in a table: a spreadsheet must not take them for a formula."""

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def shown(words: object) -> str:
    """Return *words* as a cell that no spreadsheet runs: behind an apostrophe where it would begin a formula.

    Rule: OWASP, "CSV Injection".
    """
    text = str(words)
    return f"'{text}" if text.startswith(_STARTS) else text


def plain(cell: str) -> str:
    """Return the words that shown() made into *cell*."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_STARTS) else cell
