"""Find and read the question bank: one TOML file a lesson, one JSON file without keys an assignment."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from whosays.case import CaseRows
from whosays.course import Course
from whosays.questions.keyless import Keyless, opened
from whosays.questions.question import Ground, Question
from whosays.questions.types import TYPES


class BankError(ValueError):
    """Say that a question cannot be had, and what to do."""


class Sheet(NamedTuple):
    """Hold one file of the bank: its *path*, its *entries* by id, and all that it says."""

    path: Path
    entries: dict[str, Mapping[str, Any]]
    content: Mapping[str, Any]

    @property
    def lesson(self) -> str:
        """The notebook that asks these questions."""
        return str(self.content["lesson"])

    def question(self, name: str) -> Question:
        """Return the question with the id *name*, on the ground it stands on."""
        entry = self.entries[name]
        question = TYPES[entry["type"]](entry, self.lesson, self._ground(entry))
        question.silent = bool(self.content.get("silent", False))
        question.salt = str(self.content.get("salt", ""))
        return question

    def questions(self) -> Iterator[Question]:
        """Yield every question of the file, in order."""
        return map(self.question, self.entries)

    def _ground(self, entry: Mapping[str, Any]) -> Ground:
        case = open_case(_course(self.path).case(entry.get("case", self.content["case"])))
        if "text" not in entry:
            return Ground(case.title, case.text, case.invented, case)
        text = self.content["texts"][entry["text"]]
        return Ground(text["title"], text["text"].strip(), True, case)


class Bank(NamedTuple):
    """Hold the folder of the bank; its files are read when first asked for."""

    folder: Path

    @classmethod
    def open(cls, folder: str | Path | None = None) -> "Bank":
        """Return the bank in *folder*, or else in the nearest data/questions from here upwards.

        Raises BankError where there is none.
        """
        if folder is None and (course := Course.around(Path.cwd())):
            return cls(course.bank)
        place = Path(folder) if folder else Course(Path.cwd()).bank
        if not place.is_dir():
            raise BankError(
                f"there is no question bank in {place}; open the notebook inside the course folder"
            )
        return cls(place.absolute())

    def lessons(self) -> list[str]:
        """Return the name of every lesson the bank has a file for, in order; none is read for it."""
        return sorted(path.stem for path in self.folder.glob("*.toml"))

    def sheet(self, lesson: str) -> Sheet:
        """Return the file of *lesson*; it bears its name."""
        return read(self.folder / f"{lesson}.toml")

    def sheets(self) -> list[Sheet]:
        """Return every file of the bank, in the order of the lessons."""
        return [self.sheet(lesson) for lesson in self.lessons()]

    @property
    def keyless(self) -> Path:
        """The folder of the questions of assignments, without their keys."""
        return Course(self.folder.parents[1]).keyless

    def asked(self, name: str) -> Question | Keyless:
        """Return the question with the id *name*, without its key where it is one of an assignment."""
        for path in self.keyless.glob(f"{name.partition('-')[0]}_*.json"):
            content = json.loads(path.read_text(encoding="utf-8"))
            for entry in content["questions"]:
                if entry["id"] == name:
                    return opened(entry, content["lesson"])
        return self.question(name)

    def question(self, name: str) -> Question:
        """Return the question with the id *name*. BankError, naming others, if there is none."""
        number = name.partition("-")[0]
        for path in sorted(self.folder.glob(f"{number}_*.toml")):
            sheet = read(path)
            if name in sheet.entries:
                return sheet.question(name)
        known = [known for sheet in self.sheets() for known in sheet.entries]
        near = [other for other in known if other.startswith(number)] or known
        raise BankError(f"there is no question {name!r}; there is {', '.join(near)}")


def read(path: Path) -> Sheet:
    """Return the file of the bank at *path*, read anew when it changed; ValueError if it is no TOML."""
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _read(path: Path, changed: int) -> Sheet:
    with path.open("rb") as file:
        content = tomllib.load(file)
    return Sheet(path, {entry["id"]: entry for entry in content.get("question", [])}, content)


def _course(path: Path) -> Course:
    """Return the course that the file of the bank at *path* belongs to."""
    return next((Course(up) for up in path.parents if Course(up).data.is_dir()), Course(path.parents[2]))


@lru_cache(maxsize=8)
def open_case(path: Path) -> CaseRows:
    """Return the case in the folder *path*, opened once."""
    return CaseRows.open(path)
