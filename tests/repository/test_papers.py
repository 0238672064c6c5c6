"""The papers for teachers and readers say what the lessons, the tables and the bank say."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.lessons import LESSONS, read
from whosays.answers.review import beliefs
from whosays.questions import Bank, Question
from whosays.questions.types.keyed_table import KeyedTable

PAPERS = sorted((ROOT / "docs").glob("*.md"))
TEACHING = (ROOT / "docs" / "teaching.md").read_text(encoding="utf-8")
LIMITS = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
QUESTIONS = [
    question for sheet in Bank.open(ROOT / "data" / "questions").sheets() for question in sheet.questions()
]
GRADED = [
    question
    for sheet in Bank.open(ROOT / "solutions" / "questions").sheets()
    for question in sheet.questions()
]

# A short name for each part that every section of the guide has, and every cell for teachers in its own words.
SECTION = [
    "Purpose.",
    "Minutes.",
    "Likely answers.",
    "Discuss.",
    "Skip",
    "Without code.",
    "So who is right?",
    "Content.",
]
CELL = [
    "purpose",
    "minutes",
    "likely answers",
    "discuss",
    "skip",
    "without code",
    "so who is right?",
    "region|prefer",
]
each_lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda p: p.stem)


@cache
def title(path: Path) -> str:
    """Return number and title of the lesson at *path*, as in “01 Who says so?”."""
    [heading] = re.findall(r"^# (?:\d\d · )?(.+)$", "".join(read(path)["cells"][0]["source"]), re.MULTILINE)
    return f"{path.stem[:2]} {heading}"


def minutes(path: Path) -> int:
    """Return the minutes that the lesson at *path* prints below its title."""
    return int(re.search(r"(\d+) minutes\. You need", "".join(read(path)["cells"][0]["source"]))[1])


def sections(paper: str) -> dict[str, str]:
    """Return what stands under each heading of *paper*, up to the next."""
    parts = re.split(r"^#{1,4} (.+)$", paper, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def rows(paper: str) -> dict[str, list[int]]:
    """Return the whole numbers in the other cells of each row of *paper* that begins with the link of a lesson."""
    found = re.findall(r"^\| \[(\d\d [^\]]+)\]\([^)]*\) \|(.*)\|$", paper, re.MULTILINE)
    return {name: [int(n) for n in re.findall(r"(?:^|\|) *(\d+) *(?=\||$)", cells)] for name, cells in found}


def anchors(paper: str) -> set[str]:
    """Return the anchors that a web page of *paper* has, one for each heading."""
    plain = (re.sub(r"[^\w\- ]", "", name).strip().lower() for name in sections(paper))
    return {name.replace(" ", "-") for name in plain}


@each_lesson
def test_the_guide_has_a_section_with_all_its_parts_for_every_lesson(path):
    section = sections(TEACHING)[title(path)]
    assert [part for part in SECTION if f"**{part}**" not in section] == []


@each_lesson
def test_the_minutes_of_a_lesson_are_the_same_everywhere(path):
    in_section = int(re.search(r"\*\*Minutes\.\*\* (\d+)", sections(TEACHING)[title(path)])[1])
    assert {in_section, rows(TEACHING)[title(path)][0], rows(README)[title(path)][-1]} == {minutes(path)}


def test_the_minutes_of_the_paths_add_up():
    paths = {
        name: int(number)
        for name, number in re.findall(r"^\| (\w+ \w+ ?\w*) \| .*\| (\d+) \|$", TEACHING, re.M)
    }
    told = {title(path)[:2]: "".join(read(path)["cells"][0]["source"]) for path in LESSONS}
    first = int(re.search(r"class of (\d+) minutes", told["01"])[1])
    half = int(re.search(r"halves of about (\d+) minutes", told["05"])[1])
    whole = {name: numbers[0] for name, numbers in rows(TEACHING).items()}
    [third] = [number for name, number in whole.items() if name.startswith("03")]
    assert paths == {
        "one lesson": first,
        "three lessons": first + third + half,
        "the whole course": sum(whole.values()),
    }


@each_lesson
def test_slack_is_more_than_the_minutes(path):
    planned, slack = rows(TEACHING)[title(path)]
    assert planned < slack


@each_lesson
def test_every_lesson_ends_with_a_cell_for_teachers_that_has_its_parts(path):
    last = read(path)["cells"][-1]
    text = "".join(last["source"])
    assert (last["id"], last["cell_type"], last["metadata"]) == (
        "for-teachers",
        "markdown",
        {"tags": ["teacher"]},
    )
    assert text.startswith("## For teachers\n")
    assert [part for part in CELL if not re.search(part, text, re.IGNORECASE)] == []
    assert len(text.split()) < 220


@pytest.mark.parametrize("path", PAPERS, ids=lambda p: p.stem)
def test_links_in_the_papers_lead_somewhere(path):
    text = re.sub(r"```.*?```|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", text):
        other = path.parent / target if target else path
        assert other.exists(), target
        assert not anchor or anchor in anchors(other.read_text(encoding="utf-8")), f"{target}#{anchor}"


def alternatives(question: Question) -> bool:
    """Return whether *question* accepts two answers that say different things."""
    entry = question.entry
    return (
        any("also" in option for option in entry.get("options", []))
        or any(mark.get("optional") for mark in entry.get("marks", []))
        or bool(entry.get("ties"))
        or (isinstance(question, KeyedTable) and any(len(cell.right) > 1 for cell in question.cells.values()))
    )


def test_every_question_with_two_accepted_answers_is_named_in_the_limits_and_no_other():
    section = sections(LIMITS)["Where experts would answer differently"]
    named = re.findall(r"^\| `([\de]\d-[\w-]+)`", section, re.MULTILINE)
    assert named == sorted(set(named), key=named.index)
    assert set(named) == {question.id for question in [*QUESTIONS, *GRADED] if alternatives(question)}


def test_every_row_that_is_inferred_is_named_in_the_limits(case):
    claims, relays, reports, wording = case.claims, case.relays, case.reports, case.wording
    inferred = {
        *claims.index[claims["carrier_basis"] == "implied"],
        *relays.index[relays["basis"] != "stated"],
        *reports.index[
            (reports["inferred"] != "none") | reports["problem_basis"].isin(["inferred", "arithmetic"])
        ],
        *wording.index[wording["meaning"] == "arguable"],
    }
    named = set(re.findall(r"`([cerw]\d{2,3})`", sections(LIMITS)["What is inference"]))
    assert inferred - named == set()


def test_what_the_limits_say_was_not_seen_is_not_recorded_in_the_tables(case):
    unseen = case.statements.index[case.statements["words"] == "not_recorded"]
    named = sections(LIMITS)["What we did not see at its source"]
    assert [row for row in unseen if f"`{row}`" not in named] == []


def test_the_guide_lists_every_misconception_that_a_question_shows():
    listed = set(re.findall(r"\| (M\d+) (?=\|)", sections(TEACHING)["The misconceptions"]))
    shown = {code for question in QUESTIONS for code in re.findall(r"'(M\d+)'", str(question.entry))}
    assert shown <= listed == {f"M{number}" for number in range(1, 23)}


def test_the_guide_and_the_data_name_the_same_beliefs():
    listed = sections(TEACHING)["The misconceptions"].replace("*", "")
    named = beliefs(ROOT / "data" / "misconceptions.csv")
    assert dict(re.findall(r"\| (M\d+) \| ([^|]+?) (?=\|)", listed)) == named


def test_the_program_in_the_guide_counts_first_tries(tmp_path, monkeypatch, capsys):
    [program] = re.findall(r"```python\n(.*?)```", TEACHING, re.DOTALL)
    answers = tmp_path / "collected" / "anna" / "answers"
    answers.mkdir(parents=True)
    (tmp_path / "notebooks").mkdir()
    tries = [
        ("draft", 1, None),
        ("answer", 1, {"misconception": "M1"}),
        ("answer", 2, {"misconception": "M2"}),
        ("answer", 1, None),
    ]
    lines = [
        json.dumps({"event": e, "attempt": n, "result": result})
        for e, n, result in [*tries, ("answer", 1, {"misconception": None})]
    ]
    (answers / "01_who_says_so.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "notebooks")
    exec(program, {})
    assert sorted(capsys.readouterr().out.splitlines()) == ["M1 1", "none 1"]


@pytest.mark.parametrize("path", PAPERS, ids=lambda p: p.stem)
def test_the_papers_keep_their_voice(path):
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert "!" not in prose.replace("![", "")
