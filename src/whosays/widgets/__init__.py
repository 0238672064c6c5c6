"""Thin views for notebooks; no rule of the course lives here."""

from whosays.widgets.exercise import Exercise, ask
from whosays.widgets.panel import panel

__all__ = ["Exercise", "ask", "panel"]
