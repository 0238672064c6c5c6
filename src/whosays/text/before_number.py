"""What may stand before a number without a change to it: "killed 12", "a toll of 12", "on Monday 12"."""

from whosays.text import people, terms
from whosays.text.neighbours import REACH, UnknownWordError, begins_with_word, is_blank, is_stop, tokens
from whosays.text.terms import words as listed

_HITTING, _PARTICLES = listed("hitting"), listed("particles")
_TELLING = frozenset(("told", "tells", "tell", "telling"))
_BETWEEN = frozenset(("further", "again", "back", "up", "down", "only", "upwards", "downwards"))
_SUMS = frozenset(("toll", "tolls", "tally", "count", "total", "number"))  # "toll on its side to 12"
_DEATHS = frozenset(("deaths", "fatalities", "casualties", "cases"))
_STEMS = listed("verbs of what is done to people")
_NO_CLAUSE = frozenset(["many", "much", "few", "high", "low", "well"])  # "as many as 12" is a bound
_IN_A_NAME = frozenset(["the", "a", "an", "and", "its", "their", "'s"])
_OPENERS = terms.PREPOSITIONS | frozenset(["since", "last", "this", "next", "early", "late"])
_CALENDAR = 6  # words of a place or a time


def check_left(left: str, right: str, *, passes: bool) -> None:
    """Raise ValueError unless the word before the number is known to leave its value alone.

    *passes* tells that a verb such as "tops" stands between the two; its subject was looked at already.
    """
    words = tokens(left[-400:])[-REACH:]
    while words and _is_transparent(words[-1]):
        words.pop()
    if not words or is_blank(words[-1]):
        return
    if is_stop(words[-1]):
        _check_heading(words, right)
    elif passes or _counts(words):
        return
    elif words[-1].lower() in terms.PEOPLE_VERBS | terms.REPORTING:
        _check_verb(words, right)
    elif not (_licensed(words, right) or _is_place_or_time(words, right)):
        raise UnknownWordError(words[-1])


def _is_transparent(word: str) -> bool:
    return word.lower() in terms.BEFORE or (word.endswith("'s") and word[0].isupper())


def _counts(words: list[str]) -> bool:
    """Say whether the last of *words* tells that people are counted: "toll 12", "reached 12"."""
    word, before = words[-1].lower(), [word.lower() for word in words[-2:-1]]
    told = bool(before) and before[0] in _TELLING
    verb = word in _PARTICLES and bool(before) and before[0] in terms.PEOPLE_VERBS
    return told or verb or word in _HITTING or word in terms.TALLIES


def _check_heading(words: list[str], right: str) -> None:
    """Raise ValueError for a bare number after a colon or a comma that no word says is one of people."""
    telling = terms.TALLIES | terms.PEOPLE_VERBS | terms.REPORTING | terms.REACHING
    named = [word for word in words if not is_stop(word)]
    known = any(word.lower() in telling or people.is_people(word) for word in named)
    if named and not known and not begins_with_word(right):
        raise UnknownWordError(named[-1])


def _check_verb(words: list[str], right: str) -> None:
    """Raise ValueError for an infinitive ("to kill 12", not "to have killed 12") or a label ("House 5").

    A toll does nothing to people, so a verb of that kind behind one ("toll clears 90") is not understood.
    """
    verb, bare = words[-1].lower(), not begins_with_word(right)
    understood = verb in terms.REPORTING | terms.STANDING | terms.REACHING or verb in _HITTING
    toll = len(words) > 1 and words[-2].lower() in _SUMS | _DEATHS
    if bare and not understood and (toll or (len(words) == 1 and verb in _STEMS)):
        raise UnknownWordError(words[-1])
    before = [word.lower() for word in words[-6:-1]]
    told = any(word in terms.REPORTING for word in before[:-2])
    if before[-1:] == ["to"] or (before[-2:] == ["to", "have"] and not told):
        raise UnknownWordError(f"to {words[-1]}")


def _licensed(words: list[str], right: str) -> bool:
    """Say whether a preposition or conjunction leaves the number what it is, by the word before it."""
    word, before = words[-1].lower(), [word.lower() for word in words[:-1]]
    near = [word for word in before if not word.endswith("ly") and word not in _BETWEEN]
    last = near[-1] if near else ""
    if word == "to":
        return _comes_to(last, before)
    if word in ("at", "of", "in"):
        return last in {"at": terms.STANDING | terms.TALLIES, "of": terms.OF, "in": listed("in")}[word]
    follows = begins_with_word(right)
    if word == "as":
        return last in terms.AS or (follows and last not in _NO_CLAUSE)
    if word in ("on", "by", "for"):
        return follows and last in listed(word)
    return word in listed("free") and (follows or word == "that")


def _comes_to(last: str, before: list[str]) -> bool:
    """Say whether "to" tells how a toll came to a number: "rose to 12"; "total up to 12" may be a bound."""
    if before[-1:] == ["up"] and last in terms.TALLIES:
        return False
    if last in terms.TALLIES or not _SUMS.isdisjoint(before[-6:]):
        return True
    tally = not terms.TALLIES.isdisjoint(before[-6:])
    return last in terms.REACHING or (tally and last in terms.STANDING)


def _is_place_or_time(words: list[str], right: str) -> bool:
    """Say whether the last *words* are a place or a time that a preposition opens: in Kabul, on Monday."""
    if not begins_with_word(right) and words[-1].lower() not in terms.PLACES | terms.TIMES:
        return False
    for at in range(len(words) - 1, max(-1, len(words) - _CALENDAR), -1):
        low = words[at].lower()
        if low in _OPENERS:
            return _is_named(words[at + 1 :])
        if not (low in terms.PLACES | terms.TIMES | _IN_A_NAME or people.may_describe(words[at])):
            return False
    return words[-1].lower() in terms.TIMES


def _is_named(words: list[str]) -> bool:
    """Say whether *words* name one place, time or event; "ward" alone may be the label of what follows."""
    if len(words) != 1:
        return bool(words)
    low = words[0].lower()
    return low in terms.TIMES | terms.EVENTS or low not in terms.PLACES
