"""Grade simulated submissions of e1: seconds and memory for more and more of them, beside nbgrader.

Run:  uv run python -m benchmarks.grading             500, and memory at 1,000, 10,000 and 100,000
      uv run --group nbgrader python -m benchmarks.grading --nbgrader     the same 20 submissions with both

Submissions are made from distributions: a student has an ability, and gives to each question one of the
answers that the bank knows to be right or wrong, or none. So no two are alike.
"""

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from whosays.answers.submission import LOG, pack
from whosays.classroom.assignments import Assignment, assignment

SIZES = (1_000, 10_000, 100_000)
NAME = "e1"


def answers(key: Assignment, luck: random.Random) -> list[dict]:
    """Return the log of one student: to each question a right answer, a wrong one, or none."""
    ability, found = luck.betavariate(4, 2), []
    for number, task in enumerate(key.tasks):
        entry = task.question.entry
        if luck.random() < 0.05:
            continue
        right = luck.random() < ability or not entry.get("reject")
        answer = luck.choice(entry["accept"] if right else entry["reject"])
        sure = luck.choice(range(50, 101, 10)) if task.question.confident else None
        record = {"time": f"2026-11-20T10:{number:02}:00.000+00:00", "question": task.question.id,
                  "version": task.question.version, "event": "answer", "attempt": 1}  # fmt: skip
        found.append({**record, "answer": answer, "confidence": sure, "result": None})
    return found


def simulate(key: Assignment, count: int, folder: Path) -> None:
    """Write *count* different submissions into *folder*, as Canvas would name them."""
    luck = random.Random(count)
    for number in range(count):
        log = "".join(json.dumps(record) + "\n" for record in answers(key, luck)).encode()
        told = {"assignment": NAME, "name": f"Student {number}", "made": "2026-11-20T11:00:00+00:00"}
        (folder / f"student{number}_{number}_1_{NAME}.zip").write_bytes(pack({LOG: log}, told))


def grade(folder: Path, *more: str) -> tuple[float, float, float]:
    """Grade *folder* in a process of its own; return seconds, CPU seconds, and peak MB of the parent."""
    code = (
        "import resource, sys; from whosays.cli import main; main(sys.argv[1:]);"
        "print('PEAK', resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, "grade", str(folder), "--assignment", NAME, *more],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, cpu, float(done.stdout.rpartition("PEAK ")[2])


def run(command: list[str], place: Path) -> float:
    """Run *command* in the folder *place*, and return its CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])  # nbgrader calls alembic
    subprocess.run(command, cwd=place, check=True, capture_output=True, env={**os.environ, "PATH": path})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def beside_nbgrader(count: int) -> None:
    """Grade the same *count* submissions with nbgrader, which runs each notebook, and with ours."""
    from whosays.classroom.nbgrader.course_folder import write_course

    key, nbgrader = assignment(Path("solutions"), NAME), [sys.executable, "-m", "nbgrader"]
    with tempfile.TemporaryDirectory() as folder:
        inbox, course = Path(folder) / "inbox", Path(folder) / "course"
        inbox.mkdir()
        simulate(key, count, inbox)
        write_course(Path("solutions"), course)
        run([*nbgrader, "generate_assignment", NAME], course)
        for path in sorted(inbox.iterdir()):
            to = course / "submitted" / path.stem.partition("_")[0] / NAME
            shutil.copytree(course / "release" / NAME, to)
            (to / "answers").mkdir()
            with zipfile.ZipFile(path) as parcel:
                (to / "answers" / f"{key.sheet.lesson}.jsonl").write_bytes(parcel.read(LOG))
        theirs = run([*nbgrader, "autograde", NAME], course) / count
        _, cpu, _ = grade(inbox, "--no-pages")
        many = Path(folder) / "many"
        many.mkdir()
        simulate(key, 500, many)
        _, cpu_500, _ = grade(many, "--no-pages")
    ours = cpu_500 / 500
    print(f"{count} submissions, CPU seconds each: nbgrader {theirs:.2f}, whosays {cpu / count:.4f}")
    print(f"500 with whosays: {ours:.4f} each; nbgrader takes {theirs / ours:,.0f} times as much")


def table(sizes: tuple[int, ...], *more: str) -> None:
    key = assignment(Path("solutions"), NAME)
    print(f"{'submissions':>12} {'seconds':>9} {'a second':>9} {'CPU ms each':>12} {'peak MB':>8}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "inbox"
            folder.mkdir()
            simulate(key, size, folder)
            seconds, cpu, peak = grade(folder, *more)
        print(
            f"{size:12,} {seconds:9.1f} {size / seconds:9.0f} {1000 * cpu / size:12.2f} {peak:8.0f}",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nbgrader", action="store_true", help="grade 20 submissions with nbgrader, too")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    given = parser.parse_args()
    if given.nbgrader:
        beside_nbgrader(20)
    else:
        print("with feedback pages:")
        table((500,))
        print("marks alone (--no-pages):")
        table((500, *given.sizes), "--no-pages")


if __name__ == "__main__":
    main()
