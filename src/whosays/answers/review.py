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
    that nobody is shown a key too early; and so is a form whose file says ``explained_after``, until the
    form named there is answered to the end. Where questions stand on texts of their own, those come first.
    """
    answered = list(firsts(folder, lesson))
    held = {name for name in {given.lesson for given, _, _ in answered} if _held_back(name, folder)}
    rows = [
        {
            "text": question.ground.text if question.fields.text else "",
            "claim": question.claim or question.prompt,
            "our answer": question.solution(),
            "your first answer": question.said(answer),
            "sure": "" if given.confidence is None else f"{given.confidence} per cent",
            "why": question.reason,
        }
        for given, question, answer in answered
        if given.lesson not in held
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


def _held_back(lesson: str, folder: str | Path) -> bool:
    """Say whether the form that *lesson* waits for has claims that were not answered yet.

    The forms are parallel: whoever has read why a claim holds is tested on memory by the next form.
    """
    bank = Bank.open()
    later = bank.sheet(lesson).content.get("explained_after")
    if later is None:
        return False
    done = {given.question for given, _, _ in firsts(folder, later)}
    return not done.issuperset(bank.sheet(later).entries)


def _numbered(table: pd.DataFrame) -> pd.DataFrame:
    return table.set_axis(range(1, len(table) + 1))
