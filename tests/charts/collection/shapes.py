"""Shapes, axes and scales: how honest figures are drawn so that they mislead, and so that they do not."""

from datetime import timedelta

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.patches import Circle, Patch, Rectangle

from tests.charts.collection.base import (
    ALT_59_35,
    ALT_STEPS,
    KYRGYZ,
    TAJIK,
    TAJIK_TIMES,
    TIMES,
    bars,
    chart,
    steps,
)
from whosays.charts.shown import describe


def _two_panels(**kwargs):
    fig, axes = plt.subplots(1, 2, figsize=(9, 4), **kwargs)
    for ax, name, value in zip(axes, (KYRGYZ, TAJIK), (59, 35), strict=True):
        ax.bar([name], [value], color="0.5")
        ax.set_ylabel("Deaths reported (people)")
    fig.suptitle("Deaths as reported by 18 September 2022")
    describe(fig, ALT_59_35)
    return fig, axes


@chart(honest=False, kind="reversed", why="the time axis runs from right to left")
def time_from_right_to_left(case):
    fig, ax = steps()
    ax.invert_xaxis()
    return fig


@chart(honest=False, kind="reversed", why="days as names, later ones first")
def days_as_names_backwards(case):
    fig, _ax = bars(
        names=("18 Sept, 22:30", "18 Sept, 10:00", "17 Sept"),
        values=(59, 36, 24),
        title="Kyrgyz Health Ministry, deaths reported, September 2022",
        alt=ALT_STEPS,
    )
    return fig


@chart(honest=True, kind="bars", why="days as names, in order")
def days_as_names(case):
    fig, _ax = bars(
        names=("17 Sept", "18 Sept, 10:00", "18 Sept, 22:30"),
        values=(24, 36, 59),
        title="Kyrgyz Health Ministry, deaths reported so far, September 2022",
        alt=ALT_STEPS,
    )
    return fig


@chart(honest=False, kind="reversed", why="the value axis hangs from the top")
def values_upside_down(case):
    fig, ax = bars()
    ax.invert_yaxis()
    return fig


@chart(honest=False, kind="scale", why="log beside linear")
def log_beside_linear(case):
    fig, axes = _two_panels()
    for ax in axes:
        ax.clear()
    for ax, name, value in zip(axes, (KYRGYZ, TAJIK), (59, 35), strict=True):
        ax.plot([0], [value], "o", color="k")
        ax.set_xticks([0], [name])
        ax.set_ylabel("Deaths reported (people)")
        ax.set_ylim(1, 100)
    axes[1].set_yscale("log")
    return fig


@chart(honest=False, kind="scale", why="bars left to autoscale")
def panels_autoscaled(case):
    return _two_panels()[0]


@chart(honest=True, kind="scale", why="panels share their axis")
def panels_shared(case):
    return _two_panels(sharey=True)[0]


@chart(honest=False, kind="scale", why="barh panels one above the other with other ends")
def lying_panels_other_ends(case):
    fig, axes = plt.subplots(2, 1, figsize=(7, 4))
    for ax, name, value, end in zip(axes, (KYRGYZ, TAJIK), (59, 35), (120, 40), strict=True):
        ax.barh([name], [value], color="0.5")
        ax.set_xlim(0, end)
        ax.set_xlabel("Deaths reported (people)")
    fig.suptitle("Deaths as reported by 18 September 2022")
    fig.tight_layout()
    describe(fig, ALT_59_35)
    return fig


@chart(honest=True, kind="scale", why="two measures have two scales, and say so")
def deaths_above_injured(case):
    fig, axes = plt.subplots(2, 1, figsize=(7, 6))
    axes[0].bar([KYRGYZ, TAJIK], [46, 35], color="0.5")
    axes[0].set_ylabel("Deaths reported (people)")
    axes[1].bar([KYRGYZ], [140], color="0.5")
    axes[1].set_ylabel("Injured reported (people)")
    fig.suptitle("As reported by 18 September 2022, 19:30")
    describe(
        fig,
        ALT_59_35.replace("59", "46").replace("22:30", "19:30")
        + " Below, the Kyrgyz ministry has 140 injured.",
    )
    return fig


@chart(honest=False, kind="twin", why="two scales on each other")
def twin_axes(case):
    fig, ax = plt.subplots()
    ax.bar([0], [59], color="0.5", label=KYRGYZ)
    other = ax.twinx()
    other.bar([1], [35], color="0.8", hatch="//", label=TAJIK)
    other.set_ylim(0, 36)
    ax.set_xticks([0, 1], [KYRGYZ, TAJIK])
    for each in (ax, other):
        each.set_ylabel("Deaths reported (people)")
    ax.set_title("Deaths as reported by 18 September 2022")
    describe(fig, ALT_59_35)
    return fig


@chart(honest=False, kind="shape", why="a pie")
def plain_pie(case):
    fig, ax = plt.subplots()
    ax.pie([59, 35], labels=[f"{KYRGYZ}: 59", f"{TAJIK}: 35"])
    ax.set_title("Deaths reported by 18 September 2022")
    describe(fig, ALT_59_35)
    return fig


@chart(honest=False, kind="shape", why="circles whose radius is the figure")
def circles(case):
    fig, ax = plt.subplots()
    ax.add_patch(Circle((60, 60), 59, color="0.5"))
    ax.add_patch(Circle((170, 60), 35, color="0.7"))
    ax.set(
        xlim=(0, 220),
        ylim=(0, 130),
        xlabel="Deaths reported (people)",
        title="Deaths reported by 18 September 2022",
    )
    ax.text(60, 60, f"{KYRGYZ}\n59", ha="center")
    ax.text(170, 60, f"{TAJIK}\n35", ha="center")
    describe(fig, ALT_59_35)
    return fig


@chart(honest=False, kind="shape", why="bubbles")
def bubbles(case):
    fig, ax = plt.subplots()
    ax.scatter([0, 1], [1, 1], s=[59 * 20, 35 * 20], color="0.6")
    ax.set_xticks([0, 1], [f"{KYRGYZ}: 59", f"{TAJIK}: 35"])
    ax.set_yticks([])
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Deaths reported by 18 September 2022")
    describe(fig, ALT_59_35)
    return fig


@chart(honest=False, kind="shape", why="bars in three dimensions")
def three_dimensions(case):
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.bar3d([0, 1], [0, 0], [0, 0], 0.5, 0.5, [59, 35])
    ax.set_xticks([0, 1], [KYRGYZ, TAJIK])
    ax.set_zlabel("Deaths reported (people)")
    ax.set_title("Deaths reported by 18 September 2022")
    describe(fig, ALT_59_35)
    return fig


@chart(honest=False, kind="shape", why="a heat map")
def heat_map(case):
    fig, ax = plt.subplots()
    ax.imshow([[59, 35]])
    ax.set_xticks([0, 1], [KYRGYZ, TAJIK])
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Deaths reported by 18 September 2022")
    describe(fig, ALT_59_35)
    return fig


@chart(honest=False, kind="stack", why="two offices in one bar")
def stacked_bar(case):
    fig, ax = plt.subplots()
    ax.bar(["18 Sept 2022"], [59], color="0.4", label=KYRGYZ)
    ax.bar(["18 Sept 2022"], [35], bottom=[59], color="0.9", hatch="//", label=TAJIK)
    ax.legend()
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Deaths reported by 18 September 2022")
    describe(fig, ALT_59_35)
    return fig


@chart(honest=False, kind="stack", why="successive reports of one ministry on each other")
def reports_on_each_other(case):
    fig, ax = plt.subplots()
    base = 0
    for value in (24, 36, 46, 59):
        ax.bar([KYRGYZ], [value], bottom=[base], color="0.8", edgecolor="k")
        base += value
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Bulletins up to 18 September 2022")
    describe(fig, ALT_STEPS)
    return fig


@chart(honest=False, kind="cut", why="vlines from 30 on an axis from 30")
def vlines_from_thirty(case):
    fig, ax = plt.subplots()
    ax.vlines([0, 1], 30, [59, 35], lw=20)
    ax.set_xticks([0, 1], [KYRGYZ, TAJIK])
    ax.set(
        xlim=(-1, 2),
        ylim=(30, 60),
        ylabel="Deaths reported (people)",
        title="Deaths reported by 18 September 2022",
    )
    describe(fig, ALT_59_35)
    return fig


@chart(honest=False, kind="cut", why="rectangles from 30")
def rectangles_cut(case):
    fig, ax = plt.subplots()
    for place, value in enumerate((59, 35)):
        ax.add_patch(Rectangle((place, 0), 0.6, value, color="0.5"))
    ax.set_xticks([0.3, 1.3], [KYRGYZ, TAJIK])
    ax.set(
        xlim=(-0.5, 2),
        ylim=(30, 60),
        ylabel="Deaths reported (people)",
        title="Deaths reported by 18 September 2022",
    )
    describe(fig, ALT_59_35)
    return fig


@chart(honest=True, kind="bars", why="rectangles from zero")
def rectangles_from_zero(case):
    fig = rectangles_cut(case)
    fig.axes[0].set_ylim(0, 70)
    return fig


@chart(honest=False, kind="cut", why="a bar is cut off by the end of the axis")
def bar_over_the_end(case):
    fig, ax = bars()
    ax.set_ylim(0, 40)
    return fig


@chart(honest=False, kind="cut", why="log bars")
def log_bars(case):
    fig, ax = bars()
    ax.set_yscale("log")
    return fig


@chart(honest=True, kind="dots", why="dots on an axis that need not begin at zero, labelled")
def dots_with_labels(case):
    fig, ax = plt.subplots(figsize=(7, 2.5))
    ax.plot([59, 35], [1, 0], "ko")
    ax.set_yticks([1, 0], [KYRGYZ, TAJIK])
    ax.set(xlim=(0, 70), ylim=(-0.5, 1.5), xlabel="Deaths reported (people)", title="By 18 September 2022")
    describe(fig, ALT_59_35.replace("vertical bars starting at", "dots on an axis from"))
    return fig


@chart(honest=False, kind="slope", why="a slanted line")
def slanted_line(case):
    fig, ax = steps()
    ax.lines[0].set_drawstyle("default")
    return fig


@chart(honest=False, kind="slope", why="the step comes before the report")
def steps_before(case):
    fig, ax = steps()
    ax.lines[0].set_drawstyle("steps-pre")
    return fig


@chart(honest=False, kind="slope", why="a trend line over honest points")
def trend_line(case):
    fig, ax = steps()
    hours = mdates.date2num(TIMES)
    fit = np.polyval(np.polyfit(hours, [24, 36, 46, 59], 1), hours)
    ax.plot(TIMES, fit, "--", color="0.5")
    return fig


@chart(honest=False, kind="slope", why="a line joins two ministries")
def line_between_ministries(case):
    fig, ax = plt.subplots()
    ax.plot([0, 1], [59, 35], "o-k")
    ax.set_xticks([0, 1], [KYRGYZ, TAJIK])
    ax.set(ylim=(0, 70), ylabel="Deaths reported (people)", title="Deaths reported by 18 September 2022")
    describe(fig, ALT_59_35.replace("bars starting at zero", "points on a line"))
    return fig


@chart(honest=False, kind="slope", why="an average line")
def average_line(case):
    fig, ax = bars()
    ax.axhline(47, color="k", ls="--")
    ax.text(1.2, 48, "47")
    return fig


@chart(honest=False, kind="slope", why="a slanted area under the reports")
def slanted_area(case):
    fig, ax = steps()
    ax.lines[0].remove()
    ax.fill_between(TIMES, [24, 36, 46, 59], color="0.7", label=KYRGYZ)
    ax.legend()
    return fig


@chart(honest=False, kind="per_day", why="differences of running totals as deaths of a day")
def deaths_of_each_day(case):
    return bars(
        names=("17 Sept", "18 Sept"),
        values=(24, 35),
        title="Deaths per day, Kyrgyz Health Ministry, September 2022",
        alt=ALT_STEPS,
    )[0]


@chart(honest=False, kind="per_day", why="differences without a word on it")
def differences(case):
    return bars(
        names=("17 Sept", "18 Sept, 10:00", "18 Sept, 19:30", "18 Sept, 22:30"),
        values=(24, 12, 10, 13),
        title="Kyrgyz Health Ministry, as reported September 2022",
        alt=ALT_STEPS,
    )[0]


@chart(honest=True, kind="steps", why="steps drawn by hand, corner by corner")
def corners_by_hand(case):
    fig, ax = steps()
    ax.lines[0].remove()
    times = np.repeat(TIMES, 2)[1:]
    ax.plot(times, np.repeat([24, 36, 46, 59], 2)[:-1], "k", label=KYRGYZ)
    ax.legend()
    return fig


@chart(honest=True, kind="steps", why="one step line, named in the title")
def named_in_the_title(case):
    fig, ax = steps("Deaths reported by the Kyrgyz Health Ministry, 17 to 18 September 2022")
    ax.get_legend().remove()
    return fig


@chart(honest=True, kind="steps", why="markers tell two lines apart")
def two_marked_lines(case):
    fig, ax = steps()
    ax.step(TAJIK_TIMES, [35, 41], where="post", color="0.4", marker="s", ls="--", label=TAJIK)
    ax.legend()
    ax.set_title("Deaths as reported, 17 to 19 September 2022")
    describe(
        fig, ALT_STEPS + " The Tajik Foreign Ministry reported 35 on 18 September and 41 on 19 September."
    )
    return fig


@chart(honest=False, kind="apart", why="two lines with no legend and no names")
def two_lines_without_names(case):
    fig = two_marked_lines(case)
    fig.axes[0].get_legend().remove()
    return fig


@chart(honest=False, kind="apart", why="two solid lines by colour alone, names in the title")
def colours_in_the_title(case):
    fig, ax = plt.subplots()
    ax.bar([0, 1], [59, 35], color=["tab:blue", "tab:orange"])
    ax.set_xticks([])
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title(f"{KYRGYZ} (blue), {TAJIK} (orange), 18 September 2022")
    describe(fig, ALT_59_35)
    return fig


@chart(honest=False, kind="apart", why="bars told apart by patches of colour in a legend")
def patches_in_the_legend(case):
    fig, ax = plt.subplots()
    ax.bar([0, 1], [59, 35], color=["tab:blue", "tab:orange"])
    ax.set_xticks([])
    ax.legend(handles=[Patch(color="tab:blue", label=KYRGYZ), Patch(color="tab:orange", label=TAJIK)])
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("18 September 2022")
    describe(fig, ALT_59_35)
    return fig


@chart(honest=True, kind="apart", why="hatches in the legend")
def hatches_in_the_legend(case):
    fig, ax = plt.subplots()
    ax.bar([0], [59], color="white", edgecolor="k", hatch="//", label=KYRGYZ)
    ax.bar([1], [35], color="white", edgecolor="k", hatch="..", label=TAJIK)
    ax.set_xticks([])
    ax.legend()
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("18 September 2022")
    describe(fig, ALT_59_35)
    return fig


def _with_hidden(**look):
    fig, ax = plt.subplots()
    ax.bar([0, 1], [59, 35], color="0.6")
    ax.set_xticks([0, 1], [KYRGYZ, TAJIK], **look)
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Deaths reported by 18 September 2022")
    describe(fig, ALT_59_35)
    return fig


@chart(honest=False, kind="unseen", why="the names are white on white")
def white_names(case):
    return _with_hidden(color="white")


@chart(honest=False, kind="unseen", why="the names have one point")
def tiny_names(case):
    return _with_hidden(fontsize=1)


@chart(honest=True, kind="labels", why="long names, turned")
def turned_names(case):
    return _with_hidden(rotation=30, ha="right")


@chart(honest=False, kind="unseen", why="the source stands off the page")
def source_off_the_page(case):
    fig, ax = plt.subplots()
    ax.bar(["first", "second"], [59, 35], color="0.6")
    ax.text(8, 90, f"{KYRGYZ}, {TAJIK}")
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Deaths reported by 18 September 2022")
    describe(fig, ALT_59_35)
    return fig


@chart(honest=False, kind="unseen", why="the source is as good as see-through")
def source_see_through(case):
    fig, ax = plt.subplots()
    ax.bar(["first", "second"], [59, 35], color="0.6")
    fig.text(0.1, 0.01, f"{KYRGYZ}, {TAJIK}", alpha=0.04)
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Deaths reported by 18 September 2022")
    describe(fig, ALT_59_35)
    return fig


@chart(honest=True, kind="labels", why="legend outside of the axes")
def legend_outside(case):
    fig = two_marked_lines(case)
    fig.axes[0].legend(loc="upper left", bbox_to_anchor=(1.02, 1))
    return fig


@chart(honest=True, kind="labels", why="a white label inside of a dark bar")
def white_in_dark_bars(case):
    fig, ax = plt.subplots()
    ax.bar([0, 1], [59, 35], color="0.2")
    for place, name in enumerate(("Kyrgyz\nHealth\nMinistry\n59", "Tajik\nForeign\nMinistry\n35")):
        ax.text(place, 15, name, color="white", ha="center")
    ax.set_xticks([])
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Deaths reported by 18 September 2022")
    describe(fig, ALT_59_35)
    return fig


@chart(honest=True, kind="table", why="columns of a table under the bars name the sources")
def table_under_bars(case):
    fig, ax = plt.subplots()
    ax.bar([0, 1], [59, 35], color="0.6")
    ax.set(xlim=(-0.5, 1.5), ylabel="Deaths reported (people)", title="Deaths reported by 18 September 2022")
    ax.set_xticks([])
    ax.table([["59", "35"]], colLabels=[KYRGYZ, TAJIK], loc="bottom")
    describe(fig, ALT_59_35)
    return fig


@chart(honest=True, kind="pandas", why="a bar chart of pandas")
def pandas_bars(case):
    ax = pd.Series({KYRGYZ: 59, TAJIK: 35}).plot.barh(color="0.6")
    ax.set_xlabel("Deaths reported (people)")
    ax.set_title("Deaths reported by 18 September 2022")
    describe(ax.figure, ALT_59_35.replace("vertical", "horizontal"))
    return ax.figure


@chart(honest=True, kind="days", why="a line goes on level to the end of the axis")
def line_to_the_end(case):
    fig, ax = steps("Deaths as reported, 17 to 22 September 2022")
    ax.lines[0].set_data([*TIMES, TIMES[-1] + timedelta(days=3)], [24, 36, 46, 59, 59])
    ax.relim()
    ax.autoscale(axis="x")
    return fig


@chart(honest=True, kind="silence", why="a gap and a word for a report without a number")
def gap_and_word(case):
    fig, ax = bars(
        names=(KYRGYZ, "Tajik Interior Ministry"),
        values=(24, np.nan),
        title="What was reported on 17 September 2022",
        alt="One bar and one note. The Kyrgyz Health Ministry had reported 24 deaths by 17 September 2022. The Tajik Interior Ministry said that civilians had been killed and gave no number, so that no bar stands for it. Missing is not zero, and nobody could check either of the two reports.",
    )
    ax.text(1, 1, "no number given", ha="center")
    return fig


@chart(honest=False, kind="silence", why="a bar of zero for a report without a number")
def zero_bar(case):
    return bars(
        names=(KYRGYZ, "Tajik Interior Ministry"),
        values=(24, 0),
        title="What was reported by 17 September 2022",
        alt="Two bars. The Kyrgyz Health Ministry had reported 24 deaths by 17 September 2022 and the Tajik Interior Ministry 0 deaths by the same day. Each of the two offices speaks for its own side only, and nobody independent could check either of the two reports at that time.",
    )[0]
