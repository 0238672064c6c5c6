"""Charts drawn by somebody who had not read the contract: titles, texts on the chart and text alternatives."""

from datetime import datetime

import matplotlib.pyplot as plt
import pandas as pd

from tests.charts.collection.base import ALT_59_35, ALT_STEPS, chart
from whosays.charts.shown import describe


@chart(
    honest=True,
    kind="titles",
    why="'No final toll' and 'actual hour' deny or date; they claim no truth of the figures.",
)
def no_final_toll(case):
    fig = plt.figure(figsize=(8, 3))
    ax = fig.add_axes([0.3, 0.25, 0.65, 0.5])
    ax.barh([1, 0], [59, 41], height=0.6, color="0.85", edgecolor="k")
    ax.set_yticks([1, 0], ["Kyrgyz Health Ministry", "Tajik Foreign Ministry"])
    ax.set_xlabel("Deaths reported (people)")
    fig.text(0.3, 0.85, "No final toll: what two ministries had reported by 19 September 2022")
    describe(
        fig,
        "Two horizontal bars from zero for 19 September 2022. The Kyrgyz Health Ministry had reported 59 deaths, unchanged since the night before; the Tajik Foreign Ministry, "
        "through its deputy minister, reported 41 and said that there may be more. Neither is a final toll, and neither "
        "was independently verified.",
    )
    return fig


@chart(
    honest=False,
    kind="alt_text",
    why="The text alternative speaks of bars and ministries but gives not one figure.",
)
def alternative_without_figures(case):
    fig, ax = plt.subplots(figsize=(7, 3))
    ax.barh(["Tajik Foreign Ministry", "Kyrgyz Health Ministry"], [35, 59], color="0.6")
    ax.set_xlabel("Deaths reported (people)")
    ax.set_title("Deaths reported by 18 September 2022")
    fig.tight_layout()
    describe(
        fig,
        "A chart with two horizontal bars that shows what the Kyrgyz Health Ministry and the Tajik Foreign Ministry had reported about the "
        "people who died in the clashes by the middle of September. Each of the ministries counts its own side, and the "
        "figures could not be verified by independent observers, so they should be read with care.",
    )
    return fig


@chart(
    honest=False,
    kind="title",
    why="The title names a culprit: nobody established whose shelling killed whom.",
)
def title_with_a_culprit(case):
    t = pd.to_datetime(["2022-09-17 03:13", "2022-09-18 10:00", "2022-09-18 19:30", "2022-09-18 22:30"])
    fig, ax = plt.subplots(figsize=(8, 4))
    ax.step(t, [24, 36, 46, 59], where="post", color="k", label="Kyrgyz Health Ministry")
    ax.legend(loc="upper left")
    ax.set_ylim(0, 70)
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title(
        "Victims of Tajik shelling, as the Kyrgyz Health Ministry reported until 18 September 2022",
        fontsize=10,
    )
    fig.autofmt_xdate()
    describe(fig, ALT_STEPS)
    return fig


@chart(
    honest=False,
    kind="text_on_chart",
    why="An arrow between the bars reads off a difference, '24 more', between counts that cannot be compared.",
)
def arrow_with_the_difference(case):
    fig, ax = plt.subplots()
    ax.bar(
        [0, 1],
        [59, 35],
        color="0.75",
        edgecolor="k",
        tick_label=["Kyrgyz Health Ministry", "Tajik Foreign Ministry"],
    )
    ax.annotate("", xy=(1, 59), xytext=(1, 35), arrowprops={"arrowstyle": "<->"})
    ax.text(1.05, 47, "24 fewer", va="center")
    ax.set_ylim(0, 66)
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Reported deaths on 18 September 2022")
    describe(fig, ALT_59_35)
    return fig


@chart(
    honest=False,
    kind="title",
    why="The title makes a cause out of an order in time: the call of the Kremlin and the reports after it.",
)
def title_with_a_cause(case):
    rows = case.reports.loc[["r058", "r081", "r093"]]
    fig, ax = plt.subplots(figsize=(8, 4))
    t = [
        datetime(2022, 9, 18, 19, 30),
        datetime(2022, 9, 18, 22, 30),
        datetime(2022, 9, 19, 9),
        datetime(2022, 9, 20, 15),
    ]
    ax.step(t, [46, *rows["value"]], where="post", color="0.2", marker="o", label="Kyrgyz Health Ministry")
    ax.legend(loc="lower right")
    ax.set_ylim(0, 70)
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title(
        "Thanks to Putin's phone call the reported toll stopped climbing, 18–20 September 2022", fontsize=10
    )
    fig.autofmt_xdate()
    describe(
        fig,
        "A step line of deaths reported by the Kyrgyz Health Ministry: 46 at 19:30 on 18 September 2022, 59 at 22:30, and 59 again on 19 "
        "September at 09:00 and on 20 September at 15:00. The ministry counts bodies received; the hours are those of "
        "bulletins and say nothing of when or why people died.",
    )
    return fig


@chart(
    honest=False,
    kind="alt_text",
    why="The text alternative gives the ministries each other's figures; the bars are right.",
)
def alternative_contradicts_bars(case):
    fig, ax = plt.subplots()
    ax.bar(["Kyrgyz Health Ministry", "Tajik Foreign Ministry"], [59, 35], color="0.6")
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("Deaths reported by 18 September 2022")
    describe(fig, ALT_59_35.replace("59", "XX").replace("35", "59").replace("XX", "35"))
    return fig


@chart(
    honest=True,
    kind="titles",
    why="A question as a title, attribution in the axis label; nothing is claimed.",
)
def title_as_a_question(case):
    fig, ax = plt.subplots(figsize=(7.5, 3))
    d = {"Kyrgyzstan (the article)": 59, "Tajikistan (the article)": 35}
    ax.barh(list(d)[::-1], list(d.values())[::-1], color="0.7")
    ax.set_xlabel("Deaths reported by each government, as Republic World printed (people)", fontsize=9)
    ax.set_title("Who said how many? Republic World, 19 September 2022")
    fig.tight_layout()
    describe(
        fig,
        "Two horizontal bars from zero with what Republic World printed on 19 September 2022: Kyrgyzstan reported 59 deaths and Tajikistan reported 35. The article does not "
        "say which office of either country spoke, the figures were a day old, and the article checked neither of them.",
    )
    return fig


@chart(honest=True, kind="words", why="Figures written in words on the bars; they match the lengths.")
def figures_in_words(case):
    fig, ax = plt.subplots(figsize=(7, 4))
    bars = ax.bar(["Kyrgyz Health Ministry", "Tajik Foreign Ministry"], [59, 35], color="0.8", edgecolor="k")
    ax.bar_label(bars, labels=["fifty-nine", "thirty-five"])
    ax.set_ylim(0, 70)
    ax.set_ylabel("Deaths announced (people)")
    ax.set_title("Deaths announced by two ministries until Sunday evening, 18 September 2022")
    ax.title.set_fontsize(10)
    describe(
        fig,
        "Two bars from zero. By the evening of Sunday, the eighteenth of September 2022, the Kyrgyz Health Ministry had announced fifty-nine deaths and the Tajik Foreign "
        "Ministry thirty-five. Each ministry counts only its own side, the lists are not public, and nobody independent has "
        "checked either of the two figures.",
    )
    return fig
