"""The same honest figures drawn in many other ways, and some that mislead in few words."""

from datetime import datetime, timedelta

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter

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

ALT_BOTH = ALT_STEPS + " The Tajik Foreign Ministry reported 35 on 18 September and 41 on 19 September."
ALT = (
    "Marks on an axis from zero. {} The figures are those that the sources reported by the day on the chart, each by "
    "a rule of its own; nobody independent has checked them, and the chart does not show when people died or who is "
    "missing from the lists."
)
BOUNDS = "AFP and the BBC have at least 94, Human Rights Watch more than 100."


@chart(honest=True, kind="steps", why="pandas with drawstyle and styles of its own")
def pandas_steps(case):
    times = pd.to_datetime([*TIMES, TAJIK_TIMES[1]])
    table = pd.DataFrame({KYRGYZ: [24, 36, 46, 59, 59], TAJIK: [np.nan, np.nan, 35, 35, 41]}, index=times)
    ax = table.plot(drawstyle="steps-post", style=["k-", "k--"], figsize=(8, 4))
    ax.set(
        ylim=(0, 70), ylabel="Deaths reported (people)", title="Reports of 17 to 19 September 2022", xlabel=""
    )
    describe(ax.figure, ALT_BOTH)
    return ax.figure


@chart(honest=True, kind="steps", why="hours as names under a step line")
def hours_as_names(case):
    fig, ax = plt.subplots(figsize=(8, 4))
    ax.step(range(4), [24, 36, 46, 59], where="post", color="k", marker="o")
    ax.set_xticks(range(4), [f"{time.day} Sept\n{time:%H:%M}" for time in TIMES])
    ax.set(
        ylim=(0, 70),
        ylabel="Deaths reported (people)",
        title="Kyrgyz Health Ministry, bulletin by bulletin, 2022",
    )
    describe(fig, ALT_STEPS)
    return fig


@chart(honest=True, kind="bars", why="thin bars at the hours of the reports")
def bars_at_their_hours(case):
    fig, ax = plt.subplots(figsize=(8, 4))
    ax.bar(TIMES, [24, 36, 46, 59], width=0.08, color="0.4", label=KYRGYZ)
    ax.legend()
    ax.set(ylim=(0, 70), ylabel="Deaths reported so far (people)", title="17 to 18 September 2022")
    describe(fig, ALT_STEPS)
    return fig


@chart(honest=True, kind="dots", why="scatter with two marks and a legend")
def scatter_over_time(case):
    fig, ax = plt.subplots(figsize=(8, 4))
    ax.scatter(TIMES, [24, 36, 46, 59], marker="o", color="tab:blue", label=KYRGYZ)
    ax.scatter(TAJIK_TIMES, [35, 41], marker="s", color="tab:orange", label=TAJIK)
    ax.legend(title="as reported by")
    ax.set(ylim=(0, 70), ylabel="Deaths (people)", title="Reports of 17 to 19 September 2022")
    describe(fig, ALT_BOTH)
    return fig


@chart(honest=True, kind="steps", why="coloured labels at the ends of coloured lines")
def coloured_ends(case):
    fig, ax = plt.subplots(figsize=(8, 4))
    end = datetime(2022, 9, 19, 18)
    ax.step([*TIMES, end], [24, 36, 46, 59, 59], where="post", color="tab:blue")
    ax.step([*TAJIK_TIMES, end], [35, 41, 41], where="post", color="tab:orange")
    ax.text(end, 59, "  Kyrgyz Health\n  Ministry", color="tab:blue", va="center")
    ax.text(end, 41, "  Tajik Foreign\n  Ministry", color="tab:orange", va="center")
    ax.set(ylim=(0, 70), ylabel="Deaths reported (people)", title="Reports of 17 to 19 September 2022")
    fig.subplots_adjust(right=0.8)
    describe(fig, ALT_BOTH)
    return fig


@chart(honest=True, kind="floors", why="bars with an arrow on top")
def bars_with_arrows(case):
    fig, ax = bars(
        "Totals printed from 18 to 21 September 2022",
        ("AFP", "BBC", "HRW"),
        (94, 94, 100),
        ALT.format(BOUNDS),
    )
    for place, value in enumerate((94, 94, 100)):
        ax.annotate("", (place, value + 12), (place, value), arrowprops={"arrowstyle": "->"})
    ax.set_ylim(0, 120)
    return fig


@chart(honest=True, kind="floors", why="carets as marks")
def carets(case):
    fig, ax = plt.subplots(figsize=(7, 3))
    ax.plot([94, 94, 100], [0, 1, 2], ">", color="k", ms=10)
    ax.set_yticks([0, 1, 2], ["AFP", "BBC", "Human Rights Watch"])
    ax.set(
        xlim=(0, 120),
        ylim=(-1, 3),
        xlabel="Deaths reported, both sides (people); ▸ or more",
        title="18 to 21 September 2022",
    )
    describe(fig, ALT.format(BOUNDS))
    return fig


@chart(honest=True, kind="floors", why="error bars with xlolims, lying")
def lying_limits(case):
    fig, ax = plt.subplots(figsize=(7, 3))
    ax.errorbar([94, 94, 100], [0, 1, 2], xerr=8, xlolims=True, fmt="s", color="0.2")
    ax.set_yticks([0, 1, 2], ["AFP", "BBC", "Human Rights Watch"])
    ax.set(xlim=(0, 120), xlabel="Deaths reported, both sides (people)", title="18 to 21 September 2022")
    describe(fig, ALT.format(BOUNDS))
    return fig


@chart(honest=True, kind="floors", why="a ceiling and an approximate figure, in words")
def nearly_and_about(case):
    fig, ax = plt.subplots(figsize=(7, 3))
    ax.barh(["Red Crescent (via BBC)", "Red Crescent (via AFP)"], [20_000, 19_000], color="0.7")
    ax.bar_label(ax.containers[0], ["nearly 20,000", "about 19,000"])
    ax.set_xlim(0, 26_000)
    ax.set(
        xlabel="People displaced or evacuated, as reported",
        title="Red Crescent in Kyrgyzstan, 16 and 17 September 2022",
    )
    describe(fig, ALT.format("The Red Crescent has nearly 20,000 and about 19,000."))
    return fig


@chart(honest=True, kind="ranges", why="a range as a thick line with its ends")
def range_as_line(case):
    fig, ax = plt.subplots(figsize=(7, 2.5))
    ax.plot([37, 51], [0, 0], lw=6, color="0.5", solid_capstyle="butt")
    ax.annotate("at least 37", (37, 0), xytext=(-10, 12), textcoords="offset points")
    ax.annotate("up to 51", (51, 0), xytext=(-10, 12), textcoords="offset points")
    ax.set_yticks([0], ["Human Rights Watch"])
    ax.set(
        xlim=(0, 60),
        xlabel="Civilian deaths reported (people)",
        title="Human Rights Watch, report of 2 May 2023",
    )
    describe(fig, ALT.format("Human Rights Watch has at least 37 and up to 51 civilians."))
    return fig


@chart(
    honest=True,
    kind="ranges",
    case="tirrem_invented",
    why="the observers' range as a floating bar, said to be a range",
)
def tirrem_range(case):
    fig, ax = plt.subplots()
    ax.bar(["River States observer mission"], [20], bottom=[40], color="0.7", width=0.4)
    ax.text(0, 62, "between 40 and 60", ha="center")
    ax.set(ylim=(0, 70), xlim=(-1, 1), ylabel="Deaths reported (people)", title="A range, 11 October 2031")
    describe(fig, ALT.format("The River States observer mission has between 40 and 60."))
    return fig


@chart(honest=True, kind="silence", why="a cross below, named")
def cross_for_silence(case):
    fig, ax = bars(
        "Reports of 17 September 2022",
        (KYRGYZ, "Tajik Interior Ministry"),
        (24, np.nan),
        ALT.format("The Kyrgyz Health Ministry has 24; the Tajik Interior Ministry gave no figure."),
    )
    ax.plot([1], [0], "kx", clip_on=False)
    ax.annotate("no figure", (1, 0), xytext=(0, 8), textcoords="offset points", ha="center")
    return fig


@chart(honest=True, kind="names", why="sides with the office in brackets")
def sides_with_offices(case):
    return bars(names=("Kyrgyz side\n(Health Ministry)", "Tajik side\n(Foreign Ministry)"))[0]


@chart(honest=True, kind="names", why="offices by their capitals")
def offices_by_capital(case):
    return bars(names=("Health Ministry\nin Bishkek", "Foreign Ministry\nin Dushanbe"))[0]


@chart(honest=True, kind="names", why="ministry with its relay")
def with_relays(case):
    fig, ax = bars(
        "Injured, 16 September 2022, as AP and RIA relayed",
        ("Kyrgyz Health Ministry\n(via AP)", "Kyrgyz Health Ministry\n(via RIA)"),
        (31, 59),
        ALT.format("The Kyrgyz Health Ministry has 31 via AP and 59 via RIA."),
    )
    ax.set_ylabel("Injured reported (people)")
    return fig


@chart(honest=True, kind="scale", why="thousands on the ticks")
def thousands_on_ticks(case):
    fig, ax = bars(
        "Evacuated, as reported on 17 and 18 September 2022",
        ("Kyrgyz Emergencies Ministry", "Kyrgyz authorities"),
        (136_770, 142_071),
        ALT.format("The Kyrgyz Emergencies Ministry has 136,770, the Kyrgyz authorities 142,071."),
    )
    ax.set_ylabel("People evacuated")
    ax.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value / 1000:.0f}k"))
    return fig


@chart(honest=True, kind="years", why="the clashes of the year before, named as such")
def the_year_before(case):
    return bars(
        "Clashes of April 2021: deaths as reported in May 2021",
        ("Kyrgyz Foreign Ministry", "Press service of Sughd region"),
        (36, 19),
        ALT.format("The Kyrgyz Foreign Ministry has 36, the press service of Sughd region 19, both of 2021."),
    )[0]


@chart(honest=True, kind="panels", why="a mosaic with one scale")
def mosaic(case):
    fig, axes = plt.subplot_mosaic([["a", "b"]], sharey=True, figsize=(8, 4))
    axes["a"].bar([KYRGYZ], [59], color="0.5")
    axes["b"].bar([TAJIK], [35], color="0.5")
    axes["a"].set_ylabel("Deaths reported (people)")
    fig.suptitle("18 September 2022")
    describe(fig, ALT_59_35)
    return fig


@chart(honest=True, kind="panels", why="a second clock along the top")
def second_clock(case):
    fig, ax = steps("Deaths as reported, 17 to 18 September 2022\n")
    shift = 6 / 24
    top = ax.secondary_xaxis("top", functions=(lambda x: x - shift, lambda x: x + shift))
    top.xaxis.set_major_formatter(mdates.DateFormatter("%H:%M"))
    top.set_xlabel("UTC")
    return fig


@chart(honest=True, kind="sum", why="a stack that says it is a sum and what it assumes")
def stack_with_assumption(case):
    fig, ax = plt.subplots()
    ax.bar(["18 September 2022"], [59], color="white", edgecolor="k", hatch="//", label=KYRGYZ)
    ax.bar(["18 September 2022"], [35], bottom=[59], color="white", edgecolor="k", hatch="..", label=TAJIK)
    ax.legend()
    ax.set(
        ylim=(0, 130),
        ylabel="Deaths reported (people)",
        title="Two reports together, assuming that nobody is on both lists",
    )
    describe(fig, ALT_59_35)
    return fig


@chart(honest=True, kind="numbers", why="the figures stand in the title")
def figures_in_the_title(case):
    return bars("59 and 35: what two ministries reported by 18 September 2022")[0]


@chart(honest=True, kind="numbers", why="the article's increment, as additional")
def additional(case):
    fig, ax = bars(
        "Additional deaths in one report, Republic World, 19 September 2022",
        ("Kyrgyzstan (the article)",),
        (13,),
        ALT.format("Republic World has 13 additional deaths that Kyrgyzstan reported."),
    )
    ax.set_ylabel("Additional deaths reported (people)")
    return fig


@chart(honest=True, kind="greys", why="a dark and a light grey can be told apart without colour")
def two_greys(case):
    fig, ax = plt.subplots()
    ax.bar([0], [59], color="0.3", label=KYRGYZ)
    ax.bar([1], [35], color="0.8", label=TAJIK)
    ax.set_xticks([])
    ax.legend()
    ax.set(ylabel="Deaths reported (people)", title="18 September 2022")
    describe(fig, ALT_59_35)
    return fig


@chart(honest=True, kind="marks", why="a legend made by hand")
def legend_by_hand(case):
    fig, ax = plt.subplots(figsize=(8, 4))
    ax.step(TIMES, [24, 36, 46, 59], where="post", color="k")
    ax.step(TAJIK_TIMES, [35, 41], where="post", color="k", ls=":")
    keys = [Line2D([], [], color="k", label=KYRGYZ), Line2D([], [], color="k", ls=":", label=TAJIK)]
    ax.legend(handles=keys)
    ax.set(ylim=(0, 70), ylabel="Deaths reported (people)", title="Reports of 17 to 19 September 2022")
    describe(fig, ALT_BOTH)
    return fig


@chart(honest=True, kind="labels", why="long names on a lying axis without a layout")
def long_names(case):
    fig, ax = plt.subplots(figsize=(6, 3))
    ax.barh(
        ["Ministry of Health of the Kyrgyz Republic", "Ministry of Foreign Affairs of Tajikistan"],
        [59, 35],
        color="0.6",
    )
    ax.set(xlabel="Deaths reported (people)", title="By 18 September 2022")
    describe(fig, ALT_59_35.replace("vertical", "horizontal"))
    return fig


@chart(honest=False, kind="stale", why="35 is held until 22 September; 41 came on the 19th")
def line_held_too_long(case):
    fig, ax = steps("Deaths as reported, 17 to 22 September 2022", ALT_BOTH)
    end = datetime(2022, 9, 22)
    ax.step([TAJIK_TIMES[0], end], [35, 35], where="post", color="0.4", ls="--", marker="s", label=TAJIK)
    ax.legend()
    return fig


@chart(honest=False, kind="swapped", why="a hand-made legend exchanges dashes")
def legend_by_hand_exchanged(case):
    fig = legend_by_hand(case)
    keys = [Line2D([], [], color="k", ls=":", label=KYRGYZ), Line2D([], [], color="k", label=TAJIK)]
    fig.axes[0].legend(handles=keys)
    return fig


@chart(honest=False, kind="interpolated", why="hour by hour by interpolation")
def interpolated_hours(case):
    series = pd.Series([24.0, 36, 46, 59], index=pd.to_datetime(TIMES)).resample("h").mean().interpolate()
    fig, ax = plt.subplots(figsize=(8, 4))
    ax.step(series.index, series, where="post", color="k", label=KYRGYZ)
    ax.legend()
    ax.set(ylim=(0, 70), ylabel="Deaths reported (people)", title="17 to 18 September 2022")
    describe(fig, ALT_STEPS)
    return fig


@chart(honest=False, kind="interpolated", why="a forecast goes on from the last report")
def forecast(case):
    fig, ax = steps("Deaths as reported, 17 to 20 September 2022")
    ax.plot([TIMES[-1], TIMES[-1] + timedelta(days=2)], [59, 80], "k:")
    return fig


@chart(honest=False, kind="text", why="a bracket says 24 more")
def bracket(case):
    fig, ax = bars()
    ax.annotate("24 more", (0.5, 59))
    return fig


@chart(honest=False, kind="text", why="an annotation with a culprit")
def culprit(case):
    fig, ax = steps()
    ax.annotate("shelling by Tajik forces", (TIMES[1], 36), xytext=(10, 20), textcoords="offset points")
    return fig


@chart(honest=False, kind="words", why="the label of the axis claims what the title does not")
def confirmed_on_the_axis(case):
    fig, ax = bars()
    ax.set_ylabel("Confirmed deaths, reported (people)")
    return fig


@chart(honest=False, kind="words", why="the legend claims")
def legend_with_a_claim(case):
    fig, ax = steps()
    ax.legend(["Kyrgyz Health Ministry: true toll"])
    return fig


@chart(honest=False, kind="alt", why="the text drops the floor")
def text_drops_the_floor(case):
    fig = lying_limits(case)
    describe(fig, ALT.format("AFP and the BBC have 94, Human Rights Watch 100."))
    return fig


@chart(honest=False, kind="alt", why="the text says that the line falls to figures nobody drew")
def text_of_another_chart(case):
    fig, _ax = steps(
        alt="A step line of the injured whom the Kyrgyz Health Ministry had reported: 31, 42, 87 and then 103 on 17 September 2022. Between bulletins nobody gave a figure, so the line stays level; it counts patients in hospitals, and not the day on which people were hurt."
    )
    return fig


@chart(honest=False, kind="mixed", why="deaths and injured on one line")
def deaths_then_injured(case):
    fig, ax = steps()
    ax.lines[0].set_ydata([24, 36, 46, 140])
    ax.set_ylim(0, 160)
    return fig


@chart(honest=False, kind="cut", why="an area on an axis from 20")
def area_cut(case):
    fig, ax = steps()
    ax.fill_between(TIMES, [24, 36, 46, 59], step="post", color="0.8")
    ax.set_ylim(20, 60)
    return fig


@chart(honest=False, kind="cut", why="a broken axis out of two panels")
def broken_axis(case):
    fig, (top, low) = plt.subplots(2, 1, sharex=True, gridspec_kw={"height_ratios": [3, 1]})
    for ax in (top, low):
        ax.bar([KYRGYZ, TAJIK], [59, 35], color="0.6")
    top.set_ylim(30, 65)
    low.set_ylim(0, 10)
    low.set_ylabel("Deaths reported (people)")
    top.set_title("By 18 September 2022")
    describe(fig, ALT_59_35)
    return fig


@chart(honest=False, kind="share", why="bars that fill to 100 per cent")
def hundred_per_cent(case):
    fig, ax = plt.subplots()
    ax.barh(["18 September 2022"], [63], color="0.4", label=KYRGYZ)
    ax.barh(["18 September 2022"], [37], left=[63], color="0.8", hatch="//", label=TAJIK)
    ax.legend()
    ax.set(xlabel="Share of all deaths reported (per cent)", title="As reported")
    describe(
        fig, ALT.format("The Kyrgyz Health Ministry has 63 per cent, the Tajik Foreign Ministry 37 per cent.")
    )
    return fig


@chart(honest=False, kind="per_day", why="a histogram of hours")
def histogram(case):
    fig, ax = plt.subplots()
    ax.hist([17] * 24 + [18] * 35, bins=[16.5, 17.5, 18.5], color="0.6", label=KYRGYZ)
    ax.set_xticks([17, 18], ["17 Sept", "18 Sept"])
    ax.legend()
    ax.set(ylabel="Deaths reported (people)", title="Kyrgyz Health Ministry, September 2022")
    describe(fig, ALT.format("The Kyrgyz Health Ministry has 24 and 35."))
    return fig


@chart(honest=False, kind="shape", why="bars round a circle")
def polar_bars(case):
    fig, ax = plt.subplots(subplot_kw={"projection": "polar"})
    ax.bar([0, 2], [59, 35])
    ax.set_xticks([0, 2], [KYRGYZ, TAJIK])
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("18 September 2022")
    describe(fig, ALT_59_35)
    return fig


@chart(honest=True, kind="ranges", why="a line from a figure to the next one of the same ministry")
def dumbbell(case):
    fig, ax = plt.subplots(figsize=(8, 3))
    ax.hlines([0, 1], [35, 59], [41, 59], color="0.7")
    ax.plot([35, 59], [0, 1], "o", mfc="white", mec="k", label="18 September")
    ax.plot([41, 59], [0, 1], "ko", label="19 September")
    ax.set_yticks([0, 1], [TAJIK, KYRGYZ])
    ax.legend(loc="lower right")
    ax.set(xlim=(0, 70), xlabel="Deaths reported (people)", title="As reported on 18 and 19 September 2022")
    describe(
        fig,
        ALT.format(
            "The Kyrgyz Health Ministry has 59 on both days, the Tajik Foreign Ministry 35 and then 41."
        ),
    )
    return fig


@chart(
    honest=True, kind="dots", case="tirrem_invented", why="three offices as three dots, which nothing joins"
)
def tirrem_three_offices(case):
    fig, ax = plt.subplots(figsize=(7, 3))
    ax.scatter([31, 29, 22], [2, 1, 0], marker="D", color="k")
    names = ("Ottavane Health Ministry", "Ottavane Interior Ministry", "Yarrode Foreign Ministry")
    ax.set_yticks([2, 1, 0], names)
    ax.set(xlim=(0, 40), xlabel="Deaths reported (people)", title="Figures of 11 October 2031")
    describe(
        fig, ALT.format("The two ministries of Ottavane have 31 and 29, the Yarrode Foreign Ministry has 22.")
    )
    return fig


@chart(honest=False, kind="floors", why="about 30 as an exact 30")
def about_as_exact(case):
    said = "The Kyrgyz Health Ministry has 140, the Tajik Foreign Ministry 30 injured."
    fig, ax = bars("Injured, 18 September 2022, 19:30", values=(140, 30), alt=ALT.format(said))
    ax.set_ylabel("Injured reported (people)")
    return fig
