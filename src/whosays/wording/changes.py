"""What a quotation made of the words it quotes."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from whosays.text.spans import Span
from whosays.wording.placement import Placed
from whosays.wording.quotation import Unit

Kind = Literal["restyled", "elided", "bracketed", "altered"]


class Change(NamedTuple):
    """Hold one difference: the words said, the words quoted, and how the reader learns of it."""

    kind: Kind
    said: Span
    quoted: Span


class Reading(NamedTuple):
    """Hold a quotation laid against a statement: the span it comes from, and all that was changed."""

    quoted: str
    statement: str
    span: Span
    changes: tuple[Change, ...]

    def words(self, change: Change) -> tuple[str, str]:
        """Return the words said and those quoted in their stead, without the brackets that disclose them."""
        return change.said.of(self.statement), re.sub(r"[\[\]]", "", change.quoted.of(self.quoted))

    def pairs(self, *kinds: Kind) -> list[tuple[str, str]]:
        """Return the words said and quoted, for every change of one of these *kinds*."""
        return [self.words(change) for change in self.changes if change.kind in kinds]


def changes(placed: list[Placed], quotation: list[Unit], statement: list[Unit]) -> Iterator[Change]:
    """Yield the changes of a placement, in order; undisclosed ones that touch each other are one change."""
    said_end = quoted_end = 0
    for (kind, _), group in groupby(placed, key=_account):
        stretch = list(group)
        said_units = [statement[p.said] for p in stretch if p.said is not None]
        quoted_units = [quotation[p.quoted] for p in stretch if p.quoted is not None and kind != "elided"]
        said, quoted = _cover(said_units, said_end), _cover(quoted_units, quoted_end)
        said_end, quoted_end = said.end, quoted.end
        in_so_many_words = [u.exact for u in said_units] == [w for u in quoted_units for w in u.exact.split()]
        if kind and not in_so_many_words:
            yield Change(kind, said, quoted)


def _account(placed: Placed) -> tuple[Kind | None, int | None]:
    """Return how the reader learns of a unit's fate, and by which mark; None if there is nothing to tell."""
    match placed.fate:
        case "same":
            return None, None
        case "replaced" | "dropped" | "added":
            return "altered", None
        case kind:
            return kind, placed.quoted


def _cover(units: list[Unit], otherwise: int) -> Span:
    """Return the span from the first to the last of *units*, or an empty span at *otherwise*."""
    return Span(units[0].span.start, units[-1].span.end) if units else Span(otherwise, otherwise)
