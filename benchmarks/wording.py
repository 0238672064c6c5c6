"""Print how the text library does on its judged collections, and what it costs.

Run with ``uv run python benchmarks/wording.py``. The collections stand beside the tests: phrases with a
count, quotations, searches. The texts that are timed are made up; the long one is searched at growing
lengths, and the ratio of seconds to words says whether the search is linear.
"""

import json
import random
from pathlib import Path
from typing import Any

from timing import median

from whosays.text.toll import Toll
from whosays.wording import QuoteCheck, check_quote, find_statement

TESTS = Path(__file__).parents[1] / "tests"
STATEMENT = """The council called on both villages to prevent further damage and to take steps for a quick
repair of the harbour through exclusively lawful public and private means, and confirmed its readiness to
provide the necessary help to keep order in the lake districts and along the northern road."""
QUOTATIONS = [
    "lawful and private means",
    "confirmed its readiness to provide … help",
    "both villages to take quick steps for the repair of the harbor",
    "the mayor opened the new bridge in the rain",
]


def judged(path: str) -> list[dict[str, Any]]:
    """Return the lines of a collection."""
    return [json.loads(line) for line in (TESTS / path).read_text("utf-8").splitlines()]


def share(part: int, whole: int) -> str:
    """Return "3 of 333 (0.9 %)"."""
    return f"{part} of {whole} ({100 * part / whole:.1f} %)"


def reading(phrase: str) -> list[int | bool | None] | None:
    """Return the bounds of *phrase* and whether they are approximate; None if it is refused."""
    try:
        toll = Toll.parse(phrase)
    except ValueError:
        return None
    return [toll.low, toll.high, toll.approx]


def tolls() -> None:
    """Print how many phrases are read wrong, and how many honest ones are refused."""
    rows = judged("text/tolls.jsonl")
    got = [reading(row["phrase"]) for row in rows]
    wrong = sum(read is not None and read not in row["accept"] for read, row in zip(got, rows, strict=True))
    honest = [read for read, row in zip(got, rows, strict=True) if not row["refuse_ok"]]
    refused = honest.count(None)
    each = median(lambda: [reading(row["phrase"]) for row in rows], 3) / len(rows) * 1000
    print(f"Toll.parse      {share(wrong, len(rows))} phrases read though wrong (at most 1 %)")
    print(f"Toll.parse      {share(refused, len(honest))} honest phrases refused (at most 4 %)")
    print(f"Toll.parse      {each:.2f} ms a phrase (at most 1)")


def is_flagged_right(row: dict[str, Any], check: QuoteCheck) -> bool:
    """Say whether the flags and the changes of *check* are as judged."""
    flags, told = set(check.flags), [(a.casefold(), b.casefold()) for a, b in check.changes]
    one = not row.get("any_flags") or flags & set(row["any_flags"])
    pairs = [(said.casefold(), quoted.casefold()) for said, quoted in row.get("changes_include", [])]
    named = all(any(said in a and quoted in b for a, b in told) for said, quoted in pairs)
    return bool(one and named and flags >= set(row["must_flags"]) and not flags & set(row["must_not_flags"]))


def quotes() -> None:
    """Print how many verdicts, and how many flags and changes, are as judged."""
    rows = judged("wording/quotes.jsonl")
    checks = [check_quote(row["quoted"], row["statement"]) for row in rows]
    verdicts = sum(check.verdict in row["verdicts"] for check, row in zip(checks, rows, strict=True))
    flags = sum(is_flagged_right(row, check) for check, row in zip(checks, rows, strict=True))
    print(f"check_quote     {share(verdicts, len(rows))} verdicts right (at least 97 %)")
    print(f"check_quote     {share(flags, len(rows))} flags and changes right (at least 95 %)")


def meet(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Say whether two spans share half of the shorter one."""
    return min(a[1], b[1]) - max(a[0], b[0]) >= 0.5 * min(a[1] - a[0], b[1] - b[0])


def searches() -> None:
    """Print how many matches repeat the statement, and how many repetitions are found."""
    hits = matches = found = places = 0
    for row in judged("wording/searches.jsonl"):
        spans = [match.span for match in find_statement(row["statement"], row["text"])]
        matches, places = matches + len(spans), places + len(row["spans"])
        hits += sum(any(meet(span, place) for place in row["spans"]) for span in spans)
        found += sum(any(meet(span, place) for span in spans) for place in row["spans"])
    print(f"find_statement  precision {hits / matches:.2f} (at least 0.90)")
    print(f"find_statement  recall {found / places:.2f} (at least 0.95)")


def planted(words: int) -> str:
    """Return a text of so many *words* with the statement, two of its words changed, at six tenths."""
    draw = random.Random(words)
    noise = draw.choices([f"word{n}" for n in range(5_000)], k=words - len(STATEMENT.split()))
    changed = STATEMENT.replace("quick", "swift").replace("northern", "southern")
    place = len(noise) * 6 // 10
    return " ".join([*noise[:place], changed, *noise[place:]])


def times() -> None:
    """Print what a quotation costs against a statement, an article and a word, and a search in a text."""
    article = planted(1_000)
    for quoted in QUOTATIONS:
        for name, said, most in (("a statement", STATEMENT, 10), ("an article", article, 50)):
            seconds = median(lambda quoted=quoted, said=said: check_quote(quoted, said), 20)
            verdict = check_quote(quoted, said).verdict
            cost = f"{seconds * 1000:6.2f} ms against {name} (at most {most})"
            print(f"check_quote     {cost}  {verdict:10}  {quoted}")
    seconds = median(lambda: check_quote("b" * 19_000, f"the {'c' * 19_000} house"), 5)
    print(f"check_quote     {seconds * 1000:6.2f} ms for a word of 19,000 letters (at most 50)")
    for size in (1_000, 10_000, 100_000, 1_000_000):
        text = planted(size)
        seconds = median(lambda text=text: find_statement(STATEMENT, text), 3)
        place = find_statement(STATEMENT, text)[0].span.of(text)[:11]
        each = f"{seconds / size * 1e6:.2f} µs a word"
        print(f"find_statement  {seconds:6.3f} s in {size:9,} words, {each}, {place!r}")


if __name__ == "__main__":
    tolls()
    quotes()
    searches()
    times()
