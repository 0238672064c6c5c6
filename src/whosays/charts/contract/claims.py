"""The clause on words: what a chart says is no more than reports can show.

Each kind of claim has its words, with all their forms, and its reason: claims.txt. No other word on the chart
switches a claim off: "as reported" beside "massacre" leaves a massacre. What only looks like a claim is none:
bounds ("more than 100"), names of sources, days ("killed by Sunday"), and what is denied ("no final toll").
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from whosays.charts.contract.breach import Breach
from whosays.charts.contract.moments import without_dates
from whosays.charts.contract.resolve import Reading
from whosays.charts.contract.words import any_of, lists


class Kind(NamedTuple):
    """Hold a kind of claim: why reports cannot show it, and the words that make it."""

    reason: str
    words: re.Pattern[str]


_PARTS = {
    "{dead}": rf"(?:{'|'.join(lists()['tolls'])}|numbers? of (?:dead|deaths|killed|injured|victims))",
    "{number}": rf"(?:a |some |about |nearly )?(?:[#\d]|{any_of('number words')}\b)",
    "{reports}": rf"(?!\s+(?:reported|published|printed|official|known)?\s*{any_of('reports')}\b)",
}


@cache
def kinds(sides: tuple[str, ...]) -> tuple[Kind, ...]:
    """Return the kinds of claims that claims.txt lists; *sides* are how names of countries begin."""
    text = (Path(__file__).parent / "claims.txt").read_text("utf-8")
    for name, pattern in {**_PARTS, "{side}": rf"(?:{'|'.join(sides)})\w*"}.items():
        text = text.replace(name, pattern)
    found: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if head := re.match(r"\[\w+\] (.*)", line):
            found.append((head[1], []))
        elif line and not line.startswith("# "):
            found[-1][1].append(line)
    return tuple(Kind(reason, _of(forms)) for reason, forms in found)


def _of(forms: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", re.I)


_DENIED = re.compile(
    rf"(?<![\w-]){any_of('denials')}(?![\w-])(?! (?:doubt|question|wonder|mistake|denying|surprise))", re.I
)
_CLAUSE_ENDS = re.compile(r"[.;:!?\n]|, (?:but|and|yet|so)\b|\bbut\b|\byet\b|—| – ")


def title(reading: Reading) -> Iterator[Breach]:
    """Find words on the chart that compare, rank, blame, name causes, or tell as a fact what was reported."""
    panel = reading.panel
    label = next(iter(reading.families), "")
    counted = {"injured": "Injured", "evacuated": "Evacuated", "missing": "Missing"}.get(label, "Deaths")
    places = {"title": panel["title"], **{f"text {n}": words for n, words in enumerate(panel["words"])}}
    told = set()
    for place, words in places.items():
        if place != "title" and words and words in panel["title"]:
            continue
        for said, reason in claims_in(words, reading):
            if said.lower() not in told:
                told.add(said.lower())
                where = "The title says" if place == "title" else "A text on the chart says"
                remedy = f'ax.set_title("{counted} as reported by two parties to the fighting")'
                if place != "title":
                    remedy = f"take “{words[:50]}” off the chart, or write who reported it"
                yield Breach("title", f"{where} {said!r}, {reason}.", remedy)


def claims_in(words: str, reading: Reading) -> Iterator[tuple[str, str]]:
    """Return every claim in *words*, and why reports cannot show it."""
    text = without_sources(words, reading)
    for kind in kinds(tuple(sorted(reading.offices.sides.values()))):
        for match in kind.words.finditer(text):
            if not is_denied(text, match.start()):
                yield match[0].strip(), kind.reason
                break


def without_sources(words: str, reading: Reading) -> str:
    """Return *words* without names of sources, which may hold any word, and with dates as @."""
    words = reading.offices.whole_names.sub("Office", words)
    return re.sub(r"(?<=by) {2,}", " @ ", without_dates(words))


def is_denied(text: str, place: int) -> bool:
    """Say whether the words before *place*, in its own clause, deny what stands there."""
    before = text[:place]
    starts = [match.end() for match in _CLAUSE_ENDS.finditer(before)]
    return bool(_DENIED.search(before[starts[-1] if starts else 0 :]))
