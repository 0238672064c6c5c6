"""Make up the grades of a class, for a demonstration and for tests; no student is behind them."""

from random import Random
from typing import Any

from whosays.case.values import Unsaid
from whosays.classroom.report.graded_answers import Result

_WEAK = {"M1": "w1", "M5": "w2", "M6": "w3", "M17": "w4", "M2": "w5"}
_CELLS = {
    "a1.speaker": ("ministry", Unsaid.NOT_SAID.value),
    "a2.speaker": ("official", "ministry"),
    "a3.speaker": (Unsaid.NOT_SAID.value, "agency"),
    "a1.carrier": ("agency", Unsaid.NOT_SAID.value),
    "a2.carrier": (Unsaid.NOT_SAID.value, "agency"),
    "a3.carrier": ("agency", "paper"),
}


def a_class(students: int = 30, skill: float = 0.6, seed: int = 1, name: str = "e1") -> list[Result]:
    """Return the graded submissions of so many made-up students, who decide rightly with chance *skill*."""
    draw = Random(seed)
    return [_student(number, min(0.97, max(0.05, draw.gauss(skill, 0.18))), draw, name)
            for number in range(1, students + 1)]  # fmt: skip


def _student(number: int, skill: float, draw: Random, name: str) -> Result:
    questions = [_verdict(f"{name}-{key}", "stop", code, skill, draw) for code, key in _WEAK.items()]
    questions += [_verdict(f"{name}-s{n}", "keep", "M12", skill + 0.1, draw) for n in range(1, 6)]
    questions.append(_ledger(f"{name}-ledger", skill, draw))
    points = round(sum(each["points"] for each in questions), 2)
    out_of = sum(each["out_of"] for each in questions)
    return {"student": f"s{number:03}", "name": f"Student {number}", "id": str(1000 + number),
            "platform": "canvas", "file": f"{number}.zip", "late": False, "made": "", "status": "graded",
            "reason": "",
            "points": points, "out_of": out_of, "to_mark": [], "questions": questions}  # fmt: skip


def _verdict(name: str, sound: str, misconception: str, skill: float, draw: Random) -> dict[str, Any]:
    right = draw.random() < skill
    stopped = right == (sound == "stop")
    sure = min(100, max(50, round(draw.gauss(80 if right else 74, 12) / 10) * 10))
    return {"id": name, "type": "verdict", "sound": sound, "score": float(right), "points": 2.0 * right,
            "out_of": 2, "misconception": None if right else misconception, "confidence": sure,
            "answer": "not_supported" if stopped else "supported", "notes": []}  # fmt: skip


def _ledger(name: str, skill: float, draw: Random) -> dict[str, Any]:
    # The third speaker is read in two ways, whatever the skill: good readers differ, too.
    answer = {
        cell: both[draw.random() >= (0.5 if cell == "a3.speaker" else skill + 0.15)]
        for cell, both in _CELLS.items()
    }
    score = sum(answer[cell] == both[0] for cell, both in _CELLS.items()) / len(_CELLS)
    return {"id": name, "type": "ledger", "sound": "keep", "score": round(score, 4),
            "points": round(10 * score, 2), "out_of": 10, "misconception": None if score == 1 else "M13",
            "confidence": None, "answer": answer, "notes": []}  # fmt: skip
