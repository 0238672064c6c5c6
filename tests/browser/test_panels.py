"""Panels in a real JupyterLab: their keys stay in them, their picture follows, everybody can use them."""

from __future__ import annotations

import string

import pytest

from tests.browser.lab import expect
from tests.lessons import LESSONS

PANEL = """
from ipywidgets import Dropdown, IntSlider
from matplotlib.figure import Figure
from whosays import panel, show

def draw(number, colour):
    figure = Figure(figsize=(6, 2.5))
    figure.subplots().barh(["reports"], [number], color=colour)
    return show(figure, f"A bar of {number} in {colour}.")

panel(
    draw,
    IntSlider(description="Reports to show", value=3, min=1, max=9),
    Dropdown(description="Colour", options=["grey", "green", "gold"]),
)
"""
WIDER = """(output) => [...output.querySelectorAll("*")]
    .filter((part) => part.getBoundingClientRect().right > output.getBoundingClientRect().right + 1)
    .map((part) => part.outerHTML.slice(0, 100))"""
KEYS = [*string.ascii_letters, *string.digits, "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]
KEYS += ["Enter", "Delete", "Backspace", "Home", "End", "PageUp", "PageDown", "d", "d"]


@pytest.fixture
def book(workbook):
    """Open a notebook with a panel in its first cell and a cell behind it, and run the panel."""
    book = workbook(PANEL, "after = 1")
    book.run("c1")
    expect(picture(book, "A bar of 3 in grey.")).to_be_visible()
    return book


def slider(book):
    return book.output("c1").get_by_role("slider", name="Reports to show", exact=True)


def dropdown(book):
    return book.output("c1").get_by_role("combobox", name="Colour", exact=True)


def picture(book, text):
    return book.output("c1").get_by_role("img", name=text, exact=True)


@pytest.mark.parametrize("control", [slider, dropdown])
def test_no_key_pressed_in_a_panel_reaches_the_notebook(book, control):
    cells = book.cells()
    control(book).focus()
    for key in KEYS:
        book.page.keyboard.press(key)
        expect(control(book)).to_be_focused()
        assert book.cells() == cells, key
    assert book.do("return book.activeCellIndex;") == 0


def test_without_the_guard_jupyterlab_takes_the_cell_away(workbook, tab):
    tab.close()  # the guard watches over its whole page
    book = workbook('from ipywidgets import IntSlider\nIntSlider(description="Bare")', "after = 1")
    book.run("c1")
    book.output("c1").get_by_role("slider").focus()
    book.page.keyboard.press("x")
    assert [name for name, _ in book.cells()] == ["c2"]


def test_arrow_keys_move_the_slider_and_the_picture_follows(book):
    slider(book).focus()
    for key, number in [("ArrowRight", 4), ("ArrowUp", 5), ("ArrowLeft", 4), ("ArrowDown", 3), ("End", 9)]:
        book.page.keyboard.press(key)
        expect(picture(book, f"A bar of {number} in grey.")).to_be_visible()


def test_arrow_keys_and_letters_choose_from_the_dropdown_and_the_picture_follows(book):
    dropdown(book).focus()
    for key, colour in [("ArrowDown", "green"), ("ArrowDown", "gold"), ("ArrowUp", "green")]:
        book.page.keyboard.press(key)
        expect(picture(book, f"A bar of 3 in {colour}.")).to_be_visible()


def test_the_change_of_a_picture_is_read_to_those_who_do_not_see_it(book):
    said = book.output("c1").get_by_role("status")
    expect(said).to_have_text("A bar of 3 in grey.")
    slider(book).focus()
    book.page.keyboard.press("ArrowRight")
    expect(said).to_have_text("A bar of 4 in grey.")


@pytest.mark.parametrize("control", [slider, dropdown])
def test_shift_enter_and_escape_still_belong_to_the_notebook(book, control):
    control(book).focus()
    book.page.keyboard.press("Escape")
    assert book.do("return book.mode;") == "command"
    control(book).focus()
    book.page.keyboard.press("Shift+Enter")
    book.page.wait_for_function("() => window.jupyterapp.shell.currentWidget.content.activeCellIndex === 1")
    expect(picture(book, "A bar of 3 in grey.")).to_be_visible()


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_a_panel_holds_no_barriers_and_fits_a_narrow_window(book, theme):
    book.use_theme(theme)
    expect(slider(book)).to_be_visible()  # its name comes a moment after it
    assert book.barriers() == []
    book.shoot(f"panel_{theme.split()[1].lower()}")
    book.be_narrow()
    book.shoot(f"panel_{theme.split()[1].lower()}_narrow")
    assert book.output("c1").evaluate(WIDER) == []
    assert book.barriers() == []


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_runs_from_top_to_bottom_without_an_error(lesson, path):
    book = lesson(path.name)
    book.run_all()
    assert book.errors() == []
    unnamed = "empty-table-header"  # pandas leaves the corner above its index empty
    assert [barrier for barrier in book.barriers() if not barrier.startswith(unnamed)] == []
