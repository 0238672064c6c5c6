"""Print what comparing texts costs: a quotation against a statement, and a statement in a long text.

Run with ``uv run python benchmarks/wording.py``. The texts are made up; the long one is searched at growing
lengths, and the ratio of seconds to words says whether the search is linear.
"""

import random

from timing import median

from whosays.wording import check_quote, find_statement

STATEMENT = """The council called on both villages to prevent further damage and to take steps for a quick
repair of the harbour through exclusively lawful public and private means, and confirmed its readiness to
provide the necessary help to keep order in the lake districts and along the northern road."""
QUOTATIONS = [
    "lawful and private means",
    "confirmed its readiness to provide … help",
    "both villages to take quick steps for the repair of the harbor",
    "the mayor opened the new bridge in the rain",
]


def planted(words: int) -> str:
    """Return a text of so many *words* with the statement, two of its words changed, at six tenths."""
    draw = random.Random(words)
    noise = draw.choices([f"word{n}" for n in range(5_000)], k=words - len(STATEMENT.split()))
    changed = STATEMENT.replace("quick", "swift").replace("northern", "southern")
    place = len(noise) * 6 // 10
    return " ".join([*noise[:place], changed, *noise[place:]])


def main() -> None:
    for quoted in QUOTATIONS:
        seconds = median(lambda quoted=quoted: check_quote(quoted, STATEMENT), 20)
        verdict = check_quote(quoted, STATEMENT).verdict
        print(f"check_quote     {seconds * 1000:6.2f} ms (at most 10)  {verdict:10}  {quoted}")
    for size in (1_000, 10_000, 100_000, 1_000_000):
        text = planted(size)
        seconds = median(lambda text=text: find_statement(STATEMENT, text), 3)
        found = find_statement(STATEMENT, text)[0].span.of(text)[:11]
        each = seconds / size * 1e6
        print(f"find_statement  {seconds:6.3f} s in {size:9,} words, {each:.2f} µs a word, {found!r}")


if __name__ == "__main__":
    main()
