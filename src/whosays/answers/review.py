"""Tables for a reader who looks back: the questions with our answers, and the ideas behind the errors."""

import csv
from functools import lru_cache
from pathlib import Path

import pandas as pd

from whosays.answers.first_answers import firsts
from whosays.answers.measures import misconceptions
from whosays.course import ANSWERS
from whosays.questions import Bank


def review(lesson: str, folder: str | Path = ANSWERS) -> pd.DataFrame:
    """Return a table of the questions of *lesson* that were answered: claim, our answer, yours, and why.

    *lesson* is the beginning of a notebook's or a form's name. What was not answered yet is left out, so
    that nobody is shown a key too early. Where questions stand on texts of their own, those come first.
    """
    rows = [
        {
            "text": question.ground.text if question.fields.text else "",
            "claim": question.claim or question.prompt,
            "our answer": question.solution(),
            "your first answer": question.said(answer),
            "sure": "" if given.confidence is None else f"{given.confidence} per cent",
            "why": question.reason,
        }
        for given, question, answer in firsts(folder, lesson)
    ]
    table = pd.DataFrame(rows, columns=["text", "claim", "our answer", "your first answer", "sure", "why"])
    return _numbered(table if table["text"].any() else table.drop(columns="text"))


def profile(lesson: str = "", folder: str | Path = ANSWERS) -> pd.DataFrame:
    """Return a table of the ideas that wrong first answers to *lesson* showed, the most frequent first."""
    named = beliefs(Bank.open().folder.parent / "misconceptions.csv")
    rows = [
        {
            "idea": named[shown.misconception],
            "times": shown.times,
            "sure": "" if shown.confidence is None else f"{shown.confidence:.0f} per cent",
        }
        for shown in misconceptions(given for given, _, _ in firsts(folder, lesson))
    ]
    return _numbered(pd.DataFrame(rows, columns=["idea", "times", "sure"]))


@lru_cache(maxsize=2)
def beliefs(path: Path) -> dict[str, str]:
    """Return the belief behind each misconception, by its code M1 to M22, as the table at *path* has them."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["belief"] for row in csv.DictReader(file)}


def _numbered(table: pd.DataFrame) -> pd.DataFrame:
    return table.set_axis(range(1, len(table) + 1))
