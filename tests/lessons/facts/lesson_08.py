"""Facts of lesson 08, on later reports, forecasts and drafts, and of the first figure in lesson 00: why they are true."""

from tests.conftest import ROOT
from tests.lessons import NOTEBOOKS, cells
from whosays.questions import Bank, judge
from whosays.text.toll import Toll

BANK = Bank.open(ROOT / "data" / "questions")
ACCOUNT = BANK.question("08-account")
SEPTEMBER = ("r058", "r084", "r045", "r049", "r051", "r086")
WIDEST = 500  # the end of the sliders: an interval too wide on purpose

NUMBERS = {
    "2": lambda case: military_of_38(case),
    "180": lambda case: 180,  # minutes with slack
    "3": lambda case: 3,  # a level of the rubric
    "09": lambda case: 9,  # the next lesson
    "20": lambda case: Toll.parse(case.claims.loc["c17", "quantity"]).low,  # also minutes
    "19": lambda case: value(case, "r058") - value(case, "r084"),
    "36": lambda case: value(case, "r049") - military_of_38(case),
    "51": lambda case: value(case, "r117"),
    "70": lambda case: 70,  # an end of an interval of ours
    "120": lambda case: 120,  # words of the account
    "500": lambda case: WIDEST,
}

CLAIMS = [
    (
        "00",
        "Four: at least 54, 71, at least 81, at least 94, all reported on the same day",
        lambda case: bounds(case) == ["at_least 54", "exact 71", "at_least 81", "at_least 94"],
    ),
    ("08", "The article does not say", lambda case: "civilians" not in case.text),
    (
        "08",
        "some reports of 18 and 19 September",
        lambda case: {day(case, r) for r in SEPTEMBER} == {"2022-09-18", "2022-09-19"},
    ),
    (
        "08",
        "In May 2023 Human Rights Watch published",
        lambda case: {day(case, r)[:7] for r in ("r115", "r117")} == {"2023-05"},
    ),
    (
        "08",
        "two figures for civilians killed on both sides",
        lambda case: set(case.reports.loc[["r115", "r117"], "measure"]) == {"deaths_civilian"},
    ),
    (
        "08",
        "37 to 37 tells a lot",
        lambda case: tuple(case.reports.loc["r115", ["value", "qualifier"]]) == (37, "at_least"),
    ),
    (
        "08",
        "Another office said that 40 servicemen were killed",
        lambda case: (
            (value(case, "r084"), case.reports.loc["r084", "counted"]) == (40, "servicemen")
            and case.reports.loc["r084", "source"] != case.reports.loc["r058", "source"]
        ),
    ),
    (
        "08",
        "Of 38 Tajik citizens, one outlet prints, 2 were military",
        lambda case: tuple(case.reports.loc["r049", ["value", "carrier"]]) == (38, "anadolu"),
    ),
    (
        "08",
        "19 + 36 = 55 is no count",
        lambda case: value(case, "r058") - value(case, "r084") + value(case, "r049") - 2 == 55,
    ),
    (
        "08",
        "From 30 to 70 would cover, and is 40 wide",
        lambda case: value(case, "r115") >= 30 and value(case, "r117") <= 70,
    ),
    (
        "08",
        "On 28 September the ministry gave 63 in all: 50 servicemen and 13 civilians",
        lambda case: (
            day(case, "r102") == "2022-09-28"
            and case.reports.loc["r102", "counted"] == "50 servicemen + 13 civilians"
            and value(case, "r103") + value(case, "r104") == value(case, "r102") == 63
        ),
    ),
    (
        "08",
        "So 19 was too high for that side",
        lambda case: value(case, "r104") < value(case, "r058") - value(case, "r084"),
    ),
    (
        "08",
        "37 are deaths that Human Rights Watch documented itself",
        lambda case: "HRW itself documented" in case.reports.loc["r115", "counted"],
    ),
    (
        "08",
        "when the lists of media and offices are added",
        lambda case: "adding media and official lists" in case.reports.loc["r117", "cited_as"],
    ),
    ("08", "The AP is not even named for the 94", lambda case: case.claims.loc["c06", "carrier"] == "bbc"),
    (
        "08",
        "the altered fragment, taken on trust",
        lambda case: "not an unbroken part" in case.claims.loc["c04", "note"],
    ),
    (
        "08",
        "That Kyrgyzstan reported 59 one can know",
        lambda case: tuple(case.claims.loc["c14", ["speaker", "low"]]) == ("kyrgyzstan", 59),
    ),
    ("08", "Four flags, and all four are fair", lambda case: len(flags(draft_a())) == 4),
    (
        "08",
        "The program finds nothing to flag in it",
        lambda case: judge(ACCOUNT, draft("draft_c")).score == 1,
    ),
]


def value(case, report: str) -> int:
    return int(case.reports.loc[report, "value"])


def bounds(case) -> list[str]:
    """Return the totals of both sides that were reported on 18 September, the lowest first."""
    found = case.reports.query("measure == 'deaths' and side == 'both'")
    found = found[found["reported_at"].str.startswith("2022-09-18")].sort_values("value")
    return [f"{q} {int(v)}" for q, v in zip(found["qualifier"], found["value"], strict=True)]


def day(case, report: str) -> str:
    return case.reports.loc[report, "reported_at"][:10]


def military_of_38(case) -> int:
    """Return how many of the 38 an outlet calls military, from the words of its row."""
    counted = case.reports.loc["r049", "counted"]
    assert counted == "citizens, including 2 military"
    return int(counted.split()[2])


def draft(name: str) -> str:
    [sheet] = [sheet for sheet in BANK.sheets() if sheet.lesson.startswith("08")]
    return sheet.content["texts"][name]["text"].strip()


def draft_a() -> str:
    """Return Draft A, once as it is printed and once as the program gets it: they must be the same."""
    [path] = NOTEBOOKS.glob("08_*.ipynb")
    [source] = [source for name, source in cells(path, "code") if name == "program-on-a"]
    [prose] = [source for name, source in cells(path, "markdown") if name == "worked"]
    text = " ".join(source.split('"""')[1].split())
    assert f"> {text}\n" in prose
    return text


def flags(text: str) -> list[str]:
    return judge(ACCOUNT, text).feedback.splitlines()[:-1]  # the last line is for the reader
