"""One idea has one word: the tables, the lessons and the questions use those of the glossary."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lessons import LESSONS, sentences
from whosays.case import Case
from whosays.case.provenance import SLOTS
from whosays.questions.types.ledger import Ledger
from whosays.questions.types.verdict import SCALE

ROOT = Path(__file__).parents[2]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
SCHEMA = tomllib.loads((ROOT / "src/whosays/case/schema.toml").read_text(encoding="utf-8"))
TABLES = ("sources", "claims", "reports", "statements", "wording", "relays")
BANKS = sorted([*ROOT.glob("data/questions/*.toml"), *ROOT.glob("solutions/questions/*.toml")])
PAPERS = [ROOT / "README.md", ROOT / "docs" / "teaching.md", ROOT / "docs" / "limits.md"]
CASES = sorted(path.parent for path in ROOT.glob("data/*/case.toml"))
OUTLETS = {"wire", "broadcaster", "newspaper", "news_site"}
each_case = pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)


def rows(part: str) -> list[list[str]]:
    """Return the cells of every row of the tables in *part* of the glossary, without their heads."""
    lines = [line for line in part.splitlines() if line.startswith("|") and not line.startswith("|---")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if row[0] not in ("word", "not")]


IDEAS, VARIANTS = (rows(part) for part in GLOSSARY.split("## Words we do not use"))
WORDS = {word for row in IDEAS for word in row[0].split(", ")}
OTHERS = {other: row[1] for row in VARIANTS for other in row[0].split(", ")}


def others_in(text: str) -> set[str]:
    """Return the words in *text* for which the glossary has another; a name with a capital is a name."""
    return {other for other in OTHERS if re.search(rf"\b{other}s?\b", text)}


def texts(entry: object) -> Iterator[str]:
    """Yield every text of a bank that somebody reads, ids and types left out."""
    if isinstance(entry, str) and " " in entry:
        yield entry
    for inner in entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else ():
        yield from texts(inner)


def test_the_glossary_has_ideas_and_variants_and_no_word_is_both():
    assert len(IDEAS) > 30
    assert len(VARIANTS) > 4
    assert WORDS & set(OTHERS) == set()
    assert all(len(row) == 3 and row[1] for row in [*IDEAS, *VARIANTS])


@pytest.mark.parametrize("path", LESSONS, ids=lambda p: p.stem)
def test_a_lesson_has_the_words_of_the_glossary(path):
    assert {other: OTHERS[other] for other in others_in(sentences(path))} == {}


@pytest.mark.parametrize("path", BANKS, ids=lambda p: p.stem)
def test_prompts_options_and_explanations_have_the_words_of_the_glossary(path):
    bank = tomllib.loads(path.read_text(encoding="utf-8"))
    found = {text[:80]: others_in(text) for text in texts(bank) if others_in(text)}
    assert found == {}


@pytest.mark.parametrize("path", PAPERS, ids=lambda p: p.stem)
def test_the_papers_have_the_words_of_the_glossary(path):
    assert others_in(path.read_text(encoding="utf-8")) == set()


def test_another_word_is_found():
    assert others_in("The BBC is the messenger here, and the Messenger a paper.") == {"messenger"}
    assert others_in("Two edges of the chain; the border was settled by treaty.") == {
        "edge", "chain", "settled by treaty",
    }  # fmt: skip
    assert others_in("The carrier is no speaker.") == set()


def test_every_column_that_the_glossary_names_is_a_column():
    named = re.findall(r"`(\w+)\.(\w+)`", "\n".join(row[2] for row in IDEAS))
    assert named
    assert [f"{table}.{column}" for table, column in named if column not in SCHEMA[table]["columns"]] == []


def test_a_column_that_names_somebody_has_a_word_of_the_glossary():
    columns = {
        column
        for table in TABLES
        for column, told in SCHEMA[table]["columns"].items()
        if told.get("refers") == "sources"
    }
    assert columns - WORDS == {"took_from"}  # the other end of an arrow


def test_no_column_and_no_description_of_one_has_another_word():
    columns = [item for table in TABLES for item in SCHEMA[table]["columns"].items()]
    assert {name: others_in(told["about"]) for name, told in columns if others_in(told["about"])} == {}
    assert {name for name, _ in columns} & {*OTHERS, "origin", "relay"} == set()


def test_what_a_reader_fills_in_and_follows_has_the_words_of_the_glossary():
    assert {name.casefold() for column, name in Ledger.names.items() if column != "attribution"} <= WORDS
    assert {slot for slot in SLOTS if slot not in ("value", "as_of")} <= WORDS


@each_case
def test_a_carrier_is_no_speaker(case):
    opened = Case.open(case)
    outlets = opened.sources[opened.sources["kind"].isin(OUTLETS)]
    spoken = opened.claims[opened.claims["speaker"].isin(outlets.index)]
    assert set(spoken["kind"]) <= {"statement"}  # an outlet may speak of itself
    assert set(opened.relays["speaker"]) & set(outlets["name"]) == set()


@each_case
def test_an_origin_states_a_figure_and_who_names_nobody_tells_it(case):
    relays = Case.open(case).relays
    assert set(relays.loc[relays["how"] == "states", "took_from"]) <= {"not_said"}
    nameless = relays[(relays["how"] == "tells")]
    assert set(nameless["took_from"]) | set(nameless["speaker"]) <= {"not_said"}


def test_every_word_of_the_glossary_is_one_of_the_course():
    course = " ".join(sentences(path) for path in LESSONS).casefold()
    asked = " ".join(
        text for path in BANKS for text in texts(tomllib.loads(path.read_text(encoding="utf-8")))
    )
    columns = " ".join(column for table in TABLES for column in SCHEMA[table]["columns"])
    used = f"{course} {asked.casefold()} {columns}"
    assert {word for word in WORDS if not re.search(rf"\b{re.escape(word.casefold())}", used)} == set()


def test_the_two_answers_are_defined_in_one_way():
    assert SCALE in GLOSSARY


@pytest.mark.parametrize("path", [PAPERS[0], PAPERS[1], ROOT / "CONTRIBUTING.md"], ids=lambda p: p.stem)
def test_the_glossary_can_be_found(path):
    assert re.search(r"\((docs/)?glossary\.md\)", path.read_text(encoding="utf-8"))
