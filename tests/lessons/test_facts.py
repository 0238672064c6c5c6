"""Every number and quotation a lesson prints is the case's own, so that text and data cannot drift apart."""

import json
import re
import tomllib

import pandas as pd
import pytest

from tests.lessons import LESSONS, NOTEBOOKS, cells, read, sentences
from tests.lessons.facts import CLAIMS, NUMBERS
from whosays.questions.types.verdict import SCALE

# Numbers that are about the course or the calendar of the article, not about the event.
COURSE = {"1", "4", "00", "01", "05", "06", "15", "50", "60", "75", "90", "110", "55"}

QUESTIONS = NOTEBOOKS.parent / "data" / "questions"


def days(case) -> set[str]:
    return set(case.reports["reported_at"].str[:10])


# The days the lessons name: each is a day of a report in the case, or of the treaty.
DAYS = {"16", "17", "18", "19", "28"}
# Parts of clock times and axis limits in charts that are drawn wrong on purpose.
FLAWED = {"01", "09", "10", "11", "22", "30"}


def printed_numbers(text: str) -> set[str]:
    return {number.strip(",") for number in re.findall(r"\d[\d,]*", text)}


@pytest.mark.parametrize("path", LESSONS, ids=lambda p: p.stem)
def test_every_number_in_a_lesson_is_known(path):
    assert printed_numbers(sentences(path)) - set(NUMBERS) - DAYS - COURSE - FLAWED == set()


@pytest.mark.parametrize("number", NUMBERS)
def test_a_known_number_is_the_number_of_the_case(case, number):
    assert NUMBERS[number](case) == int(number.replace(",", ""))


@pytest.mark.parametrize("day", sorted(DAYS))
def test_a_day_a_lesson_names_is_a_day_of_a_report(case, day):
    assert f"2022-09-{day}" in days(case)


def verdicts(lesson: str) -> list[dict]:
    bank = tomllib.loads((QUESTIONS / f"{lesson}.toml").read_text(encoding="utf-8"))
    return [question for question in bank["question"] if question["type"] == "verdict"]


def everything(case) -> str:
    """Return all words of the case: the article and every cell of every table."""
    tables = [case.claims, case.statements, case.relays, case.reports, case.wording]
    words = [table[column] for table in tables for column in table.select_dtypes("str")]
    return case.text + "\n" + "\n".join(pd.concat(words).dropna())


@pytest.mark.parametrize("path", LESSONS, ids=lambda p: p.stem)
def test_every_quotation_in_a_lesson_is_in_the_case(case, path):
    ours = {"politico-diplomatic"}  # our own English of one Russian word, introduced as such
    ours |= set(re.findall(r"“([^”]+)”", SCALE))  # the names of two answers
    quoted = set(re.findall(r"[“«]([^”»]+)[”»]", sentences(path))) - ours
    words = everything(case)
    assert {quotation for quotation in quoted if quotation not in words} == set()


@pytest.mark.parametrize("path", LESSONS, ids=lambda p: p.stem)
def test_every_page_a_lesson_links_is_one_where_the_case_read_something(case, path):
    linked = set(
        re.findall(r"\]\((https?:[^)]+)\)", "\n".join(source for _, source in cells(path, "markdown")))
    )
    assert linked <= {*case.reports["address"], *case.relays["address"], *case.statements["address"]}


def test_the_lesson_with_the_first_verdict_has_the_one_definition_of_the_scale_before_it():
    [first] = [path for path in LESSONS if path.stem.startswith("01")]
    text = json.dumps(read(first), ensure_ascii=False)
    asked = [bank["id"] for bank in verdicts("01_who_says_so")]
    assert text.index(SCALE) < min(text.index(question) for question in asked)


@pytest.mark.parametrize(("lesson", "words", "holds"), CLAIMS, ids=[f"{c[0]} {c[1]}" for c in CLAIMS])
def test_a_fact_stated_in_words_is_in_the_lesson_and_true(case, lesson, words, holds):
    [path] = [path for path in LESSONS if path.stem.startswith(lesson)]
    assert words in sentences(path)
    assert holds(case)
