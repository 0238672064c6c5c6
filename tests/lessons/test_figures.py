"""Every figure that a lesson or an exercise shows has a text for those who cannot see it, made from its data."""

import json
import re
import shutil
from importlib import import_module

import matplotlib
import pytest

import whosays
from tests.conftest import ROOT
from tests.lessons import LESSONS
from whosays.charts import shown as shown_figures
from whosays.widgets import exercise as asking

pytestmark = pytest.mark.slow("the text of every figure of every lesson")

WORDS = 40
# Charts that are wrong on purpose, their texts included, and the cell in which a student has yet to write one.
FLAWED = ("A slanted line from", "One bar at", "Two bars, 59 for", "...")


@pytest.fixture(scope="module")
def shown(tmp_path_factory) -> dict[str, list[shown_figures.Shown]]:
    """Run the code of every lesson as a reader would, and keep what it shows."""
    course = tmp_path_factory.mktemp("course")
    (course / "data").symlink_to(ROOT / "data")
    shutil.copytree(ROOT / "exercises" / "questions", course / "exercises" / "questions")
    (course / "notebooks").mkdir()
    found: dict[str, list[shown_figures.Shown]] = {}
    matplotlib.use("agg")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(course / "notebooks")
        asking._log.cache_clear()
        real = shown_figures.show

        def show(*given, **named):
            made = real(*given, **named)
            found[here].append(made)
            return made

        patch.setattr(whosays, "show", show, raising=False)
        patch.setattr(import_module("whosays.widgets.panel"), "show", show)
        for path in LESSONS:
            here, names = path.stem, {}
            found[here] = []
            for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
                if cell["cell_type"] == "code":
                    exec("".join(cell["source"]), names)
    return found


def sound(figures: list[shown_figures.Shown]) -> list[shown_figures.Shown]:
    return [one for one in figures if not one.alt.startswith(FLAWED)]


def test_only_a_few_are_left_out(shown):
    left = [one for figures in shown.values() for one in figures if one not in sound(figures)]
    assert len({one.alt for one in left}) == len(FLAWED)


@pytest.mark.parametrize("path", LESSONS, ids=lambda p: p.stem)
def test_every_figure_is_told_in_forty_words_or_more(shown, path):
    figures = sound(shown[path.stem])
    assert figures
    assert {one.alt: len(one.alt.split()) for one in figures if len(one.alt.split()) < WORDS} == {}


@pytest.mark.parametrize("path", LESSONS, ids=lambda p: p.stem)
def test_a_figure_shows_its_text_to_screen_readers(shown, path):
    for one in sound(shown[path.stem]):
        assert re.search(r'<img[^>]* alt="[^"]{100,}"', one.html)


@pytest.mark.parametrize("path", [p for p in LESSONS if p.stem[:2] != "00"], ids=lambda p: p.stem)
def test_a_lesson_has_a_figure_or_table_that_the_reader_moves(path):
    source = "\n".join(
        "".join(cell["source"])
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code"
    )
    assert re.search(r"^panel\(", source, re.MULTILINE)
