"""Print what the chart contract catches and blames on its collection, and what a check costs.

Run with ``uv run python benchmarks/contract.py``. The collection stands beside the tests; each of its charts
says whether it is honest, and why. Whatever is judged wrongly is named.
"""

import sys
import time
from importlib import import_module
from pathlib import Path

import matplotlib.pyplot as plt
from timing import median

from whosays import Case
from whosays.charts.contract import breaches, check_chart
from whosays.charts.facts import facts

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # the collection belongs to the tests
CHARTS = import_module("tests.charts.collection").CHARTS
bars = import_module("tests.charts.collection.base").bars


def share(part: int, whole: int) -> str:
    """Return "27 of 27 (100.0 %)"."""
    return f"{part} of {whole} ({100 * part / whole:.1f} %)"


def judged() -> dict[str, tuple[bool, list[str]]]:
    """Return for each chart of the collection whether it is honest, and what was said of it."""
    cases = {name: Case.open(ROOT / "data" / name) for name in {entry.case for entry in CHARTS}}
    found = {}
    for entry in CHARTS:
        figure = entry.make(cases[entry.case])
        told = check_chart(figure, cases[entry.case])
        found[entry.name] = (entry.honest, [f"{breach.clause}: {breach.message}" for breach in told])
        plt.close("all")
    return found


def collection() -> None:
    """Print the shares, each missed chart by its name, and each blamed one with what was said."""
    began = time.perf_counter()
    found = judged()
    misleading = {name: told for name, (honest, told) in found.items() if not honest}
    honest = {name: told for name, (is_honest, told) in found.items() if is_honest}
    caught, blamed = sum(map(bool, misleading.values())), sum(map(bool, honest.values()))
    print(f"caught  {share(caught, len(misleading))} charts that mislead (at least 95 %)")
    print(f"blamed  {share(blamed, len(honest))} honest charts (at most 4 %)")
    for name in sorted(name for name, told in misleading.items() if not told):
        print(f"  missed  {name}")
    for name in sorted(name for name, told in honest.items() if told):
        print(f"  blamed  {name}: {'; '.join(honest[name])}")
    print(f"in {time.perf_counter() - began:.1f} s")


def times() -> None:
    """Print what three bars cost: taking the facts, judging them, and both."""
    case = Case.open(ROOT / "data" / "kyrgyz_tajik_2022")

    def three() -> object:
        names = ("Kyrgyz Health Ministry", "Tajik Foreign Ministry", "Kyrgyz Emergencies Ministry")
        return bars(names=names, values=(59, 35, 37))[0]

    drawn = [three() for _ in range(20)]
    fresh = iter(drawn)
    print(f"three bars  {median(lambda: check_chart(next(fresh), case), 15) * 1000:.0f} ms (at most 50)")
    stored = facts(drawn[-1])
    print(f"judging     {median(lambda: breaches(stored, case), 15) * 1000:.0f} ms of them")
    plt.close("all")


if __name__ == "__main__":
    collection()
    times()
