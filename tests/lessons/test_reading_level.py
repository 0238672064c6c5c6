"""Prompts and explanations can be read by somebody whose second language is English."""

import re
import statistics

import pytest

from tests.conftest import ROOT
from whosays.questions import bank

SHEETS = sorted(
    [*(ROOT / "data" / "questions").glob("*.toml"), *(ROOT / "solutions" / "questions").glob("*.toml")]
)
MEDIAN, ALL = 5, 13  # school years of the United States: a child of eleven, and a school leaver


def grade(text: str) -> float:
    """Return the Automated Readability Index of *text* (Senter and Smith 1967), in school years."""
    words = re.findall(r"[\w’'-]+", text)
    sentences = len(re.findall(r"[.?:;](?:\s|$)", text)) or 1
    return 4.71 * sum(map(len, words)) / len(words) + 0.5 * len(words) / sentences - 21.43


def texts(sheet) -> list[str]:
    entries = sheet.entries.values()
    told = [entry[key] for entry in entries for key in ("prompt", "reason", "hint") if entry.get(key)]
    options = [option for entry in entries for option in entry.get("options", [])]
    return told + [
        o[key] for o in options for key in ("right", "also", "wrong") if len(o.get(key, "").split()) > 5
    ]


def test_the_index_agrees_with_a_sum_done_by_hand():
    # 9 words of 35 letters in one sentence
    text = "The quick brown fox jumps over the lazy dog."
    assert grade(text) == pytest.approx(4.71 * 35 / 9 + 0.5 * 9 - 21.43)


@pytest.mark.parametrize("path", SHEETS, ids=lambda p: p.stem)
def test_a_file_of_the_bank_is_easy_to_read(path):
    grades = {text: grade(text) for text in texts(bank.read(path))}
    assert statistics.median(grades.values()) <= MEDIAN
    assert {text: number for text, number in grades.items() if number > ALL} == {}
