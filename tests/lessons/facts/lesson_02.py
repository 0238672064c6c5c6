"""Facts of lesson 02: what it states, and why it is true of the case."""

from whosays import shared_runs
from whosays.case import provenance
from whosays.text.toll import Toll

AP = "over water rights and the installation of surveillance cameras by Tajikistan"
SIX = {"tass", "azattyk", "rt", "eadaily", "kg24", "regnum"}


def graph(case, figure: str):
    return provenance.graph(case.relays, figure)


def relay(case, row: str, column: str) -> str:
    return case.relays.loc[row, column]


def value(case, report: str) -> int:
    return int(case.reports.loc[report, "value"])


NUMBERS = {
    "02": lambda case: 2,  # the lesson itself
    "03": lambda case: 3,  # the next lesson
    "20": lambda case: Toll.parse(case.claims.loc["c17", "quantity"]).low,
    "25": lambda case: value(case, "r048"),
    "139": lambda case: value(case, "r057"),
    "136": lambda case: int(relay(case, "e35", "value")) // 1000,
}

CLAIMS = [
    ("02", "six outlets printed the same number", lambda case: six_name_one(case)),
    ("02", "On 18 and 19 September 2022 six outlets", lambda case: days_of_six(case) == {"18", "19"}),
    ("02", "TASS** names the ministry", lambda case: relay(case, "e25", "evidence") == "names the ministry"),
    ("02", "Same figure, same evening", lambda case: "same evening" in relay(case, "e26", "evidence")),
    (
        "02",
        "follows the BBC’s order of facts",
        lambda case: "the BBC’s order" in relay(case, "e27", "evidence"),
    ),
    (
        "02",
        "Three outlets, one origin",
        lambda case: (
            provenance.independent_origins(graph(case, "killed_added")) == 1
            and len(graph(case, "killed_added")) == 1 + 3
        ),
    ),
    ("02", "seven tellers of the 59", lambda case: {"idea", *SIX} <= tellers(case, "killed_kgz")),
    ("02", "At nine one box stands apart", lambda case: len(tellers(case, "killed_kgz")) == 1 + 9),
    ("02", "None adds an origin", lambda case: one_origin_at_every_step(case)),
    ("02", "Its trail is *lost*", lambda case: lost(case, "killed_kgz") == ["idea"]),
    ("02", "each step of the slider adds one row", lambda case: told_59(case).index[0] == "e09"),
    ("02", "the figures of the two ministries", lambda case: len(stated(case, "killed_both")) == 2),
    (
        "02",
        "at six words: the control shares",
        lambda case: "people have been evacuated from the" in case.text,
    ),
    (
        "02",
        "“engulfed” stands in both texts",
        lambda case: (
            "engulfed by" in case.text and "engulfed by the fighting" in case.reports.loc["r023", "note"]
        ),
    ),
    ("02", "The first pair shares five words", lambda case: five_shared(case)),
    ("02", "The second pair shares nothing", lambda case: not shared_runs(bodies(), case.text, at_least=2)),
    ("02", "The case holds three short phrases", lambda case: phrases_are_the_case_s(case)),
    ("02", "AP’s next sentence", lambda case: "not clear whether" in case.claims.loc["c27", "note"]),
    ("02", "One hit, and it is none", lambda case: hits(case) == ["confirm"]),
    ("02", "“at least” before three figures", lambda case: case.text.count("at least ") == 3),
    ("02", "TASS prints people killed in a region", lambda case: "region" in relay(case, "e10", "unit")),
    (
        "02",
        "EADaily and RT print “Kyrgyz citizens”",
        lambda case: {relay(case, e, "unit") for e in ("e12", "e13")} == {"Kyrgyz citizens"},
    ),
    ("02", "All three name the same ministry", lambda case: same_speaker(case)),
    ("02", "those in hospitals of two cities", lambda case: "Bishkek or Osh" in relay(case, "e28", "unit")),
    ("02", "the arrows there are inferred", lambda case: all_inferred(case, "injured_kgz")),
    ("02", "In the evacuated it is the bound", lambda case: bound_lost_on_the_way(case)),
    ("02", "value, bound and unit are the ministry’s", lambda case: kept_35(case)),
    ("02", "The as-of time drifts nearly everywhere", lambda case: as_of_drifts(case)),
    (
        "02",
        "printed of the Tajik ministry",
        lambda case: case.reports.loc["r057", ["source", "carrier"]].to_list() == ["tjk_mfa", "aljazeera"],
    ),
]


def told_59(case):
    return case.relays[case.relays["figure"] == "killed_kgz"]


def tellers(case, figure: str) -> set[str]:
    return set(graph(case, figure))


def stated(case, figure: str) -> list[str]:
    return provenance.origins(graph(case, figure)).stated


def lost(case, figure: str) -> list[str]:
    return provenance.origins(graph(case, figure)).lost


def six_name_one(case) -> bool:
    rows = told_59(case)[told_59(case)["teller"].isin(SIX)]
    return len(rows) == 6 and set(rows["took_from"]) == {"kgz_health"} and set(rows["value"]) == {"59"}


def days_of_six(case) -> set[str]:
    rows = told_59(case)[told_59(case)["teller"].isin(SIX)]
    return set(rows["as_of"].str[8:10])


def one_origin_at_every_step(case) -> bool:
    steps = [provenance.graph(told_59(case).head(n), "killed_kgz") for n in range(2, 11)]
    return {provenance.independent_origins(told) for told in steps} == {1}


def five_shared(case) -> bool:
    runs = shared_runs(case.statements.loc["s12", "words"], case.statement, at_least=3)
    return [run.length for run in runs] == [5]


def bodies() -> str:
    return "13 more bodies ... were taken to public health organizations"


def phrases_are_the_case_s(case) -> bool:
    """Whether the two long phrases stand in the article and in no shorter run than the lesson says."""
    runs = shared_runs(relay(case, "e39", "words") + " ... " + AP, case.text, at_least=7)
    return [run.length for run in runs] == [7, 11] and "AP’s story of 16" in relay(case, "e45", "evidence")


def hits(case) -> list[str]:
    pieces = ["not clear", "unclear", "could not", "verif", "confirm", "independent"]
    return [piece for piece in pieces for _ in range(case.text.count(piece))]


def same_speaker(case) -> bool:
    return len({relay(case, row, "speaker") for row in ("e09", "e10", "e12", "e13")}) == 1


def all_inferred(case, figure: str) -> bool:
    return {row["basis"] for *_, row in graph(case, figure).edges(data=True)} == {"inferred"}


def drifted(case, figure: str) -> set[str]:
    return {
        slot for slots in provenance.drift(graph(case, figure), "republic_world")["changed"] for slot in slots
    }


def bound_lost_on_the_way(case) -> bool:
    """Whether the figure is the report of the evening before, and went on with its value and without its bound."""
    stated, told = case.relays.loc["e35"], case.relays.loc["e36"]
    evening = case.reports.loc["r017", ["value", "qualifier", "reported_at"]].to_list()
    same = evening == [int(stated["value"]), stated["bound"], stated["as_of"]]
    return (
        same
        and told["value"] == stated["value"]
        and (stated["bound"], told["bound"]) == ("more_than", "exact")
    )


def kept_35(case) -> bool:
    return drifted(case, "killed_tjk") == {"speaker", "as_of"}


def as_of_drifts(case) -> bool:
    figures = ("killed_kgz", "killed_tjk", "injured_kgz", "evacuated_kgz")
    return all("as_of" in drifted(case, figure) for figure in figures)
