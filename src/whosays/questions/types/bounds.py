"""Turn phrases into bounds: the lowest and the highest number that each allows."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from whosays.questions.answer_parts import written
from whosays.questions.question import Wrong
from whosays.questions.types.keyed_table import Cell, KeyedTable, TableFields
from whosays.text.toll import Toll

_UNKNOWN = "not known"
_UNKNOWNS = {"not known", "unknown", "none", "not said", "the text does not say", "?", "-", "–", "no limit"}


@dataclass(frozen=True, kw_only=True)
class BoundsFields(TableFields):
    """Hold what is asked: the *phrases* to be turned into bounds."""

    phrases: tuple[str, ...]


class Bounds(KeyedTable):
    """Turn phrases into the lowest and the highest number they allow, or “not known”."""

    fields: BoundsFields
    type = "bounds"
    control = "line"

    @cached_property
    def phrases(self) -> dict[str, str]:
        """The phrases by row: p1, p2 and so on."""
        return {f"p{number}": phrase for number, phrase in enumerate(self.fields.phrases, start=1)}

    @cached_property
    def tolls(self) -> dict[str, Toll]:
        """What each phrase says, by row."""
        return {row: Toll.parse(phrase) for row, phrase in self.phrases.items()}

    @cached_property
    def cells(self) -> dict[str, Cell]:
        """A low and a high for each phrase, computed by Toll.parse."""
        built = [
            Cell(row, column, {}, _bound(getattr(toll, column), toll.approx))
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
        text = written(given)
        if text.casefold() in _UNKNOWNS:
            return _UNKNOWN
        try:
            bound = getattr(Toll.parse(text[:200]), cell.column)
        except ValueError:
            raise ValueError(
                f"{self._place(cell)}: {given!r:.60} is no number; write digits, or “{_UNKNOWN}”"
            ) from None
        return _UNKNOWN if bound is None else str(bound)

    def fitting(self, cell: Cell, answer: Mapping[str, str]) -> Mapping[str, str]:
        """Return what is right beside the low of the phrase: “about 12” has one reading for both ends."""
        low = answer.get(f"{cell.row}.low", "")
        if cell.column == "high" and self.tolls[cell.row].approx and low in cell.right:
            return {low: cell.right[low]}
        return cell.right

    def explain(self, cell: Cell, value: str) -> Wrong | None:
        """Return the bank's explanation, or what the words before the number do to this bound."""
        return super().explain(cell, value) or _bound_rule(cell, value, self.tolls[cell.row])


def _bound(number: int | None, approx: bool) -> dict[str, str]:
    if approx:  # such a word sets no limit, so its number is no bound, only what was printed
        return {_UNKNOWN: "", str(number): "if you keep the printed number and mark it as approximate"}
    return {_UNKNOWN if number is None else str(number): ""}


def _bound_rule(cell: Cell, value: str, toll: Toll) -> Wrong:
    low = cell.column == "low"
    if toll.approx and value in cell.right:
        return Wrong(
            "Such a word sets no limit on either side. Write “not known” twice, or its number twice."
        )
    if toll.approx:
        return Wrong("The word before the number sets no end: it says neither how low nor how high.", "M6")
    if toll.exact:
        why = "No word opens this number. It stands as one that is given as exact, at both ends."
        return Wrong(why, "M12" if value == _UNKNOWN else "M6")
    ours = next(iter(cell.right))
    if ours == _UNKNOWN:
        if low and value == "0":
            return Wrong("0 is what you know about counting; the phrase itself sets no lower end.")
        said = "sets a ceiling and no floor" if low else "sets a floor and says nothing of the ceiling"
        return Wrong(f"The phrase {said}. The words before the number do that.", "M6")
    if value == _UNKNOWN:
        return Wrong(
            f"The phrase does set {'a floor' if low else 'a ceiling'}: look at the words before the number.",
            "M12",
        )
    if abs(int(value) - int(ours)) == 1:
        return Wrong("One off. Some words take the number itself in, others begin or end next to it.", "M6")
    return Wrong(
        "The words before the number say what is allowed, at the least and at the most. This is not it.", "M6"
    )
