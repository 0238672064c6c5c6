"""Facts of lessons 00, 01, 05 and 06: what they state, and why it is true of the case."""

import re
from datetime import date, timedelta

from tests.lessons import LESSONS, cells
from tests.lessons.facts.lesson_04 import RULES
from whosays import check_quote, shared_runs
from whosays.case import provenance
from whosays.text.toll import Toll


def value(case, report: str) -> int:
    return int(case.reports.loc[report, "value"])


def said(case, claim: str) -> Toll:
    return Toll.parse(case.claims.loc[claim, "quantity"])


NUMBERS = {
    "94": lambda case: said(case, "c06").low,
    "59": lambda case: said(case, "c14").low,
    "35": lambda case: said(case, "c16").low,
    "13": lambda case: said(case, "c13").low,
    "136,000": lambda case: said(case, "c25").low,
    "100": lambda case: said(case, "c15").low - 1,
    "101": lambda case: said(case, "c15").low,
    "24": lambda case: value(case, "r020"),
    "36": lambda case: value(case, "r035"),
    "37": lambda case: value(case, "r038"),
    "12": lambda case: value(case, "r035") - value(case, "r020"),
    "10": lambda case: value(case, "r053") - value(case, "r035"),
    "41": lambda case: value(case, "r086"),
    "63": lambda case: case.reports.query("source == 'kgz_health' and measure == 'deaths'")["value"].max(),
    "30": lambda case: len(case.claims),
    "50": lambda case: value(case, "r172"),
    "2022": lambda case: int(case.reports.loc["r018", "reported_at"][:4]),
    "2025": lambda case: int(re.search(r"13 March (\d{4})", case.claims.loc["c19", "note"])[1]),
    "0": lambda case: 0,
    "2019": lambda case: 2019,  # Yousif, Aboody and Keil, named beside it
}

# Sentences that state a fact in words: the lesson, the words, and the check of why they are true.
CLAIMS = [
    (
        "01",
        "a copy of its story of 16 September",
        lambda case: (
            case.reports.loc["r009", ["carrier", "reported_at"]].to_list() == ["ap", "2022-09-16"]
            and case.reports.loc["r009", "address"] in linked_in("01")
        ),
    ),
    ("01", "There are 30 claims in our table", lambda case: len(case.claims) == 30),
    ("01", "59 + 35 = 94", lambda case: said(case, "c14") + said(case, "c16") == Toll(94, 94)),
    (
        "01",
        "three come from Tajikistan’s side, none from Kyrgyzstan’s",
        lambda case: accusers(case) == ["TJK"] * 3,
    ),
    ("01", "the arrows start at the same two ministries", lambda case: len(origins_of_94(case)) == 2),
    (
        "01",
        "Nobody in the article is both near the fighting and outside",
        lambda case: not near_outside(case),
    ),
    ("01", "The article gives no date at all", lambda case: not re.search(r"\bSept|\d/\d", case.text)),
    ("01", "Monday, 19 September 2022", lambda case: date(2022, 9, 19).weekday() == 0),
    ("01", "The article nowhere says how many were civilians", lambda case: "civilians" not in case.text),
    ("01", "13 more bodies were received", lambda case: "13 more bodies" in case.claims.loc["c13", "note"]),
    (
        "01",
        "reports of the day before, by AFP and by RFE/RL, did",
        lambda case: (
            {cell(case, r, "carrier") for r in ("r042", "r047")} == {"afp", "ozodi"}
            and {cell(case, r, "reported_at") for r in ("r042", "r047")} == {"2022-09-18"}
        ),
    ),
    ("01", "One call or two?", lambda case: "respectively" in case.words("c01")),
    (
        "05",
        "a ceasefire of Friday, 16 September, “largely upheld”",
        lambda case: (
            cell_of_claim(case, "c10", "event_time") == "2022-09-16"
            and date(2022, 9, 16).strftime("%A") in case.words("c10")
            and "largely upheld" in case.words("c11")
        ),
    ),
    ("05", "for eleven more days", lambda case: date(2022, 9, 28) - date(2022, 9, 17) == timedelta(days=11)),
    ("05", "nearly six times as tall", lambda case: 5.5 < (59 - 30) / (35 - 30) < 6),
    (
        "05",
        "Next day Tajikistan’s figure was 41",
        lambda case: cell(case, "r086", "reported_at") == "2022-09-19",
    ),
    ("05", "counts civilians only", lambda case: "civilians only" in cell(case, "r011", "counted")),
    ("05", "as another agency printed it", lambda case: cell(case, "r062", "carrier") == "tass"),
    (
        "05",
        "whom relatives had buried at once",
        lambda case: "buried by relatives" in cell(case, "r102", "note"),
    ),
    (
        "05",
        "37 is not a step from 36",
        lambda case: cell(case, "r038", "source") != cell(case, "r035", "source"),
    ),
    ("05", "the report has a day, no clock time", lambda case: "T" not in cell(case, "r038", "reported_at")),
    ("05", "Most of those days are our reading", lambda case: mostly_inferred(case)),
    ("05", "Several of the reports say that they count bodies received", lambda case: 3 <= bodies(case) < 9),
    (
        "05",
        "whoever the ministry had not counted by then",
        lambda case: "not on the list" in cell(case, "r102", "note"),
    ),
    (
        "05",
        "each equals the sum of two",
        lambda case: (
            said(case, "c14") + said(case, "c16") == Toll(94, 94) == Toll(*[value(case, "r063")] * 2)
        ),
    ),
    ("05", "guarantee 59 different people, not 94", lambda case: distinct(case) == Toll(59, 94)),
    (
        "05",
        "that of the page which printed the figure, by the clock of Pakistan",
        lambda case: (
            cell(case, "r045", "address") == cell(case, "r053", "address")
            and all("page time 06:30 PM (PKT)" in cell(case, r, "note") for r in ("r045", "r053"))
            and all(cell(case, r, "reported_at").endswith("T18:30+05:00") for r in ("r045", "r053"))
        ),
    ),
    ("05", "gave no number", lambda case: "gave no number" in cell(case, "r027", "note")),
    (
        "05",
        "is to draw no trend from raw counts",
        lambda case: any(
            "draw no trend from raw counts" in rule.lower() for rule in RULES.query("body == 'HRDAG'")["rule"]
        ),
    ),
    ("06", "The verdict is *altered*", lambda case: fragment(case).verdict == "altered"),
    ("06", "the statement has “political”", lambda case: list(fragment(case).changes) == [("political", "")]),
    ("06", "without any quotation marks", lambda case: '"to prevent further' not in case.text),
    ("06", "“exclusively”", lambda case: "exclusively peaceful" in case.statement),
    ("06", "“to both nations”** is new", lambda case: "both nations" not in case.statement),
    (
        "06",
        "The article’s quotation stops before that",
        lambda case: case.statements.loc["s08", ["slot", "words"]].to_list() == ["closing", "not_there"],
    ),
    ("06", "in four renderings", lambda case: (case.statements["slot"] == "manner").sum() == 4),
    ("06", "From four or five words on", lambda case: traces(case)),
]


def linked_in(lesson: str) -> list[str]:
    [path] = [path for path in LESSONS if path.stem.startswith(lesson)]
    return [
        page for _, source in cells(path, "markdown") for page in re.findall(r"\((https?:[^)]+)\)", source)
    ]


def cell(case, report: str, column: str) -> str:
    return case.reports.loc[report, column]


def cell_of_claim(case, claim: str, column: str) -> str:
    return case.claims.loc[claim, column]


def accusers(case) -> list[str]:
    accusing = case.claims[(case.claims["kind"] == "accusation") & (case.claims["speaker"] != "not_said")]
    return list(case.sources.loc[accusing["speaker"], "side"])


def distinct(case) -> Toll:
    return said(case, "c14").union_with(said(case, "c16"))


def origins_of_94(case) -> list[str]:
    return provenance.origins(provenance.graph(case.relays, "killed_both"), "republic_world").stated


def near_outside(case) -> bool:
    speakers = case.sources.loc[case.claims["speaker"].unique()]
    near = speakers["nearness"].isin(["close", "first_hand"]) & (speakers["is_party"] == "no")
    return bool((near & ~speakers.index.isin(["kremlin", "putin"])).any())


def mostly_inferred(case) -> bool:
    line = case.reports.query("source == 'kgz_health' and measure == 'deaths'")
    return (line["event_through_basis"] == "inferred").mean() > 0.5


def bodies(case) -> int:
    """Return how many reports of the ministry's line name bodies, in what they count or in the note."""
    line = case.reports.query("source == 'kgz_health' and measure == 'deaths'").drop(["r011", "r062"])
    return int((line["counted"] + line["note"]).str.contains("bodies").sum())


def traces(case) -> bool:
    """Whether runs of five words of the statement stand in the retellings, and runs of two hold more."""
    told = " ".join(case.text.split("\n\n")[:2])
    long, short = (shared_runs(case.statement, told, at_least=n) for n in (5, 2))
    return 0 < len(long) < len(short)


def fragment(case):
    return check_quote(case.words("c04"), case.statement)
