"""Make the live half: the course in JupyterLite, with Python running in the browser."""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from whosays.course import Course
from whosays.site import bar, wheels
from whosays.site import pyodide as release
from whosays.site.errors import SiteError

FOLDER = "live"
APP = "notebooks"  # the one of JupyterLite's apps that shows one notebook and nothing else
APPS = (APP, "tree", "edit", "lab")
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
WHEELS = "wheels"
# Python runs in a worker, whose script lies this deep; addresses of wheels are taken from there.
FROM_WORKER = "../../../.."
SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/apputils-extension:themes": {"adaptive-theme": True},
    # A borrowed browser is closed soon, and what was typed into code cells should be there again.
    "@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": 10},
}


def address(notebook: Path) -> str:
    """Return the address of *notebook*, live, within the site."""
    return f"{FOLDER}/{APP}/index.html?path={notebook.as_posix()}"


def build(course: Course, to: Path, pyodide: Path | None, work: Path) -> None:
    """Write the live half of *course* into the folder *to*; *work* is a folder to work in.

    *pyodide* is as for the site. Raises SiteError where JupyterLite is missing or fails.
    """
    if not all(map(find_spec, ("jupyterlite_core", "jupyterlite_pyodide_kernel"))):
        raise SiteError("JupyterLite is not installed; run: pip install -e . --group site")
    work.mkdir(parents=True)
    packages = wheels.make(work / WHEELS)
    if pyodide:
        release.copy(pyodide, work / "static" / "pyodide")
    # Wheels keep their names from month to month, so a folder named after their content keeps old ones away.
    place = f"{WHEELS}/{_digest(packages)}"
    _write(work / "jupyter-lite.json", _config([f"{place}/{path.name}" for path in packages], bool(pyodide)))
    _write(work / "overrides.json", SETTINGS)
    _run(course, to, work)
    shutil.copytree(work / WHEELS, to / place)
    bar.add(course, to, to / APP / "index.html")


def _config(packages: list[str], own_pyodide: bool) -> dict[str, Any]:
    loaded = [*release.KERNEL, *release.LESSONS, *(f"{FROM_WORKER}/{path}" for path in packages)]
    kernel: dict[str, Any] = {"disablePyPIFallback": True, "loadPyodideOptions": {"packages": loaded}}
    if own_pyodide:
        kernel["pyodideUrl"] = "./static/pyodide/pyodide.mjs"
    config = {"appName": "Who Says?", "exposeAppInBrowser": True, "litePluginSettings": {KERNEL: kernel}}
    return {"jupyter-lite-schema-version": 0, "jupyter-config-data": config}


def _run(course: Course, to: Path, work: Path) -> None:
    """Let JupyterLite build from the folder *work*, in a process of its own: it keeps notes where it runs."""
    apps = [word for app in APPS for word in ("--apps", app)]
    command = [sys.executable, "-m", "jupyterlite_core", "build", "--no-sourcemaps", *apps]
    command += ["--contents", str(course.path.resolve()), "--output-dir", str(to.resolve())]
    done = subprocess.run(
        command, cwd=work, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode:
        said = "\n".join((done.stdout + done.stderr).splitlines()[-15:])
        raise SiteError(f"JupyterLite could not build the live pages:\n{said}")


def _digest(paths: Iterable[Path]) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:12]


def _write(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
