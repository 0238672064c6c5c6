"""Charts drawn by somebody who had not read the contract: floors, ranges, points and steps."""

from datetime import datetime

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from tests.charts.collection.base import ALT_59_35, ALT_STEPS, chart
from whosays.charts.shown import describe


@chart(
    honest=True,
    kind="steps",
    why="The filled area under one step line goes down to zero and follows the steps.",
)
def filled_under_the_steps(case):
    t = pd.to_datetime(
        ["2022-09-17 03:13", "2022-09-18 10:00", "2022-09-18 19:30", "2022-09-18 22:30", "2022-09-19 09:00"]
    )
    y = [24, 36, 46, 59, 59]
    fig, ax = plt.subplots(figsize=(8, 4))
    ax.fill_between(t, y, step="post", color="0.85")
    ax.step(t, y, where="post", color="k")
    ax.text(t[0], 27, " Kyrgyz Health Ministry")
    ax.set_ylim(0, 66)
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("As reported from 17 September to 19 September 2022, 9:00")
    fig.autofmt_xdate()
    describe(fig, ALT_STEPS.replace("59 at 22:30", "59 at 22:30, unchanged at 09:00 on 19 September"))
    return fig


@chart(
    honest=True,
    kind="floors",
    why="'About 30' keeps its word and gets an open mark; the exact figure of the other ministry does not.",
)
def about_thirty_marked(case):
    fig, ax = plt.subplots(figsize=(7.5, 2.8))
    ax.scatter([140], [1], color="k", s=50)
    ax.scatter([30], [0], facecolors="none", edgecolors="k", s=50)
    ax.annotate("140", (140, 1), xytext=(8, 0), textcoords="offset points", va="center")
    ax.annotate(
        "about 30 (rounded by the ministry)", (30, 0), xytext=(8, 0), textcoords="offset points", va="center"
    )
    ax.set_yticks([1, 0], ["Kyrgyz Health Ministry", "Tajik Foreign Ministry"])
    ax.set_ylim(-0.6, 1.6)
    ax.set_xlim(0, 170)
    ax.set_xlabel("Injured people reported")
    ax.set_title("Injured as two ministries reported,\n18 September 2022, 19:30 in Bishkek", fontsize=11)
    fig.tight_layout()
    describe(
        fig,
        "Dot plot of injured people reported by the evening of 18 September 2022, axis from zero. Kyrgyz Health Ministry: 140, a solid dot. Tajik "
        "Foreign Ministry: about 30, a hollow dot because the figure is rounded. The first counts hospital patients, the "
        "second citizens, and neither was checked by others.",
    )
    return fig


@chart(
    honest=False,
    kind="plain_floor",
    why="All three are 'at least' figures, drawn as plain exact points on a step line.",
)
def agencies_floors_as_points(case):
    fig, ax = plt.subplots(figsize=(7.5, 4))
    for name, mark, x, y in [("Reuters", "o", 0, 54), ("AFP", "s", 1, 81), ("BBC", "^", 2, 94)]:
        ax.plot(x, y, mark, color="black", ms=10, label=name)
        ax.text(x + 0.07, y, str(y), va="center")
    ax.set_xticks([0, 1, 2], ["Reuters,\n18 Sept", "AFP,\n18 Sept", "BBC,\n19 Sept"])
    ax.set_xlim(-0.5, 2.5)
    ax.set_ylim(0, 110)
    ax.set_ylabel("Deaths on both sides, reported (people)")
    ax.set_title("Totals that three media printed, 18–19 September 2022")
    describe(
        fig,
        "Three points on an axis from zero: Reuters with 54 deaths on 18 September 2022, Agence France-Presse with 81 the same "
        "day, the BBC with 94 on 19 September. The media added what the two governments had said, did not count anybody "
        "themselves, and could not verify the governments' figures.",
    )
    return fig


@chart(
    honest=True,
    kind="ranges",
    why="Low, best and high estimate of the database are drawn as an interval with a mark.",
)
def ucdp_interval(case):
    fig, ax = plt.subplots(figsize=(6.5, 4.5))
    best = np.array([152, 150])
    low, high = np.array([152, 134]), np.array([158, 159])
    ax.errorbar(
        [0, 1],
        best,
        yerr=[best - low, high - best],
        fmt="o",
        capsize=6,
        color="k",
        label="best estimate, with low and high",
    )
    ax.set_xticks([0, 1], ["UCDP 23.1\n(2023)", "UCDP 24.1\n(2024)"])
    ax.set_xlim(-0.6, 1.6)
    ax.set_ylim(0, 180)
    ax.legend(loc="lower center")
    ax.set_ylabel("Battle-related deaths in 2022, reported by UCDP (people)", fontsize=9)
    ax.set_title("Uppsala Conflict Data Program, as published in 2023 and 2024", fontsize=11)
    describe(
        fig,
        "Two points with intervals on an axis from zero. The Uppsala Conflict Data Program gives battle-related deaths for the whole of 2022: in version "
        "23.1, published 2023, best 152, low 152, high 158; in version 24.1, published 2024, best 150, low 134, high 159. The "
        "program codes reports by others and does not count bodies.",
    )
    return fig


@chart(
    honest=True,
    kind="floors",
    why="'At least' figures with lolims arrows and the words in the legend; AFP, AP and BBC are usual names.",
)
def errorbar_lower_limits(case):
    fig, ax = plt.subplots(figsize=(7, 4))
    ax.errorbar(
        [0, 1, 2], [24, 94, 94], yerr=10, lolims=True, fmt="o", color="k", mfc="white", label="at least"
    )
    ax.set_xticks([0, 1, 2], ["AP\n17 Sept 2022", "AFP\n18 Sept 2022", "BBC\n19 Sept 2022"])
    ax.set_xlim(-0.5, 2.5)
    ax.set_ylim(0, 120)
    ax.legend(loc="upper left")
    ax.set_ylabel("Deaths reported, at least (people)")
    ax.set_title("What AP, AFP and the BBC gave as a minimum, 17–19 September 2022")
    describe(
        fig,
        "Three hollow points with arrows upwards, because each is a lower bound. AP reported at least 24 deaths on 17 September 2022, from "
        "Kyrgyz figures only; AFP at least 94 on 18 September and the BBC at least 94 on 19 September, from both governments. "
        "None of the three counted the dead itself.",
    )
    return fig


@chart(
    honest=True,
    kind="steps",
    case="tirrem_invented",
    why="The health ministry's own running totals as steps; the other ministry is left out.",
)
def tirrem_steps(case):
    d = case.reports.loc[["r02", "r05", "r09", "r16", "r27", "r54", "r55"]]
    t = [datetime.fromisoformat(x).replace(tzinfo=None) for x in d["reported_at"]]
    fig, ax = plt.subplots(figsize=(9, 4))
    ax.step(t, d["value"].astype(int), where="post", color="k", marker="o", label="Ottavane Health Ministry")
    ax.legend()
    ax.set_ylim(0, 40)
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Ottavane Health Ministry, its reports up to 20 October 2031")
    fig.autofmt_xdate()
    describe(
        fig,
        "Step line of deaths that the Ottavane Health Ministry had reported: 6 on the morning of 8 October 2031 and 14 that evening, 19 on 9 October, 27 on 10 October, 31 on "
        "11 October, 32 on 15 October and 33 on 20 October. It counts bodies received, whatever their citizenship, and "
        "the other bank of the river is not in it.",
    )
    return fig


@chart(
    honest=True,
    kind="dots",
    why="Thick lines from zero are bars; the injured are those each source gave on that day.",
)
def vlines_from_zero_injured(case):
    plt.figure(figsize=(6.5, 4))
    plt.vlines([0, 1], 0, [134, 25], lw=20, color="0.5")
    plt.text(0, 137, "134", ha="center")
    plt.text(1, 28, "25", ha="center")
    plt.xticks([0, 1], ["Kyrgyz Health Ministry\n(via AFP)", "Tajik Foreign Ministry\n(via AFP)"])
    plt.xlim(-0.5, 1.5)
    plt.ylim(0, 160)
    plt.ylabel("Injured (people, as reported)")
    plt.title("Injured, as AFP relayed two ministries, Sept. 18, 2022")
    describe(
        plt.gcf(),
        "Two thick vertical lines from zero, both from stories of AFP on 18 September 2022. The Kyrgyz Health Ministry had reported 134 injured, the Tajik "
        "Foreign Ministry 25 injured. The first counts people in hospitals, the second does not say how it counts, and AFP "
        "wrote that it could not verify the claims.",
    )
    return plt.gcf()


@chart(honest=True, kind="dots", why="Stems from zero with the right figures.")
def stems_from_zero(case):
    fig, ax = plt.subplots()
    ax.stem([1, 2], [59, 35], linefmt="0.4", markerfmt="ko", basefmt=" ")
    ax.set_xticks([1, 2])
    ax.set_xticklabels(["Health Ministry\nof Kyrgyzstan", "Foreign Ministry\nof Tajikistan"])
    ax.set_xlim(0.4, 2.6)
    ax.set_ylim(0, 70)
    ax.set_ylabel("Deaths (official figures, people)")
    ax.set_title("Official figures, 18/9/22")
    describe(fig, ALT_59_35.replace("Two vertical bars starting at zero.", "Two stems from zero."))
    return fig


@chart(
    honest=True, kind="steps", why="stairs with a baseline of zero: each level lasts until the next bulletin."
)
def stairs(case):
    edges = mdates.date2num(
        [
            datetime(2022, 9, 18, 10),
            datetime(2022, 9, 18, 19, 30),
            datetime(2022, 9, 18, 22, 30),
            datetime(2022, 9, 19, 9),
        ]
    )
    fig, ax = plt.subplots(figsize=(8, 4))
    ax.stairs([36, 46, 59], edges, baseline=0, color="k", lw=2, label="Kyrgyz Health Ministry")
    ax.xaxis_date()
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%d.%m. %H:%M"))
    ax.legend(loc="upper left")
    ax.set_ylim(0, 75)
    ax.set_ylabel("Reported toll (people)")
    ax.set_title("Reported toll, 18 September 2022, 10:00, to 19 September, 9:00")
    fig.autofmt_xdate()
    describe(
        fig,
        "Stairs from a baseline of zero with what the Kyrgyz Health Ministry had reported: 36 deaths from 10:00 on 18 September 2022, 46 "
        "from 19:30, 59 from 22:30 until 09:00 of 19 September. The hours are those at which bulletins came out, and nobody "
        "else could count the bodies that the ministry counts.",
    )
    return fig


@chart(
    honest=False,
    kind="plain_floor",
    why="HRW wrote 'more than 100'; the bar stands at exactly 100 with nothing to say so.",
)
def hundred_drawn_exact(case):
    s = pd.Series(
        {"Kyrgyz Health Ministry\n(own side, 20 Sept)": 59, "Human Rights Watch\n(both sides, 21 Sept)": 100}
    )
    ax = s.plot.bar(rot=0, color="darkkhaki", edgecolor="k", figsize=(6.5, 4))
    ax.bar_label(ax.containers[0])
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Deaths as reported up to 21 September 2022")
    describe(
        ax.figure,
        "Two bars from zero. The Kyrgyz Health Ministry had reported 59 deaths on its own side by 20 September 2022; Human "
        "Rights Watch wrote of 100 deaths on both sides on 21 September. The second figure rests on reports of others, not "
        "on the organisation's own fieldwork, so the two do not measure the same thing.",
    )
    return ax.figure


@chart(
    honest=False,
    kind="interpolated",
    why="A parabola near four bulletins makes a smooth curve of figures that nobody reported.",
)
def smooth_curve(case):
    hours = np.array([3.2, 34, 43.5, 46.5])
    dead = np.array([24, 36, 46, 59])
    p = np.polyfit(hours, dead, 2)
    h = np.linspace(3.2, 46.5, 200)
    fig, ax = plt.subplots(figsize=(7.5, 4))
    ax.plot(h, np.polyval(p, h), color="0.3", lw=2, label="Kyrgyz Health Ministry")
    ax.plot(hours, dead, "o", mfc="white", color="k")
    ax.legend()
    ax.set_xticks([0, 12, 24, 36, 48], ["17 Sept 0:00", "12:00", "18 Sept 0:00", "12:00", "24:00"])
    ax.set_ylim(0, 65)
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Reported deaths, Kyrgyz Health Ministry, 17–18 September 2022")
    describe(
        fig,
        "Four points joined by a smooth curve: the deaths that the Kyrgyz Health Ministry had reported by 03:13 on 17 September "
        "2022 (24), 10:00 on 18 September (36), 19:30 (46) and 22:30 (59). The figures are those of one office, bodies "
        "received, and no one else has verified them.",
    )
    return fig


@chart(
    honest=True,
    kind="dots",
    why="Three relays of one ministry's figure on one day, each named with its relay.",
)
def one_ministry_three_relays(case):
    r = case.reports.loc[["r051", "r045", "r049"]]
    fig, ax = plt.subplots(figsize=(8, 3))
    ax.plot(r["value"].astype(int), [0, 1, 2], "kD")
    for y, v in enumerate(r["value"]):
        ax.text(v + 1, y, int(v), va="center")
    ax.set_yticks(
        [0, 1, 2],
        [
            "Tajik Foreign Ministry, via RT",
            "Tajik Foreign Ministry, via Sputnik",
            "Tajik Foreign Ministry, via Anadolu",
        ],
    )
    ax.set_ylim(-0.5, 2.5)
    ax.set_xlim(0, 45)
    ax.set_xlabel("Deaths reported (people)")
    ax.set_title("One ministry, three relays, 18 September 2022")
    fig.tight_layout()
    describe(
        fig,
        "Dot plot with three diamonds, axis from zero, all for 18 September 2022 and all ascribed to the Tajik Foreign Ministry: 33 deaths as RT relays it, "
        "35 as Sputnik relays it, 38 as Anadolu relays it. Which of them is the ministry's own wording we cannot tell from the "
        "relays, and none was verified.",
    )
    return fig


@chart(
    honest=True,
    kind="floors",
    why="The bar label says 'more than 100' and the hatch is explained; the other bar is exact.",
)
def more_than_on_the_bar(case):
    fig, ax = plt.subplots(figsize=(7, 4))
    a = ax.bar([0], [59], color="0.7", edgecolor="k", label="exact figure")
    b = ax.bar([1], [100], color="white", edgecolor="k", hatch="..", label="lower bound")
    ax.bar_label(a, ["59"])
    ax.bar_label(b, ["more than 100 ↑"])
    ax.set_xticks([0, 1], ["Kyrgyz Health Ministry\n(own side)", "HRW\n(both sides)"])
    ax.set_ylim(0, 125)
    ax.legend(loc="upper left")
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Reports of 20 and 21 September 2022")
    describe(
        fig,
        "Two bars from zero. The Kyrgyz Health Ministry had reported 59 deaths on its own side by 20 September 2022. Human Rights Watch wrote of more "
        "than 100 deaths on both sides on 21 September, a lower bound taken from reports and not from fieldwork. The two "
        "figures cover different people.",
    )
    return fig


@chart(
    honest=False,
    kind="interpolated",
    why="Straight slopes join the bulletins, as if people had died evenly between them and figures were known there.",
)
def slopes_with_pandas(case):
    df = pd.DataFrame(
        {"Kyrgyz Health Ministry": [24, 36, 46, 59]},
        index=pd.to_datetime(
            ["2022-09-17 03:13", "2022-09-18 10:00", "2022-09-18 19:30", "2022-09-18 22:30"]
        ),
    )
    ax = df.plot(marker="o", color="black", figsize=(8, 4))
    ax.set_ylim(0, 70)
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Running total of the Kyrgyz Health Ministry, 17–18 September 2022")
    describe(
        ax.figure,
        ALT_STEPS.replace("A step line", "A line with four points").replace(", so the line stays level", ""),
    )
    return ax.figure


@chart(
    honest=True,
    kind="steps",
    why="Two running totals as steps, told apart by dashes and by the names beside them.",
)
def two_step_lines_named_directly(case):
    fig, ax = plt.subplots(figsize=(8.5, 4.5))
    end = datetime(2022, 9, 19, 18)
    ax.step(
        [
            datetime(2022, 9, 17, 3, 13),
            datetime(2022, 9, 18, 10),
            datetime(2022, 9, 18, 19, 30),
            datetime(2022, 9, 18, 22, 30),
            end,
        ],
        [24, 36, 46, 59, 59],
        where="post",
        color="0.1",
    )
    ax.step(
        [datetime(2022, 9, 18, 19, 30), datetime(2022, 9, 19), end],
        [35, 41, 41],
        where="post",
        color="0.1",
        ls="--",
    )
    ax.annotate("Kyrgyz Health Ministry", (end, 59), xytext=(5, 0), textcoords="offset points", va="center")
    ax.annotate("Tajik Foreign Ministry", (end, 41), xytext=(5, 0), textcoords="offset points", va="center")
    ax.set_ylim(0, 65)
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("As two ministries reported, 17 to 19 September 2022")
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%-d %b"))
    ax.xaxis.set_major_locator(mdates.DayLocator())
    fig.subplots_adjust(right=0.76)
    describe(
        fig,
        "Two step lines. The Kyrgyz Health Ministry had reported 24 deaths early on 17 September 2022, 36 at 10:00 on 18 September, 46 at "
        "19:30 and 59 at 22:30. The Tajik Foreign Ministry reported 35 on the evening of 18 September and 41 on 19 September; "
        "before that no Tajik total had been given. Neither list was verified independently.",
    )
    return fig
