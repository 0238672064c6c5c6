"""Fill in what follows from other columns, and name every typed cell that says otherwise."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from types import MappingProxyType

from whosays.case.problem import Problem
from whosays.case.tables import LARGEST, Table
from whosays.case.values import Unsaid
from whosays.text.toll import Toll

NO_FIGURE = "no_figure"

# What a qualifier of reports.csv makes of its number: the bounds that Toll reads from the words. Low, best
# and high are the estimates of a database.
HELD: Mapping[str, Callable[[int], Toll]] = MappingProxyType(
    {
        "exact": lambda n: Toll(n, n),
        "best": lambda n: Toll(n, n),
        "about": lambda n: Toll(n, n, approx=True),
        "at_least": lambda n: Toll(n, None),
        "low": lambda n: Toll(n, None),
        "more_than": lambda n: Toll(n + 1, None),
        "up_to": lambda n: Toll(None, n),
        "high": lambda n: Toll(None, n),
        "nearly": lambda n: Toll(None, n - 1),
    }
)

Row = dict[str, str]
Cell = tuple[str, str, str]  # a column, what it has to hold, and what that follows from


def fill(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Fill in, in place, the cells that follow from others; yield a problem for each typed otherwise."""
    sources = {row["id"]: row for row in tables["sources"].rows}
    yield from _filled(tables["claims"], _of_claim)
    yield from _filled(tables["reports"], lambda row: _of_report(row, sources))


def of_report(value: str, qualifier: str) -> Toll | None:
    """Return the bounds of a report that prints *value*; None where it prints none.

    Raises ValueError where the two do not go together, as in nearly 0.
    """
    if (value == "") != (qualifier == NO_FIGURE):
        raise ValueError(f"qualifier {qualifier!r} does not go with the value {value!r}")
    return HELD[qualifier](int(value)) if value else None


def _filled(table: Table, follow: Callable[[Row], Iterator[Cell]]) -> Iterator[Problem]:
    for number, row in table.numbered:
        for column, value, reason in follow(row):
            typed = row[column].lstrip("0") or row[column][:1]
            if typed and typed != value:
                said = f"is {value!r}" if value else "is not known"
                message = f"{typed!r:.40} contradicts {reason}, by which it {said}; leave it out"
                yield Problem(table.schema.file, number, column, message)
            elif value.isdecimal() and int(value) > LARGEST + 1:
                yield Problem(table.schema.file, number, column, f"{reason} is above {LARGEST}; correct it")
            row[column] = value


def _of_claim(row: Row) -> Iterator[Cell]:
    """Yield the bounds that the words of a quantity give, where they give any."""
    if row["quantity"] == Unsaid.NONE:
        yield from _bounds(None, "quantity none")
    with suppress(ValueError):
        yield from _bounds(Toll.parse(row["quantity"]), f"quantity {row['quantity']!r:.60}")


def _of_report(row: Row, sources: Mapping[str, Row]) -> Iterator[Cell]:
    """Yield what follows from the source of a report, and from its value and its qualifier."""
    if source := sources.get(row["source"]):
        yield "source_kind", source["kind"], f"kind of {source['id']} in sources.csv"
        yield "party", source["is_party"], f"is_party of {source['id']} in sources.csv"
    with suppress(ValueError, KeyError):
        held = f"value {row['value']} with qualifier {row['qualifier']}"
        yield from _bounds(of_report(row["value"], row["qualifier"]), held)


def _bounds(toll: Toll | None, reason: str) -> Iterator[Cell]:
    low, high = (toll.low, toll.high) if toll else (None, None)
    yield "low", "" if low is None else str(low), reason
    yield "high", "" if high is None else str(high), reason
