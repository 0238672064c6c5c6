"""Resolve what is drawn to the rows of a case: source, measure, value, day.

A reader takes source and measure of a value from the words nearest to it: the name on the axis, a label, the
legend, the title. So does this module.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from whosays.case.rows import CaseRows, Row
from whosays.charts.contract import counts, moments
from whosays.charts.contract.breach import Panel, value_axis, words_of
from whosays.charts.contract.drawn_values import Said, Value, is_figure, levels
from whosays.charts.contract.moments import Window
from whosays.charts.contract.offices import Offices, offices_of

# Kinds of sources that pass figures on: a label with one of them may mean whoever it quotes.
MEDIA = {"wire", "broadcaster", "news_site", "newspaper", "encyclopedia"}
_EPOCH = datetime(1970, 1, 1)
_BY = re.compile(r"\b(?:by|until|till|as of|as at|up to|before|so far)\b", re.I)
_HOUR = re.compile(r"\b([01]?\d|2[0-3])[:.]([0-5]\d)\b")


class Reading:
    """Read the values of one *panel* against one *case*."""

    def __init__(self, panel: Panel, case: CaseRows, page: str = "") -> None:
        """Read the words of *panel* that hold for all of its values; *page* has the words of all panels."""
        self.panel, self.case = panel, case
        self.offices: Offices = offices_of(case)
        self.label = panel[f"{value_axis(panel)}label"]
        self.words = words_of(panel)
        self.page = page or self.words
        self.year = _year(case)
        titles = [panel["title"], self.label, panel["ylabel" if panel["lying"] else "xlabel"]]
        self.titles = [words for words in titles if words]
        self.scale = counts.scale(self.label)
        self._matches: dict[Value, list[Row]] = {}

    @cached_property
    def rows(self) -> list[Row]:
        """The reports of the case that have a figure, of the year that the chart is about."""
        rows = [row for row in self.case.reports.values() if row["value"] is not None]
        more = counts.ADDED.search(self.words)
        rows = [row for row in rows if more or not row["measure"].endswith("_added")]
        return [row for row in rows if not (year := counts.year_of(row["measure"])) or year in self.words]

    @cached_property
    def values(self) -> list[Value]:
        """Every value that is drawn; a level that a line holds is one."""
        return [value for one in self.panel["series"] for value in self._of_series(one)]

    @cached_property
    def when(self) -> Window | None:
        """From when to when the figures are, by the titles or else by a text that says as of when."""
        texts = self.titles + [words for words in self.panel["words"] if _BY.search(words)]
        return next((found for words in texts if (found := moments.window(words, self.year))), None)

    @cached_property
    def sources(self) -> frozenset[str]:
        """The sources that all the words of the panel name."""
        named = [self.offices.named(words) for words in self.panel["words"]]
        in_titles = _first(self.offices.named, [self.panel["title"], self.label])
        return in_titles or frozenset(name for names in named for name in names)

    @cached_property
    def names(self) -> str:
        """The names of two sources that the panel names, as a line of code lists them."""
        named = [self.case.name(key) for key in sorted(self.sources)][:2]
        return ", ".join(f'"{name}"' for name in named or ["Health Ministry", "Foreign Ministry"])

    @cached_property
    def families(self) -> frozenset[str]:
        """The measures that the value axis, the title or else any word counts."""
        return _first(lambda words: counts.families(words, self.case), [self.label, *self.titles, self.words])

    @cached_property
    def parts(self) -> frozenset[str]:
        """The part of all people that the value axis or the title speaks of."""
        return counts.parts(" ".join(self.titles))

    def last_day(self, value: Value) -> date | None:
        """Return the last day on which *value* stands as the figure, on a line or by the title."""
        if value.span is None:
            return value.said.as_of
        # A level of a line is drawn to where the next begins; only a day later it is certainly held too long.
        held = value.span[1] - value.span[0] > 1
        return (_EPOCH + timedelta(days=_within(value.span[1]) - 1)).date() if held else None

    def now(self, value: Value) -> datetime | None:
        """Return the hour in UTC that the titles say the chart is of, the earliest that it can mean here."""
        hours = [_HOUR.search(words) for words in [value.words, *self.titles]]
        hour = next((found for found in hours if found), None)
        if hour is None or value.said.as_of is None:
            return None
        offsets = [row["reported_at"][-6:] for row in self.case.reports.values() if "T" in row["reported_at"]]
        ahead = max((int(offset[1:3]) for offset in offsets if offset[0] == "+"), default=0)
        clock = timedelta(hours=int(hour[1]) - ahead, minutes=int(hour[2]))
        return datetime.combine(value.said.as_of, datetime.min.time()) + clock

    def matches(self, value: Value) -> list[Row]:
        """Return the rows that *value* stands for."""
        if value not in self._matches:
            self._matches[value] = self._match(value)
        return self._matches[value]

    def _match(self, value: Value) -> list[Row]:
        return [row for row in self.of_value(value, self.of_source(value)) if self._in_time(row, value)]

    def of_measure(self, value: Value) -> list[Row]:
        """Return the rows of what *value* counts."""
        families = value.said.families
        return [row for row in self.rows if not families or counts.family_of(row["measure"]) in families]

    def of_source(self, value: Value) -> list[Row]:
        """Return the rows of what *value* counts, by whom its words name."""
        named, side = value.said.sources, value.said.side
        rows = self.of_measure(value)
        if not named:
            return [row for row in rows if not side or row["side"] == side]
        if not value.said.near and len(named) > 1:
            return [
                row
                for row in rows
                if {row["source"], row["carrier"]} & named and (not side or row["side"] == side)
            ]
        makers = {name for name in named if self.case.sources[name]["kind"] not in MEDIA}
        mine = [
            row
            for row in rows
            if row["source"] in (makers or named) or (not makers and row["carrier"] in named)
        ]
        return [row for row in mine if not side or side in (row["side"], self._side(row))]

    def of_value(self, value: Value, rows: Iterable[Row]) -> list[Row]:
        """Return those of *rows* whose figure *value* is."""
        return [row for row in rows if any(is_figure(row, number, self.scale) for number in value.numbers)]

    def _side(self, row: Row) -> str:
        return str(self.case.sources[row["source"]]["side"]) if row["source"] in self.case.sources else ""

    def _in_time(self, row: Row, value: Value) -> bool:
        """Say whether the report of *row* can stand where *value* is drawn."""
        made = moments.of_row(row)
        if made is None:
            return True
        if value.span is not None:
            first, last = (_EPOCH + timedelta(days=_within(day)) for day in value.span)
            if row.get("reported") and "T" in row["reported_at"]:
                return bool(first - _CLOCKS <= row["reported"] <= last + _CLOCKS)
            return first.date() - _DAY <= made.last and made.first <= last.date() + _DAY
        return value.said.deadline is None or made.first <= value.said.deadline

    def _of_series(self, one: dict[str, Any]) -> Iterator[Value]:
        # A name that stands at one place of a line is the name of the line.
        named = [note for note in one["notes"] if not one["bars"] and self.offices.named(note)]
        label = [one["label"]] if one["label"] and one["label"] in self.words else []
        for level in levels(one, self.panel["dated"]):
            near = [words for words in [*level.near, *named, *label] if words]
            ends = [round(level.start, 6), round(level.start + level.number, 6)]
            is_range, is_open = one["form"] == "range", " open" in one["look"]
            number = level.number
            shown = (
                [(end, (end,)) for end in dict.fromkeys(ends)] if is_range else [(number, (number, ends[1]))]
            )
            for figure, numbers in shown:
                alike = numbers if one["bars"] or is_range else (number,)
                said, words = self._said(near), "\n".join(near)
                yield Value(
                    figure, alike, words, said, level.span, one["bars"], one["bound"], is_range, is_open
                )

    def _said(self, near: list[str]) -> Said:
        """Return what the words *near* a value say; what they leave open is told by the panel."""
        own_sources = _first(self.offices.named, near)
        sources = own_sources or self.sources
        families = _first(lambda words: counts.families(words, self.case), near) or self.families
        parts = counts.parts("\n".join(near)) or self.parts
        own = next((found for words in near if (found := moments.window(words, self.year))), None)
        text = "\n".join(near).lower()
        sides = {side for side, stem in self.offices.sides.items() if re.search(rf"\b{stem}", text)}
        day = (own.last, None if own.whole else own.last) if own else self._title_day
        side = sides.pop() if len(sides) == 1 else ""
        return Said(sources, bool(own_sources), families, parts, *day, side)

    @cached_property
    def _title_day(self) -> tuple[date | None, date | None]:
        """The day by which the title says that all was reported, and the day that the figures are as of."""
        if self.when is None or self.when.whole:
            return None, None
        by = any(_BY.search(words) for words in [*self.titles, *self.panel["words"]])
        return (self.when.last, self.when.last) if by or self.when.first == self.when.last else (None, None)


def _year(case: CaseRows) -> int:
    years = Counter(
        row["reported_at"][:4] for row in case.reports.values() if row.get("reported_at", "")[:4].isdigit()
    )
    return int(years.most_common(1)[0][0]) if years else 2000


def _within(day: float) -> float:
    return min(max(day, -700_000.0), 2_900_000.0)


_CLOCKS = timedelta(hours=14)
_DAY = timedelta(days=1)


def _first(read: Callable[[str], frozenset[str]], texts: Iterable[str]) -> frozenset[str]:
    """Return what *read* finds in the first of *texts* in which it finds anything."""
    return next((found for words in texts if words and (found := read(words))), frozenset())
