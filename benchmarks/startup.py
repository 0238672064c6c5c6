"""Print what starting costs: importing the package, judging, opening the case, and running every notebook.

Run with ``uv run python benchmarks/startup.py``. Each figure stands beside its floor, measured in the same
run; on a busy machine trust the ratios, not the seconds.
"""

import io
import os
import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from timing import median

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
IMPORTS = "import pandas, matplotlib.pyplot, networkx, ipywidgets, anywidget"
JUDGE = """
from whosays.questions import Bank, judge
question = Bank.open("data/questions").question("01-speaker-of-94")
judge(question, question.entry["accept"][0])
"""
BEFORE = "37a60e2"  # the last commit at which judging brought the library of tables along


def run(*arguments: str, course: Path = ROOT) -> None:
    environment = {**os.environ, "PYTHONPATH": str(course / "src")}
    command = [sys.executable, *arguments]
    subprocess.run(command, cwd=course, env=environment, check=True, capture_output=True)


def kernel(code: str) -> None:
    """Start a kernel, run *code* in it, and shut it down: the least a notebook can cost."""
    from jupyter_client.manager import start_new_kernel

    manager, client = start_new_kernel()
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

    print(f"the {len(NOTEBOOKS)} notebooks, one kernel each ...", flush=True)
    least = sum(median(lambda: kernel(IMPORTS), 3) for _ in NOTEBOOKS)
    command = ["-m", "pytest", "-q", "-p", "no:cacheprovider", *map(str, NOTEBOOKS)]
    nbval = median(lambda: run(*command), 3)
    print(f"kernels and imports {least:6.2f} s")
    print(f"nbval               {nbval:6.2f} s, {nbval / least:.2f} times as much (at most 1.5)")


if __name__ == "__main__":
    main()
