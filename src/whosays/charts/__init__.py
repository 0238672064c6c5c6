"""Draw the tables of a case: data in, Axes out, each with its text alternative and its table.

Loaded when first used: what a finished chart shows (facts) and what it must show (contract) are read without
the library that draws.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "alignment": "alignment_chart",
    "bounds": "tolls",
    "calibration_curve": "learning",
    "provenance_graph": "relay_graph",
    "reports_by_source": "by_source",
    "reports_over_time": "over_time",
    "sum_with_overlap": "tolls",
    "two_bars": "learning",
    "voices": "by_voice",
}

__all__ = list(_HOMES)


def __getattr__(name: str) -> Any:
    """Return the chart *name* from the module it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"whosays.charts has no {name!r}; it has {', '.join(_HOMES)}")
    chart = getattr(import_module(f"whosays.charts.{_HOMES[name]}"), name)
    globals()[name] = chart
    return chart


def __dir__() -> list[str]:
    """Return the charts, for tab completion."""
    return sorted(_HOMES)
