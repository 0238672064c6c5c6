"""Read conflict reporting source by source: who says so, how would they know, what exactly did they say.

The names below are loaded when first used, so that importing the package costs next to nothing.
"""

from importlib import import_module
from typing import Any

__version__ = "0.2.0"  # the one place that says it

_HOMES = {  # module:name, or module: where the module itself is meant
    "Case": "case:Case",
    "CaseError": "case:CaseError",
    "Toll": "text.toll:Toll",
    "align": "wording:align",
    "ask": "widgets:ask",
    "ask_all": "widgets:ask_all",
    "ask_missed": "widgets:ask_missed",
    "calibration": "answers.measures:",
    "charts": "charts:",
    "check_chart": "charts.contract:check_chart",
    "check_quote": "wording:check_quote",
    "describe": "charts.shown:describe",
    "find_statement": "wording:find_statement",
    "first_answers": "answers.first_answers:first_answers",
    "hand_in": "answers.hand_in:hand_in",
    "panel": "widgets:panel",
    "profile": "answers.review:profile",
    "progress": "answers.progress:progress",
    "provenance": "case.provenance:",
    "review": "answers.review:review",
    "shared_runs": "wording:shared_runs",
    "show": "charts.shown:show",
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
    module, _, inside = _HOMES[name].partition(":")
    home = import_module(f"whosays.{module}")
    value = getattr(home, inside) if inside else home
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names, for tab completion."""
    return __all__
