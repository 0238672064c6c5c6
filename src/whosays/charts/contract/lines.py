"""Clauses on lines: one source, one way of counting, and steps where reports replace one another."""

import re
from collections.abc import Iterator

from whosays.case.rows import Row
from whosays.charts.contract import counts
from whosays.charts.contract.breach import Breach
from whosays.charts.contract.drawn_values import Value
from whosays.charts.contract.resolve import Reading
from whosays.charts.contract.words import any_of, finder

_PER_DAY = re.compile(any_of("per day"), re.I)
_JOINED = ("line", "steps", "early", "area")
_PART_TOLD = finder("part told")
_PLURALS = {"civilian": "civilians", "military": "soldiers", "child": "children"}
_ADDED = re.compile(r"_added\b")


def steps(reading: Reading) -> Iterator[Breach]:
    """Find slopes and early steps between reports, and figures per day out of running totals."""
    panel = reading.panel
    label = next((one["label"] for one in panel["series"] if one["label"]), "who reported")
    line = f'ax.step(times, values, where="post", label="{label}")'
    for form in dict.fromkeys(_form(one) for one in panel["series"]):
        if form:
            yield Breach("steps", _SAID[form], line)
    if any(one["form"] in ("line", "steps", "early") and _joins(one, reading) for one in panel["series"]):
        message = "A line joins figures of several sources, as if one became the other."
        yield Breach("steps", message, 'ax.plot(x, y, "o")')
    said = _PER_DAY.search("\n".join([*reading.titles, *panel["legend"]]))
    if said and any(_holds_earlier(value, reading) for value in reading.values):
        message = f"“{said[0].strip()}”, and no figure is of one day: each report holds the earlier ones."
        yield Breach(
            "steps", message, f'ax.set_title("{_what(reading)} reported so far, by the time of the report")'
        )


_SAID = {
    "slope": "A slanted line shows figures between the reports that nobody gave.",
    "early": "The steps rise before the report that they show; a figure stands from its report on.",
}


def _form(one: dict[str, object]) -> str:
    if one["form"] == "early" and len(set(one["values"])) > 1:  # type: ignore[call-overload]
        return "early"
    return "slope" if one["sloped"] else ""


def _joins(one: dict[str, object], reading: Reading) -> bool:
    named = [reading.offices.named(words) for words in one["names"]]  # type: ignore[attr-defined]
    return len({names for names in named if names}) > 1


def _holds_earlier(value: Value, reading: Reading) -> bool:
    rows = reading.matches(value) or reading.of_value(value, reading.rows)
    return not rows or any(not _ADDED.search(row["measure"]) for row in rows)


def _what(reading: Reading) -> str:
    return {"injured": "Injured", "evacuated": "Evacuated"}.get(
        next(iter(sorted(reading.families)), ""), "Deaths"
    )


def one_source(reading: Reading) -> Iterator[Breach]:
    """Find a line whose figures are of several official sources, and of no one source all together."""
    reports = [row for row in reading.case.reports.values() if row["value"] is not None]
    by_source = _figures([row for row in reports if row["source_kind"] == "government"])
    everyone = _figures(reports).values()
    for one in reading.panel["series"]:
        left, parts = set(one["values"]), []
        joined = not one["bars"] and one.get("form", "line") in _JOINED
        if not joined or len(left) < 3 or any(left <= known for known in everyone):
            continue
        while left and (most := max(by_source, key=lambda name: len(left & by_source[name]), default="")):
            if not left & by_source[most]:
                break
            parts.append((most, sorted(left & by_source[most])))
            left -= by_source[most]
        if not left:
            message = f"{_told(parts[1:])}, the others are of the {parts[0][0]}."
            yield Breach("series", message, "one ax.step(...) with its own label for each source")


def scope(reading: Reading) -> Iterator[Breach]:
    """Find a part, such as civilians or two places, drawn like a whole; and a whole that is called a part."""
    values = [(value, rows) for value in reading.values if (rows := reading.matches(value))]
    for value, rows in values:
        if all(map(counts.is_part, rows)) and not any(_is_told(row, value, reading) for row in rows):
            message = f"{value} counts {_counted(rows[0])} only, and stands like a figure of everybody."
            yield Breach("scope", message, f'ax.text(x, {value.number:.0f}, "{_counted(rows[0])} only")')
        elif (part := _not_so(value, rows)) is not None:
            message = f"The chart speaks of {part}, and {value} was reported of {_counted(rows[0])}."
            yield Breach("scope", message, f'ax.set_ylabel("{_what(reading)} reported (people)")')


def _is_told(row: Row, value: Value, reading: Reading) -> bool:
    """Say whether words near *value*, or in the titles, say which part the report of *row* counts."""
    near = f"{value.words}\n" + "\n".join(reading.titles)
    places = re.findall(r"\b[A-Z][\w-]{3,}", row.get("counted", ""))
    number = re.compile(rf"(?<!\d){re.escape(str(value))}(?!\d)")
    near = "\n".join([near, *(words for words in reading.panel["words"] if number.search(words))])
    if counts.parts_of(row) & counts.parts(near) or any(place in near for place in places):
        return True
    return bool(_PART_TOLD.search(value.words))


def _not_so(value: Value, rows: list[Row]) -> str | None:
    """Return the part that the words at *value* name, where none of its *rows* is of that part."""
    if len(value.said.parts) != 1:
        return None
    [part] = value.said.parts
    known = any(
        part in counts.parts_of(row) or counts.parts(row.get("counted", "")) == {part} for row in rows
    )
    return None if known or part == "hospital" else _PLURALS[part]


def _counted(row: Row) -> str:
    counted = str(row.get("counted", "")).strip("'").split(";")[0].removesuffix(" only")
    if counts.parts_of(row) and not counts.parts(counted):
        return str(row["measure"]).replace("_", " ")
    return re.sub(r",? incl\..*", "", counted) or str(row["measure"]).replace("_", " ")


def _told(parts: list[tuple[str, list[float]]]) -> str:
    """Return which figures are of which source: "2 and 3 are figures of the Foreign Ministry"."""
    several = [
        (name, " and ".join(f"{value:.0f}" for value in values), len(values)) for name, values in parts
    ]
    return ", ".join(
        f"{values} {'is a figure' if count == 1 else 'are figures'} of the {name}"
        for name, values, count in several
    )


def _figures(rows: list[Row]) -> dict[str, set[float]]:
    """Return the figures of *rows* by source, in the order of the alphabet."""
    told = sorted({row["source_name"] for row in rows})
    return {each: {row["value"] for row in rows if row["source_name"] == each} for each in told}
