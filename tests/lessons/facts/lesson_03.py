"""Facts of lesson 03: what it states, and why it is true of the case."""

import re
from datetime import date

from tests.lessons.facts.first import cell, said, value
from whosays.text.toll import Toll


def year(report: str):
    """Return a check of the year in which *report* was made."""
    return lambda case: int(cell(case, report, "reported_at")[:4])


NUMBERS = {
    "03": lambda case: 3,  # the numbers of this lesson and of the next
    "04": lambda case: 4,
    "6": lambda case: 6,  # the numbers of misconceptions, in the note for teachers
    "9": lambda case: 9,
    "14": lambda case: date.fromisoformat(case.claims.loc["c09", "event_time"]).day,
    "19": lambda case: value(case, "r169"),
    "20": lambda case: said(case, "c17").low,
    "31": lambda case: value(case, "r165"),
    "34": lambda case: value(case, "r166"),
    "38": lambda case: value(case, "r049"),
    "40": lambda case: value(case, "r084"),
    "55": lambda case: said(case, "c29").low,
    "56": lambda case: value(case, "r122"),
    "102": lambda case: value(case, "r060"),
    "144": lambda case: value(case, "r059"),
    "163": lambda case: value(case, "r082"),
    "183": lambda case: value(case, "r083"),
    "70": lambda case: 70,  # minutes, of this lesson and of the next
    "80": lambda case: 80,
    "85": lambda case: 85,
    "970": lambda case: border(case)[0],
    "984": lambda case: border(case)[1],
    "1,000": lambda case: int(case.claims.loc["c18", "low"]),
    "2021": year("r170"),
    "2,000": lambda case: value(case, "r091"),
    "4,458": lambda case: value(case, "r032"),
    "5,301": lambda case: parts(case)[1],
    "20,000": lambda case: value(case, "r107"),
    "137,000": lambda case: value(case, "r067"),
    "140,000": lambda case: printed_by_azattyk(case),
    "136,770": lambda case: value(case, "r031"),
    "142,071": lambda case: value(case, "r066"),
}

CLAIMS = [
    ("03", "Three of the seven are a dot alone", lambda case: exact_and_floors(case) == (3, 4)),
    ("03", "the speaker sets a floor and knows no ceiling", lambda case: said(case, "c06") == Toll(94, None)),
    ("03", "begins at 101", lambda case: said(case, "c15").low == 101),
    ("03", "clashes at the same border in 2021", lambda case: case.claims.loc["c29", "event_time"] == "2021"),
    ("03", "If both mean the same deaths, they cannot both be right", lambda case: value_high(case, "r172") < said(case, "c29").low),
    ("03", "36 + 19 = 55", lambda case: value(case, "r167") + value(case, "r169") == value(case, "r170")),
    ("03", "19 from Tajikistan, a week late", lambda case: "a week late" in cell(case, "r169", "note")),
    ("03", "One number, six units", lambda case: len(units_of_59(case)) == 6),
    ("03", "The ministry counted *bodies received*", lambda case: "bodies received" in units_of_59(case)),
    ("03", "whom relatives had buried at once", lambda case: "buried by relatives" in cell(case, "r102", "note")),
    ("03", "are likely a slip, our inference", lambda case: cell(case, "r112", "problem_basis") == "inferred"),
    ("03", "the 63rd person, added ten days later", lambda case: cell(case, "r102", "note").startswith("the 63rd") and days_between(case, "r058", "r102") == 10),
    ("03", "31 + 19 makes 50, the figure AFP printed in 2022", lambda case: value(case, "r165") + value(case, "r169") == value(case, "r173") == 50 and cell(case, "r173", "carrier") == "afp"),
    ("03", "though it had printed 55 the year before", lambda case: cell(case, "r170", "carrier") == "afp" and value(case, "r170") == 55),
    ("03", "the same ministry reported more than 136,000", lambda case: case.reports.loc["r017", "reported"] < case.reports.loc["r031", "reported"] and cell(case, "r017", "qualifier") == "more_than"),
    ("03", "On 19 September Kyrgyzstan’s Security Council spoke of 40 servicemen killed", lambda case: cell(case, "r084", "counted") == "servicemen" and cell(case, "r084", "reported_at") == "2022-09-19"),
    ("03", "that they are among the 59 is our assumption", lambda case: "among the 59 is our assumption" in cell(case, "r084", "note")),
    ("03", "“ceasefire largely holds after quiet night” in its address", lambda case: "ceasefire-largely-holds-after-quiet-night" in cell(case, "r028", "address") and cell(case, "r028", "carrier") == "reuters"),
    ("03", "“despite claims of some shelling”", lambda case: "largely upheld despite claims of some shelling" in case.text),
    ("03", "clock of a page in Pakistan", lambda case: cell(case, "r045", "reported_at").endswith("+05:00") and "PKT" in cell(case, "r045", "note")),
    ("03", "*Civilians* it never counts", lambda case: "civilians" not in case.text),
    ("03", "38 citizens, two of them military", lambda case: cell(case, "r049", "counted") == "citizens, including 2 military"),
    ("03", "Monday, 19 September 2022", lambda case: date(2022, 9, 19).weekday() == 0),
    ("03", "Report: Sunday, 18 September", lambda case: case.claims.loc["c13", "report_time"] == "2022-09-18" and date(2022, 9, 18).weekday() == 6),
    ("03", "Event: the text does not say", lambda case: case.claims.loc["c13", "event_time"] == "not_said"),
    ("03", "the night from 16 to 17 September", lambda case: "night of 16 to 17 September" in case.claims.loc["c26", "note"]),
    ("03", "reported on 16 September, printed here three days later", lambda case: days_between(case, "r017", "r079") == 3),
    ("03", "Its end is mostly our reading", lambda case: (case.reports.loc[["r058", "r045", "r017", "r044"], "event_through_basis"] == "inferred").sum() == 3),
    ("03", "Two of the four stand in one bulletin", lambda case: cell(case, "r059", "reported_at") == cell(case, "r060", "reported_at")),
    ("03", "Reuters printed the 102 as the number of the injured", lambda case: value(case, "r061") == 102 and cell(case, "r061", "problem_basis") == "inferred"),
    ("03", "is true of 102, and of 144, 163 and 183", lambda case: said(case, "c15").low <= value(case, "r060")),
    ("03", "136,770 + 5,301 = 142,071", lambda case: sum(parts(case)) == value(case, "r066")),
    ("03", "some people had left in their own cars", lambda case: "their own cars" in cell(case, "r017", "counted")),
    ("03", "is rounded, too", lambda case: case.claims.loc["c18", "note"].startswith("rounded")),
    ("03", "has not reported any mass evacuations", lambda case: cell(case, "r072", "reported_at") == "2022-09-19" and "mass evacuations" in cell(case, "r072", "note")),
    ("03", "in October the Red Crescent there", lambda case: cell(case, "r107", "reported_at").startswith("2022-10") and cell(case, "r107", "side") == "TJK"),
    ("03", "run from more than 2,000, “allegedly”, to more than 20,000", lambda case: moved_in_tajikistan(case) == [2000, 20000]),
]  # fmt: skip


def border(case) -> tuple[int, int]:
    low, high = re.search(r"(\d+) to (\d+) km", case.claims.loc["c18", "note"]).groups()
    return int(low), int(high)


def parts(case) -> tuple[int, int]:
    """Return the two regions that add up to the figure of the evacuated, as the report counts them."""
    first, second = re.findall(r"\d+,\d+", cell(case, "r066", "counted"))
    return int(first.replace(",", "")), int(second.replace(",", ""))


def printed_by_azattyk(case) -> int:
    return int(re.search(r"more than (\d+,\d+)", cell(case, "r066", "note"))[1].replace(",", ""))


def value_high(case, report: str) -> int:
    return int(case.reports.loc[report, "high"])


def exact_and_floors(case) -> tuple[int, int]:
    """Return how many of the article's figures of people killed and injured are exact, and how many floors."""
    claims = case.claims[
        case.claims["kind"].isin(["toll_total", "toll_side", "toll_increment", "injured_side"])
    ]
    tolls = [Toll.parse(quantity) for quantity in claims["quantity"]]
    return sum(toll.exact for toll in tolls), sum(toll.high is None for toll in tolls)


def units_of_59(case) -> set[str]:
    return set(case.relays.loc[case.relays["figure"] == "killed_kgz", "unit"])


def days_between(case, first: str, last: str) -> int:
    days = [date.fromisoformat(cell(case, report, "reported_at")[:10]) for report in (first, last)]
    return (days[1] - days[0]).days


def moved_in_tajikistan(case) -> list[int]:
    """Return the figures of people who left home on the Tajik side, from the lowest."""
    moved = case.reports[case.reports["measure"].isin(["evacuated", "displaced"])]
    return sorted(int(value) for value in moved.loc[moved["side"] == "TJK", "value"])
