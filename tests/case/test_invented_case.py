"""The invented case opens like the first, its truth agrees with its tables, and its planted flaws are found."""

import json
import re
from collections import Counter
from datetime import date
from functools import cache

import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from tests.conftest import ROOT
from whosays import charts, check_chart, check_quote, shared_runs
from whosays.case import Case, provenance
from whosays.case.values import NO_WORDS
from whosays.charts.shown import alt_text, data_table
from whosays.text.toll import Toll

FOLDER = ROOT / "data" / "tirrem_invented"
PACKAGE = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
TRUTH = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
DISPATCHES = [r for r in PACKAGE["resources"] if r["path"].startswith("dispatches/")]
THEN, LATER = TRUTH["lists"]
SPELLED = {
    "0": "none", "2": "two", "3": "three", "4": "four", "9": "nine", "11": "eleven", "12": "dozen",
    "22": "twenty-two", "31": "thirty-one", "53": "fifty-three", "74": "seventy-four",
}  # fmt: skip
TOTAL = ("ott_health", "yar_foreign")


@pytest.fixture(scope="module")
def invented() -> Case:
    return Case.open(FOLDER)


@cache
def text(path: str) -> str:
    return (FOLDER / path).read_text(encoding="utf-8")


def bounds(row) -> Toll:
    return Toll(*(None if pd.isna(row[b]) else int(row[b]) for b in ("low", "high")))


def rows(table) -> list[dict]:
    return table.astype(object).where(table.notna(), None).to_dict("records")


def everything() -> str:
    return "\n".join(p.read_text(encoding="utf-8") for p in sorted(FOLDER.rglob("*")) if p.is_file())


def test_it_opens_without_problems_and_says_that_it_is_invented(invented):
    assert Case.problems(FOLDER) == []
    assert invented.invented
    assert "(invented)" in PACKAGE["title"]
    assert PACKAGE["description"].startswith("An invented case")
    assert text("README.md").split("\n\n")[1].startswith("**Everything here is invented.**")


def test_it_has_the_tables_and_columns_of_the_first_case(case, invented):
    for name in ("sources", "claims", "reports", "statements", "wording", "relays"):
        assert list(getattr(invented, name)) == list(getattr(case, name)), name


def test_a_figure_stands_in_the_text_it_is_said_to_stand_in(invented):
    held = [*rows(invented.reports), *rows(invented.relays)]
    for row in held:
        numbers = re.findall(r"\d+", str(row["value"] or ""))
        if not (FOLDER / row["address"]).is_file():
            assert row["address"].startswith("invented;"), row["id"]
            continue
        words = text(row["address"])
        found = [f"{int(n):,}" in words or SPELLED.get(n, n) in words.lower() for n in numbers]
        assert all(found), row["id"]


def test_the_words_of_a_rendering_stand_in_the_text_they_are_from(invented):
    for row in rows(invented.statements[~invented.statements["words"].isin(NO_WORDS)]):
        assert row["words"] in text(row["address"]), row["id"]
    assert set(invented.statements["slot"]) >= {
        "actor",
        "act",
        "object",
        "manner",
        "pace",
        "offer",
        "closing",
    }


def test_every_change_and_every_meaning_has_its_example(invented):
    changes = Counter(invented.wording["change"])
    assert set(changes) == {"kept", "reworded", "dropped", "added", "softened", "strengthened", "re-quoted"}
    assert set(invented.wording["meaning"]) == {"same", "arguable", "differs"}


def test_six_outlets_send_dispatches_over_six_days_of_the_right_names(invented):
    assert len({r["outlet"] for r in DISPATCHES}) == 6
    assert len({invented.sources.loc[r["outlet"], "kind"] for r in DISPATCHES}) == 4
    days = [date.fromisoformat(r["date"]) for r in DISPATCHES]
    assert (max(days) - min(days)).days == 5
    for resource, day in zip(DISPATCHES, days, strict=True):
        assert f"{day:%A} {day.day} October 2031" in resource["title"]
        assert 150 <= len(text(resource["path"]).split()) <= 350, resource["name"]
    assert 450 <= len(invented.text.split()) <= 600
    assert date.fromisoformat(PACKAGE["published"]).strftime("%A") == "Sunday"
    assert date.fromisoformat(invented.claims.loc["c07", "event_time"]).strftime("%A") == "Tuesday"


# The truth file


def test_the_dead_of_the_truth_add_up():
    killed = TRUTH["killed"]
    by_side = {side: sum(killed[side].values()) for side in ("ottavane", "yarrode")}
    assert by_side == {side: sum(day[side] for day in killed["by_day"]) for side in by_side}
    assert sum(by_side.values()) == killed["total"] == LATER["different_people"] == LATER["killed_by_then"]
    assert killed_by(THEN["as_of"]) == THEN["killed_by_then"]


def killed_by(day: str) -> int:
    return sum(d["ottavane"] + d["yarrode"] for d in TRUTH["killed"]["by_day"] if d["day"] <= day)


@pytest.mark.parametrize("lists", [THEN, LATER], ids=["at the article's time", "in the end"])
def test_three_people_on_both_lists_make_the_sum_wrong_by_three(invented, lists):
    health, foreign = (invented.reports.loc[lists[office]["report"]] for office in TOTAL)
    assert (health["source"], foreign["source"]) == TOTAL
    assert health["value"] == lists["ott_health"]["bodies"]
    assert foreign["value"] == lists["yar_foreign"]["citizens"]
    assert lists["ott_health"]["of_ottavane"] + lists["ott_health"]["of_yarrode"] == health["value"]
    assert lists["yar_foreign"]["under_arms"] + lists["yar_foreign"]["civilians"] == foreign["value"]
    first, second = bounds(health), bounds(foreign)
    assert first + second == Toll(lists["sum_printed"], lists["sum_printed"])
    assert first.union_with(second, lists["on_both"]).low == lists["different_people"]
    assert lists["sum_printed"] - lists["different_people"] == 3 == lists["on_both"]


def test_the_article_prints_the_sum_and_the_sum_is_too_high(invented):
    assert Toll.parse(invented.claims.loc["c06", "quantity"]) == Toll(THEN["sum_printed"], None)
    assert THEN["sum_printed"] > THEN["killed_by_then"]


def test_the_clue_to_the_overlap_stands_in_two_dispatches():
    assert "Beside three of the entries" in text("dispatches/courier_2031-10-10.txt")
    assert "Three of the names are of ferry hands" in text("dispatches/yarrode_abroad_2031-10-13.txt")


def test_every_report_has_a_verdict_and_totals_are_judged_by_the_dead(invented):
    assert list(TRUTH["reports"]) == list(invented.reports.index)
    totals = invented.reports[
        (invented.reports["side"] == "both") & (invented.reports["measure"] == "deaths")
    ]
    assert len(totals) > 10
    for row in rows(totals):
        low, high = bounds(row).low, bounds(row).high
        dead = killed_by(row["reported_at"])
        holds = (low is None or low <= dead) and (high is None or dead <= high)
        assert TRUTH["reports"][row["id"]]["verdict"] == ("right" if holds else "wrong"), row["id"]
    silent = [i for i, judged in TRUTH["reports"].items() if judged["verdict"] == "no_figure"]
    assert silent == list(invented.reports[invented.reports["value"].isna()].index)


def test_what_offices_said_they_said_in_a_report(invented):
    for known in TRUTH["knew"]:
        source, value = invented.reports.loc[known["report"], ["source", "value"]]
        assert source == known["office"]
        assert pd.isna(value) or f"{value:,}" in known["said"] or "book" in known["said"], known


def test_every_claim_is_planted_once_as_a_flaw_or_as_sound(invented):
    planted = [item["claim"] for kind in ("flaws", "sound") for item in TRUTH["planted"][kind]]
    assert sorted(planted) == sorted(invented.claims.index)
    shown = re.findall(r"^\| ((?:c\d\d(?:, )?)+) \|", text("README.md"), re.MULTILINE)
    assert sorted(claim for cell in shown for claim in cell.split(", ")) == sorted(planted)
    named = {m for kind in TRUTH["planted"].values() for item in kind for m in item["misconceptions"]}
    assert {"M2", "M4", "M5", "M6", "M8", "M10", "M12", "M13", "M14", "M17", "M19"} <= named


# The planted flaws, as the library finds them


def test_the_altered_fragment_is_found_and_the_sound_one_passes(invented):
    altered = check_quote(invented.words("c09"), invented.statement)
    assert (altered.verdict, altered.changes) == ("altered", [("if both governments ask for it", "")])
    assert "contextomy" in altered.flags
    sound = check_quote(invented.words("c04"), invented.statement)
    assert (sound.verdict, sound.flags) == ("verbatim", ())


def test_two_translations_of_the_statement_differ_and_are_both_quoted(invented):
    quoted = re.search("“(The Chancellor[^”]+)”", text("dispatches/corvelet_2031-10-11.txt"))[1]
    assert check_quote(quoted, invented.statement).verdict == "altered"
    assert f"“{invented.statement}”" in text("dispatches/hubbubly_2031-10-12.txt")


RUNS = {
    "corvelet_2031-10-08": 2, "corvelet_2031-10-11": 3, "hubbubly_2031-10-12": 1, "state_agency_2031-10-10": 2,
}  # fmt: skip


@pytest.mark.parametrize("resource", DISPATCHES, ids=lambda r: r["name"])
def test_copies_share_long_runs_and_stock_phrases_only_short_ones(invented, resource):
    long = shared_runs(text(resource["path"]), invented.text, at_least=8)
    assert len(long) == RUNS.get(resource["name"], 0)
    assert all(run.length >= 12 for run in long)


def test_a_stock_phrase_is_shared_below_eight_words(invented):
    told = text("dispatches/corvelet_2031-10-11.txt")
    short = {run.words for run in shared_runs(told, invented.text, at_least=4) if run.length < 8}
    assert {"At least 53 people have been killed", "could not independently verify"} <= short


@pytest.mark.parametrize(
    ("dispatch", "words"),
    [
        ("corvelet_2031-10-11", "rejected both charges"),
        ("corvelet_2031-10-11", "The total is Corvelet’s addition"),
        ("state_agency_2031-10-10", "could not yet say whether anyone had used the lane"),
        ("state_agency_2031-10-10", "more than 8,400"),
        ("state_agency_2031-10-11", "without regard to citizenship"),
        ("courier_2031-10-10", "three"),
    ],
)
def test_what_the_article_leaves_out_stands_in_a_dispatch(invented, dispatch, words):
    assert words in text(f"dispatches/{dispatch}.txt")
    assert words not in invented.text


def test_the_charges_come_from_one_side_and_the_credit_names_one_agency(invented):
    accusations = invented.claims[invented.claims["kind"] == "accusation"]
    assert list(invented.sources.loc[accusations["speaker"], "side"]) == ["XOT", "XOT"]
    assert "State News Agency" not in invented.text
    assert "state_agency" in set(invented.claims["carrier"])


def test_the_verb_of_doubt_falls_on_the_government_that_was_not_late(invented):
    """In the first case it falls on the one that was late and counts citizens."""
    doubted = invented.claims.query("cue == 'claimed'")["speaker"]
    assert list(invented.sources.loc[doubted, "side"]) == ["XOT"]
    deaths = invented.reports.query("measure == 'deaths' and value > 0 and source in @TOTAL")
    first = deaths.sort_values("reported").drop_duplicates("side").set_index("side")
    assert first.loc["XOT", "reported"] < first.loc["XYA", "reported"]
    assert first.loc["XYA", "counted"].startswith("citizens")


def test_the_total_rests_on_two_offices_of_the_parties(invented):
    told = provenance.graph(invented.relays, "killed_both")
    for teller in (None, "ledger"):
        assert provenance.origins(told, teller) == provenance.Origins(sorted(TOTAL), [])
    assert set(invented.sources.loc[list(TOTAL), "is_party"]) == {"yes"}


def test_five_outlets_repeat_one_origin_and_one_count_is_independent(invented):
    told = provenance.graph(invented.relays, "killed_ottavane")
    assert len(set(told) - {"ott_health"}) == 5
    assert provenance.independent_origins(told) == 1
    assert provenance.origins(provenance.graph(invented.relays, "killed_clinic")).stated == ["tarle"]
    assert provenance.origins(provenance.graph(invented.relays, "killed_2028"), "ledger").lost == ["corvelet"]


@pytest.mark.parametrize(
    ("figure", "teller", "slot"),
    [
        ("killed_yarrode", "ledger", "unit"),
        ("killed_yarrode", "hubbubly", "unit"),
        ("injured_yarrode", "ledger", "bound"),
        ("evacuated_ottavane", "ledger", "bound"),
        ("killed_added", "ledger", "unit"),
        ("injured_ottavane", "public_radio", "speaker"),
    ],
)
def test_the_slot_that_drifts_is_named(invented, figure, teller, slot):
    steps = provenance.drift(provenance.graph(invented.relays, figure), teller)
    assert slot in steps["changed"].iloc[-1]
    assert "value" not in steps["changed"].iloc[-1]


def test_every_figure_reaches_the_article(invented):
    for figure in invented.relays["figure"].unique():
        assert "ledger" in provenance.graph(invented.relays, figure)


def test_the_ladder_climbs_and_another_ministry_stands_between_its_rungs(invented):
    deaths = invented.reports[(invented.reports["measure"] == "deaths") & (invented.reports["side"] == "XOT")]
    ladder = list(deaths.loc[deaths["source"] == "ott_health", "value"].drop_duplicates())
    assert ladder == sorted(ladder) == [6, 14, 19, 27, 31, 32, 33]
    [other] = deaths.loc[deaths["source"] == "ott_interior", "value"]
    assert 27 < other < 31


# Charts


def official(case, side="XOT"):
    reports = case.reports[(case.reports["measure"] == "deaths") & (case.reports["side"] == side)]
    return reports[reports["source_kind"] == "government"]


def overlap(case):
    first, second = (bounds(case.reports.loc[THEN[office]["report"]]) for office in TOTAL)
    return charts.sum_with_overlap(
        first, second, tuple(case.name(office) for office in TOTAL), THEN["on_both"]
    )


DRAW = {
    "alignment": lambda case: charts.alignment(case.statement, case.words("c08")),
    "bounds": lambda case: charts.bounds({q: Toll.parse(q) for q in case.claims["quantity"] if q != "none"}),
    "provenance_graph": lambda case: charts.provenance_graph(
        provenance.graph(case.relays, "killed_ottavane")
    ),
    "reports_by_source": lambda case: charts.reports_by_source(
        case.reports[case.reports["measure"] == "deaths"]
    ),
    "reports_over_time": lambda case: charts.reports_over_time(official(case, "XYA")),
    "sum_with_overlap": overlap,
    "voices": lambda case: charts.voices(case.claims),
    "calibration_curve": lambda case: charts.calibration_curve([(50, 2, 1)]),
    "two_bars": lambda case: charts.two_bars({"Before": (1, 2, 1, 2)}),
}


@pytest.mark.slow("every chart of ours: its contract, its words, its letters")
@pytest.mark.parametrize("name", charts.__all__)
def test_every_chart_draws_it_with_words_and_no_words_overlap(invented, name):
    ax = DRAW[name](invented)
    assert 25 <= len(alt_text(ax).split()) <= 120
    assert len(data_table(ax)) > 0
    ax.figure.draw_without_rendering()
    found = [t for t in ax.findobj(Text) if t.get_visible() and t.get_text().strip()]
    boxes = [(t.get_text(), Text.get_window_extent(t).shrunk(0.98, 0.9)) for t in found]
    boxes = [(words, box) for words, box in boxes if box.width > 0]
    pairs = [(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :] if a[0] != b[0]]
    assert [(a, b) for (a, box), (b, other) in pairs if box.overlaps(other)] == []


def test_the_contract_holds_for_its_ladder_and_not_for_the_false_rung(invented):
    deaths = official(invented)
    assert check_chart(charts.reports_over_time(deaths[deaths["source"] == "ott_health"]), invented) == []
    ax = Figure().add_subplot()
    ax.step(range(4), [19, 27, invented.reports.loc["r18", "value"], 31])
    [breach] = [breach for breach in check_chart(ax, invented) if breach.clause == "series"]
    assert invented.name("ott_interior") in breach.message


# Nothing of the first case


def test_no_name_of_the_first_case_occurs_in_it(case):
    sources = "\n".join(case.sources["name"])
    theirs = set(re.findall(r"[A-Z][\w.]*[a-zA-Z]", case.text + "\n" + sources))
    ours = set(re.findall(r"[\w.]*\w", everything()))
    assert theirs & ours - set(ORDINARY.split()) == set()
    assert not re.search("kyrgyz|tajik|kgz|tjk|2022", everything(), re.IGNORECASE)


# Capitalised in the first case, and nobody's name.
ORDINARY = """
    According Agency Conflict Council Data Defence During Emergencies European Foreign Friday Furthermore General
    Government Guard Health Human In Inputs Interior It Meanwhile Ministry News Office On Our President Program
    Public Radio Region Rights Security Service Source State Sunday The Thursday Tuesday Wednesday World
"""


def test_no_name_of_it_is_typed_in_the_package(invented):
    names = re.compile(
        r"ottavane|yarrode|tolvemar|dunmerel|tirrem|corvelet|hubbubly|lummerel|\b(xot|xya|xtm)\b", re.I
    )
    files = [p for p in (ROOT / "src").rglob("*") if p.suffix in {".py", ".js", ".css"}]
    assert [p.name for p in files if names.search(p.read_text(encoding="utf-8"))] == []
