"""Say of each claim who speaks, who carries it, and which words say so."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from whosays.case.values import Unsaid
from whosays.questions.question import Wrong
from whosays.questions.types.claims_table import ClaimsTable, keyed
from whosays.questions.types.keyed_table import Cell

_NOBODY = {Unsaid.NOT_SAID, Unsaid.NONE}
_NO_NAME = {Unsaid.NOT_SAID.value: "the text does not say"}
_NO_CUE = {Unsaid.NONE.value: "none"}
_ATTRIBUTIONS = {
    "attributed": "a speaker is named",
    "carrier_only": "only a carrier is named",
    "unattributed": "nobody is named",
}
_ITSELF = "in the sense that the text you are reading carries all of its claims"
_NEARBY = "read together with the sentences around it, or that outlet’s stories, from which we inferred it"
_ALONE = "if you keep to the words of this claim; the carrier is our inference from what stands around it"


class Ledger(ClaimsTable):
    """Name speaker, carrier and cue of each claim, and say how it is attributed.

    Where a carrier is implied, the text does not say it; our inference is accepted beside that.
    """

    type = "ledger"
    names: ClassVar = {
        "speaker": "Speaker",
        "carrier": "Carrier",
        "cue": "Cue",
        "attribution": "In all",
    }

    def options(self, column: str) -> dict[str, str]:
        """Return the values of *column*: in a case every speaker, carrier or cue that its claims name."""
        if column == "attribution":
            return _ATTRIBUTIONS
        first = _NO_CUE if column == "cue" else _NO_NAME
        known = self._known(column) if self._on_the_case else {}
        return {**first, **known, **super().options(column)}

    def accepted(self, row: str, column: str) -> dict[str, str]:
        """Return the accepted values, from the case's claims where the row is one of them."""
        claim = self.rows[row]
        if column == "attribution":
            return {claim.get("attribution") or self._attribution(claim): ""}
        if "carrier_basis" not in claim:
            return keyed(claim[column])
        if column == "speaker":
            return {claim["speaker"]: ""}
        return {claim["cue"].casefold(): ""} if column == "cue" else self._carriers(claim)

    def explain(self, cell: Cell, value: str) -> Wrong | None:
        """Return the bank's explanation, or the rule that the wrong value shows to be forgotten."""
        return super().explain(cell, value) or _RULES[cell.column](self, cell, value)

    def carriers(self, row: str) -> dict[str, str]:
        """Return who carries the claim of *row*."""
        return self.accepted(row, "carrier")

    @cached_property
    def _on_the_case(self) -> bool:
        return any("claim" in row for row in self.fields.rows)

    def _known(self, column: str) -> dict[str, str]:
        claims = self.ground.case.claims.values()
        if column == "cue":
            return {cue: cue for cue in sorted({claim["cue"].casefold() for claim in claims} - _NOBODY)}
        ids = {claim[told] for claim in claims for told in ("speaker", "carrier")}
        names = {name: self.ground.case.name(name) for name in ids - _NOBODY}
        return dict(sorted(names.items(), key=lambda item: item[1].casefold()))

    def _carriers(self, claim: Mapping[str, Any]) -> dict[str, str]:
        carrier, basis = claim["carrier"], claim["carrier_basis"]
        if basis == "stated":
            return {carrier: ""}
        claims = self.ground.case.claims.values()
        itself = {each["carrier"]: _ITSELF for each in claims if each["carrier_basis"] == Unsaid.NONE}
        not_said = Unsaid.NOT_SAID.value
        ours = {not_said: _ALONE, carrier: _NEARBY} if basis == "implied" else {not_said: ""}
        return {**ours, **{name: told for name, told in itself.items() if name not in ours}}

    @staticmethod
    def _attribution(claim: Mapping[str, Any]) -> str:
        if claim.get("speaker") != Unsaid.NOT_SAID:
            return "attributed"
        stated = claim.get("carrier_basis") == "stated" or (
            "carrier_basis" not in claim and claim.get("carrier", Unsaid.NOT_SAID) not in _NOBODY
        )
        return "carrier_only" if stated else "unattributed"


def _speaker(ledger: Ledger, cell: Cell, value: str) -> Wrong:
    name = cell.options[value]
    if value == Unsaid.NOT_SAID:
        return Wrong("Look for the words that hand this claim to somebody.", "M12")
    if value in ledger.carriers(cell.row):
        return Wrong(f"{name} passed it on. A carrier is not a speaker: a speaker is said to know.", "M13")
    if Unsaid.NOT_SAID in cell.right:
        return Wrong(f"No words hand this claim to {name}.", "M13")
    return Wrong("Another name stands beside the cue. Look there.")


def _carrier(ledger: Ledger, cell: Cell, value: str) -> Wrong:
    name = cell.options[value]
    if value == Unsaid.NOT_SAID:
        return Wrong("Read to the end of the sentence: it names who passed the claim on.", "M12")
    if value in ledger.accepted(cell.row, "speaker"):
        return Wrong(f"{name} is said to know it. A carrier passes it on to the text you read.")
    return Wrong(
        f"Neither these words nor those around them name {name}. A name elsewhere does not count here.", "M14"
    )


def _cue(ledger: Ledger, cell: Cell, value: str) -> Wrong:
    if value == Unsaid.NONE:
        return Wrong("Some words hand this claim to somebody, and they are its cue.")
    if Unsaid.NONE in cell.right:
        return Wrong(f"“{value}” does not hand over this claim, even where it stands close by.")
    return Wrong("The cue stands between the claim and the one who tells it. Look there.")


def _in_all(ledger: Ledger, cell: Cell, value: str) -> Wrong:
    if value == "unattributed":
        return Wrong("Somebody is named here. Look for the cue.", "M12")
    if value == "carrier_only" and "attributed" in cell.right:
        return Wrong("More than a carrier is named: somebody is said to know. Look for the cue.", "M12")
    if value == "carrier_only":
        return Wrong("No words name a carrier of this claim.", "M14")
    return Wrong("No words name somebody who would know. To pass a claim on is not to know it.", "M13")


_RULES = {"speaker": _speaker, "carrier": _carrier, "cue": _cue, "attribution": _in_all}
