"""A figure is shown with its text, once, and as HTML that shows what it is given and runs nothing."""

import base64
import re

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.figure import Figure

from whosays.charts.shown import alt_text, data_table, describe, show


def drawn() -> Figure:
    figure = Figure(figsize=(2, 1))
    figure.subplots().plot([0, 1])
    return figure


def test_the_text_alternative_stands_in_the_html():
    shown = show(drawn(), "A line that rises.")
    assert '<img alt="A line that rises."' in shown.html
    assert shown._repr_mimebundle_() == {"text/html": shown.html, "text/plain": "A line that rises."}
    assert repr(shown) == "A line that rises."


def test_the_picture_is_a_png():
    encoded = re.search(r"base64,([^\"]+)", show(drawn(), "A line.").html)[1]
    assert base64.b64decode(encoded).startswith(b"\x89PNG")


def test_the_same_figure_gives_the_same_html():
    assert show(drawn(), "A line.").html == show(drawn(), "A line.").html


def test_a_figure_without_text_is_refused_with_a_remedy():
    with pytest.raises(ValueError, match=r"show\(ax, alt="):
        show(drawn())
    with pytest.raises(ValueError, match="empty"):
        describe(drawn(), "  ")


def test_axes_and_their_figure_share_one_text():
    figure = drawn()
    describe(figure.axes[0], "A  line\n that rises.", pd.DataFrame({"x": [0, 1]}))
    assert alt_text(figure) == alt_text(figure.axes[0]) == "A line that rises."
    assert list(data_table(figure)["x"]) == [0, 1]


def test_a_new_text_keeps_the_table():
    figure = drawn()
    describe(figure, "Old.", pd.DataFrame({"x": [7]}))
    assert ">7<" in show(figure, "New.").html
    assert alt_text(figure) == "New."


def test_a_figure_without_a_table_says_so():
    with pytest.raises(ValueError, match="without a table"):
        data_table(drawn())


def test_markup_is_shown_and_not_run():
    figure = drawn()
    describe(figure, 'a "<script>" & more', pd.DataFrame({"x": ["<b>bold</b>"]}))
    html = show(figure, caption="<i>").html
    assert "<script>" not in html
    assert "<b>bold</b>" not in html
    assert "<figcaption>&lt;i&gt;" in html


def test_a_pyplot_figure_is_shown_once():
    figure, _ = plt.subplots()
    show(figure, "Empty axes.")
    assert not plt.fignum_exists(figure.number)
