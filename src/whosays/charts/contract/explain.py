"""What to say of a value that resolves to no row: whose it is, of when, of what, and what comes nearest."""

from datetime import datetime
from itertools import combinations, pairwise

from whosays.case.rows import Row
from whosays.charts.contract import counts, moments
from whosays.charts.contract.drawn_values import Value, is_figure, told
from whosays.charts.contract.resolve import Reading


def unreported(value: Value, reading: Reading) -> str:
    """Say what *value* is, which is no figure of its source: another's, of another day, a sum, a part."""
    theirs, who = reading.of_source(value), _who(value, reading)
    if value.number == 0 and (silent := _silent(value, reading)):
        return f"0 stands where {silent} gave no figure; silence is not zero."
    if same := reading.of_value(value, theirs):
        row = same[0]
        when = "is drawn at a time at which it was not yet, or no longer, the figure"
        return f"{value} {when}: {_row(row)} reported it."
    others = reading.of_value(value, reading.of_measure(value))
    if others and value.said.sources:
        drawn = [row for row in others if row["source"] in reading.sources]
        return f"{value} stands as the figure of {who}; {_row((drawn or others)[0])} reported it."
    if other := _of_another_measure(value, reading):
        kind = other["measure"].replace("_", " ")
        return f"{value} is no figure of what the chart counts; {_row(other)} reported it as {kind}."
    if own := _added(value, theirs):
        near = nearest(value, reading)
        nobody = f"nobody reported it; the nearest is {told(near['value'])}, by {_row(near)}"
        return f"{value} is {own}, figures of {who} that hold one another; {nobody}."
    return _nothing_like_it(value, theirs, reading)


def _nothing_like_it(value: Value, theirs: list[Row], reading: Reading) -> str:
    """Say that nobody reported *value*, and what comes nearest: of another year, or of *theirs*."""
    before = [row for row in reading.case.reports.values() if counts.year_of(row["measure"])]
    if not theirs and (old := [row for row in before if is_figure(row, value.number)]):
        return f"{value} is a figure of {counts.year_of(old[0]['measure'])}: {_row(old[0])} reported it."
    who = _who(value, reading)
    if not theirs:
        return f"{value} is no figure that {who} reported of this."
    near = nearest(value, reading)
    return f"{value} is no figure that {who} reported; the nearest is {told(near['value'])}, by {_row(near)}."


def _of_another_measure(value: Value, reading: Reading) -> Row | None:
    """Return a report of *value* by its own source of something else than the chart counts."""
    counted = {row["id"] for row in reading.of_measure(value)}
    rows = [row for row in reading.rows if is_figure(row, value.number, reading.scale)]
    mine = [row for row in rows if row["id"] not in counted and row["source"] in value.said.sources]
    return mine[0] if mine else None


def replaced(value: Value, rows: list[Row], reading: Reading) -> str:
    """Say that *value*, the figure of *rows*, had been replaced by the day that the chart is of."""
    day = reading.last_day(value)
    if day is None or not (later := newer(value, rows, reading)):
        return ""
    newest = later[-1]
    figure = told(newest["value"])
    return f"{value} had been replaced by {day.day} {day:%B}: {_row(newest)} reported {figure}."


def newer(value: Value, rows: list[Row], reading: Reading) -> list[Row]:
    """Return the reports, in order, that had replaced *rows*, those of *value*, by the day of the chart.

    Where one of them repeats the figure, or is drawn as well, nothing was replaced, or a reader sees it.
    """
    day = reading.last_day(value)
    made = [moment for row in rows if (moment := moments.of_row(row))]
    if day is None or len({row["source"] for row in rows}) != 1 or len(made) < len(rows):
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


def nearest(value: Value, reading: Reading) -> Row:
    """Return the report of the source with the figure nearest to *value*, of those made by then."""
    theirs, day = reading.of_source(value), value.said.as_of
    inside = [row for row in theirs if day is None or ((made := moments.of_row(row)) and made.first <= day)]
    return min(inside or theirs, key=lambda row: abs(row["value"] / reading.scale - value.number))


def _added(value: Value, rows: list[Row]) -> str:
    """Return "24 + 36" or "36 less 24" where *value* is made of running totals of one source in *rows*."""
    whole = [row for row in rows if not counts.is_part(row)]
    for source in sorted({row["source"] for row in whole}):
        figures = sorted({row["value"] for row in whole if row["source"] == source})
        for low, high in pairwise(figures):
            if value.number == high - low:
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


def _row(row: Row) -> str:
    day, made = moments.of_row(row), row["reported_at"]
    when = f"in {made}" if day else "without a day"
    if day and not day.whole:
        when = f"on {day.last.day} {day.last:%B %Y}"
    return f"{the(row['source_name'])} ({row['id']}, {when})"
