"""What a reader sees of a question of every type, and is told about answers to it, is as it was agreed on.

The agreed words lie in told/, one file a type. Where a change of them is meant, write them anew with
``python -m tests.questions.test_told``, and read the difference before it is committed.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from matplotlib.figure import Figure

from tests.charts.test_contract import bars, honest
from tests.conftest import CASE
from tests.questions.test_questions import one_of_each
from whosays.case import Case
from whosays.charts.facts import facts
from whosays.questions import Question, judge
from whosays.questions.reply import reply
from whosays.questions.view import as_html, as_text, spec_of

TOLD = Path(__file__).parent / "told"

# Answers to the questions of one_of_each(): right, right in part, wrong, and no answer at all.
ANSWERS: dict[str, list[object]] = {
    "agents": [
        [{"words": "Fighting broke out", "label": "no_agent"}],
        [{"words": "broke out", "label": "no_agent"}],
        [{"words": "out", "label": "no_agent"}, {"words": "treated", "label": "no_agent"}],
        [{"words": "Nobody", "label": "no_agent"}],
        [{"start": 0, "end": 0, "label": "no_agent"}],
    ],
    "bounds": [
        {"p1.low": 94, "p1.high": "not known", "p2.low": "?", "p2.high": 49, "p3.low": 30, "p3.high": "-"},
        {"p1.low": 94, "p1.high": 94, "p2.low": "not known", "p2.high": 50, "p3.low": 30, "p3.high": 30},
        {"p1.low": 95, "p1.high": "not known"},
        {"p2.low": 50, "p2.high": 50, "p3.low": "not known", "p3.high": "not known"},
        {"p3.low": 25, "p3.high": 35},
        {"p1.low": "many"},
        {"p9.low": 1},
        {},
    ],
    "chart": [facts(bars()), facts(bars((94,))), facts(honest()), facts(Figure()), {"panels": []}, "a chart", None],
    "choice": ["a", "b", "c", "d", None, ["a"]],
    "choices": [["a", "d"], ["a"], ["d", "c"], ["b", "c"], ["a", "b", "c", "d"], ["a", "a"], [], "a", ["z"]],
    "ledger": [
        {
            "c13.speaker": "kyrgyzstan", "c13.carrier": "bbc", "c13.cue": "said", "c13.attribution": "attributed",
            "c06.speaker": "not_said", "c06.carrier": "bbc", "c06.cue": "as per", "c06.attribution": "carrier_only",
        },
        {"c13.speaker": "kyrgyzstan", "c13.carrier": "not_said"},
        {"c06.speaker": "bbc", "c06.cue": "said"},
        {"c06.attribution": "attributed", "c13.attribution": "anonymous"},
        {"c13.cue": "none"},
        {"c13.speaker": "nobody"},
        {"x.speaker": "bbc"},
    ],
    "marks": [
        [{"words": "The health office", "label": "speaker"}, {"words": "said", "label": "cue"}],
        [{"words": "said", "label": "cue"}],
        [{"words": "said", "label": "speaker"}, {"words": "The health office", "label": "cue"}],
        [{"words": "office said it", "label": "cue"}, {"words": "radio", "label": "speaker"}],
        [{"words": "18", "label": "cue"}],
        [{"words": "said", "label": "verb"}],
        [{"words": "said", "label": "cue", "occurrence": 2}],
        [{"start": 5, "end": 999, "label": "cue"}],
        [],
    ],
    "order": [
        ["p", "q", "r", "s"], ["p", "r", "q", "s"], ["q", "p", "r", "s"], ["s", "r", "q", "p"], ["p", "q", "s", "r"],
        ["p", "q"], ["p", "p", "q", "r"], "pqrs",
    ],
    "overlap": [
        {"low": 59, "high": 94, "assume": ["a"]},
        {"low": 94, "high": 94, "assume": ["a"]},
        {"low": 35, "high": 59, "assume": ["c"]},
        {"low": 59, "high": 94, "assume": ["b"]},
        {"low": 59, "high": 93},
        {"low": 60},
        {"low": "x"},
    ],
    "predict": [{"choice": "a"}, {"sentence": "Because."}, {"choice": "a", "sentence": "So."}, {}, {"choice": "z"}],
    "quote_check": [
        {"verdict": "altered", "changed": "political"},
        {"verdict": "altered", "changed": "and"},
        {"verdict": "altered"},
        {"verdict": "verbatim", "changed": "none"},
        {"verdict": "fabricated"},
        {"changed": "political"},
        {"verdict": "fine"},
    ],
    "relation": ["same", "subset", "later", "cannot_tell", "contradiction"],
    "relays": [
        {"bbc": ["kgz_health", "tjk_mfa"], "republic_world": ["bbc"]},
        {"bbc": ["kgz_health", "tjk_mfa", "not_said"], "republic_world": ["bbc"]},
        {"bbc": ["kgz_health"], "republic_world": ["kgz_health", "tjk_mfa"]},
        {"bbc": ["not_said"], "republic_world": ["not_said"]},
        {"bbc": ["bbc"]},
        {"cnn": ["bbc"]},
        {},
    ],
    "slots": [
        {"w02.change": "reworded", "w02.meaning": "same", "w05.change": "dropped", "w05.meaning": "differs"},
        {"w02.change": "kept", "w02.meaning": "differs"},
        {"w05.change": "added", "w05.meaning": "same"},
        {"w05.change": "lost"},
    ],
    "tally": [{"k.acc": 0, "t.acc": 3}, {"k.acc": 1, "t.acc": 3}, {"t.acc": 2}, {"k.acc": "none"}, {"z.acc": 1}],
    "unit_and_clock": [
        {"c13.event_time": "not_said", "c13.report_time": "2022-09-18"},
        {"c13.event_time": "2022-09-18", "c13.report_time": "2022-09-18"},
        {"c13.report_time": "not_said"},
        {"c13.report_time": "yesterday"},
    ],
    "value": [94, "94", "94.0", "59", 95, -1, "about 94", True, None],
    "verdict": ["says_less", "supported", "not_supported", "maybe"],
    "writing": [
        "Tajikistan said that 35 of its citizens had been killed by 19 September 2022.",
        "At least 94 people died.",
        "The article reported on 18 September that 59 people had been killed.",
        "Tajikistan said on 18 September 2022 that exactly 412 people were killed on both sides.",
        "Putin called for “peaceful and orderly means” on 18 September, the statement said.",
        "Few words.",
        "word " * 60,
        7,
    ],
}  # fmt: skip


def told(question: Question, answer: object) -> Iterator[str]:
    """Yield all that is made of *answer*: its words, its worth, and the replies to a first and a second try."""
    yield f"\n> {json.dumps(answer, ensure_ascii=False)[:300]}"
    try:
        result = judge(question, answer)
        read = question.read(answer)
    except ValueError as error:
        yield f"refused: {error}"
        return
    yield f"said: {question.said(read)}"
    yield f"worth: {result.score:.4f}, {result.misconception}"
    yield f"words: {[span.of(question.ground.text) for span in result.spans]}"
    for tries in (1, 2):
        back = reply(question, answer, result, tries)
        yield f"try {tries}: {back.verdict}{', open' if back.open else ''}"
        yield from (f"  {line}" for line in back.lines)
    yield from (f"condition: {line}" for line in question.conditions(read))


def transcript(question: Question, answers: list[object]) -> str:
    """Return what is shown of *question*, and what is told about *answers*."""
    spec = spec_of(question)
    passage = [part | {"words": len(part["words"])} for part in spec.pop("passage")]
    lines = [
        as_text(spec_of(question)),
        as_html(spec_of(question)),
        *(
            f"{name}: {json.dumps(value, ensure_ascii=False)}"
            for name, value in spec.items()
            if name != "controls"
        ),
        *(f"control: {json.dumps(control, ensure_ascii=False)}" for control in spec["controls"]),
        *(f"passage: {json.dumps(part, ensure_ascii=False)}" for part in passage[:3]),
        f"solution: {question.solution()}",
    ]
    return "\n".join([*lines, *(line for answer in answers for line in told(question, answer))]) + "\n"


@pytest.mark.parametrize("kind", sorted(ANSWERS))
def test_what_is_shown_and_told_is_as_agreed(case, kind):
    assert transcript(one_of_each(case)[kind], ANSWERS[kind]) == (TOLD / f"{kind}.txt").read_text(
        encoding="utf-8"
    )


def test_every_type_is_agreed_on(case):
    assert set(one_of_each(case)) == set(ANSWERS) == {path.stem for path in TOLD.glob("*.txt")}


if __name__ == "__main__":
    TOLD.mkdir(exist_ok=True)
    for kind, question in one_of_each(Case.open(CASE)).items():
        (TOLD / f"{kind}.txt").write_text(transcript(question, ANSWERS[kind]), encoding="utf-8")
