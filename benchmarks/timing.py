"""Time an action the same way in every benchmark."""

import statistics
import time
from collections.abc import Callable


def median(action: Callable[[], object], times: int = 5) -> float:
    """Return the median seconds of *action*, after one run that does not count."""
    action()
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)
