"""Who is named in words: the sources of a case in any usual form of their names.

"Ministry of Health", "Ruritania's Health Ministry" and the short name of an agency name who reported;
the name of a country alone does not.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from whosays.case.rows import CaseRows

_TOKEN = re.compile(r"[^\W_]+(?:[./][^\W_]+)*|[,;:()\n•|]|\b&\b", re.UNICODE)
_TYPES = {
    "ministry": "ministry", "ministries": "ministry", "minister": "ministry", "department": "ministry",
    "service": "service", "services": "service", "council": "council", "office": "office",
    "society": "society", "commission": "commission", "authorities": "authorities",
    "authority": "authorities",
    "official": "officials", "officials": "officials", "source": "sources", "sources": "sources",
    "administration": "administration", "force": "force", "forces": "force", "mission": "mission",
    "clinic": "clinic", "agency": "agency", "chancery": "chancery",
}  # fmt: skip
_LIKE = {
    "interior": ("internal",), "defence": ("defense",), "emergencies": ("emergency", "emergencies"),
    "presidential": ("president", "presidency"), "prosecutor": ("prosecutor", "prosecution"),
}  # fmt: skip
_SMALL = {"of", "the", "for", "in", "and", "s", "two", "head", "not", "named", "no", "general", "a"}
_BREAKS = set(",;:()\n•|&") | {"and"}


class Office(NamedTuple):
    """Hold the usual names of a source: phrases, short names as written, kind and field of an office."""

    phrases: tuple[str, ...]
    shorts: frozenset[str]
    kind: str
    field: tuple[str, ...]
    side: str


class Offices:
    """Say which sources of a case some words name."""

    def __init__(self, case: CaseRows) -> None:
        """Read the names of all sources of *case*."""
        sides = {row["side"]: row["side_name"].lower()[:5] for row in case.reports.values()}
        self.sides = {side: stem for side, stem in sides.items() if side != "both"}
        stems = tuple(sorted(self.sides.items()))
        self.sources = {
            key: _office(key, row["name"], row["side"], stems)
            for key, row in case.sources.items()
            if row["kind"] != "none" or key != "not_said"
        }
        self._cited = _cited(case)
        self.whole_names = _whole_names(case)
        self._known: dict[str, frozenset[str]] = {}

    def named(self, words: str) -> frozenset[str]:
        """Return the ids of the sources that *words* name."""
        if words not in self._known:
            self._known[words] = frozenset(self._find(words)) if words.strip() else frozenset()
        return self._known[words]

    def named_in_order(self, words: str) -> list[tuple[int, frozenset[str]]]:
        """Return where in *words* sources are named, and which, from the first to the last."""
        found = []
        clauses = list(re.finditer(r"[^,;:.()]+(?:\.(?=\w)[^,;:.()]+)*", words))
        for clause in clauses:
            pieces = re.finditer(r"(?:(?!\band\b|\bwhile\b|\bagainst\b).)+", clause[0], re.S)
            for piece in pieces:
                if named := self.named(piece[0]):
                    found.append((clause.start() + piece.start(), named))
        return found

    def _find(self, words: str) -> Iterator[str]:
        tokens = _TOKEN.findall(_plain(words))
        lower = [token.lower() for token in tokens]
        flat, exact = f" {' '.join(t for t in lower if t not in _BREAKS or t == 'and')} ", set(tokens)
        windows = _windows(lower)
        for key, office in self.sources.items():
            phrases = [*office.phrases, *self._cited.get(key, ())]
            if (
                any(f" {phrase} " in flat for phrase in phrases)
                or office.shorts & exact
                or (office.kind and any(self._is(office, kind, window) for kind, window in windows))
            ):
                yield key

    def _is(self, office: Office, kind: str, window: list[str]) -> bool:
        """Say whether *window*, the words around one of *kind*, is *office*, and no other country's."""
        if kind != office.kind or not all(_has(window, part) for part in office.field):
            return False
        sides = {side for side, stem in self.sides.items() if any(word.startswith(stem) for word in window)}
        return office.side in sides if sides or not office.field else True


def offices_of(case: CaseRows) -> Offices:
    """Return the offices of *case*; kept for as long as its sources are the same."""
    names = tuple((key, row["name"], row["kind"], row["side"]) for key, row in case.sources.items())
    known = _kept.get(case.path if hasattr(case, "path") else None)
    if known is None or known[0] != names:
        known = (names, Offices(case))
        _kept[getattr(case, "path", None)] = known
    return known[1]


def _whole_names(case: CaseRows) -> re.Pattern[str]:
    """Return what finds the names of sources as they are written; a name may hold any word."""
    bare = {re.sub(r"\s*\(.*?\)", "", row["name"]) for row in case.sources.values()}
    long = sorted((name for name in bare if " " in name or "." in name or not name.islower()), key=len)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, reversed(long)))})(?!\w)")


def _cited(case: CaseRows) -> dict[str, set[str]]:
    """Return how reports cite the offices that they are of, such as "health officials" of a ministry."""
    found: dict[str, set[str]] = {}
    for row in case.reports.values():
        bare = re.sub(r"\s*\(.*", "", row.get("cited_as", ""))
        words = set(_flat(bare).split())
        if row["source"] != row["relay"] and words & _TYPES.keys() and not re.search(r"[/;,&]", bare):
            found.setdefault(row["source"], set()).add(_flat(bare))
    return found


_kept: dict[object, tuple[object, Offices]] = {}


def _plain(words: str) -> str:
    return re.sub(r"['’]s?\b", " ", re.sub("[-\u2010\u2011]", " ", words))


def _has(window: list[str], part: str) -> bool:
    stems = (part[:6], *_LIKE.get(part, ()))
    return any(word.startswith(stem) for stem in stems for word in window)


def _windows(tokens: list[str]) -> list[tuple[str, list[str]]]:
    """Return the words around every word for an office, as far as no comma or other office stands between."""
    found = []
    for index, token in enumerate(tokens):
        if kind := _TYPES.get(token):
            low, high = index, index
            while low > 0 and index - low < 4 and tokens[low - 1] not in _BREAKS:
                low -= 1
            while high + 1 < len(tokens) and high - index < 6 and tokens[high + 1] not in _BREAKS:
                high += 1
            found.append((kind, tokens[low:index] + tokens[index + 1 : high + 1]))
    return found


@lru_cache(maxsize=1_000)
def _office(key: str, name: str, side: str, sides: tuple[tuple[str, str], ...]) -> Office:
    """Return the usual names of the source *key*, called *name*, of *side*; *sides* have countries' stems."""
    bare = re.sub(r"\s*\(.*?\)", "", name)
    if bare != name and " " not in bare:  # "Ruritania (no office named)": a country's name does not say who
        whole = " ".join(_TOKEN.findall(_plain(name).lower().replace("(", " ").replace(")", " ")))
        return Office((whole,), frozenset(), "", (), side)
    phrases = [part.strip() for part in [bare, *bare.split(","), *re.split(r"\s+in\s+", bare)[:1]]]
    phrases += re.findall(r"\((the [^)]*)\)", name)
    words = _TOKEN.findall(_plain(bare))
    lower = [word.lower() for word in words]
    stems = [stem for _, stem in sides]
    own = dict(sides).get(side, "")
    parts = [word for word in lower if word not in _SMALL and not any(word.startswith(s) for s in stems)]
    kind = next((_TYPES[word] for word in parts if word in _TYPES), "") if len(words) > 1 else ""
    field = tuple(word for word in parts if _TYPES.get(word) != kind and word not in _BREAKS)
    kept = [_flat(phrase) for phrase in phrases]
    countries = {_flat(part) for part in phrases if any(part.lower().startswith(s) for s in stems)}
    kept = [p for p in kept if len(p) > 3 and p not in _TYPES and (p not in countries or " " in p)]
    kept = ["the article" if p == "article" else p for p in kept]
    if kind == "society" and field:
        kept.append(" ".join(field))
    shorts = {word for word in words if word.isupper() and len(word) > 1}
    shorts |= {key.upper(), bare} if not own and len(key) < 6 else set()
    shorts |= {_initials(bare)} if not kind else set()
    if re.search(rf"\b{re.escape(key)}\b", bare.lower()):
        shorts |= {word for word in words if word.lower() == key}
    return Office(tuple(dict.fromkeys(kept)), frozenset(shorts - {""}), kind, field, side)


def _flat(phrase: str) -> str:
    tokens = [token.lower() for token in _TOKEN.findall(_plain(phrase))]
    kept = [token for token in tokens if token not in _BREAKS]
    return " ".join(kept).removeprefix("the ")


def _initials(name: str) -> str:
    """Return the first letters of the capitalised words that *name* begins with, where there are several."""
    run = re.match(r"(?:[A-Z][\w-]*(?:\s+|$)|of\s+|in\s+(?=World))+", name)
    letters = "".join(re.findall(r"\b[A-Z]", (run[0] if run else "").replace("-", " ")))
    return letters if 2 <= len(letters) <= 5 else ""
