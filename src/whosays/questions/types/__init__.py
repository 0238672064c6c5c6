"""The types of question, by the name they have in the bank."""

from whosays.questions.question import Question
from whosays.questions.types.bounds import Bounds
from whosays.questions.types.chart import Chart
from whosays.questions.types.choices import Choice, Choices
from whosays.questions.types.ledger import Ledger
from whosays.questions.types.marks import Agents, Marks
from whosays.questions.types.order import Order
from whosays.questions.types.overlap import Overlap
from whosays.questions.types.predict import Predict
from whosays.questions.types.quotes import QuoteQuestion
from whosays.questions.types.relation import Relation
from whosays.questions.types.relays import Relays
from whosays.questions.types.slots import Slots
from whosays.questions.types.tally import Tally
from whosays.questions.types.unit_and_clock import UnitAndClock
from whosays.questions.types.value import Value
from whosays.questions.types.verdict import Verdict
from whosays.questions.types.writing import Writing

_ALL: list[type[Question]] = [
    Agents, Bounds, Chart, Choice, Choices, Ledger, Marks, Order, Overlap, Predict,
    QuoteQuestion, Relation, Relays, Slots, Tally, UnitAndClock, Value, Verdict, Writing,
]  # fmt: skip

TYPES = {kind.type: kind for kind in _ALL}
