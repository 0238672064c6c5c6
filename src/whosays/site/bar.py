"""Add to JupyterLite's page a bar: how far loading is, where answers are kept, which lesson is newer."""

import hashlib
import json
import shutil
from pathlib import Path

from whosays.course import Course
from whosays.student_copy import read_notebook

STATIC = Path(__file__).parent / "static"
SCRIPTS = ("live.js", "bar.js", "answers.js", "answer_file.js", "newer.js", "tree.js", "live.css")
HEAD = (
    '<link rel="icon" href="../../assets/icon.svg"><link rel="stylesheet" href="../live.css">'
    '<script type="module" src="../live.js"></script>'
)
# What a browser may still hold of last month: the course, and what tells JupyterLite where things are.
CHANGING = ("files/**/*", "api/**/*.json", "**/jupyter-lite.json")


def add(course: Course, to: Path, page: Path) -> None:
    """Add the bar to the *page* of JupyterLite, and what it needs to the live folder *to* of *course*."""
    for name in SCRIPTS:
        shutil.copyfile(STATIC / name, to / name)
    (to / "course.json").write_text(json.dumps(_about(course, to), indent=1), encoding="utf-8")
    html = page.read_text(encoding="utf-8").replace("<html>", '<html lang="en">', 1)
    html = html.replace("</head>", f"{HEAD}</head>", 1)
    html = html.replace("</body>", (STATIC / "bar.html").read_text(encoding="utf-8") + "</body>", 1)
    page.write_text(html, encoding="utf-8")
    tree = to / "tree" / "index.html"
    html = tree.read_text(encoding="utf-8").replace("<head>", '<head><script src="../tree.js"></script>', 1)
    tree.write_text(html, encoding="utf-8")


def _about(course: Course, to: Path) -> dict[str, object]:
    """Return what the bar must know of *course*: its build, what changes, the version of each notebook."""
    found = sorted({path for glob in (*CHANGING, *SCRIPTS) for path in to.glob(glob) if path.is_file()})
    content = hashlib.sha256(b"".join(path.read_bytes() for path in found)).hexdigest()[:12]
    versions = {
        notebook.as_posix(): read_notebook(course.path / notebook)["metadata"]["whosays"]["version"]
        for notebook in course.notebooks()
    }
    return {
        "build": content,
        "files": [path.relative_to(to).as_posix() for path in found],
        "versions": versions,
    }
