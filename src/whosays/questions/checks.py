"""Find everything wrong with the question bank, and say where and what to do."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from whosays.course import Course
from whosays.questions import bank
from whosays.questions.bank import Sheet
from whosays.questions.question import Question, judge
from whosays.questions.types.choices import Choice, Options
from whosays.questions.types.predict import Predict


class Fault(NamedTuple):
    """Name one thing wrong with the bank: *file*, *line*, *key*, and what to do."""

    file: str
    line: int | None
    key: str | None
    message: str

    def __str__(self) -> str:
        """Return the fault as one line: file, line, key, message."""
        place = [self.file]
        if self.line is not None:
            place.append(f"line {self.line}")
        if self.key is not None:
            place.append(self.key)
        return f"{', '.join(place)}: {self.message}"


def problems(folder: Path) -> list[Fault]:
    """Return everything wrong with the bank in *folder*, with the file, the line, the key, and what to do.

    The schema is asked first; only a file that keeps it is read on: do its words stand in the text, are the
    known right answers accepted and the known wrong ones not, is every wrong option explained.
    """
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        return [
            Fault(str(folder), None, None, "there is no question file here; name a folder with *.toml files")
        ]
    read = {path: _read(path, _schema(folder)) for path in paths}
    found = [problem for of_file in read.values() for problem in of_file]
    sound = [bank.read(path) for path, of_file in read.items() if not of_file]
    return [*found, *_double(sound), *(problem for sheet in sound for problem in _sheet(sheet, sound))]


def _schema(folder: Path) -> Path:
    """Return the schema in *folder*, or else that of the bank, which questions of assignments keep, too."""
    own = folder / "schema.json"
    return own if own.is_file() else Course(folder.absolute().parents[1]).schema


def _read(path: Path, schema: Path) -> list[Fault]:
    """Return why the file at *path* is not readable, or where it breaks the *schema*."""
    import jsonschema

    try:
        text = path.read_text(encoding="utf-8")
        content = tomllib.loads(text)
    except UnicodeDecodeError as error:
        return [Fault(path.name, None, None, f"byte {error.start} is not UTF-8; save the file as UTF-8")]
    except tomllib.TOMLDecodeError as error:
        return [Fault(path.name, None, None, f"not readable as TOML ({error}); mend it there")]
    validator = jsonschema.Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))
    return [_broken(path.name, text, content, error) for error in validator.iter_errors(content)]


def _broken(name: str, text: str, content: Mapping[str, Any], error: Any) -> Fault:
    place = list(error.absolute_path)
    entry = content["question"][place[1]] if len(place) > 1 and place[0] == "question" else {}
    key = ".".join(str(part) for part in place[2:] if isinstance(part, str)) or None
    who = f"question {entry.get('id', place[1])!r}: " if entry else ""
    line = line_of(text, place[1] if entry else None, place[2:])
    return Fault(name, line, key, f"{who}{_said(error)}; see docs/questions.md")


def _said(error: Any) -> str:
    """Return the message of a schema *error*, cut where it would print the whole entry."""
    inner = error.validator == "oneOf" and "an option needs exactly one of right, also and wrong"
    return str(inner or re.sub(r"^\{.*\} ", "the entry ", error.message, flags=re.DOTALL))[:300]


def line_of(text: str, question: int | None, keys: list[Any]) -> int | None:
    """Return the line of *text* on which the *question* counted from 0, or one of its *keys*, is written."""
    starts = [m.start() for m in re.finditer(r"^[ \t]*\[\[\s*question\s*\]\]", text, re.MULTILINE)]
    if question is None or question >= len(starts):
        return None
    end = starts[question + 1] if question + 1 < len(starts) else len(text)
    place = starts[question]
    for key, number in zip_longest(keys, keys[1:]):
        if not isinstance(key, str):
            continue
        count = number if isinstance(number, int) else 0
        name = re.escape(key)
        pattern = rf"^\s*(?:\[\[\s*question\.{name}\s*\]\]|{name}\s*=|\[question\.{name})"
        hits = [
            m.start() + len(m[0]) - len(m[0].lstrip())
            for m in re.finditer(pattern, text[place:end], re.MULTILINE)
        ]
        place += hits[min(count, len(hits) - 1)] if hits else 0
    return text.count("\n", 0, place) + 1


def _double(sheets: list[Sheet]) -> Iterator[Fault]:
    counts = Counter(entry["id"] for sheet in sheets for entry in sheet.content["question"])
    for sheet in sheets:
        for number, entry in enumerate(sheet.content["question"]):
            if counts[entry["id"]] > 1:
                yield _problem(
                    sheet, number, "id", f"{entry['id']!r} is used twice; give each question its own id"
                )


def _sheet(sheet: Sheet, sheets: list[Sheet]) -> Iterator[Fault]:
    if sheet.path.stem != sheet.lesson:
        yield Fault(
            sheet.path.name, None, "lesson", f"is {sheet.lesson!r}; name the file {sheet.lesson}.toml"
        )
    ids = {name for other in sheets for name in other.entries}
    for number, entry in enumerate(sheet.content["question"]):
        if not entry["id"].startswith(sheet.lesson[:2] + "-"):
            yield _problem(sheet, number, "id", f"{entry['id']!r} must begin with {sheet.lesson[:2]}-")
        if entry.get("parallel", entry["id"]) not in ids:
            yield _problem(sheet, number, "parallel", f"there is no question {entry['parallel']!r}; name one")
        try:
            question = sheet.question(entry["id"])
            faults = list(_faults(question))
        except (ValueError, KeyError, StopIteration) as error:
            missing = f"names {error}, which is not there" if isinstance(error, KeyError) else str(error)
            faults = [
                ("words" if "text does not hold" in missing else None, f"{missing}; copy or name it exactly")
            ]
        for key, fault in faults:
            yield _problem(sheet, number, key, f"question {entry['id']!r}: {fault}")


def _faults(question: Question) -> Iterator[tuple[str | None, str]]:
    """Yield the key and the fault of everything wrong with one question that keeps the schema."""
    _ = question.passage, question.spans  # these raise where the words are not in the text
    for row in (row for row in question.fields.rows if isinstance(row, str)):
        if not _held(question, row):
            yield "rows", f"no table of the case has a row {row!r}; name one that is there"
    if isinstance(question, Options | Predict) and len(question.options) < len(question.fields.options):
        yield "options", "two options have the same id; give each its own"
    if isinstance(question, Choice) and len(question.ours) != 1:
        more = "use also for another that holds under a condition"
        yield "options", f"exactly one option must have right; {more}"
    for name in question.unexplained():
        yield "wrong", f"the wrong answer {name} has no explanation; add one"
    question.controls()
    question.solution()
    mend = "correct the key or the answer"
    for answer in question.fields.accept:
        if (score := judge(question, answer).score) < 1:
            yield "accept", f"the known right answer {answer!r:.80} is worth {score:.2f}; {mend}"
    for answer in question.fields.reject:
        if judge(question, answer).score == 1:
            yield "reject", f"the known wrong answer {answer!r:.80} is accepted; {mend}"
    if isinstance(question, Choice):
        held = {name for name in question.options if question.holds(name)}
        if set(question.fields.accept) != held:
            yield "accept", f"must name just the options that hold: {', '.join(sorted(held))}"


def _held(question: Question, row: str) -> bool:
    case = question.ground.case
    tables = (case.claims, case.reports, case.statements, case.wording, case.relays, case.sources)
    return any(row in table for table in tables)


def _problem(sheet: Sheet, number: int, key: str | None, message: str) -> Fault:
    text = sheet.path.read_text(encoding="utf-8")
    return Fault(sheet.path.name, line_of(text, number, [key] if key else []), key, message)
