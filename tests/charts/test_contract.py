"""The contract passes an honest chart and names what is wrong with any other, with the figure or without it."""

import json
import re
import subprocess
import sys
from types import SimpleNamespace

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.lib.pretty import pretty
from matplotlib.figure import Figure

from tests.charts.test_facts import JSON, edited, paths, sample
from tests.conftest import CASE
from tests.lessons import NOTEBOOKS, cells
from whosays import charts
from whosays.case import provenance
from whosays.charts.contract import CLAUSES, breaches, check_chart
from whosays.charts.contract.lines import one_source
from whosays.charts.facts import facts
from whosays.charts.shown import describe
from whosays.text.toll import Toll

ALT = """Steps climbing from 24 to 59: deaths as reported by the Kyrgyz Health Ministry on 17 and
18 September 2022. The figures are bodies received and counted by then. The chart does not show when
people died, and those who had not reached a hospital are not in it."""
DAYS = np.array(
    ["2022-09-17T01:30", "2022-09-18T10:00", "2022-09-18T13:30", "2022-09-18T22:30"], dtype="datetime64"
)


def honest() -> Figure:
    figure = Figure()
    ax = figure.subplots()
    ax.step(DAYS, [24, 36, 46, 59], where="post", marker="o", label="Kyrgyz Health Ministry")
    ax.set(ylim=(0, 70), ylabel="Deaths reported (people)", title="Deaths as reported, report by report")
    ax.legend()
    describe(figure, ALT)
    return figure


def clauses(figure, case) -> set[str]:
    return {breach.clause for breach in check_chart(figure, case)}


def bars(values=(59, 35), lying=False) -> Figure:
    figure = Figure()
    ax = figure.subplots()
    names = ["Kyrgyz Health Ministry", "Tajik Foreign Ministry"][: len(values)]
    (ax.barh if lying else ax.bar)(names, values)
    (ax.set_xlabel if lying else ax.set_ylabel)("Deaths reported (people)")
    ax.set_title("Deaths as reported by 18 September 2022")
    describe(figure, ALT)
    return figure


def test_an_honest_chart_passes(case):
    assert check_chart(honest(), case) == []
    assert check_chart(bars(), case) == []
    assert check_chart(bars(lying=True), case) == []
    assert check_chart(honest().axes[0], case) == []


ALT_94 = ALT.replace("Steps climbing from 24 to 59", "A mark at 94, at least,").replace(
    "Kyrgyz Health Ministry", "BBC"
)


def of_the_bbc(ax, **look) -> None:
    """Draw the floor of the BBC in place of the line; *look* is that of an error bar."""
    ax.clear()
    day = np.array(["2022-09-19T12:00"], dtype="datetime64")
    (ax.errorbar(day, [94], fmt="o", label="BBC", **look) if look else ax.plot(day, [94], "o", label="BBC"))
    ax.set(ylim=(0, 100), ylabel="Deaths reported (people)", title="A figure as reported")
    ax.legend()
    describe(ax.figure, ALT_94)


def of_reuters(ax) -> None:
    """Draw the sum that Reuters printed as plain."""
    ax.clear()
    ax.bar(["Reuters, 18 September 2022"], [71])
    ax.set(ylabel="Deaths reported (people)", title="A figure as reported")
    describe(ax.figure, ALT_94.replace("94, at least,", "71").replace("BBC", "Reuters"))


BREAK = {
    "unit": lambda ax: ax.set_ylabel("reported"),
    "reported": lambda ax: ax.set(ylabel="Deaths (people)", title="Deaths by hour"),
    "source": lambda ax: (ax.get_legend().remove(), ax.lines[0].set_label("one")),
    "title": lambda ax: ax.set_title("The real toll"),
    "figure": lambda ax: ax.lines[0].set_ydata([24, 36, 47, 59]),
    "sum": of_reuters,
    "floor": of_the_bbc,
    "alt": lambda ax: describe(ax.figure, "A line."),
}


@pytest.mark.parametrize("clause", BREAK)
def test_each_clause_catches_its_own_breach(case, clause):
    figure = honest()
    BREAK[clause](figure.axes[0])
    assert clause in clauses(figure, case)
    assert clauses(figure, case) == {clause}


def test_bars_must_start_at_zero_however_they_lie(case):
    for lying in (False, True):
        figure = bars(lying=lying)
        (figure.axes[0].set_xlim if lying else figure.axes[0].set_ylim)(30, 60)
        [breach] = check_chart(figure, case)
        assert breach.clause == "zero"
        assert breach.remedy == ("ax.set_xlim(left=0)" if lying else "ax.set_ylim(bottom=0)")


def test_a_chart_without_a_day_breaks_as_of(case):
    figure = bars()
    figure.axes[0].set_title("Deaths as reported")
    assert clauses(figure, case) == {"as_of"}


def test_a_floor_with_an_arrow_or_a_word_is_a_floor(case):
    figure = honest()
    ax = figure.axes[0]
    of_the_bbc(ax, yerr=5, lolims=True)
    assert check_chart(figure, case) == []
    of_the_bbc(ax, yerr=5)
    assert "figure" in clauses(figure, case)  # ends that nobody reported
    of_the_bbc(ax)
    ax.annotate("at least 94", (19254.5, 94))
    assert check_chart(figure, case) == []


def test_a_sum_with_its_assumption_passes(case):
    figure = honest()
    of_reuters(figure.axes[0])
    figure.axes[0].set_title("A sum as reported, assuming nobody is on both lists")
    assert check_chart(figure, case) == []


def test_an_empty_figure_says_so(case):
    figure = Figure()
    assert clauses(figure, case) == {"empty"}
    figure.subplots()
    assert clauses(figure, case) == {"empty"}


@pytest.mark.slow("every chart of ours: its contract, its words, its letters")
@pytest.mark.parametrize("draw", [
    lambda f: f.subplots().imshow(np.eye(3)),
    lambda f: f.subplots(subplot_kw={"projection": "polar"}).plot([1, 2]),
    lambda f: f.subplots().plot(["a", "b"], [np.nan, 2]),
    lambda f: f.subplots().scatter([1, 2], np.ma.masked_less([1, 2], 2)),
    lambda f: f.subplots().hist([1, 2, 2]),
    lambda f: f.subplots().pie([1, 2]),
    lambda f: f.subplots().fill_between([1, 2], [1, 2]),
    lambda f: f.subplots().twinx().plot([1, 2]),
    lambda f: f.subplots().errorbar([1], [2]),
    lambda f: f.subplots().hlines([1, 2], 0, 1),
    lambda f: f.subplots().stem([1, 2]),
    lambda f: f.subplots().boxplot([1, 2]),
    lambda f: f.subplots().stackplot([1, 2], [1, 2], [3, 4]),
    lambda f: f.subplots().hist([1, 2, 2], histtype="step"),
    lambda f: f.subplots().bar(["a", "b"], [np.nan, 2], label=["one", "two"]),
    lambda f: f.subplots().bar([], []),
    lambda f: f.subplots().barh(["a"], [3], left=DAYS[0]),
    lambda f: f.subplots().errorbar([1], [2], yerr=1, fmt="none", uplims=True),
    lambda f: f.subplots().plot(["a", "b"], ["24", "36"]),
    lambda f: f.subplots(subplot_kw={"projection": "3d"}).scatter([1, 2], [1, 2], [1, 2]),
    lambda f: f.subplots().set(yscale="symlog"),
    lambda f: f.subplots().secondary_yaxis("right").set_ylabel("percent"),
    lambda f: f.subplots().inset_axes([0, 0, 0.5, 0.5]).plot([1, 2]),
    lambda f: f.colorbar(f.subplots().scatter([1, 2], [1, 2], c=[1, 2])),
    lambda f: f.subfigures(1, 2)[0].subplots().plot([1, 2]),
    lambda f: pd.Series([1, None, 3], name="deaths").plot(ax=f.subplots(), secondary_y=True),
    lambda f: pd.DataFrame({"a": [1, 2], "b": [3, 4]}).plot.barh(ax=f.subplots(), stacked=True),
    lambda f: describe(f.subplots(), "half a character \ud800"),
])  # fmt: skip
def test_no_figure_makes_it_fall_over(case, draw):
    figure = Figure()
    draw(figure)
    assert all(breach.message and breach.remedy for breach in check_chart(figure, case))
    assert breaches(json.loads(json.dumps(facts(figure), allow_nan=False)), case) == check_chart(figure, case)


def test_every_breach_is_of_a_named_clause_and_the_list_stands_in_their_order(case):
    figure = bars((94,))
    figure.axes[0].set_xticks([0], ["AFP"])
    figure.axes[0].set(title="The real toll", ylim=(100, 50), ylabel="")
    found = [breach.clause for breach in check_chart(figure, case)]
    assert found == ["unit", "reported", "as_of", "floor", "zero", "direction", "title", "alt"]
    assert sorted(found, key=list(CLAUSES).index) == found
    figure = Figure()
    for ax in figure.subplots(1, 2):
        ax.bar(["Kyrgyz Health Ministry"], [59])
    assert [breach.clause for breach in check_chart(figure, case)] == ["unit", "reported", "as_of", "alt"]
    assert all(sentence.endswith(".") and len(sentence.split()) > 5 for sentence in CLAUSES.values())


@pytest.mark.parametrize("draw", [honest, bars, Figure, lambda: Figure().subplots().figure])
def test_facts_read_back_are_judged_as_the_figure_is(case, draw):
    figure = draw()
    for ax in figure.axes:
        ax.set(title="The real toll", ylabel="")
    stored = json.loads(json.dumps(facts(figure)))
    assert breaches(stored, case) == check_chart(figure, case) != []


@given(value=JSON)
def test_what_is_not_facts_is_refused(case, value):
    with pytest.raises(ValueError, match=r"^facts"):
        breaches(value, case)


SAMPLE = sample()


@given(path=st.sampled_from(paths(SAMPLE)), value=JSON)
def test_edited_facts_are_judged_or_refused(case, path, value):
    try:
        found = breaches(edited(SAMPLE, path, value), case)
    except ValueError as error:
        assert str(error).startswith("facts")
    else:
        assert all(breach.clause in CLAUSES for breach in found)


def test_breaches_print_one_under_the_other_with_what_mends_them(case):
    figure = honest()
    figure.axes[0].set(ylabel="reported", title="The real toll")
    assert pretty(check_chart(figure, case)) == (
        "[unit: The label of the value axis, 'reported', does not say what is counted.\n"
        '     ax.set_ylabel("Deaths reported (people)"),\n'
        " title: The title says 'real', which tells as a fact what was reported.\n"
        '     ax.set_title("Deaths as reported by two parties to the fighting")]'
    )


@pytest.mark.parametrize("lying", [False, True])
def test_a_value_axis_that_runs_backwards_is_a_breach(case, lying):
    figure = bars(lying=lying)
    (figure.axes[0].invert_xaxis if lying else figure.axes[0].invert_yaxis)()
    assert clauses(figure, case) == {"direction"}
    figure = bars(lying=lying)
    (figure.axes[0].invert_yaxis if lying else figure.axes[0].invert_xaxis)()
    assert check_chart(figure, case) == []


@pytest.mark.parametrize("lying", [False, True])
def test_bars_on_a_logarithmic_axis_are_told_to_use_an_even_one(case, lying):
    figure = bars(lying=lying)
    (figure.axes[0].set_xscale if lying else figure.axes[0].set_yscale)("log")
    [breach] = check_chart(figure, case)
    assert breach.clause == "zero"
    assert breach.remedy == f'ax.set_{"x" if lying else "y"}scale("linear")'
    figure = honest()
    figure.axes[0].set(yscale="log", ylim=(1, 100))
    assert check_chart(figure, case) == []  # a line has no length


def stacked(starts, lengths, title="Deaths as reported by 18 September 2022") -> Figure:
    figure = Figure()
    ax = figure.subplots()
    for start, length in zip(starts, lengths, strict=True):
        ax.bar(["Kyrgyz Health Ministry, Tajik Foreign Ministry"], [length], bottom=[start])
    ax.set(ylabel="Deaths reported (people)", title=title, ylim=(0, 200))
    describe(figure, ALT)
    return figure


def test_a_floating_bar_does_not_stand_on_zero(case):
    assert "zero" in clauses(stacked([30], [29]), case)
    assert "zero" in clauses(stacked([30, 59], [29, 8]), case)
    assert "zero" not in clauses(stacked([37], [14], "Deaths as reported in 2022: a range"), case)


def test_a_stack_of_two_sides_is_a_sum(case):
    assert clauses(stacked([0, 59], [59, 35]), case) == {"sum"}
    assert clauses(stacked([0, 35], [35, 59]), case) == {"sum"}
    said = "Deaths as reported by 18 September 2022, assuming nobody is on both lists"
    assert check_chart(stacked([0, 59], [59, 35], said), case) == []


def test_a_stack_of_parts_of_one_side_is_none(case):
    for starts, lengths in (([35], [59]), ([0, 13], [13, 50]), ([0, 0.1, 0.3], [0.1, 0.2, 0.4])):
        found = clauses(stacked(starts, lengths, "Deaths as reported in 2022: a range"), case)
        assert not found & {"sum", "zero"}


def two_lines() -> Figure:
    figure = honest()
    figure.axes[0].step(DAYS[2:], [33, 35], where="post", marker="s", label="Tajik Foreign Ministry")
    return figure


def test_labels_of_two_series_must_be_seen(case):
    figure = two_lines()
    assert clauses(figure, case) == {"figure", "legend"}  # the legend is older than the second line
    figure.axes[0].legend()
    assert check_chart(figure, case) == []
    figure.axes[0].get_legend().remove()
    assert "legend" in clauses(figure, case)


def test_labels_may_stand_beside_the_lines_or_in_a_legend_of_the_figure_or_in_other_words(case):
    figure = two_lines()
    figure.axes[0].get_legend().remove()
    figure.legend()
    assert check_chart(figure, case) == []
    figure = two_lines()
    figure.axes[0].legend(["Ministry of Health", "Tajik Foreign Ministry"])
    assert check_chart(figure, case) == []
    figure = two_lines()
    figure.axes[0].get_legend().remove()
    for place, words in ((59, "Kyrgyz Health\nMinistry"), (35, "Tajik Foreign\nMinistry: citizens")):
        figure.axes[0].annotate(words, (DAYS[-1], place))
    assert check_chart(figure, case) == []


def test_one_label_needs_no_legend(case):
    figure = honest()
    figure.axes[0].get_legend().remove()
    figure.axes[0].set_title("Deaths as reported by the Kyrgyz Health Ministry")
    assert check_chart(figure, case) == []


def twins(limits) -> Figure:
    figure = honest()
    other = figure.axes[0].twinx()
    other.step(DAYS[2:], [33, 35], where="post", label="Tajik Foreign Ministry")
    other.set(ylabel="Deaths reported (people)", ylim=limits)
    other.legend(loc="lower right")
    return figure


def test_two_scales_on_each_other_are_a_breach(case):
    assert clauses(twins((0, 40)), case) == {"twin"}
    assert {breach.clause for breach in check_chart(twins((0, 40)).axes[1], case)} == {"twin"}
    assert check_chart(twins((0, 70)), case) == []


@pytest.mark.parametrize(("tops", "broken"), [((70, 700), {"scale"}), ((70, 70), set())])
def test_two_charts_of_one_measure_beside_each_other_have_one_scale(case, tops, broken):
    figure = Figure()
    for ax, top in zip(figure.subplots(1, 2), tops, strict=True):
        ax.step(DAYS, [24, 36, 46, 59], where="post", label="Kyrgyz Health Ministry")
        ax.set(ylim=(0, top), ylabel="Deaths reported (people)", title="Deaths as reported")
        ax.legend()
    describe(figure, ALT)
    assert clauses(figure, case) == broken


def test_a_sum_is_a_sum_unless_its_value_is_a_figure_of_a_named_source(case):
    figure = bars((94,))
    figure.axes[0].set_xticks([0], ["the media"])
    assert {"sum", "floor"} <= clauses(figure, case)
    figure.axes[0].set_xticks([0], ["Uppsala Conflict Data Program, Tajik side"])
    assert "sum" not in clauses(figure, case)
    figure = bars((51,))
    figure.axes[0].set_xticks([0], ["Human Rights Watch"])
    figure.axes[0].set_title("Civilian deaths as reported by Human Rights Watch in 2023: up to 51")
    describe(figure, ALT_94.replace("94, at least,", "51, at most,").replace("BBC", "HRW"))
    assert check_chart(figure, case) == []  # counted, not added


def test_a_ceiling_may_be_told_in_words(case):
    figure = bars((20_000,))
    figure.axes[0].set(ylabel="People displaced", xticks=[0], xticklabels=["Kyrgyz Red Crescent"])
    describe(figure, ALT_94.replace("94, at least,", "nearly 20,000,"))
    figure.axes[0].set_title("People displaced, as reported on 17 September 2022")
    assert clauses(figure, case) == {"floor"}
    figure.axes[0].set_title("People displaced, as reported on 17 September 2022: nearly 20,000")
    assert check_chart(figure, case) == []
    figure.axes[0].set_title("Displaced, as reported on 17 September 2022: between 10,000 and 20,000")
    assert check_chart(figure, case) == []


# Together they hold every kind of figure, reports without a figure or a day, and names that are wrapped.
MEASURES = ["battle_related_deaths", "deaths", "deaths_civilian", "displaced", "injured"]


def of_reports(case, sides):
    """Return what our charts of reports about *sides* break, by what they show."""
    reports = case.reports[case.reports["measure"].isin(MEASURES) & case.reports["side"].isin(sides)]
    drawn = {}
    for (measure, side), rows in reports.groupby(["measure", "side"]):
        drawn[f"{measure} {side} by source"] = charts.reports_by_source(rows)
        if rows["reported"].notna().any():
            drawn[f"{measure} {side} over time"] = charts.reports_over_time(rows)
    return {name: clauses(ax, case) for name, ax in drawn.items()}


@pytest.mark.slow("every chart of ours: its contract, its words, its letters")
@pytest.mark.filterwarnings("ignore:AutoDateLocator")
def test_our_charts_of_reports_keep_the_contract(case):
    found = of_reports(case, ["KGZ", "TJK"])
    assert len(found) > 10
    assert {name: broken for name, broken in found.items() if broken} == {}


@pytest.mark.slow("every chart of ours: its contract, its words, its letters")
@pytest.mark.filterwarnings("ignore:AutoDateLocator")
def test_our_charts_of_both_sides_lack_at_most_what_a_sum_assumes(case):
    found = of_reports(case, ["both"])
    assert {name: broken for name, broken in found.items() if broken - {"sum"}} == {}
    for counted in ("deaths_civilian both over time", "battle_related_deaths both by source"):
        assert found[counted] == set()  # counted, not added


def test_our_charts_of_bounds_keep_the_contract_where_their_labels_name_source_and_day(case):
    said = {
        "Tajik Foreign Ministry, 18 September 2022: 35": Toll(35, 35),
        "Reuters, the same day: about 30": Toll(30, 30),
        "Tajik security sources, 17 September 2022: at least 7": Toll(7, None),
    }
    assert check_chart(charts.bounds(said), case) == []
    labels = ("Kyrgyz Health Ministry, 18 September 2022", "Tajik Foreign Ministry, 18 September 2022")
    for overlap in (None, 0, 5):
        chart = charts.sum_with_overlap(Toll(59, 59), Toll(35, 35), labels, overlap)
        assert check_chart(chart, case) == []


@pytest.mark.slow("every chart of ours: its contract, its words, its letters")
def test_our_pictures_of_words_hold_no_figures_to_judge(case):
    drawn = [charts.alignment(case.statement, case.words("c08")), charts.voices(case.claims)]
    drawn += [
        charts.provenance_graph(provenance.graph(case.relays, name))
        for name in case.relays["figure"].unique()
    ]
    assert [clauses(ax, case) for ax in drawn] == [{"empty"}] * len(drawn)


@pytest.fixture(scope="module")
def lesson() -> dict:
    """Run the code of the lesson on charts; return its names, and its figures by the cells that drew them."""
    sources = dict(cells(NOTEBOOKS / "05_charting_reports.ipynb", "code"))
    prose = dict(cells(NOTEBOOKS / "05_charting_reports.ipynb", "markdown"))
    names: dict = {"drawn": {}, "prose": prose}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(NOTEBOOKS)
        matplotlib.use("agg")
        for cell, source in sources.items():
            exec(compile(source, cell, "exec"), names)
            if "plt.subplots" in source or "bars()" in source:
                names["drawn"][cell] = names["fig"]
    return names


@pytest.mark.slow("every chart of ours: its contract, its words, its letters")
@pytest.mark.parametrize("cell", ["worked-step", "worked-errorbar"])
def test_worked_figures_of_the_lesson_keep_the_contract(lesson, case, cell):
    assert check_chart(lesson["drawn"][cell], case) == []


@pytest.mark.slow("every chart of ours: its contract, its words, its letters")
@pytest.mark.parametrize(("cell", "broken"), [
    ("flawed-bars", {"unit", "reported", "source", "as_of", "zero", "title", "alt"}),
    ("flawed-total-draw", {"reported", "source", "floor", "sum", "title", "alt"}),
    ("flawed-mix-draw", {"source", "series", "steps", "alt"}),
])  # fmt: skip
def test_flawed_figures_of_the_lesson_break_what_they_are_meant_to_break(lesson, case, cell, broken):
    assert clauses(lesson["drawn"][cell], case) == broken


@pytest.mark.slow("every chart of ours: its contract, its words, its letters")
@pytest.mark.parametrize("answer", ["mend-bars-answer", "flawed-total-answer"])
def test_mended_figures_of_the_lesson_keep_the_contract(lesson, case, answer):
    [code] = re.findall(r"```python\n(.*?)```", lesson["prose"][answer], re.DOTALL)
    fig, ax = lesson["plt"].subplots()
    names = {**lesson, "fig": fig, "ax": ax}
    exec(code, names)
    describe(names["fig"], ALT)
    assert check_chart(names["fig"], case) == []


def test_the_name_of_a_country_does_not_say_who_reported(case):
    figure = bars()
    figure.axes[0].set_xticks([0, 1], ["Kyrgyzstan", "Tajikistan"])
    assert clauses(figure, case) == {"source"}
    figure.axes[0].set_xticks([0, 1], ["Kyrgyzstan (no office named)", "Tajikistan (no office named)"])
    figure.axes[0].set_title("Deaths as reported by 19 September 2022")
    assert check_chart(figure, case) == []


def mends(figure, case) -> dict[str, str]:
    return {breach.clause: breach.remedy for breach in check_chart(figure, case)}


def test_a_remedy_speaks_of_what_the_chart_counts(case):
    figure = bars((139,))
    figure.axes[0].set(ylabel="", title="The real number of injuries")
    found = mends(figure, case)
    assert found["unit"] == 'ax.set_ylabel("Injured reported (people)")'
    assert found["as_of"] == 'ax.set_title("Injured as reported by ...")'
    assert found["title"].startswith('ax.set_title("Injured as reported by')
    figure.axes[0].set_xticks([0], ["Al Jazeera"])
    assert mends(figure, case)["as_of"] == 'ax.set_title("Injured as reported by 18 September 2022")'
    figure.axes[0].set_title("")
    assert mends(figure, case)["unit"] == 'ax.set_ylabel("Injured reported (people)")'  # by its figure
    figure = bars((5_000_000,))
    figure.axes[0].set(ylabel="", title="")
    assert mends(figure, case)["unit"] == 'ax.set_ylabel("... reported (people)")'


def test_a_name_that_names_no_office_is_told_so(case):
    figure = bars()
    figure.axes[0].set_xticks([0, 1], ["Kyrgyzstan", "Tajikistan"])
    [breach] = check_chart(figure, case)
    assert "“Kyrgyzstan” names no office" in breach.message
    figure.axes[0].set_xticks([0, 1], ["one", "the other"])
    [breach] = check_chart(figure, case)
    assert breach.message == "No word on the chart says who reported."


@pytest.mark.parametrize(("lying", "remedy"), [(False, "ax.bar(["), (True, "ax.barh([")])
def test_the_remedy_for_bars_without_a_source_draws_bars(case, lying, remedy):
    figure = bars(lying=lying)
    (figure.axes[0].set_yticks if lying else figure.axes[0].set_xticks)([0, 1], ["one", "the other"])
    assert mends(figure, case)["source"].startswith(remedy)
    figure = honest()
    BREAK["source"](figure.axes[0])
    assert mends(figure, case)["source"].startswith("ax.step(")


def test_the_remedy_for_a_bound_fits_what_is_drawn(case):
    figure = bars((94,))
    figure.axes[0].set_xticks([0], ["AFP"])
    assert mends(figure, case)["floor"] == 'ax.bar_label(ax.containers[0], ["at least 94", ...])'
    figure = honest()
    of_the_bbc(figure.axes[0])
    assert mends(figure, case)["floor"] == "ax.errorbar(x, y, yerr=5, lolims=True)"
    figure.axes[0].clear()
    figure.axes[0].plot([20_000], ["Red Crescent"], "o")
    figure.axes[0].set_xlabel("People displaced, reported")
    assert mends(figure, case)["floor"] == "ax.errorbar(x, y, xerr=5, xuplims=True)"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ([24, 36, 38, 59], "38 is a figure of the Tajik Foreign Ministry, the others are of the Kyrgyz Health Ministry."),
        ([24, 46, 30, 38], "30 and 38 are figures of the Tajik Foreign Ministry, the others are of the Kyrgyz Health Ministry."),
        ([24, 46, 30, 38, 40, 70], "40 and 70 are figures of the Kyrgyz Security Council"),
    ],
)  # fmt: skip
def test_a_line_of_several_sources_is_a_breach_however_many_figures_each_gives(case, values, told):
    figure = Figure()
    ax = figure.subplots()
    ax.plot(range(len(values)), values, label="Kyrgyz Health Ministry")
    ax.set(ylabel="Deaths reported (people)", title="Deaths as reported in 2022")
    describe(figure, ALT)
    [breach] = [breach for breach in check_chart(figure, case) if breach.clause == "series"]
    assert told in breach.message


@pytest.mark.slow("every chart of ours: its contract, its words, its letters")
def test_a_line_is_of_one_source_also_where_that_is_no_office(case):
    wire = case.reports[case.reports["source_kind"] != "government"].groupby("source_name")["value"]
    known = [sorted(values.dropna().unique()) for _, values in wire]
    for values in (values for values in known if len(values) > 2):
        figure = Figure()
        figure.subplots().plot(values)
        assert "series" not in clauses(figure, case)


OFFICES = {"Army": (1, 2, 3), "Board": (3, 4, 5, 6), "Clinic": (7, 8), "Daily": (1, 4, 7)}


def of_several_sources(*values: float, drawn_as_bars=False) -> list[str]:
    """Return what the clause on one source says of *values*; three offices and a paper reported figures."""
    reports = {
        f"{name} {value}": {
            "source_name": name,
            "source_kind": "wire" if name == "Daily" else "government",
            "value": value,
        }
        for name, values in OFFICES.items()
        for value in values
    }
    panel = {"series": [{"values": list(map(float, values)), "bars": drawn_as_bars}]}
    return [
        breach.message
        for breach in one_source(SimpleNamespace(panel=panel, case=SimpleNamespace(reports=reports)))
    ]


def test_a_line_of_figures_of_several_offices_says_whose_are_fewer():
    assert of_several_sources(3, 4, 5, 2) == ["2 is a figure of the Army, the others are of the Board."]
    assert of_several_sources(4, 5, 6, 1, 2, 7) == [
        "1 and 2 are figures of the Army, 7 is a figure of the Clinic, the others are of the Board."
    ]
    assert len(of_several_sources(4, 8, 1)) == 1


@pytest.mark.parametrize(
    "values",
    [(1, 2, 3), (3, 4, 5, 6), (1, 4, 7), (2, 5), (2, 2, 5, 5), (4, 5, 1, 99), (97, 98, 99)],
    ids=["one office", "another", "a paper", "two figures", "two, twice", "one that nobody gave", "nobody's"],
)
def test_a_line_may_hold_figures_of_one_source_or_of_nobody(values):
    assert of_several_sources(*values) == []


def test_bars_may_hold_figures_of_several_sources():
    assert of_several_sources(4, 5, 1, drawn_as_bars=True) == []


class Grid:
    """Hold a figure, as grids of other libraries do."""

    def __init__(self):
        self.figure = bars()


@pytest.mark.parametrize(
    "thing", [None, plt, [], (), {}, "a chart", 3, Figure, np.array([1.0]), pd.DataFrame({"a": [1]})]
)
def test_what_is_no_figure_is_a_breach_in_words(case, thing):
    [breach] = check_chart(thing, case)
    assert breach.clause == "empty"
    assert "not a figure; draw with fig, ax = plt.subplots()" in breach.message


def test_a_figure_is_found_where_it_is_held(case):
    figure = bars()
    for thing in (
        figure.axes[0],
        figure.axes,
        (figure, figure.axes[0]),
        figure.axes[0].containers[0],
        Grid(),
    ):
        assert check_chart(thing, case) == []


def test_what_matplotlib_cannot_draw_is_a_breach_in_words(case):
    figure = Figure()
    figure.subplots(subplot_kw={"projection": "polar"}).set_yscale("logit")
    figure.axes[0].annotate("word", ("no", "place"))
    [breach] = check_chart(figure, case)
    assert breach.message.startswith("There is no chart to check: ")


def older(found: dict) -> dict:
    """Return the facts *found* as version 1 kept them."""
    panel = ["frame", "title", "xlabel", "ylabel", "lying", "dates", "value_axis", "legend", "words"]
    series = ["values", "starts", "label", "bars", "bound"]
    panels = [
        {name: one[name] for name in panel}
        | {"series": [{name: s[name] for name in series} for s in one["series"]]}
        for one in found["panels"]
    ]
    return {**found, "version": 1, "panels": panels}


OLDER = {
    "an honest line": (honest, False), "honest bars": (bars, False), "lying bars": (lambda: bars(lying=True), False),
    "invented bars": (lambda: bars((120, 20)), True), "a sum": (lambda: bars((94,)), True),
}  # fmt: skip


@pytest.mark.parametrize(("draw", "is_caught"), OLDER.values(), ids=OLDER)
def test_facts_of_the_older_form_are_judged_by_what_they_kept(case, draw, is_caught):
    found = {breach.clause for breach in breaches(json.loads(json.dumps(older(facts(draw())))), case)}
    assert ("figure" in found) == is_caught
    assert found <= clauses(draw(), case)


def test_a_breach_names_the_row_and_a_line_with_the_names_of_the_chart(case):
    [breach] = [b for b in check_chart(bars((35, 35)), case) if b.clause == "figure"]
    assert breach.message == (
        "35 stands as the figure of the Kyrgyz Health Ministry; "
        "the Tajik Foreign Ministry (r045, on 18 September 2022) reported it."
    )
    [breach] = [b for b in check_chart(bars((57, 35)), case) if b.clause == "figure"]
    assert "the nearest is 59, by the Kyrgyz Health Ministry (r058, on 18 September 2022)." in breach.message
    assert breach.remedy == 'ax.bar(["Kyrgyz Health Ministry", ...], [59, ...])'


def test_judging_needs_no_library_that_draws_or_counts():
    code = (
        "import sys; from whosays.charts.contract import breaches; from whosays.case.rows import CaseRows; "
        "import json; breaches(json.load(sys.stdin), CaseRows.open(sys.argv[1])); "
        "assert not {'pandas', 'numpy', 'matplotlib'} & set(sys.modules)"
    )
    stored = json.dumps(facts(honest()))
    subprocess.run([sys.executable, "-c", code, str(CASE)], input=stored, text=True, check=True)
