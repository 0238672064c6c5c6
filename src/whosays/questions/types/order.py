"""Put things in order, and say who took a figure from whom."""

import hashlib
from functools import cached_property
from itertools import combinations

from whosays.questions.answer_parts import cells, some_of
from whosays.questions.question import Control, Question, Result
from whosays.questions.types.table import held, in_marks


class Relays(Question):
    """Draw the arrows of a figure: for each teller, from whom it took the figure.

    An answer maps tellers to lists of sources. The score is the F1 of the arrows: the harmonic mean of the
    share of drawn arrows that are right and of the share of right arrows that are drawn (van Rijsbergen
    1979).
    """

    type = "relays"

    @cached_property
    def arrows(self) -> set[tuple[str, str]]:
        """The right arrows, as (teller, source), out of the case's relays."""
        told = self.ground.case.relays
        told = told[(told["figure"] == self.entry["figure"]) & told["teller"].isin(self.entry["tellers"])]
        return {(t, s) for t, s in zip(told["teller"], told["took_from"], strict=True) if s in self.sources}

    @cached_property
    def sources(self) -> dict[str, str]:
        """The sources on offer, by id."""
        return {name: self.ground.case.name(name) for name in self.entry["from"]}

    @cached_property
    def tellers(self) -> dict[str, str]:
        """The tellers asked about, by id."""
        return {name: self.ground.case.name(name) for name in self.entry["tellers"]}

    def read(self, answer: object) -> dict[str, list[str]]:
        """Return *answer* if it maps tellers to sources, with at least one arrow."""
        given = {
            name: some_of(chosen or [], self.sources) for name, chosen in cells(answer, self.tellers).items()
        }
        if not any(given.values()):
            raise ValueError("no arrow is drawn; choose for at least one teller")
        return given

    def mark(self, answer: dict[str, list[str]]) -> Result:
        """Return the F1 of the arrows, and name the first teller whose arrows are not right."""
        drawn = {(teller, source) for teller, chosen in answer.items() for source in chosen}
        score = 2 * len(drawn & self.arrows) / (len(drawn) + len(self.arrows))
        off = [teller for teller in self.tellers if any(t == teller for t, _ in drawn ^ self.arrows)]
        if not off:
            return self.right()
        why = f"{self._count(drawn)} Look again at {self.tellers[off[0]]}. {self.entry.get('hint', '')}"
        return self.wrong(why.strip(), score=score)

    def controls(self) -> list[Control]:
        """Return a group of check boxes for each teller."""
        options = tuple(self.sources.items())
        return [Control(t, "checks", f"{name} took it from", options) for t, name in self.tellers.items()]

    def said(self, answer: dict[str, list[str]]) -> str:
        """Return the arrows that were drawn."""
        drawn = (
            (self.tellers[t], ", ".join(self.sources[s] for s in chosen)) for t, chosen in answer.items()
        )
        return "; ".join(f"{teller} from {sources}" for teller, sources in drawn if sources)

    def solution(self) -> str:
        """Return each teller with its sources."""
        theirs = {t: [n for s, n in self.sources.items() if (t, s) in self.arrows] for t in self.tellers}
        return "\n".join(f"{name}: {', '.join(theirs[t]) or 'no arrow'}" for t, name in self.tellers.items())

    def _count(self, drawn: set[tuple[str, str]]) -> str:
        """Return how many arrows hold; whoever has drawn all of ours is told what is too much instead."""
        extra = len(drawn - self.arrows)
        if self.arrows <= drawn:
            much = "one arrow is" if extra == 1 else f"{extra} arrows are"
            return f"All of ours are among yours; {much} too many."
        return held(len(drawn & self.arrows), len(self.arrows), "arrows")


class Order(Question):
    """Put items in order; an answer lists their ids.

    The score is the share of pairs that stand in the right order, ties left out (Kendall's tau on the scale
    from 0 to 1).
    """

    type = "order"

    @cached_property
    def items(self) -> dict[str, str]:
        """The texts of the items by id, in the right order."""
        return {item["id"]: item["text"] for item in self.entry["items"]}

    @cached_property
    def shown(self) -> list[str]:
        """The ids in the order they are shown first: always the same, and not the right one."""
        mixed = sorted(self.items, key=lambda name: hashlib.sha256(f"{self.id} {name}".encode()).digest())
        return mixed if self._score(mixed) < 1 else mixed[::-1]

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
        why = f"Look again at {in_marks(a)} and {in_marks(b)}. {self.entry.get('hint', '')}"
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
        ties = [set(tie) for tie in self.entry.get("ties", [])]
        return {pair for pair in combinations(self.items, 2) if not any(set(pair) <= tie for tie in ties)}

    def _score(self, order: list[str]) -> float:
        place = {name: number for number, name in enumerate(order)}
        return sum(place[a] < place[b] for a, b in self._pairs) / len(self._pairs)
