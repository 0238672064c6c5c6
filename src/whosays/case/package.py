"""Read the files of a case folder and check them against each other: case.toml, text, tables, descriptor.

Plain rows of text, without pandas: what judges an answer reads a case from here, too.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from whosays.case import anchors, case_toml, derived, descriptor, files, rules, tables
from whosays.case.anchors import Anchor
from whosays.case.case_toml import About
from whosays.case.problem import Problem
from whosays.case.schema import TABLES
from whosays.case.tables import Table


class Folder(NamedTuple):
    """Hold what a case folder holds, as read: case.toml, the text, the tables, the places of their words.

    *descriptor* is what datapackage.json has to say. Everything wrong is in *problems*; where case.toml is
    amiss, *about* is None and the rest is empty.
    """

    about: About | None
    text: str
    tables: Mapping[str, Table]
    anchors: list[Anchor]
    descriptor: str
    problems: list[Problem]


def load(folder: Path) -> Folder:
    """Read and check everything in *folder*; rows are compared once every table is readable."""
    read = _read(folder)
    if read.descriptor:
        read.problems.extend(descriptor.problems(folder, read.descriptor))
    return read


def write_descriptor(folder: Path) -> bool:
    """Write datapackage.json of the case in *folder*, where its files can be read; say whether it was."""
    read = _read(folder)
    if read.descriptor:
        (folder / descriptor.NAME).write_text(read.descriptor, encoding="utf-8", newline="\n")
    return bool(read.descriptor)


def _read(folder: Path) -> Folder:
    about, problems = case_toml.read(folder)
    if about is None:
        return Folder(None, "", {}, [], "", problems)
    held = {name: Table(schema, [], []) for name, schema in TABLES.items()}
    for name in about.tables:
        held[name], found = tables.read(folder, TABLES[name], about.choices)
        problems += found
    texts, found = _texts(folder, about)
    problems += found + _left_over(folder, about)
    text = texts.get(about.text.path, "")
    headers = {name: held[name].header for name in about.tables}
    if not all(headers.values()):
        return Folder(about, text, held, [], "", problems)
    problems += [*derived.fill(held), *rules.problems(about, held)]
    places = list(anchors.find(text, held)) if text else []
    problems += [place for place in places if isinstance(place, Problem)]
    found_places = [place for place in places if isinstance(place, Anchor)]
    complete = len(texts) == len(about.paths)
    expected = descriptor.written(about, headers, texts) if complete else ""
    return Folder(about, text, held, found_places, expected, problems)


def _texts(folder: Path, about: About) -> tuple[dict[str, str], list[Problem]]:
    """Return the article and the other files of the case by their path, and which of them cannot be had."""
    read = {path: files.read_text(folder, path) for path in about.paths}
    problems = [text for text in read.values() if isinstance(text, Problem)]
    problems += [
        Problem(path, None, None, "is empty; restore it") for path, text in read.items() if text == ""
    ]
    return {path: text for path, text in read.items() if text and isinstance(text, str)}, problems


def _left_over(folder: Path, about: About) -> list[Problem]:
    """Return the tables that lie in *folder*, and that case.toml says the case does not have."""
    lying = [
        schema.file
        for name, schema in TABLES.items()
        if name not in about.tables and (folder / schema.file).exists()
    ]
    message = "is there, and tables of case.toml does not name it; name it there, or take the file away"
    return [Problem(file, None, None, message) for file in lying]
