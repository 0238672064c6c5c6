"""A figure is followed to where it was stated, or to where the trail is lost."""

import networkx as nx
import pandas as pd
import pytest

from whosays.case import provenance
from whosays.case.provenance import Origins, drift, graph, independent_origins, origins


def relays(*edges: tuple[str, str, str], figure: str = "toll") -> pd.DataFrame:
    """Build a table of relays from (took_from, teller, how)."""
    rows = [
        {"id": f"e{n}", "figure": figure, "took_from": a, "teller": b, "how": how, "value": "7"}
        | {"bound": "exact", "unit": "people", "speaker": b, "as_of": "2020-01-01"}
        | {"took_from_name": a.title(), "teller_name": b.title()}
        for n, (a, b, how) in enumerate(edges)
    ]
    return pd.DataFrame(rows)


COPIES = relays(
    *(("not_said", "ministry", "states"), ("ministry", "wire", "cites"), ("wire", "paper", "cites")),
    *(("ministry", "radio", "cites"), ("not_said", "blog", "cites"), ("wire", "paper", "quotes")),
)


def test_six_copies_of_one_statement_are_one_source():
    told = graph(COPIES, "toll")
    assert origins(told) == Origins(["ministry"], ["blog"])
    assert independent_origins(told) == 1
    assert independent_origins(told, "paper") == 1


def test_a_lost_trail_is_not_an_origin():
    assert origins(graph(COPIES, "toll"), "blog") == Origins([], ["blog"])
    assert independent_origins(graph(COPIES, "toll"), "blog") == 0


def test_two_relays_between_the_same_two_are_two_edges():
    told = graph(COPIES, "toll")
    assert isinstance(told, nx.DiGraph)
    assert told.number_of_edges("wire", "paper") == 2


def test_edges_point_the_way_the_words_travelled():
    assert nx.has_path(graph(COPIES, "toll"), "ministry", "paper")
    assert not nx.has_path(graph(COPIES, "toll"), "paper", "ministry")


def test_a_figure_nobody_tells_is_named_with_those_there_are():
    with pytest.raises(ValueError, match="choose one of toll"):
        graph(COPIES, "tolls")
    with pytest.raises(ValueError, match="does not tell this figure"):
        origins(graph(COPIES, "toll"), "nobody")
    with pytest.raises(ValueError, match="no trail leads"):
        drift(graph(COPIES, "toll"), "radio", "wire")


def test_drift_names_the_slots_that_changed_at_each_step():
    table = COPIES.copy()
    table.loc[1, ["unit", "bound"]] = ["citizens", "at_least"]
    steps = drift(graph(table, "toll"), "wire")
    assert list(steps["teller"]) == ["Ministry", "Wire"]
    assert list(steps["changed"]) == [(), ("bound", "unit", "speaker")]


def test_a_circle_of_copies_has_no_origin_and_does_not_hang():
    told = graph(relays(("a", "b", "cites"), ("b", "a", "cites")), "toll")
    assert origins(told) == Origins([], [])
    with pytest.raises(ValueError, match="no beginning"):
        drift(told, "a")


def test_the_sum_of_the_case_rests_on_two_parties_and_no_third(case):
    told = graph(case.relays, "killed_both")
    assert origins(told, "republic_world").stated == ["kgz_health", "tjk_mfa"]
    assert set(case.sources.loc[origins(told, "republic_world").stated, "is_party"]) == {"yes"}


def test_seven_outlets_of_the_case_repeat_one_ministry(case):
    told = graph(case.relays, "killed_kgz")
    tellers = [n for n in nx.descendants(told, "kgz_health") if told.has_edge("kgz_health", n)]
    assert len(tellers) == 7
    assert independent_origins(told) == 1


def test_every_figure_of_the_case_reaches_the_article(case):
    for figure in case.relays["figure"].unique():
        assert "republic_world" in provenance.graph(case.relays, figure)
        assert len(drift(graph(case.relays, figure), "republic_world")) >= 2


def test_of_two_relays_between_the_same_two_the_first_row_is_followed():
    table = COPIES.copy()
    table.loc[5, ["value", "unit"]] = ["8", "bodies"]
    steps = drift(graph(table, "toll"), "paper")
    assert list(steps["teller"]) == ["Ministry", "Wire", "Paper"]
    assert list(steps["value"]) == ["7", "7", "7"]
    table.loc[2, "value"] = "9"
    assert list(drift(graph(table, "toll"), "paper")["value"]) == ["7", "7", "9"]


def test_drift_may_begin_in_the_middle_of_a_trail():
    steps = drift(graph(COPIES, "toll"), "paper", "wire")
    assert list(steps["teller"]) == ["Wire", "Paper"]
    assert list(steps["speaker"]) == ["wire", "paper"]


def test_a_trail_whose_first_teller_has_no_row_is_named():
    with pytest.raises(ValueError, match="no row says how 'a' has the figure"):
        drift(graph(relays(("a", "b", "cites")), "toll"), "b")
