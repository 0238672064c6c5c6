"""Put counts and quotations into the sentences of feedback."""

import re

_STRAIGHT = re.compile(r'"([^"]*)"')


def held(number: int, of: int, things: str = "") -> str:
    """Return the sentence that *number* *of* so many *things* hold."""
    return f"{number} of {of} {things}{' ' if things else ''}{'holds' if number == 1 else 'hold'}."


def in_marks(words: str) -> str:
    """Return *words* between quotation marks; marks within them become single ones."""
    curled = _STRAIGHT.sub(r"‘\1’", words)
    return "“" + curled.replace("“", "‘").replace("”", "’") + "”"
