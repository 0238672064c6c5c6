"""What the given texts report, figure by figure: how many, who says so, of whom, as of when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from whosays.case import CaseRows
from whosays.case.rows import Row
from whosays.case.schema import BOTH
from whosays.questions.types.writing import units
from whosays.questions.types.writing.days_and_hours import Moment
from whosays.questions.types.writing.named_times import When
from whosays.text.bound_words import BOUNDS
from whosays.text.running_text import figures_in

_LISTED = {"database", "encyclopedia", "analyst"}  # sources that a text has to name before it can mean them
# What somebody made of a figure: it counts only where the one who printed it so is named.
_MADE_OF_IT = {
    "transmission_error", "scope_error", "promotion", "bound_dropped", "half_updated", "opposite_use",
    "mixed_denominator",
}  # fmt: skip
_EARLIER = re.compile(r"_((?:19|20)\d\d)$")


@dataclass(frozen=True, kw_only=True)
class Declared:
    """Hold a figure as a question declares it; *to* is the upper end of a range that starts at *value*."""

    value: int
    to: int | None = None
    bound: str = "exact"
    who: tuple[str, ...] = ()
    side: str = ""
    unit: str = ""
    as_of: tuple[str, ...] = ()


class Fact(NamedTuple):
    """Hold one reported figure.

    *who* are the names under which it can be told; empty where anybody may. *units* and *kinds* say whom it
    counts, *side* of which side; empty where nothing is known. *year* is set for an earlier event. *named*:
    it counts only where one of *printers* is named, since others have it otherwise, or it is of a list.
    """

    values: tuple[int, ...]
    low: int | None
    high: int | None
    approx: bool
    who: tuple[str, ...] = ()
    side: str = ""
    units: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    moments: tuple[Moment, ...] = ()
    series: str = ""
    year: str = ""
    named: bool = False
    printers: tuple[str, ...] = ()

    def stood_at(self, when: When, facts: "list[Fact]") -> bool:
        """Say whether this was the figure of the time *when*, as no newer one of *facts* was out."""
        if not self.moments or when.begins:
            return True
        fitting = [moment for moment in self.moments if moment.fits(when)]
        if not fitting:
            return any(self._still_stood(moment.on(when), moment.order, facts) for moment in self.moments)
        clocks = {moment.clock for moment in fitting if moment.clock is not None}
        return when.clock is None or not clocks or bool(clocks & when.clock)

    def _still_stood(self, day: int | None, first: int, facts: "list[Fact]") -> bool:
        """Say whether a *day* is after the *first* one, and no newer figure of the series was out by then."""
        if day is None:
            return True
        newer = any(
            first < moment.order <= day
            for other in facts
            if other.series == self.series and other.values != self.values
            for moment in other.moments
            if (moment.day is None) == (self.moments[0].day is None)
        )
        return day >= first and not newer


def declared(figures: tuple[Declared, ...]) -> list[Fact]:
    """Return the figures that a question declares."""
    return [_declared(figure) for figure in figures]


def of_text(text: str) -> list[Fact]:
    """Return the figures of a *text* of which no more was declared: anybody may tell them, of anybody."""
    return [Fact(figure.values, figure.low, figure.high, figure.approx) for figure in figures_in(text)]


def of_case(case: CaseRows) -> list[Fact]:
    """Return the figures of the reports of a *case*."""
    found = list(_of_case(case))
    floors = {(fact.who, fact.moments): fact for fact in found if fact.high is None}
    ceilings = [fact for fact in found if fact.low is None and (fact.who, fact.moments) in floors]
    return [*found, *(_between(floors[fact.who, fact.moments], fact) for fact in ceilings)]


def _of_case(case: CaseRows) -> Iterator[Fact]:
    for row in case.reports.values():
        if row["value"] is not None:
            yield _reported(row, case)


def _between(floor: Fact, ceiling: Fact) -> Fact:
    """Return the range whose two ends were reported together, on two rows."""
    return floor._replace(values=floor.values + ceiling.values, high=ceiling.high)


def _reported(row: Row, case: CaseRows) -> Fact:
    source, carrier = (case.sources[row[column]] for column in ("source", "carrier"))
    low, high, approx = _bounds(row["value"], row["qualifier"])
    counted = re.split(r"[;,(]", row["counted"])[0]
    measure = row["measure"].replace("_", " ")
    families = frozenset(units.families(f"{measure} {counted}"))
    year = _EARLIER.search(row["measure"])
    cited = tuple(re.findall(r"[A-Z][\w’'./-]*(?: [A-Z][\w’'./-]*)*", row["cited_as"]))
    return Fact(
        (row["value"],), low, high, approx,
        who=(*(one["name"] for one in (source, carrier) if _is_somebody(one)), *cited),
        side=row["side"],
        units=families,
        kinds=units.kinds(f"{measure} {counted}"),
        moments=_moments(row),
        series=f"{row['source']} {row['measure']}",
        year=year[1] if year else "",
        named=row["problem"] in _MADE_OF_IT or source["kind"] in _LISTED or carrier["kind"] in _LISTED,
        printers=(carrier["name"], *([source["name"]] if source["kind"] in _LISTED else [])),
    )  # fmt: skip


def _is_somebody(source: Row) -> bool:
    """Say whether a *source* is one, and not the value for “not said”."""
    return bool(source["nearness"] != "not_said" or source["side"] != "none")


def _moments(row: Row) -> tuple[Moment, ...]:
    told = row["reported_at"]
    if not re.match(r"\d{4}-\d\d-\d\d", told):
        return ()
    moment = Moment.read(re.sub(r"[+-]\d\d:\d\d$", "", told))
    through = str(row["event_through"])
    if row["event_through_basis"] != "stated" or not re.fullmatch(r"\d{4}-\d\d-\d\d", through):
        return (moment,)
    return moment, Moment.read(through)


def _declared(figure: Declared) -> Fact:
    low, high, approx = _bounds(figure.value, figure.bound)
    if figure.to is not None:
        low, high = figure.value, figure.to
    return Fact(
        (figure.value,) if figure.to is None else (figure.value, figure.to), low, high, approx,
        who=figure.who, side=figure.side,
        units=frozenset(units.families(figure.unit)),
        kinds=units.kinds(figure.unit),
        moments=tuple(map(Moment.read, figure.as_of)),
        series=f"{' '.join(figure.who)} {figure.unit}",
    )  # fmt: skip


def _bounds(value: int, qualifier: str) -> tuple[int | None, int | None, bool]:
    name = {"up_to": "at_most", "nearly": "less_than"}.get(qualifier, qualifier)
    low, high = BOUNDS[name](value) if name in BOUNDS else (value, value)
    return low, high, name == "about"


def sides_of(case: CaseRows) -> dict[str, tuple[str, ...]]:
    """Return the names of the sides of a *case* by their codes: countries, and what renderings call them."""
    sides = {row["side"]: row["side_name"] for row in case.reports.values() if row["side"] != BOTH}
    capitals = [
        (case.sources[row["source"]]["side"], row["rendering"].capitalize())
        for row in case.statements.values()
        if row["rendering"] not in case.sources
    ]
    return {
        code: (name, *(other for side, other in capitals if side == code)) for code, name in sides.items()
    }
