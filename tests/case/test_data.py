"""The case data hold together: each table agrees with the others, and nothing is silently filled in."""

import re

import pandas as pd
import pytest

from tests.conftest import CASE
from whosays.text.toll import Toll

SAID = {
    "exact": "{}", "best": "{}", "at_least": "at least {}", "low": "at least {}", "more_than": "more than {}",
    "up_to": "up to {}", "high": "up to {}", "nearly": "nearly {}", "about": "about {}",
}  # fmt: skip


def bounds(row) -> Toll:
    return Toll(*(None if pd.isna(row[b]) else int(row[b]) for b in ("low", "high")))


def test_the_article_starts_with_its_own_first_words_and_keeps_its_marks(case):
    assert case.text.startswith("Russian President Vladimir Putin held talks")
    assert case.text.endswith("Inputs from AP\n\n")
    assert sorted({c for c in case.text if ord(c) > 127}) == ["’", "“", "”"]
    assert len(case.text) == 2807


def test_every_report_row_has_come_over(case):
    assert len(case.reports) == 178
    assert len(case.claims) >= 22


def test_the_bounds_of_every_report_are_the_bounds_of_its_words(case):
    for row in case.reports[case.reports["qualifier"] != "no_figure"].to_dict("records"):
        read = Toll.parse(SAID[row["qualifier"]].format(row["value"]))
        assert Toll(read.low, read.high) == bounds(row), row["id"]


def test_the_bounds_of_every_claim_are_the_bounds_of_its_quantity(case):
    people = case.claims[(case.claims["quantity"] != "none") & (case.claims["counted"] != "km")]
    assert len(people) == 8
    for row in people.to_dict("records"):
        assert Toll.parse(row["quantity"]) == bounds(row), row["id"]


def test_missing_is_not_zero(case):
    silent = case.reports[case.reports["qualifier"] == "no_figure"]
    assert len(silent) == 2
    assert silent[["value", "low", "high"]].isna().all(axis=None)
    zero = case.reports[case.reports["value"] == 0]
    assert list(zero["qualifier"]) == ["exact"]


def test_kind_and_party_of_every_report_are_those_of_its_source(case):
    sources = case.sources.loc[case.reports["source"]]
    assert list(sources["kind"]) == list(case.reports["source_kind"])
    assert list(sources["is_party"]) == list(case.reports["party"])


def test_every_problem_says_how_it_is_known(case):
    reports = case.reports
    assert ((reports["problem"] == "none") == (reports["problem_basis"] == "none")).all()
    inferred = reports["problem_basis"] == "inferred"
    assert (reports.loc[inferred, "inferred"] == "problem").all()
    assert set(reports["problem"]) >= {"stale_total", "partial", "mixed_denominator", "transmission_error"}


def test_both_accusing_and_accused_stand_in_the_claims(case):
    accusations = case.claims[case.claims["kind"] == "accusation"]
    sides = case.sources.loc[accusations["origin"], "side"]
    assert list(sides).count("TJK") == 3
    assert list(sides).count("KGZ") == 0


def test_every_source_is_used(case):
    used = {*case.claims["origin"], *case.claims["relay"], *case.reports["source"], *case.reports["relay"]}
    used |= {*case.statements["source"], *case.relays["took_from"], *case.relays["teller"]}
    assert set(case.sources.index) == used


def test_phrases_of_other_outlets_are_a_few_words(case):
    elsewhere = case.statements[case.statements["source"] != "republic_world"]
    assert elsewhere["words"].str.split().str.len().max() <= 10
    printed = case.statements[case.statements["source"] != "republic_world"]
    assert (printed["address"].str.len() > 0).all()


def test_the_statement_is_the_quotation_the_article_prints(case):
    assert case.text.count(case.statement) == 1
    slots = case.statements[
        (case.statements["rendering"] == "article") & (case.statements["quoted"] == "yes")
    ]
    assert all(words in case.statement for words in slots["words"])


def test_the_slots_named_in_the_design_are_all_there(case):
    slots = {"actor", "act", "object", "manner", "pace", "offer", "closing"}
    assert slots <= set(case.statements["slot"])
    changes = {"kept", "dropped", "added", "softened", "strengthened", "re-quoted"}
    assert changes <= set(case.wording["change"])


def test_dropped_words_are_not_in_the_retelling_and_kept_ones_are(case):
    for row in case.wording.to_dict("records"):
        if row["change"] == "dropped":
            assert row["article_words"] == "not_there"
            assert row["statement_words"] not in case.words(row["claim"])
        if row["change"] == "added":
            assert row["statement_words"] == "not_there"
            assert row["article_words"] not in case.statement


@pytest.mark.parametrize("file", sorted(CASE.glob("*.csv")), ids=lambda p: p.name)
def test_no_table_holds_a_stray_blank_or_a_line_break(file):
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"[ \t]+$", text, re.MULTILINE)
    assert "\t" not in text
    assert "\r" not in text
    assert text.endswith("\n")
