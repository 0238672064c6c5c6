"""Read case.toml, the short file that a person writes about a case, and say all that is wrong with it."""

import datetime
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from whosays.case import files
from whosays.case.problem import Problem
from whosays.case.schema import BOTH, OPEN, TABLES, VALUES
from whosays.case.values import Unsaid

NAME = "case.toml"


@dataclass(frozen=True, kw_only=True)
class Text:
    """Hold the file of the article, the source that printed it, and whose it is."""

    path: str
    title: str
    outlet: str  # sources.id
    printed: str = ""  # where it was printed, in words
    address: str = ""
    rights: str = ""


@dataclass(frozen=True, kw_only=True)
class Link:
    """Hold the title of a licence or of a source of the data, with its short name and address."""

    title: str
    name: str = ""
    path: str = ""


@dataclass(frozen=True, kw_only=True)
class More:
    """Hold one more file of the case, such as another outlet's text."""

    path: str
    title: str
    outlet: str = ""  # sources.id
    date: datetime.date | None = None


@dataclass(frozen=True, kw_only=True)
class About:
    """Hold what case.toml says: its fields are the keys, and those without a default must be there."""

    name: str
    title: str
    description: str
    published: datetime.date
    text: Text
    licence: Link
    sides: dict[str, str]  # code of a state whose losses are reported -> its name
    statement: str = ""  # the claim that prints the official statement; none where there is none
    invented: bool = False
    version: str = "1.0.0"
    created: datetime.datetime | None = None
    tables: list[str] = field(default_factory=lambda: list(TABLES))
    states: dict[str, str] = field(default_factory=dict)  # other states that a source speaks for
    values: dict[str, list[str]] = field(
        default_factory=dict
    )  # what this case adds to the lists of the schema
    notes: dict[str, str] = field(default_factory=dict)  # table -> what is special about it here
    editors: list[str] = field(default_factory=list)
    sources: list[Link] = field(default_factory=list)
    files: list[More] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        """The article and the other files of the case, beside its tables."""
        return [self.text.path, *(more.path for more in self.files)]

    @property
    def choices(self) -> Mapping[str, tuple[str, ...]]:
        """Every list of values that a cell of this case may choose from."""
        state = (*self.sides, *self.states, BOTH, str(Unsaid.NONE))
        more = {name: (*VALUES[name], *words) for name, words in self.values.items()}
        return {**VALUES, **more, "state": state, "side": (*self.sides, BOTH)}


def read(folder: Path) -> tuple[About | None, list[Problem]]:
    """Return what case.toml of *folder* says, or None, and everything that is wrong with it."""
    text = files.read_text(folder, NAME)
    if isinstance(text, Problem):
        looked = f"looked for {(folder / NAME).absolute()}: {text.message}, or give the path of a case folder"
        return None, [text._replace(message=looked)]
    try:
        content = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return None, [Problem(NAME, None, None, f"is not readable as TOML ({error}); mend it there")]
    faults: list[str] = []
    about: About | None = _built(About, content, "", faults)
    if about and not faults:
        faults += _contradictions(about)
    return (None if faults else about), [Problem(NAME, None, None, fault) for fault in faults]


_UNSEEN = re.compile(r"[\x00-\x1f\x7f]")  # control characters, line breaks among them
_SHAPES = {
    str: "text in quotes", bool: "true or false", list: "a list in [ ]", dict: "a table",
    datetime.date: "a day such as 2001-12-31, without quotes",
    datetime.datetime: "a time such as 2001-12-31T12:00:00Z, without quotes",
}  # fmt: skip


def _built(kind: Any, value: Any, key: str, faults: list[str]) -> Any:
    """Return *value* as the type *kind* wants it; add to *faults* why it cannot be that."""
    kind = next((one for one in get_args(kind) if type(None) in get_args(kind)), kind)
    shape: Any = dict if is_dataclass(kind) else get_origin(kind) or kind
    if type(value) is not shape:
        faults.append(f"{key} has to be {_SHAPES[shape]}; correct it")
    elif shape is str and (not value.strip() or _UNSEEN.search(value)):
        faults.append(f"{key} is blank, or holds a line break or a mark that cannot be printed; correct it")
    elif shape is list:
        return [_built(get_args(kind)[0], one, f"{key}[{n}]", faults) for n, one in enumerate(value)]
    elif is_dataclass(kind):
        return _record(kind, value, key, faults)
    elif shape is dict:
        return {
            name: _built(get_args(kind)[1], one, f"{key}.{name}"[:80], faults) for name, one in value.items()
        }
    return value


def _record(kind: Any, value: dict[str, Any], key: str, faults: list[str]) -> Any:
    """Return the table *value* as the dataclass *kind*; add to *faults* which keys are amiss."""
    place, known, before = f"{key}." if key else "", get_type_hints(kind), len(faults)
    choices = f"take it out, or choose one of {', '.join(known)}"
    faults += [f"{place}{name!r:.60} is no key; {choices}" for name in value if name not in known]
    for one in fields(kind):
        if one.name not in value and one.default is MISSING and one.default_factory is MISSING:
            faults.append(f"has no {place}{one.name}; add it")
    kept = {
        name: _built(known[name], one, place + name, faults) for name, one in value.items() if name in known
    }
    return kind(**kept) if len(faults) == before else None


def _contradictions(about: About) -> Iterator[str]:
    """Yield what is wrong with keys that have the right type."""
    if not re.fullmatch(r"[a-z0-9]+([._-][a-z0-9]+)*", about.name):
        yield f"name {about.name!r} is no short name; use small letters, digits and hyphens"
    if not about.sides:
        yield 'sides is empty; name each state whose losses are reported, as in NZL = "New Zealand"'
    for code in {**about.sides, **about.states}:
        if not re.fullmatch("[A-Z]{3}", code):
            yield f"{code!r:.40} is no code of a state; write three capitals, as in ISO 3166"
        if code in about.sides and code in about.states:
            yield f"{code} stands in sides and in states; keep it in one"
    for name in (*about.tables, *about.notes):
        if name not in TABLES:
            yield f"{name!r:.40} is no table; choose one of {', '.join(TABLES)}"
    yield from _of_lists(about)
    yield from _of_paths(about)


def _of_lists(about: About) -> Iterator[str]:
    for needed in ("sources", "claims"):
        if needed not in about.tables:
            yield f"tables has no {needed}, without which there is no case; add it"
    if len(set(about.tables)) < len(about.tables):
        yield "tables names a table twice; name it once"
    for name, words in about.values.items():
        if name not in OPEN:
            yield f"values.{name!r:.40} cannot be added to; only {', '.join(OPEN)} can"
        for word in words:
            if not re.fullmatch("[a-z][a-z0-9_]*", word):
                yield f"values.{name:.40}: {word!r:.40} is no value; use small letters, digits and _"
            if word in VALUES.get(name, ()) or words.count(word) > 1:
                yield f"values.{name:.40}: {word!r:.40} is there already; name it once"


def _of_paths(about: About) -> Iterator[str]:
    names = [*TABLES]
    for path in about.paths:
        name = files.name_of(path)
        if not files.INSIDE.fullmatch(path) or Path(path).suffix not in files.MEDIA:
            ends = ", ".join(files.MEDIA)
            yield f"{path!r:.80} is no file of the case; give a path inside the folder, ending in {ends}"
        elif name in names:
            yield f"{path} has the name of another file of the case, {name}; give it another name"
        names.append(name)
