"""Put controls above a picture that is drawn again, in place, whenever one of them changes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
from anywidget import AnyWidget
from ipywidgets import HTML, ValueWidget, VBox
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from whosays.charts.shown import Shown, show
from whosays.widgets.modules import joined


class KeyGuard(AnyWidget):
    """Keep keys pressed inside a widget from reaching the notebook around it."""

    _esm = joined(Path(__file__).parent / "js" / "guard.js")

    def __repr__(self) -> str:
        """Return a text that is the same in every run."""
        return "KeyGuard()"


class Panel(VBox):
    """Hold controls and the picture they draw."""

    def __repr__(self) -> str:
        """Return the names of the controls, for where widgets cannot be seen."""
        names = [child.description for child in self.children if isinstance(child, ValueWidget)]
        return f"Panel with controls: {', '.join(name for name in names if name)}"


def panel(draw: Callable[..., Any], *controls: ValueWidget) -> Panel:
    """Return *controls* above what *draw* makes of their values, drawn again at every change.

    *draw* gets one value per control, in order, and returns Axes, a Figure, what show() made of one, a table
    (shown without its index), or anything with HTML of its own. The picture is an HTML value, so it
    survives where output areas are not captured.
    Raises ValueError when there is nothing to choose with.
    """
    if not controls:
        raise ValueError("a panel needs at least one control, such as an IntSlider")
    picture = HTML()

    def redraw(_: object = None) -> None:
        picture.value = _as_html(draw(*(control.value for control in controls)))

    for control in controls:
        control.style.description_width = "initial"
        control.layout.width, control.layout.max_width = "auto", "32em"
        control.observe(redraw, "value")
    redraw()
    return Panel([KeyGuard(), *controls, picture])


def _as_html(drawn: Any) -> str:
    if isinstance(drawn, Axes | Figure):
        drawn = show(drawn)
    if isinstance(drawn, Shown):
        return drawn.html
    if isinstance(drawn, pd.DataFrame):  # its own HTML has an empty heading over the numbers of the rows
        return drawn.to_html(index=False, border=0)
    return str(drawn._repr_html_())
