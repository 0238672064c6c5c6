"""Clauses about the figures of a chart, held against the reports of the case."""

import re
from collections.abc import Iterator
from itertools import permutations, product

from whosays.case.rows import CaseRows, Row
from whosays.charts.contract.breach import Breach, Panel, bars_of, names, words_of

_BOUND = re.compile(
    r"at least|more than|or more|over \d|no fewer|minimum|floor|≥|\d\+|between \d|"
    r"at most|up to \d|fewer than|less than|almost \d|nearly \d|maximum|ceiling|≤", re.I
)  # fmt: skip
_ASSUMED = re.compile(r"assum|\bif (no|none|nobody)|overlap|on both lists|counted twice|nobody is on", re.I)


def bound(panel: Panel, case: CaseRows) -> Iterator[Breach]:
    """Find a floor or a ceiling that is drawn, and read, like a plain figure."""
    words = words_of(panel)
    held = _bounds_only(case)
    if _ASSUMED.search(words):
        held -= {sum(pair) for pair in _sums(case)[1]}  # the chart adds by itself, and says how
    plain = [value for one in panel["series"] if not one["bound"] for value in one["values"]]
    for value in dict.fromkeys(plain):
        if value in held and not _BOUND.search(words):
            message = f"{value:.0f} was reported as a floor or a ceiling, and is drawn like a plain figure."
            first = next(row for row in case.reports.values() if row["value"] == value)
            yield Breach("floor", message, _as_bound(panel, first))


def total(panel: Panel, case: CaseRows) -> Iterator[Breach]:
    """Find a sum of reports about two sides, a figure or a stack of bars, without what it assumes."""
    words, bars = words_of(panel), bars_of(panel)
    if _ASSUMED.search(words):
        return
    reported, pairs = _sums(case)
    ends = {end for _, end in bars}
    drawn = [value for one in panel["series"] for value in one["values"] if value in reported]
    drawn += [end for start, end in bars if start and start in ends and (start, end - start) in pairs]
    for value in dict.fromkeys(drawn):
        if not any(names(words, source) for source in _sources_of_one_side(value, case)):
            message = f"{value:.0f} adds reports about two sides. The chart does not say what that assumes."
            line = 'ax.set_title("Sum of two reports, assuming nobody is on both lists")'
            yield Breach("sum", message, line)


def one_source(panel: Panel, case: CaseRows) -> Iterator[Breach]:
    """Find a line whose figures are of several official sources, and of no one source all together."""
    reports = _with_figure(case)
    by_source = _figures([row for row in reports if row["source_kind"] == "government"], "source_name")
    everyone = _figures(reports, "source_name").values()
    for one in panel["series"]:
        left, parts = set(one["values"]), []
        if one["bars"] or len(left) < 3 or any(left <= known for known in everyone):
            continue
        while left and (most := max(by_source, key=lambda name: len(left & by_source[name]), default="")):
            if not left & by_source[most]:
                break
            parts.append((most, sorted(left & by_source[most])))
            left -= by_source[most]
        if not left:
            message = f"{_told(parts[1:])}, the others are of the {parts[0][0]}."
            yield Breach("series", message, "one ax.step(...) with its own label for each source")


def _told(parts: list[tuple[str, list[float]]]) -> str:
    """Return which figures are of which source: "2 and 3 are figures of the Foreign Ministry"."""
    several = [
        (name, " and ".join(f"{value:.0f}" for value in values), len(values)) for name, values in parts
    ]
    return ", ".join(
        f"{values} {'is a figure' if count == 1 else 'are figures'} of the {name}"
        for name, values, count in several
    )


def _as_bound(panel: Panel, first: Row) -> str:
    """Return a line of code that draws the figure of *first* as the bound it is, or writes it at its bar."""
    if any(one["bars"] for one in panel["series"]):
        words = f"{first['qualifier'].replace('_', ' ')} {first['value']:.0f}"
        return f'ax.bar_label(ax.containers[0], ["{words}", ...])'
    limit = "uplims" if first["low"] is None else "lolims"
    axis, sign = ("x", "x" + limit) if panel["lying"] else ("y", limit)
    return f"ax.errorbar(x, y, {axis}err=5, {sign}=True)"


def _sums(case: CaseRows) -> tuple[set[float], set[tuple[float, float]]]:
    """Return the sums about two sides that were reported, and the pairs of figures of one measure to add.

    A figure about both sides to which no pair adds up was counted, not added; so are those of databases.
    """
    reports = [row for row in _with_figure(case) if row["source_kind"] != "database"]
    reported: set[float] = set()
    pairs: set[tuple[float, float]] = set()
    for measure in {row["measure"] for row in reports}:
        values = _figures([row for row in reports if row["measure"] == measure], "side")
        both = values.pop("both", set())
        found = {pair for one, other in permutations(values.values(), 2) for pair in product(one, other)}
        reported |= both & {sum(pair) for pair in found}
        pairs |= found
    return reported, pairs


def _sources_of_one_side(value: float, case: CaseRows) -> set[str]:
    """Return the names of all who reported *value* about one side."""
    rows = case.reports.values()
    return {row["source_name"] for row in rows if row["value"] == value and row["side"] != "both"}


def _bounds_only(case: CaseRows) -> set[float]:
    """Return the figures that most reports of each of their measures give as a floor or a ceiling.

    A number that most reports of one measure print as exact is nobody's floor.
    """
    open_ended: dict[tuple[float, str], list[bool]] = {}
    for row in _with_figure(case):
        bounded = row["low"] is None or row["high"] is None
        open_ended.setdefault((row["value"], row["measure"]), []).append(bounded)
    exact = {value for (value, _), told in open_ended.items() if sum(told) <= len(told) / 2}
    return {value for value, _ in open_ended} - exact


def _with_figure(case: CaseRows) -> list[Row]:
    return [row for row in case.reports.values() if row["value"] is not None]


def _figures(rows: list[Row], column: str) -> dict[str, set[float]]:
    """Return the figures of *rows* by what stands in *column*, in the order of the alphabet."""
    told = sorted({row[column] for row in rows})
    return {each: {row["value"] for row in rows if row[column] == each} for each in told}
