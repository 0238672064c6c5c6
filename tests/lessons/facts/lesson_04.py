"""Facts of lesson 04: what it states about sums, ladders and rules, and why it is true of the case."""

from pathlib import Path

import pandas as pd

from tests.lessons import LESSONS, cells
from whosays.text.toll import Toll

RULES = pd.read_csv(Path(__file__).parents[3] / "data" / "rulebooks.csv")
TOTALS = ("r041", "r052", "r056", "r063")  # of both sides, printed on one Sunday
NOT_READ = "not read at its source"


def value(case, report: str) -> int:
    return int(case.reports.loc[report, "value"])


def cell(case, report: str, column: str) -> str:
    return case.reports.loc[report, column]


def toll(case, report: str) -> Toll:
    return Toll(value(case, report), value(case, report))


def early(case, overlap: int | None) -> Toll:
    """Return the bounds of the figures of the morning of 18 September, with *overlap* people on both lists."""
    return toll(case, "r035").union_with(toll(case, "r045"), overlap)


def ladder(case) -> list[int]:
    """Return the figures of the Kyrgyz Health Ministry for soldiers and civilians, each once."""
    rows = case.reports.query("source == 'kgz_health' and measure == 'deaths'").drop(["r011", "r062"])
    return list(dict.fromkeys(rows.sort_values("reported")["value"]))


def entries() -> dict[str, Toll]:
    """Return the entries under seven rules, as the lesson's own cell makes them."""
    [path] = [path for path in LESSONS if path.stem.startswith("04")]
    made: dict[str, object] = {"Toll": Toll}
    exec(dict(cells(path, "code"))["seven-entries"], made)
    return made["entries"]


def clause_of(body: str, checked: str) -> str:
    return RULES[(RULES["body"] == body) & (RULES["checked"] == checked)]["clause"].iloc[0]


def unread(body: str) -> str:
    return RULES[(RULES["body"] == body) & (RULES["checked"] == NOT_READ)]["place"].iloc[0]


NUMBERS = {
    "02": lambda case: 2,  # numbers of lessons
    "03": lambda case: 3,
    "04": lambda case: 4,
    "24": lambda case: value(case, "r020"),
    "25": lambda case: value(case, "r043"),
    "33": lambda case: value(case, "r051"),
    "34": lambda case: value(case, "r055"),
    "36": lambda case: value(case, "r035"),
    "38": lambda case: value(case, "r049"),
    "39": lambda case: value(case, "r042"),
    "5": lambda case: early(case, 0).low - early(case, 5).low,
    "66": lambda case: early(case, 5).low,
    "71": lambda case: value(case, "r052"),
    "46": lambda case: value(case, "r053"),
    "54": lambda case: value(case, "r041"),
    "69": lambda case: toll(case, "r053").union_with(toll(case, "r045"), 12).low,
    "81": lambda case: value(case, "r056"),
    "62": lambda case: value(case, "r098"),
    "63": lambda case: value(case, "r102"),
    "134": lambda case: value(case, "r130"),
    "150": lambda case: value(case, "r131"),
    "159": lambda case: value(case, "r132"),
    "152": lambda case: value(case, "r124"),
    "158": lambda case: value(case, "r126"),
    "56": lambda case: value(case, "r122"),
    "6": lambda case: value(case, "r126") - value(case, "r124"),
    "40": lambda case: value(case, "r140"),
    "16": lambda case: value(case, "r143"),
    "11": lambda case: value(case, "r151"),
    "45": lambda case: value(case, "r152"),
    "2021": lambda case: int(case.reports.loc["r122", "event_through"].year),
    "2023": lambda case: int(cell(case, "r125", "reported_at")),
    "2024": lambda case: int(cell(case, "r131", "reported_at")),
}

CLAIMS = [
    ("04", "Seven bodies that record", lambda case: RULES["body"].nunique() == 7),
    (
        "04",
        "Two lines were **not read at their source**",
        lambda case: list(RULES[RULES["checked"] == NOT_READ]["body"]) == ["UCDP", "OHCHR"],
    ),
    (
        "04",
        "The others were read in copies",
        lambda case: set(RULES["checked"]) == {NOT_READ, "read in a copy"},
    ),
    (
        "04",
        "names of UCDP’s four fields, whose definitions we did not get to read",
        lambda case: (
            "was not obtained" in unread("UCDP") and len(clause_of("UCDP", NOT_READ).split(", ")) == 4
        ),
    ),
    (
        "04",
        "standard of proof, which is from general knowledge",
        lambda case: "Standard of proof, from general knowledge" in unread("OHCHR"),
    ),
    ("04", "Nine lines, one for each entry", lambda case: len(entries()) == 9),
    ("04", "36 + 35 = 71", lambda case: toll(case, "r035") + toll(case, "r045") == toll(case, "r052")),
    ("04", "5 people on both lists leave 66", lambda case: early(case, 5) == Toll(66, 66)),
    ("04", "fewest is 36", lambda case: early(case, None) == Toll(36, 71)),
    (
        "04",
        "under these two suppositions at most 12 are on both lists",
        lambda case: value(case, "r053") - value(case, "r055") == 12,
    ),
    (
        "04",
        "Tajikistan’s figure was 35 for three of them",
        lambda case: [value(case, r) - value(case, "r045") in ladder(case) for r in TOTALS].count(True) == 3,
    ),
    ("04", "30 killed on the Tajik side", lambda case: cell(case, "r040", "side") == "TJK"),
    ("04", "at least 39 comes from", lambda case: cell(case, "r042", "qualifier") == "at_least"),
    ("04", "46 + 35 = 81", lambda case: toll(case, "r053") + toll(case, "r045") == Toll(81, 81)),
    ("04", "59 + 35 = 94", lambda case: toll(case, "r058") + toll(case, "r045") == Toll(94, 94)),
    ("04", "24 + 30 = 54", lambda case: toll(case, "r020") + toll(case, "r040") == Toll(54, 54)),
    ("04", "24, 36, 46, 59, 62, 63", lambda case: ladder(case) == [24, 36, 46, 59, 62, 63]),
    (
        "04",
        "a page in Pakistan on which we read the 46",
        lambda case: (
            cell(case, "r053", "reported_at").endswith("+05:00") and "PKT" in cell(case, "r053", "note")
        ),
    ),
    ("04", "59 − 13 = 46", lambda case: case.claims.loc["c14", "low"] - case.claims.loc["c13", "low"] == 46),
    (
        "04",
        "no other source we saw has this split",
        lambda case: "every other source seen" in cell(case, "r055", "note"),
    ),
    ("04", "the other counted citizens", lambda case: "citizens" in cell(case, "r045", "counted")),
    (
        "04",
        "comes from the Emergencies Ministry",
        lambda case: cell(case, "r038", "source") == "kgz_emergencies",
    ),
    (
        "04",
        "said that civilians had been killed and gave no number",
        lambda case: "gave no number" in cell(case, "r027", "note"),
    ),
    (
        "04",
        "33, 35 and 38 are one ministry’s figures of one day",
        lambda case: (
            {cell(case, r, "source") for r in ("r045", "r049", "r051")} == {"tjk_mfa"}
            and {cell(case, r, "reported_at")[:10] for r in ("r045", "r049", "r051")} == {"2022-09-18"}
        ),
    ),
    (
        "04",
        "39 comes from officials without a name",
        lambda case: cell(case, "r042", "source") == "tjk_officials_unnamed",
    ),
    ("04", "two places only", lambda case: "only" in cell(case, "r043", "counted")),
    (
        "04",
        "the range grew from 6 to 25",
        lambda case: (
            (value(case, "r126") - value(case, "r124"), value(case, "r132") - value(case, "r130")) == (6, 25)
        ),
    ),
    (
        "04",
        "the same 56 deaths",
        lambda case: (
            value(case, "r140") + value(case, "r143") == value(case, "r151") + value(case, "r152") == 56
        ),
    ),
]
