"""Clauses about how a chart is drawn: bars, axes, legends, and charts on top of each other."""

import re
from collections.abc import Iterator
from itertools import combinations

from whosays.case.rows import CaseRows
from whosays.charts.contract.breach import Breach, Panel, bars_of, says, value_axis, words_of

_SPANS = re.compile(r"overlap|on both lists|\branges?\b|between \d", re.I)


def zero(panel: Panel, case: CaseRows) -> Iterator[Breach]:
    """Find bars whose lengths do not follow the figures: they do not start at zero, or steps are uneven."""
    bars, axis, name = bars_of(panel), panel["value_axis"], value_axis(panel)
    grounds = {0.0, *(end for _, end in bars)}
    if not bars:
        return
    if axis["scale"] != "linear":
        message = (
            f"The bars stand on a {axis['scale']} axis, on which their lengths do not follow the figures."
        )
        yield Breach("zero", message, f'ax.set_{name}scale("linear")')
    elif min(axis["low"], axis["high"]) > 0 or max(axis["low"], axis["high"]) < 0:
        line = f"ax.set_{name}lim({'left' if panel['lying'] else 'bottom'}=0)"
        yield Breach("zero", "The bars do not start at zero, so their lengths cannot be compared.", line)
    elif any(start not in grounds for start, _ in bars) and not _SPANS.search(words_of(panel)):
        message = "A bar stands neither on zero nor on another bar, and no word says what it spans."
        yield Breach("zero", message, f"ax.bar{'h' if panel['lying'] else ''}(names, values)")


def direction(panel: Panel, case: CaseRows) -> Iterator[Breach]:
    """Find a value axis that runs backwards, on which more looks like less."""
    if panel["value_axis"]["low"] > panel["value_axis"]["high"]:
        message = "The value axis runs backwards, so that more looks like less."
        yield Breach("direction", message, f"ax.invert_{value_axis(panel)}axis()")


def legend(panel: Panel, case: CaseRows) -> Iterator[Breach]:
    """Find labels of several series that stand neither in a legend nor beside the series."""
    labels = list(dict.fromkeys(one["label"] for one in panel["series"] if one["label"]))
    unseen = [label for label in labels if not says(words_of(panel), label)]
    # A legend may name its entries otherwise than the series are labelled.
    if len(labels) > 1 and unseen and len(panel["legend"]) < len(labels):
        message = f"{len(labels)} series have labels, and a reader does not see {unseen[0]!r}."
        yield Breach("legend", message, "ax.legend()")


def twin(panels: list[Panel]) -> Iterator[Breach]:
    """Find charts that lie on each other with two scales: where they meet is up to whoever draws them."""
    for one, other in combinations(panels, 2):
        if one["frame"] == other["frame"] and one["value_axis"] != other["value_axis"]:
            message = "Two charts with two scales lie on each other, so that heights cannot be compared."
            yield Breach("twin", message, "fig, (above, below) = plt.subplots(2, sharex=True)")
