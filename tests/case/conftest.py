"""What the tests of cases share: every case that lies in data/, so that a new one is tested as it comes."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from whosays.case import Case
from whosays.course import Course

CASES = Course(ROOT).cases()


@pytest.fixture(scope="session", params=CASES, ids=lambda folder: folder.name)
def folder(request) -> Path:
    return request.param


@pytest.fixture(scope="session")
def each(folder) -> Case:
    return Case.open(folder)
