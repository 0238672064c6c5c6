"""A program that learns which words right options have learns little from the other questions of the bank.

It is naive Bayes on the words of options and claims, and is tried on each question after learning from all others.
Of a few dozen questions it can learn something by chance: three standard deviations of luck are left to it.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence

import pytest

from tests.questions.test_guessing import GROUPS, item
from whosays.questions.strategies import Item

LUCK = 0.2  # three times the standard deviation of the mean of some 45 questions


def words(text: str) -> set[str]:
    """Return the words and signs of *text*, all numbers as one."""
    return set(re.findall(r"[\w’#]+|[:;,“]", re.sub(r"\d[\d,.:]*", "#", text.casefold())))


def learned(items: Sequence[Item]) -> dict[bool, Counter[str]]:
    """Return in how many right and wrong texts of *items* each word is; the empty word is in all."""
    counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for one in items:
        for text, right in zip(one.texts, one.right, strict=True):
            counts[right].update({"", *words(text)})
    return counts


def odds(text: str, counts: dict[bool, Counter[str]]) -> float:
    """Return the logarithm of how much likelier the words of *text* are in a right one, each seen twice."""
    total = 0.0
    for word in words(text):
        if counts[True][word] + counts[False][word] > 1:
            shares = [(counts[kind][word] + 1) / (counts[kind][""] + 2) for kind in (True, False)]
            total += math.log(shares[0] / shares[1])
    return total


def guessed(one: Item, others: Sequence[Item]) -> float:
    """Return what the learner gets of *one* item after learning from *others*."""
    counts = learned(others)
    told = [odds(text, counts) for text in one.texts]
    if one.one:
        best = [right for right, odd in zip(one.right, told, strict=True) if odd == max(told)]
        return sum(best) / len(best)
    prior = math.log((counts[True][""] + 1) / (counts[False][""] + 1))
    return sum((odd + prior > 0) == right for right, odd in zip(one.right, told, strict=True)) / len(told)


def mean(items: Sequence[Item]) -> float:
    """Return what the learner gets of *items*, each tried after learning from the others."""
    return sum(guessed(one, [*items[:n], *items[n + 1 :]]) for n, one in enumerate(items)) / len(items)


def test_the_learner_finds_a_word_that_tells():
    told = [item([f"{n} were hurt", f"it is said that {n} were hurt"], "1") for n in ("two", "six", "ten")]
    assert mean(told) == 1
    claims = [item([f"{n} sources confirm it"], "", one=False) for n in ("two", "six", "ten")]
    assert mean([*claims, *(item([f"{n} was said"], "0", one=False) for n in ("a", "b", "c"))]) == 1


def test_the_learner_is_lost_where_no_word_tells():
    assert mean([item(["left", "right"], "1"), item(["up", "down"], "0")]) == 0.5


@pytest.mark.parametrize("name", ["choice", "choices", "verdict"])
def test_words_of_other_questions_tell_little(name):
    group = GROUPS[name]
    assert mean(group.items) <= group.luck + LUCK
