"""Tolls as what they are: points, open ends and intervals."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from whosays.charts import style
from whosays.toll import Toll

_COLOUR = style.COLOURS[0]
_KINDS = {
    "exact": "one number, given as exact",
    "approximate": "one number, given as approximate",
    "interval": "an interval",
    "open": "no bound known on the side of the arrow",
}


def bounds(tolls: "Mapping[str, Toll] | pd.Series[Toll]", ax: Axes | None = None) -> Axes:
    """Draw reported counts of people as bounds, one row per label, in the order given.

    An exact toll is a dot, an approximate one an open dot, an interval a line with two ends. Where a bound is
    not known, an arrow says so: to the right over a floor, to the left under a ceiling.
    Raises ValueError where there are no tolls, or where a value is not a Toll.
    """
    rows = _rows(tolls)
    ax = style.canvas(ax, 1.6 + 0.45 * len(rows))
    known = [bound for toll in rows.values() for bound in (toll.low, toll.high) if bound is not None]
    limit = max([*known, 1]) * 1.25
    ax.set_xlim(0, limit)
    for row, toll in enumerate(rows.values()):
        ax.axhline(row, color=style.GRID, linewidth=0.8, zorder=0)
        draw(ax, toll, row, _COLOUR)
        ax.text(
            1.03, row, style.wrap(str(toll), 24), transform=ax.get_yaxis_transform(), va="center",
            fontsize=style.SMALL, color=style.INK,
        )  # fmt: skip
    ax.set_yticks(range(len(rows)), [style.wrap(label, 32) for label in rows], fontsize=style.SMALL)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    frame(ax, "Reported (people)")
    kinds = [kind for kind in _KINDS if kind in {_kind(toll) for toll in rows.values()}]
    if kinds:
        style.key(ax, [_key(kind) for kind in kinds], below=0.6)
    style.title(ax, "What each figure says, and no more")
    style.tell(ax, _alt(rows, known), _table(rows))
    return ax


def draw(ax: Axes, toll: Toll, row: float, colour: str) -> None:
    """Draw one *toll* on the height *row*; an unknown bound runs to the edge of *ax* as an arrow."""
    limit = ax.get_xlim()[1]
    if _kind(toll) in ("exact", "approximate"):
        face = colour if toll.exact else "white"
        ax.plot([toll.low or 0], [row], "o", ms=8, mfc=face, mec=colour, mew=1.8, clip_on=False)
    elif _kind(toll) != "none":
        low, high = toll.low or 0, limit if toll.high is None else toll.high
        ends = [bound for bound in (toll.low, toll.high) if bound is not None]
        ax.plot([low, high], [row, row], color=colour, linewidth=2.4, solid_capstyle="butt")
        face = "white" if toll.approx else colour
        ax.plot(ends, [row] * len(ends), "|", color=colour, markersize=13, mew=2.4, clip_on=False)
        if toll.approx:
            ax.plot(ends, [row] * len(ends), "o", ms=7, mfc=face, mec=colour, mew=1.6, clip_on=False)
        if toll.high is None:
            ax.plot([limit], [row], ">", color=colour, markersize=9, clip_on=False)
        if toll.low is None:
            ax.plot([0], [row], "<", color=colour, markersize=9, clip_on=False)
    else:
        ax.text(limit / 2, row, "not known", ha="center", va="center", fontsize=style.SMALL, color=style.GREY,
                bbox={"facecolor": "white", "edgecolor": "none", "pad": 2})  # fmt: skip


def frame(ax: Axes, label: str) -> None:
    """Name the axis of people under *ax*, and take away what rows do not need."""
    ax.tick_params(axis="y", length=0, pad=8)
    ax.spines["left"].set_visible(False)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=6))
    ax.set_xlabel(label, fontsize=style.TEXT, color=style.INK)


def _rows(tolls: "Mapping[str, Toll] | pd.Series[Toll]") -> dict[str, Toll]:
    rows = {str(label): toll for label, toll in tolls.items()}
    if not rows:
        raise ValueError(
            "there are no tolls to draw; give at least one, as in {'the report': Toll.parse('20')}"
        )
    for label, toll in rows.items():
        if not isinstance(toll, Toll):
            raise ValueError(f"{label!r} holds {toll!r}, not a Toll; write Toll.parse('at least 20')")
    return rows


def _kind(toll: Toll) -> str:
    if toll.low is None and toll.high is None:
        return "none"
    if toll.low is None or toll.high is None:
        return "open"
    if toll.low < toll.high:
        return "interval"
    return "approximate" if toll.approx else "exact"


def _key(kind: str) -> Line2D:
    marks = {"exact": "o", "approximate": "o", "interval": "|", "open": ">"}
    face = "white" if kind == "approximate" else style.GREY
    line = "-" if kind in ("interval", "open") else "none"
    return Line2D(
        [], [], marker=marks[kind], ls=line, color=style.GREY, mfc=face, ms=8, mew=1.8, label=_KINDS[kind]
    )


def _table(rows: dict[str, Toll]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "label": list(rows),
            "low": pd.array([toll.low for toll in rows.values()], dtype="Int64"),
            "high": pd.array([toll.high for toll in rows.values()], dtype="Int64"),
            "approximate": [toll.approx for toll in rows.values()],
            "in words": [str(toll) for toll in rows.values()],
        }
    )


def _alt(rows: dict[str, Toll], known: list[int]) -> str:
    span = f"Known bounds run from {min(known):,} to {max(known):,}. " if known else ""
    figures = "One reported figure" if len(rows) == 1 else f"{len(rows)} reported figures"
    return style.alt(
        f"{figures} drawn as bounds on a line of people from zero: dots where exact, arrows where a bound is "
        f"not known. {span}",
        [f"{label}: {toll}" for label, toll in rows.items()],
        "Where a line has no end, the report does not say how many more or fewer there are; nor does the chart.",
    )
