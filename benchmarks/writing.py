"""Print how the writing checks do on their judged collections, and what a text costs.

Run with ``uv run python benchmarks/writing.py``, or with a folder that has collections of the same form. They
stand beside the tests: texts of five kinds on every written task, and sentences, sound or not.
"""

import json
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

from timing import median

from whosays.questions import Question, judge
from whosays.questions.bank import read

ROOT = Path(__file__).parents[1]
OF_A_TEXT = ("as_of", "open", "range", "length")  # what only a whole text can lack


def judged(path: Path) -> list[dict[str, Any]]:
    """Return the lines of a collection."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def tasks() -> dict[str, Question]:
    """Return every question that asks for a text, by its id."""
    files = [
        *(ROOT / "data" / "questions").glob("*.toml"),
        *(ROOT / "solutions" / "questions").glob("*.toml"),
    ]
    asked = [read(path).question(name) for path in sorted(files) for name in read(path).entries]
    return {one.id: one for one in asked if one.type == "writing"}


def share(names: list[str], whole: int) -> str:
    """Return how many of the *whole* are named, and the first of them."""
    return f"{len(names)} of {whole} ({100 * len(names) / whole:.1f} %) {' '.join(names[:12])}"


def texts(rows: list[dict[str, Any]], score: Callable[[dict[str, Any]], float]) -> None:
    """Print how texts are ranked on their tasks, and which are judged wrong."""
    for row in rows:
        row["score"] = score(row)
    good = [row for row in rows if row["kind"] in ("model", "sound")]
    bad = [row for row in rows if row["kind"] in ("vacuous", "gamed")]
    pairs = [(one, other) for one, other in product(good, bad) if one["task"] == other["task"]]
    level = [f"{one['id']}/{other['id']}" for one, other in pairs if one["score"] <= other["score"]]
    above = [f"{one['id']}/{other['id']}" for one, other in pairs if one["score"] < other["score"]]
    gamed = [row for row in bad if row["kind"] == "gamed"]
    empty = [row for row in bad if row["kind"] == "vacuous"]
    print("vacuous or gamed above sound:", share(above, len(pairs)))
    print("vacuous or gamed level with it or above:", share(level, len(pairs)))
    print("sound, and something is told:", share([r["id"] for r in good if r["score"] < 1], len(good)))
    print("gamed, and nothing is told:", share([r["id"] for r in gamed if r["score"] == 1], len(gamed)))
    print("vacuous, and not worth 0:", share([r["id"] for r in empty if r["score"] > 0], len(empty)))


def main(folder: Path) -> None:
    """Print the table."""
    asked = tasks()
    rows, sentences = judged(folder / "writing.jsonl"), judged(folder / "sentences.jsonl")
    texts(rows, lambda row: judge(asked[row["task"]], row["text"]).score)

    def told(row: dict[str, Any]) -> bool:
        faults = asked[row["task"]].look_over(row["text"]).faults  # type: ignore[attr-defined]
        return any(fault.check not in OF_A_TEXT for fault in faults)

    sound = [row for row in sentences if row["sound"]]
    unsound = [row for row in sentences if not row["sound"]]
    print("sound sentences, and something is told:", share([r["id"] for r in sound if told(r)], len(sound)))
    passed = [row["id"] for row in unsound if not told(row)]
    print("unsound sentences, and nothing is told:", share(passed, len(unsound)))
    for name, one in asked.items():
        seconds = median(lambda one=one: one.look_over(one.solution()))
        print(f"{name}: {1000 * seconds:.1f} ms for {len(one.solution().split())} words")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "questions")
