"""What a class believes, agrees on and gained, out of its graded submissions; one page a teacher can show."""

from whosays.classroom.report.agreement import Agreement, Contested, agreement, alpha, contested
from whosays.classroom.report.change import Change, changes, improved, tallies
from whosays.classroom.report.graded_answers import AT_LEAST, check_test, given, graded, pairs, read, swapped
from whosays.classroom.report.items import Item, items
from whosays.classroom.report.misconceptions_held import Held, held
from whosays.classroom.report.named_codes import Key
from whosays.classroom.report.page import Grades, class_report

__all__ = [
    "AT_LEAST",
    "Agreement",
    "Change",
    "Contested",
    "Grades",
    "Held",
    "Item",
    "Key",
    "agreement",
    "alpha",
    "changes",
    "check_test",
    "class_report",
    "contested",
    "given",
    "graded",
    "held",
    "improved",
    "items",
    "pairs",
    "read",
    "swapped",
    "tallies",
]
