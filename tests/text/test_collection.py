"""Phrases that were judged before the grammar was written, and how many of them are read as they were judged.

A line of tolls.jsonl has the readings to accept as [low, high, approx]; *refuse_ok* tells that a phrase may be
refused, too, and one with nothing to accept has to be. Mend kinds, not phrases.
"""

import json
import time
from pathlib import Path

import pytest

from whosays.text.toll import Toll

PHRASES = [
    json.loads(line) for line in (Path(__file__).parent / "tolls.jsonl").read_text("utf-8").splitlines()
]


def reading(phrase):
    try:
        toll = Toll.parse(phrase)
    except ValueError:
        return None
    return [toll.low, toll.high, toll.approx]


def test_at_most_one_phrase_in_a_hundred_is_read_wrong():
    wrong = [row["phrase"] for row in PHRASES if reading(row["phrase"]) not in (None, *row["accept"])]
    assert len(wrong) <= 0.01 * len(PHRASES), wrong


def test_at_most_four_in_a_hundred_honest_phrases_are_refused():
    honest = [row["phrase"] for row in PHRASES if not row["refuse_ok"]]
    refused = [phrase for phrase in honest if reading(phrase) is None]
    assert len(refused) <= 0.04 * len(honest), refused


def test_a_phrase_takes_less_than_a_millisecond():
    def seconds():
        start = time.process_time()
        for row in PHRASES:
            reading(row["phrase"])
        return time.process_time() - start

    assert min(seconds() for _ in range(3)) / len(PHRASES) < 0.001


@pytest.mark.parametrize("word", ["zork", "fnord", "brimping"])
@pytest.mark.parametrize(
    "frame", ["{} 12 people died", "toll {} 300", "12 {}", "killed {} 40", "12 dead {}", "40 {} cars"]
)
def test_an_unknown_word_beside_the_number_refuses(frame, word):
    with pytest.raises(ValueError, match="as one count"):
        Toll.parse(frame.format(word))


def test_the_refusal_names_the_unknown_word():
    with pytest.raises(ValueError, match="does not know the word 'zork' beside the number"):
        Toll.parse("toll zork 300")
