"""Every number of the class report agrees with one worked out by hand, and nobody can be made out from it."""

import json
import math
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given as whenever
from hypothesis import strategies as st

from tests.conftest import ROOT
from whosays.answers.measures import Tally
from whosays.classroom import report
from whosays.classroom.report import Grades, Key, class_report
from whosays.classroom.report.simulated import a_class

N = None
KRIPPENDORFF_C = [  # four observers, twelve units; 2011, section C
    (1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3),
    (N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N),
]
KRIPPENDORFF_B = ["aabbdcccedda", "babbbccceddd"]  # two observers, nominal; section B
KRIPPENDORFF_A = ["0100000010", "1110010000"]  # two observers, binary; section A
THREE_CODERS = [  # the much copied example with three coders and fifteen units
    (N, N, N, N, N, 3, 4, 1, 2, 1, 1, 3, 3, N, 3),
    (1, N, 2, 1, 3, 3, 4, 3, N, N, N, N, N, N, N),
    (N, N, 2, 1, 3, 4, 4, N, 2, 1, 1, 3, 3, N, 4),
]


def units(observers) -> list[list]:
    return [[value for value in unit if value is not N] for unit in zip(*observers, strict=True)]


@pytest.mark.parametrize(
    ("observers", "expected"),
    [(KRIPPENDORFF_A, 0.095), (KRIPPENDORFF_B, 0.692), (KRIPPENDORFF_C, 0.743), (THREE_CODERS, 0.691)],
)
def test_alpha_agrees_with_the_published_examples(observers, expected):
    assert report.alpha(units(observers)) == pytest.approx(expected, abs=0.0005)


def test_alpha_is_one_for_full_agreement_and_none_where_chance_alone_would_agree():
    assert report.alpha(["aa", "bb", "cc"]) == 1
    assert report.alpha(["aa", "aa"]) is None
    assert report.alpha(["a", "b", ""]) is None


@whenever(st.lists(st.lists(st.sampled_from("abc"), max_size=5), max_size=8))
def test_alpha_agrees_with_all_pairs_counted_one_by_one(values):
    paired = [unit for unit in values if len(unit) > 1]
    every = [value for unit in paired for value in unit]
    unlike = sum(
        sum(a != b for i, a in enumerate(unit) for j, b in enumerate(unit) if i != j) / (len(unit) - 1)
        for unit in paired
    )
    n = len(every)
    chance = sum(a != b for i, a in enumerate(every) for j, b in enumerate(every) if i != j)
    expected = 1 - (unlike / n) / (chance / (n * (n - 1))) if chance else None
    assert report.alpha(values) == (None if expected is None else pytest.approx(expected))


def asked(name, score, points=None, **more):
    told = {"type": "choice", "sound": "neither", "misconception": None, "confidence": None, "answer": "x"}
    points = 10.0 * (score or 0) if points is None else points
    return {"id": name, **told, "score": score, "points": points, "out_of": 10, "notes": [], **more}


def verdict(name, sound, answer, confidence=None, misconception=None):
    right = (answer == "supported") == (sound == "keep")
    more = {"type": "verdict", "sound": sound, "answer": answer, "confidence": confidence}
    return asked(name, float(right), misconception=None if right else misconception, **more)


def student(n, *questions, **more):
    told = {"name": f"Name {n}", "id": f"{n}", "platform": "canvas", "file": f"{n}.zip", "late": False, "made": "",
            "status": "graded", "reason": "", "points": 1.0, "out_of": 10, "to_mark": []}  # fmt: skip
    return {"student": f"s{n:03}", **told, "questions": list(questions), **more}


FAILED = {"status": "not graded", "points": None, "reason": "it is no zip"}


def test_difficulty_and_discrimination_are_those_worked_out_by_hand():
    # Scores for the question, and points for the two others: r of (1,1,0,0,1) with (20,10,10,0,10) is 2/√14·…
    scores, rests = (1, 1, 0, 0, 1), ((10, 10), (10, 0), (0, 10), (0, 0), (5, 5))
    results = [
        student(n, asked("q", score), asked("a", 1, points=one), asked("b", 1, points=two))
        for n, (score, (one, two)) in enumerate(zip(scores, rests, strict=True))
    ]
    item = report.items(results)[0]
    assert (item.question, item.answered, item.mean) == ("q", 5, 0.6)
    # Deviations: score .4 .4 -.6 -.6 .4; rest 10 0 0 -10 0; products 4 + 6 = 10; squares 1.2 and 200.
    assert item.discrimination == pytest.approx(10 / math.sqrt(1.2 * 200))


def test_the_point_biserial_formula_gives_the_same():
    scores, rests = (1, 0, 1, 1, 0, 0), (9, 4, 7, 8, 6, 1)
    results = [
        student(n, asked("q", score), asked("a", 1, points=rest))
        for n, (score, rest) in enumerate(zip(scores, rests, strict=True))
    ]
    right, wrong = [8, 9, 7], [4, 6, 1]
    mean = sum(rests) / 6
    deviation = math.sqrt(sum((rest - mean) ** 2 for rest in rests) / 6)
    expected = (sum(right) / 3 - sum(wrong) / 3) / deviation * math.sqrt(0.5 * 0.5)
    assert report.items(results)[0].discrimination == pytest.approx(expected)


def test_open_answers_and_writing_are_left_out_of_the_items():
    results = [student(n, asked("q", 1 if n < 6 else None), asked("w", 1, type="writing")) for n in range(8)]
    [item] = report.items(results)
    assert (item.answered, item.mean, item.discrimination) == (6, 1, None)
    assert item.flag == "above 95 per cent"


@pytest.mark.parametrize(
    ("right", "flag"), [(1, "below 20 per cent"), (2, ""), (9, ""), (10, "above 95 per cent")]
)
def test_items_too_hard_or_too_easy_are_flagged(right, flag):
    assert report.items([student(n, asked("q", float(n < right))) for n in range(10)])[0].flag == flag


def test_an_item_is_turned_around_only_beyond_chance():
    def item(rests):
        rows = [student(n, asked("q", n % 2), asked("a", 1, points=rest)) for n, rest in enumerate(rests * 4)]
        return report.items(rows)[0]

    assert item([10, 0]).discrimination == pytest.approx(-1)
    assert item([10, 0]).flag == "turned around"
    weak = item([10, 9, 0, 0])
    assert -0.5 < weak.discrimination < 0
    assert weak.flag == ""


def test_fewer_than_five_answers_give_no_figures():
    rows = [student(n, asked("q", 0.0 if n < 4 else None)) for n in range(6)]
    assert report.items(rows)[0] == ("q", 4, None, None)


def test_misconceptions_count_students_and_times_and_how_sure_they_were():
    five = [
        student(n, verdict("a", "stop", "supported", sure, "M6"), verdict("b", "stop", "supported", 60, "M6"))
        for n, sure in enumerate((90, 80, 70, 100, 50))
    ]
    one = student(9, verdict("a", "keep", "not_supported", 100, "M12"))
    first, second = report.held([*five, one, student(10, verdict("a", "stop", "says_less", 50, "M6"))])
    assert (first.misconception, first.students, first.times) == ("M6", 5, 10)
    assert first.confidence == pytest.approx((90 + 80 + 70 + 100 + 50 + 5 * 60) / 10)
    assert first.sure == pytest.approx(0.3)
    assert second == ("M12", 1, 1, None, None)


def test_an_answer_that_is_no_verdict_counts_neither_as_stopped_nor_as_kept():
    rows = [verdict("a", "stop", odd) | {"score": 0.0} for odd in ({}, [], None, "SUPPORTED", 3)]
    assert all(row.stopped is None for row in report.given([student(1, *rows)]))
    good = [
        verdict("a", "stop", "says_less"),
        verdict("b", "keep", "supported"),
        verdict("c", "neither", "x"),
    ]
    assert [row.stopped for row in report.given([student(1, *good)])] == [True, False, None]


def ledger(n, **cells):
    answer = {name.replace("_", ".", 1): value for name, value in cells.items()}
    return student(n, asked("e1-l", 0.5, type="ledger", answer=answer))


def test_agreement_is_measured_in_each_column_on_its_own():
    rows = [ledger(n, a_speaker="x", b_speaker="y", a_cue="said", b_cue="said") for n in range(5)]
    speaker, cue = report.agreement(rows)
    assert speaker == ("e1-l", "speaker", 2, 1.0)
    assert cue == ("e1-l", "cue", 2, None)


def test_cells_of_fewer_than_five_students_drop_out_of_the_agreement():
    rows = [
        ledger(n, a_speaker="x", **({"b_speaker": f"y{n}"} if n < 4 else {"b_speaker": ""})) for n in range(6)
    ]
    assert [one.cells for one in report.agreement(rows)] == [1]
    assert report.contested(rows) == []


def test_the_most_contested_cell_comes_first_with_both_readings():
    rows = [
        ledger(
            n,
            a_speaker="x" if n < 7 else "y",
            b_speaker="x" if n < 8 else f"z{n}",
            c_speaker="x",
            d_speaker="x" if n < 6 else "y" if n < 11 else "z",
            e_speaker="x" if n < 6 else "y",
        )
        for n in range(12)
    ]
    first, second, third = report.contested(rows)
    # Halves come first. The others have five second readers each; a third reading makes draws differ more often.
    assert [one.cell for one in (first, second, third)] == ["e.speaker", "d.speaker", "a.speaker"]
    assert (third.answers, third.readings) == (12, (("x", 7), ("y", 5)))
    assert third.disagreement == pytest.approx(2 * 35 / 132)
    assert second.disagreement == pytest.approx((144 - 36 - 25 - 1) / 132)
    assert len(report.contested(rows, most=1)) == 1


def form(n, hits, alarms, claims=8, **more):
    weak = [verdict(f"w{i}", "stop", "says_less" if i < hits else "supported") for i in range(claims)]
    sound = [verdict(f"s{i}", "keep", "not_supported" if i < alarms else "supported") for i in range(claims)]
    return student(n, *weak, *sound, **more)


def test_the_change_is_that_of_the_pooled_class():
    before = [
        form(n, hits, alarms) for n, (hits, alarms) in enumerate([(4, 4), (5, 3), (4, 4), (3, 5), (4, 4)])
    ]
    after = [
        form(n, hits, alarms) for n, (hits, alarms) in enumerate([(7, 2), (6, 2), (7, 1), (8, 3), (4, 4)])
    ]
    paired = report.tallies(report.pairs(before, after))
    hits, alarms, d_prime, criterion = report.changes(paired)
    assert (hits.before, hits.after) == (20 / 40, 32 / 40)
    assert (alarms.before, alarms.after) == (20 / 40, 12 / 40)
    assert d_prime.before == pytest.approx(0)
    # Log-linear: z(32.5 / 41) - z(12.5 / 41), from tables of the normal distribution.
    assert d_prime.after == pytest.approx(0.8156 + 0.5099, abs=0.001)
    assert criterion.after == pytest.approx(-(0.8156 - 0.5099) / 2, abs=0.001)
    assert hits.low < hits.difference < hits.high
    assert hits.low > 0
    assert report.improved(paired) == 4


def test_the_interval_is_paired_reproducible_and_of_the_right_width():
    # 100 students gain two of eight weak claims, 100 none: mean 1/8, standard error (1/8)/√200.
    pairs = [(Tally(4, 8, 4, 8), Tally(4 + 2 * (n % 2), 8, 4, 8)) for n in range(200)]
    hits, alarms, *_ = report.changes(pairs)
    assert hits.difference == pytest.approx(0.125)
    assert hits.low == pytest.approx(0.125 - 1.96 * 0.125 / math.sqrt(200), abs=0.0015)
    assert hits.high == pytest.approx(0.125 + 1.96 * 0.125 / math.sqrt(200), abs=0.0015)
    assert (alarms.low, alarms.high) == (0, 0)
    assert report.changes(pairs) == report.changes(pairs)
    # Great differences between students that stay the same before and after leave the interval at a point.
    same = [(Tally(n % 9, 8, 4, 8), Tally(n % 9, 8, 4, 8)) for n in range(50)]
    assert all((row.low, row.high) == (0, 0) for row in report.changes(same))


def test_who_stops_everything_does_not_improve():
    assert report.improved([(Tally(4, 8, 4, 8), Tally(8, 8, 8, 8))]) == 0
    assert report.improved([(Tally(4, 8, 4, 8), Tally(5, 8, 4, 8))]) == 1


def test_no_pair_is_refused():
    with pytest.raises(ValueError, match="no student with both tests"):
        report.changes([])


def test_pairs_are_made_by_id_then_name_where_they_are_unique():
    def who(n, **more):
        return student(n, **{"id": "", "name": "", **more})

    before = [who(1, id="7"), who(2, id="31", name="Öz", platform="moodle"), who(3, name="Лу  Ан"), who(4, name="Twin"), who(5, name="Twin"),
              who(6, id="8", name="Kim"), who(7, id="9", **FAILED)]  # fmt: skip
    after = [who(11, name="лу ан"), who(12, id="47", name="Öz", platform="moodle"), who(13, id="7"), who(14, name="Twin"),
             who(16, id="88", name="Kim"), who(17, id="9")]  # fmt: skip
    found = {(one["student"], other["student"]) for one, other in report.pairs(before, after)}
    assert found == {("s001", "s013"), ("s002", "s012"), ("s003", "s011")}


def page(results=(), before=(), after=(), key=Key(), names=False) -> str:  # noqa: B008
    return class_report(Grades(results, before, after), key, names)


def text(html: str) -> str:
    body = re.sub(r"<style>.*?</style>|<[^>]+>", " ", html, flags=re.DOTALL)
    return " ".join(body.split())


@pytest.mark.parametrize("number", [1, 4])
def test_fewer_than_five_submissions_show_only_counts(number):
    rows = [form(n, 3, 3) for n in range(number)] + [student(20 + n, **FAILED) for n in range(6)]
    shown = text(page(rows))
    assert f"{number + 6} submissions: {number} graded, 6 not graded" in shown
    assert "Fewer than 5 submissions are graded" in shown
    assert "Misconceptions" not in shown
    assert "weak claims" not in shown
    assert not re.search(r"s0\d\d", text(page([*rows[:1], *rows[-2:]])))


def test_five_submissions_are_a_report():
    shown = text(page([form(n, 6, 2) for n in range(5)]))
    assert "The class: weak claims stopped, 30 of 40" in page([form(n, 6, 2) for n in range(5)])
    assert "The class stopped 30 of 40 weak claims, and kept 30 of 40 sound ones." in shown
    assert "Fewer than 5 submissions" not in shown


def test_what_fewer_than_five_students_did_has_no_numbers():
    rows = [
        student(
            n,
            verdict("a", "stop", "supported" if n < 4 else "says_less", 90, "M6"),
            asked("e1-l", 0.5, type="ledger", answer={"a.speaker": "x" if n < 4 else "y"}),
        )
        for n in range(12)
    ]
    key = Key((), {"M6": "at least N is N"})
    shown = text(page(rows, key=key))
    assert "Shown by fewer than 5 students each, and so without numbers: at least N is N." in shown
    assert "4 of 12" not in shown
    assert "contested" not in shown
    assert "8 of 12" not in shown


def test_a_level_of_confidence_that_one_student_used_is_not_drawn():
    one = student(9, *(verdict(f"q{i}", "stop", "says_less", 100) for i in range(9)))
    rows = [student(n, verdict("q1", "stop", "says_less", 80)) for n in range(5)]
    assert "at 80 per cent sure, 5 of 5 right" in page([*rows, one])
    assert "at 100 per cent sure" not in page([*rows, one])


def test_names_are_shown_only_when_asked_for():
    rows = [form(n, 5, 3, to_mark=["e1-memo"]) for n in range(5)]
    rows.append(student(6, **{**FAILED, "reason": "Name 6.zip is no zip"}))
    assert not re.search(r"Name \d|\d\.zip", page(rows))
    assert "s003 to be marked: e1-memo" in text(page(rows))
    assert "s006 not graded" in text(page(rows))
    assert "Name 3 to be marked: e1-memo" in text(page(rows, names=True))
    assert "Name 6.zip is no zip" in text(page(rows, names=True))


def test_the_change_has_its_interval_and_its_warning():
    before, after = [form(n, 4, 4) for n in range(8)], [form(n, 6, 3) for n in range(8)]
    shown = text(page(before=before, after=after))
    assert "8 students have both" in shown
    assert "Weak claims stopped 50 per cent 75 per cent +25 points +25 to +25" in shown
    assert "Sound claims stopped 50 per cent 38 per cent −12 points −12 to −12" in shown
    assert "8 of 8 students decided a greater share rightly" in shown
    assert "A gain without a control group is not an effect." in shown
    assert "paired bootstrap" in shown


def test_fewer_than_five_pairs_show_no_change():
    before, after = [form(n, 4, 4) for n in range(8)], [form(n + 4, 6, 3) for n in range(8)]
    shown = text(page(before=before, after=after))
    assert "That is fewer than 5, so no change is shown." in shown
    assert "interval" not in shown


def test_codes_are_put_into_the_words_of_the_course():
    key = Key.of(ROOT)
    name = "01-ledger-last-step"
    answers = [{"c08.speaker": "putin" if n < 6 else "kremlin"} for n in range(12)]
    rows = [
        student(n, asked(name, 0.3, type="ledger", answer=a, misconception="M12"))
        for n, a in enumerate(answers)
    ]
    shown = text(page(rows, key=key))
    accepted = key.value(name, "c08.speaker", "putin")[0]
    assert f"{accepted}: 6 of 12 (our key accepts it)" in shown
    assert f"{key.value(name, 'c08.speaker', 'kremlin')[0]}: 6 of 12" in shown
    assert key.belief("M12") in shown
    assert "The last step again, for three claims" in shown


def test_unknown_codes_stay_codes():
    key = Key.of(ROOT / "no-such-folder")
    assert (key.belief("M6"), key.asked("e9-x"), key.value("e9-x", "a.speaker", "v")) == (
        "M6",
        "",
        ("v", False),
    )


class Tags(HTMLParser):
    def __init__(self, html: str):
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


HOSTILE = "<script>alert(1)</script>\u202e\"'{{ 7 * 7 }}"


def hostile_page() -> str:
    rows = [
        student(
            n,
            asked("q" + HOSTILE, 0.5, misconception=HOSTILE),
            asked("l", 0.5, type="ledger", answer={"a" + HOSTILE: HOSTILE if n < 5 else "y"}),
            name=HOSTILE,
            student=HOSTILE,
            to_mark=[HOSTILE],
        )
        for n in range(10)
    ]
    return page(rows, key=Key((), {"M1": HOSTILE}), names=True)


def test_the_page_has_no_script_and_fetches_nothing():
    for html in (page([form(n, 6, 2) for n in range(9)], [form(1, 2, 2)], [form(1, 3, 3)]), hostile_page()):
        tags = Tags(html).found
        assert not {tag for tag, _ in tags} & {"script", "iframe", "link", "object", "embed", "form", "base"}
        for tag, attributes in tags:
            assert not any(name.startswith("on") for name in attributes), tag
            for name in ("src", "href", "action"):
                assert (attributes.get(name) or "data:image/png").startswith("data:image/png")
        assert "url(" not in html
        assert "@import" not in html


def test_what_students_wrote_is_shown_as_text():
    html = hostile_page()
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert "{{ 7 * 7 }}" in html


def test_pictures_have_their_words_and_tables_their_heads():
    html = page(
        [form(n, 6, 2) for n in range(9)],
        [form(n, 2, 2) for n in range(9)],
        [form(n, 3, 3) for n in range(9)],
    )
    tags = Tags(html).found
    pictures = [attributes for tag, attributes in tags if tag == "img"]
    assert len(pictures) == 2
    assert all(len((picture["alt"] or "").split()) > 10 for picture in pictures)
    assert html.count("<h1>") == 1
    assert "prefers-color-scheme: dark" in html
    assert "@media print" in html


def test_the_same_grades_give_the_same_page():
    grades = (a_class(12), a_class(9, 0.5, 2, "fa"), a_class(9, 0.8, 3, "fb"))
    assert page(*grades) == page(*grades)


def test_an_empty_set_of_grades_is_a_page_too():
    assert "0 submissions" in text(page())


def test_grades_are_read_from_the_folder_or_the_file(tmp_path):
    rows = a_class(3)
    (tmp_path / "results.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n\n", encoding="utf-8")
    assert report.read(tmp_path) == report.read(tmp_path / "results.jsonl") == rows


@pytest.mark.parametrize(
    ("line", "told"),
    [("{", "line 2: this is no JSON"), ("[]", "line 2: this is no graded"), ('{"a": 1}', "line 2")],
)
def test_a_file_that_is_none_of_ours_is_named_with_its_line(tmp_path, line, told):
    path = tmp_path / "results.jsonl"
    path.write_text(json.dumps(a_class(1)[0]) + "\n" + line, encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        report.read(path)
    with pytest.raises(ValueError, match="name the folder that"):
        report.read(tmp_path / "none")


def test_a_made_up_class_gets_better_with_skill():
    weak, strong = (report.items(a_class(60, skill)) for skill in (0.4, 0.8))
    assert all(b.mean > a.mean for a, b in zip(weak, strong, strict=True))
    assert a_class(5) == a_class(5)
