"""Start a real JupyterLab and a real browser for tests, and end both whatever happens."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import ProxyHandler, Request, build_opener

try:
    from playwright.sync_api import expect, sync_playwright
except ImportError:  # then no test here runs
    expect = sync_playwright = None

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PATIENCE = 60.0  # seconds until something that should take a moment counts as failed
NAMES = ("chromium", "chromium-browser", "google-chrome", "microsoft-edge")
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-first-run",
)
OPTIONS = (
    "--no-browser",
    "--allow-root",
    "--ip=127.0.0.1",
    "--port=0",
    "--expose-app-in-browser",
    "--LabApp.extension_manager=readonly",
)
# Asking for news and updates needs the network; looking whether a rebuild is due takes the server two seconds a page.
QUIET = {
    "settings/@jupyterlab/apputils-extension/notification.jupyterlab-settings": {
        "checkForUpdates": False,
        "doNotDisturbMode": True,
        "fetchNews": "false",
    },
    "config/labconfig/page_config.json": {"buildAvailable": False, "buildCheck": False},
}


def chromium() -> str | None:
    """Return the path of the browser to use; None where there is none."""
    return os.environ.get("WHOSAYS_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@contextlib.contextmanager
def a_browser() -> Iterator[Browser]:
    """Run the browser without a window; it can reach this machine and nothing else."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*FLAGS, *(["--no-sandbox"] if is_root else [])]
    expect.set_options(timeout=PATIENCE * 1000 / 3)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=flags)
        try:
            yield browser
        finally:
            browser.close()


@dataclass(frozen=True)
class Lab:
    """Hold where a running JupyterLab is, the token it asks for, and the folder it serves."""

    base: str
    token: str
    root: Path

    def ask(self, path: str, method: str = "GET") -> Any:
        """Return the JSON that the server answers at *path*; raise OSError where it does not answer."""
        request = Request(f"{self.base}api/{path}", method=method)
        request.add_header("Authorization", f"token {self.token}")
        with build_opener(ProxyHandler({})).open(request, timeout=PATIENCE) as answer:
            return json.loads(answer.read() or b"null")

    def name(self, path: Path) -> str:
        """Return what JupyterLab calls the file at *path*."""
        return path.relative_to(self.root).as_posix()

    def address(self, path: Path) -> str:
        """Return the address that opens the notebook at *path* by itself."""
        return f"{self.base}doc/tree/{self.name(path)}?token={self.token}"

    def end_kernels(self) -> None:
        """End every kernel."""
        for kernel in self.ask("kernels"):
            self.ask(f"kernels/{kernel['id']}", "DELETE")


@contextlib.contextmanager
def a_lab(root: Path, home: Path) -> Iterator[Lab]:
    """Serve the folder *root* on a free port of this machine, with *home* for all that JupyterLab keeps.

    The server and its kernels have ended when the context is left. Raises RuntimeError with the server's
    own words where it does not come up.
    """
    for name, settings in QUIET.items():
        (home / name).parent.mkdir(parents=True)
        (home / name).write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "jupyterlab", *OPTIONS, f"--ServerApp.root_dir={root}"]
    with (home / "server.log").open("wb") as log:
        server = subprocess.Popen(
            command,
            env=_environment(home),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    lab = None
    try:
        lab = _started(server, root, home)
        yield lab
    finally:
        _end(server, lab)


def _environment(home: Path) -> dict[str, str]:
    """Return the environment without this user's settings of Jupyter."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "IPYTHON"))}
    folders = {
        "HOME": ".",
        "IPYTHONDIR": "ipython",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
    }
    return kept | {name: str(home / folder) for name, folder in folders.items()}


def _started(server: subprocess.Popen[bytes], root: Path, home: Path) -> Lab:
    """Wait until *server* has written where it is, and answers there."""
    until = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < until:
        for file in (home / "runtime").glob("jpserver-*.json"):
            with contextlib.suppress(OSError, ValueError):  # half written, or not answering yet
                info = json.loads(file.read_text(encoding="utf-8"))
                lab = Lab(info["url"], info["token"], root)
                lab.ask("status")
                return lab
        time.sleep(0.1)
    raise RuntimeError((home / "server.log").read_text(encoding="utf-8", errors="replace")[-2000:])


def _end(server: subprocess.Popen[bytes], lab: Lab | None) -> None:
    """End *server*: asked, it ends its kernels first; killed, they see it gone and end themselves."""
    with contextlib.suppress(OSError):
        if lab:
            lab.ask("shutdown", "POST")
    try:
        server.wait(15 if lab else 0)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
