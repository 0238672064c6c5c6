"""Open a notebook in JupyterLab: in the one that shows its folder already, or in a new one."""

import os
import signal
import subprocess
import sys
import webbrowser
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote


def open_lab(folder: Path, notebook: Path) -> int:
    """Open *notebook* in a JupyterLab that shows *folder*, and return its exit status when it has ended.

    Raises ValueError where JupyterLab is missing.
    """
    if not find_spec("jupyterlab"):
        raise ValueError(f"JupyterLab is not installed; run: {sys.executable} -m pip install jupyterlab")
    if hub := os.environ.get("JUPYTERHUB_SERVICE_PREFIX"):
        print(f"This is a hub, where JupyterLab runs already ({hub}): open {notebook} in its list of files.")
        return 0
    if server := _running(folder):
        address = _address(server, notebook.relative_to(folder))
        print(f"It is open already: {address}")
        webbrowser.open(address)
        return 0
    # -P keeps a student's random.py, in the current folder, from being taken for Python's own.
    command = [sys.executable, "-P", "-m", "jupyterlab", f"--ServerApp.root_dir={folder}", str(notebook)]
    status = _wait(command)
    if status:
        print(f"JupyterLab ended with {status}; its last lines, above, say why.", file=sys.stderr)
    return min(abs(status), 1)


def _running(folder: Path) -> dict[str, Any] | None:
    """Return what is known of a server of this user that shows *folder*; None where none runs."""
    from jupyter_server.serverapp import list_running_servers

    servers = (server for server in list_running_servers() if not server.get("sock"))
    return next(
        (one for one in servers if os.path.realpath(one["root_dir"]) == os.path.realpath(folder)), None
    )


def _address(server: dict[str, Any], notebook: Path) -> str:
    token = f"?token={server['token']}" if server["token"] else ""
    return f"{server['url']}lab/tree/{quote(notebook.as_posix())}{token}"


def _wait(command: list[str]) -> int:
    """Run *command* to its end. Ctrl-C is for it alone: JupyterLab asks whether to stop."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        return subprocess.Popen(command).wait()
    finally:
        signal.signal(signal.SIGINT, before)
