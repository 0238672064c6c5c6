"""Charts drawn by somebody who had not read the contract: whose figures they are, of what and of when."""

from datetime import datetime

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from tests.charts.collection.base import ALT_59_35, chart
from whosays.charts.shown import describe


@chart(
    honest=True,
    kind="bars",
    why="Two bulletins of one ministry, each with its hour; running totals, said to be so.",
)
def two_bulletins_as_bars(case):
    fig, ax = plt.subplots(figsize=(7, 3))
    ax.barh(["bulletin of 22:30", "bulletin of 10:00"], [59, 36], color="lightgrey", edgecolor="k")
    ax.bar_label(ax.containers[0], padding=3)
    ax.set_xlim(0, 70)
    ax.set_xlabel("Deaths reported so far (people, running total)")
    ax.set_title("Kyrgyz Health Ministry, 18 September 2022: morning and night bulletins", fontsize=11)
    fig.tight_layout()
    describe(
        fig,
        "Two horizontal bars from zero for two bulletins of the Kyrgyz Health Ministry on 18 September 2022. By 10:00 it had reported 36 "
        "deaths, by 22:30 it had reported 59, the earlier ones included. It counts bodies as they arrive, so the rise does "
        "not tell on which day anybody died.",
    )
    return fig


@chart(honest=False, kind="swapped", why="The names beside the two step lines are exchanged.")
def labels_of_lines_exchanged(case):
    fig, ax = plt.subplots(figsize=(8, 4.5))
    kt = [
        datetime(2022, 9, 17, 3, 13),
        datetime(2022, 9, 18, 10),
        datetime(2022, 9, 18, 19, 30),
        datetime(2022, 9, 18, 22, 30),
        datetime(2022, 9, 19, 9),
    ]
    tt = [datetime(2022, 9, 18, 19, 30), datetime(2022, 9, 19, 12)]
    ax.step(kt, [24, 36, 46, 59, 59], where="post", ls="-", color="black")
    ax.step(tt, [35, 41], where="post", ls="--", color="dimgray", marker="s")
    ax.text(datetime(2022, 9, 17, 8), 26, "Tajik Foreign Ministry (solid)")
    ax.text(datetime(2022, 9, 18, 22), 31, "Kyrgyz Health Ministry\n(dashed)", va="top")
    ax.set_ylim(0, 65)
    ax.set_ylabel("Deaths reported (people, running total)")
    ax.set_title("Reported deaths up to 19 September 2022", loc="left")
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%d %b %H:%M"))
    fig.autofmt_xdate()
    describe(
        fig,
        "Two step lines of running totals as reported. The solid line, named Tajik Foreign Ministry, goes from 24 to 36, "
        "46 and 59 between 17 and 19 September 2022; the dashed line, named Kyrgyz Health Ministry, goes from 35 to 41. "
        "The lines are level where no new report came, and neither count was independently verified.",
    )
    return fig


@chart(
    honest=False,
    kind="stale",
    why="On 19 September the Tajik ministry reported 41; a chart as of 20 September still draws 35 as its figure.",
)
def old_tajik_figure_on_the_20th(case):
    fig = plt.figure(figsize=(6, 4))
    ax = fig.add_subplot()
    ax.barh([1, 0], [59, 35], height=0.5, color="white", edgecolor="black", hatch="//")
    ax.set_yticks([1, 0], labels=["Kyrgyz Health Ministry", "Tajik Foreign Ministry"])
    ax.set_xlabel("Deaths reported (people)")
    ax.set_title("Reported figures as of 20 September 2022, 15:00", fontsize=10)
    fig.tight_layout()
    describe(
        fig,
        "Two horizontal bars from zero with the figures of two ministries as of 15:00 on 20 September 2022: Kyrgyz Health "
        "Ministry 59 reported deaths, Tajik Foreign Ministry 35 reported deaths. Each office counts only its own side; "
        "the reports were not verified by others and could still be revised later.",
    )
    return fig


@chart(
    honest=False,
    kind="zero_for_silence",
    why="The Tajik line begins at 0 on 17 September, when no Tajik office gave a figure: silence is drawn as nobody dead.",
)
def tajik_line_from_zero(case):
    fig, ax = plt.subplots(figsize=(8, 4.5))
    ax.step(
        pd.to_datetime(["2022-09-17 03:13", "2022-09-18 10:00", "2022-09-18 19:30", "2022-09-18 22:30"]),
        [24, 36, 46, 59],
        where="post",
        lw=2,
        color="k",
        label="Kyrgyz Health Ministry",
    )
    ax.step(
        pd.to_datetime(["2022-09-17 00:00", "2022-09-18 19:30", "2022-09-18 22:30"]),
        [0, 35, 35],
        where="post",
        lw=2,
        ls=":",
        color="k",
        label="Tajik Foreign Ministry",
    )
    ax.legend(loc="upper left")
    ax.set_ylim(0, 70)
    ax.set_ylabel("Deaths reported so far (people)")
    ax.set_title("Two ministries' reports, 17 to 18 September 2022")
    fig.autofmt_xdate()
    describe(
        fig,
        "Two step lines of deaths reported so far. Kyrgyz Health Ministry: 24 early on 17 September 2022, then 36, 46 and 59 on "
        "18 September. Tajik Foreign Ministry: 0 on 17 September and 35 from 19:30 on 18 September. The lines show the "
        "hours of reports; neither office's list was open to anybody else for checking.",
    )
    return fig


@chart(
    honest=False,
    kind="wrong_measure",
    why="37 counts citizens, 13 civilians only: one line changes what it counts and seems to fall.",
)
def citizens_then_civilians(case):
    rows = case.reports.loc[["r038", "r108"]]
    fig, ax = plt.subplots(figsize=(8, 4))
    ax.step(
        pd.to_datetime(["2022-09-18", "2022-10-25", "2022-10-31"]),
        [*rows["value"].astype(int), 13],
        where="post",
        color="k",
        label="Kyrgyz Emergencies Ministry",
    )
    ax.legend()
    ax.set_ylim(0, 45)
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Kyrgyz Emergencies Ministry, as reported 18 September to 25 October 2022")
    fig.autofmt_xdate()
    describe(
        fig,
        "One step line for the Kyrgyz Emergencies Ministry. It stands at 37 deaths reported on 18 September 2022 and at 13 from "
        "25 October 2022, the figure that a United Nations plan took over from it. Reports between these dates are not "
        "drawn, and nobody independent has checked either figure.",
    )
    return fig


@chart(
    honest=True,
    kind="silence",
    case="tirrem_invented",
    why="NaN leaves the bar out, and a note says that Yarrode gave no number.",
)
def tirrem_no_number(case):
    rows = case.reports.loc[["r09", "r08"]]
    v = rows["value"].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    fig, ax = plt.subplots()
    ax.bar([0, 1], v, color="0.6", width=0.5)
    ax.set_xticks([0, 1], ["Ottavane Health Ministry", "Yarrode Foreign Ministry"])
    ax.text(1, 1, "dead, but no\nnumber given", ha="center")
    ax.set_xlim(-0.6, 1.6)
    ax.set_ylim(0, 25)
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("What was reported on 9 October 2031")
    describe(
        fig,
        "One bar and one note. On 9 October 2031 the Ottavane Health Ministry had reported 19 deaths, counted as bodies received. The Yarrode Foreign Ministry "
        "allowed that there were dead and gave no number, so no bar is drawn for it. Missing is not zero, and nobody had been "
        "able to visit the east bank yet.",
    )
    return fig


@chart(
    honest=False,
    kind="part_against_total",
    why="The Tajik ministry's 25 covers two places only; it stands unmarked beside the other ministry's total.",
)
def two_villages_beside_a_total(case):
    fig, ax = plt.subplots(figsize=(6, 4))
    r = case.reports
    ax.bar(
        ["Kyrgyz Health Ministry", "Tajik Foreign Ministry"],
        [r.loc["r053", "value"], r.loc["r043", "value"]],
        color="0.65",
        edgecolor="k",
    )
    for i, v in enumerate([46, 25]):
        ax.annotate(v, (i, v), ha="center", xytext=(0, 3), textcoords="offset points")
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Deaths reported, 18 September 2022, 19:30")
    describe(
        fig,
        "Two bars from zero. At 19:30 on 18 September 2022 the Kyrgyz Health Ministry had reported 46 deaths; the Tajik Foreign "
        "Ministry is drawn with 25. Both ministries speak for their own side. Nobody outside has verified their figures, "
        "and both were still being revised at that time.",
    )
    return fig


@chart(
    honest=True,
    kind="thousands",
    why="Values in thousands with the unit on the axis; each figure is the source's at its hour.",
)
def evacuated_in_thousands(case):
    v = case.reports.loc[["r015", "r031"], "value"].astype(int) / 1000
    fig, ax = plt.subplots(figsize=(8, 2.8))
    ax.barh(
        ["Kyrgyz Red Crescent,\n16 Sept, 20:40", "Kyrgyz Emergencies Ministry,\n17 Sept, 12:00"],
        v,
        color="0.75",
        edgecolor="k",
    )
    ax.bar_label(ax.containers[0], [f"{k:.1f}" for k in v], padding=3)
    ax.set_xlim(0, 160)
    ax.set_xlabel("People reported evacuated (thousands)")
    ax.set_title("Evacuated, as reported on 16 and 17 September 2022")
    fig.tight_layout()
    describe(
        fig,
        "Two horizontal bars from zero, in thousands of people. The Kyrgyz Red Crescent reported 18,525 people evacuated at 20:40 on 16 September 2022; the Kyrgyz "
        "Emergencies Ministry reported 136,770 at noon on 17 September. They count different groups and areas, so one is not "
        "a step from the other, and neither was verified.",
    )
    return fig


@chart(
    honest=True, kind="bars", why="White on black is visible; the figures are those of the two ministries."
)
def dark_background(case):
    with plt.style.context("dark_background"):
        fig, ax = plt.subplots()
        bars = ax.bar(["Kyrgyz Health Ministry", "Tajik Foreign Ministry"], [59, 35], color="white")
        ax.bar_label(bars)
        ax.set_ylabel("Deaths reported (people)")
        ax.set_title("Deaths reported as of 18 September 2022")
    describe(fig, ALT_59_35)
    return fig


@chart(
    honest=False,
    kind="summed",
    why="The ministry's running totals are added to each other (24 + 36 + 46 + 59): every body is counted up to four times.",
)
def running_totals_added(case):
    rows = case.reports.query("source == 'kgz_health' and measure == 'deaths'")
    total = rows.loc[["r018", "r035", "r053", "r058"], "value"].sum()
    fig, ax = plt.subplots()
    ax.bar(
        ["Kyrgyz Health Ministry", "Tajik Foreign Ministry"],
        [int(total), 35],
        width=0.5,
        color="tan",
        edgecolor="black",
    )
    ax.set(
        ylabel="Deaths reported, number of people",
        title="Deaths reported in the bulletins up to 18 September 2022",
    )
    describe(
        fig,
        "Two bars on an axis from zero, for all bulletins up to 18 September 2022: 165 deaths reported by the Kyrgyz Health "
        "Ministry and 35 reported by the Tajik Foreign Ministry. The offices published at different hours and in different "
        "ways, and none of their lists could be checked by an outside body at that time.",
    )
    return fig


@chart(honest=False, kind="invented", why="No report of the Tajik ministry gives 47.")
def a_figure_nobody_gave(case):
    d = pd.DataFrame({"who": ["Kyrgyz Health Ministry", "Tajik Foreign Ministry"], "dead": [59, 47]})
    ax = d.plot.barh(x="who", y="dead", legend=False, color="0.4", figsize=(7, 3))
    ax.set_ylabel("")
    ax.set_xlabel("Deaths reported, people")
    ax.set_title("Reported by two ministries as of 18 Sept 2022")
    for i, v in enumerate(d.dead):
        ax.text(v + 0.5, i, v, va="center")
    ax.figure.tight_layout()
    describe(
        ax.figure,
        "Horizontal bars from zero, as of the evening of 18 September 2022: the Kyrgyz Health Ministry reported 59 deaths "
        "and the Tajik Foreign Ministry 47. Each ministry speaks for its own side only; the figures were not confirmed by "
        "anybody independent and both may still change as more bodies or names come in.",
    )
    return ax.figure


@chart(
    honest=True,
    kind="bars",
    why="Servicemen and civilians of one report, each named as what it is; no total beside them.",
)
def servicemen_and_civilians(case):
    r = case.reports
    fig, ax = plt.subplots()
    ax.bar(
        ["Servicemen", "Civilians"],
        [r.loc["r103", "value"], r.loc["r104", "value"]],
        color="0.7",
        edgecolor="k",
        hatch=["/", "."],
    )
    ax.set_ylabel("Deaths reported by the Kyrgyz Health Ministry (people)", fontsize=9)
    ax.set_title("Kyrgyz Health Ministry, 28 September 2022 (via Sputnik)")
    describe(
        fig,
        "Two bars from zero, both from one report of the Kyrgyz Health Ministry of 28 September 2022, as Sputnik relayed it: 50 servicemen "
        "and 13 civilians reported dead, all on the Kyrgyz side. How the ministry told soldiers from civilians is not said, "
        "and no independent body has checked it.",
    )
    return fig


@chart(
    honest=True, kind="bars", why="Two counts with their offices, from zero, dated; 'by Sunday' is a date."
)
def killed_by_sunday(case):
    plt.figure()
    plt.bar(["Kyrgyz Health Ministry", "Tajik Foreign Ministry"], [59, 35], color="#88a")
    plt.ylabel("Deaths reported (people)")
    plt.title("59 and 35 killed by Sunday, 18 September 2022, two ministries say")
    describe(plt.gcf(), ALT_59_35)
    return plt.gcf()


@chart(
    honest=False,
    kind="summed",
    case="tirrem_invented",
    why="cumsum over figures that are running totals already: 6, 20, 39, 66, 97 was reported by nobody.",
)
def tirrem_cumsum(case):
    t = pd.to_datetime(
        ["2031-10-08 09:00", "2031-10-08 20:00", "2031-10-09 12:00", "2031-10-10 21:00", "2031-10-11 21:00"]
    )
    df = pd.DataFrame({"reported": [6, 14, 19, 27, 31]}, index=t)
    df["all"] = df["reported"].cumsum()
    fig, ax = plt.subplots(figsize=(7.5, 4))
    ax.step(df.index, df["all"], where="post", color="black", label="Ottavane Health Ministry")
    ax.legend(loc="upper left")
    ax.set_ylim(0)
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Ottavane Health Ministry, reports up to 11 October 2031")
    fig.autofmt_xdate()
    describe(
        fig,
        "A step line of deaths in the reports of the Ottavane Health Ministry: 6 on the morning of 8 October 2031, then 20 that "
        "evening, 39 on 9 October, 66 on 10 October and 97 on 11 October. The ministry counts bodies received; the line "
        "says when it reported and not when anybody died.",
    )
    return fig


@chart(
    honest=False,
    kind="wrong_measure",
    why="19 is the Sughd press service's figure for the clashes of 2021, set beside 59 for 2022 under one title of 2022.",
)
def a_figure_of_the_year_before(case):
    fig, ax = plt.subplots(figsize=(7, 4))
    who = ["Kyrgyz Health Ministry", "Press service of Sughd region"]
    ax.vlines(who, 0, [59, 19], lw=14, color="0.45")
    for i, v in enumerate([59, 19]):
        ax.text(i, v + 1, str(v), ha="center")
    ax.set_xlim(-0.5, 1.5)
    ax.set_ylim(0, 70)
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Deaths in the clashes as reported, 19 September 2022")
    describe(
        fig,
        "Two thick vertical lines from zero, as of 19 September 2022: the Kyrgyz Health Ministry reported 59 deaths and the press "
        "service of Sughd region in Tajikistan reported 19. Both are offices of a party to the clashes, each counts its "
        "own side, and there was no independent count to hold them against.",
    )
    return fig


@chart(
    honest=False,
    kind="swapped",
    case="tirrem_invented",
    why="Ottavane's 31 stands over Yarrode's name and Yarrode's 22 over Ottavane's.",
)
def tirrem_exchanged_stems(case):
    fig, ax = plt.subplots()
    ax.stem([0, 1], [22, 31], basefmt=" ")
    ax.set_xticks([0, 1], ["Ottavane Health Ministry", "Yarrode Foreign Ministry"])
    ax.set_xlim(-0.6, 1.6)
    ax.set_ylim(0, 40)
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Deaths as reported by 11 October 2031")
    describe(
        fig,
        "Two stems from a baseline of zero. As of the evening of 11 October 2031 the Ottavane Health Ministry is drawn at 22 "
        "reported deaths and the Yarrode Foreign Ministry at 31. One counts bodies received, the other citizens on a "
        "list, so the same person may be on both, and nobody has compared the lists.",
    )
    return fig
