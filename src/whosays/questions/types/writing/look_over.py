"""Look over a text: every check of a question, in one reading."""

import re
from collections.abc import Callable
from typing import NamedTuple

from whosays.questions.types.writing import (
    added_numbers,
    asked,
    blame,
    certain,
    changed_words,
    forbidden,
    quotation_marks,
)
from whosays.questions.types.writing.fault import Fault
from whosays.questions.types.writing.given import Given
from whosays.questions.types.writing.named_times import When
from whosays.questions.types.writing.quotation_marks import bare
from whosays.questions.types.writing.told import Reading, Told, read
from whosays.questions.types.writing.word_lists import alternatives, any_of

_SMALL = 12
# A time told by another one: what it is cannot be seen.
_LATER = re.compile(r"\b(?:later|after|next|following|earlier|before|then|previous)\b", re.IGNORECASE)
_ORDER = re.compile(r"\b(?:the|The) (?:first|second|former|latter)\b")
_AXIS = re.compile(r"\b(?:axis|axes|scale)\b")
# Who was named before says so once more.
_AGAIN = re.compile(
    r"\b(?:the|its|that|this) (?:\w+ )?(?:count|figure|number|toll|total|list)\b|"
    r"\b(?:the|its|that) (?:\w+ )?"
    r"(?:ministry|office|hospital|clinic|director|registrar|agency|brigade|reporter|service|radio)\b|"
    rf"\b(?:it|she|he) (?:had |has |also )*{any_of('saying')}\b",
    re.IGNORECASE,
)


class Found(NamedTuple):
    """Hold what was found in a text: its *faults*, and what to say where figures or names are too *few*."""

    faults: list[Fault]
    few: str


def look_over(text: str, given: Given) -> Found:
    """Return what the checks of a question find in *text*."""
    reading = read(text, given.held.names)
    count, faults = _figures(reading, given)
    wanted = {*given.fields.checks, "changes", "forbids", "quoted"}
    for check in (check for name, check in _CHECKS.items() if name in wanted):
        faults += check(reading, given)
    kept = [fault for fault in faults if fault.check in wanted]
    return Found(list(dict.fromkeys(kept)), _few(text, count, given))


_CHECKS: dict[str, Callable[[Reading, Given], list[Fault]]] = {
    "numbers": lambda reading, given: certain.sure_words(reading),
    "blame": lambda reading, given: blame.deeds(reading, given.held.names.side),
    "motives": lambda reading, given: blame.motives(reading),
    "speakers": lambda reading, given: asked.bare(reading),
    "as_of": lambda reading, given: asked.undated(reading),
    "range": lambda reading, given: asked.open_range(reading, given.ends),
    "open": lambda reading, given: asked.nothing_open(reading),
    "quotes": lambda reading, given: quotation_marks.altered(reading.text, given.words),
    "quoted": lambda reading, given: quotation_marks.too_many(reading.text, given.fields.quotes_at_most),
    "changed": lambda reading, given: quotation_marks.unchanged(reading.text, given.words),
    "changes": lambda reading, given: changed_words.wrong_changes(reading.text, given.fields.changes),
    "forbids": lambda reading, given: forbidden.forbidden(reading.text, given.fields.forbids),
    "joins": lambda reading, given: forbidden.joined(reading.text),
    "added": lambda reading, given: (
        forbidden.added(reading.text, given.shown, given.names)
        + forbidden.swapped(reading.text, given.shown, given.held.names.side)
    ),
}


def _figures(reading: Reading, given: Given) -> tuple[int, list[Fault]]:
    """Return how many reported figures the text tells with a speaker, and what is wrong with any.

    Once a number stood there with its bounds, they are not asked for again. One figure with something wrong
    still counts as told, for the checks may be wrong about one.
    """
    reported: set[int] = set()
    tied: set[int] = set()
    sound: set[int] = set()
    faults: list[Fault] = []
    known = list(dict.fromkeys(v for told in reading.figures for v in told.values if v in given.plain))
    for told in reading.figures:
        found = _reported(told, reading, given)
        if found is None:
            faults += _unreported(told, reading, given, known)
            continue
        if sound & set(told.values):
            found = [fault for fault in found if fault.check != "bounds"]
        tied |= {told.values[0]} if _is_tied(told, reading) else set()
        if not found:
            sound |= set() if told.refers else set(told.values)
            reported |= tied & set(told.values)
        faults += found
    return min(len(tied), len(reported) + 1), faults


def _reported(told: Told, reading: Reading, given: Given) -> list[Fault] | None:
    """Return what is wrong with a figure that was reported; None where it was not."""
    sentence = reading.sentence(told)
    near = given.held.nearest(told, sentence, _whens(told, reading))
    if near is None:
        return None
    large = told.values[0] > _SMALL or told.counts_people or given.may_be_small(told)
    if near and not large:
        return None
    plain = told.figure.low == told.figure.high and given.held.is_told_by_its_own(told)
    lost = any(fault.check == "bounds" for fault in near) and not plain
    if lost and added_numbers.is_end(told, given.plain, sentence):
        return []
    return near


def _whens(told: Told, reading: Reading) -> list[When]:
    """Return the times that count for a figure: behind it, in its clause, or else days elsewhere."""
    behind = [when for when in told.whens if when.start > told.figure.span.start]
    if told.whens:
        return behind or list(told.whens)
    if told.refers or _LATER.search(told.before + told.after):
        return []
    days = [when._replace(clock=None) for when in reading.whens if when.day or when.weekday is not None]
    span = reading.sentences[told.sentence]
    return [when for when in days if span.start <= when.start < span.end] or days


def _unreported(told: Told, reading: Reading, given: Given, known: list[int]) -> list[Fault]:
    """Return what is wrong with a figure that nobody reported; *known* are the reported ones of the text."""
    sentence, values = reading.sentence(told), set(told.values)
    counts = told.counts_people or (given.fields.figures == () and told.has_noun)
    if not counts or _AXIS.search(sentence):
        return []
    if len(told.values) > 1:
        if added_numbers.is_known_range(told, given.plain):
            return []
        if values <= given.values:
            message = f"Range: “{told.words}” are not the fewest and the most. Those are one list, and both."
            return [Fault("numbers", message)]
    if values <= given.printed:
        return []
    fault = added_numbers.of_no_report(told, [value for value in known if value not in values], sentence)
    if fault and values <= given.values:
        message = f"Numbers: “{told.words}” stands here only in a report that you do not name. Whose is it?"
        return [Fault("numbers", message)]
    return [fault] if fault else []


def _is_tied(told: Told, reading: Reading) -> bool:
    """Say whether a speaker is named with the figure, in its clause or its sentence, or comes back there."""
    span = reading.sentences[told.sentence]
    before = any(voice.start < span.start for voice in reading.voices)
    again = (before or reading.nameless) and _AGAIN.search(span.of(reading.text))
    own = told.lead or told.trail or reading.voices_in(span)
    return bool(own or again or _is_taken_up(told, reading))


def _is_taken_up(told: Told, reading: Reading) -> bool:
    """Say whether one of the next sentences takes the figure up and names somebody: "The first is …’s"."""
    following = reading.sentences[told.sentence + 1 : told.sentence + 3]
    return any(_ORDER.search(span.of(reading.text)) and reading.voices_in(span) for span in following)


def _few(text: str, told: int, given: Given) -> str:
    """Return what to say of a text with fewer figures of its ground, or names, than it needs."""
    words, needs, names = bare(text), given.fields.needs, given.fields.names
    named = [name for name in names if re.search(rf"\b{alternatives([name])}\b", words, re.IGNORECASE)]
    count = told + len(named)
    if count >= needs:
        return ""
    if names:
        things = f"{count or 'none'} of the things it is about"
        return f"Words: your text names {things}; a reader needs at least {needs}."
    figures = f"{count or 'none'} of the figures it is about, each with who reported it"
    return f"Figures: your text has {figures}; a reader needs at least {needs}."
