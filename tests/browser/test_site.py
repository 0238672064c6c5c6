"""The built site: its pages, and the course live in the browser, with every host but this machine refused."""

from __future__ import annotations

import json
import os
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.answering import answer_by_keyboard, answer_by_mouse
from tests.browser.conftest import METADATA, _cell
from tests.browser.lite import Handler, Live, a_server
from tests.conftest import ROOT
from whosays.cli import main
from whosays.course import Course
from whosays.questions import Bank
from whosays.site import live as live_half
from whosays.student_copy import copy_for_students

pytest.importorskip("jupyterlite_core", reason="no JupyterLite: pip install --group site")
expect = pytest.importorskip("playwright.sync_api").expect

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

PYODIDE = os.environ.get("WHOSAYS_PYODIDE")
NOTEBOOKS = [path.as_posix() for path in Course(ROOT).notebooks()]
BANK = Bank.open(ROOT / "data" / "questions")
CHOICE = BANK.question("01-speaker-of-94")
MARKS = BANK.question("01-mark-one-sentence")
RIGHT = next(name for name in CHOICE.options if CHOICE.holds(name))
WRONG = next(name for name in CHOICE.options if not CHOICE.holds(name))
SHORT = "notebooks/short.ipynb"

live = pytest.mark.skipif(
    not PYODIDE, reason="no Pyodide: name the folder of an unpacked release in WHOSAYS_PYODIDE"
)
every = pytest.mark.skipif(
    not os.environ.get("WHOSAYS_EVERY_NOTEBOOK"), reason="slow: set WHOSAYS_EVERY_NOTEBOOK to run it"
)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the course with one short notebook more."""
    folder = tmp_path_factory.mktemp("course")
    for name in ("notebooks", "data", "exercises"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("answers", ".*"))
    title = {"cell_type": "markdown", "id": "c0", "metadata": {}, "source": "# Short\n\nOne question."}
    cells = ["from whosays import ask, hand_in, progress", f'ask("{CHOICE.id}")', "progress()"]
    cells += ['hand_in("01", name="Aida Öz")']
    code = [_cell(f"c{number}", source) for number, source in enumerate(cells, start=1)]
    short = {"cells": [title, *code], "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5}
    (folder / SHORT).write_text(json.dumps(short), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def folder(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site once for all tests here."""
    from whosays.site import build

    to = tmp_path_factory.mktemp("site")
    build(to, Path(PYODIDE) if PYODIDE else None, course)
    return to


@pytest.fixture(scope="module")
def base(folder: Path) -> Iterator[str]:
    with a_server(folder) as address:
        yield address


@pytest.fixture
def reader(context: BrowserContext) -> Iterator[BrowserContext]:
    """Give a browser that has never been here."""
    fresh = context.browser.new_context(accept_downloads=True)
    yield fresh
    fresh.close()


def pages(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.html"))


@pytest.mark.parametrize(("scheme", "width"), [("light", 1200), ("dark", 390)])
def test_pages_ask_for_nothing_from_elsewhere_and_have_no_barriers(context, base, folder, scheme, width):
    from axe_playwright_python.sync_playwright import Axe

    fresh = context.browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
    page, faults = fresh.new_page(), []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "request",
        lambda asked: faults.append(asked.url) if not asked.url.startswith((base, "data:")) else None,
    )
    for name in pages(folder):
        page.goto(base + name)
        faults += [
            f"{name}: {rule['id']}: {rule['nodes'][0]['html'][:150]}"
            for rule in Axe().run(page).response["violations"]
        ]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"{name} is wider than the window")
    fresh.close()
    assert faults == []


def test_searching_leads_to_the_section_that_holds_the_word(reader, base):
    page = reader.new_page()
    page.goto(base)
    page.get_by_label("Search").fill("carrier")
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_contain_text(re.compile(r"^\d+ sections hold “carrier”"))
    page.locator("#hits a").first.click()
    expect(page.locator("h1")).to_be_visible()
    anchor = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert anchor == "" or page.evaluate("(id) => !!document.getElementById(id)", anchor)


def test_the_choice_of_dark_or_light_stays(reader, base):
    page = reader.new_page()
    page.goto(base)
    ground = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(ground)
    page.get_by_role("button", name="Dark or light").click()
    after = page.evaluate(ground)
    assert after != before
    page.goto(base + "01_who_says_so.html")
    assert page.evaluate(ground) == after


def test_on_paper_tables_are_open_and_navigation_is_gone(reader, base):
    page = reader.new_page()
    page.goto(base + "00_start_here.html")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.locator("header").is_visible()
    assert page.locator("main details").first.evaluate("(part) => part.open")
    assert len(page.pdf()) > 10_000


@live
@pytest.mark.parametrize("name", ["01_who_says_so", "05_charting_reports"])
def test_a_lesson_runs_live_with_charts_and_feedback_and_keeps_answers(reader, base, name):
    Handler.missing.clear()
    book = Live(reader, base, f"notebooks/{name}.ipynb")
    book.run_all()
    assert book.errors() == []
    assert noise(book) == []
    expect(book.page.locator(".jp-OutputArea-output figure img").first).to_be_attached()
    question = CHOICE if name.startswith("01") else BANK.question("05-lost-more")
    cell = next(cell for cell, source in book.cells() if f'ask("{question.id}")' in source)
    form = book.output(cell).locator(".whosays")
    form.scroll_into_view_if_needed()
    answer_by_mouse(form, question)
    expect(form.locator(".whosays-said")).to_contain_text("This holds")
    if name.startswith("01"):
        cell = next(cell for cell, source in book.cells() if f'ask("{MARKS.id}")' in source)
        form = book.output(cell).locator(".whosays")
        answer_by_keyboard(book.page, form, MARKS)
        expect(form.locator(".whosays-said")).to_contain_text("This holds")
    assert book.faults() == []
    assert Handler.missing == []
    book.close()

    again = Live(reader, base, f"notebooks/{name}.ipynb")
    again.run_all()
    cell = next(cell for cell, source in again.cells() if f'ask("{question.id}")' in source)
    expect(again.output(cell).locator(".whosays .whosays-said")).to_contain_text("This holds")
    again.shoot(f"live_{name}")


def noise(book: Live) -> list[str]:
    """Return what cells wrote to the error stream."""
    return book.do("""
        return book.widgets.flatMap(({ model }) => (model.outputs?.toJSON() ?? [])
            .filter(({ name }) => name === "stderr").map(({ text }) => `${model.id}: ${text}`));
    """)


@live
def test_what_is_loading_is_said_at_once_and_where_answers_are_kept_afterwards(reader, base):
    book = Live(reader, base, SHORT, wait=False)
    expect(book.bar.locator("progress")).to_be_visible(timeout=3000)
    expect(book.bar.get_by_role("status")).to_contain_text(
        re.compile("Loading|Opening|Starting"), timeout=3000
    )
    expect(book.bar.get_by_role("status")).to_contain_text("kept in this browser", timeout=240_000)
    expect(book.bar.locator("progress")).to_be_hidden()
    assert book.barriers("#whosays-bar") == []
    book.bar.get_by_role("button", name="Hide this").click()
    expect(book.bar).to_be_hidden()


@live
def test_answers_go_to_another_browser_as_a_file_and_into_what_is_handed_in(reader, context, base, tmp_path):
    book = Live(reader, base, SHORT)
    book.run_all()
    form = book.output("c2").locator(".whosays")
    form.locator(f'label:has([value="{WRONG}"])').click()
    form.locator(".whosays-check").click()
    expect(form.locator(".whosays-said")).to_contain_text("Not yet")
    expect(book.bar).to_contain_text("kept in this browser")
    with book.page.expect_download() as started:
        book.bar.get_by_role("button", name="Save my answers").click()
    started.value.save_as(tmp_path / "mine.json")
    book.run("c4")
    with book.page.expect_download() as started:
        book.output("c4").get_by_role("link").click()
    started.value.save_as(tmp_path / started.value.suggested_filename)
    with zipfile.ZipFile(tmp_path / "01_aida-öz.zip") as parcel:
        assert WRONG in parcel.read("answers.jsonl").decode()

    elsewhere = context.browser.new_context()
    other = Live(elsewhere, base, SHORT)
    other.run_all()
    form = other.output("c2").locator(".whosays")
    form.locator(f'label:has([value="{RIGHT}"])').click()
    form.locator(".whosays-check").click()
    expect(form.locator(".whosays-said")).to_contain_text("This holds")
    expect(other.bar).to_contain_text("kept in this browser")
    with other.page.expect_file_chooser() as chooser:
        other.bar.get_by_role("button", name="Load my answers").click()
    chooser.value.set_files(tmp_path / "mine.json")
    expect(other.bar).to_contain_text("Your answers were added", timeout=240_000)
    log = other.files("notebooks/answers")["notebooks/answers/01_who_says_so.jsonl"]
    said = [json.loads(line)["answer"] for line in log.splitlines()]
    assert said.index(WRONG) < said.index(RIGHT)
    elsewhere.close()


@live
def test_a_link_to_another_lesson_opens_it_live(reader, base):
    book = Live(reader, base, "notebooks/01_who_says_so.ipynb")
    with reader.expect_page() as opened:
        book.page.get_by_role("link", name="lesson 00").first.click()
    expect(opened.value.get_by_role("heading", name="Start here").first).to_be_visible(timeout=120_000)
    assert "/live/notebooks/" in opened.value.url


@live
def test_what_is_handed_in_from_a_browser_can_be_graded(reader, base, tmp_path):
    book = Live(reader, base, "exercises/e2_numbers.ipynb")
    book.do('book.widgets[at("hand-in")].model.sharedModel.setSource(`hand_in("e2", name="Aida Öz")`);')
    for cell in ("set-up", "ask-48-and-53"):
        book.run(cell)
    form = book.output("ask-48-and-53").locator(".whosays")
    form.locator('label:has([data-control="answer"])').first.click()
    form.locator(".whosays-check").click()
    expect(form.locator(".whosays-said")).to_contain_text("Noted")
    book.run("hand-in")
    (tmp_path / "handed").mkdir()
    with book.page.expect_download() as started:
        book.output("hand-in").get_by_role("link").click()
    started.value.save_as(tmp_path / "handed" / started.value.suggested_filename)
    to = tmp_path / "grades"
    key = str(ROOT / "solutions")
    assert main(["grade", str(tmp_path / "handed"), "--assignment", "e2", "--key", key, "--to", str(to)]) == 0
    assert "Aida Öz" in (to / "grades.csv").read_text(encoding="utf-8")


@live
def test_a_lock_that_a_closed_tab_left_behind_does_not_keep_answers_from_being_written(reader, base):
    book = Live(reader, base, SHORT)
    book.write("notebooks/answers/01_who_says_so.lock", "42\nemscripten\n")
    book.run_all()
    form = book.output("c2").locator(".whosays")
    form.locator(f'label:has([value="{RIGHT}"])').click()
    form.locator(".whosays-check").click()
    expect(form.locator(".whosays-said")).to_contain_text("This holds")
    expect(form.locator(".whosays-said")).not_to_contain_text("not saved")


@live
def test_a_reader_of_last_month_keeps_answers_and_is_offered_the_newer_lesson(
    reader, base, folder, course, tmp_path
):
    book = Live(reader, base, SHORT)
    book.run_all()
    form = book.output("c2").locator(".whosays")
    form.locator(f'label:has([value="{RIGHT}"])').click()
    form.locator(".whosays-check").click()
    expect(form.locator(".whosays-said")).to_contain_text("This holds")
    book.do('book.widgets[0].model.sharedModel.setSource("# Short, with a note of mine");')
    book.save()
    book.close()

    newer = tmp_path / "course"
    shutil.copytree(course, newer)
    text = (newer / SHORT).read_text(encoding="utf-8")
    (newer / SHORT).write_text(text.replace("# Short", "# Short, mended"), encoding="utf-8")
    shutil.rmtree(folder / "live")
    live_half.build(
        copy_for_students(Course(newer), tmp_path / "students"),
        folder / "live",
        Path(PYODIDE),
        tmp_path / "work",
    )

    again = Live(reader, base, SHORT, wait=False)  # it loads itself once more, to be rid of what is old
    expect(again.bar).to_contain_text("newer version of this lesson", timeout=240_000)
    assert again.cells()[0][1] == "# Short, with a note of mine"
    again.bar.get_by_role("button", name="Take the newer version").click()
    expect(again.bar).to_contain_text("kept in this browser", timeout=240_000)
    assert again.cells()[0][1].startswith("# Short, mended")
    again.run_all()
    expect(again.output("c2").locator(".whosays-said")).to_contain_text("This holds")
    assert [path for path in again.files("notebooks") if "my copy" in path] != []


@live
@every
@pytest.mark.parametrize("path", NOTEBOOKS)
def test_every_notebook_runs_live_to_its_end(reader, base, path):
    book = Live(reader, base, path)
    book.run_all()
    assert book.errors() == []
    assert noise(book) == []
    assert book.faults() == []
