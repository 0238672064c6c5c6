"""Hand in: put a notebook and its answers into one file, and say first what is still open."""

import base64
import html
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from whosays.answers.log import AnswerLog
from whosays.answers.submission import LOG, NOTEBOOK, file_name, pack
from whosays.questions import Bank, BankError, Keyless, Question


class HandedIn(NamedTuple):
    """Say what was written, or why nothing was; shows itself with a link to download the file."""

    lines: tuple[str, ...]
    path: Path | None

    def __repr__(self) -> str:
        """Return what to know, a line each."""
        return "\n".join(self.lines)

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        shown = "".join(f"<p>{html.escape(line)}</p>" for line in self.lines)
        if self.path:
            held = base64.b64encode(self.path.read_bytes()).decode()
            name = html.escape(self.path.name)
            shown += (
                f'<p><a download="{name}" href="data:application/zip;base64,{held}">Download {name}</a></p>'
            )
        return {"text/plain": repr(self), "text/html": shown}


def hand_in(assignment: str, name: str = "") -> HandedIn:
    """Write the answers to *assignment*, such as "e3", into one file for the teacher, and say what is open.

    *name* is the student's, as the teacher knows it. The file holds the notebook as it was last saved, every
    answer ever given to it, and the versions in use; nothing is sent anywhere. Raises BankError where there
    is no such assignment.
    """
    lesson, questions = _asked(assignment.casefold())
    assignment = lesson.partition("_")[0]
    log = AnswerLog.open(lesson)
    unanswered = [question.id for question in questions if log.last(question.id) is None]
    open_lines = _open(unanswered, len(questions))
    if not name.strip():
        ask = f'Nothing is written yet. Put your name between the marks: hand_in("{assignment}", name="…")'
        return HandedIn((*open_lines, ask), None)
    files = {LOG: log.path.read_bytes() if log.path.is_file() else b""}
    notebooks = sorted(Path.cwd().glob(f"{lesson}*.ipynb"), key=lambda path: (path.stem != lesson, path.name))
    if notebooks:
        files[NOTEBOOK] = notebooks[0].read_bytes()
    told = {
        "assignment": assignment,
        "lesson": lesson,
        "name": name.strip()[:200],
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "versions": {"whosays": version("whosays"), "python": ".".join(map(str, sys.version_info[:3]))},
        "questions": {question.id: question.version for question in questions},
    }
    path = Path.cwd() / file_name(assignment, name)
    try:
        path.write_bytes(pack(files, told))
    except OSError as error:
        why = f"{path.name} could not be written ({error.strerror})."
        mend = "Make room or allow writing here, and run this cell again."
        return HandedIn((*open_lines, f"{why} {mend}"), None)
    return HandedIn((*open_lines, *_written(path, notebooks, log)), path)


def _asked(assignment: str) -> tuple[str, Sequence[Question | Keyless]]:
    """Return the name of the notebook of *assignment*, and what it asks."""
    bank = Bank.open()
    for path in sorted(bank.keyless.glob(f"{assignment}_*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        return content["lesson"], [bank.asked(entry["id"]) for entry in content["questions"]]
    for sheet in bank.sheets():
        if sheet.lesson.partition("_")[0] == assignment:
            return sheet.lesson, list(sheet.questions())
    known = [path.name.partition("_")[0] for path in sorted(bank.keyless.glob("*.json"))]
    raise BankError(f"there is no assignment {assignment!r}; there is {', '.join(known) or 'none'}")


def _open(unanswered: list[str], count: int) -> list[str]:
    if not unanswered:
        return [f"All {count} questions are answered."]
    return [
        f"Not answered yet: {', '.join(unanswered)} ({len(unanswered)} of {count}). You may still hand in."
    ]


def _written(path: Path, notebooks: list[Path], log: AnswerLog) -> list[str]:
    lines = [f"Written: {path.name}. Give this file to your teacher; it lies beside this notebook."]
    if notebooks:
        lines.append(
            "The notebook is in it as last saved. If you changed it since, save, and run this cell again."
        )
    else:
        lines.append(
            "No notebook was found here, so only your answers are in it. That is enough to be marked."
        )
    if log.damaged:
        lines.append(f"{len(log.damaged)} lines of your answers cannot be read; all others are in.")
    return lines
