"""A case as plain rows holds what its DataFrames hold, and needs no library of tables."""

import subprocess
import sys
from datetime import date, datetime

import pandas as pd
import pytest

from tests.conftest import ROOT
from whosays.case import Case, CaseError, CaseRows
from whosays.case.schema import TABLES
from whosays.course import Course

CASES = Course(ROOT).cases()
each_case = pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)


@each_case
def test_rows_and_frames_hold_the_same_values(path):
    case, rows = Case.open(path), CaseRows.open(path)
    assert (case.title, case.text, case.statement) == (rows.title, rows.text, rows.statement)
    for name in TABLES:
        table, frame = getattr(rows, name), getattr(case, name)
        assert list(table) == list(frame.index) == [row["id"] for row in table.values()]
        for id, row in table.items():
            assert list(row) == list(frame.columns)
            told = {column: None if pd.isna(cell) else cell for column, cell in frame.loc[id].items()}
            assert told == {k: pd.Timestamp(v) if isinstance(v, date) else v for k, v in row.items()}


@each_case
def test_every_value_is_of_the_kind_its_column_says(path):
    rows = CaseRows.open(path)
    for name in TABLES:
        for row in getattr(rows, name).values():
            odd = {c: v for c, v in row.items() if v is not None and type(v) is not rows.kinds[name][c]}
            assert odd == {}


def test_a_report_stands_at_its_moment_in_utc_and_a_bare_day_at_its_noon(case):
    by_day = next(row for row in case.rows.reports.values() if len(row["reported_at"]) == 10)
    assert by_day["reported"] == datetime.fromisoformat(f"{by_day['reported_at']}T12:00")
    zoned = next(row for row in case.rows.reports.values() if row["reported_at"].endswith("+06:00"))
    moment = datetime.fromisoformat(zoned["reported_at"])
    assert zoned["reported"] == moment.replace(tzinfo=None) - moment.utcoffset()


def test_a_broken_case_is_refused_with_every_problem(copy):
    (copy / "claims.csv").unlink()
    with pytest.raises(CaseError, match=r"claims\.csv: there is no such file"):
        CaseRows.open(copy)


def test_rows_are_read_without_the_library_of_tables():
    code = "import sys; from whosays.case import CaseRows; CaseRows.open(sys.argv[1]); assert 'pandas' not in sys.modules"
    subprocess.run([sys.executable, "-c", code, str(CASES[0])], check=True)
