"""Words that make a report certain: confirmed, proved, verified, checked."""

import re

from whosays.questions.types.writing.fault import Fault
from whosays.questions.types.writing.quotation_marks import without_quotations
from whosays.questions.types.writing.told import Reading
from whosays.questions.types.writing.word_lists import any_of, pattern

_DENIED = re.compile(rf"\b{any_of('denying')}\b|n[’']t\b", re.IGNORECASE)
_DENIED_AFTER = re.compile(
    r"^\s+(?:by\s+|them\s+|it\s+)?(?:nothing|neither|none|no\b|nobody|little|not\b)", re.IGNORECASE
)
_NO_FEWER = re.compile(r"\b(?:no|not) (?:fewer|less|more) than\b", re.IGNORECASE)
_NOT_KNOWN = re.compile(r"^[^.;]{0,30}\b(?:not|nobody|unknown|open)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[;:—–]|,\s*(?:so|and|but|which|who|since|because|while)\b|\band (?:so|thus|therefore)\b"
)


def sure_words(reading: Reading) -> list[Fault]:
    """Tell of the word in each sentence that makes a figure certain though nobody confirmed it."""
    found = []
    for number, sentence in enumerate(reading.sentences):
        words = without_quotations(sentence.of(reading.text))
        beside = any(told.sentence == number for told in reading.figures) or pattern("figures").search(words)
        if not beside or pattern("taken back").search(words):
            continue
        sure = [match for match in pattern("certain").finditer(words) if not _is_denied(words, match)]
        for match in sure[:1]:
            message = f"Certainty: “{match[0]}” says more than any report here. Who confirmed it, and how?"
            found.append(Fault("numbers", message))
    return found


def _is_denied(words: str, match: re.Match[str]) -> bool:
    """Say whether the clause around *match* takes it back: "nobody confirmed", "is not known"."""
    begin = max((cut.end() for cut in _CLAUSE.finditer(words[: match.start()])), default=0)
    after = words[match.end() :]
    unknown = match[0].lower().startswith(("true", "real", "actual")) and _NOT_KNOWN.match(after)
    before = _NO_FEWER.sub("", words[begin : match.start()])
    return bool(_DENIED.search(before) or _DENIED_AFTER.match(after) or unknown)
