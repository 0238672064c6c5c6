"""No mark of a teacher is lost: what fits no text is set aside, and comes back with it."""

import pytest

from whosays.classroom.grading.rubric import Marked, ToMark
from whosays.classroom.grading.set_aside import FILE, settle

RUBRIC = ("Attribution", "Numbers")
AMY, BOB = ("moodle:7", "e9-memo"), ("moodle:8", "e9-memo")


def text(who, words="One text.", name="Amy") -> ToMark:
    return ToMark(*who, name, "a.zip", words, "", RUBRIC)


def mark(words="One text.", value=3, **more) -> Marked:
    return Marked(2, {"Attribution": value}, "=Well, seen", words, **{"name": "Amy", **more})


@pytest.fixture
def settled(tmp_path):
    return lambda marks, *texts: settle(tmp_path, RUBRIC, marks, texts)


def test_marks_that_fit_stay_and_nothing_is_set_aside(settled, tmp_path):
    assert settled({AMY: mark()}, text(AMY)) == ({AMY: mark()}, [])
    assert not (tmp_path / FILE).exists()


def test_a_mark_whose_text_is_gone_comes_back_with_it(settled, tmp_path):
    assert settled({AMY: mark()}) == ({}, ["Amy, e9-memo"])
    for _ in range(2):  # run after run
        assert settled({}, text(BOB)) == ({}, ["Amy, e9-memo"])
    marks, aside = settled({}, text(AMY))
    assert (marks[AMY].marks, marks[AMY].comment, aside) == ({"Attribution": 3}, "=Well, seen", [])
    assert not (tmp_path / FILE).exists()


def test_a_mark_for_an_older_text_can_be_told_and_comes_back_with_that_text(settled):
    marks, aside = settled({AMY: mark()}, text(AMY, "A newer text."))
    assert (marks[AMY].text, aside) == ("One text.", ["Amy, e9-memo"])
    marks, aside = settled({AMY: mark("A newer text.", 1)}, text(AMY, "A newer text."))
    assert (marks[AMY].marks, aside) == ({"Attribution": 1}, ["Amy, e9-memo"])
    marks, aside = settled({AMY: mark("A newer text.", 1)}, text(AMY))
    assert (marks[AMY].marks, aside) == ({"Attribution": 3}, ["Amy, e9-memo"])


def test_a_text_that_is_marked_anew_keeps_the_newer_marks(settled, tmp_path):
    settled({AMY: mark(value=1)})
    marks, aside = settled({AMY: mark(value=2)}, text(AMY))
    assert (marks[AMY].marks, aside) == ({"Attribution": 2}, [])


def test_a_name_or_a_row_that_a_spreadsheet_spoiled_is_set_aside_and_not_deleted(settled, tmp_path):
    spoiled = ("4.12E+04", "e9-memo")
    assert settled({spoiled: mark()}, text(AMY)) == ({}, ["Amy, e9-memo"])
    assert "4.12E+04" in (tmp_path / FILE).read_text(encoding="utf-8-sig")


def test_no_cell_of_it_is_a_formula(settled, tmp_path):
    settled({("=1", "e9-memo"): mark(name="@x")})
    assert '"\'=1","e9-memo","\'@x","One text.","\'=Well, seen",3,""' in (tmp_path / FILE).read_text(
        "utf-8-sig"
    )
