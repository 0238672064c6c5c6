"""Read conflict reporting source by source: who says so, how would they know, what exactly did they say.

The names below are loaded when first used, so that importing the package costs next to nothing.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "Case": "case",
    "CaseError": "case",
    "Toll": "toll",
    "align": "wording",
    "ask": "widgets",
    "ask_all": "widgets",
    "ask_missed": "widgets",
    "calibration": "",
    "charts": "",
    "check_chart": "contract",
    "check_quote": "wording",
    "describe": "figure",
    "find_statement": "wording",
    "first_answers": "given",
    "hand_in": "handing_in",
    "panel": "widgets",
    "profile": "looking_back",
    "progress": "progress",
    "provenance": "",
    "review": "looking_back",
    "shared_runs": "wording",
    "show": "figure",
}

__all__ = [
    "Case",
    "CaseError",
    "Toll",
    "align",
    "ask",
    "ask_all",
    "ask_missed",
    "calibration",
    "charts",
    "check_chart",
    "check_quote",
    "describe",
    "find_statement",
    "first_answers",
    "hand_in",
    "panel",
    "profile",
    "progress",
    "provenance",
    "review",
    "shared_runs",
    "show",
]


def __getattr__(name: str) -> Any:
    """Return the public name *name* from the module it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"whosays has no {name!r}; it has {', '.join(__all__)}")
    home = _HOMES[name]
    value = getattr(import_module(f"whosays.{home}"), name) if home else import_module(f"whosays.{name}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names, for tab completion."""
    return __all__
