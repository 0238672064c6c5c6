"""Graded submissions are kept in batches; of several by one student the one made last counts."""

import pytest

from whosays.classroom.grading.results_db import Kept, Store


def row(made="2026-11-20", status="graded", **more) -> dict:
    return {"status": status, "made": made, **more}


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "new" / "kept.sqlite", "e9", ["key"]) as opened:
        yield opened


def counted(store) -> list[tuple[str, str, int]]:
    return [(kept.student, kept.file, kept.several) for kept in store.counted()]


def test_what_is_added_is_read_back_by_file(store):
    store.add([("b.zip", "2", "Bo", row(points=2)), ("a.zip", "1", "Amy", row(points=1))])
    assert list(store.all()) == [("a.zip", "1", row(points=1)), ("b.zip", "2", row(points=2))]
    assert [store.digest(name) for name in ("a.zip", "b.zip", "c.zip")] == ["1", "2", ""]
    assert list(store.counted()) == [
        Kept("a.zip", "Amy", row(points=1), 1), Kept("b.zip", "Bo", row(points=2), 1),
    ]  # fmt: skip


def test_a_file_graded_again_takes_the_place_of_before(store):
    store.add([("a.zip", "1", "Amy", row())])
    store.add([("a.zip", "2", "Bo", row())])
    assert (store.digest("a.zip"), counted(store)) == ("2", [("Bo", "a.zip", 1)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("z.zip", row("2026-11-20")), ("a.zip", row("2026-11-21"))),  # the one made last
        (("a.zip", row("2026-11-20")), ("z.zip", row("2026-11-20"))),  # the name decides a tie
        (("z.zip", row("2026-11-29", "not graded")), ("a.zip", row(""))),  # one that can be graded
        (("z.zip", row("2026-11-20", "not graded")), ("a.zip", row("2026-11-21", "not graded"))),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_of_several_by_one_student_one_counts(store, one, other, turned):
    for name, told in (other, one) if turned else (one, other):
        store.add([(name, "", "Amy", told)])
    store.add([("0.zip", "", "Bo", row())])
    assert counted(store) == [("Amy", other[0], 2), ("Bo", "0.zip", 1)]


def test_a_batch_is_kept_whole_or_not_at_all(store):
    def broken():
        yield "a.zip", "1", "Amy", row()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.add(broken())
    assert list(store.all()) == []


def test_files_that_are_gone_are_forgotten_as_often_as_asked(store):
    store.add([(name, name, name, row()) for name in ("a", "b", "c")])
    store.forget_but(iter(["a", "c", "new"]))
    assert [file for file, _, _ in store.all()] == ["a", "c"]
    store.forget_but([])
    assert list(store.all()) == []


def test_rows_stay_from_run_to_run_as_long_as_their_key_is_asked_for(tmp_path):
    path = tmp_path / "kept.sqlite"
    for keys, held in ((["one"], ""), (["two", "one"], "1"), (["two"], ""), (["two"], "2")):
        with Store(path, "e9", keys) as store:
            assert store.digest("a.zip") == held
            if not held:
                store.add([("a.zip", "1" if keys == ["one"] else "2", "Amy", row())])


def test_a_file_of_another_assignment_is_refused_and_left_as_it_is(tmp_path):
    path = tmp_path / "grades" / "kept.sqlite"
    with Store(path, "e9", ["key"]) as store:
        store.add([("a.zip", "1", "Amy", row())])
    with pytest.raises(ValueError, match=r"grades holds the grades of e9; name another folder with --to"):
        Store(path, "e8", ["key"])
    with Store(path, "e9", ["key"]) as store:
        assert store.digest("a.zip") == "1"
