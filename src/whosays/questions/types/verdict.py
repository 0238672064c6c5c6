"""Say whether a text supports a claim."""

from dataclasses import dataclass
from typing import ClassVar

from whosays.questions.types.choices import Choice, OptionFields

# The one definition of the scale: lessons, forms, assignments and guides say it in these words or not at all.
SCALE = (
    "“Says less”: the sentence would hold if a part of it were struck, or a limit added "
    "(who says so, at least, so far). "
    "“Does not support”: the text is silent on the point that the sentence makes, or says otherwise."
)


@dataclass(frozen=True, kw_only=True)
class VerdictFields(OptionFields):
    """Hold what a verdict has: the *claim* that is weighed."""

    claim: str


class Verdict(Choice):
    """Say whether the text supports a claim; both trusting too much and doubting too much are errors.

    Confidence is asked before feedback, since confident errors are mended best and come back (Butler, Fazio
    and Marsh 2011).
    """

    fields: VerdictFields
    type = "verdict"
    confident = True
    scale = SCALE
    names: ClassVar = {
        "supported": "The text supports it",
        "says_less": "The text says less than this",
        "not_supported": "The text does not support it",
    }

    @property
    def claim(self) -> str:
        """The claim that is weighed."""
        return self.fields.claim

    def exhibits(self) -> list[tuple[str, str]]:
        """Return the claim to be judged."""
        return [("Claim", self.claim)]
