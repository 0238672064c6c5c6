"""Join the ES modules of a front end into the one module that a widget is shown with.

anywidget hands over a single text. JupyterLab loads it from the address of a Blob, from which "./dom.js"
leads nowhere, and in JupyterLite there is no server to ask. So every module becomes a function that is called
once and returns what it exports: its other names stay its own, as they do in a module.
"""

import re
from functools import lru_cache
from pathlib import Path

_IMPORT = re.compile(r'^import \{\s*(\w+(?:,\s*\w+)*),?\s*\} from "\./(\w+\.js)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
_DEFAULT = re.compile(r"^export default \{", re.MULTILINE)
_OTHER = re.compile(r"^\s*(?:import|export)\b.*|\bimport\(.*", re.MULTILINE)


@lru_cache
def joined(entry: Path) -> str:
    """Return the module at *entry*, which exports a default, with all that it imports, as one text.

    Modules import by ``import { a, b } from "./x.js";``, with x.js in the same folder, and export by
    ``export`` before a function, class or const. Raises ValueError, naming the file, where one does
    otherwise, or imports what is not there, or imports in a circle.
    """
    exports: dict[str, set[str]] = {}
    parts = _parts(entry, (), exports)
    if not _DEFAULT.search(parts[-1]):
        raise ValueError(f"{entry.name}: there is no “export default {{…}};” for the widget to render")
    return "\n".join(parts)


def _parts(path: Path, above: tuple[str, ...], exports: dict[str, set[str]]) -> list[str]:
    """Return the modules that the one at *path* needs and nobody asked for before, and behind them itself."""
    source = _read(path, above)
    parts = []
    for names, file in _IMPORT.findall(source):
        if file not in exports:
            parts += _parts(path.parent / file, (*above, path.name), exports)
        if missing := _names(names) - exports[file]:
            raise ValueError(f"{path.name}: {file} does not export {', '.join(sorted(missing))}")
    exports[path.name] = set(_EXPORT.findall(source))
    body = _EXPORT.sub("", _IMPORT.sub(_taken, source))
    return [*parts, _closed(path.stem, body, exports[path.name]) if above else body]


def _read(path: Path, above: tuple[str, ...]) -> str:
    """Return the source at *path*, imported by the modules *above*, once it keeps the rules."""
    if path.name in above:
        raise ValueError(
            f"{' imports '.join((*above, path.name))}: move what they share into a module of its own"
        )
    if above and not path.is_file():
        raise ValueError(f"{above[-1]}: there is no {path.name} to import")
    source = path.read_text(encoding="utf-8")
    rest = _EXPORT.sub("", _IMPORT.sub("", source))
    if other := _OTHER.search(rest if above else _DEFAULT.sub("", rest)):
        raise ValueError(
            f"{path.name}: “{other[0].strip()}” is neither an import of names nor an export of one"
        )
    return source


def _names(names: str) -> set[str]:
    return set(re.findall(r"\w+", names))


def _taken(found: re.Match[str]) -> str:
    """Return the line that takes imported names from what a module before has returned."""
    return f"const {{ {', '.join(sorted(_names(found[1])))} }} = ${Path(found[2]).stem};"


def _closed(name: str, body: str, exports: set[str]) -> str:
    """Return the *body* of the module *name* as a function called at once, which returns its *exports*."""
    return f"const ${name} = (() => {{\n{body}\nreturn {{ {', '.join(sorted(exports))} }};\n}})();"
