"""Read the entry of a question into typed fields, once; what does not fit is named: file, question, key."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Form = TypeVar("Form")
_NAMES: dict[Any, str] = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}


@dataclass(frozen=True, kw_only=True)
class Fields:
    """Hold what a question of any type may have; docs/questions.md says what each key is."""

    id: str
    type: str
    rung: str
    sound: str
    prompt: str
    words: tuple[str, ...] = ()
    rows: tuple[Any, ...] = ()
    text: str | None = None
    passage: str = ""
    hint: str = ""
    reason: str = ""
    parallel: str | None = None
    misconception: str | None = None
    here: bool = False
    accept: tuple[Any, ...] = ()
    reject: tuple[Any, ...] = ()
    points: float = 1
    rubric: tuple[str, ...] = ()


def read(form: type[Form], entry: Mapping[str, Any], place: str) -> Form:
    """Return *entry* as a *form*, a dataclass whose annotations say what each key holds.

    A key that is a word of Python has an underscore after it in the form: ``from_`` for from. Keys that the
    form does not have are left alone. Raises ValueError that names *place* and the key.
    """
    try:
        read: Form = _form(form, entry, "")
    except ValueError as error:
        raise ValueError(f"{place}, {error}, as docs/questions.md says") from None
    return read


def _form(form: Any, entry: object, key: str) -> Any:
    held, told = _table(entry, key), {}
    for field in fields(form):
        name = field.name.removesuffix("_")
        if name in held:
            told[field.name] = _value(_hints(form)[field.name], held[name], _below(key, name))
        elif field.default is MISSING and field.default_factory is MISSING:
            raise ValueError(f"{_below(key, name)}: is missing; add it")
    return form(**told)


def _value(kind: Any, value: object, key: str) -> Any:
    """Return *value* as its annotation *kind* has it. Raises ValueError that names *key*."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind is Any:
        return value
    if is_dataclass(kind):
        return _form(kind, value, key)
    if NoneType in inner:
        return _value(inner[0], value, key)
    if origin is tuple:
        items = enumerate(_list(value, key), start=1)
        return tuple(_value(inner[0], item, _below(key, number)) for number, item in items)
    if origin is dict:
        return {name: _value(inner[1], item, _below(key, name)) for name, item in _table(value, key).items()}
    fits = isinstance(value, int | float if kind is float else kind)
    if not fits or isinstance(value, bool) != (kind is bool):
        raise ValueError(f"{key}: {value!r:.60} is not {_NAMES[kind]}; write one")
    return value


def _list(value: object, key: str) -> list[Any]:
    if not isinstance(value, list | tuple):
        raise ValueError(f"{key}: {value!r:.60} is not a list; write one")
    return list(value)


def _table(value: object, key: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError(f"{key}: {value!r:.60} is not a table; write one")
    return value


def _below(key: str, name: object) -> str:
    return f"{key}.{name}" if key else str(name)


@cache
def _hints(form: Any) -> dict[str, Any]:
    return get_type_hints(form)
