"""The days and hours that a text names."""

import re
from typing import NamedTuple

from whosays.text.number_words import NUMBERS

_MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTH = "|".join([*_MONTHS, "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec"])
_HOURS = "|".join(word for word, number in NUMBERS.items() if 1 <= number <= 12)
_NUMBER = rf"\d{{1,2}}|{_HOURS}"
_TIME = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})\b(?:,? (?:19|20)\d\d\b)?|"
    rf"\b(?P<first>\d{{1,2}})(?=,? ?(?:and|to|or|–|-) ?\d{{1,2}} (?P<month_of>{_MONTH})\b)|"
    rf"\b(?P<month_>{_MONTH}) (?P<day_>\d{{1,2}})\b(?:,? (?:19|20)\d\d\b)?|"
    rf"\b(?P<weekday>{'|'.join(DAYS)})\b|"
    r"\b(?P<hour>\d{1,2})[:.](?P<minute>\d\d)\b(?: ?(?P<half>[ap])\.?m\b\.?)?|"
    rf"\b(?:(?P<past>half past|(?:a )?quarter past|(?:a )?quarter to) (?P<number>{_NUMBER})|"
    rf"(?P<number_>{_NUMBER})(?= ?(?:o[’']clock|[ap]\.?m\b|in the (?:morning|afternoon|evening))))"
    r"(?: ?o[’']clock)?(?: ?(?P<half_>[ap])\.?m\b\.?)?"
    r"(?: (?:in the|that|this) (?P<part>morning|afternoon|evening|night))?|"
    r"\b(?P<noon>noon|midday)\b|\b(?P<midnight>midnight)\b",
    re.IGNORECASE,
)
_CLOCK_RANGE = re.compile(rf"\bbetween (?:{_NUMBER}) and (?=a? ?(?:quarter|half) )", re.IGNORECASE)
_SPAN = re.compile(r"\b(?:since|from|after|starting|born|until|till|before)(?: the)?\s*$", re.IGNORECASE)
_JOINED = re.compile(r"[\s,]*(?:(?:on|at|of|the|by|as)[\s,]*)*")
_GIVEN = re.compile(
    rf"\b(?:19|20)\d\d\b|\b(?:{_MONTH})\b|"
    r"(?i:\b(?:as of|that (?:same )?day|that night|the same (?:day|evening|hour)|later|earlier|morning|noon|"
    r"midday|afternoon|evening|night|midnight|overnight|tonight|dawn|dusk|today|yesterday|"
    r"tomorrow|by then)\b)"
)


class When(NamedTuple):
    """Hold a time named in a text: where it stands, its *day* and *month*, its *weekday*, its *clock*.

    What is not named is None; *clock* holds the minutes of the day that it can mean. *begins* says that it
    only begins a span of time.
    """

    start: int
    end: int
    day: tuple[int, int] | None = None
    weekday: int | None = None
    clock: frozenset[int] | None = None
    begins: bool = False


def times_in(text: str) -> list[When]:
    """Return the times that *text* names, in order; day and hour that stand together are one."""
    found: list[When] = []
    for match in _TIME.finditer(text):
        one = _read(match, bool(_SPAN.search(text[max(0, match.start() - 14) : match.start()])))
        if found and _together(found[-1], one, text):
            one = _joined(found.pop(), one)
        found.append(one)
    return found


def clock_ranges(text: str) -> list[tuple[int, int]]:
    """Return where *text* names the first hour of a span: "between three and a quarter past four"."""
    return [match.span() for match in _CLOCK_RANGE.finditer(text)]


def is_dated(text: str) -> bool:
    """Say whether *text* names any time at all, be it only "that day"."""
    return bool(_GIVEN.search(text) or _TIME.search(text))


def _read(match: re.Match[str], begins: bool) -> When:
    day = match["day"] or match["day_"] or match["first"]
    month = match["month"] or match["month_"] or match["month_of"]
    if month:
        number = next(n for n, name in enumerate(_MONTHS, 1) if name[:3].lower() == month[:3].lower())
        return When(*match.span(), day=(int(day), number), begins=begins)
    if match["weekday"]:
        return When(*match.span(), weekday=DAYS.index(match["weekday"].capitalize()), begins=begins)
    return When(*match.span(), clock=_clock(match), begins=begins)


def _clock(match: re.Match[str]) -> frozenset[int]:
    """Return the minutes of the day that *match* can mean: "nine o’clock" is one of two."""
    if match["noon"]:
        return frozenset([12 * 60])
    if match["midnight"]:
        return frozenset([0])
    number = match["hour"] or match["number"] or match["number_"]
    hour = int(number) if number.isdigit() else NUMBERS[number.lower()]
    half, part = match["half"] or match["half_"] or "", (match["part"] or "").lower()
    past = (match["past"] or "").lower()
    minutes = int(match["minute"] or 0) + (
        30 if "half" in past else 15 if "past" in past else -15 if past else 0
    )
    late = half.lower() == "p" or part in ("afternoon", "evening", "night")
    told = (hour % 12 + 12 if late else hour) * 60 + minutes
    either = not (match["hour"] or half or part)
    return frozenset([told, (told + 720) % 1440] if either else [told % 1440])


def _joined(last: When, one: When) -> When:
    """Return the one time that *last* and *one* name together."""
    weekday = one.weekday if last.weekday is None else last.weekday
    return When(last.start, one.end, last.day or one.day, weekday, last.clock or one.clock, last.begins)


def _together(last: When, one: When, text: str) -> bool:
    """Say whether *last* and *one* are parts of one time: "9:00 on Monday", "Monday 1 August"."""
    apart = (
        (last.day and one.day)
        or (last.weekday is not None and one.weekday is not None)
        or (last.clock is not None and one.clock is not None)
    )
    return not apart and bool(_JOINED.fullmatch(text[last.end : one.start]))
