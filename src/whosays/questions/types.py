"""The types of question, by the name they have in the bank."""

from whosays.questions.chart import Chart
from whosays.questions.choices import Choice, Choices, Relation, Verdict
from whosays.questions.counts import Bounds, Tally
from whosays.questions.ledger import Ledger, UnitAndClock
from whosays.questions.marks import Agents, Marks
from whosays.questions.predict import Predict
from whosays.questions.question import Question
from whosays.questions.quotes import QuoteQuestion
from whosays.questions.slots import Slots
from whosays.questions.sums import Overlap
from whosays.questions.trails import Order, Relays
from whosays.questions.value import Value
from whosays.questions.writing import Writing

_ALL: list[type[Question]] = [
    Agents, Bounds, Chart, Choice, Choices, Ledger, Marks, Order, Overlap, Predict,
    QuoteQuestion, Relation, Relays, Slots, Tally, UnitAndClock, Value, Verdict, Writing,
]  # fmt: skip

TYPES = {kind.type: kind for kind in _ALL}
