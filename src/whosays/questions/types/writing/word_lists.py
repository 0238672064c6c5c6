"""The words that the writing checks look for, read from words.txt, and patterns made of them."""

import re
from functools import cache
from pathlib import Path

_SECTIONS = {
    name: [
        entry.strip()
        for line in body.splitlines()
        if not line.startswith("#")
        for entry in line.split(",")
        if entry.strip()
    ]
    for name, _, body in (
        section.partition("]")
        for section in (Path(__file__).parent / "words.txt").read_text(encoding="utf-8").split("\n[")[1:]
    )
}


def listed(section: str) -> frozenset[str]:
    """Return the entries of a *section* of words.txt."""
    return frozenset(_SECTIONS[section])


def any_of(section: str) -> str:
    """Return the pattern of any entry of a *section*, to stand in a larger one."""
    return alternatives(_SECTIONS[section])


def alternatives(entries: list[str] | tuple[str, ...]) -> str:
    """Return the pattern of any of *entries*, whose ending may be left open with *."""
    longest = sorted(entries, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(entry).replace(r"\*", r"\w*") for entry in longest) + ")"


@cache
def pattern(section: str) -> re.Pattern[str]:
    """Return what finds any entry of a *section*, in small letters or large."""
    return re.compile(rf"\b{any_of(section)}\b", re.IGNORECASE)


@cache
def grouped(*sections: str) -> re.Pattern[str]:
    """Return what finds any entry of the *sections*; the last group of a match is the name of its section."""
    return re.compile("|".join(rf"(?P<{name}>\b{any_of(name)}\b)" for name in sections), re.IGNORECASE)
