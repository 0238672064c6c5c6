"""Clauses about the words of a chart: what is counted, who reported it, and as of when."""

import re
from collections.abc import Iterator

from whosays.case.rows import CaseRows
from whosays.charts.contract.breach import Breach, Panel, counted, names, says, value_axis, words_of

_UNIT = re.compile(
    r"people|persons|deaths?|dead|killed|injur|wounded|bodies|citizens|civilians|soldiers|servicemen|evacuated|"
    r"displaced|missing|casualt|victims|residents", re.I
)  # fmt: skip
_REPORTED = re.compile(r"report|according to|\bsaid\b|stated|as given by|claim", re.I)
_AS_OF = re.compile(
    r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\b|\b(19|20)\d\d\b|as of|\d\d:\d\d|"
    r"\b(days?|dates?|times?) not known", re.I
)  # fmt: skip
_OVERCLAIM = re.compile(
    r"\b(proves?|proof|truth|true|real|actual|in fact|lost more|suffered|worst|massacre|killed by|"
    r"more deadly|deadlier|winner|victory|total dead|total death)\b", re.I
)  # fmt: skip
_LIMIT = re.compile(r"not|cannot|only|unknown|may|at least|nothing|without|except|no ", re.I)
_ALT_WORDS = 40


def unit(panel: Panel, case: CaseRows) -> Iterator[Breach]:
    """Find a value axis that does not say what is counted, or that it is what was reported."""
    label = panel[f"{value_axis(panel)}label"]
    line = f'ax.set_{value_axis(panel)}label("{counted(panel, case)} reported (people)")'
    if not _UNIT.search(label):
        yield Breach("unit", f"The label of the value axis, {label!r}, does not say what is counted.", line)
    if not _REPORTED.search(f"{label} {panel['title']}"):
        yield Breach("reported", "Neither label nor title says that the figures are reported.", line)


def source(panel: Panel, case: CaseRows) -> Iterator[Breach]:
    """Find a chart that names no source of the case."""
    if not _names_any(words_of(panel), case):
        message = f"No word on the chart says who reported.{_no_office(words_of(panel), case)}"
        remedy = 'ax.step(times, values, label="Health Ministry"); ax.legend()'
        if any(one["bars"] for one in panel["series"]):
            bar = "barh" if panel["lying"] else "bar"
            remedy = f'ax.{bar}(["Health Ministry", "Foreign Ministry"], values)'
        yield Breach("source", message, remedy)


def as_of(panel: Panel, case: CaseRows) -> Iterator[Breach]:
    """Find a chart without any time, that does not say either that the time is not known."""
    if not panel["dates"] and not _AS_OF.search(words_of(panel)):
        remedy = f'ax.set_title("{counted(panel, case)} as reported by 18 September")'
        yield Breach("as_of", "The chart does not say as of when the figures are.", remedy)


def title(panel: Panel, case: CaseRows) -> Iterator[Breach]:
    """Find a title that states as a fact what was reported."""
    said = _OVERCLAIM.search(panel["title"])
    if said and not _REPORTED.search(panel["title"]):
        message = f"The title says {said[0]!r}, which reports cannot show."
        remedy = f'ax.set_title("{counted(panel, case)} as reported by two parties to the fighting")'
        yield Breach("title", message, remedy)


def alt(words: str, case: CaseRows) -> Iterator[Breach]:
    """Find what the text alternative *words* lack."""
    line = 'show(fig, "Steps from ... to ..., as reported by .... It does not show ....")'
    needed = {
        f"at least {_ALT_WORDS} words": len(words.split()) >= _ALT_WORDS,
        "a source": _names_any(words, case),
        "a figure": bool(re.search(r"\d", words)),
        "a limit, such as what it does not show": bool(_LIMIT.search(words)),
    }
    missing = [fault for fault, holds in needed.items() if not holds]
    if not words:
        yield Breach("alt", "There is no text alternative for readers who cannot see the chart.", line)
    elif missing:
        yield Breach("alt", f"The text alternative lacks {', '.join(missing)}.", line)


def _no_office(words: str, case: CaseRows) -> str:
    """Return what to say where *words* hold a name that names no office, such as that of a country."""
    for row in case.sources.values():
        name = row["name"]
        bare, _, note = name.partition(" (")
        if note and " " not in bare and says(words, bare):
            return f" The name “{bare}” names no office: write which one spoke, or “{name}”."
    return ""


def _names_any(words: str, case: CaseRows) -> bool:
    return any(names(words, row["name"]) for row in case.sources.values())
