"""Make the page of reference: every public name with its signature and its docstring, out of the code."""

import inspect
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any, NamedTuple

import whosays

ADDRESS = "reference.html"


class Entry(NamedTuple):
    """Hold one public *name*: its *signature*, the paragraphs that say what it does, and what is in it."""

    name: str
    signature: str
    paragraphs: list[str]
    inside: list["Entry"]


def entries() -> list[Entry]:
    """Return an entry for each public name of the package, in the order of the alphabet."""
    return [_entry(name, getattr(whosays, name)) for name in sorted(whosays.__all__, key=str.casefold)]


def _entry(name: str, thing: Any) -> Entry:
    inside = [_entry(f"{name}.{part}", value) for part, value in _parts(thing)]
    return Entry(name, _signature(name, thing), _paragraphs(thing), inside)


def _parts(thing: Any) -> Iterator[tuple[str, Any]]:
    """Yield the public functions of a module, or what a class of ours defines."""
    if isinstance(thing, ModuleType):
        for name in getattr(thing, "__all__", dir(thing)):
            value = getattr(thing, name)
            if not name.startswith("_") and inspect.isroutine(value) and _is_ours(value):
                yield name, value
    elif inspect.isclass(thing):
        for name, value in vars(thing).items():
            told = inspect.isroutine(getattr(thing, name)) or isinstance(value, property)
            if not name.startswith("_") and told and getattr(value, "__doc__", None):
                yield name, value


def _is_ours(value: Any) -> bool:
    return str(getattr(value, "__module__", "")).startswith("whosays")


def _signature(name: str, thing: Any) -> str:
    """Return how *thing* is called; the bare name where it is not called."""
    if isinstance(thing, ModuleType | property):
        return name
    called = thing.__func__ if isinstance(thing, classmethod | staticmethod) else thing
    try:
        told = str(inspect.signature(called))
    except ValueError:  # of classes that Python makes itself, such as errors
        return name
    told = re.sub(r"\((?:self|cls)(?:, )?", "(", told)
    told = re.sub(r"(?<=: |> )'([^']+)'", r"\1", told)  # types that are written as texts
    return name + re.sub(r"\b(?:[a-z_]\w*\.)+(?=[A-Z])", "", told)


def _paragraphs(thing: Any) -> list[str]:
    told = inspect.getdoc(thing) or ""
    return [" ".join(paragraph.split()) for paragraph in told.split("\n\n") if paragraph.strip()]
