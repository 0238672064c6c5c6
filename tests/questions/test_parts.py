"""Answers are read in few forms and refused in words; a question is shown whole, and escaped where it must be."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.conftest import ROOT
from tests.questions.test_questions import one_of_each, question
from whosays.questions import Bank, BankError, coverage
from whosays.questions.answer_parts import a_text, cells, one_of, some_of
from whosays.questions.keyless import opened, without_key
from whosays.questions.view import as_html, as_text, spec_of

ALLOWED = {"a": 1, "b": 2}
TEXT = "  First line. It goes on.\n\n  Second line <b>, they said.  \n\nThird line.\n"


@pytest.mark.parametrize(
    ("read", "given", "told"),
    [
        (one_of, "z", "answer 'z' is not one of a, b"),
        (one_of, 1, "answer 1 is not one of a, b"),
        (one_of, None, "answer None is not one of a, b"),
        (some_of, "a", "answer 'a' is not a list"),
        (some_of, {"a"}, "answer {'a'} is not a list"),
        (some_of, ["a", "z"], "answer 'z' is not one of a, b"),
        (some_of, ["a", "b", "a"], "answer ['a', 'b', 'a'] names something twice"),
        (cells, ["a"], "answer ['a'] is not a table of values"),
        (cells, {"z": 1}, "cell 'z' is not one of a, b"),
    ],
)
def test_an_answer_out_of_place_is_refused_and_named(read, given, told):
    with pytest.raises(ValueError) as caught:  # noqa: PT011
        read(given, ALLOWED)
    assert str(caught.value) == told


def test_a_refusal_may_say_what_is_refused():
    for read, given in ((one_of, "z"), (some_of, "z"), (some_of, ["z"])):
        with pytest.raises(ValueError, match=r"^teller "):
            read(given, ALLOWED, "teller")
    with pytest.raises(ValueError, match=r"^sentence 3 is not a text$"):
        a_text(3, "sentence")


def test_a_long_answer_is_named_by_its_beginning():
    for length, told in ((58, f"'{'x' * 58}'"), (59, f"'{'x' * 56}...")):
        with pytest.raises(ValueError) as caught:  # noqa: PT011
            one_of("x" * length, ALLOWED)
        assert str(caught.value) == f"answer {told} is not one of a, b"


def test_an_answer_in_place_is_returned_as_it_is():
    assert one_of("b", ALLOWED) == "b"
    assert some_of(("b", "a"), ALLOWED) == ["b", "a"]
    assert some_of([], ALLOWED) == []
    assert cells({"b": [1]}, ALLOWED) == {"b": [1]}


def test_a_text_may_be_long_but_not_endless():
    assert a_text("x" * 20_000) == "x" * 20_000
    with pytest.raises(ValueError, match=r"^answer has 20,001 characters; at most 20,000 are read$"):
        a_text("x" * 20_001)
    assert a_text("xx", at_most=2) == "xx"
    with pytest.raises(ValueError, match="answer has 3 characters; at most 2 are read"):
        a_text("xxx", at_most=2)


def keyless(asked, points=2):
    return opened(json.loads(json.dumps(without_key(asked, points))), asked.lesson)


def test_a_keyless_answer_may_be_long_but_not_endless(case):
    asked = keyless(one_of_each(case)["chart"])
    fits = "x" * (1_000_000 - 2)  # and two marks around it
    assert asked.read(fits) == fits
    with pytest.raises(ValueError, match=r"^the answer is longer than 1,000,000 characters$"):
        asked.read(fits + "x")


def test_a_keyless_question_reads_what_its_controls_give(case):
    each = {kind: keyless(asked) for kind, asked in one_of_each(case).items()}
    assert each["bounds"].read({"p1.low": "94", "p1.high": "", "p2.low": None, "p2.high": "?"}) == {
        "p1.low": "94", "p2.high": "?",
    }  # fmt: skip
    assert each["overlap"].read({"low": "59", "high": 94.5, "assume": ["a"]}) == {
        "low": "59", "high": 94.5, "assume": ["a"],
    }  # fmt: skip
    assert each["order"].read(["q", "p"]) == ["q", "p"]
    assert each["marks"].read([{"any": "mark"}]) == [{"any": "mark"}]
    for kind, given in (
        ("bounds", {"p1.low": [1]}),
        ("bounds", {"p9.low": 1}),
        ("value", "many"),
        ("order", "pq"),
    ):
        with pytest.raises(ValueError, match=r"is not "):
            each[kind].read(given)


def test_a_keyless_answer_is_told_in_words(case):
    asked = keyless(one_of_each(case)["tally"])
    assert [asked.said(given) for given in ({"k.acc": 1}, {}, {"k.acc": 1, "t.acc": 2}, "a", ["a"])] == [
        "1 value", "0 values", "2 values", "a", "['a']",
    ]  # fmt: skip
    assert without_key(one_of_each(case)["tally"])["points"] == 1
    assert (asked.lesson, asked.type, asked.silent, asked.spec["silent"]) == ("01_x", "tally", True, True)


def test_a_text_is_shown_line_by_line_without_blank_ones(case):
    shown = spec_of(question(case, "choice", TEXT, options=[{"id": "a", "text": "<A>", "right": "So."}]))
    assert [part["text"] for part in shown["passage"]] == [
        "  First line. It goes on.", "  Second line <b>, they said.", "Third line.",
    ]  # fmt: skip
    assert [TEXT[part["start"] :][: len(part["text"])] for part in shown["passage"]] == [
        part["text"] for part in shown["passage"]
    ]
    assert [part["words"] for part in shown["passage"]] == [[], [], []]
    assert as_text(shown).splitlines() == [
        "What?", "  |   First line. It goes on.", "  |   Second line <b>, they said.", "  | Third line.",
        "Your answer", "  ( ) <A>",
    ]  # fmt: skip
    html = as_html(shown)
    assert "<p>  Second line &lt;b&gt;, they said.</p>" in html
    assert "A text. We made this text up.</small>" in html
    assert "<p>Your answer</p><ul><li>&lt;A&gt;</li></ul>" in html
    assert html.endswith("<p><em>Run this cell in JupyterLab to answer.</em></p></section>")


def test_words_that_can_be_marked_come_with_their_places_and_the_starts_of_sentences(case):
    marks = [{"words": "said", "label": "cue"}]
    shown = spec_of(question(case, "marks", TEXT, labels={"cue": "Cue"}, marks=marks))
    words = [TEXT[start:end] for part in shown["passage"] for start, end in part["words"]]
    assert words == [
        "First",
        "line",
        "It",
        "goes",
        "on",
        "Second",
        "line",
        "b",
        "they",
        "said",
        "Third",
        "line",
    ]
    assert [TEXT[start:][:2] for start in shown["stops"]] == ["Fi", "It", "Se", "Th"]


def test_only_the_sentences_with_the_words_of_a_question_are_shown_of_an_article(case):
    shown = question(case, "choice", words=["as per BBC"], options=[{"id": "a", "text": "A", "right": "So."}])
    [span] = shown.passage
    assert "as per BBC" in span.of(case.text)
    assert span.end - span.start < 400
    assert question(case, "choice", options=[]).passage == []
    whole = question(case, "choice", passage="all", options=[])
    assert [span.of(case.text) for span in whole.passage] == [case.text.rstrip()]


def test_a_prompt_of_several_paragraphs_is_shown_in_as_many(case):
    asked = question(case, "choice", options=[])
    asked.prompt = " One & two\nlines.\n\nAnother. "
    shown = spec_of(asked)
    assert shown["prompt"] == ["One & two\nlines.", "Another."]
    assert as_html(shown).startswith(
        "<section><p><strong>One &amp; two<br>lines.</strong></p><p><strong>Another.</strong></p>"
    )


def test_the_bank_is_the_nearest_from_here_upwards_or_the_one_named(tmp_path, monkeypatch):
    (tmp_path / "data" / "questions").mkdir(parents=True)
    (tmp_path / "notebooks" / "deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "notebooks" / "deep")
    assert Bank.open().folder == tmp_path / "data" / "questions"
    assert Bank.open(Path("..") / ".." / "data" / "questions").folder.is_absolute()
    with pytest.raises(
        BankError, match=r"no question bank in .*nowhere; open the notebook inside the course"
    ):
        Bank.open("nowhere")
    monkeypatch.chdir("/")
    with pytest.raises(BankError, match="there is no question bank in /data/questions"):
        Bank.open()


def test_a_question_that_is_not_there_is_named_with_its_neighbours():
    bank = Bank.open(ROOT / "data" / "questions")
    with pytest.raises(BankError) as caught:
        bank.question("01-nothing")
    told = str(caught.value)
    assert told.startswith("there is no question '01-nothing'; there is 01-")
    assert ", 01-" in told
    assert " 02-" not in told
    with pytest.raises(BankError, match=r"'zz-x'; there is .*01-.*, 02-"):
        bank.question("zz-x")


def test_the_bank_gives_each_question_with_its_lesson_and_whether_it_is_silent():
    bank = Bank.open(ROOT / "data" / "questions")
    names = [sheet.lesson for sheet in bank.sheets()]
    assert names == sorted(names)
    for sheet in bank.sheets():
        name = next(iter(sheet.entries))
        asked = bank.question(name)
        assert (asked.id, asked.lesson) == (name, sheet.lesson)
        assert asked.silent is bool(sheet.content.get("silent", False))
    assert {sheet.content.get("silent", False) for sheet in bank.sheets()} == {True, False}


def sheet(lesson: str, *told: tuple[str, ...]):
    """Return a sheet of questions as coverage reads it: what is right, and the misconceptions of its options."""
    entries = {
        f"{lesson}-{n}": {"sound": sound, "options": [{"misconception": name} for name in names]}
        for n, (sound, *names) in enumerate(told)
    }
    return SimpleNamespace(lesson=f"{lesson}_x", entries=entries)


SHEETS = [
    sheet("01", ("stop", "M1", "M1", "M22"), ("keep", "M1"), ("neither", "M1")),
    sheet("02", ("stop", "M22"), ("stop", "M1"), ("keep",)),
]


def test_a_misconception_counts_once_a_question_that_exposes_it():
    found = coverage.exposed(SHEETS[0])
    assert list(found) == [f"M{n}" for n in range(1, 23)]
    assert (found["M1"], found["M2"], found["M22"]) == (["stop", "keep", "neither"], [], ["stop"])


def test_coverage_is_a_table_with_stop_and_keep_and_their_sum():
    head, first, second, *rest = coverage.table(SHEETS)
    assert head == "           01     02    all  (stop/keep, and all questions)"
    assert first == "  M1      1/1    1/0      4"
    assert second == "  M2        .      .      0"
    assert rest[-1] == "  M22     1/0    1/0      2"


def test_a_misconception_that_fewer_than_four_questions_expose_is_a_hole():
    assert coverage.holes(SHEETS) == [f"M{n}" for n in range(2, 23)]
    assert coverage.holes([]) == [f"M{n}" for n in range(1, 23)]
