"""Write numbers into a table: claims counted by who speaks, phrases turned into bounds."""

from functools import cached_property
from typing import Any

from whosays.questions.question import Control, Wrong
from whosays.questions.types.table import Cell, Table
from whosays.text.toll import Toll

_UNKNOWN = "not known"
_UNKNOWNS = {"not known", "unknown", "none", "not said", "the text does not say", "?", "-", "–", "no limit"}


class _Numbers(Table):
    def controls(self) -> list[Control]:
        """Return a line to write in for each cell."""
        return [control._replace(kind=self.kind) for control in super().controls()]

    kind = "line"


class Tally(_Numbers):
    """Count the claims of a case by who speaks (down) and by kind (across)."""

    type = "tally"
    kind = "number"

    @cached_property
    def cells(self) -> dict[str, Cell]:
        """One number for each row and column, counted in the claims."""
        built = [
            Cell(row["id"], column["id"], "", {}, {str(self._count(row, column)): ""})
            for row in self.entry["rows"]
            for column in self.entry["columns"]
        ]
        return {cell.id: cell for cell in built}

    def row_name(self, row: str) -> str:
        """Return the label of *row*."""
        return next(str(entry["label"]) for entry in self.entry["rows"] if entry["id"] == row)

    def column_name(self, column: str) -> str:
        """Return the label of *column*."""
        return next(str(entry["label"]) for entry in self.entry["columns"] if entry["id"] == column)

    def value(self, cell: Cell, given: object) -> str:
        """Return the whole number *given* as digits."""
        text = str(given).strip() if isinstance(given, str | int) and not isinstance(given, bool) else ""
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise ValueError(f"{self._place(cell)}: {given!r:.60} is not a whole number; write digits")
        return str(int(text))

    def explain(self, cell: Cell, value: str) -> Wrong | None:
        """Return the bank's explanation, or the rule for counting."""
        return super().explain(cell, value) or Wrong(
            "Count the claims of this kind whose speaker stands on this side, and no others."
        )

    def _count(self, row: dict[str, Any], column: dict[str, Any]) -> int:
        case = self.ground.case
        sides = case.claims["origin"].map(case.sources["side"])
        theirs = case.claims["origin"].isin(row["origins"]) if "origins" in row else sides == row["side"]
        return int((theirs & case.claims["kind"].isin(column["kinds"])).sum())


class Bounds(_Numbers):
    """Turn phrases into the lowest and the highest number they allow, or “not known”."""

    type = "bounds"

    @cached_property
    def phrases(self) -> dict[str, str]:
        """The phrases by row: p1, p2 and so on."""
        return {f"p{number}": phrase for number, phrase in enumerate(self.entry["phrases"], start=1)}

    @cached_property
    def tolls(self) -> dict[str, Toll]:
        """What each phrase says, by row."""
        return {row: Toll.parse(phrase) for row, phrase in self.phrases.items()}

    @cached_property
    def cells(self) -> dict[str, Cell]:
        """A low and a high for each phrase, computed by Toll.parse."""
        built = [
            Cell(row, column, "", {}, _bound(getattr(toll, column), toll.approx))
            for row, toll in self.tolls.items()
            for column in ("low", "high")
        ]
        return {cell.id: cell for cell in built}

    def row_name(self, row: str) -> str:
        """Return the phrase."""
        return self.phrases[row]

    def column_name(self, column: str) -> str:
        """Return what *column* asks for."""
        return {"low": "At the least", "high": "At the most"}[column]

    def value(self, cell: Cell, given: object) -> str:
        """Return *given* as digits or “not known”; a phrase counts as the bound it sets."""
        text = str(given).strip() if isinstance(given, str | int) and not isinstance(given, bool) else ""
        if text.casefold() in _UNKNOWNS:
            return _UNKNOWN
        try:
            bound = getattr(Toll.parse(text[:200]), cell.column)
        except ValueError:
            raise ValueError(
                f"{self._place(cell)}: {given!r:.60} is no number; write digits, or “{_UNKNOWN}”"
            ) from None
        return _UNKNOWN if bound is None else str(bound)

    def explain(self, cell: Cell, value: str) -> Wrong | None:
        """Return the bank's explanation, or what the words before the number do to this bound."""
        return super().explain(cell, value) or _bound_rule(cell, value, self.tolls[cell.row])


def _bound(number: int | None, approx: bool) -> dict[str, str]:
    if approx:  # such a word sets no limit, so its number is no bound, only what was printed
        return {_UNKNOWN: "", str(number): "if you keep the printed number and mark it as approximate"}
    return {_UNKNOWN if number is None else str(number): ""}


def _bound_rule(cell: Cell, value: str, toll: Toll) -> Wrong:
    low = cell.column == "low"
    if toll.approx:
        return Wrong("Read the word before the number. Does it set an end on this side, or on neither?", "M6")
    if toll.exact:
        why = "No word opens this number. How does a number stand that is given as exact?"
        return Wrong(why, "M12" if value == _UNKNOWN else "M6")
    ours = next(iter(cell.right))
    if ours == _UNKNOWN:
        if low and value == "0":
            return Wrong("0 is what you know about counting; the phrase itself sets no lower end.", "M6")
        said = "sets a ceiling and no floor" if low else "sets a floor and says nothing of the ceiling"
        return Wrong(f"The phrase {said}. Which word does that?", "M6")
    if value == _UNKNOWN:
        return Wrong(f"The phrase does set {'a floor' if low else 'a ceiling'}. Which word does that?", "M12")
    if abs(int(value) - int(ours)) == 1:
        return Wrong("One off. Does the phrase allow the number itself, or begin next to it?", "M6")
    return Wrong("Read the words before the number: what do they allow, at the least and at the most?", "M6")
