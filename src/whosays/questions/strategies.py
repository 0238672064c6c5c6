"""Ways to answer without looking at a text: by place, by length, by the sound of words."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Item(NamedTuple):
    """Hold what can be seen of a question without its text, and which of it is *right*.

    A claim that is weighed is one text, right where it is kept. *doubts* are the options that say that
    nothing can be known (M12). *one* says that just one of the texts is to be chosen.
    """

    texts: Sequence[str]
    right: Sequence[bool]
    doubts: Sequence[bool]
    one: bool


Liking = Callable[[Item], list[float]]  # how much a strategy likes each text of an item


def _at(place: int) -> Liking:
    """Return the liking for the option at *place*, counted from the end where it is negative."""
    return lambda item: [float(n in (place, len(item.texts) + place)) for n in range(len(item.texts))]


def _every_second(first: int) -> Liking:
    return lambda item: [float(n % 2 == first) for n in range(len(item.texts))]


def _half(first: bool) -> Liking:
    return lambda item: [float((2 * n < len(item.texts)) == first) for n in range(len(item.texts))]


def _length(item: Item) -> list[float]:
    return [float(len(text)) for text in item.texts]


def _longest_of_the_likely(item: Item) -> list[float]:
    """Like length, but nothing that stands first of several, and no option that doubts everything."""
    several = len(item.texts) > 1
    unlikely = [(several and n == 0) or doubts for n, doubts in enumerate(item.doubts)]
    return [0.0 if out else length for out, length in zip(unlikely, _length(item), strict=True)]


def _finds(words: str) -> Callable[[str], int]:
    pattern = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    return lambda text: len(pattern.findall(text))


_REPORTED = _finds("said|reported")
_CAREFUL = _finds(
    r"sa(?:id|ys?)|report(?:s|ed)?|according|at least|or (?:more|higher)|likely|may|can|could|both|named?"
    r"|figures?|counts?|check(?:s|ed)?|whom|each|by|beside|as of|until|up to then|had|received"
)
_RASH = _finds(
    r"all|every\w*|only|nobody|nothing|never|always|must|cannot|none?|prove[sd]?|confirm\w*|independent\w*"
    r"|exact\w*|in all|tru(?:e|th)|false|wrong|invented|made up|official\w*|neutral|best|settles?|settled"
    r"|since|because|so|any|more|further|shows?"
)


def _reported(item: Item) -> list[float]:
    return [float(bool(_REPORTED(text))) for text in item.texts]


def _telling(item: Item) -> list[float]:
    return [float(_CAREFUL(text) - _RASH(text)) for text in item.texts]


def _turned(liking: Liking) -> Liking:
    return lambda item: [-like for like in liking(item)]


# The best of several likings counts: whoever has seen some questions may have found out what pays.
STRATEGIES: dict[str, list[Liking]] = {
    "always the same place": [_at(place) for place in (0, 1, 2, 3, 4, -1)],
    "by turns, or half of them": [*map(_every_second, (0, 1)), *map(_half, (True, False))],
    "the longest": [_length],
    "the shortest": [_turned(_length)],
    "longest, not first, no doubter": [_longest_of_the_likely],
    "whether “said” or “reported” is there": [_reported, _turned(_reported)],
    "careful words against rash ones": [_telling, _turned(_telling)],
}


def got(items: Sequence[Item], strategy: str) -> float:
    """Return the mean, from 0 to 1, that a reader can expect of *items* who follows *strategy*."""
    return max((_score(items, liking) for liking in STRATEGIES[strategy]), default=0)


def _score(items: Sequence[Item], liking: Liking) -> float:
    """Return the mean of *items* for *liking*; a coin decides where two are liked alike.

    Of one item a reader chooses what they like most; where several texts may be right, they keep what they
    like more than the mean of this item, or of all claims where there is one claim to an item.
    """
    liked = [liking(item) for item in items]
    claims = [likes[0] for likes in liked if len(likes) == 1]
    usual = sum(claims) / len(claims) if claims else 0
    each = [
        _chosen(item, likes) if item.one else _kept(item, likes, usual)
        for item, likes in zip(items, liked, strict=True)
    ]
    return sum(each) / len(each) if each else 0


def _chosen(item: Item, likes: list[float]) -> float:
    best = [right for right, like in zip(item.right, likes, strict=True) if like == max(likes)]
    return sum(best) / len(best)


def _kept(item: Item, likes: list[float], usual: float) -> float:
    middle = sum(likes) / len(likes) if len(likes) > 1 else usual
    decided = [
        1 / 2 if like == middle else float((like > middle) == right)
        for right, like in zip(item.right, likes, strict=True)
    ]
    return sum(decided) / len(decided)
