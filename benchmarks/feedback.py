"""Print how long a reader waits for feedback, beside a bare ipywidgets button in the same page and run.

Run with ``uv run python -m benchmarks.feedback``; it needs a Chromium. Measured in the page, from the click
to the change of the page: both ways over the channel, judging, and a line synced to the disk included.
"""

import json
import statistics
import tempfile
from pathlib import Path

from tests.browser.lab import a_browser, a_lab
from tests.browser.notebook import Notebook
from tests.browser.tab import Tab
from tests.conftest import ROOT

ROUNDS = 30
BARE = """
from time import time_ns
from ipywidgets import HTML, Button, VBox
button, told = Button(description="Check"), HTML("nothing yet")
button.on_click(lambda _: setattr(told, "value", f"<p>{time_ns()}</p>"))
VBox([button, told])
"""
WAIT = """([button, told]) => new Promise((resolve) => {
    const start = performance.now();
    new MutationObserver((_, seen) => { seen.disconnect(); resolve(performance.now() - start); })
        .observe(told, { childList: true, subtree: true, characterData: true });
    button.click();
})"""


def cell(number: int, source: str) -> dict[str, object]:
    base = {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": []}
    return {**base, "id": f"c{number}", "source": source}


def write(course: Path) -> Path:
    """Write a notebook with one exercise and one bare button below *course*, and return its path."""
    (course / "data").symlink_to(ROOT / "data")
    path = course / "notebooks" / "feedback.ipynb"
    path.parent.mkdir()
    sources = ["from whosays import ask", 'ask("01-speaker-of-94")', BARE]
    cells = [cell(number, source) for number, source in enumerate(sources, start=1)]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path


def measure(book: Notebook) -> dict[str, list[float]]:
    """Return the milliseconds of each click, the two buttons in turn."""
    ours, bare = book.output("c2"), book.output("c3")
    ours.locator("[data-control]").last.check()
    pairs = {
        "exercise": (ours.locator(".whosays-check"), ours.locator("output").first),
        "bare button": (bare.get_by_role("button"), bare.locator(".widget-html-content")),
    }
    handles = {name: [part.element_handle() for part in pair] for name, pair in pairs.items()}
    waits: dict[str, list[float]] = {name: [] for name in pairs}
    for _ in range(ROUNDS):
        for name, pair in handles.items():
            waits[name].append(book.page.evaluate(WAIT, pair))
    return waits


def main() -> None:
    """Measure in a folder of its own, and print both."""
    with tempfile.TemporaryDirectory() as course, tempfile.TemporaryDirectory() as home:
        path = write(Path(course))
        with a_lab(Path(course), Path(home)) as lab, a_browser() as browser:
            book = Notebook(Tab(browser.new_context()), lab, path)
            book.run_all()
            waits = measure(book)
    middle = {name: statistics.median(times[3:]) for name, times in waits.items()}
    for name, times in waits.items():
        print(f"{name:12} {middle[name]:6.1f} ms in the median of {ROUNDS}, {max(times[3:]):6.1f} ms at most")
    ratio = middle["exercise"] / middle["bare button"]
    print(f"an exercise takes {ratio:.2f} times as long as a bare button (at most 100 ms wanted)")


if __name__ == "__main__":
    main()
