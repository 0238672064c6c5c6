"""Who can be counted: nouns for people, and the words that may stand between a number and its noun."""

from whosays.text.terms import PEOPLE, PERSON, words

_ATTRIBUTES = words("attributes")
_COLLECTIVE = words("collective")
_SINGLE = PERSON | {"man", "woman", "death", "life", "body", "corpse"}

# Endings of nouns for people, of peoples, and of adjectives.
_PEOPLE = (
    *(
        "men",
        "women",
        "people",
        "persons",
        "folk",
        "children",
        "workers",
        "drivers",
        "keepers",
        "goers",
        "owners",
    ),
    *("members", "seekers", "fighters", "soldiers", "crats", "carers", "ologists", "tionists", "ivists"),
)
_NATIONS = ("ians", "icans", "kans", "dans", "nyans", "olans", "elans", "yans", "eans", "ese")
_ADJECTIVES = (
    *(
        "al",
        "an",
        "ic",
        "ive",
        "ous",
        "ary",
        "ory",
        "less",
        "ful",
        "ese",
        "ed",
        "ing",
        "est",
        "ern",
        "born",
        "ly",
    ),
    *("based", "backed", "led", "speaking", "held", "trained", "linked", "aged", "bound", "able", "known"),
)


def is_people(word: str) -> bool:
    """Say whether *word* is a noun for more than one person, or for deaths, injuries and the like."""
    low = word.lower()
    if low in PEOPLE or low.rpartition("-")[2] in PEOPLE or low.endswith(_PEOPLE):
        return True
    return word[:1].isupper() and not word.isupper() and low.endswith(_NATIONS)


def is_person(word: str) -> bool:
    """Say whether *word* is a noun for one person, or one death."""
    low = word.lower()
    return low in _SINGLE or low.rpartition("-")[2] in _SINGLE or low.endswith(("man", "woman", "person"))


def is_collective(word: str) -> bool:
    """Say whether *word*, a noun for people, also stands before nouns of things: "12 police cars"."""
    return word.lower() in _COLLECTIVE


def may_describe(word: str) -> bool:
    """Say whether *word* may stand between a number and its noun: a name, a listed word, an adjective."""
    low = word.lower()
    return word[:1].isupper() or low in _ATTRIBUTES or is_person(low) or low.endswith(_ADJECTIVES)
