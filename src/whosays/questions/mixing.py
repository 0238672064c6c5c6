"""Mix things into an order that is the same for everybody, on every machine."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import TypeVar

T = TypeVar("T")


def mixed(names: Iterable[str], seed: str) -> list[str]:
    """Return *names* in an order that follows from *seed* and from themselves, not from their order here."""
    return sorted(names, key=lambda name: hashlib.sha256(f"{seed} {name}".encode()).digest())


def shown(options: Mapping[str, T], question: str, ordered: bool) -> dict[str, T]:
    """Return *options*, by id, in the order they are shown: as they are where *ordered*, or else mixed.

    The order follows from the id of the *question*, so it is the same wherever the question is read.
    """
    # Of the words that could stand before the id, these put right options into no place too often.
    names = options if ordered else mixed(options, f"options of {question}")
    return {name: options[name] for name in names}
