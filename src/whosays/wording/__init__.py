"""Compare what was said with what was printed: the one door to everything about wording.

align and shared_runs lay two texts side by side; find_statement finds a statement in a long text; check_quote
says how far the words between quotation marks are the words of the statement.
"""

from whosays.wording.alignment import Step, align
from whosays.wording.meaning import FLAGS
from whosays.wording.quote_check import VERDICTS, QuoteCheck, check_quote
from whosays.wording.search import Match, find_statement
from whosays.wording.shared import Run, shared_runs

__all__ = [
    "FLAGS",
    "VERDICTS",
    "Match",
    "QuoteCheck",
    "Run",
    "Step",
    "align",
    "check_quote",
    "find_statement",
    "shared_runs",
]
