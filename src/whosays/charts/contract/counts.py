"""What a chart says that it counts: deaths, injured, evacuated, and of whom only a part."""

import re
from functools import cache

from whosays.case.rows import CaseRows, Row
from whosays.charts.contract.words import finder

FAMILIES = ("deaths", "injured", "evacuated", "missing", "in_shelters")
_FAMILY_OF = {"displaced": "evacuated", "remaining": "evacuated"}
PARTS = ("civilian", "military", "child", "hospital")
UNIT = finder(*FAMILIES, "people")
_FAMILY = {name: finder(name) for name in FAMILIES}
_PART = {name: finder(name) for name in PARTS}
ADDED = re.compile(r"\b(?:additional|added|more|new|further|extra|increase)\b", re.I)
_THOUSANDS = re.compile(r"\bthousands?\b|\bin 1,?000s?\b|\u00d7\s*1,?000|\b'?000s\b", re.I)


@cache
def family_of(measure: str) -> str:
    """Return the family that *measure*, of a case, belongs to; its own name where it is in none."""
    for part in measure.split("_"):
        for name, words in _FAMILY.items():
            if part in name or words.fullmatch(part):
                return _FAMILY_OF.get(part, name)
        if part in _FAMILY_OF:
            return _FAMILY_OF[part]
    return measure


def families(words: str, case: CaseRows) -> frozenset[str]:
    """Return the families of measures that *words* name."""
    found = {name for name, pattern in _FAMILY.items() if pattern.search(words)}
    known = {family_of(row["measure"]) for row in case.reports.values()}
    own = {name for name in known - set(FAMILIES) if _says(words, name)}
    return frozenset((own or found) & known)


def parts(words: str) -> frozenset[str]:
    """Return the parts of all people that *words* speak of: civilians, soldiers."""
    return frozenset(name for name, pattern in _PART.items() if pattern.search(words))


def parts_of(row: Row) -> frozenset[str]:
    """Return the parts that alone are counted in the report of *row*; empty where it counts everybody."""
    named = parts(row["measure"].replace("_", " "))
    counted = row.get("counted", "")
    only = re.search(r"[^;]*\b(?:only|subset|part of)\b[^;]*", counted)
    inner = parts(only[0].replace("soldiers not", "")) if only else frozenset()
    alone = (
        parts(counted)
        if counted.strip("'\"") and re.fullmatch(r"['\"]?[\w-]+(?: only)?['\"]?", counted)
        else frozenset()
    )
    return named | inner | alone


def is_part(row: Row) -> bool:
    """Say whether the report of *row* counts a part where others count all: some people, or some places."""
    counted = row.get("counted", "")
    only = re.search(r"\bonly\b|\bsubset\b|\bpart of\b|\bwithin the\b", counted) and "from " not in counted
    return bool(only) or row.get("problem") == "partial" or bool(parts_of(row))


def counted_part(row: Row) -> str:
    """Return whom or what alone the report of *row* counts, "civilians only"; empty where it counts all."""
    if not is_part(row) or parts(row["measure"].replace("_", " ")):
        return ""  # the name of the measure says it, or there is nothing to say
    return str(row.get("counted", "")).strip("'").split(";")[0].removesuffix(" only") + " only"


def year_of(measure: str) -> str:
    """Return the year that *measure* is of, where it is of another one than the case; else an empty text."""
    found = re.search(r"_((?:19|20)\d\d)$", measure)
    return found[1] if found else ""


def scale(words: str) -> int:
    """Return what one step of an axis stands for that is labelled with *words*: 1 or 1,000."""
    return 1_000 if _THOUSANDS.search(words) else 1


def _says(words: str, measure: str) -> bool:
    parts = [part for part in measure.split("_") if len(part) > 3]
    return bool(parts) and all(re.search(rf"\b{part[:6]}", words, re.I) for part in parts)
