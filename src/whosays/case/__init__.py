"""The case: a text, tables anchored to exact words of it, and the rules that hold between them."""

from typing import TYPE_CHECKING, Any

from whosays.case.problem import Problem
from whosays.case.rows import CaseError, CaseRows

if TYPE_CHECKING:
    from whosays.case.case import Case

__all__ = ["Case", "CaseError", "CaseRows", "Problem"]


def __getattr__(name: str) -> Any:
    """Return Case, which brings pandas along, when it is first asked for."""
    if name != "Case":
        raise AttributeError(f"whosays.case has no {name!r}; it has {', '.join(__all__)}")
    from whosays.case.case import Case

    return Case
