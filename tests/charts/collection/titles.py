"""Titles and texts: what claims too much, and what only looks as if it did."""

from functools import cache, partial

from tests.charts.collection.base import ALT_59_35, CHARTS, Entry, bars, steps

_CLAIMS = {
    "more_dead_here": "More dead in Kyrgyzstan than in Tajikistan, reports of 18 September 2022",
    "kyrgyz_side_lost_more": "Kyrgyz side lost more people, ministries report, 18 September 2022",
    "hit_harder": "Batken was hit harder: reported deaths, 18 September 2022",
    "outnumber": "Kyrgyz dead outnumber Tajik dead in reports of 18 September 2022",
    "almost_twice": "Almost twice as many killed in Kyrgyzstan, as reported 18 September 2022",
    "bore_the_brunt": "Who bore the brunt? Kyrgyzstan, reports of 18 September 2022",
    "deadlier": "The deadlier side of the border, reported 18 September 2022",
    "reports_prove": "Reports of 18 September 2022 prove Kyrgyzstan's losses",
    "real_toll": "The real death toll, as reported on 18 September 2022",
    "true_count": "True count of the dead as two ministries reported it, 18 September 2022",
    "confirmed_deaths": "Confirmed deaths, 18 September 2022, as reported",
    "final_toll": "Final toll: reported deaths of 18 September 2022",
    "massacre": "Massacre at the border, official reports of 18 September 2022",
    "aggressor": "What the aggressor did: reported deaths, 18 September 2022",
    "killed_by_troops": "59 killed by Tajik troops, the ministry reported, 18 September 2022",
    "because_of_shelling": "Deaths because of shelling, reported 18 September 2022",
    "attack_by": "Deaths in the attack by Tajikistan, as reported 18 September 2022",
    "paid_the_price": "Kyrgyzstan paid the higher price, reports of 18 September 2022 say",
    "most_victims": "Most victims were Kyrgyz, according to reports of 18 September 2022",
    "no_doubt": "No doubt: 59 and 35 dead, as reported 18 September 2022",
    "gap": "A gap of 24 deaths between the two sides, as reported 18 September 2022",
    "suffered_heaviest": "The heaviest losses were Kyrgyz, ministries reported on 18 September 2022",
    "worst_hit": "Worst-hit: the Kyrgyz side, reported 18 September 2022",
    "the_facts": "The facts about the dead, reported 18 September 2022",
    "sum_in_title": "94 dead as reported on 18 September 2022",
    "in_all": "In all 94 people killed, two ministries reported by 18 September 2022",
    "tajik_forces_killed": "Tajik forces killed 59, the ministry reported on 18 September 2022",
    "murdered": "Murdered: 59 and 35, reports of 18 September 2022",
    "not_only": "Not only fewer: Tajikistan's losses were half of Kyrgyzstan's, reports of 18 September 2022",
    "evidence": "Evidence of 59 deaths, reported 18 September 2022",
    "number_killed_wrong": "62 and 35 people killed, two ministries reported by 18 September 2022",
}
_STEP_CLAIMS = {
    "toll_soars": "Death toll soars, reports of 17 and 18 September 2022",
    "toll_climbs": "The toll climbs hour by hour: reports of 17 to 18 September 2022",
    "deaths_surge": "Deaths surge after the ceasefire, as reported 17 to 18 September 2022",
    "killing_continued": "Killing continued until 18 September 2022, the reports show",
    "kept_dying": "People kept dying: reports of 17 to 18 September 2022",
    "per_day": "Deaths per day as reported, 17 to 18 September 2022",
    "daily_deaths": "Daily deaths as the ministry reported, 17 to 18 September 2022",
    "new_deaths": "New deaths by date, as reported 17 to 18 September 2022",
    "wave_of_killing": "A wave of killing, as reported 17 to 18 September 2022",
    "escalation": "Escalating violence: reported deaths, 17 to 18 September 2022",
}
_HONEST = {
    "actual_wording": "The actual wording: two ministries, 18 September 2022",
    "more_than_fifty": "Two figures, one of them more than 50, reported by 18 September 2022",
    "killed_by_sunday_night": "Killed by Sunday night, two ministries report, 18 September 2022",
    "as_announced": "Deaths announced by two ministries, 18 September 2022",
    "numbers_given": "Number of dead that two ministries gave on 18 September 2022",
    "fatalities": "Fatalities reported by two ministries as of 18 September 2022",
    "who_reported_what": "Who reported what on 18 September 2022?",
    "not_a_ranking": "Two reports of 18 September 2022, not a ranking",
    "nobody_verified": "Reported by two ministries, verified by nobody, 18 September 2022",
    "no_cause": "What two ministries reported by 18 September 2022; it shows no cause and no culprit",
    "unconfirmed": "Unconfirmed figures of two ministries, 18 September 2022",
    "two_units": "Bodies received and citizens killed: two reports of 18 September 2022",
    "cannot_compare": "Two reports of 18 September 2022 that cannot be compared",
    "latest_figure": "Latest figure of each ministry, evening of 18 September 2022",
    "highest_figure": "The highest figure each ministry reported by 18 September 2022",
    "fifty_nine": "Fifty-nine and thirty-five, as two ministries reported on 18 September 2022",
    "lives_lost": "Lives lost, as reported by 18 September 2022",
    "clashes": "Clashes of 14–17 September 2022: deaths reported by 18 September",
    "reported_dead_of": "Reported dead, by ministry (18 Sept. 2022)",
    "sources_differ": "Two ministries, two ways of counting, 18 September 2022",
    "quotation": "“59 people”, “35 citizens”: two reports of 18 September 2022",
    "may_rise": "Reported by 18 September 2022; either figure may still change",
    "iso_date": "Two ministries' reports, 2022-09-18",
    "published": "As published by the two ministries on Sept. 18, 2022",
}
_HONEST_STEPS = {
    "figure_rises": "The reported figure from bulletin to bulletin, 17 to 18 September 2022",
    "ministry_confirmed_receiving": "Bodies received, as the ministry said from 17 to 18 September 2022",
    "so_far": "Deaths reported so far, 17 to 18 September 2022",
    "by_time_of_report": "Deaths by the time of the report, 17 to 18 September 2022",
    "after_bulletin": "After each bulletin: deaths reported, 17 to 18 September 2022",
}


@cache
def _drawn(draw):
    """Draw one figure for all titles: only the title differs."""
    return draw()


def _titled(draw, title):
    fig, ax = _drawn(draw)
    ax.set_title(title)
    return fig


def _keep(titles, draw, honest, kind):
    for name, title in titles.items():
        make = partial(_of_any_case, partial(_titled, draw, title))
        CHARTS.append(Entry(f"title_{name}", make, honest, kind, "kyrgyz_tajik_2022", title))


def _of_any_case(make, case):
    return make()


_keep(_CLAIMS, bars, False, "title")
_keep(_STEP_CLAIMS, steps, False, "title")
_keep(_HONEST, bars, True, "title")
_keep(_HONEST_STEPS, steps, True, "title")

_TEXTS = {
    "equals_94": ("= 94 dead", False), "twice": ("nearly twice as many", False), "plus_24": ("+24", False),
    "note_units": ("bodies received | citizens", True), "note_source": ("Source: bulletins of 18 September 2022", True),
    "note_not_verified": ("Neither figure was verified.", True), "blame": ("Tajik attack", False), "total": ("Total: 94", False),
    "note_not_comparable": ("The two count differently; do not compare heights.", True),
    "winner": ("hit harder", False), "sixty_percent": ("63% of all deaths", False),
}  # fmt: skip


def _with_text(words):
    fig, ax = bars()
    ax.set_ylim(0, 80)
    ax.text(0.5, 72, words, ha="center")
    return fig


for _name, (_words, _honest) in _TEXTS.items():
    CHARTS.append(
        Entry(
            f"text_{_name}",
            lambda case, words=_words: _with_text(words),
            _honest,
            "text",
            "kyrgyz_tajik_2022",
            _words,
        )
    )

_ALTS = {
    "gibberish": (False, "Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt labore magna aliqua Kyrgyz Health Ministry 59 Tajik Foreign Ministry 35 not quis nostrud exercitation ullamco laboris nisi aliquip commodo consequat duis aute irure reprehenderit voluptate velit"),
    "repeated": (False, "Kyrgyz Health Ministry 59 Tajik Foreign Ministry 35 not. " * 5),
    "other_figures": (False, ALT_59_35.replace("59", "120").replace("35", "20")),
    "one_wrong": (False, ALT_59_35.replace("35", "53")),
    "short": (False, "Two bars, 59 and 35, as reported by two ministries. It does not show when."),
    "no_source": (False, ALT_59_35.replace("Kyrgyz Health Ministry", "first side").replace("Tajik Foreign Ministry", "second side")),
    "lost_more": (False, ALT_59_35 + " So Kyrgyzstan lost more people than Tajikistan."),
    "words": (True, ALT_59_35.replace("59", "fifty-nine").replace("35", "thirty-five")),
    "reversed_order": (True, "The Tajik Foreign Ministry's bar stands at 35 and that of the Kyrgyz Health Ministry at 59, both on an axis from zero. Those are the deaths that each had reported by the evening of 18 September 2022. They count by different rules, and the chart does not show when anybody died or who is missing from the lists."),
    "number_first": (True, "Two bars from zero: 59 deaths reported by the Kyrgyz Health Ministry, which counts bodies that its hospitals received, and 35 reported by the Tajik Foreign Ministry, which counts citizens, both by the evening of 18 September 2022. Which day people died on, and whether the lists are complete, the chart cannot tell."),
    "context": (True, ALT_59_35 + " A day later the Tajik figure was 41."),
}  # fmt: skip
for _name, (_honest, _words) in _ALTS.items():
    CHARTS.append(
        Entry(
            f"alt_{_name}",
            lambda case, words=_words: bars(alt=words)[0],
            _honest,
            "alt",
            "kyrgyz_tajik_2022",
            _words[:80],
        )
    )
