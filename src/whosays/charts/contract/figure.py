"""The clause on figures: each value that is drawn is one that its source reported, of that, by then."""

from collections.abc import Iterator
from datetime import datetime
from itertools import combinations

from whosays.case.rows import Row
from whosays.charts.contract import counts, moments
from whosays.charts.contract.breach import Breach
from whosays.charts.contract.resolve import Reading
from whosays.charts.contract.sums import is_told_sum
from whosays.charts.contract.values import Value, is_figure, told

_MOST = 4  # who reads four such sentences knows what is wrong


def figure(reading: Reading) -> Iterator[Breach]:
    """Find a value that resolves to no row of its source, of what it counts, of its day."""
    told_of = 0
    for value in reading.values:
        if _is_ground(value) or is_told_sum(value, reading):
            continue
        rows = reading.matches(value)
        message = _replaced(value, rows, reading) if rows else _unreported(value, reading)
        if message:
            yield Breach("figure", message, _remedy(value, reading))
            told_of += 1
        if told_of == _MOST:
            return


def _is_ground(value: Value) -> bool:
    """Say whether *value* is the line of zero that a range or an area stands on, and no figure."""
    return value.number == 0 and not value.bars and not value.words and value.span is None


def _unreported(value: Value, reading: Reading) -> str:
    """Say what *value* is, which is no figure of its source: another's, of another day, a sum, a part."""
    theirs, who = reading.of_source(value), _who(value, reading)
    if value.number == 0 and (silent := _silent(value, reading)):
        return f"0 stands where {silent} gave no figure; silence is not zero."
    if same := reading.of_value(value, theirs):
        row = same[0]
        when = "is drawn at a time at which it was not yet, or no longer, the figure"
        return f"{value} {when}: {_row(row, reading)} reported it."
    others = reading.of_value(value, reading.of_measure(value))
    if others and value.said.sources:
        drawn = [row for row in others if row["source"] in reading.sources]
        return f"{value} stands as the figure of {who}; {_row((drawn or others)[0], reading)} reported it."
    if own := _added(value, theirs):
        return f"{value} is {own}, figures of {who} that hold one another; nobody reported {value}."
    other = [row for row in reading.rows if is_figure(row, value.number, reading.scale)]
    if other and value.said.families and reading.of_value(value, other):
        kind = other[0]["measure"].replace("_", " ")
        return (
            f"{value} is no figure of what the chart counts; {_row(other[0], reading)} reported it as {kind}."
        )
    year = [
        row
        for row in reading.case.reports.values()
        if is_figure(row, value.number) and counts.year_of(row["measure"])
    ]
    if year and not theirs:
        then = counts.year_of(year[0]["measure"])
        return f"{value} is a figure of {then}: {_row(year[0], reading)} reported it."
    if not theirs:
        return f"{value} is no figure that {who} reported of this."
    near = _nearest(value, reading)
    figure = told(near["value"])
    return f"{value} is no figure that {who} reported; the nearest is {figure}, by {_row(near, reading)}."


def _replaced(value: Value, rows: list[Row], reading: Reading) -> str:
    """Say that *value*, the figure of *rows*, had been replaced by the day that the chart is of."""
    day = value.said.as_of
    if day is None or not (later := _newer(value, rows, reading)):
        return ""
    newest = later[-1]
    figure = told(newest["value"])
    return f"{value} had been replaced by {day.day} {day:%B}: {_row(newest, reading)} reported {figure}."


def _newer(value: Value, rows: list[Row], reading: Reading) -> list[Row]:
    """Return the reports, in order, that had replaced *rows*, those of *value*, by the day of the chart.

    Where one of them repeats the figure, or is drawn as well, nothing was replaced, or a reader sees it.
    """
    day = value.said.as_of
    made = [moment for row in rows if (moment := moments.of_row(row))]
    if (
        day is None
        or value.span is not None
        or len({row["source"] for row in rows}) != 1
        or len(made) < len(rows)
    ):
        return []
    last, now, one = max(moment.last for moment in made), reading.now(value), rows[0]
    later = [
        row for row in reading.of_source(value)
        if _is_like(row, one) and (moment := moments.of_row(row)) and not moment.whole and moment.first <= day
        and (last < moment.first or _is_later(row, rows, now))
    ]  # fmt: skip
    drawn = {number for other in reading.values for number in other.numbers} | set(value.numbers)
    if any(is_figure(row, number, reading.scale) for row in later for number in drawn):
        return []
    return sorted(later, key=lambda row: row["reported"])


def _is_like(row: Row, one: Row) -> bool:
    """Say whether two reports are of one source, and count the same."""
    same = all(row[part] == one[part] for part in ("source", "measure", "side"))
    return same and counts.is_part(row) == counts.is_part(one)


def _is_later(row: Row, rows: list[Row], now: datetime | None) -> bool:
    """Say whether the hour of *row* is after those of all *rows*, and before *now*, the hour of the chart."""
    if now is None or not all("T" in each["reported_at"] for each in [row, *rows]):
        return False
    return bool(max(each["reported"] for each in rows) < row["reported"] <= now)


def _nearest(value: Value, reading: Reading) -> Row:
    """Return the report of the source with the figure nearest to *value*, of those made by then."""
    theirs, day = reading.of_source(value), value.said.as_of
    inside = [row for row in theirs if day is None or ((made := moments.of_row(row)) and made.first <= day)]
    return min(inside or theirs, key=lambda row: abs(row["value"] / reading.scale - value.number))


def _added(value: Value, rows: list[Row]) -> str:
    """Return "24 + 36" or "36 - 24" where *value* is made of figures in *rows* of one source."""
    for source in sorted({row["source"] for row in rows}):
        figures = sorted({row["value"] for row in rows if row["source"] == source})
        for low, high in combinations(figures, 2):
            if value.number == high - low and value.number:
                return f"{told(high)} less {told(low)}"
        for count in range(2, min(5, len(figures)) + 1):
            for some in combinations(figures[:14], count):
                if sum(some) == value.number:
                    return " + ".join(map(told, some))
    return ""


def _silent(value: Value, reading: Reading) -> str:
    rows = [row for row in reading.case.reports.values() if row["value"] is None]
    mine = [row for row in rows if row["source"] in value.said.sources]
    names = [row["source_name"] for row in mine] or [
        reading.case.name(key) for key in sorted(value.said.sources)[:1]
    ]
    return f"the {names[0]}".replace("the the ", "the ") if names else "nobody"


def _who(value: Value, reading: Reading) -> str:
    names = [reading.case.name(key) for key in sorted(value.said.sources)]
    return (
        " or ".join(the(name) for name in names[:2])
        if names and len(names) < 4
        else "the sources on the chart"
    )


def the(name: str) -> str:
    """Return *name* as it stands in a sentence."""
    offices = ("ministry", "service", "council", "office", "authorities", "society")
    office = any(word in name.lower() for word in offices) and "no office" not in name
    return f"the {name}" if office and not name.startswith(("the ", "press", "head")) else name


def _row(row: Row, reading: Reading) -> str:
    day, made = moments.of_row(row), row["reported_at"]
    when = f"in {made}" if day else "without a day"
    if day and not day.whole:
        when = f"on {day.last.day} {day.last:%B %Y}"
    return f"{the(row['source_name'])} ({row['id']}, {when})"


def _remedy(value: Value, reading: Reading) -> str:
    """Return a line that draws the nearest figure of the source, at its name, in place of *value*."""
    theirs = reading.of_source(value)
    named = value.words.split("\n")[0].strip()
    if value.number == 0 and not any(row["value"] == 0 for row in theirs):
        what = "bar" if value.bars else "point"
        return f'leave the {what} out, and write ax.text(x, y, "no figure") in its place'
    if not theirs:
        return "draw a row of case.reports that counts this, under the source that it names"
    near = _nearest(value, reading)
    others = [
        row for row in reading.of_value(value, reading.of_measure(value)) if row["source"] in reading.sources
    ]
    if matches := reading.matches(value):
        near = _newer(value, matches, reading)[-1]
    elif others and value.said.sources and not reading.of_value(value, theirs):
        near, named = others[0], others[0]["source_name"]  # its own name in place of the other
    number = told(near["value"] / reading.scale).replace(",", "")
    if value.bars:
        bar = "barh" if reading.panel["lying"] else "bar"
        return f'ax.{bar}(["{named or near["source_name"]}", ...], [{number}, ...])'
    return f'ax.step(times, [..., {number}, ...], where="post", label="{near["source_name"]}")'
