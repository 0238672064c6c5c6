"""Numbers of people in the words of a chart: no days, no hours, no numbers of bars or ministries."""

import re
from functools import lru_cache

from whosays.charts.contract.moments import without_dates
from whosays.charts.contract.words import any_of
from whosays.text.numbers import readable

_THING = rf"(?:{any_of('before things')}\s+)*{any_of('things')}\b"
_NOT_PEOPLE = re.compile(rf"^#+\s*{_THING}|^#+-(?:year|day)|^#+\s+(?:more in the table|others?\b)", re.I)
_LABELS_BEFORE = re.compile(r"(?:version|UCDP|UTC|GMT|aged?|page|row|figure|part|no\.|article)\W*$", re.I)
_SMALL_WORDS = 12  # "three ministries", "one of them": such words rarely count people


def numbers_in(words: str) -> list[float]:
    """Return the numbers of people in *words*."""
    return [number for _, number in numbers_at(words)[1]]


@lru_cache(maxsize=256)
def numbers_at(words: str) -> tuple[str, list[tuple[int, float]]]:
    """Return *words* without days and hours, and where in that the numbers of people stand."""
    text = re.sub(r"\b\d+\.\d+\b(?! ?(?:thousand|million))", " ", without_dates(words))
    shape, found = readable(text)
    places = re.finditer(r"#+", shape)
    kept = []
    for place, number in zip(places, found, strict=False):
        spelled = not text[place.start()].isdigit()
        small = (number.value == 0 and spelled) or (spelled and number.value <= _SMALL_WORDS)
        thing = _NOT_PEOPLE.match(shape[place.start() :]) or _LABELS_BEFORE.search(shape[: place.start()])
        if not small and not thing:
            kept.append((place.start(), float(number.value)))
    return text, kept
