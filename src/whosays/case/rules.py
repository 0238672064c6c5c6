"""Rules that hold across columns and tables: what one cell says must not contradict another."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from whosays.case import case_toml, derived, files, times
from whosays.case.case_toml import About
from whosays.case.problem import Problem
from whosays.case.rules_of_relays import relay_problems
from whosays.case.rules_of_wording import wording_faults
from whosays.case.schema import BOTH
from whosays.case.tables import Table, key_problems
from whosays.case.values import Unsaid

Row = Mapping[str, str]
Fault = tuple[str, str]  # a column, and what is wrong with its cell


def problems(about: About, tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Yield every contradiction between the cells of a row, between rows, and with case.toml."""
    yield from _unknown_names(about, tables)
    yield from key_problems(tables)
    claims = {row["id"]: row["words"] for row in tables["claims"].rows}
    rules: dict[str, Callable[[Row], Iterator[Fault]]] = {
        "sources": lambda row: _source_faults(row, about),
        "claims": lambda row: _claim_faults(row, about),
        "reports": _report_faults,
        "wording": lambda row: wording_faults(row, claims),
    }
    for name, table in tables.items():
        for number, row in table.numbered:
            for column, message in (*_address_faults(row, about), *rules.get(name, _none)(row)):
                yield Problem(table.schema.file, number, column, message)
    yield from relay_problems(tables["relays"])


def _none(row: Row) -> Iterator[Fault]:
    return iter(())


def _unknown_names(about: About, tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Yield where case.toml names a claim or a source that the tables do not have."""
    ids = {name: {row["id"] for row in table.rows} for name, table in tables.items()}
    if about.statement and about.statement not in ids["claims"]:
        message = f"statement {about.statement!r:.40} is not the id of a claim; name one of claims.csv"
        yield Problem(case_toml.NAME, None, None, message)
    for outlet in (about.text.outlet, *(more.outlet for more in about.files)):
        if outlet and outlet not in ids["sources"]:
            message = f"outlet {outlet!r:.40} is not the id of a source; name one of sources.csv"
            yield Problem(case_toml.NAME, None, None, message)


def _address_faults(row: Row, about: About) -> Iterator[Fault]:
    """Yield an address that looks like a file of the case and is none."""
    address = row.get("address", "")
    looks_like_one = files.INSIDE.fullmatch(address) and PurePosixPath(address).suffix in files.MEDIA
    if looks_like_one and address not in about.paths:
        yield "address", f"{address!r:.80} is no file of the case; name it in case.toml, or write its address"


def _source_faults(row: Row, about: About) -> Iterator[Fault]:
    if row["is_party"] == "yes" and row["side"] not in (*about.sides, BOTH):
        sides = ", ".join(about.sides)
        yield (
            "is_party",
            f"a party speaks for a side ({sides}), not for {row['side']!r}; correct one of the two",
        )


def _claim_faults(row: Row, about: About) -> Iterator[Fault]:
    if (row["carrier_basis"] == Unsaid.NONE) != (row["carrier"] == about.text.outlet):
        itself = f"none stands where the article itself ({about.text.outlet}) speaks, and only there"
        yield (
            "carrier_basis",
            f"{row['carrier_basis']!r} with carrier {row['carrier']!r}: {itself}; correct one",
        )
    if (row["counted"] == Unsaid.NONE) != (row["quantity"] == Unsaid.NONE):
        yield (
            "counted",
            "says what is counted where there is no number, or not where there is one; correct it",
        )
    if row["low"].isdecimal() and row["high"].isdecimal() and int(row["low"]) > int(row["high"]):
        yield "low", f"{row['low']} is above high {row['high']}; swap or correct them"
    happened, told = (_time(row[column]) for column in ("event_time", "report_time"))
    if happened and told and told.certainly_before(happened):
        yield "report_time", f"{row['report_time']} is before the event of {row['event_time']}; correct one"
    printed = times.read(about.published.isoformat())
    for column, time in (("event_time", happened), ("report_time", told)):
        if time and printed and printed.certainly_before(time):
            yield (
                column,
                f"{row[column]} is after {about.published}, when the article was printed; correct it",
            )


def _report_faults(row: Row) -> Iterator[Fault]:
    whole = row["value"].isdecimal() or not row["value"]
    if whole and row["qualifier"] in (*derived.HELD, derived.NO_FIGURE):
        try:
            derived.of_report(row["value"], row["qualifier"])
        except ValueError as error:
            yield (
                "qualifier",
                f"does not fit the value {row['value']!r:.20} ({error}); correct one of the two",
            )
    through, reported = _time(row["event_through"]), _time(row["reported_at"])
    if through and reported and reported.certainly_before(through):
        earlier = (
            f"{row['reported_at']} is before {row['event_through']}, the last day that the figure covers"
        )
        yield "reported_at", f"{earlier}; correct one of the two"
    if (row["problem"] == Unsaid.NONE) != (row["problem_basis"] == Unsaid.NONE):
        yield "problem_basis", "none stands where problem is none, and only there; correct one of the two"
    if (row["problem_basis"] == "inferred") != (row["inferred"] == "problem"):
        yield (
            "inferred",
            "problem stands where problem_basis is inferred, and only there; correct one of the two",
        )


def _time(text: str) -> times.Time | None:
    """Return what *text* means as a time; None where it is no time, which is said elsewhere."""
    try:
        return times.read(text)
    except ValueError:
        return None
