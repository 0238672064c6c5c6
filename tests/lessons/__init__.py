"""Read the lessons as tests need them: cells, prose, and the strings of their code."""

import ast
import json
import re
from pathlib import Path
from typing import Any

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
LESSONS = sorted(NOTEBOOKS.glob("*.ipynb"))


def read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def cells(path: Path, kind: str) -> list[tuple[str, str]]:
    """Return id and source of every cell of *kind* that is not about a text we made up."""
    return [
        (cell["id"], "".join(cell["source"]))
        for cell in read(path)["cells"]
        if cell["cell_type"] == kind and "constructed" not in cell["metadata"].get("tags", [])
    ]


def sentences(path: Path) -> str:
    """Return what a reader of the lesson reads: its prose, and the sentences in its code."""
    prose = [source for _, source in cells(path, "markdown")]
    for _, source in cells(path, "code"):
        strings = [node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)]
        prose += [text for text in strings if isinstance(text, str) and " " in text]
    text = "\n\n".join(prose)
    text = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    text = re.sub(r"`[^`]*`", "", text)  # code within prose
    text = re.sub(r"\b[cersw]\d{2,3}\b", "", text)  # ids of rows
    text = re.sub(r"\]\([^)]*\)", "]", text)  # addresses of links
    return re.sub(r"^\d\. ", "", text, flags=re.MULTILINE)  # numbers of lists
