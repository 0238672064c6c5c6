"""The bank as it is shipped: sound, explained, balanced, and true to the case."""

import copy
import re
from collections import Counter
from itertools import combinations

import pytest

from tests.conftest import ROOT
from tests.lessons.test_facts import everything, printed_numbers
from whosays.questions import Bank, Question, checks, coverage, judge
from whosays.questions.types.slots import CHANGES, MEANINGS
from whosays.wording import VERDICTS

BANK = Bank.open(ROOT / "data" / "questions")
# Lesson 00 has one question, to try the buttons on, and lesson 09 asks those of others again; tests have rules of their own.
LESSONS = [sheet for sheet in BANK.sheets() if "01" <= sheet.lesson[:2] <= "08"]
QUESTIONS = [question for sheet in BANK.sheets() for question in sheet.questions()]
CHOSEN = [q for q in QUESTIONS if q.type in ("choice", "verdict", "relation")]
each_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.id)
each_sheet = pytest.mark.parametrize("sheet", LESSONS, ids=lambda s: s.lesson)


# What the one definition asks of a second answer to a verdict: it names the part or the limit, or the point.
BY_DEFINITION = {"says_less": r"if you (strike|add) ", "not_supported": r"if .*\bpoint\b"}


def test_a_second_answer_to_a_verdict_is_accepted_by_the_definition_only():
    graded = Bank.open(ROOT / "solutions" / "questions").sheets()
    verdicts = [q for q in [*QUESTIONS, *(q for s in graded for q in s.questions())] if q.type == "verdict"]
    seconds = [
        (q.id, option["id"], option["also"])
        for q in verdicts
        for option in q.entry["options"]
        if "also" in option
    ]
    assert len(seconds) > 10
    assert [s for s in seconds if not re.match(BY_DEFINITION.get(s[1], "(?!)"), s[2])] == []


def test_the_bank_has_no_problems():
    assert [str(problem) for problem in checks.problems(BANK.folder)] == []


def test_the_bank_has_its_size_and_exposes_every_misconception_often_enough():
    assert len(QUESTIONS) >= 160
    assert coverage.holes(BANK.sheets()) == []


@each_sheet
def test_a_lesson_has_at_least_fourteen_questions(sheet):
    assert len(sheet.entries) >= 14


@each_sheet
def test_stopping_and_keeping_are_in_balance(sheet):
    counts = Counter(entry["sound"] for entry in sheet.entries.values())
    assert abs(counts["stop"] - counts["keep"]) <= 1
    assert counts["neither"] <= len(sheet.entries) / 3


@each_sheet
def test_the_ladder_is_whole(sheet):
    rungs = Counter(entry["rung"] for entry in sheet.entries.values())
    assert {"last_step", "two_steps", "alone", "unseen"} <= set(rungs)
    assert rungs["unseen"] >= 3


@each_sheet
def test_both_errors_are_exposed(sheet):
    """Over-doubt (M12) is exposed where keeping is right, and over-trust where stopping is."""
    exposed = {sound: set() for sound in ("stop", "keep", "neither")}
    for entry in sheet.entries.values():
        exposed[entry["sound"]] |= set(re.findall(r"'(M\d+)'", str(entry)))
    assert "M12" in exposed["keep"]
    assert exposed["stop"] - {"M12"}


@pytest.mark.parametrize("question", CHOSEN, ids=lambda q: q.id)
def test_every_option_that_is_not_accepted_is_rejected(question):
    accepted = question.entry["accept"]
    for option in question.options:
        assert (judge(question, option).score == 1) == (option in accepted)


@each_question
def test_a_wrong_option_has_an_explanation_of_its_own(question):
    options = question.entry.get("options", [])
    told = [text for option in options for key, text in option.items() if key in ("right", "also", "wrong")]
    assert len(set(told)) == len(told)


@each_question
def test_a_first_explanation_does_not_give_the_answer_away(question):
    """The explanation of a wrong option does not quote the right option whole."""
    if question.type not in ("choice", "choices"):
        return
    right = [question.text(name) for name in question.ours]
    for option in question.options.values():
        assert not any(len(text) > 15 and text in (option.wrong or "") for text in right)


def mutations(question: Question) -> list[dict]:
    """Return copies of the entry of *question* in which the key says something else."""
    entry, changed = question.entry, []
    options = entry.get("options", []) if question.type != "predict" else []
    for a, b in combinations(range(len(options)), 2):
        if ("wrong" in options[a]) != ("wrong" in options[b]):
            other = copy.deepcopy(entry)
            keys = ("right", "also", "wrong", "misconception")
            for x, y in ((a, b), (b, a)):
                for key in keys:
                    other["options"][x].pop(key, None)
                    if key in options[y]:
                        other["options"][x][key] = options[y][key]
            changed.append(other)
    if question.type == "order":
        changed += [{**entry, "items": entry["items"][::-1]}]
    if question.type in ("marks", "agents"):
        asked = [mark for mark in entry["marks"] if not mark.get("optional")]
        changed += [
            {**entry, "marks": [m for m in entry["marks"] if m is not gone]}
            for gone in asked[:3]
            if len(asked) > 1
        ]
    if question.type == "quote_check":
        said = entry.get("statement", question.ground.case.statement)
        exact = " ".join(said.split()[:3])
        changed += [
            {**entry, "quoted": "utterly other words" if question.check.verdict == "verbatim" else exact}
        ]
    if question.type == "bounds":
        changed += [{**entry, "phrases": ["exactly 7", *entry["phrases"][1:]]}]
    if question.type == "overlap":
        changed += [{**entry, "first": "1"}]
    if question.type == "tally":
        changed += [
            {**entry, "columns": [{**c, "kinds": ["credit", *c["kinds"][1:]]} for c in entry["columns"]]}
        ]
    if question.type in ("ledger", "unit_and_clock"):
        columns = ("speaker", "carrier", "cue", "counted", "event_time", "report_time")
        for n, row in enumerate(entry["rows"]):
            for key in columns:
                if key in row and key in entry.get("columns", columns):
                    rows = copy.deepcopy(entry["rows"])
                    rows[n][key] = "changed"
                    changed.append({**entry, "rows": rows})
    return changed


@each_question
def test_a_changed_key_is_found(question):
    for entry in mutations(question):
        other = type(question)(entry, question.lesson, question.ground)
        try:
            kept = all(judge(other, answer).score == 1 for answer in entry["accept"])
            passes = kept and not any(judge(other, answer).score == 1 for answer in entry.get("reject", []))
        except ValueError:
            passes = False
        assert not passes, entry


@each_question
def test_a_reason_stands_beside_every_key(question):
    assert question.reason.strip()


def texts(question: Question) -> str:
    """Return all that a reader of *question* reads, without what is made up."""
    entry = {
        k: v
        for k, v in question.entry.items()
        if k not in ("id", "accept", "reject", "parallel", "rows", "misconception")
    }
    found: list[str] = []

    def walk(value, key="") -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                walk(inner, name)
        elif isinstance(value, list):
            for inner in value:
                walk(inner, key)
        elif isinstance(value, str) and key not in (
            "id",
            "claim_id",
            "misconception",
            "row",
            "column",
            "value",
            "wording",
        ):
            found.append(value)

    walk(entry)
    return "\n".join(found)


ON_THE_CASE = [q for q in QUESTIONS if not q.ground.invented]


# Words between marks that are the course's own: names of answers, and an example of form.
OURS = {"the text does not say", "not known", "none", "not said", "says less", "has said that", "(nothing)"}
OURS |= {"a part of", "because", "politico-diplomatic"}
OURS |= {*VERDICTS, *CHANGES, *MEANINGS}


def offered(question: Question) -> list[str]:
    """Return what *question* puts up for judgement, which need not be in the case."""
    options = [option.get("text", "") for option in question.entry.get("options", [])]
    items = [item["text"] for item in question.entry.get("items", [])]
    named = [question.entry.get(key, "") for key in ("claim", "quoted", "statement")]
    return [*options, *items, *named, *question.entry.get("phrases", []), *question.entry.get("figures", [])]


@pytest.mark.parametrize("question", ON_THE_CASE, ids=lambda q: q.id)
def test_every_quotation_in_a_question_on_the_case_is_in_the_case(case, question):
    words = bare("\n".join([everything(case), *offered(question)]))
    quoted = [q.strip(" .,?") for q in re.findall(r"“([^”]+)”", texts(question))]
    parts = [
        part for q in quoted if q.casefold() not in OURS and not q.endswith("…") for part in q.split("…")
    ]
    assert {part for part in parts if bare(part) not in words} == set()


def bare(text: str) -> str:
    """Return *text* without marks, its white space made single."""
    return " ".join(re.sub("[\"“”’‘']", "", text).split())


@pytest.mark.parametrize("question", ON_THE_CASE, ids=lambda q: q.id)
def test_every_number_in_a_question_on_the_case_is_known(case, question):
    values = {str(int(v)) for table in (case.reports["value"], case.claims["low"]) for v in table.dropna()}
    values |= {n.replace(",", "") for n in printed_numbers(everything(case))}
    small = {str(n) for n in range(13)}
    told = re.sub(r"\b[cersw]\d{2,3}\b", "", texts(question))
    sums = question.entry.get("numbers", [])
    odd = {n for n in printed_numbers(told) if n.replace(",", "") not in values | small | set(sums)}
    assert odd == set()


@each_question
def test_prompts_and_explanations_keep_their_voice(question):
    told = texts(question)
    assert "!" not in told
    assert max(len(sentence.split()) for sentence in re.split(r"(?<=[.?:;])\s", question.prompt)) <= 40
    for option in question.entry.get("options", []):
        for key in ("right", "also", "wrong"):
            assert len(option.get(key, "").split()) <= 60
