"""Questions about the words of a text, and judge(), which says what an answer is worth."""

from whosays.questions.bank import Bank, BankError
from whosays.questions.keyless import Keyless
from whosays.questions.question import Control, Question, Result, judge
from whosays.questions.types import TYPES

__all__ = ["TYPES", "Bank", "BankError", "Control", "Keyless", "Question", "Result", "judge"]
