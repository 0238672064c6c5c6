"""Clauses on how a chart is drawn: shapes, bars, axes, legends, and charts beside and on each other."""

import re
from collections.abc import Iterator
from itertools import combinations

from whosays.charts.contract.breach import Breach, Panel, bars_of, says, value_axis, words_of
from whosays.charts.contract.resolve import Reading

_SPANS = re.compile(
    r"overlap|on both lists|\branges?\b|between \d|\blow(?:est)? (?:and|to|–) high(?:est)?\b|interval", re.I
)
_SHAPES = {
    "pie": "A pie makes parts of one whole out of figures of several sources, and no axis says how many",
    "circle": "Areas of circles are read as less, or as more, than they stand for",
    "bubble": "Points of several sizes show figures by areas, which no axis says",
    "polygon": "A filled shape has no heights that were reported",
    "patch": "A shape that is no bar, line or point has no axis to be read on",
    "image": "Colours stand for figures, and a reader cannot read a figure off a colour",
    "3d": "In three dimensions no height can be read off an axis",
    "polar": "Round an angle lengths and areas grow otherwise than the figures",
}  # fmt: skip
_UNEQUAL = 1.08  # as far as two scales may differ before a reader sees unequal heights


def shape(reading: Reading) -> Iterator[Breach]:
    """Find shapes from which no figure can be read, and areas piled on each other."""
    bar = f"ax.bar([{reading.names}], values)"
    for kind in reading.panel["shapes"]:
        yield Breach("shape", f"{_SHAPES.get(kind, _SHAPES['patch'])}.", bar)
    piled = any(one["form"] == "area" and any(one["starts"]) for one in reading.panel["series"])
    if piled and not _SPANS.search(reading.words):
        message = "An area stands on another one, so that its figure cannot be read, and its edge is a sum."
        line = 'one ax.step(times, values, where="post", label="...") for each source'
        yield Breach("shape", message, line)


def zero(reading: Reading) -> Iterator[Breach]:
    """Find bars whose lengths do not follow the figures: they do not start at zero, or steps are uneven."""
    panel = reading.panel
    bars, axis, name = bars_of(panel), panel["value_axis"], value_axis(panel)
    grounds = {0.0, *(end for _, end in bars)}
    filled = bars or [one for one in panel["series"] if one["form"] == "area"]
    if not filled:
        return
    low, high = sorted((axis["low"], axis["high"]))
    if axis["scale"] != "linear":
        message = (
            f"The bars stand on a {axis['scale']} axis, on which their lengths do not follow the figures."
        )
        yield Breach("zero", message, f'ax.set_{name}scale("linear")')
    elif low > 0 or high < 0:
        line = f"ax.set_{name}lim({'left' if panel['lying'] else 'bottom'}=0)"
        yield Breach("zero", "The bars do not start at zero, so their lengths cannot be compared.", line)
    elif any(end > high * 1.001 for _, end in bars):
        end = f"{'right' if panel['lying'] else 'top'}={max(end for _, end in bars) * 1.1:.0f}"
        line = f"ax.set_{name}lim({end})"
        yield Breach("zero", "A bar reaches over the end of its axis, so its length cannot be seen.", line)
    elif any(start not in grounds for start, _ in bars) and not _SPANS.search(words_of(panel)):
        message = "A bar stands neither on zero nor on another bar, and no word says what it spans."
        yield Breach("zero", message, f"ax.bar{'h' if panel['lying'] else ''}(names, values)")


def direction(reading: Reading) -> Iterator[Breach]:
    """Find a value axis that runs backwards, on which more looks like less, and a time that does."""
    panel = reading.panel
    if panel["value_axis"]["low"] > panel["value_axis"]["high"]:
        message = "The value axis runs backwards, so that more looks like less."
        yield Breach("direction", message, f"ax.invert_{value_axis(panel)}axis()")
    other = panel["other_axis"]
    backwards = panel["dated"] and other["low"] > other["high"]
    if backwards or (not panel["lying"] and _days_run_backwards(reading)):
        message = "Time runs backwards, so that later reports stand before earlier ones."
        line = (
            f"ax.invert_{'y' if panel['lying'] else 'x'}axis()"
            if backwards
            else "put the bars in the order of time"
        )
        yield Breach("direction", message, line)


def _days_run_backwards(reading: Reading) -> bool:
    """Say whether days that are written under the values of one source run from later to earlier."""
    from whosays.charts.contract.moments import window

    turned = reading.panel["other_axis"]["low"] > reading.panel["other_axis"]["high"]
    for one in reading.panel["series"]:
        days = [window(words, reading.year) for words in one["names"]]
        if len(days) < 2 or not one["at"] or any(day is None or day.whole for day in days):
            continue
        if len({reading.offices.named(words) for words in one["names"]}) > 1:
            continue
        order = [day.first for _, day in sorted(zip(one["at"], days, strict=True), reverse=turned) if day]
        if order != sorted(order) and order == sorted(order, reverse=True):
            return True
    return False


def legend(reading: Reading) -> Iterator[Breach]:
    """Find labels of several series that stand neither in a legend nor beside the series."""
    panel = reading.panel
    labels = list(dict.fromkeys(one["label"] for one in panel["series"] if one["label"]))
    bare = [one for one in panel["series"] if one["label"] and not one["called"] and not any(one["names"])]
    unseen = [label for label in labels if not says(reading.words, label)]
    # A legend may name its entries otherwise than the series are labelled, and a label may stand at the line.
    if len(labels) > 1 and unseen and bare and len(panel["legend"]) < len(labels):
        message = f"{len(labels)} series have labels, and a reader does not see {unseen[0]!r}."
        yield Breach("legend", message, "ax.legend()")


def twin(panels: list[Panel]) -> Iterator[Breach]:
    """Find charts that lie on each other with two scales: where they meet is up to whoever draws them."""
    for one, other in combinations(panels, 2):
        if one["frame"] == other["frame"] and one["value_axis"] != other["value_axis"]:
            message = "Two charts with two scales lie on each other, so that heights cannot be compared."
            yield Breach("twin", message, "fig, (above, below) = plt.subplots(2, sharex=True, sharey=True)")


def scale(readings: list[Reading]) -> Iterator[Breach]:
    """Find charts of one measure beside each other, or one in another, with unequal scales."""
    for one, other in combinations(readings, 2):
        a, b = one.panel, other.panel
        if a["frame"] == b["frame"] or a["lying"] != b["lying"] or not a["place"] or not b["place"]:
            continue
        if one.families and other.families and not one.families & other.families:
            continue
        if a["value_axis"]["scale"] != b["value_axis"]["scale"] or _differ(_per_inch(a), _per_inch(b)):
            message = (
                "Two charts of one measure have unequal scales, so that equal figures have unequal heights."
            )
            name = value_axis(a)
            yield Breach("scale", message, f"fig, axes = plt.subplots(1, 2, share{name}=True)")
            return


def _per_inch(panel: Panel) -> float:
    axis, length = panel["value_axis"], panel["place"][2 if panel["lying"] else 3]
    return abs(float(axis["high"] - axis["low"])) / max(float(length), 1e-9)


def _differ(one: float, other: float) -> bool:
    low, high = sorted((one, other))
    return bool(high > low * _UNEQUAL)
