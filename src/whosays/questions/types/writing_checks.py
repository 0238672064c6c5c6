"""Look over a short text for what a program can see: its figures, speakers, times and quotations."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from whosays.text import spans
from whosays.text.toll import Toll
from whosays.wording import check_quote
from whosays.wording.cues import numbers


class Known(NamedTuple):
    """Hold what a text may take: from the *text* it is about, *quotable* words, *numbers*, *speakers*.

    *ends* are the numbers between which a range has to run.
    """

    text: str
    quotable: str
    numbers: frozenset[str]
    speakers: frozenset[str]
    ends: frozenset[str] = frozenset()


_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATED = re.compile(rf"\b\d\d?\s+(?:{_MONTH})\b|\b(?:{_MONTH})\s+\d\d?\b|\b\d\d?[:.]\d\d\b|\b(?:19|20)\d\d\b")
_TIME = re.compile(
    rf"{_DATED.pattern}|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:{_MONTH})\b|"
    r"(?i:\b(?:as of|that day|the same day|later|earlier|morning|noon|midday|afternoon|evening|night|"
    r"midnight|overnight|tonight|dawn|dusk|today|yesterday|tomorrow)\b)"
)
_SAYING = re.compile(
    r"\b(?:according to|said|says?|told|tells?|reported|reports?|stated|states?|claimed|claims?|spoke|"
    r"speaks?|added|adds|saw|announced|announces|confirmed|confirms|registered|admitted|treated|counted|counts|"
    r"gave|gives?|prints?|printed|writes?|wrote|puts?|lists|listed|acknowledged|estimated|estimates)\b",
    re.I,
)
# Speakers without a name of their own; they count once a speaker of the case has been named.
_TOGETHER = re.compile(
    r"\b(?:reports|lists|ministry|ministries|governments|countries|authorities|officials|observers|mission|"
    r"office|agency|agencies|wire|dispatch|dispatches|outlets?|statement)\b",
    re.I,
)
# Speakers with a trade or a house and no name; they count where the text they are taken from has them, too.
_ROLE = re.compile(
    r"\b(?:director|doctors?|nurse|registrar|reporter|spokes(?:wo)?man|officials?|mayor|driver|carter|owner|"
    r"hospital|clinic|brigade|police|parish|ministry|office|agency|radio|newspaper|weekly)\b"
)
# Sentences about figures, in which nobody reports one: on origins, on sums, on what an editor has to change.
_ABOUT = re.compile(
    r"\b(?:origins?|sums?|add|added up|adding|together|should not|changes?|must be|instead of)\b", re.I
)
_LONG = 12  # words that nobody writes twice by chance
_FEW = 12  # written out, such a number rarely counts people here
_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"")
_RANGE = re.compile(r"\bbetween (\d[\d,]*) and (\d[\d,]*)|\b(\d[\d,]*)(?: (?:up )?to |–)(\d[\d,]*)", re.I)
_FIGURE = re.compile(
    r"(?:\b(?:at least|no more than|no fewer than|more than|over|up to|almost|nearly|at most|fewer than) )?"
    r"(?<![\w,])\d[\d,]*(?:\.\d+)?(?: or (?:more|fewer))?",
    re.I,
)


def odd_numbers(text: str, known: Known) -> str:
    """Flag numbers that stand in no report and not in the text."""
    odd = [n for n in _counts(text) if n.replace(",", "") not in known.numbers]
    return f"Numbers: {', '.join(odd)} stand in no report here. Where are they from?" if odd else ""


def bare_numbers(text: str, known: Known) -> str:
    """Flag the first sentence with a number and nobody who says so.

    A ministry, an office, two reports and the like say so where a speaker was named before them; a director
    or a hospital does where the text it is taken from has one. Numbers between quotation marks are words that
    are spoken of, and once a speaker was named, sentences on origins, sums and changes need none.
    """
    before: set[str] = set()
    roles = set(_ROLE.findall(known.text))
    for sentence in _sentences(text):
        words = (re.sub("['’]s$", "", span.of(sentence)) for span in spans.words(sentence))
        named = set(words) & known.speakers
        before |= named
        someone = named or (before and _TOGETHER.search(sentence)) or roles & set(_ROLE.findall(sentence))
        bare = _counts(_QUOTED.sub(" ", sentence)) and not (before and _ABOUT.search(sentence))
        if bare and not (someone and _SAYING.search(sentence)):
            return f"Speakers: “{sentence}” has a number. Who says so?"
    return ""


def undated_numbers(text: str, known: Known) -> str:
    """Flag the first sentence with a number and no time in it or in the sentence before.

    Sentences on origins, sums and changes need none once a time was given.
    """
    before, timed = "", False
    for sentence in _sentences(text):
        bare = _counts(sentence) and not (timed and _ABOUT.search(sentence))
        if bare and not _TIME.search(f"{before} {sentence}"):
            return f"Time: “{sentence}” has a number. As of when?"
        before, timed = sentence, timed or bool(_TIME.search(sentence))
    return ""


def lost_bounds(text: str, known: Known) -> str:
    """Flag every number that its text gives as a bound only, and this one does not."""
    held, bare = _bounds(known.text), (False, False)
    lost = [n for n, told in _bounds(text).items() if bare in told and not held.get(n, {bare}) & told]
    was = "was told as a bound" if len(lost) == 1 else "were told as bounds"
    return f"Bounds: {', '.join(lost)} {was}. Keep the words that say so." if lost else ""


def altered_quotes(text: str, known: Known) -> str:
    """Flag words between quotation marks that are nobody's exact words here."""
    for match in _QUOTED.finditer(text):
        quoted = match[1] or match[2]
        if _bare(quoted) in _bare(known.quotable):
            continue
        if check_quote(quoted, known.text).verdict not in ("verbatim", "elided", "bracketed"):
            return f"Quotation: “{quoted}” stands nowhere in these words. Marks promise exact words."
    return ""


def unchanged_sentences(text: str, known: Known) -> str:
    """Flag the first long sentence that stands word for word in the text it is about."""
    for sentence in _sentences(text):
        if len(spans.words(sentence)) >= _LONG and _bare(sentence) in _bare(known.text):
            return f"Unchanged: “{sentence}” stands in the text, word for word. Make it your own."
    return ""


def open_range(text: str, known: Known) -> str:
    """Flag a text without the two ends of its range, or without a word that makes one the upper end."""
    there = {number.replace(",", "") for number in _counts(text)}
    closed = any((True, False) in told for told in _bounds(text).values())
    whole = known.ends <= there and closed
    return "" if whole else "Range: how many different people at the fewest, and at the most? Give both ends."


def figures_of(text: str) -> frozenset[str]:
    """Return the numbers of *text* in digits, written out or not; days and hours are left out."""
    found = (number.replace(",", "") for number in numbers(_DATED.sub(" ", text)))
    return frozenset(number for number in found if number.isdigit())


def range_ends(text: str) -> frozenset[str]:
    """Return the numbers that *text* tells as the lower or the upper end of something."""
    ends = {(False, True), (True, False)}
    return frozenset(number.replace(",", "") for number, told in _bounds(text).items() if told & ends)


CHECKS: dict[str, Callable[[str, Known], str]] = {
    "numbers": odd_numbers,
    "speakers": bare_numbers,
    "as_of": undated_numbers,
    "bounds": lost_bounds,
    "quotes": altered_quotes,
    "changed": unchanged_sentences,
    "range": open_range,
}


def _sentences(text: str) -> Iterator[str]:
    return (span.of(text) for span in spans.sentences(text))


def _counts(text: str) -> list[str]:
    """Return the numbers of *text* that count something: not days, hours, ordinals, “two retellings”."""
    undated = _DATED.sub(" ", text)
    digits = set(re.findall(r"\d[\d,]*", undated))
    found = [number for number in numbers(undated) if number.replace(",", "").isdigit()]
    return [number for number in found if int(number.replace(",", "")) > _FEW or number in digits]


def _bounds(text: str) -> dict[str, set[tuple[bool, bool]]]:
    """Return for each number of *text* the ways it is told: (without a floor, without a ceiling)."""
    found: dict[str, set[tuple[bool, bool]]] = {}
    undated = _DATED.sub(" ", text)
    for ends in _RANGE.findall(undated):  # a range says floor and ceiling, so neither end is a bare figure
        low, high = (end for end in ends if end)
        found.setdefault(low, set()).add((False, True))
        found.setdefault(high, set()).add((True, False))
    for phrase in _FIGURE.findall(_RANGE.sub(" ", undated)):
        try:
            toll = Toll.parse(phrase)
        except ValueError:
            continue
        found.setdefault(numbers(phrase)[0], set()).add((toll.low is None, toll.high is None))
    return found


def _bare(text: str) -> str:
    return " ".join(span.of(text).casefold().replace("’", "'") for span in spans.words(text))
