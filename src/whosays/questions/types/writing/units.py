"""Whom a number counts: the dead, the injured, the displaced; bodies, citizens, civilians, soldiers."""

import re

from whosays.questions.types.writing.word_lists import grouped

# Below the families: who is counted. All but the first two are parts, so that they say less than "people".
PARTS = frozenset({"civilians", "soldiers", "guards", "workers", "firefighters", "children", "women"})
_FAMILY = grouped("dead", "hurt", "moved", "missing")
_KIND = grouped("bodies", "citizens", *sorted(PARTS))
# The noun that a number counts stands beside it: "22 citizens", "31 of its own citizens", "four more bodies".
_NOUN = re.compile(
    r"[”\"’]?(?:\s+(?:were|are|had been|have been|was))?(?:\s+of)?"
    r"(?:\s+(?:its|their|her|his|the|all|such|whose))?"
    r"((?:\s+(?!and\b|or\b|of\b|on\b|in\b|by\b|to\b|at\b|for\b)[\w’-]+){0,4})"
)
_AND_MORE = re.compile(r"\s*(?:,|and|or)\s+(?:\w+\s+)?([\w’-]+)")
_EVERY = re.compile(r"\b(?:all|each|every one)(?: of)?(?: the| these| those)?\s+$", re.IGNORECASE)
_WERE = re.compile(r"\b(?:are|were|being|as)(?: all)?(?: \w+)?\s+$")
_ALL = re.compile(
    r"\b(?:all|each|every one|both|none but|only|exclusively|nothing but)"
    r"(?: of (?:them|these|those|the dead))?(?: (?:were|are|was|being))?(?: \w+)?$"
)


def families(words: str) -> list[str]:
    """Return the families of units named in *words*, in order."""
    return [str(found.lastgroup) for found in _FAMILY.finditer(words)]


def kinds(words: str) -> frozenset[str]:
    """Return the kinds of people named in *words*."""
    return frozenset(str(found.lastgroup) for found in _KIND.finditer(words))


def counted(after: str) -> frozenset[str]:
    """Return the kinds of people in the noun right *after* a number; none where it says people, or nobody."""
    noun = _NOUN.match(after)
    if not noun:
        return frozenset()
    found = [str(one.lastgroup) for one in _KIND.finditer(noun[1])]
    more = _AND_MORE.match(after, noun.end())  # "12 soldiers and civilians" are all of them
    if found and more and kinds(more[1]):
        return frozenset(found) | kinds(more[1])
    return frozenset(found[-1:])


def all_of_them(before: str, after: str) -> frozenset[str]:
    """Return the kinds that all were, by words *before* and *after* a number: "all of them workers"."""
    told = _WERE if _EVERY.search(before) else _ALL
    return frozenset(
        str(found.lastgroup)
        for found in _KIND.finditer(after)
        if told.search(after[: found.start()] if told is _WERE else after[: found.start()].rstrip())
    )
