"""Print what starting costs: importing, judging, opening the case, running every lesson, and all tests.

Run with ``uv run python benchmarks/startup.py``. Each figure stands beside its floor, measured in turn with
it; on a busy machine trust the ratios, and those of CPU seconds more than those of the wall.
"""

import io
import os
import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from timing import Cost, cost, least, median

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
IMPORTS = "import pandas, matplotlib.pyplot, networkx, ipywidgets, anywidget"
JUDGE = """
from whosays.questions import Bank, judge
question = Bank.open("data/questions").question("01-speaker-of-94")
judge(question, question.entry["accept"][0])
"""
BEFORE = "37a60e2"  # the last commit at which judging brought the library of tables along
# Hypothesis would be imported for its summary alone, at a second's cost.
NBVAL = ("pytest", "-q", "-p", "no:cacheprovider", "-p", "no:hypothesispytest", *map(str, NOTEBOOKS))
CORES = ("--numprocesses", "2")


def run(*arguments: str, course: Path = ROOT) -> None:
    environment = {**os.environ, "PYTHONPATH": str(course / "src")}
    command = [sys.executable, *arguments]
    subprocess.run(command, cwd=course, env=environment, check=True, capture_output=True)


def kernel(code: str = IMPORTS) -> None:
    """Start a kernel as nbval does, run *code* in it, and shut it down: the least a notebook can cost."""
    from jupyter_client.manager import start_new_kernel

    manager, client = start_new_kernel(stderr=subprocess.DEVNULL)  # its warnings are of no use here
    client.execute_interactive(code, output_hook=lambda _: None)
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def judged_before() -> float | None:
    """Return the seconds that judging one answer took at the commit BEFORE; None in a copy without it."""
    archive = ["git", "archive", BEFORE, "src", "data"]
    packed = subprocess.run(archive, cwd=ROOT, capture_output=True)
    if packed.returncode:
        return None
    with TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(packed.stdout)) as files:
        files.extractall(folder, filter="data")
        return median(lambda: run("-c", JUDGE, course=Path(folder)))


def main() -> None:
    bare = median(lambda: run("-c", "pass"))
    ours = median(lambda: run("-c", "import whosays"))
    print(f"import whosays      {ours - bare:6.3f} s over a bare interpreter of {bare:.3f} s (at most 0.15)")

    questions = median(lambda: run("-c", "import whosays.questions"))
    print(f"whosays.questions   {questions - bare:6.3f} s to import")
    judged, before = median(lambda: run("-c", JUDGE)), judged_before()
    told = f"; {before - bare:.3f} s at {BEFORE}" if before else ""
    print(f"judge one answer    {judged - bare:6.3f} s with bank and case{told}")

    import pandas as pd

    from whosays import Case

    folder = ROOT / "data" / "kyrgyz_tajik_2022"
    opened = median(lambda: Case.open(folder))
    floor = median(lambda: [pd.read_csv(path) for path in sorted(folder.glob("*.csv"))])
    print(f"Case.open           {opened:6.3f} s (at most 0.2); pandas alone reads them in {floor:.3f} s")
    tests(rounds=3)


def tests(rounds: int) -> None:
    """Print what nbval and README's test command cost, as multiples of kernels that import and do nothing."""
    kernel()
    kernels: list[Cost] = []
    one: list[Cost] = []
    two: list[Cost] = []
    for _ in range(rounds):
        kernels += [cost(kernel) for _ in NOTEBOOKS]
        one.append(cost(lambda: run("-m", *NBVAL)))
        two.append(cost(lambda: run("-m", *NBVAL, *CORES)))
    whole = cost(lambda: run("-m", "pytest", *CORES))
    kernels += [cost(kernel) for _ in NOTEBOOKS]
    floor = Cost(*(len(NOTEBOOKS) * each for each in least(kernels)))
    print(
        f"\n{len(NOTEBOOKS)} kernels and the imports of lessons: {floor.wall:.1f} s, {floor.cpu:.1f} s of CPU"
    )
    _say("nbval, one process (at most 1.5)", least(one), floor)
    _say("nbval, two processes", least(two), floor)
    _say("uv run pytest, two processes (at most 6)", whole, floor)


def _say(name: str, took: Cost, floor: Cost) -> None:
    ratios = f"{took.wall / floor.wall:.2f} times as long, {took.cpu / floor.cpu:.2f} times the CPU"
    print(f"{name:41} {took.wall:6.1f} s, {took.cpu:6.1f} s of CPU: {ratios}", flush=True)


if __name__ == "__main__":
    main()
