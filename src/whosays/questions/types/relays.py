"""Say who took a figure from whom."""

from dataclasses import dataclass
from functools import cached_property

from whosays.questions.answer_parts import cells, some_of
from whosays.questions.fields import Fields
from whosays.questions.phrasing import held
from whosays.questions.question import Control, Question, Result


@dataclass(frozen=True, kw_only=True)
class RelaysFields(Fields):
    """Hold the *figure*, those who tell it, and those whom they may have it from, by their ids."""

    figure: str
    tellers: tuple[str, ...]
    from_: tuple[str, ...]


class Relays(Question):
    """Draw the arrows of a figure: for each teller, from whom it took the figure.

    An answer maps tellers to lists of sources. The score is the F1 of the arrows: the harmonic mean of the
    share of drawn arrows that are right and of the share of right arrows that are drawn (van Rijsbergen
    1979).
    """

    fields: RelaysFields
    type = "relays"

    @cached_property
    def arrows(self) -> set[tuple[str, str]]:
        """The right arrows, as (teller, source), out of the case's relays."""
        told = [row for row in self.ground.case.relays.values() if row["figure"] == self.fields.figure]
        pairs = {(row["teller"], row["took_from"]) for row in told}
        return {(t, s) for t, s in pairs if t in self.tellers and s in self.sources}

    @cached_property
    def sources(self) -> dict[str, str]:
        """The sources on offer, by id."""
        return {name: self.ground.case.name(name) for name in self.fields.from_}

    @cached_property
    def tellers(self) -> dict[str, str]:
        """The tellers asked about, by id."""
        return {name: self.ground.case.name(name) for name in self.fields.tellers}

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
        why = f"{self._count(drawn)} Look again at {self.tellers[off[0]]}. {self.fields.hint}"
        return self.wrong(why.strip(), score=score)

    def controls(self) -> list[Control]:
        """Return a group of check boxes for each teller."""
        options = tuple(self.sources.items())
        return [Control(t, "checks", f"{name} took it from", options) for t, name in self.tellers.items()]

    def said(self, answer: dict[str, list[str]]) -> str:
        """Return the arrows that were drawn."""
        return "; ".join(f"{teller} from {sources}" for teller, sources in self.parts(answer))

    def parts(self, answer: dict[str, list[str]]) -> list[tuple[str, str]]:
        """Return each teller with the sources from which an arrow was drawn."""
        return [
            (self.tellers[t], ", ".join(self.sources[s] for s in chosen))
            for t, chosen in answer.items()
            if chosen
        ]

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
