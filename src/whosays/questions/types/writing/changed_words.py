"""What a memo says became of words: kept, dropped, added; held against what did become of them."""

import re
from dataclasses import dataclass

from whosays.questions.types.writing.fault import Fault
from whosays.questions.types.writing.quotation_marks import QUOTED, bare
from whosays.questions.types.writing.word_lists import any_of, grouped

_VERB = grouped("kept", "dropped", "added")
_NOT = re.compile(
    r"(?:\b(?:not|never|nor|neither|no|nothing|nowhere|without|cannot|whether|if)\b|n[’']t\b)[^“”]{0,24}$",
    re.IGNORECASE,
)
_IS = re.compile(
    r"[^“;:.,]{0,24}\b(?:is|are|was|were|has|have|had|came|comes)\b[^“;:.,]{0,20}"
    rf"\b(?:{any_of('kept')}|{any_of('dropped')}|{any_of('added')})\b",
    re.IGNORECASE,
)
_CUT = re.compile(r"[;:.]|\b(?:where|whereas|while|although|though|but|instead of)\b")
_WAS_NOT = re.compile(r"\s+(?:was|is|were|are|has|had|did|does) not\b")


@dataclass(frozen=True, kw_only=True)
class Change:
    """Hold what became of some *words*: *was* is kept, dropped or added."""

    words: str
    was: str


def wrong_changes(text: str, changes: tuple[Change, ...]) -> list[Fault]:
    """Tell of every word between marks that *text* says to be kept, dropped or added, and it was not so."""
    became = {bare(change.words): change.was for change in changes}
    found = []
    for match in QUOTED.finditer(text):
        words = bare(next(part for part in match.groups() if part))
        was = became.get(words) or became.get(words.partition(" ")[0] if len(words.split()) == 2 else "")
        said = _said(text, match) if was else ""
        if said and said != was:
            found.append(
                Fault("changes", f"Changes: “{words}” was not {said}. Put the two texts side by side.")
            )
    return found


def _said(text: str, match: re.Match[str]) -> str:
    """Return what the clause around *match* says became of its words; nothing where that is not clear."""
    start = max((cut.end() for cut in _CUT.finditer(text[: match.start()])), default=0)
    cut = _CUT.search(text, match.end())
    before, after = text[start : match.start()], text[match.end() : cut.start() if cut else len(text)]
    if _WAS_NOT.match(after):
        return ""
    own = _IS.match(after)  # “to both nations” is new
    last = None if own else next(reversed(list(_VERB.finditer(before))), None)
    verb = last or _VERB.search(after.partition("“")[0])
    said = before if last else after
    if verb is None or _NOT.search(said[: verb.start()]) or (own and _NOT.search(before)):
        return ""
    return str(verb.lastgroup)
