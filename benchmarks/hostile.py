"""Grade the worst files we can think of: seconds and memory of each kind, the worst first.

Run:  uv run python -m benchmarks.hostile                every type of question, logs and zips
      uv run python -m benchmarks.hostile marks zip      these alone

Each file is under 1 MB, and goes through the pool that grades a class. A file of answers gives the same kind
of bad answer to every question of one type in one lesson or assignment; a kind is listed with the one that it
took longest in. A file is ended by the pool after 10 seconds by the clock or at 300 MB; then it says so, and
its seconds are those of all tries. All other seconds are the processor's. Those of the page are for its
feedback page, which the first process writes, without such a limit.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.hostile_answers import LOGS, answers_to
from benchmarks.hostile_zips import ZIPS

from whosays.answers.submission import LOG, pack
from whosays.classroom.assignments import Assignment, assignment, assignments
from whosays.classroom.grading.feedback import Pages
from whosays.classroom.grading.grade import Graded, grade_many
from whosays.classroom.grading.limits import MEGABYTES, SECONDS, TOLD
from whosays.classroom.grading.owner import owned
from whosays.classroom.grading.pool import Pool
from whosays.classroom.grading.results_db import Kept
from whosays.classroom.grading.write_results import result_of
from whosays.classroom.intake.platform_names import Sender
from whosays.course import Course

SOLUTIONS = Path("solutions")
AT_MOST = 1_000_000  # bytes of one file


class Cost(NamedTuple):
    """Hold what one file took: seconds to grade and to write its page, MB at the peak, and what was told."""

    seconds: float
    page: float
    megabytes: float
    told: str


def measured(paths: list[str], solutions: str, name: str) -> Graded:
    """Grade *paths* as a worker does, and say in each row what it took."""
    key = assignment(Path(solutions), name)
    _ = [task.question.solution() for task in key.tasks]  # read once by each process, and no work of the file
    held, begun = _peak(), time.process_time()
    rows = grade_many(paths, solutions, name)
    seconds, page = time.process_time() - begun, time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        for path, _, row in rows:
            student, mine = owned(row, Sender("", "", ""), Path(path).name)
            told = result_of(Kept(path, student, mine, 1), "s001", {})
            Pages(key, Path(folder), answers=True).write(told)
    page = time.process_time() - page
    return [(path, digest, {**row, "cost": [seconds, page, _peak() - held]}) for path, digest, row in rows]


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def cost(content: bytes, name: str) -> Cost:
    """Return what the file *content* took in a process of its own."""
    if len(content) > AT_MOST:
        raise ValueError(f"{len(content):,} bytes; a hostile file has at most {AT_MOST:,}")
    with tempfile.TemporaryDirectory() as folder, Pool(1) as pool:
        path = Path(folder) / "x.zip"
        path.write_bytes(content)
        begun = time.perf_counter()
        [(_, _, row)] = pool.submit(measured, [str(path)], str(SOLUTIONS), name).result()
        whole = time.perf_counter() - begun
    seconds, page, peak = row.get("cost", (whole, 0.0, float("nan")))
    return Cost(seconds, page, peak, row["reason"] or "; ".join(row["odd"]) or "graded")


def log_of(key: Assignment, answers: dict[str, object]) -> bytes:
    """Return a log that gives *answers*, by question."""
    lines = []
    for task in key.tasks:
        if (name := task.question.id) in answers:
            told = {
                "time": "2026-11-20T10:00:00.000+00:00",
                "question": name,
                "event": "answer",
                "attempt": 1,
            }
            lines.append(json.dumps({**told, "version": task.question.version, "answer": answers[name]}))
    return "".join(f"{line}\n" for line in lines).encode()


def handed_in(key: Assignment, log: bytes) -> bytes:
    """Return the file of *log*."""
    return pack({LOG: log}, {"assignment": key.name, "name": "Bo", "made": "2026-11-20T11:00:00+00:00"})


def files(wanted: list[str]) -> Iterator[tuple[str, str, bytes, str]]:
    """Yield type, kind, content and assignment of every hostile file, or of those of the types *wanted*."""
    keys = [*assignments(SOLUTIONS), *assignments(Course.of(SOLUTIONS).data)]
    for key in keys:
        for kind in sorted({task.question.type for task in key.tasks}):
            for name, answer in answers_to(kind) if not wanted or kind in wanted else ():
                asked = [task.question for task in key.tasks if task.question.type == kind]
                given = {question.id: answer(question) for question in asked}
                yield kind, name, handed_in(key, log_of(key, given)), key.name
    first = keys[0]
    for name, log in LOGS.items() if not wanted or "log" in wanted else ():
        yield "log", name, handed_in(first, log(first)), first.name
    for name, content in ZIPS.items() if not wanted or "zip" in wanted else ():
        yield "zip", name, content(handed_in(first, b"")), first.name


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", help="types of question, or log, or zip")
    worst: dict[tuple[str, str], tuple[Cost, str]] = {}
    for kind, name, content, key in files(parser.parse_args().kinds):
        found = cost(content, key), key
        before = worst.get((kind, name))
        if before is None or found[0].seconds > before[0].seconds:
            worst[kind, name] = found
        print(f"{found[0].seconds:8.2f}  {kind}: {name} ({key})", flush=True, file=sys.stderr)
    print(f"\n{'seconds':>8} {'page':>6} {'peak MB':>8}  of {SECONDS} s and {MEGABYTES} MB")
    for (kind, name), (one, key) in sorted(worst.items(), key=lambda item: -item[1][0].seconds):
        told = "ended" if one.told == TOLD else one.told[:60]
        print(f"{one.seconds:8.2f} {one.page:6.2f} {one.megabytes:8.0f}  {kind}: {name} ({key}): {told}")


if __name__ == "__main__":
    main()
