"""Take from an unpacked release of Pyodide what the course needs."""

import json
import shutil
from importlib import import_module
from pathlib import Path
from typing import Any

from whosays.site.errors import SiteError

LOADER = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK = "pyodide-lock.json"
# What the kernel needs, then what the lessons need: names of packages in a release of Pyodide.
KERNEL = ("micropip", "ipython", "jedi", "typing-extensions")
LESSONS = ("numpy", "pandas", "matplotlib", "networkx")


def copy(release: Path, to: Path) -> None:
    """Copy from the folder *release* the loader and the packages that the course needs to the folder *to*.

    Raises SiteError where *release* is no release of Pyodide, lacks a file, or has another Python than the
    kernel of JupyterLite was made for.
    """
    lock = _lock(release)
    packages = _needed(lock["packages"])
    files = [*LOADER, *(package["file_name"] for package in packages.values())]
    if missing := [name for name in files if not (release / name).is_file()]:
        raise SiteError(f"{release} lacks {', '.join(missing)}; unpack the full release of Pyodide there")
    to.mkdir(parents=True)
    for name in files:
        shutil.copyfile(release / name, to / name)
    (to / LOCK).write_text(json.dumps({**lock, "packages": packages}), encoding="utf-8")


def _lock(release: Path) -> dict[str, Any]:
    """Return the list of packages of *release*."""
    ours = import_module("jupyterlite_pyodide_kernel.constants")
    try:
        lock: dict[str, Any] = json.loads((release / LOCK).read_text(encoding="utf-8"))
    except OSError:
        raise SiteError(f"there is no {LOCK} in {release}; name the folder that holds it") from None
    python = lock["info"]["python"]
    if not python.startswith(f"{ours.PYODIDE_PYTHON_VERSION}."):
        raise SiteError(
            f"{release} holds Python {python}; JupyterLite here needs {ours.PYODIDE_PYTHON_VERSION}, as in "
            f"Pyodide {ours.PYODIDE_VERSION}"
        )
    return lock


def _needed(packages: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return what of *packages* the course needs, with all that it depends on."""
    needed: dict[str, dict[str, Any]] = {}
    open_names = [*KERNEL, *LESSONS]
    while open_names:
        name = open_names.pop().lower().replace("_", "-")
        if name not in packages:
            raise SiteError(f"this release of Pyodide has no package {name}; use the full one")
        if name not in needed:
            needed[name] = packages[name]
            open_names += packages[name]["depends"]
    return dict(sorted(needed.items()))
