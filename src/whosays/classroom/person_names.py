"""Compare names of people, who are called otherwise by themselves, in a file's name and in a gradebook."""

import re
import unicodedata


def fits(one: str, other: str) -> bool:
    """Say whether two names may be one person's: they share a word, or one holds a word of the other."""
    words = [(squashed(told), _words(told)) for told in (one, other)]
    (whole, parts), (other_whole, other_parts) = words
    return any(word in other_whole for word in parts) or any(word in whole for word in other_parts)


def squashed(name: str) -> str:
    """Return the letters and digits of *name* alone, without accents and capitals."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in plain if sign.isalnum())


def _words(name: str) -> list[str]:
    """Return the words of *name*, squashed; single letters tell nobody, where there is anything else."""
    parts = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", name))
    found = [word for part in parts if (word := squashed(part))]
    return [word for word in found if len(word) > 1] or found
