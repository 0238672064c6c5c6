"""The clause on telling sources apart: each name can be seen, and belongs to a mark without its colour."""

import re
from collections.abc import Iterator
from itertools import combinations

from whosays.charts.contract.breach import Breach
from whosays.charts.contract.resolve import MEDIA, Reading
from whosays.charts.contract.sums import is_told_sum

_CONTRAST = 3.0  # as WCAG 2 asks of graphical objects
_CONTRAST_OF_GREYS = 1.7  # who draws in greys means them to be told apart
Series = dict[str, object]


def apart(reading: Reading) -> Iterator[Breach]:
    """Find names that nobody sees, marks that nobody can give to a source, and colour that alone tells."""
    yield from _unseen(reading)
    if len(_makers(reading, reading.sources)) > 1 and (value := _nobodys(reading)):
        message = f"Nothing beside {value} says whose figure it is, and the chart names several sources."
        yield Breach("apart", message, f"ax.set_xticks([0, 1], [{reading.names}])")
    for one, other in combinations(_in_legend(reading), 2):
        if _look_alike(str(one["look"]), str(other["look"])) and one["called"] != other["called"]:
            message = f"Only colour tells {one['called'][0]!r} from {other['called'][0]!r}."  # type: ignore[index]
            hatch = 'ax.bar(..., hatch="//")' if one["bars"] else 'ax.step(..., linestyle="--", marker="s")'
            yield Breach("apart", message, hatch)
            return


def _unseen(reading: Reading) -> Iterator[Breach]:
    """Find a source that only words name which nobody sees."""
    seen = frozenset().union(*(reading.offices.named(words) for words in reading.panel["words"]))
    for words in reading.panel["hidden"]:
        if reading.offices.named(words) - seen:
            message = (
                f"Nobody can see “{words[:60]}”: too small, off the page, or in the colour of the ground."
            )
            yield Breach(
                "apart",
                message,
                'ax.text(0, -0.2, "Source: ...", transform=ax.transAxes, fontsize=9, color="black")',
            )
            return


def _makers(reading: Reading, named: frozenset[str]) -> frozenset[str]:
    makers = {name for name in named if reading.case.sources[name]["kind"] not in MEDIA}
    return frozenset(makers or named)


def _nobodys(reading: Reading) -> str:
    """Return a value that no word beside it gives to a source; empty where there is none."""
    named = {value.number for value in reading.values if reading.offices.named(value.words)}
    known = [one for one in reading.panel["series"] if one["at"]]
    if not known or len({value.number for value in reading.values}) < 2:
        return ""
    free = [value for value in reading.values if not reading.offices.named(value.words)]
    free = [value for value in free if value.number not in named and not is_told_sum(value, reading)]
    # Marks may repeat what stands at the end of a line; where most have a name, the others can be found.
    return (
        str(free[0])
        if 3 * len({value.number for value in free}) >= len({v.number for v in reading.values})
        else ""
    )


def _in_legend(reading: Reading) -> list[Series]:
    """Return the series that a legend, and nothing else, gives to a source."""
    entries = set(reading.panel["legend"])
    return [
        one for one in reading.panel["series"]
        if one["called"] and set(one["called"]) <= entries
        and not any(reading.offices.named(words) for words in [*one["names"], *one["notes"]])
    ]  # fmt: skip


def _look_alike(one: str, other: str) -> bool:
    """Say whether two looks differ in nothing but colours of like lightness."""
    (colour, _, shape), (other_colour, _, other_shape) = one.partition(" "), other.partition(" ")
    greys = all(len({name[1:3], name[3:5], name[5:7]}) == 1 for name in (colour, other_colour))
    least = _CONTRAST_OF_GREYS if greys else _CONTRAST
    return shape == other_shape and bool(colour) and _contrast(colour, other_colour) < least


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance of *colour*, "#rrggbb", as WCAG 2 defines it."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        return 0.0
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
