"""Who is given which kind of claim in the text."""

import pandas as pd
from matplotlib.axes import Axes

from whosays.case.values import Unsaid
from whosays.charts import style

# Kinds of claims by what the text lets a speaker do with them; a case may have others.
_DOING = {
    "gives figures": ("toll_total", "toll_side", "toll_increment", "injured_side", "displaced"),
    "accuses": ("accusation",),
    "states a position": ("statement", "quotation"),
    "tells events, background": ("event", "context", "credit"),
}
_OTHER = "does something else"
NOBODY = "nobody named"


def voices(claims: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw who is quoted doing what: a row per speaker, a column per kind of claim, dots by number.

    *claims* are rows of Case.claims, each counted once; kinds that no column stands for share a last one,
    and the text alternative names them. Speakers stand in alphabetical order, those not named last.
    Raises ValueError for a table without rows or the needed columns.
    """
    style.need(claims, ("speaker", "speaker_name", "kind"), "claims")
    tally, others = _tally(claims)
    ax = style.canvas(ax, 1.3 + 0.42 * len(tally))
    for row, counts in enumerate(tally.to_numpy()):
        for column, count in enumerate(counts):
            if count:
                ax.scatter([column], [row], s=150 + 45 * count, color=style.COLOURS[0], alpha=0.25)
            ink = style.INK if count else style.PALE
            ax.text(column, row, str(count), ha="center", va="center", fontsize=style.TEXT, color=ink)
    ax.set_xticks(range(len(tally.columns)), list(tally.columns), fontsize=style.SMALL)
    ax.xaxis.tick_top()
    ax.set_yticks(range(len(tally)), [style.wrap(name, 38) for name in tally.index], fontsize=style.SMALL)
    ax.tick_params(length=0)
    ax.set(xlim=(-0.6, len(tally.columns) - 0.4), ylim=(len(tally) - 0.4, -0.6))
    ax.spines[:].set_visible(False)
    style.title(ax, "Who is quoted doing what (number of claims)")
    data = tally.rename_axis("speaker").reset_index().rename_axis(columns=None)
    items = [
        f"{name}: " + ", ".join(f"{doing} {count}" for doing, count in row.items() if count)
        for name, row in tally.iterrows()
    ]
    named = f"The last column counts {', '.join(others)}. " if others else ""
    last = f"{named}The chart counts claims in this text; it does not say which of them are right."
    style.tell(ax, style.alt(f"{len(claims)} claims by speaker and kind.", items, last), data)
    return ax


def _tally(claims: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """Return how often each speaker does what, and the kinds of claims in a last column for all others."""
    doing_of = {kind: doing for doing, kinds in _DOING.items() for kind in kinds}
    kinds = claims["kind"].fillna("claims without a kind")
    others = sorted(set(kinds) - set(doing_of))
    columns = [*_DOING, _OTHER] if others else list(_DOING)
    named = claims["speaker_name"].fillna(claims["speaker"]).fillna(NOBODY)
    speaker = named.where(claims["speaker"] != Unsaid.NOT_SAID, NOBODY)
    tally = pd.crosstab(speaker, kinds.map(doing_of).fillna(_OTHER)).reindex(columns=columns, fill_value=0)
    order = sorted(tally.index, key=lambda name: (name == NOBODY, name.lower()))
    return tally.loc[order], [kind.replace("_", " ") for kind in others]
