"""Print what starting costs: importing the package, opening the case, and running every notebook.

Run with ``uv run python benchmarks/startup.py``. Each figure stands beside its floor, measured in the same
run; on a busy machine trust the ratios, not the seconds.
"""

import subprocess
import sys
from pathlib import Path

from timing import median

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
IMPORTS = "import pandas, matplotlib.pyplot, networkx, ipywidgets, anywidget"


def run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True)


def kernel(code: str) -> None:
    """Start a kernel, run *code* in it, and shut it down: the least a notebook can cost."""
    from jupyter_client.manager import start_new_kernel

    manager, client = start_new_kernel()
    client.execute_interactive(code, output_hook=lambda _: None)
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def main() -> None:
    bare = median(lambda: run("-c", "pass"))
    ours = median(lambda: run("-c", "import whosays"))
    print(f"import whosays      {ours - bare:6.3f} s over a bare interpreter of {bare:.3f} s (at most 0.15)")

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
