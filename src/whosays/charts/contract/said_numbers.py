"""Clauses on numbers in words: what stands in a title, or beside a bar, is what is drawn there."""

import re
from collections.abc import Iterator

from whosays.charts.contract.breach import Breach
from whosays.charts.contract.claims import without_sources
from whosays.charts.contract.drawn_values import Value, is_figure, told
from whosays.charts.contract.floors import BOUND_NUMBER
from whosays.charts.contract.numerals import numbers_in
from whosays.charts.contract.resolve import Reading
from whosays.charts.contract.sums import ASSUMED, reported_pairs

_SMALL = 12  # "the last 3 bulletins", "12 hours": small numbers in running words seldom count people


def said(reading: Reading) -> Iterator[Breach]:
    """Find numbers in titles and texts that are sums, that nobody reported, or that another height shows."""
    drawn = {number * reading.scale for value in reading.values for number in value.numbers}
    drawn |= {round(number * factor) / factor for number in drawn for factor in (0.001, 1)} | {
        n / 1000 for n in drawn
    }
    yield from _beside(reading)
    texts = [
        reading.panel["title"],
        *(words for words in reading.panel["words"] if re.search(r"[^\W\d_]", words)),
    ]
    for words in dict.fromkeys(texts):
        for number in numbers_in(BOUND_NUMBER.sub(" ", without_sources(words, reading))):
            if number <= _SMALL or number in drawn or _is_of_somebody(number, words, reading):
                continue
            pair = reported_pairs(reading.rows).get(number)
            if pair and not ASSUMED.search(reading.words):
                added = f"adds {told(pair[0])} and {told(pair[1])}, reports about two sides"
                message = f"“{words[:60]}” {added}, and does not say what that assumes."
                yield Breach(
                    "sum", message, 'ax.set_title("Sum of two reports, assuming nobody is on both lists")'
                )
            elif not pair:
                message = f"“{words[:60]}” says {told(number)}, which is not drawn."
                yield Breach("figure", message, f'ax.set_title("{_figures(reading)}")')


def _beside(reading: Reading) -> Iterator[Breach]:
    """Find a label at a bar or a point that says another number than is drawn there."""
    for one in reading.panel["series"]:
        for value, start, words in zip(
            one["values"], one["starts"] or [0.0] * len(one["values"]), one["notes"], strict=False
        ):
            numbers = numbers_in(without_sources(words, reading))
            shown = {value * reading.scale, (start + value) * reading.scale, value, start, start + value}
            if len(numbers) == 1 and one["bars"] and not any(_like(numbers[0], number) for number in shown):
                message = f"“{words[:60]}” stands at a bar of {told(value)}."
                yield Breach("figure", message, "ax.bar_label(ax.containers[0])")


def _like(one: float, other: float) -> bool:
    return abs(one - other) <= max(
        1.0 if other > 1000 else 0.5 if other != round(other) else 0.0, 0.01 * other if other > 100 else 0
    )


def _is_of_somebody(number: float, words: str, reading: Reading) -> bool:
    """Say whether a source that *words* name reported *number*, drawn or not."""
    named = reading.offices.named(words)
    if words == reading.panel["title"] and number > 12 and not named:
        return False
    rows = reading.case.reports.values()
    mine = [row for row in rows if row["value"] is not None and is_figure(row, number)]
    if not named:
        return any(row["source"] in reading.sources and row["side"] != "both" for row in mine)
    return any({row["source"], row["carrier"]} & named for row in mine)


def _figures(reading: Reading) -> str:
    values: list[Value] = reading.values
    return " and ".join(dict.fromkeys(str(value) for value in values[:2])) + " reported dead"
