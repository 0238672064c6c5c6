"""Time an action the same way in every benchmark."""

import resource
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple


class Cost(NamedTuple):
    """Hold what an action took: seconds on the wall, and CPU seconds with those of its processes."""

    wall: float
    cpu: float


def median(action: Callable[[], object], times: int = 5) -> float:
    """Return the median seconds of *action*, after one run that does not count."""
    action()
    return statistics.median(cost(action).wall for _ in range(times))


def cost(action: Callable[[], object]) -> Cost:
    """Return what one run of *action* took; the processes it started must have ended."""
    wall, cpu = time.perf_counter(), _cpu()
    action()
    return Cost(time.perf_counter() - wall, _cpu() - cpu)


def least(costs: list[Cost]) -> Cost:
    """Return the least wall seconds and the least CPU seconds of *costs*: other work only ever adds."""
    return Cost(min(c.wall for c in costs), min(c.cpu for c in costs))


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)
