"""The words by which Moodle is known in any language: of its columns, and of people whose name is hidden."""

import tomllib
import unicodedata
from functools import cache
from pathlib import Path

_WORDS = Path(__file__).with_name("moodle_words.toml")


def plain(text: str) -> str:
    """Return *text* with its accents and vowel signs in the one order that Unicode calls composed."""
    return unicodedata.normalize("NFC", text.strip())


@cache
def words(role: str) -> frozenset[str]:
    """Return what any language calls *role*: identifier, hidden, name, group, maximum, no and the like."""
    languages = tomllib.loads(_WORDS.read_text(encoding="utf-8")).values()
    return frozenset(plain(word) for language in languages for word in language[role])
