"""What several test files share: the case, and a copy of it that may be broken."""

import shutil
from pathlib import Path

import pytest

from whosays.case import Case

ROOT = Path(__file__).parents[1]
CASE = ROOT / "data" / "kyrgyz_tajik_2022"


@pytest.fixture(scope="session")
def case() -> Case:
    return Case.open(CASE)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASE, tmp_path / "case"))
