"""Hold a chart of reported casualties to a contract: what an honest one must show.

The clauses follow the BBC's guidelines (first figures often prove wrong; attribute them), the Standards for
Casualty Recording (Every Casualty: sources described, ranges allowed) and the Human Rights Data Analysis
Group (recorded patterns are not what happened). They check what a program can; not whether to draw at all.
"""

from typing import TYPE_CHECKING, Any

from whosays.charts.contract.alternative import alt
from whosays.charts.contract.apart import apart
from whosays.charts.contract.axes import direction, legend, scale, shape, twin, zero
from whosays.charts.contract.breach import Breach
from whosays.charts.contract.claims import title
from whosays.charts.contract.figure import figure
from whosays.charts.contract.floors import approximate, bound
from whosays.charts.contract.lines import one_source, scope, steps
from whosays.charts.contract.resolve import Reading
from whosays.charts.contract.said_numbers import said
from whosays.charts.contract.sums import total
from whosays.charts.contract.wordings import as_of, source, unit
from whosays.charts.facts import read_facts

if TYPE_CHECKING:
    from whosays.case import Case, CaseRows

__all__ = ["CLAUSES", "Breach", "breaches", "check_chart"]

CLAUSES: dict[str, str] = {
    "empty": "Figures are drawn as bars, lines or points; where there are none, no other clause is asked.",
    "shape": "Figures can be read on an axis: no pie, no picture, no third dimension, no area on another.",
    "unit": "The label of the value axis says what is counted.",
    "reported": "The label of the value axis, or the title, says that the figures are reported.",
    "source": "The words on the chart say who reported.",
    "as_of": "The chart says as of when the figures are.",
    "figure": "Each figure is one that its source reported, of what is counted, and of that time.",
    "floor": "A floor, a ceiling or an approximate figure neither looks nor reads like an exact one.",
    "scope": "What counts a part of the people, or of the places, says so.",
    "zero": "Bars stand on zero, or in a stack on one another, and their axis has even steps.",
    "direction": "More is higher up, or further to the right, and time runs forwards.",
    "twin": "Charts that lie on each other have one scale.",
    "scale": "Charts of one measure beside each other have equal scales.",
    "legend": "Where several series have labels, a reader sees them.",
    "apart": "A reader sees the name of each source, and tells the sources apart without colour.",
    "sum": "A sum of reports about two sides says what it takes for granted.",
    "series": "One line holds the figures of one source.",
    "steps": "A figure stands until the next report: steps, no slopes, and nothing per day.",
    "title": "The words on the chart claim no more than reports can show.",
    "alt": "A text alternative says what is seen, with figures and sources, and what is not shown.",
}
_CHECKS = (
    shape, unit, source, as_of, figure, bound, approximate, scope, zero, direction, legend, apart, total,
    one_source, steps, said, title,
)  # fmt: skip


def check_chart(figure: Any, case: "Case | CaseRows") -> list[Breach]:
    """Return every breach of the contract in *figure*, a chart of reports of *case*; empty when it holds.

    Works on any matplotlib Figure or Axes, however it was drawn; anything else is a breach, too.
    """
    from whosays.charts.facts import facts  # brings matplotlib, which judging facts can do without

    try:
        found = facts(figure)
    except Exception as error:  # whatever matplotlib itself cannot draw, it cannot tell the facts of
        said = (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
        return [Breach("empty", f"There is no chart to check: {said}.", "check_chart(fig, case)")]
    return breaches(found, case)


def breaches(stored: object, case: "Case | CaseRows") -> list[Breach]:
    """Return every breach of the contract in a chart of reports of *case*, by the facts *stored* of it.

    *stored* is what facts.facts() returned, perhaps read back from a file.
    Raises ValueError for any other value, and says what is not as it should be.
    """
    read = read_facts(stored)
    panels = [panel for panel in read["panels"] if panel["series"] or panel["shapes"]]
    if not panels:
        message = "No bars, lines or points are drawn from which a figure could be read."
        return [Breach("empty", message, 'ax.step(times, values, where="post", label="who reported")')]
    page = "\n".join(words for panel in panels for words in [panel["title"], *panel["words"]])
    readings = [Reading(panel, case.rows, page) for panel in panels]
    found = [breach for check in _CHECKS for reading in readings for breach in check(reading)]
    found += [*twin(panels), *scale(readings), *alt(read["alt"], readings)]
    order = list(CLAUSES)
    return sorted(dict.fromkeys(found), key=lambda breach: order.index(breach.clause))
