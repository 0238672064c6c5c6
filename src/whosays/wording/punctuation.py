"""Compare the punctuation that a quotation prints between unchanged words with that of the statement.

Quotation marks, dashes and the stop at the end of a fragment are the printer's; a stop inside is the
speaker's.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from whosays.text.spans import words
from whosays.wording.changes import Reading

_STOP = re.compile(r"[.!?;:,]")
_DASH_OR_ELLIPSIS = re.compile(r"[—…–]|\s-\s|\.\s?\.\s?\.")
_TITLE = re.compile(r"[A-Z][a-z]{,2}$")  # Mr or Mr., St or St.
_ASKS = re.compile(r"[\s\"'”’»)\]]*\?")


def stops_differ(reading: Reading) -> bool:
    """Say whether a stop came, went or changed inside the quotation, or a question mark at its end."""
    for said, quoted in _unchanged(reading):
        said_gaps, quoted_gaps = list(_gaps(said)), list(_gaps(quoted))
        if len(said_gaps) == len(quoted_gaps) and any(map(_differ, said_gaps, quoted_gaps)):
            return True
    spans = words(reading.quoted)
    if not spans:
        return False
    tail = reading.quoted[spans[-1].end :]
    asked = bool(_ASKS.match(reading.statement[reading.span.end :]))
    return ("?" in tail and not asked) or (asked and bool(re.search(r"[.!]", tail)) and "?" not in tail)


def _unchanged(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield the stretches of the statement and of the quotation between one change and the next."""
    said, quoted = reading.span.start, 0
    for change in reading.changes:
        yield reading.statement[said : change.said.start], reading.quoted[quoted : change.quoted.start]
        said, quoted = change.said.end, change.quoted.end
    yield reading.statement[said : reading.span.end], reading.quoted[quoted:]


def _gaps(text: str) -> Iterator[tuple[str, str]]:
    """Yield each word of *text* but the last, with what stands between it and the next."""
    for word, following in pairwise(words(text)):
        yield word.of(text), text[word.end : following.start]


def _differ(said: tuple[str, str], quoted: tuple[str, str]) -> bool:
    """Say whether the stops after one word differ; a dash may stand for any, and a title needs none."""
    if any(_DASH_OR_ELLIPSIS.search(gap) for _, gap in (said, quoted)):
        return False
    said_stops, quoted_stops = (_STOP.findall(gap) for _, gap in (said, quoted))
    return said_stops != quoted_stops and not (
        _TITLE.search(said[0]) and set(said_stops + quoted_stops) == {"."}
    )
