"""A statement against its retelling, step by step, each change by colour, sign and word."""

import pandas as pd
from matplotlib.axes import Axes

from whosays.charts import style
from whosays.wording import align

_LOOKS = {
    "same": ("=", "#595959"),
    "replaced": ("~", "#0072B2"),
    "dropped": ("−", "#9C5A00"),
    "added": ("+", "#00734F"),
}
_LINE = 0.21
_WIDTH = 44


def alignment(statement: str, retelling: str, ax: Axes | None = None) -> Axes:
    """Draw *statement* (left) against *retelling* (right), one row for every run of words of one fate.

    A run is the same, replaced, dropped or added; sign, word and colour say which.
    Raises ValueError where a text holds no words.
    """
    steps = align(statement, retelling)
    if not statement.strip() or not retelling.strip() or not steps:
        raise ValueError("there are no words to compare; give two texts")
    rows: list[tuple[str, str, str]] = [
        (step.kind, step.a_span.of(statement), step.b_span.of(retelling)) for step in steps
    ]
    wrapped = [(kind, style.wrap(a, _WIDTH), style.wrap(b, _WIDTH)) for kind, a, b in rows]
    heights = [_LINE * (1 + max(a.count("\n"), b.count("\n"))) + 0.09 for _, a, b in wrapped]
    ax = style.canvas(ax, sum(heights) + 1.0)
    style.blank(ax, style.WIDTH, sum(heights) + 0.4)
    for x, words in ((0.05, "Statement"), (4.75, "Retelling")):
        ax.text(x, 0.2, words, fontsize=style.TEXT, fontweight="bold", color=style.INK, va="center")
    top = 0.4
    for (kind, a, b), height in zip(wrapped, heights, strict=True):
        sign, colour = _LOOKS[kind]
        middle = top + height / 2
        ax.axhline(top, color=style.GRID, linewidth=0.8)
        for x, words in ((0.05, a), (3.55, f"{sign} {kind}"), (4.75, b)):
            ax.text(x, middle, words, fontsize=style.TEXT, color=colour, va="center", linespacing=1.15)
        top += height
    style.title(ax, "The statement against the retelling, word by word")
    table = pd.DataFrame(rows, columns=["change", "statement", "retelling"])
    style.tell(ax, _alt(rows), table)
    return ax


def _alt(rows: list[tuple[str, str, str]]) -> str:
    said = {"replaced": "{a} replaced by {b}", "dropped": "dropped: {a}", "added": "added: {b}"}
    items = [said[kind].format(a=a, b=b) for kind, a, b in rows if kind in said]
    same = sum(kind == "same" for kind, *_ in rows)
    first = (
        f"A statement beside its retelling in {len(rows)} runs of words, {same} of them the same. Changes:"
    )
    return style.alt(first, items, "The chart compares words and does not say whether the meaning differs.")
