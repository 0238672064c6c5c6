"""The words by which Moodle is known in any language: of its columns, and of people whose name is hidden."""

import tomllib
from functools import cache
from pathlib import Path

_WORDS = Path(__file__).with_name("moodle_words.toml")


@cache
def words(role: str) -> frozenset[str]:
    """Return what any language calls *role*: identifier, hidden, name, group, maximum, no and the like."""
    languages = tomllib.loads(_WORDS.read_text(encoding="utf-8")).values()
    return frozenset(word for language in languages for word in language[role])
