"""The page of reference says of every public name what its docstring says, and nothing of private ones."""

import json

import pytest

import whosays
from tests.site.test_site import cell, notebook
from whosays.course import Course
from whosays.site import pages, reference

ENTRIES = {entry.name: entry for entry in reference.entries()}


def test_every_public_name_has_an_entry_that_says_what_it_does():
    assert set(ENTRIES) == set(whosays.__all__)
    assert [entry.name for entry in ENTRIES.values() if not entry.paragraphs] == []


def test_a_function_stands_with_its_signature_and_its_first_sentence():
    entry = ENTRIES["check_quote"]
    assert entry.signature == "check_quote(quoted: str, statement: str) -> QuoteCheck"
    assert entry.paragraphs[0] == " ".join(whosays.check_quote.__doc__.split("\n\n")[0].split())


def test_a_class_stands_with_what_can_be_called_on_it():
    inside = {part.name: part for part in ENTRIES["Case"].inside}
    assert inside["Case.open"].signature == "Case.open(path: str | Path) -> Case"
    assert "CaseError" in " ".join(inside["Case.open"].paragraphs)
    assert not any("._" in name for name in inside)


def test_a_module_stands_with_its_public_functions():
    names = {part.name for part in ENTRIES["charts"].inside}
    assert names == {f"charts.{name}" for name in whosays.charts.__all__}
    assert "calibration.tally" in {part.name for part in ENTRIES["calibration"].inside}


@pytest.fixture
def page(tmp_path) -> str:
    course = Course(tmp_path / "course")
    course.lessons.mkdir(parents=True)
    shown = notebook(cell("markdown", "# A lesson"))
    (course.lessons / "00_a.ipynb").write_text(json.dumps(shown), encoding="utf-8")
    pages.build(course, tmp_path / "site", tmp_path / "work")
    assert 'href="reference.html"' in (tmp_path / "site" / "00_a.html").read_text(encoding="utf-8")
    return (tmp_path / "site" / reference.ADDRESS).read_text(encoding="utf-8")


@pytest.mark.slow("building the site")
def test_the_site_holds_the_page_with_an_anchor_for_each_name(page):
    for name in whosays.__all__:
        assert f'<h2 id="{name}">' in page
        assert f'href="#{name}"' in page
