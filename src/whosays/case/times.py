"""Times as fine as they are known: a year, a month, a day, a minute, with its offset from UTC or without."""

import calendar
import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from whosays.case.values import Unsaid

UNDATED = "undated"  # no day is known
_PARTS = re.compile(r"([12]\d{3})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})([+-]\d{2}:\d{2})?)?)?)?", re.ASCII)
# The day is not the same everywhere: clocks run from 12 hours behind UTC to 14 hours ahead of it.
_EARLIEST, _LATEST = timedelta(hours=-12), timedelta(hours=14)


class Time(NamedTuple):
    """Hold the *first* and *last* day that a time can mean anywhere, and its *moment* in UTC where known."""

    first: date
    last: date
    moment: datetime | None

    def certainly_before(self, other: "Time") -> bool:
        """Say whether this time is before *other*, however both are meant."""
        if self.moment and other.moment:
            return self.moment < other.moment
        return self.last < other.first


def read(text: str) -> Time | None:
    """Return what *text* means as a time; None where it says that no time is known.

    Raises ValueError, saying why, where there is no such time, as in a month 13.
    """
    if text in (Unsaid.NOT_SAID, UNDATED):
        return None
    parts = _PARTS.fullmatch(text)
    if not parts:
        raise ValueError("it is no time")
    year, month, day, hour, minute, offset = parts.groups()
    if month is None:
        return Time(date(int(year), 1, 1), date(int(year), 12, 31), None)
    first = date(int(year), int(month), int(day or "1"))
    if day is None:
        return Time(first, first.replace(day=calendar.monthrange(first.year, first.month)[1]), None)
    clock = datetime(first.year, first.month, first.day, int(hour or "0"), int(minute or "0"))
    if offset is None:
        return Time(first, first, None)
    moment = clock - _offset(offset)
    return Time((moment + _EARLIEST).date(), (moment + _LATEST).date(), moment.replace(tzinfo=UTC))


def _offset(text: str) -> timedelta:
    hours, minutes = map(int, text[1:].split(":"))
    offset = timedelta(hours=hours, minutes=minutes) * (-1 if text[0] == "-" else 1)
    if minutes >= 60 or not _EARLIEST <= offset <= _LATEST:
        raise ValueError(f"no clock is {text} from UTC")
    return offset


def moment_of(reported_at: str) -> datetime | None:
    """Return *reported_at* in UTC without a zone; a bare day stands at its noon, anything coarser is None."""
    if not re.match(r"\d{4}-\d{2}-\d{2}", reported_at):
        return None
    moment = datetime.fromisoformat(reported_at)
    if moment.tzinfo:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return moment if "T" in reported_at else moment + timedelta(hours=12)
