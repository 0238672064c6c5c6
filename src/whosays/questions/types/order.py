"""Put things in order."""

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from whosays.questions.answer_parts import some_of
from whosays.questions.fields import Fields
from whosays.questions.mixing import mixed
from whosays.questions.phrasing import in_marks
from whosays.questions.question import Control, Question, Result


@dataclass(frozen=True)
class Item:
    """Hold one of the things to be put in order."""

    id: str
    text: str


@dataclass(frozen=True, kw_only=True)
class OrderFields(Fields):
    """Hold the *items* in the right order, and *ties*: ids of items that may change places."""

    items: tuple[Item, ...]
    ties: tuple[tuple[str, ...], ...] = ()


class Order(Question):
    """Put items in order; an answer lists their ids.

    The score is the share of pairs that stand in the right order, ties left out (Kendall's tau on the scale
    from 0 to 1).
    """

    fields: OrderFields
    type = "order"

    @cached_property
    def items(self) -> dict[str, str]:
        """The texts of the items by id, in the right order."""
        return {item.id: item.text for item in self.fields.items}

    @cached_property
    def shown(self) -> list[str]:
        """The ids in the order they are shown first: always the same, and not the right one."""
        shown = mixed(self.items, self.id)
        return shown if self._score(shown) < 1 else shown[::-1]

    def read(self, answer: object) -> list[str]:
        """Return *answer* if it lists every item once."""
        given = some_of(answer, self.items)
        if len(given) < len(self.items):
            raise ValueError(f"{len(given)} of {len(self.items)} items are placed; place them all")
        return given

    def mark(self, answer: list[str]) -> Result:
        """Return the share of pairs in order, and name a pair that is not."""
        score = self._score(answer)
        if score == 1:
            return self.right()
        a, b = next(
            (self.items[a], self.items[b]) for a, b in combinations(answer, 2) if (b, a) in self._pairs
        )
        why = f"Look again at {in_marks(a)} and {in_marks(b)}. {self.fields.hint}"
        return self.wrong(why.strip(), score=score)

    def controls(self) -> list[Control]:
        """Return one list whose items can be moved."""
        return [
            Control("answer", "order", "Put these in order", tuple((n, self.items[n]) for n in self.shown))
        ]

    def said(self, answer: list[str]) -> str:
        """Return the items in the order they were put in."""
        return " → ".join(self.items[name] for name in answer)

    def solution(self) -> str:
        """Return the items in order."""
        return " → ".join(self.items.values())

    @cached_property
    def _pairs(self) -> set[tuple[str, str]]:
        ties = [set(tie) for tie in self.fields.ties]
        return {pair for pair in combinations(self.items, 2) if not any(set(pair) <= tie for tie in ties)}

    def _score(self, order: list[str]) -> float:
        place = {name: number for number, name in enumerate(order)}
        return sum(place[a] < place[b] for a, b in self._pairs) / len(self._pairs)
