"""Count which misconceptions the bank exposes: in which lesson, where stopping and where keeping is right."""

import re
from collections.abc import Iterable

from whosays.questions.bank import Sheet

MISCONCEPTIONS = [f"M{number}" for number in range(1, 23)]
_LEAST = 4  # questions that should expose each misconception


def exposed(sheet: Sheet) -> dict[str, list[str]]:
    """Return for each misconception what is right (stop, keep, neither) in each question that exposes it."""
    found: dict[str, list[str]] = {name: [] for name in MISCONCEPTIONS}
    for entry in sheet.entries.values():
        for name in sorted(set(re.findall(r"'misconception': '(M\d+)'", str(entry)))):
            found[name].append(entry["sound"])
    return found


def table(sheets: Iterable[Sheet]) -> list[str]:
    """Return the lines of a table: misconceptions down, lessons across, stop/keep in each cell."""
    by_sheet = {sheet.lesson[:2]: exposed(sheet) for sheet in sheets}
    lines = [
        "      " + "".join(f"{lesson:>7}" for lesson in by_sheet) + "    all  (stop/keep, and all questions)"
    ]
    for name in MISCONCEPTIONS:
        cells = [found[name] for found in by_sheet.values()]
        shown = "".join(f"{_cell(sounds):>7}" for sounds in cells)
        lines.append(f"  {name:4}{shown}{sum(map(len, cells)):>7}")
    return lines


def holes(sheets: Iterable[Sheet]) -> list[str]:
    """Return the misconceptions that fewer than four questions expose."""
    counts = dict.fromkeys(MISCONCEPTIONS, 0)
    for sheet in sheets:
        for name, sounds in exposed(sheet).items():
            counts[name] += len(sounds)
    return [name for name, count in counts.items() if count < _LEAST]


def _cell(sounds: list[str]) -> str:
    return f"{sounds.count('stop')}/{sounds.count('keep')}" if sounds else "."
