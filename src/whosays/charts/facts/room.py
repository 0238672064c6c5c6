"""How much of a figure is kept: facts of one figure stay under some 60 KB."""

from collections.abc import Iterable
from typing import Any

# Panels, series, numbers and characters in all, and characters of one text.
PANELS, SERIES, NUMBERS, CHARACTERS, TEXT = 20, 150, 2_000, 8_000, 2_000
_LISTS = ("values", "starts", "at")


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
        """Return *series* with as many values as fit; what stands beside a value goes with it."""
        lists = [name for name in _LISTS if series[name]]
        most = self.numbers // max(1, len(lists))
        kept = {name: self.first(series[name], most, "values") for name in _LISTS}
        self.numbers -= sum(map(len, kept.values()))
        count = len(kept["values"])
        beside = {name: [self.text(words) for words in series[name][:count]] for name in ("names", "notes")}
        told = {name: self.text(series[name]) for name in ("label", "form", "look")}
        return {**series, **kept, **beside, **told, "called": self.texts(series["called"])}
