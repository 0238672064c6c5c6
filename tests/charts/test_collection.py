"""On a collection of charts, what misleads is caught and what is honest is not blamed."""

import matplotlib.pyplot as plt
import pytest

from tests.charts.collection import CHARTS
from tests.conftest import CASE
from whosays import Case
from whosays.charts.contract import check_chart

WRONG: dict[str, str] = {}  # charts that are judged wrongly, and why that is left so


@pytest.fixture(scope="module")
def cases() -> dict[str, Case]:
    return {name: Case.open(CASE.parent / name) for name in sorted({entry.case for entry in CHARTS})}


@pytest.mark.parametrize("entry", CHARTS, ids=lambda entry: entry.name)
def test_a_chart_is_caught_where_it_misleads_and_only_there(cases, entry):
    found = check_chart(entry.make(cases[entry.case]), cases[entry.case])
    plt.close("all")
    assert (found == []) == (entry.honest != (entry.name in WRONG)), [breach.message for breach in found]
    assert all(breach.message.endswith(".") and breach.remedy for breach in found)


def test_of_the_collection_95_in_100_are_caught_and_4_in_100_blamed_at_most():
    honest = [entry.name for entry in CHARTS if entry.honest]
    misleading = [entry.name for entry in CHARTS if not entry.honest]
    assert len(honest) >= 40
    assert len(misleading) >= 40
    assert len(set(honest + misleading)) == len(CHARTS)
    assert set(honest + misleading) >= WRONG.keys()
    assert sum(name in WRONG for name in misleading) <= 0.05 * len(misleading)
    assert sum(name in WRONG for name in honest) <= 0.04 * len(honest)
