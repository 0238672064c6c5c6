"""The words on one side of a number, and how the one that is not known is refused."""

import re

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_](?:[^\W\d_]|(?<=\w)['’.-](?=[^\W\d_]))*|¤+|№|\S")
_STOPS = frozenset(",;:.!…()[]–|-/«»*•·")
_SIGNS = frozenset("№$€£%&@")  # they are read with the number; emoji and the like part like a stop
REACH = 24  # words that are looked at on either side


class UnknownWordError(ValueError):
    """Refuse a word beside a number that no list knows."""

    def __init__(self, word: str) -> None:
        """Name the *word*."""
        super().__init__(f"it does not know the word {word!r} beside the number")


def tokens(text: str) -> list[str]:
    """Return the words, blanks and signs of *text*."""
    return _TOKEN.findall(text)


def is_stop(token: str) -> bool:
    """Say whether *token* parts the words before it from those after it."""
    return token in _STOPS or (
        len(token) == 1 and not token.isalnum() and token not in _SIGNS and ord(token) > 0x2190
    )


def is_blank(token: str) -> bool:
    """Say whether *token* stands for a date, a label or the like."""
    return token[0] == "¤"


def begins_with_word(right: str) -> bool:
    """Say whether a word follows the number at once, as the people it counts do."""
    return bool(re.match(r"\s*[^\W\d_¤]", right))
