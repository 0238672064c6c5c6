"""Mark inside nbgrader, with the function of ``whosays grade``; loaded by nbgrader_config.py of a course.

Marks are given in nbgrader's own process and from the log as it was handed in, after the notebook has run. So
what a notebook does when it is run changes no mark, and no key is put into its kernel. It does run with the
rights of the teacher's account, and could read what that account can; run=False runs nothing.
"""

import shutil
import tempfile
import textwrap
from functools import lru_cache
from pathlib import Path
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat.v4 import new_output
from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.preprocessors import Execute, SaveAutoGrades
from traitlets import Bool, Unicode

from whosays.answers.submission import LOG, pack
from whosays.classroom.assignments import WITHHELD, Assignment, Task, assignments
from whosays.classroom.grading.grade import Row, grade_file
from whosays.classroom.intake.archive import READ_AT_MOST, UnreadableError
from whosays.classroom.nbgrader.course_folder import HIDDEN, rubric_id
from whosays.course import answers_beside
from whosays.questions import judge
from whosays.questions.reply import reply

CELL_SECONDS = 60


def configure(config: Any, course: Path, run: bool = True) -> None:
    """Set up *config* for the folder *course*; without *run*, the notebooks of students are not run."""
    release = GenerateAssignment.preprocessors.default()
    marking = [one for one in Autograde.autograde_preprocessors.default() if run or one is not Execute]
    marking.insert(marking.index(SaveAutoGrades), Marks)
    config.CourseDirectory.root = str(course)
    config.GenerateAssignment.preprocessors = [Withhold, *release]
    config.Autograde.autograde_preprocessors = marking
    # A log of the teacher's own in source/ would else take the place of the student's.
    config.Autograde.exclude_overwriting = {
        one.name: [f"answers/{one.sheet.lesson}.jsonl"] for one in assignments(course / "keys")
    }
    config.OverwriteCells.add_missing_cells = True  # a mark does not go away with its cell
    config.ClearSolutions.text_stub = "*Your teacher marks this. Write your text above, not here.*"
    config.Execute.timeout = CELL_SECONDS
    config.Marks.keys = str(course / "keys")


def _folders(step: Any) -> Any:
    """Return what knows the folders of the course: the converter that exports with *step* has it."""
    return step.parent.parent.coursedir


class Withhold(Preprocessor):
    """Keep out of a release what students do not get: solutions, and answers that lie beside the source."""

    enabled = Bool(True).tag(config=True)

    def preprocess(self, notebook: Any, resources: Any) -> tuple[Any, Any]:
        """Drop the cells of *notebook* that are withheld, and a folder of answers that was copied along."""
        notebook.cells = [one for one in notebook.cells if not WITHHELD & set(one.metadata.get("tags", []))]
        told, place = resources["nbgrader"], _folders(self)
        answers = answers_beside(Path(place.format_path(place.release_directory, ".", told["assignment"])))
        if answers.is_dir():
            self.log.warning("The folder answers of the source is not handed out: %s", answers)
            shutil.rmtree(answers)
        return notebook, resources


class Marks(Preprocessor):
    """Put the points of every question, and what is said to the answer, below the cell that stands for it."""

    enabled = Bool(True).tag(config=True)
    keys = Unicode(help="The folder that holds the keys, questions/*.toml.").tag(config=True)

    def preprocess(self, notebook: Any, resources: Any) -> tuple[Any, Any]:
        """Mark *notebook*. Raises UnreadableError where it cannot be, and nbgrader names the student."""
        told, place = resources["nbgrader"], _folders(self)
        key = _key(self.keys, told["assignment"])
        if key is None or key.sheet.lesson != told["notebook"]:
            return notebook, resources
        folder = place.format_path(place.submitted_directory, told["student"], told["assignment"])
        log = answers_beside(Path(folder)) / f"{key.sheet.lesson}.jsonl"
        if not log.is_file():
            self.log.warning(
                "%s handed in no answers/%s; every question counts as open", told["student"], log.name
            )
        row = graded(log, key)
        cells = {one.metadata.get("nbgrader", {}).get("grade_id"): one for one in notebook.cells}
        for task, one in zip(key.tasks, row["questions"], strict=True):
            _mark(cells, task, one)
        return notebook, resources


@lru_cache(maxsize=32)
def _key(keys: str, name: str) -> Assignment | None:
    return next((one for one in assignments(Path(keys)) if one.name == name), None)


def graded(log: Path, key: Assignment) -> Row:
    """Return what grade_file() makes of the answers in *log*; no file is no answers.

    Raises UnreadableError with the reason where they cannot be graded.
    """
    if log.is_file() and log.stat().st_size > READ_AT_MOST[LOG]:
        raise UnreadableError(f"{log} has more than {READ_AT_MOST[LOG]:,} bytes; it is not read")
    content = log.read_bytes() if log.is_file() else b""
    with tempfile.TemporaryDirectory(prefix="whosays-") as folder:
        parcel = Path(folder) / "parcel.zip"
        parcel.write_bytes(pack({LOG: content}, {"assignment": key.name}))
        row = grade_file(parcel, key)
    if row["status"] != "graded":
        raise UnreadableError(f"{log} cannot be graded: {row['reason']}")
    return row


def _mark(cells: dict[str, Any], task: Task, one: Row) -> None:
    """Write what is known of one question into its *cells*, by their names in the gradebook."""
    if cell := cells.get(one["id"]):
        cell.source = cell.source.partition(HIDDEN)[0].strip()
        points = {"text/plain": str(float(one["points"]))}
        cell.outputs = [
            new_output("stream", name="stdout", text=_told(task, one) + "\n"),  # type: ignore[no-untyped-call]
            new_output("execute_result", data=points),  # type: ignore[no-untyped-call]
        ]
    text = one["answer"] if isinstance(one["answer"], str) else ""
    for criterion in task.rubric if text else ():
        if cell := cells.get(rubric_id(one["id"], criterion)):
            # Indented, Markdown shows it as it is: a text of a stranger is nothing to interpret.
            shown = "\n".join(textwrap.fill(line, 90) for line in text.splitlines())
            cell.source = f"{cell.source}\n\nHanded in:\n\n{textwrap.indent(shown, '    ')}"


def _told(task: Task, one: Row) -> str:
    """Return what a student reads below one question, a line each."""
    worth = f"{one['points']:g} of {one['by_program']:g}"
    if one["score"] is None:
        return f"{worth}. {one['feedback']}"
    question = task.question
    try:
        answer = reply(question, one["answer"], judge(question, one["answer"]), 2)
        given = question.said(question.read(one["answer"]))
        own = [] if task.rubric else [f"You answered: {given}"]
        lines = [f"{worth}. {answer.verdict}.", *own, *answer.lines]
    except ValueError:
        lines = [f"{worth}. {one['feedback']}"]
    lines += [f"Note: {note}" for note in one["notes"]]
    return "\n".join(textwrap.fill(line, 100) for line in lines)
