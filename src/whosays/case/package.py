"""Read the files of a case folder and check them against each other: package, text, tables, anchors."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from whosays.case import tables
from whosays.case.tables import Problem, Table
from whosays.case.values import NO_WORDS
from whosays.text import spans
from whosays.text.spans import Span

TABLES = ("sources", "claims", "reports", "statements", "wording", "relays")


class Folder(NamedTuple):
    """Hold what a case folder holds, as read: its package, its text, its tables, and all its problems."""

    package: dict[str, Any]
    text: str
    tables: dict[str, Table]
    problems: list[Problem]


@dataclass(frozen=True)
class Anchor:
    """Hold where the words of one cell stand in the text."""

    row: int
    column: str
    span: Span


def load(folder: Path) -> Folder:
    """Read and check everything in *folder*; rows are only compared once every table is readable."""
    package, problems = _read_package(folder)
    if problems:
        return Folder(package, "", {}, problems)
    text, problems = _read_text(folder, _resource(package, package["text"]))
    read = Folder(package, text, {}, problems)
    unreadable = []
    for name in TABLES:
        resource = _resource(package, name)
        read.tables[name], found = tables.read(folder / resource["path"], resource["schema"])
        unreadable += found
    problems += unreadable or _row_problems(read)
    return read


def anchors(folder: Folder, table: Table) -> Iterator[Anchor | Problem]:
    """Yield, for every anchored cell of *table*, where its words stand, or the problem that they do not."""
    rules = next(r.get("anchors", []) for r in folder.package["resources"] if r.get("path") == table.file)
    claims = {row["id"]: row for row in folder.tables["claims"].rows}
    for rule in rules:
        column = rule["words"]
        for number, row in enumerate(table.rows, start=2):
            if row[column] in NO_WORDS:
                continue
            try:
                if "within" not in rule:
                    yield Anchor(number, column, spans.find(folder.text, row[column], int(row["occurrence"])))
                elif span := _within(folder.text, claims.get(row[rule["within"]]), row[column]):
                    yield Anchor(number, column, span)
            except ValueError as error:
                yield Problem(table.file, number, column, f"{error}; copy the words exactly, marks and all")


def _row_problems(folder: Folder) -> list[Problem]:
    """Return what is wrong between rows: foreign keys, crossed bounds, words that are not in the text."""
    problems: list[Problem] = []
    for table in folder.tables.values():
        problems += tables.foreign_key_problems(table, folder.tables)
        problems += _bound_problems(table)
        problems += [found for found in anchors(folder, table) if isinstance(found, Problem)]
    statement = folder.package["statement"]
    if statement not in {row["id"] for row in folder.tables["claims"].rows}:
        remedy = f"statement {statement!r} is not the id of a claim; name one of claims.csv"
        problems.append(Problem("datapackage.json", None, None, remedy))
    return problems


def _read_package(folder: Path) -> tuple[dict[str, Any], list[Problem]]:
    name = "datapackage.json"
    try:
        package = json.loads((folder / name).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        looked = (
            f"looked for {(folder / name).absolute()}, and it is not there; give the path of a case folder"
        )
        return {}, [Problem(name, None, None, looked)]
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        return {}, [Problem(name, None, None, f"not readable as JSON ({error}); mend it there")]
    if not isinstance(package, dict):
        return {}, [Problem(name, None, None, "holds no package; it must be a JSON object")]
    missing = [key for key in ("title", "text", "statement", "resources") if key not in package]
    if missing:
        return package, [Problem(name, None, None, f"has no {', '.join(missing)}; add it")]
    held = {resource.get("name") for resource in package["resources"]}
    return package, [
        Problem(name, None, None, f"has no resource {wanted!r}; add it")
        for wanted in (package["text"], *TABLES)
        if wanted not in held
    ]


def _read_text(folder: Path, resource: Mapping[str, Any]) -> tuple[str, list[Problem]]:
    path = folder / resource["path"]
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except FileNotFoundError:
        return "", [Problem(path.name, None, None, f"there is no such file in {folder}; restore it")]
    except UnicodeDecodeError as error:
        return "", [Problem(path.name, None, None, f"byte {error.start} is not UTF-8; save it as UTF-8")]
    digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
    if resource.get("hash", digest) != digest:
        remedy = f"changed since its hash was written; restore it, or write {digest} into datapackage.json"
        return text, [Problem(path.name, None, None, remedy)]
    return text, []


def _resource(package: Mapping[str, Any], name: str) -> Any:
    return next(resource for resource in package["resources"] if resource.get("name") == name)


def _bound_problems(table: Table) -> Iterator[Problem]:
    if not table.rows or not {"low", "high"} <= table.rows[0].keys():
        return
    for number, row in enumerate(table.rows, start=2):
        if row["low"] and row["high"] and int(row["low"]) > int(row["high"]):
            crossed = f"low {row['low']} is above high {row['high']}; swap or correct them"
            yield Problem(table.file, number, "low", crossed)


def _within(text: str, claim: Mapping[str, str] | None, words: str) -> Span | None:
    """Return where *words* stand in *text* inside *claim*, once; None where the claim itself is amiss.

    Raises ValueError where the claim does not hold the words, or holds them twice.
    """
    try:
        outer = spans.find(text, claim["words"], int(claim["occurrence"])) if claim else None
    except ValueError:
        outer = None
    if claim is None or outer is None:
        return None
    held = spans.count(claim["words"], words)
    if held != 1:
        raise ValueError(f"claim {claim['id']} holds {words!r} {held} times, and it must be once")
    inner = spans.find(claim["words"], words)
    return Span(outer.start + inner.start, outer.start + inner.end)
