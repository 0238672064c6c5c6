"""What a finished chart shows, as plain JSON: its words and its values, whoever drew it and however.

Facts are kept with an answer, so that the chart can be judged later, without the figure.
"""

from typing import TYPE_CHECKING, Any

from whosays.charts.facts.stored import read_facts

if TYPE_CHECKING:
    from whosays.charts.facts.drawn import facts

__all__ = ["facts", "read_facts"]


def __getattr__(name: str) -> Any:
    """Return facts(), which brings matplotlib along, when it is first asked for."""
    if name != "facts":
        raise AttributeError(f"whosays.charts.facts has no {name!r}; it has {', '.join(__all__)}")
    from whosays.charts.facts.drawn import facts

    return facts
