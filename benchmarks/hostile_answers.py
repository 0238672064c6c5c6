"""The worst answers to every type of question, and the worst logs of answers."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from whosays.classroom.assignments import Assignment
from whosays.questions import Question

Answer = Callable[[Question], Any]
_TEXT = 19_990  # characters: a little less than an answer may have


def filled(unit: str, length: int = _TEXT, start: str = "", end: str = "") -> str:
    """Return *unit* again and again, up to *length* characters, between *start* and *end*."""
    return start + (unit * (length // len(unit) + 1))[: length - len(start) - len(end)] + end


# What a text can hold to make a search, a regular expression or an alignment take long.
TEXTS: dict[str, str] = {
    "one long word": filled("a"),
    "one long word in marks": filled("a", start="“", end="”"),
    "one long capital word": filled("A"),
    "long words": filled("a" * 199 + " "),
    "many words": filled("a "),
    "many different words": " ".join(f"w{n:x}" for n in range(3_900)),
    "words of the article": filled("on the border, officials said, at least 20 people were killed "),
    "words of the article in marks": filled("people were killed on the border ", start="“", end="”"),
    "blanks": filled(" ", start="a", end="b"),
    "tabs": filled("\t", start="a", end="b"),
    "line breaks": filled("\n", start="a", end="b"),
    "blank lines": filled(" \n", start="a", end="b"),
    "blank lines of Windows": filled(" \r\n", start="a", end="b"),
    "blanks of Unicode": filled("\u2003", start="a", end="b"),
    "short quotations": filled("“a” "),
    "quotations of two words": filled("“people killed” "),
    "different quotations": filled(" ".join(f"“the border w{n:x}”" for n in range(1_200))),
    "straight marks": filled('"a" '),
    "opening marks": filled("“"),
    "straight marks alone": filled('"'),
    "ellipses": filled(". ", start="“a", end="b”"),
    "ellipses between words": filled("people … ", start="“", end="”"),
    "brackets": filled("[", start="“a", end="b”"),
    "brackets around words": filled("[the] ", start="“", end="”"),
    "nested brackets": filled("[(", start="“a", end="b”"),
    "numbers": filled("21 "),
    "huge digits": filled("9"),
    "digits beyond Python": filled("9", 4_400),
    "digits in groups": filled("1,", end="1"),
    "digits with points": filled("1.", end="1"),
    "number words": filled("two hundred and "),
    "openers of numbers": filled("a half "),
    "ranges": filled("between 21 and 22 "),
    "bounds": filled("at least 21 people, "),
    "digits that are none": filled("21² ³ "),
    "digits of other scripts": filled("٣٤ "),
    "stops": filled("."),
    "stops and capitals": filled(". A"),
    "initials": filled("A."),
    "question marks": filled("?", end=" A"),
    "closing marks after a stop": filled(")", start="a.", end=" a"),
    "hyphens": filled("a-"),
    "hyphens alone": filled("-"),
    "apostrophes": filled("a'"),
    "combining accents": filled("\u0301", start="a"),
    "letters with accents": filled("e\u0301"),
    "ligatures that grow": filled("\ufdfa"),
    "ligatures that grow, in marks": filled("\ufdfa ", start="“", end="”"),
    "zero width": filled("\u200b", start="a", end="b"),
    "right to left": filled("\u202ea"),
    "emoji": filled("👨‍👩‍👧"),
    "letters of Java": filled("İ"),
    "signs": filled("%$€ "),
    "months": filled("May "),
    "months and days": filled("1 May 2 "),
    "saying": filled("said, according to "),
    "hedges": filled("about May "),
    "negations": filled("not only no doubt "),
    "together": filled("reports of offices said 21 people. "),
    "sentences": filled("At least 21 people, the ministry said on Monday. "),
    "compounds": filled("cease-fire cease fire ", start="“", end="”"),
    "no ASCII at all": filled("ш"),
}  # fmt: skip

# What a JSON value can be where another was asked for.
VALUES: dict[str, Any] = {
    "null": None,
    "true": True,
    "endless": float("inf"),
    "no number": float("nan"),
    "long digits": int("9" * 4_000),
    "a text of 250,000": "9" * 250_000,
    "groups of 250,000": "1," * 125_000 + "1",
    "a text of half letters": "\ud800" * 40_000,
    "lists": [[]] * 60_000,
    "lists in lists": json.loads("[" * 11 + "]" * 11),
    "lists in 900 lists": json.loads("[" * 900 + "]" * 900),
    "many numbers": list(range(40_000)),
    "many cells": {f"c{n}": "" for n in range(15_000)},
}  # fmt: skip


def answers_to(kind: str) -> Iterator[tuple[str, Answer]]:
    """Yield the name of each kind of bad answer to questions of the type *kind*, and what gives it."""
    for name, value in VALUES.items():
        yield name, lambda question, value=value: value
    for name, text in TEXTS.items() if kind == "writing" else ():
        yield name, lambda question, text=text: text
    for name, text in TEXTS.items() if kind == "quote_check" else ():
        yield (
            name,
            lambda question, text=text: {"verdict": next(iter(question.verdicts)), "changed": text[:499]},
        )
    for name, text in (
        TEXTS.items() if kind in ("bounds", "tally", "ledger", "slots", "unit_and_clock") else ()
    ):
        yield name, lambda question, text=text: dict.fromkeys(question.cells, text[:4000])
    for name, text in TEXTS.items() if kind == "value" else ():
        yield name, lambda question, text=text: text * 10
    if kind == "predict":
        yield "a long sentence", lambda question: {"sentence": filled("a ")}
    yield from {"marks": _marks, "agents": _marks, "chart": _charts}.get(kind, _ids)()


def _ids() -> Iterator[tuple[str, Answer]]:
    """Yield answers with the ids that a question offers, again and again."""
    yield "one id again and again", lambda question: _again(question, 20_000)
    yield (
        "cells of ids again and again",
        lambda question: {control.id: _again(question, 2_000) for control in question.controls()[:10]},
    )


def _again(question: Question, many: int) -> list[str]:
    ids = [value for control in question.controls() for value, _ in control.options]
    return (ids[:1] or ["x"]) * many


def _marks() -> Iterator[tuple[str, Answer]]:
    def label(question: Question) -> str:
        return next(iter(question.names))  # type: ignore[attr-defined]

    yield (
        "marks everywhere",
        lambda q: [
            {"start": n % 40, "end": len(q.ground.text) - n // 40, "label": label(q)} for n in range(500)
        ],
    )
    yield (
        "marks of one letter",
        lambda q: [
            {"start": n, "end": n + 1, "label": label(q)} for n in range(min(500, len(q.ground.text)))
        ],
    )
    yield "5,000 marks", lambda q: [{"start": 0, "end": 1, "label": label(q)}] * 5_000
    yield (
        "marks of long words",
        lambda q: [{"words": f"{n}" + "a" * 500, "label": label(q)} for n in range(450)],
    )
    yield "one mark of a long word", lambda q: [{"words": "a" * 250_000, "label": label(q)}]
    yield (
        "marks of the whole text",
        lambda q: [{"words": q.ground.text[n:-1].strip() or "a", "label": label(q)} for n in range(40)],
    )
    yield (
        "huge occurrences",
        lambda q: [{"words": "the", "occurrence": 10**300 + n, "label": label(q)} for n in range(400)],
    )
    yield (
        "many found words",
        lambda q: [
            {"words": q.ground.text.split()[n % 9], "occurrence": 1, "label": label(q)} for n in range(500)
        ],
    )
    yield "a mark of blanks", lambda q: [{"words": " " * 250_000 + "a", "label": label(q)}]


def _charts() -> Iterator[tuple[str, Answer]]:
    texts = {name: TEXTS[name][:1_990] for name in TEXTS}
    for name, text in texts.items():
        yield f"every text: {name}", lambda question, text=text: _facts([text] * 100)
    yield "words of two letters", lambda question: _facts([f"{n:04}" for n in range(7_900)])
    yield "long words, all different", lambda question: _facts([f"{n}" + "a" * 1_900 for n in range(120)])
    yield "series", lambda question: _facts(["a"], series=150, values=12)
    yield "bars that overlap", lambda question: _facts(["a"], series=150, values=12, bars=True)
    yield "one series of all numbers", lambda question: _facts(["a"], series=1, values=1_990)
    yield (
        "20 panels",
        lambda question: _facts(["Health Ministry 21 reported"], panels=20, series=7, values=12),
    )


def _facts(words: list[str], panels: int = 1, series: int = 2, values: int = 3, bars: bool = False) -> Any:
    one = {"values": [float(n) for n in range(values)], "starts": [], "label": words[0], "bars": bars,
           "bound": False}  # fmt: skip
    panel = {"frame": 1.0, "title": words[0], "xlabel": words[0], "ylabel": words[0], "lying": False,
             "dates": False, "value_axis": {"low": 0.0, "high": 9.0, "scale": "linear"},
             "series": [one] * series, "legend": words[:20], "words": words}  # fmt: skip
    return {"version": 1, "alt": words[0], "panels": [panel] * panels, "notes": []}


def _line(question: str, answer: str) -> bytes:
    return (
        f'{{"time": "2026", "question": "{question}", "version": "", "event": "answer", "attempt": 1, '
        f'"answer": {answer}}}\n'
    ).encode()


def _list(unit: str, many: int) -> str:
    return f"[{f'{unit},' * many}0]"


def _first(key: Assignment) -> str:
    return key.tasks[0].question.id


LOGS: dict[str, Callable[[Assignment], bytes]] = {
    "one line of 19 MB of lists": lambda key: _line(_first(key), _list("[]", 6_400_000)),
    "lines of lists": lambda key: _line(_first(key), _list("[]", 99_000)) * 64,
    "lines of lists, a question each": lambda key: b"".join(
        _line(f"q{n}", _list("[]", 99_000)) for n in range(64)
    ),
    "lines of small objects": lambda key: b"".join(
        _line(f"q{n}", _list('{"a":0}', 37_000)) for n in range(64)
    ),
    "lines of short texts": lambda key: b"".join(
        _line(f"q{n}", _list('"ab"', 59_000)) for n in range(64)
    ),
    "lines of half letters": lambda key: b"".join(
        _line(f"q{n}", '"' + r"\ud800" * 49_000 + '"') for n in range(64)
    ),
    "50,000 lines": lambda key: _line(_first(key), "0") * 49_999,
    "50,000 questions": lambda key: b"".join(_line(f"q{n}", "0") for n in range(49_999)),
    "line breaks alone": lambda key: b"\n" * 19_900_000,
    "lines of two letters": lambda key: b"xx\n" * 6_600_000,
    "carriage returns": lambda key: b"\r" * 19_900_000,
    "blanks": lambda key: b" " * 19_900_000,
    "nothing but noughts": lambda key: b"\0" * 19_900_000,
    "open lists": lambda key: b"[" * 299_000 + b"\n" + b"[" * 299_000,
    "digits": lambda key: _line(_first(key), "9" * 290_000) * 60,
    "digits of a float": lambda key: _line(_first(key), "9" * 290_000 + ".0") * 60,
    "an endless exponent": lambda key: _line(_first(key), "1e999999999"),
    "one key again and again": lambda key: _line(_first(key), '{' + '"a":0,' * 48_000 + '"a":0}') * 60,
    "keys that are all different": lambda key: b"".join(
        _line(f"q{n}", "{" + ",".join(f'"{n}{m:x}":0' for m in range(9_000)) + "}") for n in range(9)
    ),
}  # fmt: skip
