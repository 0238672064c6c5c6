"""judge() accepts right answers in any fair form, gives part of the score for parts, and never crashes."""

import json
import math
from contextlib import suppress

import matplotlib.pyplot as plt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.charts.facts import facts
from whosays.questions import TYPES, Question, judge
from whosays.questions.question import Ground
from whosays.questions.reply import reply

DAM = "Fighting broke out. The health office said it had treated 18 people. At least 30 were hurt, the radio reported."


def question(case, kind: str, text: str | None = None, **entry) -> Question:
    ground = Ground("A text", text or case.text, text is not None, case.rows)
    if text:
        entry["text"] = "made_up"
    common = {
        "id": "01-x",
        "type": kind,
        "rung": "alone",
        "sound": "neither",
        "prompt": "What?",
        "hint": "The idea.",
    }
    return TYPES[kind]({**common, **entry}, "01_x", ground)


OPTIONS = [
    {"id": "a", "text": "A", "right": "Because."},
    {"id": "b", "text": "B", "wrong": "Look again.", "misconception": "M13"},
    {"id": "c", "text": "C", "wrong": "No."},
]


def one_of_each(case) -> dict[str, Question]:
    """Return a question of every type, the same for every test that wants them all."""
    claims = [{"claim": "c13"}, {"claim": "c06"}]
    labels = {"speaker": "speaker", "cue": "cue"}
    marks = [
        {"words": "The health office", "label": "speaker"},
        {"words": "said", "label": "cue", "reason": "hands over"},
    ]
    verdicts = [
        {"id": "supported", "wrong": "More than it says.", "misconception": "M4"},
        {"id": "says_less", "right": "It says less."},
        {"id": "not_supported", "wrong": "It does say something.", "misconception": "M12"},
    ]
    made = {
        "agents": question(case, "agents", DAM, marks=[{"words": "Fighting broke out", "label": "no_agent"}]),
        "bounds": question(case, "bounds", phrases=["at least 94 people", "almost 50", "about 30"]),
        "chart": question(case, "chart"),
        "choice": question(case, "choice", options=OPTIONS, words=["as per BBC"]),
        "choices": question(case, "choices", options=[*OPTIONS, {"id": "d", "text": "D", "right": "Also so."}]),
        "ledger": question(case, "ledger", rows=claims),
        "marks": question(case, "marks", DAM, labels=labels, marks=marks),
        "order": question(case, "order", items=[{"id": i, "text": i.upper()} for i in "pqrs"], ties=[["q", "r"]]),
        "overlap": question(case, "overlap", first="59", second="35", options=OPTIONS),
        "predict": question(case, "predict", options=[{"id": "a", "text": "A", "note": "Look for A."}], sentence=True),
        "quote_check": question(case, "quote_check", quoted="peaceful and diplomatic means"),
        "relation": question(case, "relation", figures=["1", "2"], options=[
            {"id": "same", "also": "if both count alike"}, {"id": "subset", "right": "A part."},
            {"id": "later", "wrong": "One hour."}, {"id": "cannot_tell", "wrong": "The rows do tell."}]),
        "relays": question(case, "relays", figure="killed_both", tellers=["bbc", "republic_world"],
                           **{"from": ["kgz_health", "tjk_mfa", "bbc", "not_said"]}),
        "slots": question(case, "slots", rows=[{"wording": "w02"}, {"wording": "w05"}]),
        "tally": question(case, "tally", rows=[{"id": "k", "label": "Kyrgyz side", "side": "KGZ"}, {"id": "t", "label": "Tajik side", "side": "TJK"}],
                          columns=[{"id": "acc", "label": "Accusations", "kinds": ["accusation"]}]),
        "unit_and_clock": question(case, "unit_and_clock", rows=[{"claim": "c13"}], columns=["event_time", "report_time"],
                                   choices={c: {"not_said": "the text does not say", "2022-09-18": "18 September"} for c in ("event_time", "report_time")},
                                   wrong=[{"why": "The saying has a day, the deaths have none."}]),
        "value": question(case, "value", value=94, hint="Add.", wrong=[{"value": 59, "why": "One list."}]),
        "verdict": question(case, "verdict", claim="59 died.", options=verdicts),
        "writing": question(case, "writing", at_least=5, at_most=40, checks=["length", "numbers", "speakers", "as_of", "bounds", "quotes"],
                            accept=["Tajikistan reported 35 citizens killed by 19 September 2022."]),
    }  # fmt: skip
    assert set(made) == set(TYPES)
    return made


@pytest.fixture(scope="module")
def each(case):
    return one_of_each(case)


def score(question: Question, answer) -> float:
    return judge(question, answer).score


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["a", "b", "answer", "c13.speaker"]),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text(max_size=8) | st.sampled_from(["low", "high", "assume", "verdict", "changed", "start", "end", "label", "words", "p1.low", "choice", "c13.cue", "bbc", "w02.change", "k.acc"]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


JUNK = [None, True, 0, 1e308, "", "nonsense", [], {}, [[]], {"x": 1}, [{"label": "cue"}]]


@given(answer=JSON, kind=st.sampled_from(sorted(TYPES)))
def test_any_json_value_gives_a_result_or_a_value_error(each, answer, kind):
    try:
        result = judge(each[kind], answer)
    except ValueError as error:
        assert str(error)
    else:
        assert 0 <= result.score <= 1
        assert math.isfinite(result.score)
        assert result.feedback or result.score == 1 or kind == "marks"


@pytest.mark.parametrize("kind", sorted(TYPES))
@pytest.mark.parametrize("junk", JUNK)
def test_junk_never_counts_as_right(each, kind, junk):
    with suppress(ValueError):
        assert judge(each[kind], junk).score < 1 or (kind == "predict")


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_every_question_can_be_shown_and_solved(each, kind):
    shown = each[kind]
    json.dumps([control._asdict() for control in shown.controls()])
    assert shown.solution() or kind == "predict"
    assert len(shown.version) == 8
    assert shown.unexplained() == []


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("choice", "a"),
        ("choices", ["d", "a"]),
        ("verdict", "says_less"),
        ("relation", "subset"),
        ("relation", "same"),
        ("bounds", {"p1.low": "94", "p1.high": "not known", "p2.low": "Unknown", "p2.high": 49, "p3.low": "about 30", "p3.high": "About 30"}),
        ("bounds", {"p1.low": "at least 94", "p1.high": "-", "p2.low": "none", "p2.high": "almost 50", "p3.low": 30, "p3.high": "30"}),
        ("ledger", {"c13.speaker": "kyrgyzstan", "c13.carrier": "bbc", "c13.cue": "said", "c13.attribution": "attributed",
                    "c06.speaker": "not_said", "c06.carrier": "bbc", "c06.cue": "as per", "c06.attribution": "carrier_only"}),
        ("ledger", {"c13.speaker": "kyrgyzstan", "c13.carrier": "not_said", "c13.cue": "said", "c13.attribution": "attributed",
                    "c06.speaker": "not_said", "c06.carrier": "bbc", "c06.cue": "as per", "c06.attribution": "carrier_only"}),
        ("slots", {"w02.change": "reworded", "w02.meaning": "same", "w05.change": "dropped", "w05.meaning": "differs"}),
        ("tally", {"k.acc": 0, "t.acc": "3"}),
        ("unit_and_clock", {"c13.event_time": "not_said", "c13.report_time": "2022-09-18"}),
        ("overlap", {"low": "59", "high": 94, "assume": ["a"]}),
        ("quote_check", {"verdict": "altered", "changed": " Political "}),
        ("relays", {"bbc": ["tjk_mfa", "kgz_health"], "republic_world": ["bbc"]}),
        ("order", ["p", "q", "r", "s"]),
        ("order", ["p", "r", "q", "s"]),
        ("marks", [{"words": "health office", "label": "speaker"}, {"words": "said", "label": "cue"}]),
        ("agents", [{"start": 0, "end": 18, "label": "no_agent"}]),
        ("predict", {"sentence": "Because people were counted later."}),
        ("writing", "Kyrgyzstan and Tajikistan reported figures on 18 September that leave between 59 and 94 people killed."),
        ("writing", "In the first of two retellings, Kyrgyzstan said that 59 people had been killed by 18 September."),
        ("writing", "As of 19 September 2022 Tajikistan had reported 35 of its citizens killed and at least 20 people injured."),
        ("writing", "Kyrgyzstan reported 59 people killed. The statement speaks of “exclusively peaceful political and diplomatic means”. All this is of 18 September."),
    ],
)  # fmt: skip
def test_a_right_answer_is_accepted_in_variant_form(each, kind, answer):
    result = judge(each[kind], answer)
    assert (result.score, result.misconception) == (1, None), result.feedback


@pytest.mark.parametrize(
    ("kind", "answer", "misconception"),
    [
        ("choice", "b", "M13"),
        ("choices", ["a", "b"], "M13"),
        ("verdict", "not_supported", "M12"),
        ("relation", "later", None),
        ("bounds", {"p1.low": "94", "p1.high": "94"}, "M6"),
        ("bounds", {"p1.low": "95", "p1.high": "not known", "p2.low": "?", "p2.high": 50, "p3.low": 30, "p3.high": 30}, "M6"),
        ("ledger", {"c06.speaker": "bbc"}, "M13"),
        ("slots", {"w05.change": "kept"}, None),
        ("tally", {"k.acc": 1, "t.acc": 3}, None),
        ("unit_and_clock", {"c13.event_time": "2022-09-18"}, None),
        ("overlap", {"low": 94, "high": 94, "assume": ["a"]}, "M5"),
        ("overlap", {"low": 59, "high": 94, "assume": ["a", "b"]}, "M13"),
        ("quote_check", {"verdict": "verbatim", "changed": "none"}, "M2"),
        ("quote_check", {"verdict": "altered", "changed": "and"}, None),
        ("relays", {"bbc": ["not_said"], "republic_world": ["bbc"]}, None),
        ("order", ["s", "q", "r", "p"], None),
        ("marks", [{"words": "the radio", "label": "speaker"}], None),
        ("agents", [{"words": "the radio reported", "label": "no_agent"}], None),
        ("writing", "At least 94 people died.", None),
        ("writing", "The article reported on 18 September that 59 people had been killed.", None),
        ("writing", "Tajikistan said on 18 September that exactly 94 people were killed on both sides of it.", None),
        ("writing", "Tajikistan said on 18 September 2022 that 412 people were killed on both sides.", None),
        ("writing", "Putin called for “peaceful and orderly means” on 18 September, the statement said.", None),
    ],
)  # fmt: skip
def test_a_known_wrong_answer_is_rejected_with_its_misconception(each, kind, answer, misconception):
    result = judge(each[kind], answer)
    assert result.score < 1
    assert result.feedback
    assert misconception in (None, result.misconception)


def test_scores_are_given_for_parts(each):
    assert score(each["choices"], ["a"]) == pytest.approx(3 / 4)
    assert score(each["tally"], {"k.acc": "0"}) == pytest.approx(1 / 2)
    assert score(each["quote_check"], {"verdict": "altered", "changed": "peaceful"}) == pytest.approx(1 / 2)
    assert score(each["order"], ["q", "p", "r", "s"]) == pytest.approx(4 / 5)
    # one of three arrows right, two drawn: F1 = 2 / (2 + 3)
    assert score(each["relays"], {"bbc": ["kgz_health", "bbc"]}) == pytest.approx(2 / 5)
    # one of two marks, one drawn: 2 / 3; under another label it counts half
    assert score(each["marks"], [{"words": "said", "label": "cue"}]) == pytest.approx(2 / 3)
    assert score(each["marks"], [{"words": "said", "label": "speaker"}]) == pytest.approx(1 / 3)


def test_marks_count_by_overlap(each):
    office = {"label": "speaker", "start": DAM.index("The health"), "end": DAM.index(" said")}
    cue = {"words": "said", "label": "cue"}
    assert score(each["marks"], [office, cue]) == 1
    wide = {**office, "end": DAM.index(" treated")}  # 17 of 29 characters shared
    assert score(each["marks"], [wide, cue]) == pytest.approx(2 * 1.5 / 4)
    far = {**office, "end": len(DAM)}
    assert score(each["marks"], [far, cue]) == pytest.approx(2 / 4)


def test_any_word_of_a_gap_names_what_fell_out(case):
    said, quoted = "We open the gate, if both of them ask for it, at noon.", "We open the gate, at noon"
    made = question(case, "quote_check", quoted=quoted, statement=said)
    for changed in ("if", "both", "if both of them ask for it"):
        assert score(made, {"verdict": "altered", "changed": changed}) == 1
    for changed in ("gate", "the", "", "none"):
        assert score(made, {"verdict": "altered", "changed": changed}) == pytest.approx(1 / 2)


@pytest.mark.parametrize(
    ("changed", "worth"),
    [
        ("quick is gone", 1),
        ("“quick” fell out", 1),
        ("the word quick was left out", 1),
        ("quick has been dropped", 1),
        ("missing: quick", 1),
        ("omitted quick", 1),
        ("a word is gone", 0.5),
        ("settlement is gone", 0.5),
        ("gone", 0.5),
    ],
)
def test_a_word_may_be_named_with_what_became_of_it(case, changed, worth):
    made = question(case, "quote_check", quoted="to take steps for a settlement of the situation")
    assert "“quick” is gone" in made.solution()
    assert score(made, {"verdict": "altered", "changed": changed}) == worth


def test_a_label_may_hold_under_a_condition_that_is_shown(case):
    also = {"row": "w02", "column": "change", "value": "strengthened", "when": "if it presses"}
    made = question(case, "slots", rows=[{"wording": "w02"}], also=[also])
    ours = {"w02.change": "reworded", "w02.meaning": "arguable"}
    assert score(made, ours) == score(made, {**ours, "w02.change": "strengthened"}) == 1
    assert score(made, {**ours, "w02.change": "softened"}) == pytest.approx(1 / 2)
    assert any("strengthened: if it presses" in told for told in made.conditions(ours))
    for wrong in ({"column": "meaning"}, {"row": "w99"}, {"value": "louder"}):
        with pytest.raises(ValueError, match="has no option"):
            score(question(case, "slots", rows=[{"wording": "w02"}], also=[{**also, **wrong}]), ours)


def test_a_prediction_may_name_what_is_predicted(case):
    options = [{"id": "a", "text": "A"}]
    made = [question(case, "predict", options=options, **more) for more in ({}, {"label": "How wide it is"})]
    assert [q.controls()[0].label for q in made] == ["Your guess", "How wide it is"]


def test_one_arrow_too_many_is_told_as_that(each):
    ours = {"bbc": ["kgz_health", "tjk_mfa"], "republic_world": ["bbc"]}
    told = judge(each["relays"], {**ours, "republic_world": ["bbc", "tjk_mfa"]}).feedback
    assert told.startswith("All of ours are among yours; one arrow is too many.")


def test_feedback_of_a_first_wrong_try_does_not_give_the_answer_away(each):
    assert "94" not in judge(each["bounds"], {"p1.low": "90"}).feedback.replace("at least 94", "")
    assert "political" not in judge(each["quote_check"], {"verdict": "altered", "changed": "x"}).feedback


def test_results_point_at_the_words(case, each):
    result = judge(each["choice"], "b")
    assert [span.of(case.text) for span in result.spans] == ["as per BBC"]


@pytest.mark.parametrize("confidence", [49, 101, 75.5, True, "80", -1])
def test_a_confidence_off_the_scale_is_refused(each, confidence):
    with pytest.raises(ValueError, match="50 to 100"):
        judge(each["choice"], "a", confidence)


def test_confidence_never_changes_the_score(each):
    assert judge(each["choice"], "a", 50) == judge(each["choice"], "a", 100) == judge(each["choice"], "a")


def test_an_order_is_never_shown_solved(case):
    for size in range(3, 7):
        items = [{"id": f"i{n}", "text": str(n)} for n in range(size)]
        shown = question(case, "order", items=items)
        assert score(shown, shown.shown) < 1


def test_a_question_keeps_its_version_when_only_an_explanation_changes(case):
    one = question(case, "choice", options=OPTIONS, reason="x", accept=["a"])
    assert question(case, "choice", options=OPTIONS, reason="y", accept=["a"]).version == one.version
    assert question(case, "choice", options=OPTIONS[:2]).version != one.version


def test_a_version_with_a_salt_says_nothing_to_whoever_guesses_the_key(case):
    plain, salted, other = (question(case, "choice", options=OPTIONS) for _ in range(3))
    salted.salt, other.salt = "5a17", "5a18"
    assert len({plain.version, salted.version, other.version}) == 3
    assert salted.versions == {salted.version, plain.version}  # what was handed out before still fits


def told(question: Question, answer, tries: int = 1) -> list[str]:
    return reply(question, answer, judge(question, answer), tries).lines


@pytest.fixture(scope="module")
def with_optional(case):
    """Return a question with two marks to find, and one that is fair and not asked for."""
    marks = [
        {"words": "The health office", "label": "speaker"},
        {"words": "said", "label": "cue", "reason": "hands over"},
        {"words": "the radio", "label": "speaker", "optional": True},
    ]
    return question(case, "marks", DAM, labels={"speaker": "Speaker", "cue": "Cue"}, marks=marks)


OFFICE, SAID = {"words": "The health office", "label": "speaker"}, {"words": "said", "label": "cue"}


def test_a_mark_that_is_fair_counts_only_under_another_label(with_optional):
    assert score(with_optional, [OFFICE, SAID]) == 1
    assert score(with_optional, [OFFICE, SAID, {"words": "the radio", "label": "speaker"}]) == 1
    off = [OFFICE, SAID, {"words": "the radio", "label": "cue"}]
    assert score(with_optional, off) == pytest.approx(4 / 5)
    assert told(with_optional, off) == [
        "2 of our 2 marks are among yours, and 1 of yours is not among ours. The idea."
    ]
    assert score(with_optional, [{"words": "the radio", "label": "speaker"}]) == 0


def test_marks_that_are_all_fair_and_not_asked_for_are_right(case):
    free = [{"words": "said", "label": "cue", "optional": True}]
    shown = question(case, "marks", DAM, labels={"cue": "Cue"}, marks=free)
    assert score(shown, [SAID]) == 1
    assert score(shown, [OFFICE | {"label": "cue"}]) == 0


def test_marks_are_told_from_what_is_missing_on_and_both_labels_of_one_that_is_nearly_right(with_optional):
    answer = [{"words": "said", "label": "speaker"}, {"words": "30", "label": "cue"}]
    assert [line for line in told(with_optional, answer, 2) if " · " in line] == [
        "Only ours · Speaker: “The health office”",
        "Only yours · Cue: “30” — we did not mark it. What speaks for it?",
        "Nearly · yours, Speaker: “said”; ours, Cue: “said” — hands over",
    ]
    assert told(with_optional, [SAID])[0].startswith("1 of our 2 marks is among yours.")


@pytest.mark.parametrize(
    ("kind", "answer", "begins", "ends"),
    [
        ("tally", {"k.acc": 0}, "1 of 2 holds. Still open: “Accusations” of “Tajik side”.", ""),
        ("tally", {"k.acc": 4, "t.acc": 5}, "0 of 2 hold. Look again at “Accusations” of “Kyrgyz side”.", "1 more does not hold."),
        ("bounds", {"p1.low": 1, "p1.high": 2, "p2.low": 3}, "0 of 6 hold.", "2 more do not hold and 3 are still open."),
        ("bounds", {"p1.low": 94}, "1 of 6 holds. Still open: “At the most” of “at least 94 people”, and 4 more.", ""),
        ("slots", {"w05.change": "kept"}, "0 of 4 hold. Look again at “Change” of ", "3 are still open."),
        ("relays", {"bbc": ["kgz_health"]}, "1 of 3 arrows holds.", ""),
    ],
)  # fmt: skip
def test_a_first_wrong_try_is_told_how_many_hold_and_how_many_more_do_not(each, kind, answer, begins, ends):
    [line] = told(each[kind], answer)
    assert line.startswith(begins)
    assert line.endswith(ends)


def test_conditions_are_told_once_each_and_not_of_the_answer_that_is_shown(case):
    names = list(case.claims.index[case.claims["carrier_basis"] == "implied"][:2])
    shown = question(case, "ledger", columns=["speaker", "carrier"], rows=[{"claim": c} for c in names])
    ours = {name: next(iter(cell.right)) for name, cell in shown.cells.items()}
    first = shown.cells[f"{names[0]}.speaker"]
    wrong = next(value for value in first.options if value not in first.right)
    also = [
        line
        for line in told(shown, ours | {f"{names[0]}.speaker": wrong}, 2)
        if line.startswith("Also accepted.")
    ]
    assert len(also) == len({line.rpartition(": ")[2] for line in also}) == 2
    assert not any("if you keep to the words" in line for line in also)  # that is ours, and it is shown
    assert all(line.count("“Carrier”") == 1 and line.count("”; “") == 1 for line in also)  # two rows
    other = told(shown, ours | {f"{name}.carrier": case.claims.loc[name, "carrier"] for name in names})
    assert any("if you keep to the words" in line for line in other)
    assert not any("we inferred it" in line for line in other)


def test_values_of_a_cell_with_one_condition_share_a_line(case):
    row = next(name for name, values in case.wording.iterrows() if values["meaning"] == "arguable")
    shown = question(case, "slots", rows=[{"wording": row}], columns=["meaning"])
    [line] = [line for line in told(shown, {f"{row}.meaning": "arguable"}) if line.startswith("Also")]
    assert ", same or differs: " in line


def test_quotation_marks_are_not_doubled(case):
    words = "He told “Radio One” of “provocations”"
    row = {"id": "a", "words": words, "speaker": "he", "carrier": "none", "cue": "told"}
    shown = question(
        case, "ledger", DAM, rows=[row], columns=["speaker"], choices={"speaker": {"he": "He", "she": "She"}}
    )
    assert "of “He told ‘Radio One’ of ‘provocations’”." in told(shown, {"a.speaker": "she"})[0]
    items = [{"id": "a", "text": "“No,” said one"}, {"id": "b", "text": 'Another: "Yes"'}]
    shown = question(case, "order", items=items)
    assert "“‘No,’ said one”" in told(shown, ["b", "a"])[0]
    assert "“Another: ‘Yes’”" in told(shown, ["b", "a"])[0]


def test_a_claim_keeps_the_marks_around_a_part_of_it(case):
    rows = [
        {"id": "a", "words": "They spoke of “provocations.”", "speaker": "not_said"},
        {"id": "b", "words": "“to keep the peace", "speaker": "not_said"},
        {"id": "c", "words": "“Nobody came.”", "speaker": "not_said"},
    ]
    shown = question(case, "ledger", DAM, rows=rows, columns=["speaker"])
    names = [shown.row_name(row["id"]) for row in rows]
    assert names == ["They spoke of “provocations.”", "to keep the peace", "Nobody came."]


def test_a_chart_is_told_what_is_asked_and_never_our_answer(case):
    shown = question(case, "chart", clauses=["source", "zero"])
    facts = {"version": 1, "alt": "", "panels": [], "notes": []}
    lines = told(shown, facts, 2)
    assert "What is asked:" in lines
    assert not any("Our answer" in line for line in lines)
    assert [line.partition(":")[0] for line in lines[-2:]] == ["source", "zero"]
    one = question(case, "chart", clauses=["source"])
    assert told(one, facts, 2)[-2:] == ["What is asked:", one.solution()]


@pytest.mark.parametrize(
    ("phrase", "column", "value", "told"),
    [
        ("35 of its citizens", "low", "not known", "No word opens this number."),
        ("35 of its citizens", "high", "36", "No word opens this number."),
        ("almost 50", "low", "0", "0 is what you know about counting"),
        ("almost 50", "low", "49", "sets a ceiling and no floor"),
        ("about 30", "low", "20", "sets no end"),
    ],
)
def test_a_wrong_bound_is_told_what_the_words_do(case, phrase, column, value, told):
    asked = question(case, "bounds", phrases=[phrase])
    assert told in judge(asked, {f"p1.{column}": value}).feedback


def test_the_solution_of_an_approximate_figure_has_no_bounds(case):
    asked = question(case, "bounds", phrases=["about 30"])
    assert asked.solution() == "about 30 — At the least: not known, At the most: not known"
    assert score(asked, {"p1.low": 30, "p1.high": 30}) == 1


@pytest.mark.parametrize(
    ("low", "high", "worth"), [("30", "30", 1), ("?", "?", 1), ("30", "?", 0.5), ("?", "30", 0.5)]
)
def test_an_approximate_figure_is_read_in_one_way_at_both_ends(case, low, high, worth):
    asked = question(case, "bounds", phrases=["about 30"])
    result = judge(asked, {"p1.low": low, "p1.high": high})
    assert result.score == worth
    assert ("no limit on either side" in result.feedback) == (worth < 1)


def also_asked(case, **other):
    also = {
        "row": "c13",
        "column": "counted",
        "value": "not_said",
        "when": "if you keep to these words",
    } | other
    choices = {
        "counted": {
            "people killed, Kyrgyz side": "on the Kyrgyz side",
            "not_said": "not said",
            "both": "both",
        }
    }
    return question(
        case, "unit_and_clock", rows=[{"claim": "c13"}], columns=["counted"], choices=choices, also=[also]
    )


def test_a_cell_may_have_a_second_right_value_under_a_condition(case):
    asked = also_asked(case)
    assert [
        score(asked, {"c13.counted": value}) for value in ("people killed, Kyrgyz side", "not_said", "both")
    ] == [1, 1, 0]
    assert "if you keep to these words" in asked.conditions({"c13.counted": "people killed, Kyrgyz side"})[0]
    assert "on the Kyrgyz side" in asked.solution()


@pytest.mark.parametrize("other", [{"row": "c14"}, {"column": "event_time"}, {"value": "nobody"}])
def test_a_second_right_value_stands_in_a_cell_that_is_asked(case, other):
    with pytest.raises(ValueError, match=r"also: c1.* has no option"):
        score(also_asked(case, **other), {"c13.counted": "both"})


def test_a_known_overlap_is_used_in_the_hint(case):
    asked = question(case, "overlap", first="18", second="11", overlap=4, options=OPTIONS)
    for low, high in ((25, 29), (18, 25)):
        hint = judge(asked, {"low": low, "high": high, "assume": ["a"]}).feedback
        assert hint.startswith("Fewest and most: you know how many are on both lists.")
    assert score(asked, {"low": 25, "high": 25, "assume": ["a"]}) == 1


TWO = ["r020", "r035", "r058", "r045", "r049", "r051", "r086"]
KYRGYZ, TAJIK = "Kyrgyz Health Ministry", "Tajik Foreign Ministry"


def drawn(case, *series, times: int = 1) -> dict:
    """Return the facts of a chart with a line for each label and ids of rows in *series*."""
    figure, ax = plt.subplots()
    for label, rows in series:
        taken = case.reports.loc[rows]
        ax.step(taken["reported"], taken["value"] * times, where="post", label=label)
    ax.set_ylabel("Deaths reported (people)")
    if any(label for label, _ in series):
        ax.legend()
    plt.close(figure)
    return facts(figure)


@pytest.mark.parametrize(
    ("series", "times", "told"),
    [
        ([(KYRGYZ, TWO[:3]), (TAJIK, TWO[3:])], 1, ""),
        ([(KYRGYZ, TWO[:3]), (TAJIK, ["r051", "r045", "r049", "r086"])], 1, ""),  # one day, any order
        ([(KYRGYZ, [*TWO[:3], "r081"]), (TAJIK, TWO[3:])], 1, ""),  # the same figure a day later
        ([(KYRGYZ, TWO[:2]), (TAJIK, TWO[3:])], 1, "not drawn: 59"),
        ([(KYRGYZ, ["r011", *TWO[:3]]), (TAJIK, TWO[3:])], 1, "a row that does not belong here: 2"),
        ([(KYRGYZ, TWO[:3]), (TAJIK, TWO[3:])], 10, "not drawn: 24, 33, 35, 36, 38, 41, 59"),
        ([(TAJIK, TWO[:3]), (KYRGYZ, TWO[3:])], 1, f"under '{TAJIK}' stands a figure that is not theirs: 24"),
        ([(KYRGYZ, TWO[2::-1]), (TAJIK, TWO[3:])], 1, f"'{KYRGYZ}' goes back in time: 59, 36, 24"),
    ],
)
def test_a_chart_draws_the_figures_of_its_rows_and_no_others(case, series, times, told):
    asked = question(case, "chart", clauses=["unit", "reported"], draws=TWO)
    result = judge(asked, drawn(case, *series, times=times))
    assert result.score == (pytest.approx(1 / 3) if told else 1), result.feedback
    assert told in result.feedback


def test_a_legend_names_series_that_have_no_label(case):
    asked = question(case, "chart", clauses=["unit"], draws=TWO)
    chart = drawn(case, ("", TWO[:3]), ("", TWO[3:]))
    assert score(asked, {**chart, "panels": [{**chart["panels"][0], "legend": [KYRGYZ, TAJIK]}]}) == 1
    swapped = {**chart, "panels": [{**chart["panels"][0], "legend": [TAJIK, KYRGYZ]}]}
    assert "not theirs" in judge(asked, swapped).feedback


def test_a_chart_says_that_its_rows_are_asked_for_and_not_which(case):
    asked = question(case, "chart", clauses=["unit"], draws=TWO)
    assert asked.solution().splitlines()[-1].startswith("rows: ")
    assert "59" not in asked.solution()
    empty = {"version": 1, "alt": "", "panels": [], "notes": []}
    assert score(asked, empty) == 0


@pytest.mark.parametrize(
    ("changed", "worth"),
    [
        ("heavy → all", 1),
        ("heavy became all", 1),
        ("heavy/all", 1),
        ("“heavy” instead of “all”", 1),
        ("heavy weapons", 1),
        ("weapons", 0.5),
        ("heavy guns", 0.5),
        ("not", 0.5),
        ("withdraw heavy weapons from the pass", 0.5),
    ],
)
def test_a_changed_word_may_be_named_with_what_it_became(case, changed, worth):
    said, quoted = "We ask to withdraw heavy weapons from the pass.", "withdraw all weapons from the pass"
    asked = question(case, "quote_check", quoted=quoted, statement=said)
    assert score(asked, {"verdict": "altered", "changed": changed}) == worth


def test_every_option_is_explained_on_a_line_of_its_own(each):
    assert judge(each["choices"], ["a", "d"]).feedback == "“A”: Because.\n“D”: Also so."
    assert told(each["choices"], ["a", "b", "c"])[:2] == ["“B”: Look again.", "“C”: No."]
    assert told(each["choices"], ["b"], 2) == [
        "“B”: Look again.",
        "Our answer:",
        "“A”: Because.",
        "“D”: Also so.",
    ]
    assert "Our answer: at least 59, at most 94; to assume: A" in told(
        each["overlap"], {"low": 59, "high": 94, "assume": ["b"]}, 2
    )


WEIR = (
    "The relief committee said on Monday that wells were dry. Officials have since confirmed it twice over."
)


@pytest.mark.parametrize(
    ("ours", "theirs", "worth"),
    [
        ("said", "said on", 1),  # one word and one more
        ("confirmed", "since confirmed", 1),
        ("confirmed", "have since confirmed", 0.5),  # and two more
        ("dry. Officials", "were dry. Officials", 1),
        ("on Monday", "said on Monday that", 0.5),
        ("relief committee", "committee said", 0.5),  # beside it, not around it
        ("wells were dry", "wells were dry. Officials", 0.5),  # three words and one more
        ("have since confirmed", "Officials have since confirmed", 1),  # by overlap alone
    ],
)
def test_a_mark_of_one_or_two_words_may_have_one_word_more(case, ours, theirs, worth):
    shown = question(case, "marks", WEIR, labels={"cue": "Cue"}, marks=[{"words": ours, "label": "cue"}])
    assert score(shown, [{"words": theirs, "label": "cue"}]) == worth
