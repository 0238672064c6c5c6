"""Draw the tables of a case: data in, Axes out, each with its text alternative and its table."""

from whosays.charts.alignment import alignment
from whosays.charts.by_source import reports_by_source
from whosays.charts.learning import calibration_curve, two_bars
from whosays.charts.over_time import reports_over_time
from whosays.charts.relays import provenance_graph
from whosays.charts.tolls import bounds, sum_with_overlap
from whosays.charts.voices import voices

__all__ = [
    "alignment",
    "bounds",
    "calibration_curve",
    "provenance_graph",
    "reports_by_source",
    "reports_over_time",
    "sum_with_overlap",
    "two_bars",
    "voices",
]
