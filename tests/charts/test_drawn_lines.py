"""A line over time holds what its source had last reported, and stops where that is not known."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes

from tests.charts.test_charts import deaths
from whosays import charts
from whosays.case.times import moment_of

NONE = float("nan")
pytestmark = pytest.mark.filterwarnings("ignore:AutoDateLocator")


def reports(*told: tuple[str, float | None], source="Clinic") -> pd.DataFrame:
    """Build the reports of one source from (reported_at, value), as Case.reports holds them."""
    table = pd.DataFrame(told, columns=["reported_at", "value"])
    table["value"] = pd.array([pd.NA if v is None else v for v in table["value"]], dtype="Int64")
    table["reported"] = pd.to_datetime([moment_of(when) for when in table["reported_at"]])
    bounds = {"low": table["value"], "high": table["value"], "event_through": pd.NaT}
    fixed = {
        "side": "A",
        "measure": "deaths",
        "qualifier": "exact",
        "source_name": source,
        "carrier_name": "P",
    }
    return table.assign(**bounds, **fixed)


def path(ax: Axes, source="Clinic") -> list[tuple[pd.Timestamp, float]]:
    """Return the corners of the line as it is drawn for *source*: time, and value."""
    [line] = [each for each in ax.get_lines() if each.get_label() == source]
    times, values = line.get_path().vertices.T
    return list(zip(pd.to_datetime(times, unit="D").round("min"), values, strict=True))


def reached(ax: Axes, source="Clinic") -> list[tuple[str, float]]:
    """Return the corners at which the line of *source* reaches a new value: day and hour, and value."""
    return [(f"{time:%d %H:%M}", value) for time, value in path(ax, source)[::2]]


def height(ax: Axes, when: str) -> float:
    """Return where the line runs at *when*; NaN where none is drawn."""
    corners, moment = path(ax), pd.Timestamp(when)
    pieces = pairwise(corners)
    level = [low for (start, low), (end, high) in pieces if start < moment < end and low == high]
    return level[0] if level else NONE


CASES = {
    "a report without an hour is left out on a day that has hours": (
        [("2020-05-01T08:00", 3), ("2020-05-01", 9), ("2020-05-01T20:00", 5)],
        [("01 08:00", 3), ("01 20:00", 5)],
    ),
    "also where it stands first in the table, and has no figure": (
        [("2020-05-01", None), ("2020-05-01T20:00", 5), ("2020-05-02T20:00", 6)],
        [("01 20:00", 5), ("02 20:00", 6)],
    ),
    "a report without an hour stands at noon of a day without hours": (
        [("2020-05-01T08:00", 3), ("2020-05-02", 4), ("2020-05-03T08:00", 5)],
        [("01 08:00", 3), ("02 12:00", 4), ("03 08:00", 5)],
    ),
    "the day that counts is the day in UTC": (
        [("2020-05-02T01:00+06:00", 3), ("2020-05-02", 4)],
        [("01 19:00", 3), ("02 12:00", 4)],
    ),
    "where reports of one day differ and give no hour it spans them and stops": (
        [("2020-05-01T08:00", 3), ("2020-05-02", 7), ("2020-05-02", 4), ("2020-05-02", 5), ("2020-05-03", 9)],
        [("01 08:00", 3), ("02 12:00", 4), ("02 12:00", 7), ("02 12:00", NONE), ("03 12:00", 9)],
    ),
    "reports of one day that agree do not stop it": (
        [("2020-05-01", 4), ("2020-05-01", 4), ("2020-05-02", 5)],
        [("01 12:00", 4), ("02 12:00", 5)],
    ),
    "a report without a figure stops it": (
        [("2020-05-01", 4), ("2020-05-02T10:00", None), ("2020-05-03", 5)],
        [("01 12:00", 4), ("02 10:00", NONE), ("03 12:00", 5)],
    ),
    "so does one beside a figure of the same day": (
        [("2020-05-01", 4), ("2020-05-01", None), ("2020-05-02", 5)],
        [("01 12:00", 4), ("01 12:00", NONE), ("02 12:00", 5)],
    ),
    "reports are drawn in order of time, whatever that of the rows": (
        [("2020-05-03", 5), ("2020-05-01", 4), ("2020-05-02", 6)],
        [("01 12:00", 4), ("02 12:00", 6), ("03 12:00", 5)],
    ),
}


@pytest.mark.parametrize(("told", "drawn"), CASES.values(), ids=CASES)
def test_the_drawn_line_has_these_vertices(told, drawn):
    found = reached(charts.reports_over_time(reports(*told)))
    assert [when for when, _ in found] == [when for when, _ in drawn]
    np.testing.assert_equal([value for _, value in found], [value for _, value in drawn])


def test_the_line_holds_a_figure_until_the_next_report_and_nothing_after_a_stop():
    told = [("2020-05-01T08:00", 3), ("2020-05-02T08:00", 5), ("2020-05-03T08:00", None), ("2020-05-04", 6)]
    ax = charts.reports_over_time(reports(*told, ("2020-05-05", 8)))
    days = [f"2020-05-{day}" for day in ("01T07:00", "02T07:00", "03T07:00", "03T20:00", "05T11:00")]
    np.testing.assert_equal([height(ax, day) for day in days], [NONE, 3, 5, NONE, 6])


def test_each_source_has_the_hours_of_its_own_reports_alone():
    both = pd.concat([reports(("2020-05-01", 3)), reports(("2020-05-01T08:00", 4), source="Police")])
    ax = charts.reports_over_time(both)
    assert reached(ax) == [("01 12:00", 3)]
    assert reached(ax, "Police") == [("01 08:00", 4)]


@pytest.mark.parametrize("side", ["KGZ", "TJK"])
def test_the_drawn_lines_of_the_case_keep_to_its_reports(case, side):
    table = deaths(case, side)
    ax = charts.reports_over_time(table)
    for source, rows in table[table["reported"].notna()].groupby("source_name"):
        hours = rows["reported_at"].str.contains("T")
        for day, of_day in rows.groupby(rows["reported"].dt.normalize()):
            drawn = [value for when, value in reached(ax, source) if when.startswith(f"{day:%d}")]
            timed = of_day[hours[of_day.index]]
            told = set((timed if len(timed) else of_day)["value"].dropna())
            assert {value for value in drawn if not np.isnan(value)} <= told
            assert np.isnan(drawn).any() == (len(told) == 0 or (timed.empty and len(told) > 1))
