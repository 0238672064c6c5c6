"""Grade a folder of submissions: both cores, a bar, and no work done twice."""

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from tqdm import tqdm

import whosays
from whosays.classroom.assignments import Assignment
from whosays.classroom.grading.grade import Graded, Row, digest_of
from whosays.classroom.grading.owner import owned
from whosays.classroom.grading.results_db import Store
from whosays.classroom.intake.inbox import Inbox

BATCH = 32  # submissions that a worker is given at a time
AHEAD = 8  # batches that wait for each worker, so that memory stays flat however many there are


class Engine(Protocol):
    """Map work over workers: anything with submit(), such as an executor or a client of dask."""

    def submit(self, work: Callable[..., Graded], *arguments: Any) -> Any:
        """Start *work* on *arguments*, and return what has a result()."""


class Run(NamedTuple):
    """Say how a run went: how many *files* there were, and how many were *graded* now and not before."""

    files: int
    graded: int


class Workers(NamedTuple):
    """Say who does the *work*, such as grade_many: an *engine*, with so *many* workers."""

    engine: Engine
    many: int
    work: Callable[..., Graded]


def grade_folder(folder: Path, key: Assignment, store: Store, workers: Workers) -> Run:
    """Grade every file below *folder* by *key* into *store*, and return how many there were.

    Files that the store holds, unchanged, are not graded again; files that are gone are forgotten.
    """
    inbox = Inbox(folder)
    total = sum(1 for _ in inbox.files())  # counted and walked anew, so that no list is kept of them
    store.forget_but(map(inbox.called, inbox.files()))
    new = (str(path) for path in inbox.files() if store.digest(inbox.called(path)) != _digest(path))
    done = 0
    solutions = str(key.sheet.path.parents[1])
    with tqdm(total=total, desc=f"Grading {key.name}", unit=" files", mininterval=0.5) as bar:
        for rows in _mapped(workers, _batches(new), (solutions, key.name)):
            store.add(_named(rows, inbox))
            done += len(rows)
            bar.update(len(rows))
        bar.update(total - bar.n)
    store.join_folders()
    return Run(total, done)


def _digest(path: Path) -> str | None:
    """Return the digest of *path*, or None where it cannot be read: then a worker says why."""
    try:
        return digest_of(path)
    except OSError:
        return None


def key_digest(key: Assignment) -> str:
    """Return a digest of all that decides what an answer is worth: questions, keys, cases, and this code."""
    here = Path(whosays.__file__).parent
    cases = {p for task in key.tasks for p in task.question.ground.case.path.iterdir() if p.is_file()}
    told = hashlib.sha256()
    for path in [key.sheet.path, *sorted(cases), *sorted(here.rglob("*.py"))]:
        told.update(path.read_bytes())
    return told.hexdigest()[:16]


def _batches(files: Iterator[str]) -> Iterator[list[str]]:
    while batch := list(islice(files, BATCH)):
        yield batch


def _mapped(workers: Workers, batches: Iterable[list[str]], more: tuple[str, str]) -> Iterator[Graded]:
    """Yield what is made of each batch, in order, with only so many batches under way."""
    waiting: deque[Future[Graded]] = deque()
    for batch in batches:
        waiting.append(workers.engine.submit(workers.work, batch, *more))
        if len(waiting) >= workers.many * AHEAD:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _named(rows: Graded, inbox: Inbox) -> Iterator[tuple[str, str, str, Row]]:
    for path, digest, row in rows:
        file = inbox.called(Path(path))
        yield file, digest, *owned(row, inbox.sender(Path(path)), file)
