"""Show a figure together with its text alternative and, on request, the table it was drawn from.

JupyterLab drops the alternative text of image outputs, so a figure is shown as HTML that carries its own.
"""

import base64
import html
import io
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Bbox

_DPI = 110
_EDGE = 0.04  # inches between words and the edge of the page
_REACH = 0.25  # of the page: what stands farther off was put where nobody looks
_descriptions: "WeakKeyDictionary[Figure, tuple[str, pd.DataFrame | None]]" = WeakKeyDictionary()


def describe(drawn: Axes | Figure, alt: str, data: pd.DataFrame | None = None) -> None:
    """Give the figure of *drawn* its text alternative, and the table *data* it was drawn from."""
    if not alt.strip():
        raise ValueError(
            "the text alternative is empty; say what a reader who cannot see the figure should know"
        )
    _descriptions[root_of(drawn)] = (" ".join(alt.split()), data)


def alt_text(drawn: Axes | Figure) -> str:
    """Return the text alternative of the figure of *drawn*; an empty string where it has none."""
    return _descriptions.get(root_of(drawn), ("", None))[0]


def data_table(drawn: Axes | Figure) -> pd.DataFrame:
    """Return the table the figure of *drawn* was drawn from.

    Raises ValueError where none was given.
    """
    data = _descriptions.get(root_of(drawn), ("", None))[1]
    if data is None:
        raise ValueError("this figure was described without a table; give describe() its data")
    return data


@dataclass(frozen=True)
class Shown:
    """Hold a figure as HTML: an image with alternative text, a caption, and the table where there is one."""

    html: str
    alt: str

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.alt}

    def __repr__(self) -> str:
        """Return the text alternative, so that the figure reads sensibly where it cannot be seen."""
        return self.alt


def show(drawn: Axes | Figure, alt: str | None = None, caption: str = "") -> Shown:
    """Return the figure of *drawn* as HTML with its text alternative; make it the last line of a cell.

    *alt* replaces the text alternative the figure was described with. Raises ValueError where there is none.
    """
    figure = root_of(drawn)
    if alt is not None:
        describe(figure, alt, _descriptions.get(figure, ("", None))[1])
    words = alt_text(figure)
    if not words:
        raise ValueError(
            "this figure has no text alternative; write show(ax, alt='...') and say what it shows"
        )
    image = _png(figure)
    _close(figure)
    parts = [f'<img alt="{html.escape(words)}" src="data:image/png;base64,{image}" style="max-width: 100%">']
    if caption:
        parts.append(f"<figcaption>{html.escape(caption)}</figcaption>")
    data = _descriptions[figure][1]
    if data is not None:
        table = data.to_html(index=False, na_rep="", border=0)
        parts.append(f"<details><summary>The same as a table</summary>{table}</details>")
    return Shown(f'<figure style="margin: 0">{"".join(parts)}</figure>', words)


def _png(figure: Figure) -> str:
    """Return *figure* as a PNG in base64; drawn once, unless words reach over the edge of the page."""
    figure.set_dpi(_DPI)
    canvas = FigureCanvasAgg(figure)
    buffer = io.BytesIO()
    canvas.print_png(buffer, metadata={"Software": None})  # type: ignore[no-untyped-call]
    page = _page_with_all_words(figure)
    if page is not None:
        buffer = io.BytesIO()
        canvas.print_figure(buffer, format="png", dpi=_DPI, bbox_inches=page, metadata={"Software": None})
    return base64.b64encode(buffer.getvalue()).decode("ascii")


def _page_with_all_words(figure: Figure) -> Bbox | None:
    """Return the page, in inches, on which no word of *figure*, just drawn, is cut; None if none is."""
    found = figure.get_default_bbox_extra_artists()
    near = [
        artist for artist in found
        if not isinstance(artist, Axes) and (not isinstance(artist, Text | Legend) or on_page(artist))
    ]  # fmt: skip
    page = figure.bbox_inches
    whole = Bbox.union([page, figure.get_tightbbox(bbox_extra_artists=near).padded(_EDGE / 2)])
    return whole if np.abs(whole.get_points() - page.get_points()).max() > _EDGE else None


def on_page(artist: Text | Legend) -> bool:
    """Say whether *artist* stands on the page, or so near to it that show() makes the page larger for it."""
    root = root_of(artist)
    page: Any = root.bbox
    box = box_of(artist) if isinstance(artist, Text) else artist.get_window_extent()
    # A layout makes room for what stands beside the axes, but only when the figure is drawn.
    reach = _REACH if root.get_layout_engine() is None else 2 * _REACH
    return bool(box.overlaps(page.expanded(1 + 2 * reach, 1 + 2 * reach)))


def box_of(text: Text) -> Bbox:
    """Return where *text* stands on the page, in pixels, without the arrow of an annotation."""
    if isinstance(text, Annotation):
        text.get_window_extent()  # moves it to where it points
    return Text.get_window_extent(text)


def _close(figure: Figure) -> None:
    """Take *figure* off pyplot's list, or the notebook would show it a second time without its text."""
    if hasattr(figure, "number"):
        import matplotlib.pyplot as plt

        plt.close(figure)


def root_of(drawn: object) -> Figure:
    """Return the whole figure that *drawn* is, or is part of: axes, a list of them, a grid that has a figure.

    Raises TypeError, with a remedy, where it is none.
    """
    held = list(drawn)[:1] if isinstance(drawn, list | tuple | np.ndarray) and len(drawn) else [drawn]
    part = held[0] if not isinstance(held[0], np.ndarray) else held[0].flat[0]
    part = part if isinstance(part, Artist) else getattr(part, "figure", part)
    figure = part.get_figure(root=True) if isinstance(part, Artist) else None
    if not isinstance(figure, Figure):
        what = "nothing" if drawn is None else f"a {type(drawn).__name__}"
        raise TypeError(f"this is {what}, not a figure; draw with fig, ax = plt.subplots() and give fig")
    return figure
