"""Rules of wording.csv: what is said of a change must be true of the words on both sides of it."""

from collections.abc import Iterator, Mapping

from whosays.case.values import NO_WORDS, Unsaid
from whosays.wording.tokens import tokens

_MARKS = ('"', "“", "”", "«", "»", "„")


def wording_faults(row: Mapping[str, str], claims: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what the words of *row* contradict; *claims* holds the words of each claim."""
    change, said, printed = row["change"], row["statement_words"], row["article_words"]
    if (change == "added") != (said == Unsaid.NOT_THERE):
        yield (
            "change",
            f"{change!r} with statement_words {said!r:.40}: not_there stands with added, and only there",
        )
    elif (change == "dropped") != (printed == Unsaid.NOT_THERE):
        yield (
            "change",
            f"{change!r} with article_words {printed!r:.40}: not_there stands with dropped, and only there",
        )
    elif change == "dropped" and _held(said, claims.get(row["claim"], "")):
        yield "change", f"dropped, and claim {row['claim']} holds {said!r:.60}; correct one of them"
    elif change == "added" and _held(printed, claims.get(row["statement"], "")):
        yield "change", f"added, and the statement holds {printed!r:.60}; correct one of them"
    elif change == "kept":
        yield from _kept_faults(row)
    elif not {said, printed} & NO_WORDS and _forms(said) == _forms(printed):
        yield (
            "change",
            f"{change!r}, and the words on both sides are the same; write kept, or correct the words",
        )
    elif change == "re-quoted" and not any(mark in printed for mark in _MARKS):
        yield "change", f"re-quoted, and {printed!r:.60} has no quotation marks; correct one of them"


def _kept_faults(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    said, printed = row["statement_words"], row["article_words"]
    # An actor is kept under a shorter name, too: the family name of a person who was named in full.
    shorter = row["clause"] == "actor" and _held(printed, said)
    if _forms(said) != _forms(printed) and not shorter:
        yield "change", f"kept, and {said!r:.60} is not {printed!r:.60}; write reworded, or correct the words"
    if row["meaning"] != "same":
        yield "meaning", f"{row['meaning']!r}, and the words are kept; write same, or correct the change"


def _forms(words: str) -> list[str]:
    """Return *words* in the forms in which words are compared: case and typography do not count."""
    return [token.form for token in tokens(words)]


def _held(words: str, text: str) -> bool:
    """Say whether *words* stand in *text*, one after the other."""
    sought, forms = _forms(words), _forms(text)
    return any(forms[n : n + len(sought)] == sought for n in range(len(forms))) if sought else False
