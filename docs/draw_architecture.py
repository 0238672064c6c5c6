"""Draw the rooms of the package and the imports between them, as docs/architecture.svg.

Run it as ``python docs/draw_architecture.py``. The rooms and their order are the layers that import-linter
holds (pyproject.toml), the words are the first lines of the rooms' docstrings, the arrows are the imports.
"""

import html
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from textwrap import wrap

import grimp

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "architecture.svg"

WIDTH, ROW, BOX, LEFT = 800, 58, 44, 540  # of the picture, from room to room, of a room, of the room's width
STYLE = """
  .paper { fill: #ffffff } .box { fill: #f4f4f2; stroke: #8a8a8a } .name { font: 600 15px sans-serif }
  .what { font: 12px sans-serif } text { fill: #1c1c1c }
  .arrow { fill: none; stroke: #1d4e89; stroke-width: 1.3 }
  .far { stroke-opacity: 0.38 } .head { fill: #1d4e89 }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #161819 } .box { fill: #212426; stroke: #8a8f94 } text { fill: #e8e6e3 }
    .arrow { stroke: #9cc4f5 } .head { fill: #9cc4f5 }
  }
"""


def rooms() -> list[str]:
    """Return the rooms of the package from the top floor down."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    [contract] = [one for one in project["tool"]["importlinter"]["contracts"] if one["type"] == "layers"]
    return [layer.removeprefix("whosays.") for layer in contract["layers"]]


def imports(names: list[str]) -> set[tuple[str, str]]:
    """Return which of the rooms *names* imports which."""
    graph = grimp.build_graph("whosays", cache_dir=None)
    pairs = {
        (room(module), room(used))
        for module in graph.modules
        for used in graph.find_modules_directly_imported_by(module)
    }
    return {(a, b) for a, b in pairs if a != b and {a, b} <= set(names)}


def room(module: str) -> str:
    """Return the room that *module* is in; the package itself is none."""
    return module.split(".")[1] if "." in module else ""


def picture() -> str:
    """Return the picture as SVG: a box a room, an arrow an import, from the upper room to the lower."""
    names = rooms()
    arrows = imports(names)
    height = ROW * len(names) + 16
    title = "The rooms of the package whosays; every arrow, an import, points down"
    told = "; ".join(
        f"{a} imports {', '.join(b for b in names if (a, b) in arrows) or 'no other'}" for a in names
    )
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-labelledby="title desc">',
        f'<title id="title">{title}</title><desc id="desc">{told}</desc><style>{STYLE}</style>',
        '<marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" '
        'orient="auto"><path class="head" d="M0 0L8 4L0 8z"/></marker>',
        f'<rect class="paper" width="{WIDTH}" height="{height}"/>',
        *(box(name, number) for number, name in enumerate(names)),
        *(arrow(names.index(a), names.index(b)) for a, b in sorted(arrows)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def box(name: str, number: int) -> str:
    """Return the room *name*, *number* from the top, with the first line of its docstring."""
    top = 8 + ROW * number
    lines = wrap(str(import_module(f"whosays.{name}").__doc__).strip().splitlines()[0].replace("`", ""), 60)
    file = name if (ROOT / "src" / "whosays" / name).is_dir() else f"{name}.py"
    words = "".join(
        f'<text class="what" x="158" y="{top + BOX / 2 + 4 + 15 * (line - (len(lines) - 1) / 2):g}">'
        f"{html.escape(text)}</text>"
        for line, text in enumerate(lines)
    )
    return (
        f'<rect class="box" x="8" y="{top}" width="{LEFT - 8}" height="{BOX}" rx="5"/>'
        f'<text class="name" x="20" y="{top + BOX / 2 + 5:g}">{file}</text>{words}'
    )


def arrow(upper: int, lower: int) -> str:
    """Return the arrow from the room *upper* to the room *lower*, both counted from the top."""
    start, end = (8 + ROW * number + BOX / 2 for number in (upper, lower))
    floors = lower - upper
    out = LEFT + 26 + 38 * (floors - 1) ** 0.75
    kind = "arrow" if floors == 1 else "arrow far"
    start, end = start + 2 * floors, end - 2 * floors  # so that arrows that end in one room lie apart
    return (
        f'<path class="{kind}" marker-end="url(#head)" '
        f'd="M{LEFT} {start:g}C{out:g} {start:g} {out:g} {end:g} {LEFT + 2} {end:g}"/>'
    )


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
    sys.stdout.write(f"written: {PICTURE.relative_to(ROOT)}\n")
