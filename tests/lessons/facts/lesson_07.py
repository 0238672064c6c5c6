"""Facts of lesson 07: what it states about names, actors, voices and gaps, and why it is true of the case."""

from collections import Counter

from whosays.text import spans

NAMES = ("clashes", "conflict", "dispute", "fighting", "hostilities", "issue", "situation")
HEADING = "Tajikistan-Kyrgyzstan border conflict"
FIGURES = ("toll_total", "toll_side", "toll_increment", "injured_side")

NUMBERS = {
    "07": lambda case: 7,  # numbers of lessons
    "08": lambda case: 8,
}

CLAIMS = [
    (
        "07",
        "*clashes* five times and *fighting* three times",
        lambda case: (names(case)["clashes"], names(case)["fighting"]) == (5, 3),
    ),
    (
        "07",
        "seven words in the whole article",
        lambda case: len(NAMES) == 7 and min(names(case).values()) > 0,
    ),
    ("07", "*Conflict* stands once, in the heading", lambda case: with_word(case, "conflict") == [HEADING]),
    ("07", "*dispute* is two things", lambda case: names(case)["dispute"] == 2),
    (
        "07",
        "Four times in three sentences",
        lambda case: case.text.count("erupted") == 4 and len(with_word(case, "erupted")) == 3,
    ),
    ("07", "It gives no day for the second", lambda case: event_day(case, "c22") == "not_said"),
    (
        "07",
        "Kyrgyzstan stands first seven times, Tajikistan twice",
        lambda case: (first(case, "Kyrgyz", "Tajik"), first(case, "Tajik", "Kyrgyz")) == (7, 2),
    ),
    (
        "07",
        "Accusations: three Tajik, none Kyrgyz",
        lambda case: sides(case, ["accusation"]) == {"TJK": 3},
    ),
    ("07", "figures on both sides", lambda case: set(sides(case, FIGURES)) == {"KGZ", "TJK"}),
    ("07", "can be read as claims made by both", lambda case: "claims by both sides" in note(case, "c12")),
    (
        "07",
        "Kyrgyzstan “said” and “reported”, Tajikistan “reported”",
        lambda case: (
            [case.claims.loc[c, "cue"] for c in ("c13", "c15", "c16")] == ["said"] + ["reported"] * 2
        ),
    ),
    ("07", "Governments, all of them", lambda case: set(kinds_of_speakers(case)) == {"government"}),
    ("07", "nobody who treated the injured", lambda case: hits(case, ("doctor", "hospital", "nurse")) == 0),
    (
        "07",
        "AFP, with the same 35 from Tajikistan",
        lambda case: (
            case.reports.loc["r047", ["carrier", "value"]].to_list() == ["afp", 35]
            and "not able independently to verify" in case.reports.loc["r047", "note"]
        ),
    ),
    (
        "07",
        "nobody says that a figure could not be checked",
        lambda case: hits(case, ("verif", "unclear")) == 0,
    ),
    (
        "07",
        "people evacuated on Tajikistan’s side",
        lambda case: sides(case, ["displaced"]) == {"KGZ": 1},
    ),
    ("07", "One new word, and a harmless one", lambda case: new_words(case) == ["clashed"]),
    ("07", "It has “forces” in an accusation against one side", lambda case: forces(case) == ["c22"]),
]


def names(case) -> dict[str, int]:
    return {name: case.text.count(name) for name in NAMES}


def with_word(case, word: str) -> list[str]:
    found = (span.of(case.text) for span in spans.sentences(case.text))
    return [sentence for sentence in found if word in sentence]


def event_day(case, claim: str) -> str:
    return case.claims.loc[claim, "event_time"]


def note(case, claim: str) -> str:
    return case.claims.loc[claim, "note"]


def first(case, one: str, other: str) -> int:
    """Return how often *one* country is named right before the *other*."""
    named = {"Kyrgyz": "Kyrgyzstan", "Tajik": "Tajikistan"}
    pairs = (f"{named[one]} and {named[other]}", f"{named[one]}-{named[other]}", f"{one}-{other}")
    return sum(case.text.count(pair) for pair in pairs)


def sides(case, kinds) -> dict[str, int]:
    """Return how many claims of *kinds* a speaker of each side is given, without those of nobody."""
    rows = case.claims[case.claims["kind"].isin(kinds) & (case.claims["speaker"] != "not_said")]
    return dict(Counter(case.sources.loc[rows["speaker"], "side"]))


def kinds_of_speakers(case) -> list[str]:
    speakers = case.claims.loc[case.claims["speaker"] != "not_said", "speaker"]
    return list(case.sources.loc[speakers, "kind"])


def hits(case, strings) -> int:
    return sum(case.text.lower().count(string) for string in strings)


def new_words(case) -> list[str]:
    mine = "Kyrgyz and Tajik forces clashed on Wednesday"
    return [word for word in mine.split() if word not in case.text]


def forces(case) -> list[str]:
    assert case.text.count("forces") == 1
    return [row for row in case.claims.index if "forces" in case.words(row)]
