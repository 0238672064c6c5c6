"""Clauses about the words of a chart: what is counted, who reported it, and as of when."""

import re
from collections.abc import Iterator

from whosays.charts.contract import counts, moments
from whosays.charts.contract.breach import Breach, counted, says, value_axis
from whosays.charts.contract.resolve import Reading
from whosays.charts.contract.words import any_of

_REPORTED = re.compile(any_of("reported"), re.I)
_AS_OF = re.compile(any_of("as of"), re.I)


def unit(reading: Reading) -> Iterator[Breach]:
    """Find a value axis that does not say what is counted, or that it is what was reported."""
    panel, label = reading.panel, reading.label
    line = f'ax.set_{value_axis(panel)}label("{counted(panel, reading.case)} reported (people)")'
    if not counts.UNIT.search(label) and not _says_measure(label, reading):
        yield Breach("unit", f"The label of the value axis, {label!r}, does not say what is counted.", line)
    if not _REPORTED.search(f"{label} {panel['title']}"):
        yield Breach("reported", "Neither label nor title says that the figures are reported.", line)


def _says_measure(label: str, reading: Reading) -> bool:
    return bool(counts.families(label, reading.case))


def source(reading: Reading) -> Iterator[Breach]:
    """Find a chart that names no source of the case."""
    panel = reading.panel
    if not any(reading.offices.named(words) for words in [*panel["words"], panel["title"]]):
        message = f"No word on the chart says who reported.{_no_office(reading)}"
        remedy = f'ax.step(times, values, label="{_example(reading)}"); ax.legend()'
        if any(one["bars"] for one in panel["series"]):
            bar = "barh" if panel["lying"] else "bar"
            remedy = f'ax.{bar}(["{_example(reading)}", ...], values)'
        yield Breach("source", message, remedy)


def _example(reading: Reading) -> str:
    """Return the name of a source that reported one of the figures on the chart."""
    rows = [row for value in reading.values for row in reading.of_value(value, reading.of_measure(value))]
    official = [row for row in rows if row["source_kind"] == "government" and "(" not in row["source_name"]]
    return str(next((row["source_name"] for row in official or rows), "Health Ministry"))


def as_of(reading: Reading) -> Iterator[Breach]:
    """Find a chart without any time, that does not say either that the time is not known."""
    panel = reading.panel
    if (
        not panel["dates"]
        and not _AS_OF.search(reading.page)
        and not moments.windows(reading.page, reading.year)
    ):
        remedy = f'ax.set_title("{counted(panel, reading.case)} as reported by {_day(reading)}")'
        yield Breach("as_of", "The chart does not say as of when the figures are.", remedy)


def _day(reading: Reading) -> str:
    """Return the last day on which one of the figures on the chart was reported."""
    rows = [row for value in reading.values for row in reading.matches(value)]
    days = [made.last for row in rows if (made := moments.of_row(row)) and not made.whole]
    return f"{max(days).day} {max(days):%B %Y}" if days else "..."


def _no_office(reading: Reading) -> str:
    """Return what to say where words hold a name that names no office, such as that of a country."""
    for row in reading.case.sources.values():
        name = row["name"]
        bare, _, note = name.partition(" (")
        if note and " " not in bare and says(reading.words, bare):
            return f" The name “{bare}” names no office: write which one spoke, or “{name}”."
    return ""
