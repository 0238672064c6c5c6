"""What is laid into a folder is renewed; what somebody wrote there is never overwritten."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.classroom import lay_out as module
from whosays.classroom.lay_out import LayError, lay_out

OLD = {"notebooks/a.ipynb": b"old", "data/questions/q.toml": b"old", "data/questions/r.toml": b"old"}
NEW = dict.fromkeys(OLD, b"new")
RECORD = ".record.json"


def contents(folder) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and p.name != RECORD
    }


def test_files_are_laid_and_laid_again_nothing_is_written(tmp_path):
    assert lay_out(OLD, tmp_path, RECORD) == (3, 0, [])
    before = (tmp_path / RECORD).stat().st_mtime_ns
    assert lay_out(OLD, tmp_path, RECORD) == (0, 3, [])
    assert contents(tmp_path) == OLD
    assert (tmp_path / RECORD).stat().st_mtime_ns == before


def test_a_newer_file_takes_the_place_of_one_that_nobody_changed(tmp_path):
    lay_out(OLD, tmp_path, RECORD)
    assert lay_out(NEW, tmp_path, RECORD) == (3, 0, [])
    assert contents(tmp_path) == NEW


def test_a_changed_file_stays_and_is_left_alone_while_there_is_nothing_newer(tmp_path):
    lay_out(OLD, tmp_path, RECORD)
    (tmp_path / "notebooks" / "a.ipynb").write_bytes(b"mine")
    assert lay_out(OLD, tmp_path, RECORD) == (0, 3, [])
    assert contents(tmp_path) == {**OLD, "notebooks/a.ipynb": b"mine"}


def test_a_newer_file_is_put_beside_a_changed_one_once(tmp_path):
    lay_out(OLD, tmp_path, RECORD)
    mine = tmp_path / "notebooks" / "a.ipynb"
    mine.write_bytes(b"mine")
    assert lay_out(NEW, tmp_path, RECORD) == (3, 0, [mine])
    assert lay_out(NEW, tmp_path, RECORD) == (0, 3, [])
    assert contents(tmp_path) == {**NEW, "notebooks/a.ipynb": b"mine", "notebooks/a (new).ipynb": b"new"}
    (tmp_path / "notebooks" / "a (new).ipynb").unlink()
    assert lay_out(NEW, tmp_path, RECORD) == (0, 3, [])


def test_what_was_put_beside_is_renewed_unless_it_was_changed_as_well(tmp_path):
    lay_out(OLD, tmp_path, RECORD)
    folder = tmp_path / "notebooks"
    (folder / "a.ipynb").write_bytes(b"mine")
    for newer in (b"2", b"3"):
        lay_out({"notebooks/a.ipynb": newer}, tmp_path, RECORD)
        assert (folder / "a (new).ipynb").read_bytes() == newer
    (folder / "a (new).ipynb").write_bytes(b"mine too")
    lay_out({"notebooks/a.ipynb": b"4"}, tmp_path, RECORD)
    found = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert found == {"a.ipynb": b"mine", "a (new).ipynb": b"mine too", "a (new 2).ipynb": b"4"}


def test_a_second_file_of_questions_is_not_read_as_one(tmp_path):
    lay_out(OLD, tmp_path, RECORD)
    (tmp_path / "data" / "questions" / "q.toml").write_bytes(b"mine")
    lay_out(NEW, tmp_path, RECORD)
    assert {p.name for p in (tmp_path / "data" / "questions").iterdir()} == {
        "q.toml",
        "q.toml (new)",
        "r.toml",
    }


def test_what_is_gone_comes_back(tmp_path):
    lay_out(OLD, tmp_path, RECORD)
    (tmp_path / "notebooks" / "a.ipynb").unlink()
    assert lay_out(OLD, tmp_path, RECORD) == (1, 2, [])
    assert contents(tmp_path) == OLD


@pytest.mark.parametrize("record", ["", "no json", "[]", '{"notebooks/a.ipynb": 3}'])
def test_without_a_record_that_can_be_read_every_file_counts_as_changed(tmp_path, record):
    lay_out(OLD, tmp_path, RECORD)
    (tmp_path / RECORD).write_text(record)
    assert len(lay_out(NEW, tmp_path, RECORD).kept) == 3
    assert all(contents(tmp_path)[name] == b"old" for name in OLD)


def test_interrupted_anywhere_it_goes_on(tmp_path, monkeypatch):
    put = module._put
    for stop in range(4):
        folder = tmp_path / str(stop)
        lay_out(OLD, folder, RECORD)
        done = iter(range(stop))

        def broken(path, content, done=done):
            if next(done, None) is None:
                raise KeyboardInterrupt
            put(path, content)

        monkeypatch.setattr(module, "_put", broken)
        with pytest.raises(KeyboardInterrupt):
            lay_out(NEW, folder, RECORD)
        monkeypatch.setattr(module, "_put", put)
        assert lay_out(NEW, folder, RECORD).kept == []
        assert contents(folder) == NEW


def test_a_first_time_that_was_interrupted_is_known_for_what_it_is(tmp_path, monkeypatch):
    put = module._put
    monkeypatch.setattr(
        module, "_put", lambda path, content: put(path, content) if path.name == RECORD else 1 / 0
    )
    with pytest.raises(ZeroDivisionError):
        lay_out(OLD, tmp_path, RECORD)
    assert (tmp_path / RECORD).is_file()


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    lay_out(OLD, tmp_path, RECORD)
    monkeypatch.setattr("pathlib.Path.replace", lambda self, to: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        lay_out(NEW, tmp_path, RECORD)
    assert contents(tmp_path) == OLD


def test_a_file_where_a_folder_belongs_is_named(tmp_path):
    (tmp_path / "notebooks").write_text("my notes")
    with pytest.raises(LayError, match="notebooks is a file where the course has a folder"):
        lay_out(OLD, tmp_path, RECORD)
    assert (tmp_path / "notebooks").read_text() == "my notes"


def test_a_folder_where_a_file_belongs_stays(tmp_path):
    (tmp_path / "notebooks" / "a.ipynb").mkdir(parents=True)
    lay_out(OLD, tmp_path, RECORD)
    assert (tmp_path / "notebooks" / "a (new).ipynb").read_bytes() == b"old"


@pytest.mark.parametrize("below", ["", "in/it"])
def test_a_file_in_place_of_the_folder_is_named(tmp_path, below):
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(LayError, match="taken is a file; name another folder"):
        lay_out(OLD, tmp_path / "taken" / below, RECORD)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "no", "x"), "name a folder of your own"),
        (OSError(28, "No space left"), "No space left"),
    ],
)
def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path, monkeypatch, error, said):
    def refuse(path, content):
        raise error

    monkeypatch.setattr(module, "_put", refuse)
    with pytest.raises(LayError, match=said):
        lay_out(OLD, tmp_path, RECORD)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["lay", "edit", "delete"]), st.integers(0, 5)), max_size=12))
def test_no_order_of_laying_and_writing_loses_what_was_written(tmp_path_factory, steps):
    to = tmp_path_factory.mktemp("any")
    mine = {}
    for n, (what, number) in enumerate(steps):
        there = sorted(contents(to))
        if what == "lay":
            lay_out({name: f"version {number}".encode() for name in OLD}, to, RECORD)
        elif there:
            name = random.Random(number).choice(there)
            mine.pop(name, None)
            if what == "delete":
                (to / name).unlink()
            else:
                mine[name] = f"mine {n}".encode()
                (to / name).write_bytes(mine[name])
        assert mine.items() <= contents(to).items()
