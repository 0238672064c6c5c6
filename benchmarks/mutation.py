"""Change the code at one place at a time, run the tests of its room, and print what none of them noticed.

    uv run --group mutation python benchmarks/mutation.py [--sample 300] [--seed 0] [--workers 2] [room ...]

Rooms, and the tests that should notice, stand in pyproject.toml under [tool.mutation]. What survives the
tests of its own room is printed with file, line and change. Needs fork: Linux or macOS.
"""

import argparse
import math
import random
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from mutants import Mutant, Place, places
from room_tests import Known, known, outcome
from tqdm import tqdm

ROOT = Path(__file__).parents[1]


class Room(NamedTuple):
    """Hold the *name* of a room, and the paths of its *code* and *tests*."""

    name: str
    code: str
    tests: tuple[str, ...]


class Tried(NamedTuple):
    """Say what *became* of a *mutant* of a *room*: killed, timed out, or survived."""

    room: str
    mutant: Mutant
    became: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("rooms", nargs="*", metavar="room")
    parser.add_argument(
        "--sample", type=int, default=300, help="how many changes are tried, of all there are"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2)
    told = parser.parse_args()
    chosen = [(room, place) for room in rooms(told.rooms) for place in of(room)]
    count = len(chosen)
    chosen = random.Random(told.seed).sample(chosen, min(told.sample, count))
    print(f"{len(chosen)} of {count} changes, seed {told.seed}", flush=True)
    results = []
    with tempfile.TemporaryDirectory() as folder, suppress(KeyboardInterrupt):  # then what is known is told
        for one in tqdm(run(chosen, Path(folder), told.workers), total=len(chosen), unit=" changes"):
            results.append(one)
            if one.became == "survived":
                tqdm.write(f"\n{one.mutant.path.relative_to(ROOT)}:{one.mutant.line}\n{one.mutant.diff()}")
    report(results)


def rooms(names: list[str]) -> list[Room]:
    """Return the rooms with these *names*, or all of them."""
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutation"]
    if wrong := set(names) - set(listed):
        sys.exit(f"{', '.join(sorted(wrong))}: pyproject.toml has no such room; it has {', '.join(listed)}")
    every = [Room(name, room["code"], tuple(room["tests"])) for name, room in listed.items()]
    return [room for room in every if not names or room.name in names]


def of(room: Room) -> list[Place]:
    """Return every change to the code of *room*."""
    files = sorted((ROOT / room.code).rglob("*.py"))
    return [place for path in files for place in places(path)]


def run(chosen: list[tuple[Room, Place]], folder: Path, workers: int) -> Iterator[Tried]:
    """Yield what became of each of *chosen*; each worker has a copy of the repository in *folder*."""
    copy_to(folder / "first")
    told = {tests: known(folder / "first", tests) for tests in {room.tests for room, _ in chosen}}
    for tests, one in told.items():
        _say(folder / "first", tests, one)
    context = get_context("fork")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_own_copy, initargs=(folder,)) as pool:
        tasks = ((room, place.mutant(), told[room.tests]) for room, place in chosen)
        yield from pool.map(_outcome, *zip(*tasks, strict=True))


def _say(root: Path, tests: tuple[str, ...], told: Known) -> None:
    """Say what is known of *tests*; stop where they fail in the copy at *root*, which is unchanged."""
    print(f"{len(told.seconds)} tests in {', '.join(tests)}", flush=True)
    if told.failed:
        print(f"  left out, since they fail: {', '.join(told.failed)}", flush=True)
    if (became := outcome(root, tests, told, ("", range(0)))) != "survived":
        sys.exit(f"Where nothing is changed, {', '.join(tests)} say {became}; no figure would mean anything.")


def copy_to(folder: Path) -> None:
    """Copy to *folder* all files that git knows or would add."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines():
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)


_copies: list[Path] = []


def _own_copy(folder: Path) -> None:
    _copies.append(Path(tempfile.mkdtemp(dir=folder)))
    copy_to(_copies[0])


def _outcome(room: Room, mutant: Mutant, told: Known) -> Tried:
    """Run the tests of *room* on *mutant*, and return what became of it."""
    name = mutant.path.relative_to(ROOT).as_posix()
    path = _copies[0] / name
    path.write_text(mutant.text, encoding="utf-8")
    try:
        return Tried(room.name, mutant, outcome(_copies[0], room.tests, told, (name, mutant.lines)))
    finally:
        path.write_text(mutant.before, encoding="utf-8")


def report(results: list[Tried]) -> None:
    """Print the share that was killed, room by room."""
    print()
    for name in [*dict.fromkeys(sorted(one.room for one in results)), "all"]:
        became = [one.became for one in results if name in (one.room, "all")]
        dead, late = len(became) - became.count("survived"), became.count("timed out")
        low, high = interval(dead, len(became)) if became else (0, 1)
        print(
            f"{name:10}{dead:5} of{len(became):5} killed ({late} by time-out): "
            f"{dead / max(1, len(became)):4.0%}, 95% interval {low:.0%} to {high:.0%}"
        )


def interval(hits: int, n: int) -> tuple[float, float]:
    """Return the 95 per cent interval of a share (Wilson 1927)."""
    z, share = 1.96, hits / n
    middle, half = share + z * z / (2 * n), z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)


if __name__ == "__main__":
    main()
