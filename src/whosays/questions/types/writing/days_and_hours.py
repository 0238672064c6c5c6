"""When a figure was told, as a case or a question says it, and which named times fit."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from whosays.questions.types.writing.named_times import DAYS, When


class Moment(NamedTuple):
    """Hold when a figure was told: a *date*, or a *weekday* where no date is known, and its *clock*."""

    day: date | None
    weekday: int | None
    clock: int | None

    @classmethod
    def read(cls, text: str) -> "Moment":
        """Return the moment written as 2031-10-11T21:00, 2031-10-11, Friday or Friday 9:00."""
        if text[:1].isdigit():
            moment = datetime.fromisoformat(text)
            clock = moment.hour * 60 + moment.minute if "T" in text else None
            return cls(moment.date(), moment.weekday(), clock)
        name, _, hour = text.partition(" ")
        hours, _, minutes = hour.partition(":")
        return cls(None, DAYS.index(name), int(hours) * 60 + int(minutes or 0) if hour else None)

    @property
    def order(self) -> int:
        """The place of the day among others of its kind."""
        return self.day.toordinal() if self.day else self.weekday or 0

    def fits(self, when: When) -> bool:
        """Say whether *when* names this day, as far as it names one."""
        if when.day:
            return self.day is not None and (self.day.day, self.day.month) == when.day
        return when.weekday is None or when.weekday == self.weekday

    def on(self, when: When) -> int | None:
        """Return the place of the day that *when* names, near this one; None where it names none."""
        if when.day and self.day:
            try:
                return self.day.replace(day=when.day[0], month=when.day[1]).toordinal()
            except ValueError:
                return None
        if when.weekday is None or self.weekday is None:
            return None
        if not self.day:
            return when.weekday
        return (self.day + timedelta(days=(when.weekday - self.weekday + 3) % 7 - 3)).toordinal()
