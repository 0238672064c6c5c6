"""Rules of relays.csv: what was told has a beginning, and nobody tells it before."""

from collections import defaultdict
from collections.abc import Iterator

from whosays.case import times
from whosays.case.problem import Problem
from whosays.case.tables import Table
from whosays.case.values import Unsaid

Numbered = list[tuple[int, dict[str, str]]]


def relay_problems(table: Table) -> Iterator[Problem]:
    """Yield every row of relays.csv that contradicts itself, or the other rows of its figure."""
    figures: dict[str, Numbered] = defaultdict(list)
    for number, row in table.numbered:
        figures[row["figure"]].append((number, row))
    for rows in figures.values():
        found = [*_of_one_row(rows), *_circles(rows), *_without_beginning(rows), *_backwards(rows)]
        for number, column, message in found:
            yield Problem(table.schema.file, number, column, message)


def _of_one_row(rows: Numbered) -> Iterator[tuple[int, str, str]]:
    for number, row in rows:
        if row["took_from"] == row["teller"]:
            yield number, "took_from", f"{row['teller']} took it from itself; write not_said, with how states"
        if row["how"] == "states" and row["took_from"] != Unsaid.NOT_SAID:
            yield (
                number,
                "how",
                f"states is for an origin, and this was taken from {row['took_from']}; correct one",
            )
        if (row["value"] == Unsaid.NONE) != (row["bound"] == Unsaid.NONE):
            yield number, "bound", "none stands where value is none, and only there; correct one of the two"


def _circles(rows: Numbered) -> Iterator[tuple[int, str, str]]:
    left = [(number, row) for number, row in rows if row["took_from"] != row["teller"]]
    while True:  # take away who took it from nobody left, and from whom nobody left took it
        tellers, sources = {row["teller"] for _, row in left}, {row["took_from"] for _, row in left}
        kept = [(n, row) for n, row in left if row["took_from"] in tellers and row["teller"] in sources]
        if len(kept) == len(left):
            break
        left = kept
    for number, row in left:
        circle = f"{row['teller']} took it from {row['took_from']}, and the trail leads back in a circle"
        yield number, "took_from", f"{circle}; correct one of its rows"


def _without_beginning(rows: Numbered) -> Iterator[tuple[int, str, str]]:
    tellers = {row["teller"] for _, row in rows}
    for number, row in rows:
        if row["took_from"] not in (*tellers, Unsaid.NOT_SAID):
            message = (
                f"no row says how {row['took_from']} has {row['figure']}; add one, with took_from not_said"
            )
            yield number, "took_from", message


def _backwards(rows: Numbered) -> Iterator[tuple[int, str, str]]:
    stated = {row["teller"]: row for _, row in rows if row["how"] == "states"}
    for number, row in rows:
        if row["took_from"] not in stated:
            continue
        first = stated[row["took_from"]]
        try:
            then, now = times.read(first["as_of"]), times.read(row["as_of"])
        except ValueError:  # said elsewhere
            continue
        if then and now and now.certainly_before(then):
            message = (
                f"{row['as_of']} is before {first['as_of']}, when {row['took_from']} stated it; correct one"
            )
            yield number, "as_of", message
