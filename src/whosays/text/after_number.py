"""What may stand behind a number: the people it counts, or what became of them."""

from itertools import zip_longest

from whosays.text import people, terms
from whosays.text.neighbours import REACH, UnknownWordError, is_blank, is_stop, tokens

_THEM = frozenset(("them", "these", "those", "whom", "us", "you"))
_OWNERS = frozenset(["the", "its", "their", "his", "her", "our", "your", "all"])
_GOES_ON = frozenset(
    ["since", "so", "far", "also", "already", "now", "later"]
)  # "12 have so far been killed"
_WHERE_TO = frozenset(("hospital", "safety", "death", "date"))


def check_right(right: str, *, singular: bool) -> None:
    """Raise ValueError unless the words behind the number name people, or say what became of them."""
    words = tokens(right[:300])[:REACH]
    for at, word in enumerate(words):
        low, following = word.lower(), words[at + 1 : at + 2]
        if low == "to" and following and following[0].lower() not in _WHERE_TO:
            raise UnknownWordError(word)
        if is_stop(word) or low in terms.AFTER or (low in terms.REPORTED and low not in terms.STANDING):
            return _check_end(words, at, singular=singular)
        if low == "of":
            return _check_part(words[at + 1 :])
        if _counts_people(word, following, singular=singular):
            return None
        if not (low in terms.BECAME or low == "to" or is_blank(word) or people.may_describe(word)):
            raise UnknownWordError(word)
    return _check_end(words, len(words), singular=singular)


def _check_end(words: list[str], at: int, *, singular: bool) -> None:
    """Raise ValueError if the words before the *at*-th name no people and do not tell what became of them."""
    said = [word for word in words[:at] if not is_blank(word)]
    if said and not any(_tells_of_people(word, singular=singular) for word in said):
        raise UnknownWordError(said[-1])
    if said and not (_tells_of_people(said[-1], singular=singular) or said[-1].lower().endswith("ly")):
        raise UnknownWordError(said[-1])
    if at < len(words) and words[at].lower() in terms.AUXILIARIES:
        _check_predicate(words[at + 1 :])


def _tells_of_people(word: str, *, singular: bool) -> bool:
    """Say whether *word*, though no plain noun for people, still tells that they are counted."""
    low = word.lower()
    known = low in terms.BECAME or low in terms.AFTER or low in terms.BEFORE
    return known or people.is_people(word) or (singular and people.is_person(word))


def _check_predicate(words: list[str]) -> None:
    """Raise ValueError unless what is said of a bare number is said of people: "12 were killed"."""
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        low = word.lower()
        if low.endswith("ly") or low in terms.AUXILIARIES or low in _GOES_ON:
            continue
        shot_at = low == "fired" and following in ("on", "upon", "at")
        known = low in terms.BECAME or low in terms.AFTER or low in terms.REPORTED or is_stop(word)
        if (
            not known
            and not shot_at
            and not people.is_people(word)
            and low not in ("the", "a", "of", "being", "from")
        ):
            raise UnknownWordError(word)
        return


def _check_part(words: list[str]) -> None:
    """Raise ValueError unless the words behind "of" name people: of its citizens, of them, of the dead."""
    for at, word in enumerate(words):
        low = word.lower()
        if low in _THEM or _counts_people(word, words[at + 1 : at + 2], singular=False):
            return
        if low not in _OWNERS and not people.may_describe(word):
            raise UnknownWordError(word)
    raise UnknownWordError("of")


def _counts_people(word: str, following: list[str], *, singular: bool) -> bool:
    """Say whether *word* is the noun: people, with no noun of things behind it ("police cars")."""
    if following[:1] == ["'"]:  # the soldiers' graves are counted, not the soldiers
        raise UnknownWordError(f"{word}'")
    one = singular and people.is_person(word)
    if not one and not people.is_people(word):
        return False
    if not one and not people.is_collective(word):
        return True
    after = following[0] if following else "."
    low = after.lower()
    known = low in terms.AFTER or low in terms.BECAME or low in terms.REPORTED
    return known or is_stop(after) or is_blank(after) or low.endswith("ly") or low in ("of", "to", "or")
