"""What a prompt forbids: words, joints between events, actors and names that the text does not have."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from whosays.questions.types.writing.fault import Fault
from whosays.questions.types.writing.quotation_marks import without_quotations
from whosays.questions.types.writing.word_lists import alternatives, pattern
from whosays.text import spans
from whosays.wording.lexicon import FUNCTION_WORDS

# "As" without two events: "as of", "as well", "such as", "as AP reports", "as quoted by".
_HARMLESS = re.compile(
    r"\bas (?:of|for|well|much|many|far|long|soon|yet|if|though|to|such|per|follows|a|an|AP|the article|"
    r"it (?:says|puts|has|prints)|printed|told|reported|said|described|"
    r"\w+(?:ed|en|wn|ld|id|n|t) (?:by|in|from|to))\b|"
    r"\b(?:such|same|known|described|given|told|so|just|named|treated|seen|well|much|soon|far|long|many|twice|not)"
    r" as\b|"
    r"\bas (?:\w+ ){1,3}(?:puts?|prints?|says?|reports?|reported|has|tells?|writes?)\b",
    re.IGNORECASE,
)
_EVENT = r"accus\w+|alleg\w+|destr\w+|target\w+|fight\w*|fought|clash\w*|forces|authorities|charge\w*"
_AS = re.compile(rf"\b(?:as|when|while|amid|after|since)\b(?=[^.;]*\b(?:{_EVENT})\b)", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:not|no|nobody|none|never|cannot|neither|nor|nothing|whether|nowhere|without|unsaid|open|who|whose|how|"
    r"if)\b|n[’']t\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?P<owner>[A-Z]\w+)(?:[’']s)? (?P<role>forces|authorities)\b|"
    r"\b(?P<role_>forces|authorities) (?:of|in|from) (?P<of>[A-Z]\w+)"
)
_INSIDE = re.compile(r"[\w,;:’”)]\s+[“\"]?$")  # before a word that does not begin a sentence


@dataclass(frozen=True, kw_only=True)
class Forbidden:
    """Hold *words* that a prompt forbids, an ending left open with *, and *why*."""

    words: tuple[str, ...]
    why: str


def forbidden(text: str, lists: tuple[Forbidden, ...]) -> list[Fault]:
    """Tell of the first word of each of the *lists* in *text* that is neither denied nor between marks."""
    found = []
    for each in lists:
        words = re.compile(rf"\b{alternatives(each.words)}\b", re.IGNORECASE)
        if match := _first(words, text):
            found.append(Fault("forbids", f"Forbidden: “{match[0]}”. {each.why}"))
    return found


def joined(text: str) -> list[Fault]:
    """Tell of a word that joins two events as one causing, or dating, the other."""
    plain = _HARMLESS.sub(lambda match: "-" * len(match[0]), text)
    match = _first(pattern("causes"), text) or _first(_AS, plain)
    mend = "Make two sentences of it."
    return [Fault("joins", f"Joins: “{match[0]}” joins what no source joins. {mend}")] if match else []


def added(text: str, about: str, names: frozenset[str]) -> list[Fault]:
    """Tell of the first actor or name in *text* that does not stand in what it is *about*.

    *names* are those of the case, told from other words even where a sentence begins with them.
    """
    known = {_root(span.of(about)) for span in spans.words(about)}
    strangers = (word for word in [*_actors(text), *_names(text, names)] if _root(word) not in known)
    word = next(strangers, None)
    mend = "stands in no words that you were given. Leave it out."
    return [Fault("added", f"Added: “{word}” {mend}")] if word else []


def swapped(text: str, about: str, side: Callable[[str], str]) -> list[Fault]:
    """Tell of a role that *text* gives to another *side* than the words it is *about*: X’s forces for Y’s."""
    given = set(_roles(about, side))
    known = {role: {owner for owner, each in given if each == role} for _, role in given}
    for owner, role in _roles(text, side):
        if owner not in known.get(role, {owner}):
            message = f"Sides: “{role}” are of another side in the words that you were given. Whose are they?"
            return [Fault("added", message)]
    return []


def _roles(text: str, side: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Yield the sides in *text* with the role that each has beside it."""
    for match in _ROLE.finditer(text):
        if owner := side(match["owner"] or match["of"]):
            yield owner, (match["role"] or match["role_"]).lower()


def _actors(text: str) -> Iterator[str]:
    """Yield the actors of *text*, a clause that denies them left out."""
    for clause in re.findall(r"[^;:.]+", text):
        if not _DENIED.search(clause):
            yield from (match[0] for match in pattern("actors").finditer(clause))


def _names(text: str, names: frozenset[str]) -> Iterator[str]:
    """Yield the names in *text*, quotations left out."""
    text = without_quotations(text)
    for span in spans.words(text):
        word = re.sub(r"[’']s$", "", span.of(text))
        inside = _INSIDE.search(text[max(0, span.start - 4) : span.start])
        if (
            word[:1].isupper()
            and word.casefold() not in FUNCTION_WORDS
            and (inside or word.casefold() in names)
        ):
            yield word


def _root(word: str) -> str:
    return word.casefold()[:5]


def _first(words: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the first match that is neither between marks nor in a clause that denies it."""
    plain = without_quotations(text)
    for match in words.finditer(plain):
        begin = max(plain.rfind(sign, 0, match.start()) for sign in ".;:") + 1
        if not _DENIED.search(plain[begin : match.start()]):
            return match
    return None
