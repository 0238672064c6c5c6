"""The clause on figures: each value that is drawn is one that its source reported, of that, by then."""

from collections.abc import Iterator

from whosays.charts.contract.breach import Breach
from whosays.charts.contract.drawn_values import Value, told
from whosays.charts.contract.explain import nearest, newer, replaced, unreported
from whosays.charts.contract.resolve import Reading
from whosays.charts.contract.sums import is_told_sum
from whosays.charts.contract.words import finder

_NO_FIGURE = finder("no figure")
_MOST = 4  # who reads four such sentences knows what is wrong


def figure(reading: Reading) -> Iterator[Breach]:
    """Find a value that resolves to no row of its source, of what it counts, of its day."""
    told_of = 0
    for value in reading.values:
        if _is_ground(value) or is_told_sum(value, reading):
            continue
        rows = reading.matches(value)
        message = replaced(value, rows, reading) if rows else unreported(value, reading)
        if message:
            yield Breach("figure", message, _remedy(value, reading))
            told_of += 1
        if told_of == _MOST:
            return


def _is_ground(value: Value) -> bool:
    """Say whether *value* is the zero that something stands on, or a mark for no figure, said to be one."""
    if value.number == 0 and not value.bars:
        return _NO_FIGURE.search(value.words) is not None or (not value.words and value.span is None)
    return False


def _remedy(value: Value, reading: Reading) -> str:
    """Return a line that draws the nearest figure of the source, at its name, in place of *value*."""
    theirs = reading.of_source(value)
    named = value.words.split("\n")[0].strip()
    if value.number == 0 and not any(row["value"] == 0 for row in theirs):
        what = "bar" if value.bars else "point"
        return f'leave the {what} out, and write ax.text(x, y, "no figure") in its place'
    if not theirs:
        return "draw a row of case.reports that counts this, under the source that it names"
    near = nearest(value, reading)
    others = [
        row for row in reading.of_value(value, reading.of_measure(value)) if row["source"] in reading.sources
    ]
    if matches := reading.matches(value):
        near = newer(value, matches, reading)[-1]
    elif others and value.said.sources and not reading.of_value(value, theirs):
        near, named = others[0], others[0]["source_name"]  # its own name in place of the other
    number = told(near["value"] / reading.scale).replace(",", "")
    if value.bars:
        bar = "barh" if reading.panel["lying"] else "bar"
        return f'ax.{bar}(["{named or near["source_name"]}", ...], [{number}, ...])'
    return f'ax.step(times, [..., {number}, ...], where="post", label="{near["source_name"]}")'
