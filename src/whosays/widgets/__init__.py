"""Thin views for notebooks; no rule of the course lives here."""

from whosays.widgets.exercise import Exercise, ask
from whosays.widgets.panel import panel
from whosays.widgets.several import ask_all, ask_missed

__all__ = ["Exercise", "ask", "ask_all", "ask_missed", "panel"]
