"""Run the notebook that was handed in, for teachers who want to see that its code runs.

This runs the code of strangers, with all that the teacher's account may do. It runs in a process of its own,
in a folder of its own that is deleted afterwards, and each cell has a time limit; that guards against
mistakes and not against malice. What a submission is worth does not depend on it.
"""

import shutil
import tempfile
from pathlib import Path
from typing import Any

from whosays.answers.submission import LOG, NOTEBOOK
from whosays.classroom.assignments import assignment
from whosays.classroom.grading.grade import Graded, Row, grade_many
from whosays.classroom.grading.limits import lifted
from whosays.classroom.intake.archive import UnreadableError
from whosays.classroom.intake.untrusted_files import entry
from whosays.course import Course, answers_beside

WARNING = "--rerun runs the code of students on this machine; do so in a container or an account of its own"
CELL_SECONDS = 60


def grade_and_rerun(paths: list[str], solutions: str, name: str) -> Graded:
    """Return what grade_many() returns, with a note in each row on how its notebook ran."""
    key = assignment(Path(solutions), name)
    course, log = Path(solutions).resolve().parent, f"{key.sheet.lesson}.jsonl"
    return [
        (path, digest, {**row, "odd": [*row["odd"], *_notes(Path(path), row, course, log)]})
        for path, digest, row in grade_many(paths, solutions, name)
    ]


def _notes(path: Path, row: Row, course: Path, log: str) -> list[str]:
    if row["status"] != "graded":
        return []
    try:
        with lifted():
            return [rerun(_read(entry(path, NOTEBOOK)), {log: entry(path, LOG)}, course)]
    except UnreadableError as error:
        return [f"the notebook could not be run: {error}"]


def _read(content: bytes) -> Any:
    """Return *content* as a notebook. Raises UnreadableError where it is none."""
    import nbformat

    try:
        notebook = nbformat.reads(content.decode("utf-8"), as_version=4)  # type: ignore[no-untyped-call]
        nbformat.validate(notebook)
    except Exception as error:  # a notebook may be broken in any way, and each has an error of its own
        reason = f"it is no notebook ({type(error).__name__})"
        raise UnreadableError(reason) from None
    return notebook


def rerun(notebook: Any, logs: dict[str, bytes], course: Path) -> str:
    """Run *notebook* beside its *logs* of answers, in a copy of what is handed out; say how it went."""
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    with tempfile.TemporaryDirectory(prefix="whosays-") as folder:
        place = _lay_out(Path(folder), course)
        answers_beside(place).mkdir()
        for name, log in logs.items():
            (answers_beside(place) / name).write_bytes(log)
        client = NotebookClient(
            notebook,
            timeout=CELL_SECONDS,
            resources={"metadata": {"path": str(place)}},
            kernel_name="python3",
            extra_arguments=["--IPKernelApp.log_level=40"],  # no warnings on how kernels talk on one machine
        )
        try:
            client.execute()
        except CellTimeoutError:
            return f"a cell of the notebook ran longer than {CELL_SECONDS} seconds and was stopped"
        except CellExecutionError as error:
            return f"the notebook stops: {error.ename}: {error.evalue}"[:200]
        except DeadKernelError:
            return "the notebook stops: its kernel died"
        return "the notebook runs from top to bottom"


def _lay_out(folder: Path, course: Path) -> Path:
    """Copy into *folder* what a notebook of an exercise finds around it, and return where it stands."""
    whole, copy = Course(course), Course(folder)
    shutil.copytree(whole.data, copy.data)
    copy.exercises.mkdir()
    if whole.keyless.is_dir():
        shutil.copytree(whole.keyless, copy.keyless)
    return copy.exercises
