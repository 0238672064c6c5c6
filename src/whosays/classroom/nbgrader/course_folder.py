"""Lay the assignments out as a course for nbgrader, for those who collect and mark with it.

nbgrader keeps the notebooks, the gradebook and the feedback pages. What an answer is worth is said by the
same code as in ``whosays grade``, and from the same file, the log of the answers: see autograder.py.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from whosays.classroom.assignments import RUBRIC_MAX, Assignment, Task, assignments, written
from whosays.course import Course

Cell = dict[str, Any]

HIDDEN = "### BEGIN HIDDEN TESTS"
_MARK = """\
# {id}: up to {points:g}. Marked from the answer that you kept above; there is nothing to do here.
### BEGIN HIDDEN TESTS
raise RuntimeError("not marked: run nbgrader in the folder that holds nbgrader_config.py of this course")
### END HIDDEN TESTS"""
_RUBRIC = """\
**{name}** (0 to {most}) of the text {id}

### BEGIN SOLUTION
0 not yet, 1 beginning, 2 nearly, 3 there
### END SOLUTION"""
_HAND_IN = """\
## Hand in

Save this notebook, and hand the assignment in with nbgrader, as your course does. The cell below says what is
still open. Your answers lie in the folder `answers` beside this notebook; leave it there, for it is what is
marked."""
_CONFIG = '''\
"""How nbgrader handles this course. The lines below are all it needs; add your own under them."""

from pathlib import Path

from whosays.classroom.nbgrader.autograder import configure

c = get_config()
# run=False marks without running the notebooks: quicker, and no code of students is run.
configure(c, Path(__file__).absolute().parent, run=True)
'''
_BANK = "The questions are in exercises/questions. The notebook finds them by this folder; leave it here.\n"


def write_course(solutions: Path, to: Path) -> list[Path]:
    """Write the assignments of *solutions* as a course for nbgrader into *to*; return the files that changed.

    A configuration that is there already is left alone. Raises ValueError where a notebook is missing.
    """
    changed = []
    for name, content in course_files(solutions).items():
        path = to / name
        kept = path.suffix == ".py" and path.is_file()
        if not kept and (not path.is_file() or path.read_bytes() != content):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            changed.append(path)
    return changed


def course_files(solutions: Path) -> dict[str, bytes]:
    """Return the files of the course made from *solutions*: the bytes of each, by its path in the course.

    nbgrader hands out what lies below source/. The keys lie beside it, and nbgrader takes nothing from there.
    """
    files = {"nbgrader_config.py": _CONFIG.encode()}
    for one in assignments(solutions):
        lesson, place = one.sheet.lesson, f"source/{one.name}"
        notebook = solutions / f"{lesson}.ipynb"
        if not notebook.is_file():
            raise ValueError(f"there is no {notebook}, and {one.sheet.path.name} asks for it")
        made = source_notebook(json.loads(notebook.read_text(encoding="utf-8")), one)
        files[f"{place}/{lesson}.ipynb"] = written(made).encode()
        files[f"{place}/exercises/questions/{lesson}.json"] = written(one.keyless()).encode()
        files[f"{place}/data/questions/README.md"] = _BANK.encode()
        files[f"keys/questions/{lesson}.toml"] = one.sheet.path.read_bytes()
        for name, content in _cases(one, solutions):
            files[f"{place}/data/{name}"] = files[f"keys/data/{name}"] = content
    return files


def _cases(one: Assignment, solutions: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the cases that the assignment *one* stands on, with their paths below data/."""
    data = Course.of(solutions).data
    entries = one.sheet.entries.values()
    for case in sorted({one.sheet.content["case"], *(e["case"] for e in entries if "case" in e)}):
        for path in sorted((data / case).rglob("*")):
            if path.is_file():
                yield path.relative_to(data).as_posix(), path.read_bytes()


def source_notebook(notebook: Mapping[str, Any], one: Assignment) -> dict[str, Any]:
    """Return *notebook*, one of solutions/, as nbgrader's source: ids kept, marks after each question.

    A question that no cell asks has its marks at the end.
    """
    tasks = list(one.tasks)
    cells: list[Cell] = []
    asked = {task.question.id: _last_asked(notebook["cells"], task.question.id) for task in tasks}
    for number, cell in enumerate(notebook["cells"]):
        cells += _source_cells(cell)
        cells += [mark for task in tasks if asked[task.question.id] == number for mark in _marks(task)]
    cells += [mark for task in tasks if asked[task.question.id] is None for mark in _marks(task)]
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, **notebook["metadata"]}
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def _last_asked(cells: list[Cell], question: str) -> int | None:
    found = re.compile(rf"""\bask\(\s*["']{re.escape(question)}["']""")
    code = [n for n, cell in enumerate(cells) if cell["cell_type"] == "code" and found.search(_text(cell))]
    return code[-1] if code else None


def _source_cells(cell: Cell) -> list[Cell]:
    """Return the *cell* of solutions/ as it stands in the source: none, where it is only for teachers."""
    tags = cell["metadata"].get("tags", [])
    text = _here(_text(cell))
    if "teacher" in tags or ("solution" in tags and cell["cell_type"] != "code"):
        return []
    if "solution" in tags:
        held = {**cell, "source": f"### BEGIN SOLUTION\n{text}\n### END SOLUTION"}
        return [{**held, "metadata": {**cell["metadata"], **_nbgrader(cell["id"], solution=True)}}]
    return [{**cell, "source": _HAND_IN if text.startswith("## Hand in") else text}]


def _here(text: str) -> str:
    """Return *text* with the paths of an assignment's own folder, and without links that lead out of it."""
    return re.sub(r"\[([^\]]+)\]\(\.\./[^)]*\)", r"\1", text.replace('"../data/', '"data/'))


def _marks(task: Task) -> list[Cell]:
    """Return the cell that a program marks, and those of the rubric, which a teacher marks."""
    name = task.question.id
    mark: Cell = {
        "cell_type": "code",
        "execution_count": None,
        "id": f"mark-{name}"[:64],
        "metadata": _nbgrader(name, grade=True, locked=True, points=task.points),
        "outputs": [],
        "source": _MARK.format(id=name, points=task.points),
    }
    return [mark, *(_rubric(name, criterion) for criterion in task.rubric)]


def _rubric(question: str, criterion: str) -> Cell:
    name = rubric_id(question, criterion)
    return {
        "cell_type": "markdown",
        "id": f"mark-{name}"[:64],
        "metadata": _nbgrader(name, grade=True, solution=True, points=RUBRIC_MAX),
        "source": _RUBRIC.format(name=criterion, id=question, most=RUBRIC_MAX),
    }


def rubric_id(question: str, criterion: str) -> str:
    """Return the name, in nbgrader's gradebook, of the mark for *criterion* of *question*."""
    return "-".join([question, *re.findall(r"[a-z0-9]+", criterion.lower())])


def _nbgrader(name: str, points: float | None = None, **kind: bool) -> dict[str, Any]:
    kinds = {"grade": False, "locked": False, "solution": False, "task": False, **kind}
    scored = {} if points is None else {"points": points}
    return {"nbgrader": {**kinds, **scored, "grade_id": name, "schema_version": 3}}


def _text(cell: Cell) -> str:
    return "".join(cell["source"])
