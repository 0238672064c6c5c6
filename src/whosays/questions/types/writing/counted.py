"""The figures of a text that count somebody, each range as one, with the bounds that stand further off."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from whosays.questions.types.writing import named_times, units
from whosays.questions.types.writing.named_times import When
from whosays.questions.types.writing.word_lists import listed
from whosays.text import people
from whosays.text.running_text import Figure, figures_in
from whosays.text.spans import Span

_SMALL = 12  # up to here a number counts people only where a word beside it says so
# "From" opens a range only where the other end follows: not in "from 12 on", nor in "from 12 up to 17".
_FROM = re.compile(
    r"\bfrom(?=\s+(?:[\w-]+\s+){1,4}?up to\b|\s+(?:\d[\d,]*|[a-z]+-[a-z]+)\b(?!\s*(?:to|[-–])\s))",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b((?:that|this|same|the) )day\b(?= \d)", re.IGNORECASE)  # "day 12" would be a label
_NO_NOUN = (
    "of|in|on|by|from|at|to|and|or|for|with|as|is|are|was|were|had|have|has|that|which|who|a|an|the|this|"
    "then|when|where|while|but|so|too|also|there|here|if"
)
_NOUN = re.compile(
    r"[”\"’]?(?:\s+(?:more|other|further|additional|new|of (?:its|the|their|these|those))\b)*"
    rf"((?:\s+(?!(?:{_NO_NOUN})\b)[\w’-]+){{0,3}})"
)
_PART = re.compile(r"\s+of (?:the|its|their|these|those|them|whom)\b")
_ALONE = re.compile(r"[”\"’]?(?:[.,;:)]|$|\s+(?:and|or|by|on|at|in)\b)")
_FURTHER = r"^[”\"’]?,?(?:\s+(?!and\b|or\b|but\b)[\w’-]+){0,6}?,?\s+"
_LEAST_AFTER = re.compile(
    rf"{_FURTHER}(?:at (?:the )?(?:very )?(?:least|fewest|minimum)|at a minimum|or more|or above|"
    r"and counting|if not more|as (?:a|the) (?:floor|minimum|lower end))\b",
    re.IGNORECASE,
)
_MOST_AFTER = re.compile(
    rf"{_FURTHER}(?:at (?:the )?(?:very )?(?:most|outside|maximum)|at a maximum|or fewer|or less|"
    r"as (?:a|the) (?:ceiling|maximum|upper end))\b",
    re.IGNORECASE,
)
_LEAST_BEFORE = re.compile(
    r"\b(?:(?:a|the) (?:floor|minimum|lower (?:end|bound|limit))(?: of| is| at|:)|upwards? of|"
    r"the fewest(?: is|:)?)\s*[“\"‘]?$",
    re.IGNORECASE,
)


def find(text: str, whens: list[When]) -> Iterator[Figure]:
    """Yield the figures of *text* that may count somebody, its times (*whens*) left out.

    The two ends of one range, however told, are one figure: "at least 12 and at most 17".
    """
    plain = _DAY.sub(lambda found: found[1] + "   ", _FROM.sub("    ", text))
    clocks = [(when.start, when.end) for when in whens if when.clock] + named_times.clock_ranges(text)
    last: Figure | None = None
    found = figures_in(plain)
    for one, following in zip_longest(found, found[1:]):
        until = following.span.start if following else len(text)
        clock = any(start <= one.span.start < end for start, end in clocks)
        if clock or _counts_things(text[one.span.end : min(until, one.span.end + 80)]):
            continue
        figure = _with_far_bounds(one, text, until)
        if last and _ends(last, figure, plain):
            span = Span(last.span.start, figure.span.end)
            figure = Figure(span, last.low, figure.high, False, (last.values[0], figure.values[-1]))
        elif last:
            yield last
        last = figure
    if last:
        yield last


def _with_far_bounds(figure: Figure, text: str, until: int) -> Figure:
    """Return *figure* with a bound further off, *until* the next one: "12 killed at the very least"."""
    if figure.low != figure.high or len(figure.values) > 1:
        return figure
    before, after = (
        text[max(0, figure.span.start - 40) : figure.span.start],
        text[figure.span.end : until][:80],
    )
    after = re.split(r"[.;:]", after)[0]
    if _LEAST_AFTER.match(after) or _LEAST_BEFORE.search(before):
        return figure._replace(high=None)
    return figure._replace(low=None) if _MOST_AFTER.match(after) else figure


def _ends(low: Figure, high: Figure, text: str) -> bool:
    """Say whether two figures are the ends of one range: "at least 12 and at most 17", "from 12 up to 17"."""
    between = text[low.span.end : high.span.start].strip(" ,").lower()
    if len(low.values) > 1 or len(high.values) > 1 or low.values[0] >= high.values[0]:
        return False
    known = low.low is not None and high.high is not None and high.low is None
    opens = low.high is None or (between == "" and text[: low.span.start].endswith("    "))
    return known and opens and between in ("", "and", "but", "and perhaps")


def counts_people(values: tuple[int, ...], after: str) -> bool:
    """Say whether a figure before the words *after* counts people; a small one only where a noun says so."""
    words = noun(after)
    beside = any(
        people.is_people(word) or people.is_person(word) or word in listed("people, too") for word in words
    )
    return max(values) > _SMALL or beside or bool(units.families(" ".join(words)))


def stands_alone(after: str) -> bool:
    """Say whether a figure before the words *after* has no noun of its own, as in "and the clinic 31"."""
    return bool(_PART.match(after) or (not noun(after) and _ALONE.match(after)))


def _counts_things(after: str) -> bool:
    """Say whether the noun *after* a figure is what texts are made of: reports, words, marks, sides."""
    return any(word.lower() in listed("things") for word in noun(after))


def noun(after: str) -> list[str]:
    """Return the words of the noun *after* a figure; a preposition or a comma ends it."""
    found = _NOUN.match(after)
    return found[1].split() if found else []
