"""Find the exact words that the rows of a case name, in the text and in its claims."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from whosays.case.problem import Problem
from whosays.case.schema import Field
from whosays.case.tables import Table
from whosays.case.values import NO_WORDS
from whosays.text import spans
from whosays.text.spans import Span


@dataclass(frozen=True)
class Anchor:
    """Hold where the words of one cell stand in the text."""

    table: str
    row: int
    column: str
    span: Span


def find(text: str, tables: Mapping[str, Table]) -> Iterator[Anchor | Problem]:
    """Yield, for every cell that names exact words, where they stand, or the problem that they do not."""
    claims = {row["id"]: row for row in tables["claims"].rows}
    for name, table in tables.items():
        for field in (field for field in table.schema.fields if field.anchored):
            for number, row in table.numbered:
                try:
                    span = _place(text, field, row, claims)
                except ValueError as error:
                    message = f"{error}; copy the words exactly, marks and all"
                    yield Problem(table.schema.file, number, field.name, message)
                    continue
                if span:
                    yield Anchor(name, number, field.name, span)


def _place(
    text: str, field: Field, row: Mapping[str, str], claims: Mapping[str, Mapping[str, str]]
) -> Span | None:
    """Return where the words of one cell stand; None where it has none, or what they hang on is amiss itself.

    Raises ValueError where they do not stand there.
    """
    words = row[field.name]
    if words in NO_WORDS:
        return None
    if field.occurrence:
        number = row[field.occurrence]
        return spans.find(text, words, int(number)) if number.isdecimal() else None
    return _within(text, claims.get(row[field.within]), words)


def _within(text: str, claim: Mapping[str, str] | None, words: str) -> Span | None:
    """Return where *words* stand in *text* inside *claim*, which has to hold them once."""
    if claim is None:
        return None
    try:
        outer = spans.find(text, claim["words"], int(claim["occurrence"]))
    except ValueError:
        return None
    held = spans.count(claim["words"], words)
    if held != 1:
        raise ValueError(f"claim {claim['id']} holds {words!r} {held} times, and it must be once")
    inner = spans.find(claim["words"], words)
    return Span(outer.start + inner.start, outer.start + inner.end)
