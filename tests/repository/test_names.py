"""No two modules of the package bear one name for two ideas."""

from collections import defaultdict
from pathlib import Path

from tests.conftest import ROOT

PACKAGE = ROOT / "src" / "whosays"
# Names that stand for one idea in two places, and what that idea is.
ONE_IDEA = {
    "__init__": "what a folder of modules is",
    "case": "the case: the room, and the module that opens one",
    "grade": "marks for what was handed in: the command, and what it does",
    "gradebook": "marks in the table of a platform: the command, and what it does",
    "handout": "what students get: the command, and what it does",
    "nbgrader": "courses run by nbgrader: the command, and what it does",
    "quiz": "questions for a platform to ask: the command, and what it does",
    "report": "what a class holds: the command, and what it does",
    "site": "the course as pages: the command, and what it does",
}


def places() -> dict[str, list[Path]]:
    """Return where each name of a module or of a folder of modules stands in the package."""
    found = defaultdict(list)
    for path in PACKAGE.rglob("*.py"):
        found[path.stem].append(path.relative_to(PACKAGE))
        if path.name == "__init__.py" and path.parent != PACKAGE:
            found[path.parent.name].append(path.relative_to(PACKAGE))
    return found


def test_a_name_that_stands_twice_is_of_one_idea():
    twice = {name: where for name, where in places().items() if len(where) > 1}
    assert {name: list(map(str, twice[name])) for name in twice if name not in ONE_IDEA} == {}


def test_the_list_of_names_that_may_stand_twice_holds_no_other():
    found = places()
    assert [name for name in ONE_IDEA if len(found[name]) < 2] == []
