"""Values that say why a cell of a case has no words, where a blank would not say it."""

from enum import StrEnum


class Unsaid(StrEnum):
    """Say why a cell holds no words."""

    NONE = "none"  # there are none
    NOT_SAID = "not_said"  # the text does not say
    NOT_THERE = "not_there"  # this rendering, or this retelling, has no such words
    NOT_RECORDED = "not_recorded"  # there may be some, and they were not read


NO_WORDS = frozenset({"", *Unsaid})
