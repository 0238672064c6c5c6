"""Make wheels of what is installed here: the browser gets the versions the course was tested with."""

import base64
import hashlib
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import whosays
from whosays.course import PACKED
from whosays.site.errors import SiteError

# What the lessons need and no release of Pyodide holds: all pure Python, or running without compiled parts.
PACKAGES = ("anywidget", "comm", "filelock", "ipywidgets", "psygnal")
COMPILED = (".so", ".pyd", ".pyc", ".dylib")
INSTALLER = ("INSTALLER", "RECORD", "REQUESTED", "WHEEL", "direct_url.json", "uv_build.json", "uv_cache.json")
# Parts of our own package that no notebook imports: those for teachers, and the course in a built wheel.
LEFT_OUT = ("site", "classroom", "cli", "__main__.py", PACKED.name)
WHEEL = "Wheel-Version: 1.0\nGenerator: whosays\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # one date for all, so that the same files make the same wheel


def make(to: Path) -> list[Path]:
    """Write a wheel of the package and of each of PACKAGES into the folder *to*, and return their paths."""
    to.mkdir(parents=True, exist_ok=True)
    return [_wheel("whosays", _own(), to), *(_wheel(name, _installed(name), to) for name in PACKAGES)]


def own(to: Path) -> Path:
    """Write a wheel of the package alone into the folder *to*, and return its path."""
    to.mkdir(parents=True, exist_ok=True)
    return _wheel("whosays", _own(), to)


def _installed(name: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the installed package *name*: name inside the wheel, and content."""
    for file in metadata.distribution(name).files or []:
        if file.parts[0] != ".." and "__pycache__" not in file.parts and not file.name.endswith(COMPILED):
            yield file.as_posix(), Path(str(file.locate())).read_bytes()


def _own() -> Iterator[tuple[str, bytes]]:
    """Yield the files of our own package, from where it was imported: it may be installed as a link."""
    root = Path(whosays.__file__).parent
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        hidden = "__pycache__" in inside.parts or inside.parts[0] in LEFT_OUT
        if path.is_file() and not hidden:
            yield f"whosays/{inside.as_posix()}", path.read_bytes()
    about = ((name, data) for name, data in _installed("whosays") if ".dist-info/" in name)
    # Without the command: most of what it does is for teachers, and not in this wheel.
    yield from ((name, data) for name, data in about if not name.endswith("entry_points.txt"))


def _wheel(name: str, files: Iterator[tuple[str, bytes]], to: Path) -> Path:
    """Write *files* as the wheel of the package *name*."""
    try:
        stem = f"{name.replace('-', '_')}-{metadata.version(name)}"
        content = {inside: data for inside, data in files if not _of_installer(inside)}
    except metadata.PackageNotFoundError:
        raise SiteError(f"the package {name} is not installed; run: pip install -e . --group site") from None
    info = f"{stem}.dist-info"
    content[f"{info}/WHEEL"] = WHEEL.encode()
    record = [f"{inside},sha256={_digest(data)},{len(data)}" for inside, data in content.items()]
    content[f"{info}/RECORD"] = ("\n".join([*record, f"{info}/RECORD,,"]) + "\n").encode()
    path = to / f"{stem}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for inside, data in content.items():
            wheel.writestr(zipfile.ZipInfo(inside, LONG_AGO), data, zipfile.ZIP_DEFLATED)
    return path


def _of_installer(inside: str) -> bool:
    folder, _, name = inside.rpartition("/")
    return folder.endswith(".dist-info") and name in INSTALLER


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
