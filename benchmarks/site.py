"""Print what a reader waits for, in seconds and megabytes: the first page, chart and feedback.

Run with ``uv run --group site python benchmarks/site.py PYODIDE`` where PYODIDE is the folder of an unpacked
release. Lesson 00 is opened live, cold and then warm, and beside it in a JupyterLab on this machine, of
which megabytes are not counted.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.lab import FLAGS, a_browser, a_lab, chromium  # noqa: E402
from tests.browser.lite import Handler, Live, a_server  # noqa: E402
from tests.browser.notebook import Notebook  # noqa: E402
from tests.browser.tab import Tab  # noqa: E402

from whosays.site import build  # noqa: E402

LESSON = "notebooks/00_start_here.ipynb"
QUESTION = 'ask("00-what-is-kept")'
CHART = ".jp-OutputArea-output figure img"


def measured(name: str, opened: Callable[[], Notebook]) -> None:
    """Print a line on the notebook that *opened* opens."""
    start, served = time.perf_counter(), Handler.served
    book = opened()
    page = book.page
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    seconds = [time.perf_counter() - start]
    book._wait()
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells'); 0")
    page.locator(CHART).first.wait_for(state="attached")
    seconds.append(time.perf_counter() - start)
    cell = next(cell for cell, source in book.cells() if source.endswith(QUESTION))
    form = book.output(cell).locator(".whosays")
    form.locator("input[type=radio]").first.check()
    form.locator(".whosays-check").click()
    form.locator(".whosays-said").wait_for()
    seconds.append(time.perf_counter() - start)
    megabytes = (Handler.served - served) / 1e6
    print(f"{name:22}{''.join(f'{value:13.1f}' for value in seconds)}{megabytes:13.1f}", flush=True)


def main(pyodide: Path) -> None:
    with tempfile.TemporaryDirectory() as folder, a_browser() as browser:
        site, course, home = Path(folder) / "site", Path(folder) / "course", Path(folder) / "home"
        start = time.perf_counter()
        build(site, pyodide, ROOT)
        size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file()) / 1e6
        print(f"building took {time.perf_counter() - start:.0f} s; the site has {size:.0f} MB")
        print(f"load of this machine: {os.getloadavg()[0]:.1f}")
        print(f"{'':22}{'first page s':>13}{'chart s':>13}{'feedback s':>13}{'MB':>13}")
        with a_server(site) as base:
            # A profile on disk, as readers have one: a private window keeps no large files.
            context = browser.browser_type.launch_persistent_context(
                Path(folder) / "profile", executable_path=chromium(), args=[*FLAGS, "--no-sandbox"]
            )
            for name in ("live, cold", "live, warm"):
                measured(name, lambda: Live(context, base, LESSON, wait=False))
            context.close()
        for part in ("notebooks", "data"):
            shutil.copytree(ROOT / part, course / part, ignore=shutil.ignore_patterns("answers"))
        home.mkdir()
        with a_lab(course, home) as lab:
            context = browser.new_context()
            for name in ("JupyterLab, cold", "JupyterLab, warm"):
                measured(name, lambda: Notebook(Tab(context), lab, course / LESSON))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("name the folder of an unpacked release of Pyodide")
    main(Path(sys.argv[1]))
