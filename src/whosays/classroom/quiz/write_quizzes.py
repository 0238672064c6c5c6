"""Write the quizzes into files that learning platforms take: Moodle XML, QTI 1.2 and QTI 2.1."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from whosays.answers.submission import zipped
from whosays.classroom.lay_out import HANDED_OUT
from whosays.classroom.quiz.quiz_items import Part, parts
from whosays.classroom.quiz.quizzes import Quiz, quizzes
from whosays.course import Course

_HOUSE = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


class Written(NamedTuple):
    """Hold the *files* written, and the *quizzes* that are in each of them."""

    files: list[Path]
    quizzes: list[Quiz]


def write_quizzes(course: Course, to: Path) -> Written:
    """Write the quizzes of *course* into the folder *to*.

    Raises ValueError where there are none, or where *to* is a folder that students get.
    """
    _refuse_what_students_get(course, to)
    found = quizzes(course)
    files = quiz_files(found)
    to.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (to / name).write_bytes(content)
    return Written([to / name for name in files], found)


def quiz_files(quizzes: Sequence[Quiz]) -> dict[str, bytes]:
    """Return the content of every file by its name; the same *quizzes* give the same bytes."""
    every = parts(quizzes)
    return {
        "who-says-moodle.xml": _written("moodle.xml", parts=every),
        "who-says-canvas-qti12.zip": zipped(_qti12(every)),
        "who-says-qti21.zip": zipped(_qti21(every)),
    }


def _qti12(every: list[Part]) -> dict[str, bytes]:
    """Return the package that Canvas reads, by the paths in it."""
    files = {"imsmanifest.xml": _written("qti12_manifest.xml", parts=every)}
    for quiz, items in every:
        files[f"{quiz.name}/{quiz.name}.xml"] = _written("qti12_assessment.xml", quiz=quiz, items=items)
        files[f"{quiz.name}/assessment_meta.xml"] = _written("canvas_meta.xml", quiz=quiz, items=items)
    return files


def _qti21(every: list[Part]) -> dict[str, bytes]:
    """Return the package of items and tests, by the paths in it."""
    files = {"imsmanifest.xml": _written("qti21_manifest.xml", parts=every)}
    for quiz, items in every:
        files[f"{quiz.name}/test.xml"] = _written("qti21_test.xml", quiz=quiz, items=items)
        files |= {f"{quiz.name}/{item.id}.xml": _written("qti21_item.xml", item=item) for item in items}
    return files


def _written(template: str, **told: Any) -> bytes:
    return _HOUSE.get_template(template).render(**told).encode()


def _refuse_what_students_get(course: Course, to: Path) -> None:
    """Raise ValueError where what is written into *to* would reach students, or *to* is no folder."""
    if to.exists() and not to.is_dir():
        raise ValueError(f"{to} is a file; name a folder")
    around = {up.resolve() for up in (to, *to.absolute().parents)}
    given = {folder.resolve() for folder in (course.lessons, course.exercises, course.data)}
    if around & given or any((up / HANDED_OUT).is_file() for up in around):
        raise ValueError(f"{to} is in a folder that students get, and the files hold the keys; name another")
