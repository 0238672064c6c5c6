"""Hold a chart of reported casualties to a contract: what an honest one must show.

The clauses follow the BBC's guidelines (first figures often prove wrong; attribute them), the Standards for
Casualty Recording (Every Casualty: sources described, ranges allowed) and the Human Rights Data Analysis
Group (recorded patterns are not what happened). They check what a program can; not whether to draw at all.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from whosays import marks
from whosays.case import Case
from whosays.figure import alt_text

_UNIT = re.compile(
    r"people|persons|deaths?|dead|killed|injur|wounded|bodies|citizens|civilians|soldiers|servicemen|evacuated|"
    r"displaced|missing|casualt|victims|residents", re.I
)  # fmt: skip
_REPORTED = re.compile(r"report|according to|\bsaid\b|stated|as given by|claim", re.I)
_AS_OF = re.compile(
    r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\b|\b(19|20)\d\d\b|as of|\d\d:\d\d", re.I
)  # fmt: skip
_FLOOR = re.compile(r"at least|more than|or more|over \d|no fewer|minimum|floor|≥|\d\+", re.I)
_ASSUMED = re.compile(r"assum|\bif (no|none|nobody)|overlap|on both lists|counted twice|nobody is on", re.I)
_OVERCLAIM = re.compile(
    r"\b(proves?|proof|truth|true|real|actual|in fact|lost more|suffered|worst|massacre|killed by|"
    r"more deadly|deadlier|winner|victory|total dead|total death)\b", re.I
)  # fmt: skip
_LIMIT = re.compile(r"not|cannot|only|unknown|may|at least|nothing|without|except|no ", re.I)
_ALT_WORDS = 40


class Breach(NamedTuple):
    """Name a *clause* of the contract, what breaks it, and one line that mends it."""

    clause: str
    message: str
    remedy: str


def check_chart(figure: Figure | Axes, case: Case) -> list[Breach]:
    """Return every breach of the contract in *figure*, a chart of reports of *case*; empty when it holds.

    Works on any matplotlib figure, however it was drawn.
    """
    marks.settle(figure)
    drawn = [ax for ax in marks.axes_of(figure) if marks.series(ax)]
    if not drawn:
        return [
            Breach(
                "empty", "Nothing is drawn yet.", 'ax.step(times, values, where="post", label="who reported")'
            )
        ]
    found = [breach for clause in _CLAUSES for ax in drawn for breach in clause(ax, case)]
    return [*dict.fromkeys(found), *_alt(figure, case)]


def _unit(ax: Axes, case: Case) -> Iterator[Breach]:
    label = ax.get_xlabel() if marks.lying(ax) else ax.get_ylabel()
    line = f'ax.set_{"x" if marks.lying(ax) else "y"}label("Deaths reported (people)")'
    if not _UNIT.search(label):
        yield Breach("unit", f"The label of the value axis, {label!r}, does not say what is counted.", line)
    if not _REPORTED.search(label + marks.title(ax)):
        yield Breach("reported", "Neither label nor title says that the figures are reported.", line)


def _source(ax: Axes, case: Case) -> Iterator[Breach]:
    if not _names_source(marks.words(ax), case):
        remedy = 'ax.step(times, values, label="Health Ministry"); ax.legend()'
        yield Breach("source", "No word on the chart says who reported.", remedy)


def _as_of(ax: Axes, case: Case) -> Iterator[Breach]:
    if not marks.dates(ax) and not _AS_OF.search(marks.words(ax)):
        remedy = 'ax.set_title("Deaths as reported by 18 September")'
        yield Breach("as_of", "The chart does not say as of when the figures are.", remedy)


def _floor(ax: Axes, case: Case) -> Iterator[Breach]:
    reports = case.reports[case.reports["value"].notna()]
    open_ended = reports["low"].isna() | reports["high"].isna()
    # A number that most reports of one measure print as exact is nobody's floor.
    shares = open_ended.groupby([reports["value"], reports["measure"]]).mean().groupby("value").min()
    held = set(shares.index[shares > 0.5])
    words = marks.words(ax)
    for series in marks.series(ax):
        for value in dict.fromkeys(series.values):
            if value in held and not series.bound and not _FLOOR.search(words):
                message = (
                    f"{value:.0f} was reported as a floor or a ceiling, and is drawn like a plain figure."
                )
                yield Breach("floor", message, "ax.errorbar(x, y, yerr=5, lolims=True)")


def _zero(ax: Axes, case: Case) -> Iterator[Breach]:
    axis = ax.xaxis if marks.lying(ax) else ax.yaxis
    low, high = sorted(axis.get_view_interval())
    if any(series.bars for series in marks.series(ax)) and (
        low > 0 or high < 0 or axis.get_scale() != "linear"
    ):
        line = f"ax.set_{'x' if marks.lying(ax) else 'y'}lim({'left' if marks.lying(ax) else 'bottom'}=0)"
        yield Breach("zero", "The bars do not start at zero, so their lengths cannot be compared.", line)


def _sum(ax: Axes, case: Case) -> Iterator[Breach]:
    both = case.reports[(case.reports["side"] == "both") & (case.reports["source_kind"] != "database")]
    sides = case.reports[case.reports["side"] != "both"]
    sums = set(both["value"].dropna()) - set(sides["value"].dropna())
    words = marks.words(ax)
    for value in dict.fromkeys(v for series in marks.series(ax) for v in series.values):
        if value in sums and not _ASSUMED.search(words):
            message = (
                f"{value:.0f} adds reports of two sides. The chart does not say what that takes for granted."
            )
            yield Breach(
                "sum", message, 'ax.set_title("Sum of two reports, assuming nobody is on both lists")'
            )


def _series(ax: Axes, case: Case) -> Iterator[Breach]:
    official = case.reports[case.reports["source_kind"] == "government"]
    by_source = {str(name): set(rows["value"].dropna()) for name, rows in official.groupby("source_name")}
    for series in marks.series(ax):
        values = set(series.values)
        if series.bars or len(values) < 3 or any(values <= known for known in by_source.values()):
            continue
        told = [name for name, known in by_source.items() if len(values & known) >= len(values) - 1]
        odd = [v for name in told[:1] for v in sorted(values - by_source[name])]
        others = [name for name, known in by_source.items() if odd and odd[0] in known]
        if told and others:
            message = f"{odd[0]:.0f} is a figure of the {others[0]}, the others are of the {told[0]}."
            yield Breach("series", message, "one ax.step(...) with its own label for each source")


def _title(ax: Axes, case: Case) -> Iterator[Breach]:
    said = _OVERCLAIM.search(marks.title(ax))
    if said and not _REPORTED.search(marks.title(ax)):
        message = f"The title says {said[0]!r}, which reports cannot show."
        yield Breach("title", message, 'ax.set_title("Deaths as reported by two parties to the fighting")')


def _alt(figure: Figure | Axes, case: Case) -> Iterator[Breach]:
    words, line = (
        alt_text(figure),
        'show(fig, "Steps from ... to ..., as reported by .... It does not show ....")',
    )
    missing = [
        fault
        for fault, holds in {
            f"at least {_ALT_WORDS} words": len(words.split()) >= _ALT_WORDS,
            "a source": _names_source(words, case),
            "a figure": bool(re.search(r"\d", words)),
            "a limit, such as what it does not show": bool(_LIMIT.search(words)),
        }.items()
        if not holds
    ]
    if not words:
        yield Breach("alt", "There is no text alternative for readers who cannot see the chart.", line)
    elif missing:
        yield Breach("alt", f"The text alternative lacks {', '.join(missing)}.", line)


def _names_source(words: str, case: Case) -> bool:
    """Say whether *words* name a source of the case, by its name or a telling part of it."""
    text = words.lower()
    for name in case.sources["name"]:
        bare = re.sub(r"\s*\(.*?\)", "", name.lower())
        parts = [bare, bare.removeprefix("the "), *re.findall(r"\w+ ministry", bare)]
        if any(len(part) > 1 and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) for part in parts):
            return True
    return False


_CLAUSES: tuple[Callable[[Axes, Case], Iterator[Breach]], ...] = (
    _unit, _source, _as_of, _floor, _zero, _sum, _series, _title,
)  # fmt: skip
