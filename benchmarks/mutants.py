"""Make mutants: the code of a file, changed at one place, by the operators of mutmut.

mutmut itself leaves out what is decorated and what stands outside of functions. Here that is where many rules
live (cached properties, regular expressions, limits), so its operators are applied to whole files.
"""

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import libcst as cst
import libcst.matchers as m
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators, operator_string

# What no test on one machine can see: the default encoding is the same here, and a zip is checked for length.
UNSEEN = m.Arg(keyword=m.Name("encoding") | m.Name("strict"))
# Types do nothing at run time; decorators are no rules of ours; mutmut leaves out these two calls as well.
_TYPES = m.Name("dict") | m.Name("list") | m.Name("tuple") | m.Name("Callable")
LEFT_OUT = (
    m.Annotation() | m.Decorator() | m.Import() | m.ImportFrom() | UNSEEN
    | m.Assign(value=m.Subscript(value=_TYPES))
    | m.Assign(targets=[m.AssignTarget(m.Name("__all__"))])
    | m.Call(m.Name("len") | m.Name("isinstance"))
)  # fmt: skip


class Mutant(NamedTuple):
    """Hold the changed *text* of the file at *path*, from *line* of the old one, and the *lines* it spans."""

    path: Path
    line: int
    lines: range
    before: str
    text: str

    def diff(self) -> str:
        """Return the lines that were taken away and added."""
        pair = self.before.splitlines(), self.text.splitlines()
        changed = difflib.unified_diff(*pair, n=0, lineterm="")
        return "\n".join(line for line in changed if not line.startswith(("---", "+++", "@@")))


class Place(NamedTuple):
    """Hold a *node* of the *module* in the file at *path*, its *lines*, and what to put in its place."""

    path: Path
    lines: range
    module: cst.Module
    node: cst.CSTNode
    other: cst.CSTNode

    def mutant(self) -> Mutant:
        """Return the whole file with the change."""
        text = self.module.deep_replace(self.node, self.other).code  # type: ignore[arg-type]
        return Mutant(self.path, self.lines.start, self.lines, self.module.code, text)


def places(path: Path) -> list[Place]:
    """Return every change to the file at *path*, in the order of its lines."""
    wrapper = MetadataWrapper(cst.parse_module(path.read_text(encoding="utf-8")))
    finder = _Finder(path, wrapper.module)
    wrapper.visit(finder)
    return finder.places


class _Finder(cst.CSTVisitor):
    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, path: Path, module: cst.Module):
        super().__init__()
        self.path, self.module = path, module
        self.places: list[Place] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if m.matches(node, LEFT_OUT) or _is_docstring(node):
            return False
        where = self.get_metadata(PositionProvider, node, None)
        if where:
            lines = range(where.start.line, where.end.line + 1)
            self.places += [Place(self.path, lines, self.module, node, other) for other in _others(node)]
        return True


def _others(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Yield what may stand in the place of *node*."""
    for kind, change in mutation_operators:
        if not isinstance(node, kind):
            continue
        if change is operator_string:
            yield from _strings(node)
        else:
            yield from (other for other in change(node) if _unseen(other) == _unseen(node))


def _strings(node: cst.CSTNode) -> list[cst.CSTNode]:
    """Return *node* with other letters, where it is a name or a pattern; the wording of sentences is free."""
    others = list(operator_string(node))  # type: ignore[arg-type]
    if not m.matches(node, m.SimpleString()):
        return []
    if "r" in node.prefix.lower():  # type: ignore[attr-defined]
        return others
    return [] if " " in node.raw_value.strip() else others[:1]  # type: ignore[attr-defined]


def _unseen(node: cst.CSTNode) -> list[cst.CSTNode]:
    return [arg for arg in node.args if m.matches(arg, UNSEEN)] if isinstance(node, cst.Call) else []


def _is_docstring(node: cst.CSTNode) -> bool:
    return m.matches(node, m.SimpleStatementLine(body=[m.Expr(m.SimpleString() | m.ConcatenatedString())]))
