"""How the tests run: over all cores, a name a file in place of dots, and at the end what was left out."""

from collections import Counter
from collections.abc import Iterable

import nbval.kernel
import pytest

SLOW = 'uv run pytest -m "slow or hypothesis" --hypothesis-profile=deep'

# nbval lays out every message of a kernel for a debug log that nobody reads: a third of its own time.
nbval.kernel.pformat = lambda message: message


@pytest.hookimpl(trylast=True)  # the reporter must be there
def pytest_configure(config: pytest.Config) -> None:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if hasattr(config, "workerinput"):
        config.pluginmanager.register(LeftOut(config))
    elif reporter:
        config.pluginmanager.register(LeftOut(config))
        if _whole(config) and not config.option.verbose:
            config.pluginmanager.register(Names(reporter))


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Spread a whole run over the cores; a few files run in this process, where a debugger can stop them."""
    return None if _whole(config) else 0


def _whole(config: pytest.Config) -> bool:
    return config.args_source is pytest.Config.ArgsSource.TESTPATHS


class Names:
    """Write the name of each file when its last test has ended; failures are still shown as they come."""

    def __init__(self, reporter: pytest.TerminalReporter) -> None:
        self.reporter, self.left, self.count, self.done = reporter, Counter(), 0, 0

    def _expect(self, tests: Iterable[str]) -> None:
        self.reporter.showfspath = self.reporter._show_progress_info = False
        self.left = Counter(map(_file, tests))
        self.count = self.left.total()

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self._expect(item.nodeid for item in session.items)

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, ids: list[str]) -> None:
        if not self.count:  # every worker says the same
            self._expect(ids)

    def pytest_report_teststatus(self, report: pytest.TestReport) -> tuple[str, str, str] | None:
        return ("passed", "", "") if report.when == "call" and report.passed else None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when != "teardown":
            return
        file = _file(report.nodeid)
        self.left[file] -= 1
        self.done += 1
        if not self.left[file]:
            self.reporter.ensure_newline()
            self.reporter.write_line(f"{self.done / self.count:4.0%}  {file}")


class LeftOut:
    """Name what was left out because it takes long, and the command that runs it."""

    def __init__(self, config: pytest.Config) -> None:
        self.config, self.slow = config, set()

    def pytest_deselected(self, items: list[pytest.Item]) -> None:
        self.slow |= {mark.args[0] for item in items for mark in item.iter_markers("slow")}

    def pytest_sessionfinish(self) -> None:
        if hasattr(self.config, "workeroutput"):
            self.config.workeroutput["slow"] = sorted(self.slow)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node) -> None:
        self.slow |= set(getattr(node, "workeroutput", {}).get("slow", []))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.slow and _whole(self.config):
            terminalreporter.section("left out, as it takes longer")
            for name in sorted(self.slow):
                terminalreporter.write_line(f"  {name}")
            terminalreporter.write_line(f"Run it with: {SLOW}")


def _file(test: str) -> str:
    return test.partition("::")[0]
