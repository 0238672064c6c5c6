"""A figure is shown with its text, once, and as HTML that shows what it is given and runs nothing."""

import base64
import io
import re

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.figure import Figure

from whosays.charts import shown
from whosays.charts.shown import alt_text, data_table, describe, show


def drawn() -> Figure:
    figure = Figure(figsize=(2, 1))
    figure.subplots().plot([0, 1])
    return figure


def png(shown):
    """Return the picture in *shown* as rows of pixels."""
    return plt.imread(io.BytesIO(base64.b64decode(re.search(r"base64,([^\"]+)", shown.html)[1])))


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


def with_words_outside() -> dict[str, Figure]:
    """Return figures with words that reach over the edge of the page, each in another way."""
    figures = {
        name: Figure(figsize=(4, 3)) for name in ("names", "turned", "legend", "above", "footer", "label")
    }
    figures["names"].subplots().barh(["an office with a name that needs far more room"] * 2, [1, 2])
    turned = figures["turned"].subplots()
    turned.bar(["an office with a long name", "another office with a long name"], [1, 2])
    turned.tick_params(axis="x", rotation=90)
    ax = figures["legend"].subplots()
    ax.plot([0, 1], label="an office with a name that needs room")
    ax.legend(loc="upper left", bbox_to_anchor=(1.02, 1))
    figures["above"].subplots().plot([0, 1])
    figures["above"].suptitle("A title that stands above the page", y=1.08)
    figures["footer"].subplots().plot([0, 1])
    figures["footer"].text(0, -0.1, "Source: who reported")
    figures["label"].subplots().annotate("a label beside the end of a line", (1, 1), annotation_clip=False)
    return figures


@pytest.mark.parametrize("name", with_words_outside())
def test_no_word_is_cut_off(monkeypatch, name):
    figure = with_words_outside()[name]
    pages = []
    whole = shown.FigureCanvasAgg.print_figure

    def kept(self, *args, bbox_inches, **rest):
        pages.append(bbox_inches)
        return whole(self, *args, bbox_inches=bbox_inches, **rest)

    monkeypatch.setattr(shown.FigureCanvasAgg, "print_figure", kept)
    picture = png(show(figure, "A chart."))
    [page] = pages
    [ax] = figure.axes
    written = [ax.xaxis, ax.yaxis, ax.title, *ax.texts, *figure.texts, ax.get_legend(), figure._suptitle]
    pixels = [each.get_tightbbox() for each in written if each]
    boxes = [box.transformed(figure.dpi_scale_trans.inverted()) for box in pixels if box and box.width > 0]
    assert len(boxes) >= 2
    assert all(page.x0 <= box.x0 and box.x1 <= page.x1 for box in boxes)
    assert all(page.y0 <= box.y0 and box.y1 <= page.y1 for box in boxes)
    assert page.width * page.height > 12  # larger than the page was
    assert picture.shape[:2] == pytest.approx((page.height * 110, page.width * 110), abs=2)


def test_a_page_with_room_for_all_words_stays_as_it_is():
    picture = png(show(Figure(figsize=(4, 3)).subplots().figure, "Empty axes."))
    assert picture.shape[:2] == (330, 440)


def test_what_was_put_far_off_the_page_stays_there():
    figure = Figure(figsize=(4, 3))
    figure.subplots().text(40, 40, "nobody should look for this")
    assert png(show(figure, "A chart.")).shape[:2] == (330, 440)


@pytest.mark.parametrize("nothing", [None, plt, [1, 2], "a chart", 3])
def test_what_is_no_figure_is_refused_in_words(nothing):
    with pytest.raises(TypeError, match="not a figure; draw with fig, ax"):
        show(nothing, "A chart.")
