"""The site is built from what students may see, and its parts are what a browser needs."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT
from whosays.answers import log as answers_log
from whosays.answers.log import AnswerLog
from whosays.course import Course
from whosays.site import SiteError, build, pages, pyodide, wheels
from whosays.site.notebook_html import body_of, prose_html
from whosays.site.outputs import output_html, widget_html
from whosays.student_copy import NoCourseError, copy_for_students, read_notebook, shown, title, version
from whosays.widgets.exercise import _plain


def cell(kind: str, source: str, **metadata: object) -> dict[str, object]:
    name = f"c{abs(hash(source))}"
    code = {"outputs": ["old"], "execution_count": 3} if kind == "code" else {}
    return {"cell_type": kind, "id": name, "metadata": metadata, "source": source, **code}


def notebook(*cells: dict[str, object]) -> dict[str, object]:
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """Return a small course with everything that no student should get."""
    for name in ("notebooks/answers", "exercises/questions", "solutions", "data/case"):
        (tmp_path / "course" / name).mkdir(parents=True)
    book = notebook(
        cell("markdown", "# First\n\nAt the end you can read."),
        cell("code", "print(6 * 7)"),
        cell("markdown", "## For teachers\n\nKeep this back.", tags=["teacher"]),
    )
    for name in ("notebooks/00_first", "exercises/e1_try", "solutions/e1_try"):
        (tmp_path / "course" / f"{name}.ipynb").write_text(json.dumps(book), encoding="utf-8")
    (tmp_path / "course/notebooks/answers/00_first.jsonl").write_text("an answer", encoding="utf-8")
    (tmp_path / "course/data/case/article.txt").write_text("A text.", encoding="utf-8")
    return Course(tmp_path / "course")


def test_students_get_no_solutions_no_answers_and_no_cells_for_teachers(course, tmp_path):
    copy = copy_for_students(course, tmp_path / "students")
    assert copy.notebooks() == [Path("notebooks/00_first.ipynb"), Path("exercises/e1_try.ipynb")]
    names = {path.relative_to(copy.path).as_posix() for path in copy.path.rglob("*") if path.is_file()}
    assert "data/case/article.txt" in names
    assert not any("solutions" in name or name.endswith(".jsonl") for name in names)
    content = read_notebook(copy.path / copy.notebooks()[0])
    assert "Keep this back" not in json.dumps(content)
    assert content["cells"][1]["outputs"] == []


def test_a_notebook_has_another_version_only_when_it_says_something_else():
    first = shown(notebook(cell("code", "1"), cell("markdown", "x", tags=["teacher"])))
    same = shown(notebook(cell("code", "1")))
    assert first["metadata"]["whosays"] == same["metadata"]["whosays"]
    assert version([cell("code", "1")]) != version([cell("code", "2")])
    assert version([cell("code", "1"), cell("code", "2")]) != version([cell("code", "2"), cell("code", "1")])
    assert version([cell("code", "1"), cell("code", "2")]) != version([cell("code", "12")])
    in_lines = {**cell("code", ""), "source": ["1\n", "2"]}
    assert version([in_lines]) == version([cell("code", "1\n2")])
    assert title(notebook(cell("code", "# no"), cell("markdown", "# A\nb"))) == "A"


def test_a_folder_that_is_no_course_or_no_site_is_left_alone(course, tmp_path):
    with pytest.raises(NoCourseError, match="no notebooks"):
        build(tmp_path / "site", None, tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("do not delete", encoding="utf-8")
    with pytest.raises(SiteError, match="other files"):
        build(tmp_path / "mine", None, course.path)
    assert (tmp_path / "mine" / "thesis.txt").is_file()


def test_wheels_are_pure_whole_and_the_same_every_time(tmp_path):
    made = wheels.make(tmp_path / "one")
    assert [path.read_bytes() for path in made] == [
        path.read_bytes() for path in wheels.make(tmp_path / "two")
    ]
    for path in made:
        assert path.name.endswith("-py3-none-any.whl")
        with zipfile.ZipFile(path) as wheel:
            names = wheel.namelist()
            assert wheel.testzip() is None
            record = wheel.read(next(name for name in names if name.endswith("RECORD"))).decode()
        assert not [name for name in names if name.endswith((".so", ".pyd", ".pyc")) or ".." in name]
        assert sorted(line.split(",")[0] for line in record.splitlines()) == sorted(names)
    with zipfile.ZipFile(made[0]) as ours:
        assert "whosays/widgets/js/exercise.js" in ours.namelist()
        assert not [
            name for name in ours.namelist() if name.startswith(("whosays/site", "whosays/classroom"))
        ]


def test_what_has_compiled_parts_runs_without_them(tmp_path):
    [path] = [path for path in wheels.make(tmp_path) if path.name.startswith("psygnal")]
    code = f"import sys; sys.path.insert(0, {str(path)!r}); import psygnal; print(psygnal.__file__, psygnal._compiled)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert path.name in said
    assert said.endswith("False\n")


def release(folder: Path, python: str = "3.14.0", without: str = "") -> Path:
    """Make a folder that looks like a release of Pyodide."""
    names = [*pyodide.KERNEL, *pyodide.LESSONS, "pytz", "scipy"]
    packages = {name: {"file_name": f"{name}.whl", "depends": []} for name in names if name != without}
    if "pandas" in packages:
        packages["pandas"]["depends"] = ["numpy", "pytz"]
    folder.mkdir()
    lock = {"info": {"python": python}, "packages": packages}
    (folder / pyodide.LOCK).write_text(json.dumps(lock), encoding="utf-8")
    for name in [*pyodide.LOADER, *(package["file_name"] for package in packages.values())]:
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def test_of_a_release_of_pyodide_what_the_course_needs_is_taken(tmp_path):
    pytest.importorskip("jupyterlite_pyodide_kernel")
    pyodide.copy(release(tmp_path / "release"), tmp_path / "taken")
    assert (tmp_path / "taken" / "pytz.whl").is_file()
    assert not (tmp_path / "taken" / "scipy.whl").exists()
    lock = json.loads((tmp_path / "taken" / pyodide.LOCK).read_text(encoding="utf-8"))
    assert "scipy" not in lock["packages"]


def test_what_is_no_fitting_release_of_pyodide_is_said_in_words(tmp_path):
    pytest.importorskip("jupyterlite_pyodide_kernel")
    with pytest.raises(SiteError, match="there is no pyodide-lock"):
        pyodide.copy(tmp_path, tmp_path / "a")
    with pytest.raises(SiteError, match=r"holds Python 3\.9\.1; JupyterLite here needs"):
        pyodide.copy(release(tmp_path / "old", "3.9.1"), tmp_path / "b")
    with pytest.raises(SiteError, match="has no package pandas"):
        pyodide.copy(release(tmp_path / "small", without="pandas"), tmp_path / "c")
    (release(tmp_path / "torn") / "numpy.whl").unlink()
    with pytest.raises(SiteError, match=r"lacks numpy\.whl"):
        pyodide.copy(tmp_path / "torn", tmp_path / "d")


def test_links_between_notebooks_lead_to_pages_and_other_local_ones_are_undone():
    shown = prose_html(
        "[a](01_x.ipynb#b) [c](../docs/t.md) [d](https://example.org)", {"01_x.ipynb": "01_x.html"}
    )
    assert '<a href="01_x.html#b">a</a>' in shown
    assert "<a>" not in shown
    assert "docs/t.md" not in shown
    assert 'href="https://example.org"' in shown


def test_markup_in_prose_and_outputs_stays_text():
    assert "<script>" not in prose_html("<script>alert(1)</script>", {})
    assert "<b>" not in output_html({"output_type": "stream", "text": "<b>x</b>"}, {})


def test_sections_for_the_search_have_anchors_that_are_on_the_page():
    cells = (
        cell("markdown", "# T\n\nLead *here*."),
        cell("markdown", "## Alone\n\nA."),
        cell("markdown", "## Alone\n\nB."),
    )
    body = body_of(notebook(*cells), {})
    assert [tuple(part) for part in body.parts] == [
        ("T", "", "Lead here."),
        ("Alone", "alone", "A."),
        ("Alone", "alone-2", "B."),
    ]
    assert all(f'id="{part.anchor}"' in body.html for part in body.parts[1:])
    assert body.lead == "<p>Lead <em>here</em>.</p>"


def test_panels_show_their_picture_and_tell_their_controls():
    state = {
        "box": {
            "model_name": "VBoxModel",
            "state": {"children": ["IPY_MODEL_s", "IPY_MODEL_d", "IPY_MODEL_h"]},
        },
        "s": {
            "model_name": "IntSliderModel",
            "state": {"description": "Both", "value": 3, "min": 0, "max": 9},
        },
        "d": {
            "model_name": "DropdownModel",
            "state": {"description": "Day", "index": 1, "_options_labels": ["Monday", "Tuesday"]},
        },
        "h": {"model_name": "HTMLModel", "state": {"value": '<img alt="A chart">'}},
    }
    html = widget_html("box", state)
    assert "Both: 3 (live, a slider from 0 to 9)" in html
    assert "Day: Tuesday (live, you choose from: Monday, Tuesday)" in html
    assert html.endswith('<img alt="A chart">')


@pytest.mark.slow("building the site")
def test_pages_show_outputs_and_ask_for_nothing_from_elsewhere(course, tmp_path):
    pages.build(copy_for_students(course, tmp_path / "students"), tmp_path / "out", tmp_path / "run")
    page = (tmp_path / "out" / "00_first.html").read_text(encoding="utf-8")
    assert "<pre>42\n</pre>" in page
    assert 'href="live/notebooks/index.html?path=notebooks/00_first.ipynb"' in page
    for path in (tmp_path / "out").rglob("*.*"):
        text = path.read_text(encoding="utf-8")
        assert "Keep this back" not in text
        assert not re.search(r"(?:src|href)=\"https?:|@import|url\(", text), path


@pytest.mark.slow("building the site")
def test_a_notebook_that_fails_stops_the_building_and_is_named(course, tmp_path):
    failing = notebook(
        cell("markdown", "# T"), {**cell("code", "1 / 0"), "outputs": [], "execution_count": None}
    )
    (course.path / "notebooks/00_first.ipynb").write_text(json.dumps(failing), encoding="utf-8")
    with pytest.raises(SiteError, match=r"00_first\.ipynb does not run to its end: ZeroDivisionError"):
        pages.build(copy_for_students(course, tmp_path / "students"), tmp_path / "out", tmp_path / "run")


def test_no_page_of_the_site_names_a_host_to_load_from():
    for path in (ROOT / "src" / "whosays" / "site").rglob("*.*"):
        if path.suffix in (".js", ".css", ".html", ".svg"):
            found = re.findall(r"https?://[^\s\"']+", path.read_text(encoding="utf-8"))
            assert [address for address in found if address != "http://www.w3.org/2000/svg"] == [], path


def test_a_lock_left_behind_in_a_browser_gives_way_and_one_elsewhere_does_not(tmp_path, monkeypatch):
    from filelock import SoftFileLock

    monkeypatch.setattr(answers_log, "FileLock", SoftFileLock)
    monkeypatch.setattr(answers_log, "_WAIT", 0.2)
    log = AnswerLog.open("lesson", tmp_path)
    left = SoftFileLock(tmp_path / "lesson.lock")
    left.acquire()
    assert "not saved yet" in log.add("q", "v", "answer", answer="a")[1]
    monkeypatch.setattr(answers_log.sys, "platform", "emscripten")
    assert log.add("q", "v", "answer", answer="b")[1] == ""
    assert not (tmp_path / "lesson.lock").exists()
    assert [json.loads(line)["answer"] for line in log.path.read_text(encoding="utf-8").splitlines()] == [
        "a",
        "b",
    ]
    left.release()


def test_the_null_of_a_browser_is_none():
    class JsNull:
        pass

    assert _plain({"do": "check", "answer": [JsNull(), 1], "confidence": JsNull()}) == {
        "do": "check", "answer": [None, 1], "confidence": None,
    }  # fmt: skip


def test_an_answer_that_is_folded_away_stays_so_and_other_html_is_text():
    source = "<details><summary>Answer</summary>\n\nIt *says less*.\n\n</details>\n\n<b>x</b>"
    html = prose_html(source, {})
    assert "<details><summary>Answer</summary>" in html
    assert "</details>" in html
    assert "<b>" not in html
