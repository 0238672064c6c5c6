"""Put controls above a picture that is drawn again, in place, whenever one of them changes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from anywidget import AnyWidget
from ipywidgets import HTML, ValueWidget, VBox
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from whosays.figure import show


class KeyGuard(AnyWidget):
    """Keep keys pressed inside a widget from reaching the notebook around it."""

    _esm = Path(__file__).with_name("guard.js")

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

    *draw* gets one value per control, in order, and returns Axes, a Figure, or anything with HTML of its
    own. The picture is an HTML value, so it survives where output areas are not captured.
    Raises ValueError when there is nothing to choose with.
    """
    if not controls:
        raise ValueError("a panel needs at least one control, such as an IntSlider")
    picture = HTML()

    def redraw(_: object = None) -> None:
        picture.value = _as_html(draw(*(control.value for control in controls)))

    for control in controls:
        control.style.description_width = "initial"
        control.layout.width = "min(100%, 32em)"
        control.observe(redraw, "value")
    redraw()
    return Panel([KeyGuard(), *controls, picture])


def _as_html(drawn: Any) -> str:
    if isinstance(drawn, Axes | Figure):
        return show(drawn).html
    return str(drawn._repr_html_())
