"""Charts drawn by somebody who had not read the contract: shapes, scales, legends and what a reader sees."""

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from tests.charts.collection.base import ALT_59_35, chart
from whosays.charts.shown import describe


@chart(
    honest=False,
    kind="area",
    why="A ring makes parts of one whole out of two separate counts of two offices.",
)
def ring_of_two_ministries(case):
    fig, ax = plt.subplots(figsize=(5.5, 5.5))
    ax.pie(
        [59, 35],
        labels=["Kyrgyz Health\nMinistry", "Tajik Foreign\nMinistry"],
        autopct=lambda p: f"{round(p * 0.94)}",
        pctdistance=0.8,
        wedgeprops={"width": 0.4, "edgecolor": "k"},
        colors=["white", "lightgray"],
    )
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Deaths reported by 18 September 2022")
    describe(fig, ALT_59_35.replace("Two vertical bars starting at zero.", "A ring with two pieces."))
    return fig


@chart(
    honest=True,
    kind="labels",
    why="Step lines with a legend, told apart by dash and marker, in short names of agencies' usual style.",
)
def legend_with_dashes(case):
    fig, ax = plt.subplots(figsize=(8, 4))
    ax.step(
        pd.to_datetime(["2022-09-18 10:00", "2022-09-18 19:30", "2022-09-18 22:30", "2022-09-20 15:00"]),
        [36, 46, 59, 59],
        where="post",
        color="tab:blue",
        marker="o",
        ls="-",
        label="Ministry of Health (KGZ)",
    )
    ax.step(
        pd.to_datetime(["2022-09-18 19:30", "2022-09-19 00:00"]),
        [35, 41],
        where="post",
        color="tab:orange",
        marker="s",
        ls="--",
        label="Ministry of Foreign Affairs (TJK)",
    )
    ax.legend(loc="lower right")
    ax.set_ylim(0, 70)
    ax.set_ylabel("Reported deaths (people)")
    ax.set_title("Reported deaths, 18 to 20 September 2022")
    fig.autofmt_xdate()
    describe(
        fig,
        "Two step lines. Kyrgyzstan's Ministry of Health, solid with round marks: 36 deaths reported at 10:00 on 18 September 2022, 46 at 19:30, 59 at 22:30 and still 59 on 20 September. "
        "Tajikistan's Ministry of Foreign Affairs, dashed with squares: 35 on 18 September, 41 on 19 September. Neither count "
        "was independently verified.",
    )
    return fig


@chart(
    honest=False,
    kind="stack",
    why="A stackplot piles one ministry on the other; the upper edge is a sum nobody reported and the upper figure cannot be read.",
)
def stackplot_of_two_ministries(case):
    t = pd.to_datetime(["2022-09-18 19:30", "2022-09-18 22:30", "2022-09-18 22:30", "2022-09-18 23:59"])
    fig, ax = plt.subplots(figsize=(8, 4))
    ax.stackplot(
        t,
        [46, 46, 59, 59],
        [35, 35, 35, 35],
        labels=["Kyrgyz Health Ministry", "Tajik Foreign Ministry"],
        colors=["0.5", "0.85"],
        edgecolor="k",
    )
    ax.legend(loc="lower right")
    ax.set_ylim(0, 110)
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%H:%M"))
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Evening of 18 September 2022, as reported")
    describe(
        fig,
        "Two layers over the evening of 18 September 2022. The lower one, the Kyrgyz Health Ministry, stands at 46 deaths reported from "
        "19:30 and at 59 from 22:30; the upper one, the Tajik Foreign Ministry, at 35 throughout. Each counts its own side, "
        "and neither figure was independently verified.",
    )
    return fig


@chart(
    honest=False,
    kind="unequal_scales",
    why="Without sharey the two step panels get different heights for the same number.",
)
def panels_left_to_autoscale(case):
    fig, axes = plt.subplots(nrows=1, ncols=2, figsize=(10, 4))
    series = {
        "Kyrgyz Health Ministry": (
            [
                "2022-09-17 03:13",
                "2022-09-18 10:00",
                "2022-09-18 19:30",
                "2022-09-18 22:30",
                "2022-09-19 09:00",
            ],
            [24, 36, 46, 59, 59],
        ),
        "Tajik Foreign Ministry": (["2022-09-18 19:30", "2022-09-19 12:00"], [35, 41]),
    }
    for ax, (name, (t, v)) in zip(axes, series.items(), strict=False):
        ax.step(pd.to_datetime(t), v, where="post", color="k", marker="o")
        ax.set_ylim(0, max(v) * 1.05)
        ax.set_title(name)
        ax.set_ylabel("Deaths reported (people)")
        ax.tick_params(axis="x", rotation=40)
    fig.suptitle("Deaths reported from 17 to 19 September 2022")
    fig.tight_layout()
    describe(
        fig,
        "Two panels with step lines of running totals as reported. Left, the Kyrgyz Health Ministry: 24, 36, 46 and 59 between 17 "
        "and 18 September 2022, and 59 again on 19 September. Right, the Tajik Foreign Ministry: 35 on 18 September, 41 on "
        "19 September. Neither ministry's count has been verified independently.",
    )
    return fig


@chart(
    honest=False,
    kind="inset_scale",
    why="An inset draws the Tajik figures on an axis of its own, so that 41 stands higher than 59.",
)
def inset_with_another_scale(case):
    fig, ax = plt.subplots(figsize=(8, 4.5))
    ax.bar(
        ["17 Sept", "18 Sept, 10:00", "18 Sept, 22:30"], [24, 36, 59], color="0.6", edgecolor="k", width=0.5
    )
    ax.set_xlim(-0.6, 5)
    ax.set_ylim(0, 80)
    ax.set_ylabel("Deaths reported (people)")
    ax.text(1, 70, "Kyrgyz Health Ministry", ha="center")
    small = ax.inset_axes([0.62, 0.2, 0.36, 0.7])
    small.bar(["18 Sept", "19 Sept"], [35, 41], color="white", edgecolor="k", hatch="..", width=0.5)
    small.set_ylim(0, 44)
    small.set_title("Tajik Foreign Ministry", fontsize=9)
    small.set_ylabel("Deaths reported (people)", fontsize=8)
    ax.set_title("What two ministries had reported, 17 to 19 September 2022")
    describe(
        fig,
        "Bars of running totals from zero. Kyrgyz Health Ministry: 24 deaths reported on 17 September 2022, 36 at 10:00 on 18 "
        "September, 59 at 22:30. In a small inset with its own axis the Tajik Foreign Ministry: 35 on 18 September, 41 on 19 "
        "September. Both count their own side; nobody has verified either of them.",
    )
    return fig


@chart(
    honest=False,
    kind="colour_alone",
    why="A legend of two solid colours is all that tells the step lines apart.",
)
def legend_of_two_colours(case):
    fig, ax = plt.subplots(figsize=(8, 4))
    ax.step(
        pd.to_datetime(["2022-09-18 10:00", "2022-09-18 19:30", "2022-09-18 22:30", "2022-09-19 12:00"]),
        [36, 46, 59, 59],
        where="post",
        color="tab:red",
        label="Kyrgyz Health Ministry",
    )
    ax.step(
        pd.to_datetime(["2022-09-18 19:30", "2022-09-19 12:00"]),
        [35, 41],
        where="post",
        color="tab:green",
        label="Tajik Foreign Ministry",
    )
    ax.legend()
    ax.set_ylim(0, 65)
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Deaths reported, 18–19 September 2022")
    fig.autofmt_xdate()
    describe(
        fig,
        "Step lines of running totals as reported. Kyrgyz Health Ministry: 36 at 10:00 on 18 September 2022, 46 at 19:30 and 59 from "
        "22:30. Tajik Foreign Ministry: 35 on the evening of 18 September and 41 on 19 September. Each ministry counts its own "
        "side and nobody has verified either list.",
    )
    return fig


@chart(
    honest=True,
    kind="panels",
    why="Grouped bars: two measures told apart by hatch and legend, each the ministry's figure at that hour; the rounded one is marked.",
)
def grouped_dead_and_injured(case):
    x = np.arange(2)
    fig, ax = plt.subplots(figsize=(7.5, 4.2))
    a = ax.bar(x - 0.2, [46, 35], 0.4, color="0.4", edgecolor="k", label="deaths reported")
    b = ax.bar(x + 0.2, [140, 30], 0.4, color="white", edgecolor="k", hatch="//", label="injured reported")
    ax.bar_label(a)
    ax.bar_label(b, ["140", "about 30"])
    ax.set_xticks(x, ["Kyrgyz Health Ministry", "Tajik Foreign Ministry"])
    ax.legend()
    ax.set_ylim(0, 165)
    ax.set_ylabel("People reported dead or injured")
    ax.set_title("Two ministries as of 18 September 2022, 19:30 Bishkek time")
    describe(
        fig,
        "Grouped bars from zero for 19:30 Bishkek time on 18 September 2022. Kyrgyz Health Ministry: 46 deaths and 140 injured reported. Tajik Foreign Ministry: 35 "
        "deaths and about 30 injured reported. The ministries count different things, patients and citizens, and nobody "
        "independent had confirmed any of these figures.",
    )
    return fig


@chart(
    honest=False,
    kind="cut_bars",
    why="The bars of broken_barh begin at 25, so their lengths do not stand for the figures.",
)
def broken_bars_from_25(case):
    fig, ax = plt.subplots(figsize=(7, 2.8))
    ax.broken_barh([(25, 34)], (0.6, 0.8), facecolors="0.5")
    ax.broken_barh([(25, 10)], (-0.4, 0.8), facecolors="0.5")
    ax.set_yticks([1, 0], ["Kyrgyz Health Ministry: 59", "Tajik Foreign Ministry: 35"])
    ax.set_xlim(25, 62)
    ax.set_xlabel("Deaths reported (people)")
    ax.set_title("Deaths reported as of 18 September 2022", loc="left")
    fig.tight_layout()
    describe(fig, ALT_59_35.replace("Two vertical bars starting at zero.", "Two horizontal bars."))
    return fig


@chart(
    honest=False,
    kind="unseen_source",
    why="The legend, the only place that says who reported, lies off the canvas.",
)
def legend_off_the_canvas(case):
    fig, ax = plt.subplots(figsize=(6, 4))
    ax.bar([0], [59], hatch="//", color="white", edgecolor="k", label="Kyrgyz Health Ministry")
    ax.bar([1], [35], hatch="xx", color="white", edgecolor="k", label="Tajik Foreign Ministry")
    ax.set_xticks([])
    ax.legend(loc="upper left", bbox_to_anchor=(1.6, 1))
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("18 September 2022, as reported")
    describe(fig, ALT_59_35)
    return fig


@chart(
    honest=True, kind="panels", why="Small multiples share their y axis, so equal heights are equal numbers."
)
def small_multiples_sharey(case):
    fig, axes = plt.subplots(1, 2, sharex=True, sharey=True, figsize=(10, 4))
    axes[0].step(
        pd.to_datetime(
            [
                "2022-09-17 03:13",
                "2022-09-18 10:00",
                "2022-09-18 19:30",
                "2022-09-18 22:30",
                "2022-09-19 09:00",
            ]
        ),
        [24, 36, 46, 59, 59],
        where="post",
        color="k",
    )
    axes[1].step(
        pd.to_datetime(["2022-09-18 19:30", "2022-09-19 00:00"]),
        [35, 41],
        where="post",
        color="k",
        marker="o",
    )
    axes[0].set_title("Kyrgyz Health Ministry")
    axes[1].set_title("Tajik Foreign Ministry")
    axes[0].set_ylim(0, 70)
    axes[0].set_ylabel("Deaths reported (people)")
    fig.suptitle("Reported up to 19 September 2022, equal scales")
    fig.autofmt_xdate()
    describe(
        fig,
        "Two panels with the same axes. Left, the Kyrgyz Health Ministry: 24 deaths reported early on 17 September 2022, 36, 46 and 59 in the course of 18 "
        "September, 59 on 19 September. Right, the Tajik Foreign Ministry: 35 on 18 September, 41 on 19 September. Each ministry "
        "counts its own side; no count was verified.",
    )
    return fig


@chart(
    honest=False,
    kind="cut_bars",
    why="Bars with bottom=30 on an axis from 30: 5 against 29 is drawn where 35 against 59 was reported.",
)
def bars_standing_on_thirty(case):
    vals = np.array([59, 35])
    fig, ax = plt.subplots()
    ax.bar([0, 1], vals - 30, bottom=30, width=0.6, color="steelblue", edgecolor="black")
    ax.set_xticks([0, 1])
    ax.set_xticklabels(["Kyrgyz Health Ministry", "Tajik Foreign Ministry"])
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("As reported by 18 September 2022")
    describe(fig, ALT_59_35.replace(" starting at zero", ""))
    return fig
