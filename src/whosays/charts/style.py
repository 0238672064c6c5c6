"""One look for all charts: colours, marks, sizes, and the words that stand for the picture."""

import textwrap
from collections.abc import Iterable, Sequence
from typing import Any
from weakref import WeakKeyDictionary

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import ScaledTranslation

from whosays.charts.shown import describe

WIDTH = 8.0
SMALL, TEXT = 9.0, 10.0
INK, GREY, PALE, GRID = "#222222", "#595959", "#a6a6a6", "#e4e4e4"

# Okabe and Ito's palette for all kinds of colour vision, without its vermilion and yellow: no series is red,
# and every colour can be seen on white. Colour is never alone: marks and dashes differ as well.
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#222222")
MARKS = ("o", "s", "D", "P", "h", "X", "p", "8")
DASHES: tuple[Any, ...] = ("solid", (0, (5, 2)), (0, (6, 2, 1.2, 2)), (0, (10, 3)), (0, (4, 1, 1, 1, 1, 1)))

_told: "WeakKeyDictionary[Axes, tuple[str, pd.DataFrame]]" = WeakKeyDictionary()


def canvas(ax: Axes | None, height: float, width: float = WIDTH) -> Axes:
    """Return *ax*, or the axes of a new figure of *width* by *height* inches that pyplot knows nothing of."""
    if ax is None:
        ax = Figure(figsize=(width, height), facecolor="white", layout="constrained").add_subplot()
    ax.set_facecolor("white")
    ax.tick_params(labelsize=SMALL, colors=INK, length=3)
    ax.spines[["top", "right"]].set_visible(False)
    ax.spines[["left", "bottom"]].set_color(PALE)
    ax.set_axisbelow(True)
    return ax


def blank(ax: Axes, width: float, height: float) -> None:
    """Make *ax* a page of *width* by *height* inches with the origin at the top left and no axis lines."""
    ax.set(xlim=(0, width), ylim=(height, 0))
    ax.set_axis_off()


def title(ax: Axes, words: str) -> None:
    """Put *words* above *ax*, at its left edge."""
    ax.set_title(words, loc="left", fontsize=TEXT + 1, color=INK, pad=10)


def key(ax: Axes, handles: list[Any], below: float, columns: int = 2) -> None:
    """Put a key of *handles* under *ax*, *below* inches under its bottom edge."""
    figure: Any = ax.get_figure(root=True)
    ax.legend(
        handles=handles, loc="upper left", bbox_to_anchor=(0, 0), ncols=columns, fontsize=SMALL,
        bbox_transform=ax.transAxes + ScaledTranslation(0, -below, figure.dpi_scale_trans),
        frameon=False, borderaxespad=0, handlelength=1.8, columnspacing=1.6,
    )  # fmt: skip


def need(table: pd.DataFrame, columns: Sequence[str], name: str) -> None:
    """Raise ValueError, with a remedy, where *table* has no rows or lacks one of *columns*."""
    missing = [column for column in columns if column not in getattr(table, "columns", ())]
    if missing:
        raise ValueError(
            f"the table has no column {', '.join(missing)}; give rows of Case.{name}, such as "
            f"case.{name}.head(), with all their columns"
        )
    if table.empty:
        raise ValueError(f"there are no rows to draw; loosen the condition that picked them from Case.{name}")


def one(table: pd.DataFrame, column: str) -> str:
    """Return the single value of *column*; raise ValueError, with a remedy, where there are several."""
    found = sorted(table[column].unique())
    if len(found) > 1:
        pick = f"reports[reports.{column} == {found[0]!r}]"
        raise ValueError(
            f"these rows mix the {column}s {', '.join(found)}, which do not share an axis; "
            f"draw one {column} per chart, as with {pick}"
        )
    return str(found[0])


def wrap(words: str, width: int) -> str:
    """Return *words* broken into lines of at most *width* characters where they have spaces."""
    return "\n".join(textwrap.wrap(words, width, break_long_words=False)) or words


def listed(items: Iterable[str], most: int = 100) -> str:
    """Return *items* joined by semicolons; those beyond *most* words are counted, not listed."""
    items = list(items)
    kept, used = 0, 0
    while kept < len(items) and used + len(items[kept].split()) <= most:
        used += len(items[kept].split())
        kept += 1
    more = [f"and {len(items) - kept} more in the table"] if kept < len(items) else []
    return "; ".join([*items[:kept], *more])


def alt(first: str, items: Iterable[str], last: str) -> str:
    """Return a text alternative of at most 120 words: *first*, as many *items* as fit, and *last*."""
    room = 114 - len(first.split()) - len(last.split())
    return f"{first} {listed(items, room)}. {last}"


def tell(ax: Axes, words: str, data: pd.DataFrame) -> None:
    """Describe *ax* with *words* and *data*; a figure of several charts keeps those of each."""
    figure = ax.figure
    _told[ax] = (words, data)
    parts = [_told[each] for each in figure.axes if each in _told] or [(words, data)]
    rows = data if len(parts) == 1 else pd.concat([rows for _, rows in parts], ignore_index=True)
    describe(ax, " ".join(text for text, _ in parts), rows)
