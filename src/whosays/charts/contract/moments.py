"""Days in the words of a chart: as of when, from when to when."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from whosays.case import times
from whosays.case.rows import Row

_MONTHS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if number}
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d))?"
_DAYS = r"(?P<days>\d{1,2}(?:st|nd|rd|th)?(?:\s*(?:,|and|to|until|[-–—&])\s*\d{1,2}(?:st|nd|rd|th)?)*)"
_FORMS = [
    re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)(?:-(?P<days>\d\d))?"),
    re.compile(rf"\b{_DAYS}\s+(?:of\s+)?{_MONTH}{_YEAR}", re.I),
    re.compile(rf"\b{_MONTH}\s+{_DAYS}(?![\d:]){_YEAR}", re.I),
    re.compile(r"\b(?P<days>\d{1,2})[./](?P<number>\d{1,2})[./](?P<year>(?:20)?\d\d)\b"),
    re.compile(rf"\b{_MONTH}{_YEAR}", re.I),
]


class Window(NamedTuple):
    """Hold the first and the last day that some words mean; *whole* is a month or a year, and no day."""

    first: date
    last: date
    whole: bool = False

    def meets(self, other: "Window") -> bool:
        """Say whether both can mean one day."""
        return self.first <= other.last and other.first <= self.last


def windows(words: str, year: int) -> list[Window]:
    """Return the days and months in *words*; where no year stands beside them they are of *year*."""
    found = []
    for form in _FORMS:
        found += [window for match in form.finditer(words) for window in _windows(match, year)]
        words = form.sub(lambda match: " " * len(match[0]), words)
    return found


def window(words: str, year: int) -> Window | None:
    """Return from when to when *words* speak, or None where they name no day."""
    found = windows(words, year)
    days = [each for each in found if not each.whole]
    told = days or found
    if not told:
        return None
    return Window(min(each.first for each in told), max(each.last for each in told), not days)


def without_dates(words: str) -> str:
    """Return *words* without days, months, years and hours, whose digits count nobody."""
    for form in _FORMS:
        words = form.sub(" ", words)
    return re.sub(
        r"\b\d{1,2}[:.]\d\d\b(?:\s*(?:UTC|GMT|local))?|\b(?:UTC|GMT)\s*[+-−]\s*\d+|\b(19|20)\d\d\b",
        " ",
        words,
    )


def of_row(row: Row) -> Window | None:
    """Return when the report of *row* can have been made; None where that is not known."""
    try:
        time = times.read(row["reported_at"])
    except (KeyError, TypeError, ValueError):
        return None
    if time is None:
        return None
    whole = len(row["reported_at"]) < len("YYYY-MM-DD")
    if time.moment is None:
        return Window(time.first, time.last, whole)
    local, utc = date.fromisoformat(row["reported_at"][:10]), time.moment.date()
    return Window(min(local, utc), max(local, utc))


def _windows(match: re.Match[str], year: int) -> Iterator[Window]:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else _MONTHS[parts["month"][:3].lower()]
    told = int(parts["year"]) if parts.get("year") else year
    told += 2000 if told < 100 else 0
    days = [int(day) for day in re.findall(r"\d+", parts.get("days") or "")]
    try:
        if days:
            found = [date(told, month, day) for day in days]
            yield Window(min(found), max(found))
        else:
            last = calendar.monthrange(told, month)[1]
            yield Window(date(told, month, 1), date(told, month, last), whole=True)
    except ValueError:
        return
