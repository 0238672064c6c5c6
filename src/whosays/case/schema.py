"""The schema of a case, read from schema.toml: its tables, their columns, the values a cell may hold."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

BOTH = "both"  # the sides of a case together
DAY = "[12][0-9]{3}-[0-9]{2}-[0-9]{2}"
# A time is as fine as it is known, with the offset from UTC where that is known.
TIME = r"not_said|undated|[12][0-9]{3}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}([+-][0-9]{2}:[0-9]{2})?)?)?)?"
OPEN = ("kind", "measure", "figure")  # the lists of values that a case may add to


@dataclass(frozen=True, kw_only=True)
class Field:
    """Hold what one column is about and what its cells may hold; schema.toml says what each key means."""

    name: str
    about: str
    type: str = "string"
    required: bool = True
    unique: bool = False
    minimum: int | None = None
    pattern: str = ""
    values: str = ""
    refers: str = ""
    within: str = ""
    occurrence: str = ""
    follows: bool = False

    @property
    def anchored(self) -> bool:
        """Whether its cells are exact words of the article, found in it when the case opens."""
        return bool(self.occurrence or self.within)

    @property
    def form(self) -> str:
        """The regular expression that a whole cell has to match; empty where any text will do."""
        return TIME if self.type == "time" else self.pattern


@dataclass(frozen=True)
class Schema:
    """Hold what one table is about, and its columns in order."""

    name: str
    title: str
    about: str
    fields: tuple[Field, ...]

    @property
    def file(self) -> str:
        """The file of this table in a case folder."""
        return f"{self.name}.csv"

    @cached_property
    def columns(self) -> list[str]:
        """The names of its columns, in order."""
        return [field.name for field in self.fields]


def _schema(name: str, content: Mapping[str, Any]) -> Schema:
    columns = content["columns"].items()
    return Schema(
        name, content["title"], content["about"], tuple(Field(name=n, **column) for n, column in columns)
    )


_READ = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
VALUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {name: tuple(words) for name, words in _READ.pop("values").items()}
)
TABLES: Mapping[str, Schema] = MappingProxyType(
    {name: _schema(name, content) for name, content in _READ.items()}
)
