"""A file that takes all time or memory ends its process, is one row with the reason, and stops nobody."""

import os
import re
import resource
from pathlib import Path

import pytest

from whosays.classroom.grading import limits
from whosays.classroom.grading.grade import not_graded
from whosays.classroom.grading.limits import TOLD, allowed
from whosays.classroom.grading.pool import Pool

SECONDS = 0.3


def work(paths: list[str], *_):
    """Do what each path says; every other file is a row."""
    return [(path, "", done(path)) for path in paths]


def done(path: str) -> dict:
    with allowed():
        if path == "slow":
            re.match(r"(a+)+b", "a" * 60)  # one step to Python, and longer than the sun will shine
        if path == "dead":
            os._exit(1)
    return {**not_graded("none"), "name": path}


def told(pool: Pool, *batches: list[str]) -> list[tuple[str, str]]:
    jobs = [pool.submit(work, batch) for batch in batches]
    return [(path, row["reason"]) for job in jobs for path, _, row in job.result()]


@pytest.mark.parametrize("bad", ["slow", "dead"])
def test_the_file_that_ends_a_process_is_told_and_all_others_are_done(bad):
    with Pool(2, SECONDS) as pool:
        rows = told(pool, ["a", bad, "b"], ["c"], ["d", "e"])
        assert rows == [("a", "none"), (bad, TOLD), *((name, "none") for name in "bcde")]
        assert told(pool, ["f"]) == [("f", "none")]  # and the pool goes on


def test_in_a_process_without_limits_nothing_is_ended():
    with allowed():
        assert limits._seconds == 0


def memory(paths: list[str], *_):
    return [(path, "", {"megabytes": _limit()}) for path in paths]


def _limit() -> int:
    before = resource.getrlimit(resource.RLIMIT_DATA)[0]
    with limits.lifted():
        lifted = resource.getrlimit(resource.RLIMIT_DATA)[0]
    assert resource.getrlimit(resource.RLIMIT_DATA)[0] == before
    assert lifted != before
    with pytest.raises(MemoryError):
        bytearray(400_000_000)
    return before // 1_000_000


@pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="the system does not say what is held")
def test_a_worker_may_hold_so_many_megabytes_more_and_what_it_begins_as_many_as_it_needs():
    with Pool(1, SECONDS) as pool:
        [(_, _, row)] = pool.submit(memory, ["x"]).result()
    assert row["megabytes"] >= limits.MEGABYTES
