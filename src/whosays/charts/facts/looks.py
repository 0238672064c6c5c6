"""How a series looks, and what the legend calls what looks so."""

from typing import Any, NamedTuple

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import Collection
from matplotlib.colors import to_hex, to_rgba
from matplotlib.container import Container
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

CARETS = {"^", "v", "<", ">", "1", "2", "3", "4", *range(4, 12)}
_NONE = {"None", "none", " ", "", None}


class Look(NamedTuple):
    """Hold colour, and all that is no colour: marks, dashes, hatches, filled or open."""

    colour: str
    shape: str

    def __str__(self) -> str:
        """Return both as one text, as facts keep it."""
        return f"{self.colour} {self.shape}".strip()


def look(artist: Any) -> Look:
    """Return how *artist* looks."""
    if isinstance(artist, Container):
        parts = [part for part in artist.get_children() if not isinstance(part, Container)]
        return look(parts[0]) if parts else Look("", "")
    if isinstance(artist, Line2D):
        return _of_line(artist)
    if isinstance(artist, Patch):
        face: Any = artist.get_facecolor()
        filled = artist.get_fill() and face[3] > 0
        return Look(_hex(face if filled else artist.get_edgecolor()), f"{artist.get_hatch() or ''}")
    if isinstance(artist, Collection):
        faces, edges = artist.get_facecolor(), artist.get_edgecolor()
        colours = faces if len(faces) else edges
        # Marks are paths; marks of one form have one number of corners.
        paths: Any = artist.get_paths() if hasattr(artist, "get_sizes") else []
        form = f"{len(paths[0].vertices)}" if len(paths) else ""
        shape = f"{artist.get_hatch() or ''}{form}{'' if len(faces) else ' open'}"
        return Look(_hex(colours[0]) if len(colours) else "", shape)
    return Look("", "")


def _of_line(line: Line2D) -> Look:
    mark, dashes = line.get_marker(), line.get_linestyle()
    has_line = dashes not in _NONE and line.get_linewidth() > 0
    open_mark = mark not in _NONE and to_rgba(line.get_markerfacecolor())[:3] == (1, 1, 1)
    pattern = getattr(line, "_unscaled_dash_pattern", (0, None))[1] if has_line else "none"
    shape = f"{'' if mark in _NONE else mark}{' open' if open_mark else ''} {pattern or 'solid'}"
    return Look(_hex(line.get_color() if has_line or mark in _NONE else line.get_markeredgecolor()), shape)


def _hex(colour: Any) -> str:
    try:
        return str(to_hex(to_rgba(colour)))
    except (TypeError, ValueError):
        return ""


class Legends:
    """Say what the legends on a panel call whatever looks as their entries do."""

    def __init__(self, axes: list[Axes], figures: list[Any]) -> None:
        """Read the legends of all *axes* on a panel, and of the *figures* it is on."""
        legends = [each.get_legend() for each in axes] + [one for each in figures for one in each.legends]
        extra = [artist for each in axes for artist in each.artists if isinstance(artist, Legend)]
        shown = [each for each in [*legends, *extra] if each is not None and each.get_visible()]
        self.entries = [
            (look(handle), text.get_text())
            for legend in shown
            for handle, text in zip(legend.legend_handles, legend.get_texts(), strict=False)
        ]

    def called(self, artist: Artist | Container, label: str) -> list[str]:
        """Return what a legend calls *artist*, which its author gave a *label*; empty where none does."""
        mine = look(artist)
        alike = [text for seen, text in self.entries if seen.colour == mine.colour]
        same = [text for seen, text in self.entries if seen == mine]
        for found in (same, alike):
            if len(set(found)) == 1:
                return found[:1]
        told = [text for _, text in self.entries]
        return [label] if label and label in told else []


def bar_looks(patches: list[Any]) -> list[Look]:
    """Return how each of *patches* looks."""
    return [look(patch) for patch in patches]


def is_hidden(artist: Any) -> bool:
    """Say whether *artist* is switched off, or as good as see-through."""
    alpha = artist.get_alpha()
    faint = alpha is not None and np.ndim(alpha) == 0 and alpha < 0.03
    return not artist.get_visible() or bool(faint)
