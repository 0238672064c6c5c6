"""One JupyterLab and one browser for all tests here; a page, a kernel and a folder of its own for each."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.lab import PATIENCE, Lab, a_browser, a_lab, chromium
from tests.browser.notebook import Notebook
from tests.browser.tab import Tab
from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


WALK = "test_a_lesson_runs_from_top_to_bottom_without_an_error[01_who_says_so]"


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark every test here; one walk through a lesson is enough to see that the course works in a browser."""
    item.add_marker("browser")
    if item.name != WALK:
        item.add_marker(pytest.mark.slow("everything in the browser, in JupyterLab and on the site"))


def missing() -> str | None:
    """Return what is missing for tests in a browser, and how to get it."""
    if not all(map(importlib.util.find_spec, ("playwright", "axe_playwright_python"))):
        return "no Playwright: pip install --group dev"
    if not chromium():
        return "no Chromium: apt-get install chromium (Debian), or name one in WHOSAYS_CHROMIUM"
    return None


@pytest.fixture(scope="package")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    if reason := missing():
        (pytest.fail if os.environ.get("WHOSAYS_BROWSER") == "required" else pytest.skip)(reason)
    root = tmp_path_factory.mktemp("course")
    for folder in ("notebooks", "data", "exercises"):
        shutil.copytree(
            ROOT / folder, root / folder, ignore=shutil.ignore_patterns("answers", ".ipynb_checkpoints")
        )
    with a_lab(root, tmp_path_factory.mktemp("home")) as lab:
        yield lab


@pytest.fixture(scope="package")
def context(lab: Lab) -> Iterator[BrowserContext]:
    """Open a browser whose pages share a cache, so that JupyterLab is loaded once."""
    with a_browser() as browser:
        context = browser.new_context()
        context.set_default_timeout(PATIENCE * 1000)
        yield context


@pytest.fixture(scope="package")
def shared_tab(context: BrowserContext) -> Tab:
    return Tab(context)


@pytest.fixture
def tab(lab: Lab, shared_tab: Tab, request: pytest.FixtureRequest) -> Iterator[Tab]:
    """Give the page; fail where it wrote an error to the console or asked for anything off this machine."""
    failed = request.session.testsfailed
    shared_tab.start()
    yield shared_tab
    faults = shared_tab.faults()
    if faults or request.session.testsfailed > failed:
        shared_tab.shoot(f"failed_{request.node.name}")
        shared_tab.close()
    lab.end_kernels()
    assert faults == []


@pytest.fixture
def lesson(lab: Lab, tab: Tab) -> Callable[[str], Notebook]:
    """Return a function that opens a lesson of the course by its file name."""
    return lambda name: Notebook(tab, lab, lab.root / "notebooks" / name)


@pytest.fixture
def workbook(lab: Lab, tab: Tab, request: pytest.FixtureRequest) -> Callable[..., Notebook]:
    """Return a function that writes code cells into a notebook of a course of its own, and opens it.

    The cells have the ids c1, c2 and so on. The data are at ../data, as lessons find them.
    """
    course = lab.root / re.sub(r"\W+", "_", request.node.name)

    def write(*sources: str) -> Notebook:
        shutil.copytree(lab.root / "data", course / "data", dirs_exist_ok=True)
        questions = course / "exercises" / "questions"
        shutil.copytree(lab.root / "exercises" / "questions", questions, dirs_exist_ok=True)
        cells = [_cell(f"c{number}", source) for number, source in enumerate(sources, start=1)]
        notebook = {"cells": cells, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5}
        path = course / "notebooks" / "workbook.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(notebook), encoding="utf-8")
        return Notebook(tab, lab, path)

    return write


def _cell(name: str, source: str) -> dict[str, object]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": {},
        "outputs": [],
        "source": source,
    }
