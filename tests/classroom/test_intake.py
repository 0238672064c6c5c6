"""Limits hold to the byte, and what is read of a submission is what its student wrote."""

import io
import json
import zipfile

import pytest

from whosays.answers.submission import LOG, MANIFEST, NOTEBOOK, pack, zipped
from whosays.classroom.intake import archive, untrusted_files
from whosays.classroom.intake.untrusted_files import UnreadableError, entry, open_submission, read_submission


def line(question="q", event="answer", answer="a", time="2026-01-01") -> bytes:
    told = {
        "time": time,
        "question": question,
        "version": "v",
        "event": event,
        "attempt": 1,
        "answer": answer,
    }
    return json.dumps(told).encode() + b"\n"


def parcel(log=b"", **told) -> bytes:
    return pack({LOG: log}, {"assignment": "e9", "name": "Bo", **told})


def refused(content: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_submission(content)
    return str(caught.value)


@pytest.fixture
def unpacked(tmp_path):
    """Return a folder that a submission was unpacked to on the way."""
    folder = tmp_path / "e9_bo"
    with zipfile.ZipFile(io.BytesIO(pack({LOG: line(), NOTEBOOK: b"{}"}, {"name": "Bo"}))) as archive:
        archive.extractall(folder)
    return folder


def test_all_that_is_told_is_read():
    read = read_submission(parcel(line("one") + line("two"), made="2026-11-20"))
    assert read[:3] == ("e9", "Bo", "2026-11-20")
    assert [record.question for record in read.records] == ["one", "two"]
    assert read.odd == []


def test_the_last_answer_or_draft_counts_unless_the_question_was_started_over():
    log = (
        line("one") + line("two") + line("one", answer="b") + line("two", "restart") + line("three", "draft")
    )
    read = read_submission(parcel(log))
    assert {name: record.answer for name, record in read.last().items()} == {"one": "b", "three": "a"}


def test_the_first_answer_is_no_draft_and_stays_first_after_a_new_start():
    log = (
        line("one", "draft", "0") + line("one", answer="a") + line("one", "restart") + line("one", answer="b")
    )
    read = read_submission(parcel(log + line("two", "draft")))
    assert {name: record.answer for name, record in read.first().items()} == {"one": "a"}


@pytest.mark.parametrize("name", [MANIFEST, LOG])
def test_an_entry_is_read_up_to_its_last_byte_and_none_beyond(name, monkeypatch):
    files = {MANIFEST: b"{}", LOG: b""}
    monkeypatch.setitem(archive.READ_AT_MOST, name, 50)
    read_submission(zipped({**files, name: b"{}".ljust(50)}))
    assert f"{name} unpacks to more than 50 bytes; it is not read" in refused(
        zipped({**files, name: b"{}".ljust(51)})
    )


def test_a_file_is_read_up_to_its_last_byte(tmp_path, monkeypatch):
    path = tmp_path / "x.zip"
    path.write_bytes(parcel())
    size = path.stat().st_size
    monkeypatch.setattr(archive, "FILE_AT_MOST", size)
    assert open_submission(path).name == "Bo"
    monkeypatch.setattr(archive, "FILE_AT_MOST", size - 1)
    with pytest.raises(UnreadableError, match=f"the file has {size:,} bytes; at most {size - 1:,} are read"):
        open_submission(path)


def test_a_thousand_entries_and_as_many_lines_as_allowed_are_read(monkeypatch):
    assert refused(zipped({f"{n}": b"" for n in range(1000)})).startswith("there is no manifest.json")
    monkeypatch.setattr(untrusted_files, "LINES_AT_MOST", 3)
    assert len(read_submission(parcel(line() * 3)).records) == 3
    assert "answers.jsonl has 4 lines; at most 3 are read" in refused(parcel(line() * 4))
    assert len(read_submission(parcel(b"\n \n".join([line()] * 3))).records) == 3  # blank ones are none


def test_a_table_of_contents_is_read_up_to_its_limit(monkeypatch):
    content = parcel()
    end = content.rindex(b"PK\5\6")
    size = int.from_bytes(content[end + 12 : end + 16], "little")
    monkeypatch.setattr(archive, "CONTENTS_AT_MOST", size)
    read_submission(content)
    monkeypatch.setattr(archive, "CONTENTS_AT_MOST", size - 1)
    assert refused(content) == "the zip lists too many entries; it is not read"


def test_one_zip_inside_is_opened_and_of_two_it_is_told_how_to_go_on():
    assert read_submission(zipped({"notes.txt": b"", "E9_BO.ZIP": parcel()})).name == "Bo"
    two = refused(zipped({"a.zip": parcel(), "b.zip": parcel()}))
    assert two == "2 zips are in it; if this is the whole download, unpack it"
    assert "ask for the file that hand_in" in refused(zipped({"notes.txt": b""}))


def test_a_zip_inside_is_read_no_further_than_a_file_of_its_own(monkeypatch):
    monkeypatch.setattr(archive, "FILE_AT_MOST", 100)
    assert "inner.zip unpacks to more than 100 bytes" in refused(zipped({"inner.zip": parcel()}))


def test_what_was_unpacked_on_the_way_is_read(unpacked):
    assert open_submission(unpacked).name == "Bo"
    assert len(open_submission(unpacked).records) == 1
    assert entry(unpacked, NOTEBOOK) == b"{}"


def test_a_link_in_an_unpacked_folder_is_not_followed(unpacked, tmp_path):
    (unpacked / LOG).unlink()
    (tmp_path / "secret").write_bytes(line())
    (unpacked / LOG).symlink_to(tmp_path / "secret")
    assert open_submission(unpacked).records == []


def test_a_file_in_an_unpacked_folder_is_read_up_to_its_last_byte(unpacked, monkeypatch):
    size = (unpacked / LOG).stat().st_size
    monkeypatch.setitem(archive.READ_AT_MOST, LOG, size)
    assert len(open_submission(unpacked).records) == 1
    monkeypatch.setitem(archive.READ_AT_MOST, LOG, size - 1)
    with pytest.raises(
        UnreadableError, match=f"answers.jsonl has more than {size - 1} bytes; it is not read"
    ):
        open_submission(unpacked)


def test_an_entry_is_read_from_a_zip_and_its_lack_is_told(tmp_path):
    (tmp_path / "x.zip").write_bytes(parcel(line()))
    assert entry(tmp_path / "x.zip", LOG) == line()
    with pytest.raises(UnreadableError, match=r"^there is no notebook.ipynb in it$"):
        entry(tmp_path / "x.zip", NOTEBOOK)
    (tmp_path / "x.zip").write_bytes(parcel()[:-30])
    with pytest.raises(UnreadableError, match=r"the file is damaged; ask for it once more"):
        entry(tmp_path / "x.zip", LOG)


def test_half_an_emoji_is_replaced_however_deep_it_lies():
    answer = {"a\ud83d": ["x\udc00y", 1, None, {"b": "\ud83d\ude00"}]}
    [record] = read_submission(parcel(line(answer=answer))).records
    assert record.answer == {"a\ufffd": ["x\ufffdy", 1, None, {"b": "\U0001f600"}]}


def test_a_name_is_cut_after_its_blanks_are_made_one():
    assert read_submission(parcel(name="a \n " + "b" * 300)).name == "a " + "b" * 198
    assert read_submission(parcel(assignment="e\0 9", made=7))[0::2][:2] == ("e 9", "")


def test_a_damaged_line_is_counted_among_good_ones():
    read = read_submission(parcel(line() + b"garbage\n" + line() + b"[]\n"))
    assert (len(read.records), read.odd) == (2, ["2 lines of the answers cannot be read"])


def test_a_line_that_is_too_long_or_nested_too_deep_is_damaged_and_the_others_are_read():
    deep = json.loads("[" * 60 + "]" * 60)
    long = "x" * untrusted_files.LINE_AT_MOST
    read = read_submission(parcel(line(answer=deep) + line(answer=long) + line(answer="y" * 9_000) + line()))
    assert (len(read.records), read.odd) == (2, ["2 lines of the answers cannot be read"])
    nested = b"[" * 900 + b"]" * 900
    read = read_submission(parcel(line(answer="DEEP").replace(b'"DEEP"', nested) + line()))
    assert len(read.records) == 1


def test_times_that_are_equal_are_in_order():
    assert read_submission(parcel(line() + line())).odd == []
    late, early = line(time="2026-01-02"), line(time="2026-01-01")
    assert read_submission(parcel(late + early)).odd == ["the answers are not in the order of their times"]


@pytest.mark.parametrize("files", [None, [], "x", {}, {LOG: None}, {LOG: "0" * 64}])
def test_a_log_whose_checksum_is_not_told_was_changed(files):
    manifest = json.dumps({"name": "Bo", "files": files}).encode()
    assert read_submission(zipped({MANIFEST: manifest, LOG: line()})).odd == [
        "the answers were changed after the file was made"
    ]


def test_what_is_odd_is_told_all_together():
    read = read_submission(zipped({MANIFEST: b"{}", LOG: b"x\n" + line(time="2") + line(time="1")}))
    assert len(read.odd) == 3
