"""Run the tests of a room in a process of their own, those first that are likely to notice a change."""

import json
import math
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import coverage
import hypothesis
import pytest

# Loaded once, before any process is forked; the package itself is loaded anew each time.
for name in (
    "anywidget",
    "IPython",
    "ipywidgets",
    "jinja2",
    "jsonschema",
    "matplotlib.pyplot",
    "networkx",
    "pandas",
):
    import_module(name)

ARGUMENTS = [
    "-x",
    "-q",
    "-p",
    "no:nbval",
    "-p",
    "no:cacheprovider",
    "-o",
    "addopts=",
    "-m",
    "not browser and not slow",
]
_EXPLICIT, _GENERATE = hypothesis.Phase.explicit, hypothesis.Phase.generate


class Known(NamedTuple):
    """Hold what each test took in *seconds*, which tests ran each line (*ran*), and which *failed*."""

    seconds: dict[str, float]
    ran: dict[str, dict[str, list[str]]]
    failed: list[str]

    @property
    def limit(self) -> float:
        """Seconds after which the tests of the room hang."""
        return 30 + 5 * sum(self.seconds.values())

    def order(self, path: str, lines: range) -> dict[str, tuple[bool, float]]:
        """Return a key to sort by: first what ran *lines* of the file at *path*, and the quickest first."""
        by_line = self.ran.get(path, {})
        near = {test for line in lines for test in by_line.get(str(line), [])}
        return {test: (test not in near, seconds) for test, seconds in self.seconds.items()}


class _Order:
    """Run tests in this *order*, and leave out those that *failed* before anything was changed."""

    def __init__(self, order: dict[str, tuple[bool, float]], failed: list[str]):
        self.order, self.failed = order, set(failed)

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if item.nodeid not in self.failed]
        items.sort(key=lambda item: self.order.get(item.nodeid, (True, math.inf)))


class _Watch:
    """Note what each test takes, whether it fails, and which lines it runs."""

    def __init__(self, lines: coverage.Coverage):
        self.lines, self.seconds, self.failed = lines, {}, []  # type: ignore[var-annotated]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.lines.switch_context(item.nodeid)
        return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0) + report.duration
        if report.failed:
            self.failed.append(report.nodeid)


def known(root: Path, tests: tuple[str, ...]) -> Known:
    """Run *tests* in the folder *root* unchanged, and return what is known of them then."""
    told = root / "known.json"
    _forked(root, lambda: _watched(tests, told), 3600)
    return Known(**json.loads(told.read_text(encoding="utf-8")))


def _watched(tests: tuple[str, ...], told: Path) -> int:
    lines = coverage.Coverage(data_file=None, source=["src"])
    lines.start()
    watch = _Watch(lines)
    arguments = [argument for argument in ARGUMENTS if argument != "-x"]
    status = int(pytest.main([*arguments, *tests], plugins=[watch]))
    lines.stop()
    data = lines.get_data()
    ran = {
        Path(f).relative_to(told.parent).as_posix(): data.contexts_by_lineno(f) for f in data.measured_files()
    }
    told.write_text(
        json.dumps({"seconds": watch.seconds, "ran": ran, "failed": watch.failed}), encoding="utf-8"
    )
    return status


def outcome(root: Path, tests: tuple[str, ...], told: Known, changed: tuple[str, range]) -> str:
    """Run *tests* in the folder *root*, and say what became of it, *changed* in these lines of this file."""
    order = _Order(told.order(*changed), told.failed)
    status = _forked(root, lambda: int(pytest.main([*ARGUMENTS, *tests], plugins=[order])), told.limit)
    return {0: "survived", None: "timed out"}.get(status, "killed")


def _forked(root: Path, work: Callable[[], int], limit: float) -> int | None:
    """Do *work* in a process of its own in *root*; return its status, or None after *limit* seconds."""
    child = os.fork()
    if not child:
        _prepare(root)
        status: Any = 1
        with suppress(BaseException):
            status = work()
        os._exit(status)
    end = time.monotonic() + limit
    try:
        while time.monotonic() < end:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.02)
        return None
    finally:
        _end_group(child)  # what it started too, and itself where it hangs


def _prepare(root: Path) -> None:
    """Make this process one that finds the package in *root*, says nothing, and leads its own group."""
    os.setsid()
    os.chdir(root)
    silent = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silent, stream)
    sys.path[:] = [str(root / "src"), str(root), *sys.path]
    os.environ |= {"PYTHONPATH": str(root / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    sys.dont_write_bytecode = True
    hypothesis.settings.register_profile(
        "once", derandomize=True, database=None, deadline=None, phases=[_EXPLICIT, _GENERATE]
    )
    hypothesis.settings.load_profile("once")


def _end_group(leader: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)
    with suppress(ChildProcessError):
        os.waitpid(leader, 0)
