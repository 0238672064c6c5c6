"""The contract passes an honest chart and names what is wrong with any other."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from whosays.contract import check_chart
from whosays.figure import describe

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


BREAK = {
    "unit": lambda ax: ax.set_ylabel("reported"),
    "reported": lambda ax: ax.set(ylabel="Deaths (people)", title="Deaths by hour"),
    "source": lambda ax: (ax.get_legend().remove(), ax.lines[0].set_label("one")),
    "title": lambda ax: ax.set_title("The real toll"),
    "series": lambda ax: ax.lines[0].set_ydata([24, 36, 37, 59]),
    "sum": lambda ax: ax.lines[0].set_ydata([71, 71, 71, 71]),
    "floor": lambda ax: ax.lines[0].set_ydata([94, 94, 94, 94]),
    "alt": lambda ax: describe(ax.figure, "A line."),
}


@pytest.mark.parametrize("clause", BREAK)
def test_each_clause_catches_its_own_breach(case, clause):
    figure = honest()
    BREAK[clause](figure.axes[0])
    assert clause in clauses(figure, case)
    assert clauses(figure, case) <= {clause, "sum"}


def test_bars_must_start_at_zero_however_they_lie(case):
    for lying in (False, True):
        figure = bars(lying=lying)
        (figure.axes[0].set_xlim if lying else figure.axes[0].set_ylim)(30, 60)
        assert clauses(figure, case) == {"zero"}


def test_a_chart_without_a_day_breaks_as_of(case):
    figure = bars()
    figure.axes[0].set_title("Deaths as reported")
    assert clauses(figure, case) == {"as_of"}


def test_a_floor_with_an_arrow_or_a_word_is_a_floor(case):
    figure = honest()
    figure.axes[0].clear()
    ax = figure.axes[0]
    ax.errorbar(DAYS[:1], [94], yerr=5, lolims=True, fmt="o", label="BBC")
    ax.set(ylabel="Deaths reported (people)", title="A sum as reported, assuming nobody is on both lists")
    ax.legend()
    assert check_chart(figure, case) == []


def test_a_sum_with_its_assumption_passes(case):
    figure = honest()
    figure.axes[0].lines[0].set_ydata([71, 71, 71, 71])
    figure.axes[0].set_title("Sums as reported, assuming nobody is on both lists")
    assert check_chart(figure, case) == []


def test_an_empty_figure_says_so(case):
    figure = Figure()
    assert clauses(figure, case) == {"empty"}
    figure.subplots()
    assert clauses(figure, case) == {"empty"}


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
])  # fmt: skip
def test_no_figure_makes_it_fall_over(case, draw):
    figure = Figure()
    draw(figure)
    assert all(breach.message and breach.remedy for breach in check_chart(figure, case))
