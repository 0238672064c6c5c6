"""The clause on the text alternative: sentences that say what is seen, by whom, and its limit."""

import re
from collections.abc import Iterator

from whosays.charts.contract.breach import Breach
from whosays.charts.contract.claims import is_denied
from whosays.charts.contract.drawn_values import is_figure, told
from whosays.charts.contract.explain import the
from whosays.charts.contract.floors import drawn_bounds, is_bound_said
from whosays.charts.contract.numerals import numbers_at, numbers_in
from whosays.charts.contract.resolve import Reading
from whosays.charts.contract.words import finder, lists

_LIMIT = finder("limit")
_LEAST_WORDS = 40
_SMALL = frozenset(lists()["small"])
_LEAST_SMALL, _LEAST_DIFFERENT = 0.2, 0.35
_CLAIM = finder("not in a text alternative")


def alt(words: str, readings: list[Reading]) -> Iterator[Breach]:
    """Find what the text alternative *words* lacks, and figures in it that the chart does not show."""
    line = f'show(fig, "{_example(readings)}")'
    drawn = [value for reading in readings for value in reading.values]
    if not words:
        yield Breach("alt", "There is no text alternative for readers who cannot see the chart.", line)
        return
    numbers = numbers_in(words)
    named = any(reading.offices.named(words) for reading in readings)
    needed = {
        f"at least {_LEAST_WORDS} words": len(words.split()) >= _LEAST_WORDS,
        "a source": named,
        "a figure": bool(numbers),
        "a limit, such as what it does not show": bool(_LIMIT.search(words)),
        "sentences": _is_prose(words),
    }
    if missing := [fault for fault, holds in needed.items() if not holds]:
        yield Breach("alt", f"The text alternative lacks {', '.join(missing)}.", line)
    elif drawn and (message := _contradiction(words, numbers, readings)):
        yield Breach("alt", message, line)
    for sentence in re.split(r"(?<=[.!?])\s+", words):
        if (said := _CLAIM.search(sentence)) and not is_denied(sentence, said.start()):
            yield Breach("alt", f"The text alternative says {said[0]!r}, which reports cannot show.", line)
            return


def _is_prose(words: str) -> bool:
    tokens = re.findall(r"[^\W\d_]+", words.lower())
    if not tokens:
        return False
    small = sum(token in _SMALL for token in tokens) / len(tokens)
    return small >= _LEAST_SMALL and len(set(tokens)) / len(tokens) >= _LEAST_DIFFERENT


def _contradiction(words: str, numbers: list[float], readings: list[Reading]) -> str:
    """Say which figure of *words* the chart does not show, or shows of somebody else."""
    drawn = {
        number * reading.scale for reading in readings for value in reading.values for number in value.numbers
    }
    drawn |= {
        number
        for reading in readings
        for words in reading.panel["words"]
        for number in numbers_in(words)
        if not _is_tick(words)
    }
    drawn |= {number + 1 for number in drawn} | {
        number - 1 for number in drawn if number in _bounded(readings)
    }
    seen = set(numbers)
    if not _near(seen, drawn):
        figures = ", ".join(told(number) for number in sorted(seen)[:4])
        return f"None of the figures in the text alternative ({figures}) is drawn."
    rows = [row for reading in readings for row in reading.case.reports.values() if row["value"] is not None]
    for number in sorted(seen):
        if number > 2 and not _near({number}, drawn) and not any(is_figure(row, number) for row in rows):
            return f"The text alternative says {told(number)}, which is not drawn, and which nobody reported."
    floors = [value for value in drawn_bounds(readings) if value.number in seen]
    if floors and not is_bound_said(words):
        return f"The text alternative drops the words that make {floors[0]} a floor or a ceiling."
    return _exchanged(words, readings)


def _is_tick(words: str) -> bool:
    return not re.search(r"[^\W\d_]", words)


def _bounded(readings: list[Reading]) -> set[float]:
    return {value.number for reading in readings for value in reading.values}


def _near(numbers: set[float], drawn: set[float]) -> bool:
    return any(abs(number - one) <= max(0.006 * abs(one), 1e-9) for number in numbers for one in drawn)


def _exchanged(words: str, readings: list[Reading]) -> str:
    """Say which figure of *words* stands there as the figure of another source than on the chart."""
    owners: dict[float, set[str]] = {}
    for reading in readings:
        for value in reading.values:
            for number in value.numbers:
                owners.setdefault(number * reading.scale, set()).update(value.said.sources)
    for sentence in re.split(r"(?<=[.;!?])\s+", words):
        pairs = _pairs(sentence, readings[0])
        everyone = frozenset().union(*owners.values())
        wrong = [
            [(n, who) for n, who in pair if owners.get(n) and not owners[n] & who and who & everyone]
            for pair in pairs
        ]
        if pairs and all(wrong):
            number, who = wrong[0][0]
            name = readings[0].case.name(sorted(who)[0])
            return (
                f"The text alternative gives {told(number)} to {name}; on the chart it is another source's."
            )
    return ""


def _pairs(sentence: str, reading: Reading) -> list[list[tuple[float, frozenset[str]]]]:
    """Return the numbers of *sentence*, once with the sources before them and once with those after them."""
    text, numbers = numbers_at(sentence)
    named = reading.offices.named_in_order(text)
    if not numbers or len({who for _, who in named}) < 1:
        return []
    before = [
        (n, [who for at, who in named if at <= place][-1])
        for place, n in numbers
        if named and named[0][0] <= place
    ]
    after = [
        (n, next(who for at, who in named if at > place))
        for place, n in numbers
        if named and named[-1][0] > place
    ]
    return [pair for pair in (before, after) if pair]


def _example(readings: list[Reading]) -> str:
    """Return how a text alternative of this chart may begin."""
    parts = []
    for value in [value for reading in readings for value in reading.values][:2]:
        names = sorted(value.said.sources)
        who = readings[0].case.name(names[0]) if len(names) == 1 else "..."
        parts.append(f"{value} as reported by {the(who)}")
    return f"{', '.join(parts) or '... as reported by ...'}. It does not show ...."
