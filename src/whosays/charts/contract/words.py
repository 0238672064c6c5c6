"""The words and forms that the clauses know, as words.txt lists them."""

import re
from functools import cache
from pathlib import Path


@cache
def lists() -> dict[str, tuple[str, ...]]:
    """Return the forms of every section, by its name."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in (Path(__file__).parent / "words.txt").read_text("utf-8").splitlines():
        if head := re.fullmatch(r"\[([\w ]+)\]", line):
            name = head[1]
            found[name] = []
        elif line and not line.startswith("# "):
            found[name].append(line)
    return {section: tuple(forms) for section, forms in found.items()}


def any_of(*sections: str) -> str:
    """Return a regular expression for any of the forms in *sections*."""
    return f"(?:{'|'.join(form for section in sections for form in lists()[section])})"


def finder(*sections: str) -> re.Pattern[str]:
    """Return what finds any of the forms in *sections*, as whole words."""
    return re.compile(rf"(?<!\w){any_of(*sections)}(?!\w)", re.I)
