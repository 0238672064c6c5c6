"""Write datapackage.json, a case as a Data Package (version 2), from case.toml and the one schema.

Nobody edits it: other programs read it. A case whose descriptor is not what would be written does not open.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Any

from whosays.case import files
from whosays.case.case_toml import About, Link
from whosays.case.problem import Problem
from whosays.case.schema import TABLES, Field, Schema

NAME = "datapackage.json"
REMEDY = "run: whosays check --write, with the path of the case"
# Lines of a file's content: what they say changes with the file, and its path stands above them.
_OF_CONTENT = re.compile(r'"(hash|bytes)": .*')
_PATH = re.compile(r' *"path": "(.*)",')


def written(about: About, headers: Mapping[str, list[str]], contents: Mapping[str, str]) -> str:
    """Return datapackage.json of the case that *about* describes.

    *headers* are the columns of each table as its file has them; *contents* holds the other files by path.
    """
    texts = [_text(about, contents[about.text.path])]
    tables = [_table(TABLES[name], about, header) for name, header in headers.items()]
    more = [
        _file(one.path, one.title, contents[one.path])
        | _filled(outlet=one.outlet, date=one.date and one.date.isoformat())
        for one in about.files
    ]
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        **_filled(name=about.name, title=about.title, description=about.description, version=about.version),
        **_filled(created=about.created and about.created.isoformat().replace("+00:00", "Z")),
        "text": files.name_of(about.text.path),
        "published": about.published.isoformat(),
        **_filled(statement=about.statement, invented=about.invented),
        "sides": about.sides,
        "licenses": [_link(about.licence)],
        **_filled(sources=[_link(one) for one in about.sources]),
        **_filled(contributors=[{"title": name, "roles": ["editor"]} for name in about.editors]),
        "resources": texts + tables + more,
    }
    return _dumped(package)


def problems(folder: Path, expected: str) -> Iterator[Problem]:
    """Yield how datapackage.json in *folder* differs from *expected*: its first line, or changed files."""
    found = files.read_text(folder, NAME)
    if isinstance(found, Problem):
        yield found._replace(message=f"{found.message}: {REMEDY}")
        return
    found = _laid_out(found.replace("\r\n", "\n"))
    changed: dict[str, None] = {}
    path = NAME
    pairs = zip_longest(found.split("\n"), expected.split("\n"), fillvalue="(nothing)")
    for number, (line, other) in enumerate(pairs, start=1):
        if match := _PATH.fullmatch(other):
            path = match[1]
        if _OF_CONTENT.sub("", line) != _OF_CONTENT.sub("", other):
            message = f"line {number} is not what case.toml and the schema say; mend case.toml, or {REMEDY}"
            yield Problem(NAME, None, None, message)
            return
        if line != other:
            changed[path] = None
    for path in changed:
        yield Problem(path, None, None, f"changed since its hash was written; restore it, or {REMEDY}")


def _laid_out(found: str, indent: int = 2) -> str:
    """Return JSON laid out as it is written here: in a browser JupyterLite keeps it on a single line."""
    try:
        return _dumped(json.loads(found), indent)
    except (ValueError, RecursionError):  # no JSON, and so not what was written
        return found


def _dumped(package: Any, indent: int = 2) -> str:
    return json.dumps(package, ensure_ascii=False, indent=indent) + "\n"


def _filled(**values: Any) -> dict[str, Any]:
    """Return those of *values* that say something."""
    return {name: value for name, value in values.items() if value}


def _link(link: Link) -> dict[str, str]:
    return _filled(name=link.name, title=link.title, path=link.path)


def _file(path: str, title: str, content: str) -> dict[str, Any]:
    # JSON counts as laid out with one blank, for JupyterLite keeps it on a single line in a browser.
    data = (_laid_out(content, indent=1) if path.endswith(".json") else content).encode()
    return {
        "name": files.name_of(path),
        "title": title,
        "path": path,
        "format": Path(path).suffix[1:],
        "mediatype": files.MEDIA[Path(path).suffix],
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }


def _text(about: About, content: str) -> dict[str, Any]:
    text = about.text
    rights = [_filled(title=text.rights, path=text.address)] if text.rights else []
    printed = [_filled(title=text.printed, path=text.address)] if text.printed else []
    said = _filled(licenses=rights, sources=printed, outlet=text.outlet, date=about.published.isoformat())
    return _file(text.path, text.title, content) | said


def _table(schema: Schema, about: About, header: list[str]) -> dict[str, Any]:
    columns = [field for field in schema.fields if field.name in header]
    keys = [
        {"fields": [field.name], "reference": {"resource": field.refers, "fields": ["id"]}}
        for field in columns
        if field.refers
    ]
    anchors = [
        {"words": field.name, **_filled(occurrence=field.occurrence, within=field.within)}
        for field in columns
        if field.anchored
    ]
    described = {
        "fields": [_field(field, about) for field in columns],
        "primaryKey": ["id"],
        **_filled(foreignKeys=keys),
    }
    return {
        "name": schema.name,
        "title": schema.title,
        "description": " ".join(filter(None, (schema.about, about.notes.get(schema.name)))),
        "path": schema.file,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": described,
        **_filled(anchors=anchors),
    }


def _field(field: Field, about: About) -> dict[str, Any]:
    rules = _filled(required=field.required, unique=field.unique, pattern=field.form)
    if field.minimum is not None:
        rules["minimum"] = field.minimum
    if field.values:
        rules["enum"] = list(about.choices[field.values])
    kind = "string" if field.type == "time" else field.type
    return {"name": field.name, "type": kind, "description": field.about, **_filled(constraints=rules)}
