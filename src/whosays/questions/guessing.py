"""Measure how far a reader gets in the bank without looking at any text."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from whosays.questions.bank import Sheet
from whosays.questions.strategies import STRATEGIES, Item, got
from whosays.questions.types.choices import Choices, Options
from whosays.questions.types.relation import Relation
from whosays.questions.types.verdict import Verdict

_ROOM = 0.12  # how much more than luck a strategy may get


class Group(NamedTuple):
    """Hold questions that are measured together, and the number that the full score is *of*.

    A form of the test is measured by the number of its questions, the others by a share.
    """

    items: Sequence[Item]
    of: int

    @property
    def luck(self) -> float:
        """What tossing coins gets."""
        each = [sum(item.right) / len(item.right) if item.one else 1 / 2 for item in self.items]
        return sum(each) / len(each) * self.of

    @property
    def most(self) -> float:
        """The most that a strategy may get: of sixteen claims, ten."""
        return self.luck + (self.of / 8 if self.of > 1 else _ROOM)

    def got(self, strategy: str) -> float:
        """Return what *strategy* gets."""
        return got(self.items, strategy) * self.of

    def shown(self, score: float) -> str:
        """Return *score* in words."""
        return f"{score:.2f}" if self.of == 1 else f"{score:.1f}/{self.of}"


def groups(sheets: Iterable[Sheet]) -> dict[str, Group]:
    """Return the groups of *sheets* that are not empty: choice, choices, verdict, and each test by its title.

    Relations are left out: their options are the same in every question.
    """
    found: dict[str, list[Item]] = {"choice": [], "choices": [], "verdict": []}
    tests = set()
    for sheet in sheets:
        test = str(sheet.content["title"]) if sheet.content.get("counts") == "first" else ""
        tests.add(test)
        for question in sheet.questions():
            if isinstance(question, Options) and not isinstance(question, Relation):
                found.setdefault(test or _kind(question), []).append(item(question))
    return {name: Group(items, len(items) if name in tests else 1) for name, items in found.items() if items}


def item(question: Options) -> Item:
    """Return what can be seen of *question* without its text; what holds under a condition is right."""
    if isinstance(question, Verdict):
        return Item([question.claim], [question.holds("supported")], [False], one=False)
    names = list(question.options)
    return Item(
        [question.text(name) for name in names],
        [question.holds(name) for name in names],
        [question.options[name].misconception == "M12" for name in names],
        one=not isinstance(question, Choices),
    )


def table(by_name: dict[str, Group]) -> list[str]:
    """Return the lines of a table: strategies down, groups across, between luck and the most allowed."""
    rows = {"luck": [(group, group.luck) for group in by_name.values()]}
    rows |= {name: [(group, group.got(name)) for group in by_name.values()] for name in STRATEGIES}
    rows["at most"] = [(group, group.most) for group in by_name.values()]
    head = f"  {'without reading the text':36}" + "".join(f"{name:>15}" for name in by_name)
    return [
        head,
        *(
            f"  {name:36}" + "".join(f"{group.shown(score):>15}" for group, score in cells)
            for name, cells in rows.items()
        ),
    ]


def broken(by_name: dict[str, Group]) -> list[str]:
    """Return each group in which a strategy gets further than it may, with both figures."""
    return [
        f"{name}, {strategy}: {group.shown(score)}, and {group.shown(group.most)} at most"
        for name, group in by_name.items()
        for strategy in STRATEGIES
        if (score := group.got(strategy)) > group.most + 1e-9
    ]


def _kind(question: Options) -> str:
    if isinstance(question, Verdict):
        return "verdict"
    return "choices" if isinstance(question, Choices) else "choice"
