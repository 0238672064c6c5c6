"""Where a course keeps its folders: the one place that knows."""

from dataclasses import dataclass
from pathlib import Path

ANSWERS = "answers"  # the folder beside a notebook in which its answers are kept
PACKED = (
    Path(__file__).parent / "_course"
)  # what students get of the course, in a built wheel; a clone has none


@dataclass(frozen=True)
class Course:
    """Hold a folder with notebooks/, data/ and, where there are any, exercises/ and solutions/."""

    path: Path

    @classmethod
    def around(cls, place: Path) -> "Course | None":
        """Return the nearest course from *place* upwards; None where there is none."""
        place = place.absolute()
        return next((cls(up) for up in (place, *place.parents) if cls(up).bank.is_dir()), None)

    @classmethod
    def of(cls, solutions: Path) -> "Course":
        """Return the course that the folder of *solutions* belongs to."""
        return cls(solutions.resolve().parent)

    @property
    def lessons(self) -> Path:
        """The folder of the lessons."""
        return self.path / "notebooks"

    @property
    def exercises(self) -> Path:
        """The folder of what is handed in, made from the solutions."""
        return self.path / "exercises"

    @property
    def keyless(self) -> Path:
        """The folder of the questions of assignments, without their keys."""
        return questions_in(self.exercises)

    @property
    def solutions(self) -> Path:
        """The folder of the assignments with their answers, the only place where they are edited."""
        return self.path / "solutions"

    @property
    def keys(self) -> Path:
        """The folder of the questions of assignments, with their keys."""
        return questions_in(self.solutions)

    @property
    def data(self) -> Path:
        """The folder of the cases and of the question bank."""
        return self.path / "data"

    @property
    def bank(self) -> Path:
        """The folder of the questions of the lessons."""
        return questions_in(self.data)

    @property
    def schema(self) -> Path:
        """The file with the schema that every file of questions keeps."""
        return self.bank / "schema.json"

    @property
    def misconceptions(self) -> Path:
        """The table of misconceptions, M1 and on, in words."""
        return self.data / "misconceptions.csv"

    def case(self, name: str) -> Path:
        """Return the folder of the case called *name*."""
        return self.data / name

    def cases(self) -> list[Path]:
        """Return the folders of all cases."""
        return sorted(path.parent for path in self.data.glob("*/case.toml"))

    def notebooks(self) -> list[Path]:
        """Return the lessons and, after them, the exercises, as paths within the course."""
        return [
            path.relative_to(self.path)
            for folder in (self.lessons, self.exercises)
            for path in sorted(folder.glob("*.ipynb"))
        ]


def questions_in(folder: Path) -> Path:
    """Return where *folder*, which may be data/, exercises/ or solutions/, keeps its questions."""
    return folder / "questions"


def answers_beside(notebooks: Path) -> Path:
    """Return the folder of the answers to the notebooks in the folder *notebooks*."""
    return notebooks / ANSWERS
