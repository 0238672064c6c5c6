"""What holds for every case in data/: its tables agree with each other, and nothing is silently filled in."""

import csv
import re

import pandas as pd
import pytest
from frictionless import Package, system

from whosays.case import Case, descriptor, package, provenance
from whosays.case.derived import HELD, NO_FIGURE
from whosays.case.schema import TABLES, VALUES
from whosays.case.values import NO_WORDS
from whosays.text.toll import Toll

SAID = {
    "exact": "{}", "best": "{}", "at_least": "at least {}", "low": "at least {}", "more_than": "more than {}",
    "up_to": "up to {}", "high": "up to {}", "nearly": "nearly {}", "about": "about {}",
}  # fmt: skip
PLACES = [
    *(("claims", column) for column in ("words", "cue", "hedge", "quantity")), ("statements", "words"),
    ("wording", "statement_words"), ("wording", "article_words"), ("relays", "words"),
]  # fmt: skip


def bounds(row) -> Toll:
    return Toll(*(None if pd.isna(row[b]) else int(row[b]) for b in ("low", "high")))


def rows(table) -> list[dict]:
    return table.astype(object).where(table.notna(), None).to_dict("records")


def test_it_opens_without_problems(folder, each):
    assert Case.problems(folder) == []
    assert repr(each).startswith("<Case ")


def test_a_data_package_validator_of_others_accepts_it(folder):
    with system.use_context(trusted=True):
        report = Package(str(folder / descriptor.NAME)).validate()
    assert report.valid, report.flatten(["resource", "rowNumber", "fieldName", "message"])


def test_the_descriptor_is_what_would_be_written(folder):
    written = package.load(folder).descriptor
    assert (folder / descriptor.NAME).read_text(encoding="utf-8") == written


def test_no_file_types_what_follows_from_other_columns(folder):
    for name, columns in {
        "reports": ["source_kind", "party", "low", "high"],
        "claims": ["low", "high"],
    }.items():
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            typed = list(csv.DictReader(file))
        for row, number in ((row, n) for n, row in enumerate(typed, start=2)):
            for column in columns:
                assert not row.get(column) or name == "claims", (name, number, column)
                if row.get(column):
                    with pytest.raises(ValueError, match="cannot read"):
                        Toll.parse(row["quantity"])


def test_it_has_the_columns_of_the_schema_and_the_names_of_its_sources(each):
    for name, schema in TABLES.items():
        columns = list(getattr(each, name))
        assert columns[: len(schema.columns)] == schema.columns
        named = [f"{field.name}_name" for field in schema.fields if field.refers == "sources"]
        assert set(named) <= set(columns)
        for column in named:
            table = getattr(each, name)
            assert list(table[column]) == [
                each.name(source) for source in table[column.removesuffix("_name")]
            ]


def test_every_anchor_slices_its_own_words_out_of_the_article(each):
    for name, column in PLACES:
        table, prefix = getattr(each, name), "" if column == "words" else f"{column}_"
        anchored = table[~table[column].isin(NO_WORDS)]
        if name == "statements":
            anchored = anchored[anchored["claim"] != ""]
        for row in rows(anchored):
            assert each.text[row[f"{prefix}start"] : row[f"{prefix}end"]] == row[column]
        assert table.loc[table.index.difference(anchored.index), f"{prefix}start"].isna().all()


def test_the_bounds_of_every_report_are_the_bounds_of_its_words(each):
    for row in rows(each.reports[each.reports["qualifier"] != NO_FIGURE]):
        read = Toll.parse(SAID[row["qualifier"]].format(row["value"]))
        assert Toll(read.low, read.high) == bounds(row), row["id"]


def test_the_bounds_of_every_claim_are_the_bounds_of_its_quantity(each):
    for row in rows(each.claims):
        try:
            read = Toll.parse(row["quantity"])
        except ValueError:
            continue
        assert Toll(read.low, read.high) == bounds(row), row["id"]
    silent = each.claims[each.claims["quantity"] == "none"]
    assert silent[["low", "high"]].isna().all(axis=None)


def test_missing_is_not_zero(each):
    silent = each.reports[each.reports["qualifier"] == NO_FIGURE]
    assert silent[["value", "low", "high"]].isna().all(axis=None)
    assert each.reports.loc[each.reports["qualifier"] != NO_FIGURE, "value"].notna().all()


def test_kind_and_party_of_every_report_are_those_of_its_source(each):
    sources = each.sources.loc[each.reports["source"]]
    assert list(sources["kind"]) == list(each.reports["source_kind"])
    assert list(sources["is_party"]) == list(each.reports["party"])


def test_every_source_is_used(each):
    used = {
        *each.claims["speaker"],
        *each.claims["carrier"],
        *each.reports["source"],
        *each.reports["carrier"],
    }
    used |= {*each.statements["source"], *each.relays["took_from"], *each.relays["teller"]}
    assert set(each.sources.index) == used


def test_the_statement_is_the_quotation_that_the_article_prints(each):
    assert each.text.count(each.statement) == 1
    article = each.statements[each.statements["rendering"] == "article"]
    assert all(words in each.statement for words in article.loc[article["quoted"] == "yes", "words"])


def test_phrases_of_other_outlets_are_a_few_words(each):
    elsewhere = each.statements[each.statements["claim"] == ""]
    assert (elsewhere["address"].str.len() > 0).all()
    if not each.invented:  # the texts of an invented case are ours
        assert elsewhere["words"].str.split().str.len().max() <= 10


def test_every_figure_has_a_beginning_and_reaches_the_article(folder, each):
    outlet = package.load(folder).about.text.outlet
    for figure in each.relays["figure"].unique():
        told = provenance.graph(each.relays, figure)
        assert any(provenance.origins(told))
        assert len(provenance.drift(told, outlet)) >= 2


def test_no_table_holds_a_stray_blank_or_a_line_break(folder):
    for file in folder.glob("*.csv"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"[ \t]+$", text, re.MULTILINE), file.name
        assert "\t" not in text
        assert "\r" not in text
        assert text.endswith("\n")


def test_every_qualifier_means_what_its_words_mean():
    assert {*HELD, NO_FIGURE} == set(VALUES["qualifier"])
    for qualifier, said in SAID.items():
        assert HELD[qualifier](1234) == Toll.parse(said.format(1234))


def test_every_list_of_values_is_chosen_from():
    chosen = {field.values for schema in TABLES.values() for field in schema.fields} - {"", "state", "side"}
    assert chosen == set(VALUES)
