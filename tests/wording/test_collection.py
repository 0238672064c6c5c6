"""Quotations and searches that were judged beforehand, and how many come out as they were judged.

quotes.jsonl: all right *verdicts*, flags that must be there or must not, one of *any_flags*, and pairs that the
changes include. searches.jsonl: the *spans* of a text that repeat a statement; boilerplate, names and
paraphrases are none. Mend kinds, not lines.
"""

import json
from pathlib import Path

from whosays.wording import check_quote, find_statement

HERE = Path(__file__).parent
QUOTES = [json.loads(line) for line in (HERE / "quotes.jsonl").read_text("utf-8").splitlines()]
SEARCHES = [json.loads(line) for line in (HERE / "searches.jsonl").read_text("utf-8").splitlines()]


def flags_are_right(row, check):
    flags = set(check.flags)
    one = not row.get("any_flags") or flags & set(row["any_flags"])
    return one and flags >= set(row["must_flags"]) and not flags & set(row["must_not_flags"])


def tells(pair, changes):
    said, quoted = (words.casefold() for words in pair)
    return any(said in a.casefold() and quoted in b.casefold() for a, b in changes)


def meet(a, b):
    return min(a[1], b[1]) - max(a[0], b[0]) >= 0.5 * min(a[1] - a[0], b[1] - b[0])


def test_ninety_seven_verdicts_in_a_hundred_are_right():
    wrong = [
        row for row in QUOTES if check_quote(row["quoted"], row["statement"]).verdict not in row["verdicts"]
    ]
    assert len(wrong) <= 0.03 * len(QUOTES), wrong


def test_ninety_five_quotations_in_a_hundred_have_the_right_flags_and_changes():
    wrong = []
    for row in QUOTES:
        check = check_quote(row["quoted"], row["statement"])
        told = all(tells(pair, check.changes) for pair in row.get("changes_include", []))
        if not (flags_are_right(row, check) and told):
            wrong.append((row["quoted"], check))
    assert len(wrong) <= 0.05 * len(QUOTES), wrong


def test_nine_in_ten_matches_are_right_and_nineteen_in_twenty_places_are_found():
    hits, false, missed = 0, [], []
    for row in SEARCHES:
        found = [match.span for match in find_statement(row["statement"], row["text"])]
        right = [span for span in found if any(meet(span, other) for other in row["spans"])]
        hits += len(right)
        false += [span.of(row["text"]) for span in found if span not in right]
        missed += [row["statement"] for other in row["spans"] if not any(meet(span, other) for span in found)]
    assert hits >= 0.9 * (hits + len(false)), false
    assert len(missed) <= 0.05 * sum(len(row["spans"]) for row in SEARCHES), missed
