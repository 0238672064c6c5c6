"""Numbers that no report has: sums and differences, ranges that two lists leave open, and inventions."""

import re
from itertools import combinations

from whosays.questions.types.writing.fault import Fault
from whosays.questions.types.writing.told import Told

_RECKONED = (
    r"add(?:s|ed|ing)?(?! that\b| a\b| the\b)|sum of|mak(?:e|es|ing)|equals?|plus|put together|"
    r"taken together|amounts? to|comes? to"
)
_RECKONS = re.compile(rf"\b(?:{_RECKONED})\b", re.IGNORECASE)
_NAMED = re.compile(rf"\b(?:{_RECKONED}|additions?|sums?|arrives?)\b", re.IGNORECASE)
_IF = re.compile(
    r"\b(?:if|only|provided|assum\w+|granted|unless|where (?:nobody|no one|no|none)|as long as|(?-i:may)|"
    r"might|would|could|cannot|put together|can’t|can't|should not|must not|not|ceiling|upper)\b",
    re.IGNORECASE,
)
_AS_FACT = re.compile(
    r"^[\s\w’-]{0,30}?\b(?:people|persons|in all|altogether|dead|deaths|killed|died|hurt|injured|workers|"
    r"victims)\b"
)
_DIFFERENT = re.compile(
    r"\b(?:different|distinct|both lists|either list|individuals?|nobody is on|in common|twice|overlap|"
    r"also among)\b",
    re.I,
)
_APART = re.compile(
    r"\b(?:more|fewer|less|differ\w*|gap|apart|rise|rose|risen|higher|lower|between)\b", re.IGNORECASE
)
_RUNS = re.compile(
    r"\b(?:run|rang|reach|rise|rose|climb|goes|go|went|stretch|spread|vary|varie|step|lie|grow|grew)"
    r"\w*[\w\s,’]*$"
)
_PEOPLE = re.compile(r"[\s\w’-]{0,20}?\b(?:people|persons|killed|dead|deaths|died|individuals)\b")
_PARTS = re.compile(r"[;:]")
_MANY = 12  # numbers of one text that are tried for a sum


def is_named(sentence: str) -> bool:
    """Say whether a sentence calls a sum a sum."""
    return bool(_NAMED.search(sentence))


def is_reckoned(told: Told, sentence: str) -> bool:
    """Say whether a figure is a part or the outcome of a sum: "12 and 5 make 17"."""
    return any(told.words in part and _RECKONS.search(part) for part in _PARTS.split(sentence))


def is_known_range(told: Told, values: frozenset[int]) -> bool:
    """Say whether the two ends of a range can be had from reported *values*.

    Two lists of which nobody knows how many people they share hold at least as many as the longer, and at
    most as many as both together. Of marks on a line, any two may be named.
    """
    low, high = told.values
    if low in values and high - low in values and high - low <= low:
        return True
    runs = _RUNS.search(told.before) or not _PEOPLE.match(told.after)
    return bool(runs) and low in values and high in values


def is_end(told: Told, values: frozenset[int], sentence: str) -> bool:
    """Say whether a figure is one end of the range of different people on two lists."""
    parts = [sentence] if not (told.lead or told.trail) else _PARTS.split(sentence)
    near = next((part for part in parts if told.words in part), sentence)
    own = told.lead or told.trail
    named = _DIFFERENT.search(near) or _NAMED.search(near) or (not own and _IF.search(near))
    if len(told.values) > 1 or not named:
        return False
    value = told.values[0]
    longest = value in values and any(other <= value for other in values - {value})
    if told.figure.high is None:
        return longest
    return (longest and told.figure.low is None) or any(
        value - other in values and value != 2 * other for other in values
    )


def of_no_report(told: Told, known: list[int], sentence: str) -> Fault | None:
    """Return what to tell of a number that no report has; *known* are the reported ones in its text."""
    value, known = told.values[0], known[:_MANY]
    if len(told.values) == 1 and value in {
        sum(some) for size in (2, 3) for some in combinations(known, size)
    }:
        if _IF.search(sentence) or (_NAMED.search(sentence) and not _AS_FACT.match(told.after)):
            return None
        mend = "Call it one, with its condition."
        return Fault("numbers", f"Sums: “{told.words}” is a sum, and nobody here reported it. {mend}")
    if any(abs(one - other) == value for one, other in combinations(known, 2)) and _APART.search(sentence):
        return None
    return Fault("numbers", f"Numbers: “{told.words}” stands in no report here. Where is it from?")
