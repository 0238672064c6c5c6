"""Titles that claim more than reports can show are told, whatever words stand beside; others are left alone."""

from pathlib import Path

import matplotlib.pyplot as plt
import pytest

from tests.charts.collection.base import bars, steps
from whosays.charts.contract import breaches
from whosays.charts.facts import facts


def titles() -> list[tuple[str, bool, str]]:
    """Return on which chart each title stands, whether it is honest, and the title."""
    found, chart = [], ""
    for line in (Path(__file__).parent / "titles.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            chart = line.strip("[]")
        elif line[:2] in ("+ ", "- "):
            found.append((chart, line[0] == "+", line[2:]))
    return found


@pytest.fixture(scope="module")
def charts() -> dict:
    """Return the facts of each chart with the place of its title left open."""
    drawn = {}
    for name, draw in (("bars", bars), ("steps", steps)):
        figure, ax = draw()
        ax.set_title("THE TITLE")
        drawn[name] = facts(figure)
        plt.close(figure)
    return drawn


@pytest.mark.parametrize(("chart", "honest", "title"), titles(), ids=[title[:60] for _, _, title in titles()])
def test_a_title_is_told_where_it_claims_too_much(case, charts, chart, honest, title):
    [panel] = charts[chart]["panels"]
    words = [title if words == "THE TITLE" else words for words in panel["words"]]
    found = breaches({**charts[chart], "panels": [{**panel, "title": title, "words": words}]}, case)
    assert (found == []) == honest, [breach.message for breach in found]
