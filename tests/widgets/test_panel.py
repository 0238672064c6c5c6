"""A panel draws at once, draws again at every change, and keeps keys away from the notebook."""

import pandas as pd
import pytest
from ipywidgets import HTML, Dropdown, IntSlider
from matplotlib.figure import Figure

from whosays.charts.shown import describe
from whosays.widgets import panel
from whosays.widgets.panel import KeyGuard


def counted(number: int) -> Figure:
    figure = Figure(figsize=(1, 1))
    describe(figure, f"The number {number}.")
    return figure


def picture(shown) -> str:
    [html] = [child for child in shown.children if isinstance(child, HTML)]
    return html.value


def test_the_picture_follows_the_control_in_place():
    slider = IntSlider(value=3, description="How many")
    shown = panel(counted, slider)
    assert 'alt="The number 3."' in picture(shown)
    slider.value = 5
    assert 'alt="The number 5."' in picture(shown)


def test_values_arrive_in_the_order_of_the_controls():
    a, b = IntSlider(value=2), Dropdown(options=["x", "y"])
    shown = panel(lambda n, s: pd.DataFrame({"both": [f"{n}{s}"]}), a, b)
    b.value = "y"
    assert "2y" in picture(shown)


def test_every_panel_holds_the_key_guard():
    assert any(isinstance(child, KeyGuard) for child in panel(counted, IntSlider()).children)


def test_the_text_of_a_panel_is_the_same_in_every_run():
    assert repr(panel(counted, IntSlider(description="How many"))) == "Panel with controls: How many"
    assert repr(KeyGuard()) == "KeyGuard()"


def test_a_panel_without_controls_is_refused():
    with pytest.raises(ValueError, match="at least one control"):
        panel(counted)
