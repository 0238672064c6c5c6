"""Hold a chart of reported casualties to a contract: what an honest one must show.

The clauses follow the BBC's guidelines (first figures often prove wrong; attribute them), the Standards for
Casualty Recording (Every Casualty: sources described, ranges allowed) and the Human Rights Data Analysis
Group (recorded patterns are not what happened). They check what a program can; not whether to draw at all.
"""

from typing import TYPE_CHECKING

from whosays.charts.contract.axes import direction, legend, twin, zero
from whosays.charts.contract.breach import Breach, Check
from whosays.charts.contract.figures import bound, one_source, total
from whosays.charts.contract.wordings import alt, as_of, source, title, unit
from whosays.charts.facts import read_facts

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from whosays.case import Case, CaseRows

__all__ = ["CLAUSES", "Breach", "breaches", "check_chart"]

CLAUSES: dict[str, str] = {
    "empty": "Figures are drawn as bars, lines or points; where there are none, no other clause is asked.",
    "unit": "The label of the value axis says what is counted.",
    "reported": "The label of the value axis, or the title, says that the figures are reported.",
    "source": "The words on the chart say who reported.",
    "as_of": "The chart says as of when the figures are.",
    "floor": "A floor or a ceiling neither looks nor reads like a plain figure.",
    "zero": "Bars stand on zero, or in a stack on one another, and their axis has even steps.",
    "direction": "More is higher up, or further to the right.",
    "twin": "Charts that lie on each other have one scale.",
    "legend": "Where several series have labels, a reader sees them.",
    "sum": "A sum of reports about two sides says what it takes for granted.",
    "series": "One line holds the figures of one source.",
    "title": "The title claims no more than reports can show.",
    "alt": "A text alternative says what is seen, who reported it, and what the chart does not show.",
}
_CHECKS: tuple[Check, ...] = (
    unit, source, as_of, bound, zero, direction, legend, total, one_source, title,
)  # fmt: skip


def check_chart(figure: "Figure | Axes", case: "Case | CaseRows") -> list[Breach]:
    """Return every breach of the contract in *figure*, a chart of reports of *case*; empty when it holds.

    Works on any matplotlib figure, however it was drawn.
    """
    from whosays.charts.facts import facts  # brings matplotlib, which judging facts can do without

    return breaches(facts(figure), case)


def breaches(stored: object, case: "Case | CaseRows") -> list[Breach]:
    """Return every breach of the contract in a chart of reports of *case*, by the facts *stored* of it.

    *stored* is what facts.facts() returned, perhaps read back from a file.
    Raises ValueError for any other value, and says what is not as it should be.
    """
    read = read_facts(stored)
    panels = [panel for panel in read["panels"] if panel["series"]]
    if not panels:
        message = "No bars, lines or points are drawn from which a figure could be read."
        return [Breach("empty", message, 'ax.step(times, values, where="post", label="who reported")')]
    found = [breach for check in _CHECKS for panel in panels for breach in check(panel, case.rows)]
    found += [*twin(panels), *alt(read["alt"], case.rows)]
    order = list(CLAUSES)
    return sorted(dict.fromkeys(found), key=lambda breach: order.index(breach.clause))
