"""A written text is held against what was reported, and form without truth earns nothing.

writing.jsonl has texts on every written task, of five kinds: model, sound in other words, mediocre, vacuous,
gamed. sentences.jsonl has single sentences, sound or not. Those whose id begins with w or s were written and
judged by somebody who had not seen the checks; the others came with them. Mend kinds, not lines.
"""

import json
import re
import time
from collections import Counter
from itertools import product
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.questions.test_questions import DAM, question, score
from whosays.classroom.assignments import RUBRIC_MAX, assignments
from whosays.questions import judge
from whosays.questions.bank import read
from whosays.questions.types.writing.names import Names, bare, parts
from whosays.questions.types.writing.told import read as read_text
from whosays.text import spans
from whosays.text.running_text import figures_in

HERE = Path(__file__).parent
TEXTS = [json.loads(line) for line in (HERE / "writing.jsonl").read_text("utf-8").splitlines()]
SENTENCES = [json.loads(line) for line in (HERE / "sentences.jsonl").read_text("utf-8").splitlines()]
FILES = [*(ROOT / "data" / "questions").glob("*.toml"), *(ROOT / "solutions" / "questions").glob("*.toml")]
TASKS = {
    one.id: one
    for path in sorted(FILES)
    for one in map(read(path).question, read(path).entries)
    if one.type == "writing"
}
each_task = pytest.mark.parametrize("task", sorted(TASKS))
each_declared = pytest.mark.parametrize(
    "task", sorted(name for name, one in TASKS.items() if one.fields.figures)
)
# What only a whole text can lack.
OF_A_TEXT = ("as_of", "open", "range", "length")


def found(task, text):
    faults = TASKS[task].look_over(text).faults
    return [fault.message for fault in faults if fault.check not in OF_A_TEXT]


def scores(task, *kinds):
    texts = (text for text in TEXTS if text["task"] == task and text["kind"] in kinds)
    return {text["id"]: judge(TASKS[task], text["text"]).score for text in texts}


@each_task
def test_there_are_texts_of_every_kind_on_every_task(task):
    kinds = Counter(text["kind"] for text in TEXTS if text["task"] == task)
    assert set(kinds) == {"model", "sound", "mediocre", "vacuous", "gamed"}
    assert min(kinds["sound"], kinds["vacuous"], kinds["gamed"]) >= 2


@each_task
def test_no_vacuous_or_gamed_text_is_ranked_with_a_sound_one(task):
    good, bad = scores(task, "model", "sound"), scores(task, "vacuous", "gamed")
    assert [(g, b) for g, b in product(good, bad) if good[g] <= bad[b]] == []


@each_task
def test_a_vacuous_text_earns_nothing_and_a_gamed_one_at_most_half(task):
    assert set(scores(task, "vacuous").values()) == {0}
    assert max(scores(task, "gamed").values()) <= 0.5


def test_few_sound_texts_are_blamed():
    good = [text for text in TEXTS if text["kind"] in ("model", "sound")]
    blamed = [text["id"] for text in good if judge(TASKS[text["task"]], text["text"]).score < 1]
    assert len(blamed) <= 0.04 * len(good), blamed


def test_few_sentences_are_judged_wrong():
    sound = {row["id"]: found(row["task"], row["text"]) for row in SENTENCES if row["sound"]}
    unsound = {row["id"]: found(row["task"], row["text"]) for row in SENTENCES if not row["sound"]}
    blamed = {name: told for name, told in sound.items() if told}
    passed = [name for name, told in unsound.items() if not told]
    assert len(blamed) <= 0.03 * len(sound), blamed
    assert len(passed) <= 0.03 * len(unsound), passed


@each_task
def test_the_program_gives_a_quarter_of_a_written_task_at_most(task):
    for one in assignments(ROOT / "solutions"):
        for each in one.tasks:
            if each.question.id == task:
                assert each.points <= (each.points + RUBRIC_MAX * len(each.rubric)) / 4


@each_task
def test_every_written_task_needs_something(task):
    assert TASKS[task].fields.needs >= 2


@each_declared
def test_the_figures_declared_for_a_text_stand_in_it(task):
    one = TASKS[task]
    told = [(figure.low, figure.high, figure.approx) for figure in figures_in(one.ground.text)]
    words = {
        word.casefold() for span in spans.words(one.ground.text) for word in parts(span.of(one.ground.text))
    }
    for fact in one.given.held.facts:
        assert (fact.low, fact.high, fact.approx) in told, fact
        names = {word.removeprefix("=").casefold() for name in fact.who for word in map(bare, name.split())}
        assert names <= words | {"report", "statement", "agency", "medical"}, names - words
        assert not fact.side or fact.side.casefold() in words


@each_task
def test_looking_a_text_over_takes_milliseconds_and_is_linear(task):
    one, text = TASKS[task], TASKS[task].solution()
    one.look_over(text)

    def seconds(words):
        begun = time.process_time()
        one.look_over(words)
        return time.process_time() - begun

    once = min(seconds(text) for _ in range(3))
    assert once < 0.1  # 5 ms on a quiet machine
    assert min(seconds(f"{text} " * 8) for _ in range(2)) < 8 * 3 * max(once, 0.002)


@pytest.mark.parametrize(
    ("task", "text", "told"),
    [
        ("04-write-range", "Kyrgyzstan reported 35 deaths on 18 September 2022.", "Speakers: no report"),
        ("04-write-range", "Tajikistan’s Foreign Ministry reported 35 injured on 18 September 2022.", "Units:"),
        ("04-write-range", "By 17 September 2022 Tajikistan’s Foreign Ministry reported 35 dead.", "Time: “35”"),
        ("05-write-alt", "Reuters, as TRT World printed it, had at least 71 killed.", "Bounds: “at least 71”"),
        ("05-write-alt", "Agence France-Presse reported at least 94 dead on the Tajik side.", "Sides:"),
        ("e2-write", "So 84 people were hurt, the hospital’s 53 and the clinic’s 31.", "Sums: “84”"),
        ("e1-write", "The ministry of Estrel reported 21 dead.", "Numbers: “21” stands in no report"),
        ("e1-write", "The figure of at least 12, the ministry said, is confirmed.", "Certainty: “confirmed”"),
        ("08-account", "Kyrgyzstan’s forces attacked first.", "Blame: “Kyrgyzstan’s forces attacked”"),
        ("06-memo", "The article dropped “quick” in order to please readers.", "Reasons:"),
        ("06-memo", "The article adds “exclusively”.", "Changes: “exclusively” was not added"),
        ("07-rewrite", "Fighting erupted on Wednesday.", "Forbidden: “erupted”"),
        ("07-rewrite", "Fighting began as authorities accused forces of destroying a mosque.", "Joins: “as”"),
        ("07-rewrite", "On Wednesday Russia sent soldiers.", "Added: “soldiers”"),
    ],
)  # fmt: skip
def test_each_kind_of_fault_is_told_in_one_clear_sentence(task, text, told):
    assert [message for message in found(task, text) if message.startswith(told)], found(task, text)


SWAPS = [
    ("Kyrgyzstan", "Tajikistan"),
    ("Ottavane", "Yarrode"),
    ("Norvaske", "Ellandry"),
    ("Ilvaine", "Sethmark"),
]
NUMBER = re.compile(r"(?<![\d:.,])\b\d{2}\b(?![:\d.,]| (?:September|October|May|August|July)| ?p\.m)")


def spoiled(text):
    """Yield *text* with one thing in it made untrue: a floor, a side, a day, an hour, each of its numbers."""
    yield re.sub(r"\b(?:at least|no fewer than) (?=\w)", "", text, count=1, flags=re.IGNORECASE)
    for one, other in SWAPS:
        if one in text and other in text:
            yield other.join(part.replace(other, one) for part in text.split(one))
    for said, told in (("18 September", "14 September"), ("11 October", "8 October"), ("20:00", "9:00")):
        yield text.replace(said, told)
    for match in NUMBER.finditer(text):
        yield f"{text[: match.start()]}{int(match[0]) + 8}{text[match.end() :]}"
        yield f"{text[: match.end()]}, which has been confirmed,{text[match.end() :]}"


@pytest.mark.slow("what is told of sound texts in which one thing was made untrue")
def test_nine_in_ten_sound_texts_with_one_thing_made_untrue_are_told():
    good = [text for text in TEXTS if text["kind"] in ("model", "sound")]
    made = [(one["task"], text) for one in good for text in spoiled(one["text"]) if text != one["text"]]
    passed = [text for task, text in made if not any(f.untrue for f in TASKS[task].look_over(text).faults)]
    assert len(made) > 250
    assert len(passed) <= 0.1 * len(made), passed


IN_ANY_WORDING = [
    "{K}: {a}; {T}: {b}, as of 18 September 2022.",
    "{a} deaths were reported by {K}’s Health Ministry on 18 September 2022, {b} by {T}’s Foreign Ministry.",
    "By 18 September 2022 there were {a} ({K}’s Health Ministry) and {b} dead ({T}’s Foreign Ministry).",
    "While {K}’s Health Ministry reported {a} deaths on 18 September 2022, {T}’s Foreign Ministry reported {b}.",
    "On 18 September 2022 {K} and {T} reported {a} and {b} deaths respectively.",
    "{K}’s {a} and {T}’s {b} dead, both of 18 September 2022, are not counted alike.",
    "From {K} came the figure of {a}, from {T} that of {b}, both on 18 September 2022.",
    "{a} people, said {K}; {b} people, said {T}, on 18 September 2022.",
    "Kyrgyz officials spoke of {a} dead, Tajik officials of {b}, on 18 September 2022.",
    "With {a} on the list of {K}’s Health Ministry and {b} on that of {T}’s Foreign Ministry, Sunday ended.",
    "{a} Kyrgyz and {b} Tajik citizens had been killed by 18 September 2022, say the two governments.",
]


@pytest.mark.parametrize("wording", IN_ANY_WORDING)
@pytest.mark.parametrize(("first", "second"), [("59", "35"), ("fifty-nine", "thirty-five")])
def test_sides_are_told_apart_in_any_usual_wording(wording, first, second):
    sides = {"K": "Kyrgyzstan", "T": "Tajikistan"}
    assert found("04-write-range", wording.format(a=first, b=second, **sides)) == []
    assert found("04-write-range", wording.format(a=second, b=first, **sides))


def sure(task, said):
    return [message for message in found(task, said) if message.startswith("Certainty:")]


@pytest.mark.parametrize("number", ["59", "fifty-nine"])
@pytest.mark.parametrize(
    ("claimed", "denied"),
    [
        ("The BBC confirmed the {n}.", "Nobody confirmed the {n}."),
        ("The {n} are proved.", "The {n} are not proved."),
        ("The {n} have been verified.", "The {n} have not been verified by anybody."),
        ("It is established that {n} people died.", "It has yet to be established that {n} people died."),
        ("That {n} people died is certain.", "Nobody can be certain of the {n}."),
        ("The BBC checked the {n}.", "The BBC could not check the {n}."),
        ("The BBC could verify the {n}.", "The BBC was unable to verify the {n}."),
        ("The {n} were independently confirmed.", "Without confirmation the {n} were printed."),
        ("The {n} are beyond doubt.", "Whether the {n} are right has not been checked."),
    ],
)
def test_a_sure_word_is_told_in_all_its_forms_and_not_where_it_is_denied(claimed, denied, number):
    assert sure("08-account", claimed.format(n=number))
    assert not sure("08-account", denied.format(n=number))


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Nobody confirmed the 59 deaths.", ""),
        ("It is certain that 59 died.", "is certain"),
        ("Whether the 59 are proved is open.", ""),
        ("The 59 were checked by nobody.", ""),
        ("The true number is not known; Kyrgyzstan reported 59.", ""),
        ("“Confirmed” is too much for 59.", ""),
        ("The agency verified the 59.", "verified"),
    ],
)
def test_a_sure_word_is_told_unless_it_is_denied_or_quoted(said, kept):
    assert sure("08-account", said) == (
        [f"Certainty: “{kept}” says more than any report here. Who confirmed it, and how?"] if kept else []
    )


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("from fifty-nine up to ninety-four people", [(59, 94)]),
        ("at least 59 and at most 94 people", [(59, 94)]),
        ("from 24 on 16 September to 63 on 28 September", [(24,), (63,)]),
        ("between three and a quarter past four, eleven bodies", [(11,)]),
        ("by nine o’clock 53 people", [(53,)]),
        ("two ministries, four points and 41 a day later", [(41,)]),
    ],
)
def test_ranges_are_one_figure_and_hours_and_things_are_none(text, values):
    assert [told.values for told in read_text(text, Names([], {})).figures] == values


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("54 people killed at the very least", 54, None),
        ("a floor of 54", 54, None),
        ("54, 71 and at least 81", 54, 54),
        ("94 at the most", None, 94),
    ],
)
def test_a_bound_may_stand_further_off(text, low, high):
    figure = read_text(text, Names([], {})).figures[0].figure
    assert (figure.low, figure.high) == (low, high)


def test_a_text_with_nothing_in_it_earns_nothing(case):
    accepted = "The health office said that it had treated 18 people; the radio reported at least 30."
    asked = question(case, "writing", DAM, at_least=10, at_most=20, needs=2, checks=["length", "speakers"], accept=[accepted])  # fmt: skip
    assert score(asked, asked.solution()) == 1
    for empty in (
        "I do not know.",
        "word " * 15,
        "The health office said that it had treated 18 people. " * 2,
    ):
        assert score(asked, empty) == 0
    assert judge(asked, "word " * 15).feedback.startswith("Figures: your text has none of the figures")
    long = f"{asked.solution()} The radio said no more than that."
    assert "So far off" not in judge(asked, long).feedback
    assert score(asked, long) == pytest.approx(7 / 8)
    assert score(asked, f"{long} {long}") == 0


def test_a_line_break_inside_a_paragraph_ends_no_sentence(case):
    asked = question(case, "writing", DAM, at_most=40, checks=["length", "speakers"], accept=["x"])
    assert score(asked, "The health office said\nthat it had treated\r\n18 people.") == 1
    assert score(asked, "The health office said it.\n\n18 people were treated.") < 1


@pytest.mark.parametrize("when", ["at noon", "by midnight", "today", "yesterday", "this morning", "At dawn"])
def test_an_hour_in_words_is_a_time(case, when):
    asked = question(case, "writing", DAM, at_most=40, checks=["as_of"], accept=["x"])
    assert score(asked, f"{when} 18 people were treated.") == 1
    assert score(asked, "18 people were treated.") < 1


@pytest.mark.parametrize(
    "held",
    [
        "from 59 to 94",
        "59–94",
        "59 up to 94",
        "no fewer than 59 and no more than 94",
        "at least 59, at most 94",
    ],
)
def test_a_range_may_be_told_in_any_usual_wording(held):
    assert not [fault for fault in TASKS["04-write-range"].look_over(f"Killed were {held} people.").faults if fault.check == "range"]  # fmt: skip


@pytest.mark.parametrize("half", ["at least 94; 59 of them", "at least 59", "up to 94"])
def test_one_end_of_a_range_is_not_both(half):
    assert [fault for fault in TASKS["04-write-range"].look_over(f"Killed were {half} people.").faults if fault.check == "range"]  # fmt: skip


def test_a_long_sentence_that_was_not_changed_is_flagged(case):
    taken = next(s.of(case.text) for s in spans.sentences(case.text) if "mosque" in s.of(case.text))
    told = found("07-rewrite", f"I write: it was so. {taken}")
    assert any(message.startswith("Unchanged: “The fighting") for message in told)
    assert not any(
        m.startswith("Unchanged") for m in found("07-rewrite", f"The article says: {taken[4:60]}.")
    )


def test_quotations_are_counted_and_a_word_or_a_bound_between_marks_is_none():
    quoted = "“prevent further escalation” and “a quick settlement of the situation”"
    assert any(
        message.startswith("Quotations: there are 2; quote once") for message in found("08-account", quoted)
    )
    assert found("08-account", "“At least” and “exclusively peaceful political and diplomatic means”.") == []


def test_a_word_between_marks_may_have_another_ending():
    assert found("e4-memo", "The ministry “demanded”.") == []
    assert found("e4-memo", "The ministry “begged”.")
