"""Read answers, which may be any JSON value, in the few forms that the types of question ask for."""

from collections.abc import Mapping
from typing import Any


def one_of(answer: object, allowed: Mapping[str, Any], what: str = "answer") -> str:
    """Return *answer* if it is one of the ids in *allowed*. Raises ValueError for anything else."""
    if not isinstance(answer, str) or answer not in allowed:
        raise ValueError(f"{what} {_brief(answer)} is not one of {', '.join(allowed)}")
    return answer


def some_of(answer: object, allowed: Mapping[str, Any], what: str = "answer") -> list[str]:
    """Return *answer* if it is a list of different ids in *allowed*. Raises ValueError for anything else."""
    if not isinstance(answer, list | tuple):
        raise ValueError(f"{what} {_brief(answer)} is not a list")
    chosen = [one_of(item, allowed, what) for item in answer]
    if len(set(chosen)) < len(chosen):
        raise ValueError(f"{what} {_brief(answer)} names something twice")
    return chosen


def cells(answer: object, allowed: Mapping[str, Any]) -> dict[str, Any]:
    """Return *answer* if it maps ids in *allowed* to values. Raises ValueError for anything else."""
    if not isinstance(answer, Mapping):
        raise ValueError(f"answer {_brief(answer)} is not a table of values")
    return {one_of(name, allowed, "cell"): value for name, value in answer.items()}


def a_text(answer: object, what: str = "answer", at_most: int = 20_000) -> str:
    """Return *answer* if it is a text of at most so many characters. Raises ValueError for anything else."""
    if not isinstance(answer, str):
        raise ValueError(f"{what} {_brief(answer)} is not a text")
    if len(answer) > at_most:
        raise ValueError(f"{what} has {len(answer):,} characters; at most {at_most:,} are read")
    return answer


def written(value: object) -> str:
    """Return *value*, a text or a whole number, as a text without blanks around it; "" for anything else."""
    return str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""


def is_whole(text: str) -> bool:
    """Say whether *text* is a whole number in digits, and not too long to count people."""
    return text.isascii() and text.isdigit() and len(text) < 10


def _brief(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
