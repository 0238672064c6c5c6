"""Say of each claim who speaks, who carries it, which words say so, what was counted, and when."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from whosays.questions.question import Wrong
from whosays.questions.types.table import Cell, Table, keyed

_NOT_SAID = "not_said"
_FIXED = {_NOT_SAID: "the text does not say", "none": "none"}
_ATTRIBUTIONS = {
    "attributed": "a speaker is named",
    "carrier_only": "a carrier only",
    "unattributed": "nobody is named",
}
_ITSELF = "in the sense that the text you are reading carries all of its claims"
_NEARBY = "read together with the sentences around it, from which we inferred it"
_ALONE = "if you keep to the words of this claim; the carrier is our inference from the sentences around it"


def unquoted(words: str) -> str:
    """Return *words* without the quotation marks that stand around all of them."""
    inner = words[1:-1]
    around = words[:1] + words[-1:] in ("“”", '""') and not set('“”"') & set(inner)
    return inner if around else words


class _Claims(Table):
    """A table whose rows are claims: of the case, or of a text we made up."""

    columns: ClassVar[tuple[str, ...]]

    @cached_property
    def rows(self) -> dict[str, Mapping[str, Any]]:
        """The rows by id: claims of the case, or rows of the bank as they are."""
        claims = self.ground.case.claims
        return {
            str(row.get("claim") or row["id"]): claims.loc[row["claim"]].to_dict() if "claim" in row else row
            for row in self.entry["rows"]
        }

    def row_name(self, row: str) -> str:
        """Return the words of the claim, without the marks around them."""
        words = unquoted(str(self.rows[row]["words"]).strip())
        return words if words.count("“") == words.count("”") else words.strip('“”" ')

    @cached_property
    def cells(self) -> dict[str, Cell]:
        """One cell for each claim and each column asked for."""
        built = [
            Cell(row, column, "", self.options(column), self.accepted(row, column))
            for row in self.rows
            for column in self.entry.get("columns", self.columns)
        ]
        return {cell.id: cell for cell in built}

    def options(self, column: str) -> dict[str, str]:
        """Return what may be chosen in *column*, by value."""
        return {**dict(self.entry.get("choices", {}).get(column, {}))}

    def accepted(self, row: str, column: str) -> dict[str, str]:
        """Return the accepted values of a cell, and their conditions."""
        return keyed(self.rows[row][column])


class UnitAndClock(_Claims):
    """Say what a figure counts, when it happened, and when it was reported."""

    type = "unit_and_clock"
    columns = ("counted", "event_time", "report_time")
    names: ClassVar = {
        "counted": "What is counted",
        "event_time": "When it happened",
        "report_time": "When it was reported",
    }

    def column_name(self, column: str) -> str:
        """Return the question that *column* asks."""
        return str(self.names[column])


class Ledger(_Claims):
    """Name speaker, carrier and cue of each claim, and say how it is attributed.

    Where a carrier is implied and not stated, it is accepted, and so is “the text does not say”.
    """

    type = "ledger"
    columns = ("speaker", "carrier", "cue", "attribution")
    names: ClassVar = {
        "speaker": "Speaker",
        "carrier": "Carrier",
        "cue": "Cue",
        "attribution": "In all",
    }

    def column_name(self, column: str) -> str:
        """Return the name of *column*."""
        return str(self.names[column])

    def options(self, column: str) -> dict[str, str]:
        """Return the values of *column*: in a case every speaker, carrier or cue that its claims name."""
        if column == "attribution":
            return _ATTRIBUTIONS
        given = dict(self.entry.get("choices", {}).get(column, {}))
        first = {"none": _FIXED["none"]} if column == "cue" else {_NOT_SAID: _FIXED[_NOT_SAID]}
        return {**first, **(self._known(column) if self._on_the_case else {}), **given}

    def accepted(self, row: str, column: str) -> dict[str, str]:
        """Return the accepted values, from the case's claims where the row is one of them."""
        claim = self.rows[row]
        if column == "attribution":
            return {claim.get("attribution") or self._attribution(claim): ""}
        if "origin" not in claim:
            return keyed(claim[column])
        if column == "speaker":
            return {str(claim["origin"]): ""}
        return {str(claim["cue"]).casefold(): ""} if column == "cue" else self._carriers(claim)

    def explain(self, cell: Cell, value: str) -> Wrong | None:
        """Return the bank's explanation, or the rule that the wrong value shows to be forgotten."""
        return super().explain(cell, value) or _RULES[cell.column](self, cell, value)

    def carriers(self, row: str) -> dict[str, str]:
        """Return who carries the claim of *row*."""
        return self.accepted(row, "carrier")

    @cached_property
    def _on_the_case(self) -> bool:
        return any("claim" in row for row in self.entry["rows"])

    def _known(self, column: str) -> dict[str, str]:
        claims = self.ground.case.claims
        if column == "cue":
            return {cue: cue for cue in sorted({str(c).casefold() for c in claims["cue"]} - {"none"})}
        ids = set(claims["origin"]) | set(claims["relay"])
        names = {str(i): self.ground.case.name(i) for i in ids - {_NOT_SAID, "none"}}
        return dict(sorted(names.items(), key=lambda item: item[1].casefold()))

    def _carriers(self, claim: Mapping[str, Any]) -> dict[str, str]:
        relay, basis = str(claim["relay"]), claim["relay_basis"]
        if basis == "stated":
            return {relay: ""}
        claims = self.ground.case.claims
        itself = {str(name): _ITSELF for name in claims.loc[claims["relay_basis"] == "none", "relay"]}
        ours = {relay: _NEARBY, _NOT_SAID: _ALONE} if basis == "implied" else {_NOT_SAID: ""}
        return {**ours, **{name: told for name, told in itself.items() if name not in ours}}

    @staticmethod
    def _attribution(claim: Mapping[str, Any]) -> str:
        if claim.get("origin", claim.get("speaker")) != _NOT_SAID:
            return "attributed"
        stated = claim.get("relay_basis") == "stated" or (
            "relay_basis" not in claim and claim.get("carrier", _NOT_SAID) not in (_NOT_SAID, "none")
        )
        return "carrier_only" if stated else "unattributed"


def _speaker(ledger: Ledger, cell: Cell, value: str) -> Wrong:
    name = cell.options[value]
    if value == _NOT_SAID:
        return Wrong("Look for the words that hand this claim to somebody.", "M12")
    if value in ledger.carriers(cell.row):
        return Wrong(f"{name} passed it on. A carrier is not a speaker: who is said to know?", "M13")
    if _NOT_SAID in cell.right:
        return Wrong(f"Which words hand this claim to {name}? Point at them.", "M13")
    return Wrong("Another name stands beside the cue. Look there.")


def _carrier(ledger: Ledger, cell: Cell, value: str) -> Wrong:
    name = cell.options[value]
    if value == _NOT_SAID:
        return Wrong("Read to the end of the sentence: it names who passed the claim on.", "M12")
    if value in ledger.accepted(cell.row, "speaker"):
        return Wrong(f"{name} is said to know it. Who passed it on to the text you read?")
    return Wrong(
        f"Do these words, or those around them, name {name}? A name elsewhere does not count here.", "M14"
    )


def _cue(ledger: Ledger, cell: Cell, value: str) -> Wrong:
    if value == "none":
        return Wrong("Some words hand this claim to somebody. Which?")
    if "none" in cell.right:
        return Wrong(f"Does “{value}” stand in this claim, and hand over this claim? Look once more.")
    return Wrong("The cue stands between the claim and the one who tells it. Look there.")


def _in_all(ledger: Ledger, cell: Cell, value: str) -> Wrong:
    if value == "unattributed":
        return Wrong("Somebody is named here. Look for the cue.", "M12")
    if value == "carrier_only" and "attributed" in cell.right:
        return Wrong("More than a carrier is named: somebody is said to know. Look for the cue.", "M12")
    if value == "carrier_only":
        return Wrong("Which words name a carrier of this claim? Point at them.", "M14")
    return Wrong("Which words name somebody who would know? To pass a claim on is not to know it.", "M13")


_RULES = {"speaker": _speaker, "carrier": _carrier, "cue": _cue, "attribution": _in_all}
