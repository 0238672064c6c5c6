"""What no report can carry as a fact: a deed without the one who accuses, who lost more, a motive."""

import re
from collections.abc import Callable

from whosays.questions.types.writing.fault import Fault
from whosays.questions.types.writing.quotation_marks import without_quotations
from whosays.questions.types.writing.told import Reading
from whosays.questions.types.writing.word_lists import any_of, pattern

_DEED = re.compile(
    rf"\b(?P<who>[A-Z]\w+)(?:[’']s?)?(?: (?:border |armed |own )?{any_of('forces')})?"
    rf"(?: (?:had|has|have|then|also|deliberately|first))* {any_of('attacking')}\b"
)
_PARTS = re.compile(r"[;:—]|, and (?=\d|[a-z]+ (?:people|bodies|dead))")
_LOST_MORE = re.compile(
    r"\b(?:lost|suffered|mourns?|had|has) (?:far |many |clearly |much )?(?:the )?"
    r"(?:more|most|fewer|heavier|higher|worse)\b(?! than \d)",  # “has more than 40” is a bound
    re.IGNORECASE,
)
_NOT_SAID = re.compile(rf"\b(?:which|what|{any_of('denying')})\b|n[’']t\b", re.IGNORECASE)


def deeds(reading: Reading, side: Callable[[str], str]) -> list[Fault]:
    """Tell of a deed of a *side* told as a fact, and of a side that is said to have lost more."""
    found = []
    for part in (part for span in reading.sentences for part in _PARTS.split(span.of(reading.text))):
        deed = next((match for match in _DEED.finditer(part) if side(match["who"])), None)
        if deed and not (pattern("accusing").search(part) or _NOT_SAID.search(part)):
            found.append(Fault("blame", f"Blame: “{deed[0]}” stands there as a fact. Who says so?"))
        lost = _LOST_MORE.search(part)
        if lost and not _NOT_SAID.search(part):
            mend = "These reports cannot settle who lost more."
            found.append(Fault("blame", f"Blame: “{lost[0]}” ranks losses. {mend}"))
    return found


def motives(reading: Reading) -> list[Fault]:
    """Tell of the first motive: texts show what was changed, and not why."""
    for sentence in reading.sentences:
        words = without_quotations(sentence.of(reading.text))
        match = pattern("motives").search(words)
        if match and not _NOT_SAID.search(words[: match.start()]):
            mend = "The texts show what was changed, and not why."
            return [Fault("motives", f"Reasons: “{match[0]}” gives a motive. {mend}")]
    return []
