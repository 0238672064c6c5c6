"""The form in which facts are kept: what fits, and whether a value read back has that form."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

VERSION = 1
# What the facts of one figure may hold, so that they stay under some 50 KB: panels, series, numbers and
# characters in all, and characters of one text.
PANELS, SERIES, NUMBERS, CHARACTERS, TEXT = 20, 150, 2_000, 8_000, 2_000

Read = Callable[[object, str], Any]


class Room:
    """Keep what still fits into the facts of one figure; *notes* name what was cut."""

    def __init__(self) -> None:
        """Start with all the room there is."""
        self.series, self.numbers, self.characters = SERIES, NUMBERS, CHARACTERS
        self.notes: dict[str, None] = {}

    def first(self, found: Any, most: int, what: str) -> Any:
        """Return the first *most* of *found*, which are *what*."""
        if len(found) > most:
            self.notes[f"Not all {what} are kept: there are too many."] = None
        return found[:most]

    def text(self, words: str) -> str:
        """Return what fits of *words*, on one line."""
        whole = " ".join(words.encode("utf-8", "replace").decode().split())
        kept: str = self.first(whole, min(TEXT, self.characters), "words")
        self.characters -= len(kept)
        return kept

    def texts(self, found: Iterable[str]) -> list[str]:
        """Return what fits of the different texts in *found*."""
        return [kept for kept in map(self.text, dict.fromkeys(found)) if kept]

    def many(self, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return what fits of the series *found*."""
        kept = self.first(found, self.series, "series")
        self.series -= len(kept)
        return [self._one(series) for series in kept]

    def _one(self, series: dict[str, Any]) -> dict[str, Any]:
        most = self.numbers // (2 if series["starts"] else 1)
        values, starts = (self.first(series[name], most, "values") for name in ("values", "starts"))
        self.numbers -= len(values) + len(starts)
        return {**series, "values": values, "starts": starts, "label": self.text(series["label"])}


def read_facts(value: object) -> dict[str, Any]:
    """Return *value*, any JSON value, if it has the form of facts().

    Raises ValueError that names the first part that has not, and what it should be.
    """
    read: dict[str, Any] = _FACTS(value, "facts")
    if read["version"] != VERSION:
        raise ValueError(f"facts.version is {read['version']:g}; this course reads version {VERSION}")
    series = [one for panel in read["panels"] for one in panel["series"]]
    numbers = sum(len(one["values"]) + len(one["starts"]) for one in series)
    if len(series) > SERIES or numbers > NUMBERS:
        raise ValueError(f"facts hold more than {SERIES} series or {NUMBERS:,} numbers")
    if any(one["starts"] and len(one["starts"]) != len(one["values"]) for one in series):
        raise ValueError("facts hold a series with more or fewer starts than values")
    return read


def _text(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{place} is {_kind(value)}, not a text")
    if len(value) > TEXT:
        raise ValueError(f"{place} has {len(value):,} characters; at most {TEXT:,} are read")
    if re.search("[\ud800-\udfff]", value):
        raise ValueError(f"{place} holds half a character, which no file can keep")
    return value


def _flag(value: object, place: str) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{place} is {_kind(value)}, not true or false")
    return value


def _number(value: object, place: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{place} is {_kind(value)}, not a number")
    if not -_LARGEST <= value <= _LARGEST:
        raise ValueError(f"{place} is not a finite number that can be kept")
    return float(value)


def _list(read: Read, most: int) -> Read:
    def reader(value: object, place: str) -> list[Any]:
        if not isinstance(value, list):
            raise ValueError(f"{place} is {_kind(value)}, not a list")
        if len(value) > most:
            raise ValueError(f"{place} has {len(value):,} items; at most {most:,} are read")
        return [read(item, f"{place}[{number}]") for number, item in enumerate(value)]

    return reader


def _object(parts: Mapping[str, Read]) -> Read:
    def reader(value: object, place: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise ValueError(f"{place} is {_kind(value)}, not an object")
        if set(value) != set(parts):
            raise ValueError(f"{place} does not have exactly the keys {', '.join(parts)}")
        return {name: read(value[name], f"{place}.{name}") for name, read in parts.items()}

    return reader


def _kind(value: object) -> str:
    """Name what kind of JSON *value* is; its content is not repeated, however large."""
    kinds = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list"}
    return "null" if value is None else kinds.get(type(value), "an object")


_LARGEST = 1.7e308  # where floats end
_AXIS = {"low": _number, "high": _number, "scale": _text}
_ONE = {"values": _list(_number, NUMBERS), "starts": _list(_number, NUMBERS), "label": _text}
_SERIES = _object({**_ONE, "bars": _flag, "bound": _flag})
_TEXTS = _list(_text, CHARACTERS)
_PANEL = _object(
    {"frame": _number, "title": _text, "xlabel": _text, "ylabel": _text, "lying": _flag, "dates": _flag}
    | {"value_axis": _object(_AXIS), "series": _list(_SERIES, SERIES), "legend": _TEXTS, "words": _TEXTS}
)
_FACTS = _object(
    {"version": _number, "alt": _text, "panels": _list(_PANEL, PANELS), "notes": _list(_text, PANELS)}
)
