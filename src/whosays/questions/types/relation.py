"""Say how two figures stand to each other."""

from dataclasses import dataclass
from typing import ClassVar

from whosays.questions.types.choices import Choice, OptionFields


@dataclass(frozen=True, kw_only=True)
class RelationFields(OptionFields):
    """Hold what a relation has: the two *figures*, as short texts."""

    figures: tuple[str, ...]


class Relation(Choice):
    """Say how two figures stand to each other; unlike figures need not contradict each other."""

    fields: RelationFields
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
        first, second = self.fields.figures
        return [("One", first), ("The other", second)]
