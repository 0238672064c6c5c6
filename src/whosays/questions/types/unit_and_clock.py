"""Say of each claim what its figure counts, when it happened, and when it was reported."""

from typing import ClassVar

from whosays.questions.types.claims_table import ClaimsTable


class UnitAndClock(ClaimsTable):
    """Say what a figure counts, when it happened, and when it was reported."""

    type = "unit_and_clock"
    names: ClassVar = {
        "counted": "What is counted",
        "event_time": "When it happened",
        "report_time": "When it was reported",
    }
