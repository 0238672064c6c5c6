"""Choose among options: the one that holds, or all that hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from whosays.questions.answer_parts import one_of, some_of
from whosays.questions.fields import Fields
from whosays.questions.mixing import shown
from whosays.questions.phrasing import in_marks
from whosays.questions.question import Control, Question, Result, Wrong


@dataclass(frozen=True)
class Option:
    """Hold one option: its *text*, and why it is *right*, *also* right under a condition, or *wrong*."""

    id: str
    text: str = ""
    right: str | None = None
    also: str | None = None
    wrong: str | None = None
    misconception: str | None = None


@dataclass(frozen=True, kw_only=True)
class OptionFields(Fields):
    """Hold what a question with options has; where they are *ordered*, they are a scale and are not mixed."""

    options: tuple[Option, ...]
    ordered: bool = False


class Options(Question):
    """Ask for one or several of the options."""

    fields: OptionFields
    names: ClassVar[Mapping[str, str]] = {}  # fixed texts of options, by id: a scale, shown in one order

    @cached_property
    def options(self) -> dict[str, Option]:
        """The options by id in the order they are shown: mixed by the question's id, or a scale as it is."""
        options = {option.id: option for option in self.fields.options}
        return shown(options, self.id, self.fields.ordered or bool(self.names))

    @property
    def ours(self) -> list[str]:
        """The options that are right as they stand."""
        return [name for name, option in self.options.items() if option.right is not None]

    def text(self, option: str) -> str:
        """Return what the reader sees of *option*."""
        return self.names.get(option) or self.options[option].text

    def holds(self, option: str) -> bool:
        """Say whether *option* is right, as it stands or under a condition."""
        return self.options[option].wrong is None

    def why(self, option: str) -> Wrong:
        """Return the explanation of *option*, whether right or wrong."""
        told = self.options[option]
        condition = f"It holds {told.also}" if told.also is not None else ""
        return Wrong(told.right or condition or told.wrong or "", told.misconception)

    def solution(self) -> str:
        """Return the right options in words."""
        return "; ".join(map(self.text, self.ours))

    def said(self, answer: Any) -> str:
        """Return the chosen options in words."""
        return "; ".join(map(self.text, answer if isinstance(answer, list) else [answer]))

    def conditions(self, answer: Any) -> list[str]:
        """Return the conditions of the options that are right only under one."""
        chosen = answer if isinstance(answer, list) else [answer]
        return [
            f"{self.text(name)}: {option.also}"
            for name, option in self.options.items()
            if option.also is not None and name not in chosen
        ]

    def unexplained(self) -> list[str]:
        """Return the options whose explanation is blank."""
        return [name for name in self.options if not self.why(name).why.strip()]

    def _pairs(self) -> tuple[tuple[str, str], ...]:
        return tuple((name, self.text(name)) for name in self.options)


class Choice(Options):
    """Choose the one option that holds; an answer is its id."""

    type = "choice"

    def read(self, answer: object) -> str:
        """Return *answer* if it is the id of an option."""
        return one_of(answer, self.options)

    def mark(self, answer: str) -> Result:
        """Return 1 for an option that holds and 0 for any other."""
        why = self.why(answer)
        return self.right(why.why) if self.holds(answer) else self.wrong(*why)

    def controls(self) -> list[Control]:
        """Return one group of radio buttons."""
        return [Control("answer", "radio", "Your answer", self._pairs())]


class Choices(Options):
    """Choose every option that holds; an answer is a list of ids, at least one.

    The score is the share of options that were decided rightly, chosen or left alone: multiple-true-false
    scoring shows what single choice hides (Brassil and Couch 2019, doi 10.1186/s40594-019-0169-0).
    """

    type = "choices"

    def read(self, answer: object) -> list[str]:
        """Return *answer* if it is a list of ids of options, at least one."""
        chosen = some_of(answer, self.options)
        if not chosen:
            raise ValueError("nothing is chosen; choose at least one option")
        return chosen

    def mark(self, answer: list[str]) -> Result:
        """Return the share of options decided rightly; one that holds only under a condition is free."""
        missed = [name for name in self.ours if name not in answer]
        false = [name for name in answer if not self.holds(name)]
        score = 1 - (len(missed) + len(false)) / len(self.options)
        if false:
            return self.wrong(self._each(false), self.why(false[0]).misconception, score)
        if missed:
            more = f"What you chose holds. {_counted(len(missed))} of the others as well."
            return self.wrong(" ".join([more, self.fields.hint]).strip(), score=score)
        return self.right(self._each(answer))

    def reveal(self, answer: Any) -> list[str]:
        """Return for each option that holds why it does, a line each, after our answer where it has more."""
        first = ["Our answer:"] if self.type == "choices" else super().reveal(answer)
        return [*first, *self._each(self.ours).splitlines()]

    def _each(self, names: list[str]) -> str:
        """Return the explanations of the options *names*, a line each, the option in front."""
        return "\n".join(f"{in_marks(self.text(name))}: {self.why(name).why}" for name in names)

    def controls(self) -> list[Control]:
        """Return one group of check boxes."""
        return [Control("answer", "checks", "Choose all that hold", self._pairs())]


def _counted(number: int) -> str:
    return {1: "One", 2: "Two", 3: "Three"}.get(number, str(number))
