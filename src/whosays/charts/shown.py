"""Show a figure together with its text alternative and, on request, the table it was drawn from.

JupyterLab drops the alternative text of image outputs, so a figure is shown as HTML that carries its own.
"""

import base64
import html
import io
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

_DPI = 110
_descriptions: "WeakKeyDictionary[Figure, tuple[str, pd.DataFrame | None]]" = WeakKeyDictionary()


def describe(drawn: Axes | Figure, alt: str, data: pd.DataFrame | None = None) -> None:
    """Give the figure of *drawn* its text alternative, and the table *data* it was drawn from."""
    if not alt.strip():
        raise ValueError(
            "the text alternative is empty; say what a reader who cannot see the figure should know"
        )
    _descriptions[_figure(drawn)] = (" ".join(alt.split()), data)


def alt_text(drawn: Axes | Figure) -> str:
    """Return the text alternative of the figure of *drawn*; an empty string where it has none."""
    return _descriptions.get(_figure(drawn), ("", None))[0]


def data_table(drawn: Axes | Figure) -> pd.DataFrame:
    """Return the table the figure of *drawn* was drawn from.

    Raises ValueError where none was given.
    """
    data = _descriptions.get(_figure(drawn), ("", None))[1]
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
    figure = _figure(drawn)
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
    """Return *figure* as a PNG in base64; drawn once, where savefig draws a figure with a layout twice."""
    buffer = io.BytesIO()
    figure.set_dpi(_DPI)
    FigureCanvasAgg(figure).print_png(buffer, metadata={"Software": None})  # type: ignore[no-untyped-call]
    return base64.b64encode(buffer.getvalue()).decode("ascii")


def _close(figure: Figure) -> None:
    """Take *figure* off pyplot's list, or the notebook would show it a second time without its text."""
    if hasattr(figure, "number"):
        import matplotlib.pyplot as plt

        plt.close(figure)


def _figure(drawn: Axes | Figure) -> Figure:
    figure = drawn if isinstance(drawn, Figure) else drawn.figure
    while not isinstance(figure, Figure):
        figure = figure.figure
    return figure
