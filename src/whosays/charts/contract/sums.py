"""Sums of reports about two sides: what they take for granted has to stand on the chart."""

import re
from collections.abc import Iterator
from itertools import permutations, product

from whosays.case.rows import CaseRows, Row
from whosays.charts.contract.breach import Breach, bars_of
from whosays.charts.contract.drawn_values import Value, told
from whosays.charts.contract.resolve import Reading

ASSUMED = re.compile(
    r"assum|\bif (?:no|none|nobody|all|every)|overlap|on both lists|counted twice|nobody is on|provided that|"
    r"on (?:the )?condition", re.I
)  # fmt: skip
_TWO = re.compile(
    r"\b(?:sums?|added|together|total of two|both (?:lists|reports|ministries|figures)|combined)\b", re.I
)


def total(reading: Reading) -> Iterator[Breach]:
    """Find a sum of reports about two sides, a figure or a stack of bars, without what it assumes.

    A floor that is drawn as one, under the name of an outlet that gave it, is that outlet's report.
    """
    if ASSUMED.search(reading.words):
        return
    line = 'ax.set_title("Sum of two reports, assuming nobody is on both lists")'
    found = [value.number for value in reading.values if _is_plain_sum(value, reading)]
    found += _stacked(reading)
    for value in dict.fromkeys(found):
        message = f"{told(value)} adds reports about two sides. The chart does not say what that assumes."
        yield Breach("sum", message, line)


def is_told_sum(value: Value, reading: Reading) -> bool:
    """Say whether *value* is a sum of two reports that the chart itself makes, and says what it assumes."""
    if not ASSUMED.search(reading.words):
        return False
    if value.said.sources and not _TWO.search(f"{value.words}\n{' '.join(reading.titles)}"):
        return False
    rows = reading.of_measure(value)
    shared = {
        0.0,
        *(float(number) for number in re.findall(r"(\d+) (?:people )?on both lists", reading.words)),
    }
    return any(value.number == one + other - less for one, other in _pairs(rows) for less in shared)


def reported_sums(case: CaseRows, rows: list[Row]) -> set[float]:
    """Return the figures about both sides in *rows* to which two of one measure, one of each side, add up.

    A figure to which no pair adds up was counted, not added; so are those of databases.
    """
    sums: set[float] = set()
    for measure in {row["measure"] for row in rows}:
        theirs = [row for row in rows if row["measure"] == measure and row["source_kind"] != "database"]
        both = {row["value"] for row in theirs if row["side"] == "both"}
        sums |= both & {one + other for one, other in _pairs(theirs)}
    return sums


def reported_pairs(rows: list[Row]) -> dict[float, tuple[float, float]]:
    """Return each sum of two reports of one measure in *rows*, one of each side; the larger one first."""
    return {one + other: (one, other) for one, other in sorted(_pairs(rows)) if one >= other}


def _is_plain_sum(value: Value, reading: Reading) -> bool:
    """Say whether *value* is a reported sum, and no report of one side, nor a floor of a named outlet."""
    rows = reading.of_measure(value)
    if value.number not in reported_sums(reading.case, rows):
        return False
    matches = reading.matches(value) or reading.of_value(value, rows)
    if any(row["side"] != "both" or row["source_kind"] == "database" for row in matches):
        return not value.said.sources
    bounded = all(row["low"] is None or row["high"] is None for row in matches)
    return not (bounded and value.said.sources and len(matches) > 0)


def _stacked(reading: Reading) -> list[float]:
    """Return the ends of stacks of bars that add a figure of one side to one of the other."""
    bars = bars_of(reading.panel)
    ends = {end for _, end in bars}
    pairs = set(_pairs(reading.rows))
    return [end for start, end in bars if start and start in ends and (start, round(end - start, 6)) in pairs]


def _pairs(rows: list[Row]) -> list[tuple[float, float]]:
    """Return the pairs of figures of one measure, one of each side."""
    found = []
    for measure in {row["measure"] for row in rows}:
        sides = {row["side"] for row in rows if row["side"] != "both"}
        figures = {
            side: {row["value"] for row in rows if row["side"] == side and row["measure"] == measure}
            for side in sides
        }
        found += [
            pair for one, other in permutations(sides, 2) for pair in product(figures[one], figures[other])
        ]
    return found
