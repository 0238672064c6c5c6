"""A case opens whole or not at all, and says everything that is wrong with it."""

from pathlib import Path

import pytest

from whosays.case import Case, CaseError
from whosays.case.schema import TABLES


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_case_opens_with_its_six_tables(case):
    assert case.title.startswith("Reporting on")
    assert all(len(getattr(case, name)) > 0 for name in TABLES)
    assert repr(case).startswith("<Case ")


def test_a_source_is_named_beside_its_id(case):
    row = case.reports.loc["r018"]
    assert row["source_name"] == case.name(row["source"]) != row["source"]


def test_a_missing_folder_says_where_it_looked(tmp_path):
    with pytest.raises(CaseError, match="looked for") as error:
        Case.open(tmp_path / "nowhere")
    assert str(tmp_path / "nowhere") in str(error.value)


# what is broken: file, old, new, column that is named
BREAKS = {
    "a word changed in an anchor": ("claims.csv", "held talks with", "held talk with", "words"),
    "an unknown source": ("claims.csv", ",tajikistan,bbc,", ",tajikstan,bbc,", "speaker"),
    "a number in words": ("reports.csv", ",24,exact,bodies", ",two dozen,exact,bodies", "value"),
    "a crossed bound": ("claims.csv", "km,1000,1000", "km,1001,1000", "low"),
    "an impossible day": ("reports.csv", ",2022-09-14,inferred", ",2022-09-31,inferred", "event_through"),
    "a date without form": ("reports.csv", ",2022-09-14T11:30+06:00,", ",14 Sept,", "reported_at"),
    "an unknown label": ("reports.csv", "stale_total", "stale", "problem"),
    "a double id": ("wording.csv", "w02,", "w01,", "id"),
    "an empty cell": ("sources.csv", "Kyrgyz authorities,", ",", "name"),
    "words not in the claim": ("wording.csv", "take measures", "take steps", "article_words"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_cell_is_named_with_file_row_and_column(copy, name):
    file, old, new, column = BREAKS[name]
    edit(copy / file, old, new)
    problems = [p for p in Case.problems(copy) if (p.file, p.column) == (file, column)]
    assert len(problems) == 1
    assert problems[0].row > 1
    with pytest.raises(CaseError, match=file):
        Case.open(copy)


def test_the_row_named_is_the_row_of_the_sheet(copy):
    edit(copy / "reports.csv", "stale_total", "stale")
    [problem] = Case.problems(copy)
    lines = (copy / "reports.csv").read_text(encoding="utf-8").splitlines()
    assert ",stale," in lines[problem.row - 1]
    assert str(problem).startswith(f"reports.csv, row {problem.row}, column problem: 'stale' is not one of")


def test_every_problem_is_listed_not_the_first(copy):
    edit(copy / "claims.csv", "held talks with", "held talk with")
    edit(copy / "relays.csv", ",kgz_health,states", ",kgz_healthy,states")
    edit(copy / "article.txt", "1,000-km", "1,001-km")
    with pytest.raises(CaseError) as error:
        Case.open(copy)
    assert {p.file for p in error.value.problems} == {"claims.csv", "relays.csv", "article.txt"}
    assert all(str(p) in str(error.value) for p in error.value.problems)


def test_two_unreadable_tables_are_both_named(copy):
    (copy / "claims.csv").unlink()
    edit(copy / "wording.csv", "id,clause", "id,clauses")
    assert [p.file for p in Case.problems(copy)] == ["claims.csv", "wording.csv"]


def test_a_row_with_a_cell_too_many_is_named(copy):
    edit(copy / "wording.csv", "w03,object", "w03,object,extra")
    [problem] = Case.problems(copy)
    assert (problem.file, problem.row) == ("wording.csv", 4)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b'id,"name\n', b""])
def test_a_table_that_is_no_table_is_named(copy, content):
    (copy / "sources.csv").write_bytes(content)
    assert {p.file for p in Case.problems(copy)} == {"sources.csv"}


def test_a_text_that_changed_is_noticed(copy):
    edit(copy / "article.txt", "Wednesday", "Thursday")
    assert any(p.file == "article.txt" and "hash" in p.message for p in Case.problems(copy))


def test_a_bare_day_stands_at_noon_and_a_clock_time_in_utc(case):
    reports = case.reports
    assert str(reports.loc["r001", "reported"]) == "2022-09-14 12:00:00"
    assert str(reports.loc["r004", "reported"]) == "2022-09-14 05:30:00"
    undated = reports[reports["reported_at"].isin(["undated", "2023", "2022-09"])]
    assert len(undated)
    assert undated["reported"].isna().all()
