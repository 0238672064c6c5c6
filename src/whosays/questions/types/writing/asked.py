"""What a text leaves out that was asked for: who says so, as of when, both ends of a range, what is open."""

import re

from whosays.questions.types.writing import added_numbers, named_times
from whosays.questions.types.writing.fault import Fault
from whosays.questions.types.writing.quotation_marks import QUOTED
from whosays.questions.types.writing.told import Reading, Told
from whosays.questions.types.writing.word_lists import any_of, pattern

# A sum, a difference or a doubt is the writer's own, and needs nobody else who says so.
_OWN = re.compile(
    r"\b(?:origins?|sums?|add(?:s|ed|ing)?|additions?|mak(?:e|es|ing)|equals?|together|plus|should not|"
    r"changes?|must|instead of|different|whether|nobody|neither|none|how many|only if|"
    r"stands? (?:in|for|on))\b",
    re.IGNORECASE,
)
_HE_SAYS = re.compile(
    rf"\b(?:it|she|he|they)(?: had| has| have| also| then| now)* {any_of('saying')}\b", re.IGNORECASE
)
_BOTH = re.compile(
    r"\b(?:both|the two|two|these|those) (?:\w+[’']? )?"
    r"(?:ministries|governments|countries|sides|lists|reports)\b",
    re.IGNORECASE,
)
_NO_NAME = "They|It|In|On|By|At|The|That|This|As|Some|Others|Who|Nobody|One|All|Between|Of|So"
_NAME_SAYS = re.compile(
    rf"\b(?!(?:{_NO_NAME})\b)[A-Z][\w’]+ {any_of('saying')}\b|"
    r"\b(?:according to|as per|said|says|reported|told) (?:the )?[A-Z]\w+"
)
_ALL = re.compile(r"\b(?:all|both|these|each|total)\b", re.IGNORECASE)
_END = re.compile(r"\b(?:ends?|between|range|only if|upper|highest|at most|granted)\b")


def bare(reading: Reading) -> list[Fault]:
    """Tell of the first sentence with a new number and nobody who says so."""
    seen: set[int] = set()
    for told in _asked_for(reading):
        known = told.refers or set(told.values) <= seen
        if not known and not _is_attributed(reading, told):
            message = f"Speakers: “{reading.sentence(told)}” has a number. Who says so?"
            return [Fault("speakers", message, untrue=False)]
        seen |= set(told.values)
    return []


def _is_attributed(reading: Reading, told: Told) -> bool:
    span, sentence = reading.sentences[told.sentence], reading.sentence(told)
    if any(voice.named or voice.says(reading.text) for voice in reading.voices_in(span)):
        return True
    if reading.nameless and pattern("roles").search(sentence) and pattern("saying").search(sentence):
        return True
    again = any(words.search(sentence) for words in (_HE_SAYS, pattern("roles"), _OWN))
    if (again or len(told.values) > 1) and any(voice.start < span.start for voice in reading.voices):
        return True
    return bool(_NAME_SAYS.search(sentence) or _BOTH.search(sentence) or added_numbers.is_named(sentence))


def undated(reading: Reading) -> list[Fault]:
    """Tell of the first number before which no time was given, and in whose sentence there is none."""
    for told in _asked_for(reading):
        span, sentence = reading.sentences[told.sentence], reading.sentence(told)
        known = told.refers or named_times.is_dated(reading.text[: span.end])
        if known or (told.sentence and _OWN.search(sentence)) or _is_dated_later(reading, told):
            continue
        return [Fault("as_of", f"Time: “{sentence}” has a number. As of when?", untrue=False)]
    return []


def _is_dated_later(reading: Reading, told: Told) -> bool:
    """Say whether a later sentence gives a time for all figures."""
    later = (span.of(reading.text) for span in reading.sentences[told.sentence + 1 :])
    return any(_ALL.search(sentence) and named_times.is_dated(sentence) for sentence in later)


def _asked_for(reading: Reading) -> list[Told]:
    """Return the figures that count people and are told, and not only spoken of between marks."""
    marked = [match.span() for match in QUOTED.finditer(reading.text)]
    return [
        told
        for told in reading.figures
        if told.counts_people
        and not told.asks
        and (told.families or not any(start < told.figure.span.start < end for start, end in marked))
    ]


def open_range(reading: Reading, ends: tuple[int, ...]) -> list[Fault]:
    """Tell of a text without the two *ends* of its range, or without a word that makes one of them an end."""
    if not ends:
        return []
    values = {value for told in reading.figures for value in told.values}
    upper = any(told.value == ends[-1] and told.figure.low is None for told in reading.figures)
    parted = set(ends) <= values and (upper or _END.search(reading.text))
    if parted or any(told.values == ends for told in reading.figures):
        return []
    message = "Range: how many different people at the fewest, and at the most? Give both ends."
    return [Fault("range", message, untrue=False)]


def nothing_open(reading: Reading) -> list[Fault]:
    """Tell of a text in which nothing is said to be open."""
    if pattern("open").search(reading.text) or re.search(r"n[’']t\b|\?", reading.text):
        return []
    message = "Limits: your text leaves nothing open. What do these texts not tell?"
    return [Fault("open", message, untrue=False)]
