"""Find the runs of words that two texts share."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from whosays.text.spans import Span, words
from whosays.wording.tokens import Token, tokens


class Run(NamedTuple):
    """Hold a run of words that stands in both texts; *words* are as the first text prints them."""

    words: str
    a_span: Span
    b_span: Span

    @property
    def length(self) -> int:
        """Return how many words the run has."""
        return len(words(self.words))


def shared_runs(a: str, b: str, at_least: int = 5) -> list[Run]:
    """Return the runs of at least *at_least* words that stand in both texts, in the order of text *a*.

    Each run is as long as it can be: the words before it differ, and so do the words after it. Words are the
    same as in align; punctuation is passed over. Raises ValueError when *at_least* is below 1.
    """
    if at_least < 1:
        raise ValueError(f"at_least={at_least}: a run has at least one word")
    a_tokens, b_tokens = tokens(a), tokens(b)
    a_words, b_words = [token.form for token in a_tokens], [token.form for token in b_tokens]
    places = grams(b_words, at_least)
    runs = []
    for i in range(len(a_words) - at_least + 1):
        for j in places.get(tuple(a_words[i : i + at_least]), ()):
            if i and j and a_words[i - 1] == b_words[j - 1]:
                continue  # this is the inside of a run that began earlier
            end = i + at_least
            while end < len(a_words) and end - i + j < len(b_words) and a_words[end] == b_words[end - i + j]:
                end += 1
            a_span, b_span = _cover(a_tokens[i:end]), _cover(b_tokens[j : j + end - i])
            runs.append(Run(a_span.of(a), a_span, b_span))
    return runs


def grams(forms: Sequence[str], size: int) -> dict[tuple[str, ...], list[int]]:
    """Return where each run of *size* words begins in *forms*."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for start in range(len(forms) - size + 1):
        places[tuple(forms[start : start + size])].append(start)
    return dict(places)


def _cover(stretch: Sequence[Token]) -> Span:
    """Return the span from the first to the last word of *stretch*."""
    return Span(stretch[0].span.start, stretch[-1].span.end)
