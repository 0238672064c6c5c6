"""Which reported figures each word of a name can stand for: "Health" for those of a health ministry."""

import re
from collections import defaultdict
from collections.abc import Mapping

from whosays.questions.types.writing.reported_figures import Fact
from whosays.questions.types.writing.word_lists import listed
from whosays.wording.lexicon import FUNCTION_WORDS

HEADS = listed("heads of names")
NO_NAMES = HEADS | listed("other words of names") | FUNCTION_WORDS
_POSSESSIVE = re.compile(r"[’']s?$")
_ALIKE = 7  # letters: Emergency and Emergencies are one name


class Names:
    """Know the words of all names with which figures were reported, and the names of the sides."""

    def __init__(self, facts: list[Fact], sides: Mapping[str, tuple[str, ...]]):
        """Take the *facts*, and the names of the *sides* by their codes."""
        self.everything = frozenset(range(len(facts)))
        self._sides = {_root(name): code for code, names in sides.items() for name in names}
        self._facts = self._by_word(facts)
        small = (word for fact in facts for name in fact.who for word in name.split() if word.islower())
        self._small = listed("roles in names") | set(small) - FUNCTION_WORDS
        self._only = _only_heads(facts)
        self.nobody = not any(fact.who for fact in facts)

    def _by_word(self, facts: list[Fact]) -> dict[str, frozenset[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for number, fact in enumerate(facts):
            found[fact.side].add(number)
            for word in (word for name in fact.who for word in parts(name)):
                found[self.side(word) or (word if word[0] == "=" else word.casefold())].add(number)
        return {word: frozenset(numbers) for word, numbers in found.items()}

    def side(self, word: str) -> str:
        """Return the code of the side that *word* names as a country or a people, if it does."""
        low = word.casefold() if word[:1].isupper() and "-" not in word else ""
        return next((code for root, code in self._sides.items() if low.startswith(root)), "")

    def of_side(self, side: str) -> frozenset[int]:
        """Return the figures of a *side*: of its dead, or told by its offices."""
        return self._facts.get(side, frozenset())

    def of_word(self, word: str) -> frozenset[int] | None:
        """Return the figures that *word* of a name can have told; None where it is no word of a name."""
        low, one = word.casefold(), word.casefold().removesuffix("s")
        capital = word[:1].isupper()
        if not (capital or {low, one} & self._small):
            return None
        found = self._facts.get(f"={word}") or self._facts.get(low)
        if found or low in HEADS:
            return found
        alike = (
            name for name in self._facts if capital and len(low) > _ALIKE and name[:_ALIKE] == low[:_ALIKE]
        )
        return self._facts.get(one) or self._facts.get(next(alike, one))

    def of_head(self, word: str) -> tuple[frozenset[int], bool]:
        """Return the figures of a head such as "ministry", and whether it is enough to name somebody."""
        only = self._only.get(word.casefold())
        return (self.everything, False) if only is None else (only, True)


def parts(name: str) -> list[str]:
    """Return the words by which *name* can be told from others, and its initials, written =AP."""
    words = [bare(word.strip("(),.“”")) for word in name.split()]
    if len(words) == 1:
        return words
    kept = [word for word in words if word and word.casefold() not in NO_NAMES]
    initials = "".join(part[0] for word in words if word[:1].isupper() for part in word.split("-"))
    return [*kept, *([f"={initials}"] if len(initials) > 1 and name[:1].isupper() else [])]


def bare(word: str) -> str:
    """Return *word* without the ending of its owner: Russia for Russia’s."""
    return _POSSESSIVE.sub("", word)


def _only_heads(facts: list[Fact]) -> dict[str, frozenset[int]]:
    """Return the heads that only one of the names has, so that "the ministry" is enough, with its figures."""
    names = {name for fact in facts for name in fact.who}
    having = {head: [name for name in names if head in name.casefold().split()] for head in listed("offices")}
    return {
        head: frozenset(number for number, fact in enumerate(facts) if found[0] in fact.who)
        for head, found in having.items()
        if len(found) == 1
    }


def _root(name: str) -> str:
    """Return what the words for a country begin with: its name, its people, its adjective."""
    return re.sub(r"(?:i?stan|[aey])$", "", name.casefold())
