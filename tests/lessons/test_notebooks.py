"""Notebooks are stored clean, and hold nothing that breaks where there is no front end."""

import ast
import json
import re
from itertools import pairwise

import pytest

from tests.lessons import LESSONS, NOTEBOOKS, cells, read

STORED = sorted(
    path
    for folder in ("notebooks", "exercises", "solutions")
    for path in (NOTEBOOKS.parent / folder).glob("**/*.ipynb")
    if ".ipynb_checkpoints" not in path.parts
)
each_notebook = pytest.mark.parametrize("path", STORED, ids=lambda p: p.stem)


def code(path) -> list[tuple[str, str]]:
    return [(c["id"], "".join(c["source"])) for c in read(path)["cells"] if c["cell_type"] == "code"]


def calls(source: str) -> set[str]:
    """Return the names of everything *source* calls, by their last part."""
    found = {node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)}
    return {
        f.attr if isinstance(f, ast.Attribute) else f.id
        for f in found
        if isinstance(f, ast.Attribute | ast.Name)
    }


def test_there_are_lessons():
    assert {path.stem[:2] for path in LESSONS} == {f"{number:02}" for number in range(10)}


@each_notebook
def test_a_notebook_is_stored_without_outputs_and_counts(path):
    for cell in read(path)["cells"]:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None


@each_notebook
def test_cell_ids_are_stable_words(path):
    ids = [cell["id"] for cell in read(path)["cells"]]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name) for name in ids)
    assert not any(re.fullmatch(r"[0-9a-f]{8}", name) for name in ids)


@each_notebook
def test_metadata_hold_only_kernel_and_language(path):
    metadata = read(path)["metadata"]
    assert set(metadata) == {"kernelspec", "language_info"}
    assert metadata["language_info"] == {"name": "python"}
    assert set(metadata["kernelspec"]) == {"display_name", "language", "name"}


@each_notebook
def test_a_notebook_ends_with_a_line_break_and_keeps_its_letters(path):
    text = path.read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"


@each_notebook
def test_code_cells_have_at_most_twelve_lines(path):
    assert {name: source.count("\n") + 1 for name, source in code(path) if source.count("\n") >= 12} == {}


@each_notebook
def test_nothing_needs_a_front_end(path):
    banned = {
        "clear_output",
        "Output",
        "interact",
        "interactive",
        "interactive_output",
        "input",
        "update_display",
    }
    assert {name: calls(source) & banned for name, source in code(path) if calls(source) & banned} == {}


@each_notebook
def test_no_line_ends_with_a_semicolon_and_no_magic_is_used(path):
    lines = [line for _, source in code(path) for line in source.splitlines()]
    assert [line for line in lines if line.rstrip().endswith(";") or line.startswith(("%", "!"))] == []


@each_notebook
def test_no_script_style_or_font_is_fetched(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(
        r"<(script|link|style|iframe)\b|@import|https?://[^\"\s)]*\.(js|css|woff2?|ttf)\b", text
    )


@each_notebook
def test_every_figure_goes_through_the_helper_with_alt_text(path):
    for name, source in code(path):
        assert not calls(source) & {"imshow", "savefig", "display"}, name
        assert "plt.show" not in source, name
        assert "subplots" not in calls(source) or "show" in calls(source) or "return fig" in source, name


@each_notebook
def test_links_between_notebooks_lead_somewhere(path):
    for _, source in cells(path, "markdown"):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", source):
            assert (path.parent / target).exists(), target


@each_notebook
def test_headings_go_down_one_level_at_a_time(path):
    sources = [source for _, source in cells(path, "markdown")]
    levels = [len(m) for source in sources for m in re.findall(r"^(#+) ", source, re.MULTILINE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


@pytest.mark.parametrize(
    "path", [path for path in LESSONS if "01" <= path.stem[:2] <= "08"], ids=lambda p: p.stem
)
def test_a_lesson_has_its_frame(path):
    text = "\n".join(source for _, source in cells(path, "markdown"))
    assert re.search(r"\d+ minutes\. You need", text)
    for part in (
        "## Predict",
        "worked",
        "## Alone",
        "text you have not seen",
        "## What we cannot say",
        "## Key points",
        "To hand in: [E",
    ):
        assert (
            part.lower() in "\n".join("".join(c["source"]) + c["id"] for c in read(path)["cells"]).lower()
        ), part


def test_the_last_lesson_asks_again_tests_and_looks_back():
    [path] = [path for path in LESSONS if path.stem.startswith("09")]
    headings = re.findall(
        r"^## (.+)$", "\n".join(source for _, source in cells(path, "markdown")), re.MULTILINE
    )
    for part in (
        "Before you go on",
        "Predict",
        "Two bars",
        "What we cannot say",
        "In two to four weeks",
        "Key points",
    ):
        assert part in headings
    called = set().union(*(calls(source) for _, source in code(path)))
    assert {
        "ask_missed",
        "ask_all",
        "two_bars",
        "calibration_curve",
        "overconfidence",
        "profile",
        "review",
    } <= called


@each_notebook
def test_prose_keeps_its_voice(path):
    prose = "\n".join(source for _, source in cells(path, "markdown"))
    assert "!" not in prose.replace("![", "")
