"""The quantity of a phrase: a number or a range, and the words that bound it or make it approximate."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from whosays.text.numbers import Numeral

Bounds = tuple[int | None, int | None]

BOUNDS: dict[str, Callable[[int], Bounds]] = {
    "at_least": lambda n: (n, None),
    "more_than": lambda n: (n + 1, None),
    "at_most": lambda n: (None, n),
    "less_than": lambda n: (None, n - 1),
}


class Quantity(NamedTuple):
    """Hold a quantity: where it stands, its bounds, whether it is approximate, and the rule that read it.

    *passes* tells that a verb such as "tops" bounds it, which only a toll can do; *values* are the one or two
    numbers as printed.
    """

    start: int
    end: int
    low: int | None
    high: int | None
    approx: bool
    rule: str
    passes: bool
    values: tuple[int, ...]


# A bound stands directly before its number or just after it; only these small words may come between.
_SMALL = r"(?:(?:an?|another|further|additional|extra|new|total of)\s+)*"
_DEGREE = (
    r"(?:(?:well|just|slightly|far|significantly|considerably|substantially|a little|a bit|a "
    r"shade|only|still|somewhat|"
    r"comfortably|easily)\s+)?"
)
_PASSING = (
    r"top(?:s|ped|ping)?|pass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|cross(?:es|ed|ing)?|"
    r"breach(?:es|ed|ing)?|overt(?:akes?|ook|aken|aking)|outstrip(?:s|ped|ping)?|eclips(?:es?|ed|ing)|"
    r"(?:edg|inch|mov|surg|soar|creep|climb|jump|push|tick|ris|shoot|rocket|go|nudg|leap|break|"
    r"slip)(?:e?s|ing|e|ed|s)? past|"
    r"(?:crept|rose|risen|shot|leapt|went|gone|broke|broken) past|break(?:s|ing)? through|broke through"
)
_NEARING = (
    r"near(?:s|ed|ing)?|approach(?:es|ed|ing)?|clos(?:e|es|ed|ing) in on|clos(?:es|ed|ing) on|"
    r"(?:creep(?:s|ing)?|crept|inch(?:es|ed|ing)?|edg(?:es|ed|ing)|com(?:es|ing)) (?:up on|up to|"
    r"towards?|close to|closer to)|"
    r"verg(?:es|ed|ing) on|border(?:s|ed|ing) on"
)
_BEFORE = (
    rf"(?P<at_least>at[ -]?(?:the )?(?:very )?least,?|no fewer than|not (?:fewer|less) than|no less than|"
    rf"(?:a )?min(?:imum|\.)?(?: of)?|as few as|upwards? of|anything from|≥|>=)|"
    rf"(?P<more_than>{_DEGREE}(?:(?:more|greater|higher) than|(?<!hand )(?<!hands )(?<!handed "
    rf")(?<!handing )(?<!take )"
    rf"(?<!took )(?<!taking )(?<!run )(?<!ran )(?<!turned )over|above|north of|in excess of|>)|"
    rf"(?P<passing>{_PASSING}))|"
    rf"(?P<at_most>at (?:the )?(?:very )?most,?|(?:no|not) more than|"
    rf"(?<!toll )(?<!total )(?<!tally )(?<!number )(?<!count )(?<!figure )(?<!shot )(?<!went )(?<!goes )"
    rf"(?<!coming )(?<!round )(?<!rounded )up[ -]?to(?: and including)?|"
    rf"as (?:many|much|high) as|(?:a )?max(?:imum|\.)?(?: of)?|"
    rf"(?:(?:do|does|did|has|have|had) )?not (?:to )?(?:exceed(?:ed|ing)?|pass(?:ed)?|"
    rf"surpass(?:ed)?|top(?:ped)?)|≤|<=)|"
    rf"(?P<less_than>{_DEGREE}(?:(?:fewer|less|lower) than|under|below|(?:shy|short|south) of)|"
    rf"almost|nearly|nigh on|"
    rf"getting on for|coming up (?:to|on)|<|(?P<nearing>{_NEARING}))|(?P<between>(?:somewhere |"
    rf"anywhere )?between)|"
    r"(?P<from>(?:(?:anywhere|anything|ranging|somewhere) )?from)"
)
_ABOUT = (
    r"(?:(?:just )?about|around|roughly|approximately|approx\.?|circa|ca?\.|some|perhaps|maybe|"
    r"(?:somewhere )?close (?:to|on)|"
    r"more or less|(?:an )?estimated(?: (?:at|to be))?|an approximate|a rough|something like|"
    r"somewhere (?:around|near|like)|"
    r"(?:by|at) (?:a )?rough (?:estimate|count|guess),?|in the (?:region|order|neighbou?rhood|"
    r"vicinity) of|of the order of|~|≈|±)"
)
_AFTER = (
    r"\s?(?:"
    r"(?P<at_least_>\+|[ -]?(?:(?:or|and) (?:more|over|above|upwards?|up)|plus|(?:people )?upwards)\b)|"
    r"(?P<at_most_>(?:or (?:fewer|less|under|below))\b)|"
    r"(?P<about__>-?(?:or so|or thereabouts|odd|ish|approximately|give or take)\b))"
)
# These may stand further off, at the end of what is said of the people: "12 people killed at the very least".
_TAIL = re.compile(
    r",? ?[(\[]?(?:"
    r"(?P<at_least>\bat (?:the )?(?:very )?least|\band (?:counting|rising|climbing|growing|"
    r"mounting)|\bif not more|"
    r"\bor (?:more|above|over|upwards?)|\bupwards|\b(?:at a |as a )?(?:bare )?minimum|\bplus)|"
    r"(?P<at_most>\bat (?:the )?(?:very )?most|\bat the outside|\bor (?:fewer|less)|\b(?:at a "
    r")?max(?:imum)?|, tops)|"
    r"(?P<about>\bor so|\bor thereabouts|\bgive or take|\bapproximately|\((?:an? )?(?:est\.?|"
    r"estimates?|estimated|approx\.?|"
    r"approximately|rough (?:count|estimate)|approximate)\)))[)\]]?(?=\s*(?:[,.;:!)–]|$|\b(?:have|has|"
    r"had|were|was|are|is|in|on|"
    r"killed|dead|died|injured|wounded|hurt|missing|arrested|displaced)\b))",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    rf"(?<![\w-])(?:(?:{_BEFORE})\s*{_SMALL})?(?P<about>{_ABOUT}\s*{_SMALL})?(?P<first>#+)"
    rf"(?P<to> ?(?:[-–] ?|\s?(?:to|(?(between)and|to))\s)(?P<about_>{_ABOUT}\s*)?(?P<last>#+))?(?:{_AFTER})?",
    re.IGNORECASE,
)


def quantities(shape: str, numbers: list[Numeral]) -> Iterator[Quantity | ValueError]:
    """Yield each quantity of a *shape* with its *numbers*, or the reason why its bounds cannot be read."""
    at = 0
    for match in _QUANTITY.finditer(shape):
        size = 2 if match["to"] else 1
        try:
            yield _quantity(match, numbers[at : at + size])
        except ValueError as reason:
            yield reason
        at += size
    if at < len(numbers):
        yield ValueError("it holds more than one number")


def with_tail(quantity: Quantity, shape: str) -> tuple[Quantity, str]:
    """Return *quantity* with a bound that stands behind its noun, and *shape* without the words of it.

    Raises ValueError where the quantity has a bound before.
    """
    match = next(
        (m for m in _TAIL.finditer(shape, quantity.end) if _near(shape[quantity.end : m.start()])), None
    )
    if not match:
        return quantity, shape
    rest = shape[: match.start()] + " " * len(match[0]) + shape[match.end() :]
    if match["about"]:
        return quantity._replace(approx=True), rest
    if quantity.low != quantity.high or quantity.low is None or quantity.rule:
        raise ValueError("it has two bounds, and they do not fit one number")
    name = "at_least" if match["at_least"] else "at_most"
    low, high = BOUNDS[name](quantity.low)
    return quantity._replace(low=low, high=high), rest


def _near(between: str) -> bool:
    """Say whether only the words of one clause stand *between* a number and a bound behind it."""
    return not re.search(r"[,;:.()–#]", between) and len(between.split()) <= 8


def _quantity(match: re.Match[str], numbers: list[Numeral]) -> Quantity:
    """Return what *match* says of its number or range."""
    said = {name.rstrip("_") for name, words in match.groupdict().items() if words}
    about, passes = "about" in said, bool(said & {"passing", "nearing"})
    values = tuple(number.value for number in numbers)
    bounds = said & {*BOUNDS, "between", "from"}
    if numbers[0].rule:
        if bounds or about or match["to"]:
            raise ValueError("a bound on a vague word has no counting rule")
        return Quantity(*match.span(), values[0], None, False, numbers[0].rule, False, values)
    if match["to"]:
        return Quantity(*match.span(), *_range(numbers, bounds), about, "", False, values)
    if len(bounds) > 1 or bounds & {"between", "from"}:
        raise ValueError("its bounds do not fit one number")
    low, high = BOUNDS[bounds.pop()](values[0]) if bounds else (values[0], values[0])
    if high is not None and high < 0:
        raise ValueError("a count of people is not below zero")
    return Quantity(*match.span(), low, high, about, "", passes, values)


def _range(numbers: list[Numeral], bounds: set[str]) -> tuple[int, int]:
    """Return the range between two *numbers*; raise ValueError if the second may lend the first its scale."""
    first, last = numbers
    if bounds - {"between", "from"} or last.rule:
        raise ValueError("a range has its own bounds, and takes no others")
    # "Two to three thousand" and "30-40,000" may begin in thousands; "between 30 and 40,000" does not.
    scale = last.scale if last.scale > first.scale else 1
    if scale == 1 and "between" not in bounds and first.value < 1_000 and last.value % 1_000 == 0:
        scale = 1_000
    if scale > 1 and 0 < first.value * scale <= last.value:
        raise ValueError("the first number of the range may be meant in the scale of the second")
    if first.value > last.value:
        raise ValueError("its range runs down")
    return first.value, last.value
