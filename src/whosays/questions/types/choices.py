"""Choose among options: one, several, a verdict on a claim, the relation of two figures."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from whosays.questions.answer_parts import one_of, some_of
from whosays.questions.question import Control, Question, Result, Wrong
from whosays.questions.types.table import in_marks


class _Options(Question):
    names: ClassVar[Mapping[str, str]] = {}  # fixed texts of options, by id

    @cached_property
    def options(self) -> dict[str, Mapping[str, Any]]:
        """The options by id, in the order they are shown."""
        return {option["id"]: option for option in self.entry["options"]}

    def text(self, option: str) -> str:
        """Return what the reader sees of *option*."""
        return str(self.names.get(option) or self.options[option]["text"])

    def holds(self, option: str) -> bool:
        """Say whether *option* is right, as it stands or under a condition."""
        return "wrong" not in self.options[option]

    def why(self, option: str) -> Wrong:
        """Return the explanation of *option*, whether right or wrong."""
        entry = self.options[option]
        condition = f"It holds {entry['also']}" if "also" in entry else ""
        return Wrong(entry.get("right") or condition or entry.get("wrong", ""), entry.get("misconception"))

    def solution(self) -> str:
        """Return the right options in words."""
        return "; ".join(self.text(option) for option in self.options if "right" in self.options[option])

    def said(self, answer: Any) -> str:
        """Return the chosen options in words."""
        return "; ".join(map(self.text, answer if isinstance(answer, list) else [answer]))

    def conditions(self, answer: Any) -> list[str]:
        """Return the conditions of the options that are right only under one."""
        chosen = answer if isinstance(answer, list) else [answer]
        return [
            f"{self.text(name)}: {option['also']}"
            for name, option in self.options.items()
            if "also" in option and name not in chosen
        ]

    def unexplained(self) -> list[str]:
        """Return the options whose explanation is blank."""
        return [name for name in self.options if not self.why(name).why.strip()]

    def _pairs(self) -> tuple[tuple[str, str], ...]:
        return tuple((name, self.text(name)) for name in self.options)


class Choice(_Options):
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


class Verdict(Choice):
    """Say whether the text supports a claim; both trusting too much and doubting too much are errors.

    Confidence is asked before feedback, since confident errors are mended best and come back (Butler, Fazio
    and Marsh 2011).
    """

    type = "verdict"
    confident = True
    names: ClassVar = {
        "supported": "The text supports it",
        "says_less": "The text says less than this",
        "not_supported": "The text does not support it",
    }

    def exhibits(self) -> list[tuple[str, str]]:
        """Return the claim to be judged."""
        return [("Claim", self.entry["claim"])]


class Relation(Choice):
    """Say how two figures stand to each other; unlike figures need not contradict each other."""

    type = "relation"
    names: ClassVar = {
        "same": "They say the same in other words",
        "subset": "One is a part of what the other counts",
        "later": "They are one series at two times",
        "other_unit": "They count different things",
        "contradiction": "They cannot both be right",
        "cannot_tell": "The reports do not let us tell",
    }

    def exhibits(self) -> list[tuple[str, str]]:
        """Return the two figures."""
        first, second = self.entry["figures"]
        return [("One", first), ("The other", second)]


class Choices(_Options):
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
        missed = [n for n, option in self.options.items() if "right" in option and n not in answer]
        false = [n for n in answer if not self.holds(n)]
        score = 1 - (len(missed) + len(false)) / len(self.options)
        if false:
            return self.wrong(self._each(false), self.why(false[0]).misconception, score)
        if missed:
            more = f"What you chose holds. {_counted(len(missed))} of the others as well."
            return self.wrong(" ".join([more, self.entry.get("hint", "")]).strip(), score=score)
        return self.right(self._each(answer))

    def reveal(self, answer: Any) -> list[str]:
        """Return for each option that holds why it does, a line each, after our answer where it has more."""
        right = [name for name, option in self.options.items() if "right" in option]
        ours = ["Our answer:"] if self.type == "choices" else super().reveal(answer)
        return [*ours, *self._each(right).splitlines()]

    def _each(self, names: list[str]) -> str:
        """Return the explanations of the options *names*, a line each, the option in front."""
        return "\n".join(f"{in_marks(self.text(name))}: {self.why(name).why}" for name in names)

    def controls(self) -> list[Control]:
        """Return one group of check boxes."""
        return [Control("answer", "checks", "Choose all that hold", self._pairs())]


def _counted(number: int) -> str:
    return {1: "One", 2: "Two", 3: "Three"}.get(number, str(number))
