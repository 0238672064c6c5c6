"""What a text is held against: reported figures, the words it is about, what its prompt asks."""

from dataclasses import dataclass
from functools import cached_property

from whosays.questions.fields import Fields
from whosays.questions.question import Ground
from whosays.questions.types.writing import reported_figures
from whosays.questions.types.writing.changed_words import Change
from whosays.questions.types.writing.forbidden import Forbidden
from whosays.questions.types.writing.held import Held
from whosays.questions.types.writing.names import Names, bare
from whosays.questions.types.writing.quotation_marks import Words
from whosays.questions.types.writing.reported_figures import Declared
from whosays.questions.types.writing.told import Told, read
from whosays.text import spans
from whosays.text.running_text import figures_in


@dataclass(frozen=True, kw_only=True)
class WritingFields(Fields):
    """Hold how many words are asked for, what is checked, and what it is held against.

    A text *needs* so many figures of its ground with a speaker, or of the *names* where it is about words.
    *figures* are those of a text that was made up; without them the reports of the case count.
    """

    at_most: int
    checks: tuple[str, ...]
    at_least: int = 1
    needs: int = 0
    names: tuple[str, ...] = ()
    figures: tuple[Declared, ...] | None = None
    sides: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    forbids: tuple[Forbidden, ...] = ()
    quotes_at_most: int | None = None


class Given:
    """Hold the *fields* and the *ground* of a question, and make of them what its texts are held against."""

    def __init__(self, fields: WritingFields, ground: Ground):
        """Keep both; the rest is made when it is first asked for, and kept."""
        self.fields, self.ground = fields, ground

    @cached_property
    def held(self) -> Held:
        """The reported figures, and the names that go with them."""
        case = self.ground.case
        sides: dict[str, tuple[str, ...]] = {side: (side,) for side in self.fields.sides}
        if self.fields.figures is not None:
            reported = reported_figures.declared(self.fields.figures)
        elif self.fields.text:
            reported = reported_figures.of_text(self.ground.text)
        else:
            reported, sides = reported_figures.of_case(case), reported_figures.sides_of(case)
        return Held(reported, Names(reported, sides))

    @cached_property
    def values(self) -> frozenset[int]:
        """Every value of a reported figure."""
        return frozenset(value for fact in self.held.facts for value in fact.values)

    @cached_property
    def printed(self) -> frozenset[int]:
        """The numbers of the text it is about; none where the figures of the question are all there is."""
        if self.fields.figures is not None:
            return frozenset()
        return frozenset(value for figure in figures_in(self.ground.text) for value in figure.values)

    @cached_property
    def plain(self) -> frozenset[int]:
        """The values of the question's rows that are plain numbers: sums and ranges are made of them."""
        rows = [self.ground.case.reports.get(str(row)) for row in self.fields.rows]
        asked = {row["value"] for row in rows if row}
        plain = {fact.values[0] for fact in self.held.facts if fact.low == fact.high}
        return frozenset(plain & asked if asked and not self.fields.text else plain)

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """The two ends of the range that the first accepted text gives."""
        told = read(str(self.fields.accept[0]), self.held.names).figures
        return next((one.values for one in told if len(one.values) > 1), ())

    @cached_property
    def words(self) -> Words:
        """The words that may stand between marks."""
        case = self.ground.case
        tables = () if self.fields.text else (case.claims, case.reports, case.statements, case.relays)
        cells = (cell for table in tables for row in table.values() for cell in row.values())
        quotable = "\n".join([self.ground.text, *(cell for cell in cells if cell and isinstance(cell, str))])
        return Words(self.ground.text, quotable)

    @cached_property
    def shown(self) -> str:
        """The words that the question shows, or else its text."""
        return "\n".join(self.fields.words) or self.ground.text

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the case, in small letters; no words that it writes small, too."""
        words = [span.of(self.ground.text) for span in spans.words(self.ground.text)]
        sources = (word for row in self.ground.case.sources.values() for word in row["name"].split())
        named = {bare(word).casefold() for word in [*words, *sources] if word[:1].isupper()}
        return frozenset(named - {word for word in words if word.islower()})

    def may_be_small(self, told: Told) -> bool:
        """Say whether a small number without a noun can be one of this question's; a case has them all."""
        return told.stands_alone and (self.fields.figures is not None or told.values[0] in self.plain)
