"""The picture of the architecture shows the imports as they are, and its page names places that are there."""

import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


@pytest.mark.slow("the picture of the imports")
def test_the_picture_is_drawn_from_the_imports_of_today():
    code = "import draw_architecture as d; print(d.picture() == d.PICTURE.read_text(encoding='utf-8'))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "docs", capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "True", "run: python docs/draw_architecture.py"


def test_every_place_that_the_page_names_is_there():
    named = re.findall(r"`((?:src|data|tests|docs|notebooks|exercises|solutions|benchmarks)/[^`\s]*)`", PAGE)
    assert len(named) > 20
    assert [place for place in named if not list(ROOT.glob(place))] == []


def test_every_room_of_the_package_is_told_of():
    rooms = [path.name for path in (ROOT / "src" / "whosays").iterdir() if (path / "__init__.py").is_file()]
    assert len(rooms) == 10
    assert [room for room in rooms if f"| `src/whosays/{room}/` |" not in PAGE] == []


def test_the_top_of_the_package_stays_small():
    top = ROOT / "src" / "whosays"
    modules = [path.name for path in top.glob("*.py") if path.name != "__init__.py"]
    rooms = [path for path in top.iterdir() if path.is_dir() and path.name != "__pycache__"]
    assert len(modules) <= 5
    assert len(rooms) <= 12
