"""What several test files share: the case, and a copy of it that may be broken."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from whosays.case import Case

ROOT = Path(__file__).parents[1]
CASE = ROOT / "data" / "kyrgyz_tajik_2022"

# Time limits are of no use on a busy machine. The depth is that of the command for what takes long.
settings.register_profile("short", max_examples=20, deadline=None)
settings.register_profile("deep", max_examples=300, deadline=None)
settings.load_profile("short")


@pytest.fixture(scope="session")
def case() -> Case:
    return Case.open(CASE)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASE, tmp_path / "case"))
