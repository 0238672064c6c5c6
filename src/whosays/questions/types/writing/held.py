"""Hold a figure of a text against the figures that were reported: who, side, unit, bounds, day and hour."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from whosays.questions.types.writing import added_numbers, units
from whosays.questions.types.writing.fault import Fault
from whosays.questions.types.writing.named_times import When
from whosays.questions.types.writing.names import Names, parts
from whosays.questions.types.writing.reported_figures import Fact
from whosays.questions.types.writing.told import Told
from whosays.questions.types.writing.voices import Voice
from whosays.questions.types.writing.word_lists import any_of

_ACCORDING = re.compile(r"\b(?:according to|as per|going by)(?: the)?\s+$", re.IGNORECASE)
_SAYS_NEXT = re.compile(rf"[’']?s?\s+(?:also |had |has |have )?{any_of('saying')}\b", re.IGNORECASE)
_FLOORS = re.compile(r"\b(?:floors?|arrows?|lower bounds?|minimum)\b|[“\"‘]at least[”\"’]", re.IGNORECASE)
_OF_SIDE = re.compile(
    rf"\b(?P<first>[A-Z]\w+)(?:[’']s)? {any_of('whose')}\b|"
    rf"\b{any_of('whose')} (?:of|from) (?P<last>[A-Z]\w+)"
)
_ON_SIDE = re.compile(r"\b[Oo]n (?:the )?(?P<side>[A-Z]\w+)(?:[’']s)? side\b")
_OFFICE = re.compile(rf"[A-Z]\w+(?:[’']s)? (?:\w+ )?{any_of('offices')}\b|Ministry of ", re.IGNORECASE)
_WEIGHT = {"Speakers": 3, "Units": 3}  # whose and of whom a figure is tells it best from another


class Held(NamedTuple):
    """Hold what figures are held against: the reported *facts*, and the *names* that go with them."""

    facts: list[Fact]
    names: Names

    def nearest(self, told: Told, sentence: str, whens: list[When]) -> list[Fault] | None:
        """Return what does not fit of *told* and the reported figure nearest to it; None where there is none.

        *sentence* is the sentence it stands in, *whens* are the times that count for it.
        """
        same = [
            number
            for number, fact in enumerate(self.facts)
            if fact.values == told.values or told.value in fact.values
        ]
        meant = [number for number in same if _is_meant(self.facts[number], sentence)]
        found = [list(self._faults(told, number, sentence, whens)) for number in meant]
        return min(found, key=_far, default=None)

    def _faults(self, told: Told, number: int, sentence: str, whens: list[When]) -> Iterator[Fault]:
        fact, words = self.facts[number], told.words
        if told.asks:
            return
        if stranger := self._stranger(told, number, sentence):
            yield _fault(f"Speakers: no report here has “{words}” from {stranger.words}. Who gave it?")
        if self._is_of_another_side(told, fact):
            yield _fault(f"Sides: “{words}” is no figure of that side here. Whose is it?")
        if _counts_others(told, fact):
            yield _fault(f"Units: “{words}” does not count those people here. Whom does it count?")
        if whens and not any(fact.stood_at(when, self.facts) for when in whens):
            yield _fault(f"Time: “{words}” is not the figure of that time here. As of when was it told?")
        if _is_bounded_otherwise(told, fact, sentence):
            mend = "Keep words such as “at least”, and add none."
            yield Fault("bounds", f"Bounds: “{words}” has other bounds here. {mend}")

    def is_told_by_its_own(self, told: Told) -> bool:
        """Say whether somebody is named in the clause of *told* who reported its number."""
        same = {number for number, fact in enumerate(self.facts) if told.value in fact.values}
        return any(voice.named and voice.facts & same for voice in [*told.lead, *told.trail])

    def _stranger(self, told: Told, number: int, sentence: str) -> Voice | None:
        """Return a voice that tells the figure though no report has it from there."""
        own = [*told.lead, *told.trail]
        if nobody := next(filter(_is_office_of_no_report, own), None):
            return nobody
        if told.refers or added_numbers.is_reckoned(told, sentence):
            own = [voice for voice in told.lead if not told.up_to_figure(voice).strip("’'s ")]  # "Italy’s 12"
        known = [voice for voice in own if number in voice.facts]
        if own and not known:
            return next(reversed(told.lead), own[-1])
        if not any(voice.named for voice in known if voice in told.lead):
            speakers = [voice for voice in told.lead if voice in own and _speaks(voice, told)]
            if not any(voice.named for voice in known):
                speakers += [voice for voice in told.trail if voice in own and _says_after(voice, told)]
            return next((voice for voice in speakers if number not in voice.facts), None)
        return None

    def _is_of_another_side(self, told: Told, fact: Fact) -> bool:
        named = [match["first"] or match["last"] for match in _OF_SIDE.finditer(told.after[:90])]
        named += [match["side"] for match in _ON_SIDE.finditer(told.before)]
        found = {self.names.side(word) for word in named} - {""}
        return bool(fact.side) and len(found) == 1 and fact.side not in found


def _is_office_of_no_report(voice: Voice) -> bool:
    """Say whether *voice* is an office of a side, and no report here is from it."""
    return bool(voice.side and voice.named and not voice.facts and _OFFICE.match(voice.words))


def _fault(message: str) -> Fault:
    return Fault("numbers", message)


def _far(faults: list[Fault]) -> int:
    """Return how far *faults* lead away from a reported figure."""
    return sum(_WEIGHT.get(fault.message.partition(":")[0], 2) for fault in faults)


def _is_meant(fact: Fact, sentence: str) -> bool:
    """Say whether a *sentence* can mean *fact*: one of another year, or of a list, has to be named."""
    if fact.year:
        return fact.year in sentence
    names = {word.removeprefix("=") for name in fact.printers for word in parts(name)}
    return not fact.named or any(re.search(rf"\b{re.escape(name)}\b", sentence, re.I) for name in names)


def _speaks(voice: Voice, told: Told) -> bool:
    """Say whether *voice* is the one who says so, and no side of whose dead it is told."""
    before = told.before[: voice.start - told.clause.start]
    return bool(_ACCORDING.search(before) or (voice.side and _SAYS_NEXT.match(told.up_to_figure(voice))))


def _says_after(voice: Voice, told: Told) -> bool:
    """Say whether *voice*, behind the figure, says so: "…, its ministry said"."""
    after = told.after[voice.end - told.figure.span.end :]
    return bool(voice.named and _SAYS_NEXT.match(after))


def _counts_others(told: Told, fact: Fact) -> bool:
    """Say whether the words beside a figure name others than those it counts."""
    if fact.units and told.families and not fact.units & set(told.families):
        return True
    said = told.kinds | units.all_of_them(told.before, told.after)
    if not said or not fact.units:
        return False
    if parts := said & units.PARTS:
        known = fact.kinds & units.PARTS
        return not known or not parts >= known
    return not said & fact.kinds and bool(fact.kinds & {"bodies", "citizens"})


def _is_bounded_otherwise(told: Told, fact: Fact, sentence: str) -> bool:
    low, high, approx = told.figure.low, told.figure.high, told.figure.approx
    if told.refers or told.denied or (low, high, approx) == (fact.low, fact.high, fact.approx):
        return False
    if fact.high is None and ("upward" in told.words.lower() or (low == high and _FLOORS.search(sentence))):
        return False  # "upwards of" is said for more than and for at least; a floor may be drawn as an arrow
    wider = (low is None or (fact.low or 0) >= low) and (high is None or (fact.high or 0) <= high)
    return not (len(fact.values) == 2 and wider)
