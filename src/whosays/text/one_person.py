"""Tell one person who stands beside the people counted: "five policemen and a civilian" counts two groups.

A person who speaks or who did it is not counted: "a doctor said", "after a gunman opened fire".
"""

import re

from whosays.text import people, terms

_ONE = re.compile(r"\b(an?|another|his|her|their|its|the|whose)((?: [\w-]+){1,4})", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:said|says?|saying|told|tells|quot\w+|according|reported|reports|added|confirmed|"
    r"announced|wrote|source|"
    r"statement|spokes\w+|asked|asking|interview\w*|speaking|spoke|cited|citing)\b",
    re.IGNORECASE,
)
_DOERS = terms.words("doers")
_BEFORE_DOER = re.compile(
    r"\b(?:by|from|after|when|as|where|while|of|against|under|near|for|outside|at|in|with) $", re.IGNORECASE
)
_SUFFERS = re.compile(
    r".*?\b(?:and|was|were|is|are|died|dies|dead|killed|injured|wounded|hurt|missing|shot|arrested)\b|$"
)
_ANOTHER = re.compile(r"\banother (?:was|is|died|injured|wounded|killed|remains)\b")
_NAMED = re.compile(r"(\w*)\W*\b([A-Z]\w+) and \|")
_ONLY_JOINED = re.compile(r"(?: of \w+)? and\s*(?:\|.*)?")


def check_single(rest: str) -> None:
    """Raise ValueError where one person stands beside the quantity, for which *rest* has a |."""
    for clause in re.split(r"[,;:.()–]", rest):
        left, _, right = clause.partition("|")
        for match in _ONE.finditer(left):
            _check(match, clause, 0)
        for match in _ONE.finditer(right):
            _check(match, clause, len(clause) - len(right))
    named = _NAMED.search(rest)
    by_name = named and named[1].lower() not in terms.PREPOSITIONS and named[2].lower() not in terms.TIMES
    if by_name or _ANOTHER.search(rest):
        raise ValueError("it also counts one person")


def _check(match: re.Match[str], clause: str, offset: int) -> None:
    """Raise ValueError if *match*, which begins at *offset* of its *clause*, is one person who is counted."""
    words = match[2].split()
    person = next((n for n, word in enumerate(words) if people.is_person(word)), None)
    if person is None or people.is_people(words[min(person + 1, len(words) - 1)]):
        return
    name = f"{match[1]} {' '.join(words[: person + 1])}"
    start = offset + match.start()
    before, after = clause[:start], clause[start + len(name) :]
    if match[1].lower() in ("a", "an", "another"):
        counted = not (before.endswith("by ") or _acts(words[person], before, after))
    else:
        joined = before.strip(" |").endswith(("and", "plus", "with"))
        counted = joined or bool(_ONLY_JOINED.fullmatch(after))
    if counted and not _SAYS.search(clause):
        raise ValueError(f"it also counts one person: {name!r}")


def _acts(person: str, before: str, after: str) -> bool:
    """Say whether the one *person* is who did it: "after a gunman opened fire", "a man killed |"."""
    verb = re.search(r"(\w+)\s*\|", after)
    active = verb and not re.search(r"\b(?:and|was|were)\b", after[: verb.end()])
    if verb and active and verb[1].lower() in terms.PEOPLE_VERBS:
        return True
    return person in _DOERS and (bool(_BEFORE_DOER.search(before)) or not _SUFFERS.match(after))
