"""Quizzes for learning platforms: every question is in, with its texts, its order and its key."""

import subprocess
import sys
import tomllib
from itertools import chain, combinations

import pytest

from tests.classroom.quiz_reader import moodle, opened, qti12, qti21
from tests.classroom.test_handout import explanations
from tests.conftest import ROOT
from whosays.classroom.assignments import assignments
from whosays.classroom.quiz.quizzes import quizzes
from whosays.classroom.quiz.write_quizzes import quiz_files, write_quizzes
from whosays.cli import main
from whosays.course import Course
from whosays.questions import Bank, judge
from whosays.questions.view import spec_of

TYPES = {"choice", "choices", "relation", "verdict"}
NAMES = ["who-says-moodle.xml", "who-says-canvas-qti12.zip", "who-says-qti21.zip"]
BANK = Bank.open(ROOT / "data" / "questions")


def read(files: dict[str, bytes]):
    """Return what each platform reads in *files*, by the name of the format."""
    xml, canvas, package = (files[name] for name in NAMES)
    return {"moodle": moodle(xml), "qti12": qti12(opened(canvas)), "qti21": qti21(opened(package))}


@pytest.fixture(scope="module")
def files():
    return quiz_files(quizzes(Course(ROOT)))


@pytest.fixture(scope="module")
def every(files):
    return read(files)


@pytest.fixture(scope="module", params=["moodle", "qti12", "qti21"])
def asked(request, every):
    """Return each question with what a platform reads of it."""
    return [(BANK.question(one.id), one) for one in every[request.param]]


def chosen_of(count: int, several: bool):
    """Yield every answer that can be given to *count* options, as a set of places."""
    sizes = range(1, count + 1) if several else [1]
    yield from map(set, chain.from_iterable(combinations(range(count), size) for size in sizes))


def answer_of(question, chosen: set[int]):
    names = [list(question.options)[place] for place in sorted(chosen)]
    return names if question.type == "choices" else names[0]


def test_every_question_with_options_is_in_once_in_the_order_of_the_bank(asked):
    entries = [
        entry["id"]
        for path in sorted((ROOT / "data" / "questions").glob("*.toml"))
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["question"]
        if entry["type"] in TYPES
    ]
    assert len(entries) > 120
    assert [one.id for _, one in asked] == entries
    assert {question.type for question, _ in asked} == TYPES


def test_each_form_of_the_test_has_sixteen_and_each_lesson_its_own_quiz(asked):
    by_quiz = {}
    for question, one in asked:
        by_quiz.setdefault(one.quiz.rpartition("/")[2], set()).add(question.lesson)
    assert all(len(lessons) == 1 for lessons in by_quiz.values())
    titles = list(by_quiz)
    assert titles[:3] == ["00 Start here", "01 Who says so?", "02 One source, many outlets?"]
    assert titles[-3:] == ["Form A", "Form B", "The third form"]
    for title in titles[-3:]:
        assert sum(one.quiz.endswith(title) for _, one in asked) == 16


def test_a_reader_sees_prompt_passage_and_claim_as_in_the_lesson(asked):
    for question, one in asked:
        spec = spec_of(question)
        lines = [*spec["prompt"], *(part["text"] for part in spec["passage"])]
        if spec["passage"]:
            lines.append(f"{spec['source']}.{' We made this text up.' if spec['invented'] else ''}")
        lines += [f"{name}: {text}" for name, text in spec["exhibits"]]
        if one.several:
            lines.append("Choose all that hold.")
        assert one.body.split("\n") == "\n".join(lines).split("\n"), question.id
        assert one.several == (question.type == "choices")


def test_options_stand_in_the_order_of_the_lesson_and_are_not_shuffled(asked):
    for question, one in asked:
        assert one.options == [label for _, label in spec_of(question)["controls"][0]["options"]]
        assert not one.shuffled


def test_an_answer_is_told_what_its_options_are_and_the_reason(asked):
    for question, one in asked:
        for place, name in enumerate(question.options):
            told = "\n".join(one.told({place}))
            assert question.why(name).why in told
            others = [question.why(other).why for other in question.options if other != name]
            shown = question.ours if one.several else []  # in the end, all that holds is told
            unseen = [
                why for why in others if why not in [question.why(other).why for other in [*shown, name]]
            ]
            assert [why for why in unseen if why in told] == []
            assert question.reason in told
            assert all(question.why(other).why in told for other in shown)
            for condition in question.conditions([]):
                assert f"Also accepted. {condition}" in told


def test_every_name_begins_with_the_id_and_fits_the_platforms(asked):
    for question, one in asked:
        assert one.name.startswith(f"{question.id} ")
        assert len(one.name) < 150


def test_one_choice_is_worth_what_judge_gives_it_everywhere(asked):
    tried = 0
    for question, one in asked:
        for chosen in chosen_of(len(one.options), False) if not one.several else ():
            tried += 1
            assert one.score(chosen) == judge(question, answer_of(question, chosen)).score, question.id
    assert tried > 400


def test_qti_21_gives_the_share_of_options_decided_rightly_as_judge_does(every):
    for one in every["qti21"]:
        question = BANK.question(one.id)
        for chosen in chosen_of(len(one.options), True) if one.several else ():
            expected = judge(question, answer_of(question, chosen)).score
            assert float(one.score(chosen)) == pytest.approx(expected)
        assert one.score(set()) == 0


def test_qti_12_is_all_or_nothing_where_judge_gives_all(every):
    for one in every["qti12"]:
        question = BANK.question(one.id)
        for chosen in chosen_of(len(one.options), True) if one.several else ():
            assert (one.score(chosen) == 1) == (judge(question, answer_of(question, chosen)).score == 1)


def test_moodle_is_never_milder_and_the_same_where_nothing_right_is_left_out(every):
    tried = 0
    for one in every["moodle"]:
        question = BANK.question(one.id)
        for chosen in chosen_of(len(one.options), True) if one.several else ():
            answer, tried = answer_of(question, chosen), tried + 1
            score, ours = float(one.score(chosen)), judge(question, answer).score
            assert score <= ours + 1e-4
            if set(question.ours) <= set(answer):
                assert score == pytest.approx(ours, abs=1e-4)
    assert tried > 500


def test_nothing_of_an_assignment_is_in_the_files(files, every):
    told = "\n".join(html for one in every["moodle"] for html in (*one.html, *one.told(set()), *one.options))
    told += "\n".join("\n".join(one.told(set(range(len(one.options))))) for one in every["qti21"])
    entries = [dict(entry) for one in assignments(ROOT / "solutions") for entry in one.sheet.entries.values()]
    names = {entry["id"] for entry in entries}
    own = set().union(*(explanations(dict(e)) for sheet in BANK.sheets() for e in sheet.entries.values()))
    secrets = set().union(*map(explanations, entries)) - own
    assert len(secrets) > 250
    assert [secret for secret in secrets if secret in told] == []
    assert names.isdisjoint(one.id for one in every["moodle"])


def test_the_same_questions_give_the_same_bytes(files, tmp_path):
    code = "from whosays.cli import main; import sys; sys.exit(main(['quiz', '--to', sys.argv[1]]))"
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == files


def test_the_command_says_where_the_files_are_and_that_the_keys_are_in_them(
    tmp_path, monkeypatch, capsys, files
):
    monkeypatch.chdir(ROOT)
    assert main(["quiz", "--to", str(tmp_path / "new" / "quiz")]) == 0
    count = len(moodle(files[NAMES[0]]))
    assert capsys.readouterr().out.splitlines() == [
        *(str(tmp_path / "new" / "quiz" / name) for name in NAMES),
        f"Each holds {count} questions in 12 quizzes; 3 of these are forms of the test.",
        "The keys are in these files: give them to the platform, and to no student.",
    ]
    assert sorted(path.name for path in (tmp_path / "new" / "quiz").iterdir()) == sorted(NAMES)


def test_no_folder_that_students_get_takes_them(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    (tmp_path / "who-says" / "data").mkdir(parents=True)
    (tmp_path / "who-says" / ".handout.json").write_text("{}")
    for to in (
        "data/quiz",
        "notebooks",
        str(ROOT / "exercises" / "a" / "b"),
        str(tmp_path / "who-says" / "data"),
    ):
        assert main(["quiz", "--to", to]) == 2
        said = capsys.readouterr().err
        assert said.startswith("whosays quiz: ")
        assert "is in a folder that students get, and the files hold the keys; name another" in said
    assert not (ROOT / "data" / "quiz").exists()
    assert list((tmp_path / "who-says" / "data").iterdir()) == []


def test_what_cannot_be_done_is_one_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["quiz", "--to", "out"]) == 2
    assert (
        "there are no questions in data/questions; run this in the course folder" in capsys.readouterr().err
    )
    assert not (tmp_path / "out").exists()
    (tmp_path / "taken").write_text("")
    assert main(["quiz", "--to", "taken"]) == 2
    assert capsys.readouterr().err == "whosays quiz: taken is a file; name a folder\n"
    (tmp_path / "data" / "questions").mkdir(parents=True)
    with pytest.raises(ValueError, match="there are no questions in"):
        write_quizzes(Course(tmp_path), tmp_path / "out")


def test_a_lesson_without_its_notebook_is_called_by_its_file(tmp_path):
    (tmp_path / "data").symlink_to(ROOT / "data")
    assert quizzes(Course(tmp_path))[0].title == "00 start_here"
