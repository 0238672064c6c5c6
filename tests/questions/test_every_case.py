"""Questions drawn from any case in data/ can be shown, answered and judged."""

import json
import math
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.questions.test_questions import JSON, JUNK
from whosays.case import CaseRows
from whosays.case.values import Unsaid
from whosays.course import Course
from whosays.questions import TYPES, Question, judge
from whosays.questions.question import Ground

CASES = Course(ROOT).cases()
each_case = pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
TABLES = ("ledger", "slots", "tally", "unit_and_clock")


@cache
def of_case(path: Path) -> dict[str, Question]:
    """Return a question of every type that reads the tables of a case, on the case in the folder *path*."""
    case = CaseRows.open(path)
    figure, tellers, told = arrows(case)
    times = ("event_time", "report_time")
    made = {
        "chart": {"draws": [name for name, row in case.reports.items() if row["value"] is not None][:3]},
        "ledger": {"rows": [{"claim": name} for name in case.claims]},
        "quote_check": {"quoted": case.statement},
        "relays": {"figure": figure, "tellers": tellers, "from": told},
        "slots": {"rows": [{"wording": name} for name in case.wording]},
        "tally": {
            "rows": [{"id": side.lower(), "label": side, "side": side} for side in sides(case)],
            "columns": [{"id": kind, "label": kind, "kinds": [kind]} for kind in held(case.claims, "kind")],
        },
        "unit_and_clock": {
            "rows": [{"claim": name} for name in case.claims],
            "columns": times,
            "choices": {time: {value: value for value in held(case.claims, time)} for time in times},
        },
        "writing": {
            "at_least": 5,
            "at_most": 40,
            "checks": ["numbers", "speakers", "quotes"],
            "accept": ["Somebody wrote."],
        },
    }
    ground = Ground(case.title, case.text, case.invented, case)
    return {kind: TYPES[kind]({**common(kind), **entry}, "01_x", ground) for kind, entry in made.items()}


def common(kind: str) -> dict[str, str]:
    return {
        "id": "01-x",
        "type": kind,
        "rung": "alone",
        "sound": "neither",
        "prompt": "What?",
        "hint": "The idea.",
    }


def held(rows, column: str) -> list[str]:
    return sorted({row[column] for row in rows.values()})


def sides(case: CaseRows) -> list[str]:
    return [side for side in held(case.sources, "side") if side != Unsaid.NONE]


def arrows(case: CaseRows) -> tuple[str, list[str], list[str]]:
    """Return the figure that most relays carry, who tells it, and whom they have it from."""
    figures = [row["figure"] for row in case.relays.values()]
    figure = max(figures, key=figures.count)
    rows = {name: row for name, row in case.relays.items() if row["figure"] == figure}
    return figure, held(rows, "teller"), held(rows, "took_from")


@each_case
def test_every_type_that_reads_a_case_can_be_shown_and_solved(path):
    for kind, question in of_case(path).items():
        json.dumps([control._asdict() for control in question.controls()])
        assert question.solution(), kind
        assert question.unexplained() == [] or kind == "unit_and_clock"


@each_case
@settings(deadline=None)
@given(data=st.data())
def test_any_json_value_gives_a_result_or_a_value_error(path, data):
    question = data.draw(st.sampled_from(list(of_case(path).values())))
    try:
        result = judge(question, data.draw(JSON))
    except ValueError as error:
        assert str(error)
    else:
        assert 0 <= result.score <= 1
        assert math.isfinite(result.score)
        assert result.feedback or result.score == 1


@each_case
@pytest.mark.parametrize("junk", JUNK)
def test_junk_never_counts_as_right(path, junk):
    for kind, question in of_case(path).items():
        try:
            assert judge(question, junk).score < 1, kind
        except ValueError as error:
            assert str(error)


@each_case
@settings(deadline=None)
@given(data=st.data())
def test_a_table_is_worth_the_share_of_cells_that_hold_our_values(path, data):
    question = of_case(path)[data.draw(st.sampled_from(TABLES))]
    ours = {name: next(iter(cell.right)) for name, cell in question.cells.items()}
    assert judge(question, ours).score == 1
    changed = data.draw(st.sampled_from(sorted(ours)))
    offered = question.cells[changed].options or {"0", "99"}  # a tally has lines to write in
    value = data.draw(st.sampled_from(sorted(offered)))
    lost = value not in question.cells[changed].right
    assert judge(question, {**ours, changed: value}).score == pytest.approx(1 - lost / len(ours))


@each_case
@settings(deadline=None)
@given(data=st.data())
def test_every_arrow_left_out_costs_and_only_all_of_them_are_right(path, data):
    question = of_case(path)["relays"]
    kept = data.draw(st.sets(st.sampled_from(sorted(question.arrows)), min_size=1))
    answer = {t: [source for teller, source in kept if teller == t] for t in question.tellers}
    assert judge(question, answer).score == pytest.approx(2 * len(kept) / (len(kept) + len(question.arrows)))


@each_case
def test_the_statement_quoted_whole_is_verbatim(path):
    answer = {"verdict": "verbatim", "changed": "none"}
    assert judge(of_case(path)["quote_check"], answer).score == 1


@each_case
@settings(deadline=None)
@given(data=st.data())
def test_a_number_of_no_report_is_flagged_and_one_of_a_report_is_not(path, data):
    question = of_case(path)["writing"]
    values = sorted({row["value"] for row in question.ground.case.reports.values() if row["value"]})
    speaker = data.draw(st.sampled_from(sorted(row["name"] for row in question.ground.case.sources.values())))
    number = data.draw(st.sampled_from(values) | st.integers(10**9, 10**10))
    told = judge(question, f"{speaker} reported that {number} people were killed.").feedback
    assert ("stands in no report" in told) == (number not in values)
