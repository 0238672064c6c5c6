"""The case: a text, tables anchored to exact words of it, and the rules that hold between them."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from whosays.case.tables import Problem

if TYPE_CHECKING:
    from whosays.case.case import Case, CaseError

__all__ = ["Case", "CaseError", "Problem"]


def __getattr__(name: str) -> Any:
    """Return Case or CaseError, which bring pandas along, when they are first asked for."""
    if name not in __all__:
        raise AttributeError(f"whosays.case has no {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module("whosays.case.case"), name)
