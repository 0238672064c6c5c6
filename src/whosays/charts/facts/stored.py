"""The form in which facts are kept: whether a value read back has it; facts of an older form are made new."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from whosays.charts.facts.room import CHARACTERS, NUMBERS, PANELS, SERIES, TEXT

VERSION = 2
OLDER = 1  # without what stands beside a value, looks and places; such facts are kept with answers

Read = Callable[[object, str], Any]
_CHARACTERS = 3 * CHARACTERS // 2  # besides words that are kept, facts name scales, and what was cut


def read_facts(value: object) -> dict[str, Any]:
    """Return *value*, any JSON value, if it has the form of facts().

    Facts of version 1 come back as version 2, with nothing in what version 1 did not keep.
    Raises ValueError that names the first part that has not, and what it should be.
    """
    older = isinstance(value, dict) and value.get("version") == OLDER
    read: dict[str, Any] = (_OLDER_FACTS if older else _FACTS)(value, "facts")
    if older:
        read = {**read, "version": VERSION, "panels": [_panel_made_new(panel) for panel in read["panels"]]}
    if read["version"] != VERSION:
        raise ValueError(f"facts.version is {read['version']:g}; this course reads version {VERSION}")
    series = [one for panel in read["panels"] for one in panel["series"]]
    numbers = sum(len(one["values"]) + len(one["starts"]) + len(one["at"]) for one in series)
    if len(series) > SERIES or numbers > NUMBERS:
        raise ValueError(f"facts hold more than {SERIES} series or {NUMBERS:,} numbers")
    if _characters(read) > _CHARACTERS:
        raise ValueError(f"facts hold more than {_CHARACTERS:,} characters")
    for one in series:
        for name in ("starts", "at", "names", "notes"):
            if one[name] and len(one[name]) != len(one["values"]):
                raise ValueError(f"facts hold a series with more or fewer {name} than values")
    return read


def _characters(value: object) -> int:
    """Return how many characters all texts in *value* have together."""
    if isinstance(value, str):
        return len(value)
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return sum(map(_characters, inner))


def _panel_made_new(panel: dict[str, Any]) -> dict[str, Any]:
    beside: dict[str, Any] = {"hidden": [], "shapes": [], "place": [], "dated": panel["dates"]}
    beside["other_axis"] = {"low": 0.0, "high": 1.0, "scale": "linear"}
    return {**panel, **beside, "series": [_series_made_new(one) for one in panel["series"]]}


def _series_made_new(one: dict[str, Any]) -> dict[str, Any]:
    beside: dict[str, Any] = {"at": [], "names": [], "notes": [], "look": "", "sloped": False}
    called = [one["label"]] if one["label"] else []
    return {**one, **beside, "called": called, "form": "bars" if one["bars"] else "line"}


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


def _facts(panel: Read) -> Read:
    parts = {"version": _number, "alt": _text, "panels": _list(panel, PANELS), "notes": _list(_text, PANELS)}
    return _object(parts)


_LARGEST = 1.7e308  # where floats end
_NUMBERS, _TEXTS = _list(_number, NUMBERS), _list(_text, CHARACTERS)
_AXIS = _object({"low": _number, "high": _number, "scale": _text})
_OLDER_SERIES: Mapping[str, Read] = {
    "values": _NUMBERS, "starts": _NUMBERS, "label": _text, "bars": _flag, "bound": _flag,
}  # fmt: skip
_SERIES = {
    **_OLDER_SERIES, "form": _text, "sloped": _flag, "at": _NUMBERS, "names": _TEXTS, "notes": _TEXTS,
    "called": _TEXTS, "look": _text,
}  # fmt: skip
_OLDER_PANEL: Mapping[str, Read] = {
    "frame": _number, "title": _text, "xlabel": _text, "ylabel": _text, "lying": _flag, "dates": _flag,
    "value_axis": _AXIS, "series": _list(_object(_OLDER_SERIES), SERIES), "legend": _TEXTS, "words": _TEXTS,
}  # fmt: skip
_PANEL = {
    **_OLDER_PANEL, "series": _list(_object(_SERIES), SERIES), "hidden": _TEXTS, "shapes": _TEXTS,
    "other_axis": _AXIS, "dated": _flag, "place": _list(_number, 4),
}  # fmt: skip
_FACTS, _OLDER_FACTS = _facts(_object(_PANEL)), _facts(_object(_OLDER_PANEL))
