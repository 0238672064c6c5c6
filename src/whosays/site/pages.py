"""Make the pages to read: every notebook run once, its outputs shown, and an index to search.

A page is a template of our own around what nbconvert makes of Markdown. So it asks for nothing from
elsewhere, where Sphinx themes and the templates of nbconvert bring scripts, fonts and formulas along.
"""

import json
import shutil
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, Template
from tqdm import tqdm

from whosays.course import Course
from whosays.site import execute, live, reference
from whosays.site.notebook_html import Body, body_of
from whosays.student_copy import title

STATIC = Path(__file__).parent / "static"
ASSETS = ("page.css", "page.js", "icon.svg")


class Page(NamedTuple):
    """Hold one notebook as a page: where it stands, what it is called, where it is live, what it says."""

    address: str
    title: str
    live: str
    body: Body


def build(course: Course, to: Path, work: Path) -> None:
    """Write the reading pages of *course* into the folder *to*; notebooks are run in the folder *work*.

    Raises SiteError, naming notebook and cell, where a notebook fails.
    """
    shutil.copytree(course.path, work)
    notebooks = tqdm(course.notebooks(), desc="Running notebooks", unit=" notebooks")
    pages = [_page(course, notebook, execute.run(work / notebook)) for notebook in notebooks]
    (to / "assets").mkdir(parents=True)
    for name in ASSETS:
        shutil.copyfile(STATIC / name, to / "assets" / name)
    _write_all(pages, to)
    index = [
        {"page": page.address, "title": page.title, **part._asdict()}
        for page in pages
        for part in page.body.parts
    ]
    (to / "search.json").write_text(json.dumps(index, ensure_ascii=False), encoding="utf-8")


def _write_all(pages: list[Page], to: Path) -> None:
    templates = Environment(
        loader=FileSystemLoader(STATIC), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    for name in ("index.html", "search.html"):
        _write(to / name, templates.get_template(name), pages=pages, here=None)
    library = templates.get_template("reference.html")
    _write(to / reference.ADDRESS, library, pages=pages, here=None, entries=reference.entries())
    for number, page in enumerate(pages):
        around = {"before": pages[number - 1] if number else None, "after": [*pages, None][number + 1]}
        _write(to / page.address, templates.get_template("lesson.html"), pages=pages, here=page, **around)


def _page(course: Course, notebook: Path, ran: dict[str, Any]) -> Page:
    here = {path.name: address(path) for path in course.notebooks()}
    return Page(address(notebook), title(ran), live.address(notebook), body_of(ran, here))


def address(notebook: Path) -> str:
    """Return the address of the page of *notebook*."""
    return f"{notebook.stem}.html"


def _write(path: Path, template: Template, **given: Any) -> None:
    path.write_text(template.render(**given), encoding="utf-8")
