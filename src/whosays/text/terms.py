"""The words that a phrase with a count of people is made of, read from terms.txt.

What is not listed there is not known, and an unknown word next to the number is a reason to refuse.
"""

from pathlib import Path

_SECTIONS = {
    name: frozenset(" ".join(line for line in body.splitlines() if not line.startswith("#")).split())
    for name, _, body in (
        section.partition("]")
        for section in (Path(__file__).parent / "terms.txt").read_text(encoding="utf-8").split("\n[")[1:]
    )
}


def words(section: str) -> frozenset[str]:
    """Return the words of a *section* of terms.txt."""
    return _SECTIONS[section]


def _verbs(of: str) -> frozenset[str]:
    """Return all forms of the verbs *of* a kind."""
    regular = frozenset(form for stem in words(f"verbs {of}") for form in _forms(stem))
    return regular | _SECTIONS.get(f"forms {of}", frozenset())


def _forms(stem: str) -> list[str]:
    """Return the forms of a regular verb: kill, kills, killed, killing; a + doubles its last letter."""
    stem, plus, _ = stem.partition("+")
    if stem.endswith("e"):
        return [stem, f"{stem}s", f"{stem}d", f"{stem[:-1]}ing"]
    if stem.endswith("y") and stem[-2] not in "aeou":
        return [stem, f"{stem[:-1]}ies", f"{stem[:-1]}ied", f"{stem}ing"]
    double = stem + (stem[-1] if plus else "")
    return [
        stem,
        stem + ("es" if stem.endswith(("s", "sh", "ch", "x")) else "s"),
        f"{double}ed",
        f"{double}ing",
    ]


def _plural(noun: str) -> str:
    """Return the plural of an English *noun*."""
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("fe"):
        return noun[:-2] + "ves"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x", "hero")) else "s")


# Nouns.
PERSON = words("people")
PEOPLE = frozenset(map(_plural, PERSON)) | words("plurals") | words("peoples")
TALLIES = words("tallies")

# Verbs, in all their forms.
DOING = words("verbs of what people do")
_PARTICIPLES = words("participles of what is done to people")
PEOPLE_VERBS = _verbs("of what is done to people") | _verbs("of what people do") | _PARTICIPLES
# Of these, what may stand behind a number for what became of the people: "12 wounded", "12 die".
BECAME = frozenset(verb for verb in PEOPLE_VERBS if verb.endswith(("ed", "ing", "en"))) | _PARTICIPLES | DOING
REPORTING = _verbs("of reporting")
# Of these, what may stand behind a number; "12 reports" and "12 counts" are things.
REPORTED = frozenset(verb for verb in REPORTING if verb.endswith(("ed", "ing"))) | words("behind a number")
REACHING = _verbs("of reaching")

# Small words.
BEFORE = words("before")
STANDING = words("standing")
OF = TALLIES | words("of")
AS = STANDING | REPORTING | TALLIES | words("as")
TIMES, EVENTS = words("times"), words("events")
PLACES = words("places") | EVENTS
PREPOSITIONS = words("prepositions")
AUXILIARIES = words("auxiliaries")
AFTER = AUXILIARIES | words("after")
