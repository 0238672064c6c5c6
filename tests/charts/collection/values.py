"""Figures: whose they are, of what, of when, and how sure."""

from datetime import datetime

import matplotlib.pyplot as plt

from tests.charts.collection.base import ALT_59_35, ALT_STEPS, KYRGYZ, TAJIK, TIMES, bars, chart, steps
from whosays.charts.shown import describe

ALT = (
    "Marks on an axis from zero, one for each source that is named beside it. {} The figures are those that the sources "
    "reported by the day on the chart; nobody independent has checked them, and they do not show when people died or "
    "who is missing from the lists of those who reported."
)


def _marks(pairs, title, said, unit="Deaths reported (people)", **look):
    fig, ax = plt.subplots(figsize=(8, 3))
    names, values = zip(*pairs, strict=True)
    ax.plot(values, range(len(values)), "ok", **look)
    ax.set_yticks(range(len(values)), names)
    ax.set_xlim(0, max(values) * 1.2)
    ax.set_xlabel(unit)
    ax.set_title(title)
    describe(fig, ALT.format(said))
    return fig, ax


@chart(honest=False, kind="swapped", why="each ministry under the other's name")
def swapped_bars(case):
    return bars(values=(35, 59), alt=ALT_59_35.replace("59", "XX").replace("35", "59").replace("XX", "35"))[0]


@chart(honest=False, kind="invented", why="round numbers")
def invented_bars(case):
    return bars(values=(120, 20), alt=ALT_59_35.replace("59", "120").replace("35", "20"))[0]


@chart(honest=False, kind="swapped", why="the legend exchanges two step lines")
def legend_exchanged(case):
    fig, ax = steps()
    ax.step(
        [datetime(2022, 9, 18, 19, 30), datetime(2022, 9, 19, 12)],
        [35, 41],
        where="post",
        ls="--",
        marker="s",
        color="0.3",
        label="x",
    )
    ax.legend([TAJIK, KYRGYZ])
    ax.set_title("Deaths as reported, 17 to 19 September 2022")
    return fig


@chart(honest=False, kind="stale", why="24 had been replaced by 59")
def stale_kyrgyz(case):
    return bars(values=(24, 35), alt=ALT_59_35.replace("59", "24"))[0]


@chart(honest=False, kind="stale", why="at 22:30 the figure was 59")
def stale_by_the_hour(case):
    return bars(
        "Deaths as reported by 18 September 2022, 22:30", values=(46, 35), alt=ALT_59_35.replace("59", "46")
    )[0]


@chart(honest=True, kind="bars", why="at 19:30 the figure was 46")
def right_by_the_hour(case):
    return bars(
        "Deaths as reported by 18 September 2022, 19:30",
        values=(46, 35),
        alt=ALT_59_35.replace("59", "46").replace("22:30", "19:30"),
    )[0]


@chart(honest=False, kind="early", why="63 came ten days later")
def figure_from_the_future(case):
    return bars(values=(63, 35), alt=ALT_59_35.replace("59", "63"))[0]


@chart(honest=False, kind="summed", why="94 under one ministry's name")
def sum_under_a_name(case):
    return bars(names=(KYRGYZ,), values=(94,), alt=ALT_59_35.replace("59", "94"))[0]


@chart(honest=False, kind="summed", why="a sum without its assumption")
def bar_of_the_sum(case):
    return bars(
        names=("Two ministries together",),
        values=(94,),
        title=f"{KYRGYZ} and {TAJIK}, reported 18 September 2022",
        alt=ALT_59_35.replace("59", "94"),
    )[0]


@chart(honest=True, kind="sum", why="a sum that says what it assumes")
def sum_with_assumption(case):
    fig, _ax = bars(
        names=("Both reports together",),
        values=(94,),
        title=f"Sum of {KYRGYZ} and {TAJIK}, 18 September 2022,\nif nobody is on both lists",
        alt=ALT_59_35 + " The bar at 94 is their sum, if nobody is on both.",
    )
    return fig


@chart(honest=False, kind="averaged", why="the mean of two reports")
def mean_bar(case):
    return bars(names=(KYRGYZ, TAJIK, "mean"), values=(59, 35, 47))[0]


@chart(honest=False, kind="share", why="shares of a sum")
def shares(case):
    fig, ax = bars(values=(62.8, 37.2))
    ax.set_ylabel("Share of deaths reported (per cent of people)")
    return fig


@chart(honest=False, kind="floors", why="floors as plain bars, an assumption stated")
def floors_with_assumption(case):
    return bars(
        "Totals of 18 and 19 September 2022, if nobody is on both lists",
        ("Reuters", "AFP", "BBC"),
        (54, 81, 94),
        ALT.format("Reuters 54, AFP 81, the BBC 94."),
    )[0]


@chart(honest=False, kind="floors", why="a two-sided error bar where only a floor is known")
def floor_with_error_bar(case):
    fig, ax = _marks(
        [("BBC, 19 Sept 2022", 94)], "Deaths on both sides, reported", "The BBC has 94 and an error bar."
    )
    ax.errorbar([94], [0], xerr=10, color="k")
    return fig


@chart(honest=True, kind="floors", why="words at each mark")
def floors_in_words(case):
    fig, ax = _marks(
        [("Tajik security sources, 17 Sept", 7), ("Tajik officials, 18 Sept", 39)],
        "Floors reported in September 2022",
        "Tajik security sources had at least 7, Tajik officials at least 39.",
    )
    for place, value in enumerate((7, 39)):
        ax.annotate(f"at least {value}", (value, place), xytext=(8, 0), textcoords="offset points")
    return fig


@chart(honest=True, kind="floors", why="arrows drawn by hand")
def floors_by_arrow(case):
    fig, ax = _marks(
        [("Tajik security sources, 17 Sept", 7), ("Tajik officials, 18 Sept", 39)],
        "Reported in September 2022; arrows: or more",
        "Tajik security sources had at least 7, Tajik officials at least 39.",
    )
    for place, value in enumerate((7, 39)):
        ax.annotate("", (value + 4, place), (value, place), arrowprops={"arrowstyle": "->"})
    return fig


@chart(honest=True, kind="floors", why="≥ at the bars")
def floors_by_sign(case):
    fig, ax = bars(
        "Totals printed on 18 September 2022",
        ("Reuters", "AFP"),
        (54, 81),
        ALT.format("Reuters has at least 54, AFP at least 81."),
    )
    ax.bar_label(ax.containers[0], ["≥ 54", "≥ 81"])
    return fig


@chart(honest=False, kind="measure", why="injured as deaths")
def injured_as_deaths(case):
    return bars(values=(139, 25), alt=ALT_59_35.replace("59", "139").replace("35", "25"))[0]


@chart(honest=True, kind="measure", why="injured, as injured")
def injured_bars(case):
    fig, ax = bars(
        "Injured as reported on 18 September 2022",
        values=(144, 25),
        alt=ALT.format("The Kyrgyz Health Ministry has 144, the Tajik Foreign Ministry 25 injured."),
    )
    ax.set_ylabel("Injured people reported")
    return fig


@chart(honest=False, kind="part", why="civilians, then all, on one line")
def civilians_then_all(case):
    fig, ax = steps()
    ax.lines[0].set_data([datetime(2022, 9, 16, 18), *TIMES], [2, 24, 36, 46, 59])
    ax.set_xlim(datetime(2022, 9, 16), datetime(2022, 9, 19))
    return fig


@chart(honest=True, kind="part", why="a part that says so")
def part_that_says_so(case):
    return bars(
        "Reported by 18 September 2022",
        names=(KYRGYZ, "Tajik Foreign Ministry,\nZumrad and Ovchi-Kalacha only"),
        values=(46, 25),
        alt=ALT.format(
            "The Kyrgyz Health Ministry has 46, the Tajik Foreign Ministry 25 for two places only."
        ),
    )[0]


@chart(honest=False, kind="part", why="all dead as civilians")
def all_as_civilians(case):
    fig, ax = bars()
    ax.set_ylabel("Civilian deaths reported (people)")
    return fig


@chart(honest=False, kind="part", why="a subset in hospitals beside all injured")
def subset_of_injured(case):
    fig, ax = bars(
        "Injured as reported on 18 September 2022",
        values=(102, 25),
        alt=ALT.format("The Kyrgyz Health Ministry has 102, the Tajik Foreign Ministry 25 injured."),
    )
    ax.set_ylabel("Injured people reported")
    return fig


@chart(honest=True, kind="thousands", why="thousands, rounded")
def thousands(case):
    return _marks(
        [("Kyrgyz Emergencies Ministry, 17 Sept 2022", 136)],
        "Evacuated, as reported",
        "The Kyrgyz Emergencies Ministry has 136 thousand people.",
        "Evacuated, thousands of people",
    )[0]


@chart(honest=True, kind="names", why="agencies by their short names")
def short_names(case):
    fig, _ax = _marks(
        [("AP, 17 Sept", 24), ("AFP, 18 Sept", 94), ("HRW, 21 Sept", 100)],
        "Floors: at least so many reported, September 2022",
        "AP has at least 24, AFP at least 94, HRW more than 100.",
    )
    return fig


@chart(honest=True, kind="names", why="other forms of the offices")
def offices_otherwise(case):
    return bars(names=("Kyrgyzstan's\nMinistry of Health", "Tajikistan's Ministry\nof Foreign Affairs"))[0]


@chart(honest=True, kind="names", why="the database, with its year")
def database(case):
    return _marks(
        [("UCDP, 2023: best estimate", 152), ("UCDP, 2024: best estimate", 150)],
        "Battle-related deaths in 2022, as UCDP gave them",
        "UCDP has 152, and later 150.",
    )[0]


@chart(honest=True, kind="names", why="a range of Human Rights Watch")
def a_range(case):
    fig, ax = plt.subplots(figsize=(7, 2))
    ax.hlines([0], 37, 51, lw=4, color="0.5")
    ax.set_yticks([0], ["Human Rights Watch, 2 May 2023"])
    ax.set(
        xlim=(0, 60),
        ylim=(-1, 1),
        xlabel="Civilian deaths reported (people): between 37 and 51",
        title="A range as reported",
    )
    describe(fig, ALT.format("Human Rights Watch has at least 37 and up to 51 civilians."))
    return fig


@chart(honest=True, case="tirrem_invented", kind="bars", why="two ministries of the invented case")
def tirrem_bars(case):
    return bars(
        "Deaths as reported by 11 October 2031",
        ("Ottavane Health Ministry", "Yarrode Foreign Ministry"),
        (31, 22),
        ALT.format("The Ottavane Health Ministry has 31, the Yarrode Foreign Ministry 22."),
    )[0]


@chart(honest=False, case="tirrem_invented", kind="invented", why="26 was reported by nobody")
def tirrem_invented_bar(case):
    return bars(
        "Deaths as reported by 11 October 2031",
        ("Ottavane Health Ministry", "Yarrode Foreign Ministry"),
        (31, 26),
        ALT.format("The Ottavane Health Ministry has 31, the Yarrode Foreign Ministry 26."),
    )[0]


@chart(honest=True, case="tirrem_invented", kind="bars", why="a true zero")
def tirrem_true_zero(case):
    return bars(
        "As reported on 7 October 2031: border guards",
        ("Yarrode Defence Ministry",),
        (0,),
        ALT.format("The Yarrode Defence Ministry reported 0 dead border guards."),
    )[0]


@chart(honest=False, kind="label", why="the label at the bar says another number")
def label_says_otherwise(case):
    fig, ax = bars()
    ax.bar_label(ax.containers[0], ["59", "53"])
    return fig


@chart(honest=False, kind="categorical", why="figures as names: equal steps between 24, 36 and 59")
def figures_as_names(case):
    fig, ax = plt.subplots()
    ax.step(TIMES, ["24", "36", "46", "59"], where="post", color="k", label=KYRGYZ)
    ax.legend()
    ax.set_ylabel("Deaths reported (people)")
    ax.set_title("17 to 18 September 2022")
    describe(fig, ALT_STEPS)
    return fig


@chart(honest=False, kind="mixed", why="two ministries on one line")
def two_ministries_one_line(case):
    fig, ax = steps()
    ax.lines[0].set_ydata([24, 36, 37, 59])
    return fig
