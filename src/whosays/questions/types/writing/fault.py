"""What is told of a text: one sentence each, and whether something is untrue or missing."""

from typing import NamedTuple


class Fault(NamedTuple):
    """Hold one thing to tell: the *check* that found it, a *message*, and whether it is *untrue*.

    A text may say what is not so, or it may only lack something; the first weighs more.
    """

    check: str
    message: str
    untrue: bool = True
