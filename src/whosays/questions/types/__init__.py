"""The types of question, by the name they have in the bank."""

from whosays.questions.question import Question
from whosays.questions.types.bounds import Bounds, Tally
from whosays.questions.types.chart import Chart
from whosays.questions.types.choices import Choice, Choices, Relation, Verdict
from whosays.questions.types.ledger import Ledger, UnitAndClock
from whosays.questions.types.marks import Agents, Marks
from whosays.questions.types.order import Order, Relays
from whosays.questions.types.overlap import Overlap
from whosays.questions.types.predict import Predict
from whosays.questions.types.quotes import QuoteQuestion
from whosays.questions.types.slots import Slots
from whosays.questions.types.value import Value
from whosays.questions.types.writing import Writing

_ALL: list[type[Question]] = [
    Agents, Bounds, Chart, Choice, Choices, Ledger, Marks, Order, Overlap, Predict,
    QuoteQuestion, Relation, Relays, Slots, Tally, UnitAndClock, Value, Verdict, Writing,
]  # fmt: skip

TYPES = {kind.type: kind for kind in _ALL}
