"""Grade on the cores of this machine, in processes that may end without anybody else's work being lost."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, NamedTuple, Self

from whosays.classroom.grading.grade import Graded, not_graded
from whosays.classroom.grading.limits import SECONDS, TOLD, limit

Work = Callable[..., Graded]
_WORKERS_AT_MOST = 61  # on Windows


class Pool:
    """Hold *many* worker processes; where one is ended, what it and the others had in hand is done again.

    The batch that ended it is done file by file, each in a process of its own, and the file that ends that
    one is a row with the reason.
    """

    def __init__(self, many: int, seconds: float = SECONDS):
        """Start with no process at all; the first work brings them. Each file has so many *seconds*."""
        self._many, self._seconds = min(_WORKERS_AT_MOST, max(1, many)), seconds
        self._engine = _engine(self._many, seconds)

    def submit(self, work: Work, paths: list[str], *more: Any) -> "Job":
        """Start *work* on the batch *paths*, and return what has a result()."""
        try:
            return self._job(work, paths, more)
        except BrokenProcessPool:
            self._engine.shutdown(wait=False)
            self._engine = _engine(self._many, self._seconds)
            return self._job(work, paths, more)

    def _job(self, work: Work, paths: list[str], more: tuple[Any, ...]) -> "Job":
        task = Task(work, more, self._seconds)
        return Job(self._engine.submit(work, paths, *more), paths, task)

    def __enter__(self) -> Self:
        """Return the pool itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes; what has not begun is left."""
        self._engine.shutdown(cancel_futures=True)


class Task(NamedTuple):
    """Hold what is done with each batch: *work* with some *more*, and the *seconds* that each file has."""

    work: Work
    more: tuple[Any, ...]
    seconds: float


class Job:
    """Hold a batch under way."""

    def __init__(self, future: Future[Graded], paths: list[str], task: Task):
        """Hold the *future* of the *task* on *paths*, so that it can be done again."""
        self._future, self._paths, self._task = future, paths, task

    def result(self) -> Graded:
        """Return the rows of the batch, with a reason in place of points where a file ended its process."""
        try:
            return self._future.result()
        except BrokenProcessPool:
            all_again = self._again(self._paths) if len(self._paths) > 1 else None
            return all_again or [row for path in self._paths for row in self._alone(path)]

    def _again(self, paths: list[str]) -> Graded | None:
        """Return the rows of *paths*, done in a process of their own; None where that was ended, too."""
        work, more, seconds = self._task
        with _engine(1, seconds) as engine:
            try:
                return engine.submit(work, paths, *more).result()
            except BrokenProcessPool:
                return None

    def _alone(self, path: str) -> Graded:
        return self._again([path]) or [(path, "", not_graded(TOLD))]


def _engine(many: int, seconds: float) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(many, initializer=_begin, initargs=(seconds,))


def _begin(seconds: float) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the first process alone: it ends the others
    threading.Thread(target=_end_with_the_first, daemon=True).start()
    limit(seconds)


def _end_with_the_first() -> None:
    """End this process when the first one has ended, also where that was killed and could tell nobody."""
    first = multiprocessing.parent_process()
    if first is not None:
        first.join()
        os._exit(1)
