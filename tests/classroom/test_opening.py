"""What strangers hand in is read within limits, never unpacked, never run, and refused with a reason."""

import io
import json
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.classroom.conftest import handed_in
from whosays.answers.submission import LOG, MANIFEST, pack, zipped
from whosays.classroom.intake import archive, untrusted_files
from whosays.classroom.intake.untrusted_files import UnreadableError, open_submission, read_submission


def parcel(log=b"", **told) -> bytes:
    return pack({LOG: log}, {"assignment": "e9", "name": "Bo", "made": "2026", **told})


def refused(content: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_submission(content)
    return str(caught.value)


def test_a_submission_is_read(key):
    read = read_submission(handed_in(key, "Anna"))
    assert (read.assignment, read.name, read.odd, len(read.records)) == ("e9", "Anna", [], 4)


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all", b"\0" * 10_000, b"PK\5\6" + b"\0" * 18])
def test_what_is_no_zip_is_refused_with_what_to_do(content):
    assert "ask for" in refused(content)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content):
    with pytest.raises(UnreadableError):
        read_submission(content)


@given(st.data())
def test_a_damaged_submission_is_read_or_refused(data):
    content = bytearray(parcel(b'{"a": 1}\n'))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(0, len(content)))]
    try:
        read_submission(bytes(content))
    except UnreadableError as error:
        assert str(error)


def test_a_zip_with_a_wrong_offset_or_a_name_that_is_no_text_is_refused():
    offset, name = (bytearray(parcel(b'{"a": 1}\n')) for _ in range(2))
    end = offset.rindex(b"PK\x05\x06")
    offset[end + 16 : end + 18] = b"\xff\xff"
    assert "damaged" in refused(bytes(offset))
    entry = name.rindex(b"PK\x01\x02")
    name[entry + 8 : entry + 10] = b"\x00\x08"  # "the name is UTF-8"
    name[entry + 46] = 0xFF
    assert "damaged" in refused(bytes(name))


def test_a_zip_cut_in_the_middle_is_refused(key):
    whole = handed_in(key)
    assert "damaged" in refused(whole[: len(whole) // 2])


@pytest.mark.parametrize("name", [MANIFEST, LOG])
def test_a_bomb_is_not_unpacked(name):
    files = {MANIFEST: b"{}", LOG: b"", name: b"0" * (archive.READ_AT_MOST[name] + 1)}
    bomb = zipped(files)
    assert len(bomb) < 100_000
    assert "unpacks to more than" in refused(bomb)


def test_a_header_that_lies_about_its_size_does_not_help():
    bomb = bytearray(zipped({MANIFEST: b"0" * (archive.READ_AT_MOST[MANIFEST] + 1)}))
    for signature, offset in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        struct.pack_into("<I", bomb, bomb.index(signature) + offset, 10)
    assert refused(bytes(bomb))


def test_nested_bombs_are_opened_only_so_far():
    content = parcel()
    for _ in range(archive.NESTED_AT_MOST):
        content = zipped({"inner.zip": content})
        assert read_submission(content).name == "Bo"
    assert "no manifest.json" in refused(zipped({"inner.zip": content}))


def test_too_many_entries_are_refused():
    assert "1,001 entries" in refused(zipped({MANIFEST: b"{}", **{f"{n}": b"" for n in range(1000)}}))
    many = zipped({f"{n:0150}": b"" for n in range(7000)})
    assert "lists too many entries" in refused(many)
    short = zipped({MANIFEST: b"{}"})
    end = short.rindex(b"PK\5\6")
    zip64 = short[:end] + b"PK\6\7" + b"\0" * 16 + short[end:]
    assert "lists too many entries" in refused(zip64)


def test_the_end_of_a_zip_cannot_be_hidden_behind_a_mark_within_it():
    many = bytearray(zipped({f"{n:0150}": b"" for n in range(7000)}))
    end = many.rindex(b"PK\5\6")
    many[end + 8 : end + 12] = b"PK\5\6"  # where the number of entries stands, which nobody reads
    assert "lists too many entries" in refused(bytes(many))


def test_a_mark_of_large_zips_within_an_entry_is_none():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:  # not packed
        archive.writestr(MANIFEST, '{"name": "Bo"}')
        archive.writestr("note.txt", b"PK\6\7")
    assert read_submission(held.getvalue()).name == "Bo"


def test_a_file_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    path = tmp_path / "x.zip"
    path.write_bytes(parcel())
    monkeypatch.setattr(archive, "FILE_AT_MOST", 10)
    with pytest.raises(UnreadableError, match="at most 10 are read"):
        open_submission(path)


def test_names_that_climb_and_links_write_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in {MANIFEST: b'{"name": "Bo"}', "../../evil.txt": b"x", "/etc/evil": b"x"}.items():
            archive.writestr(name, content)
        link = zipfile.ZipInfo(LOG)
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    read = read_submission(held.getvalue())
    assert read.records == []
    assert read.odd
    assert list(tmp_path.parent.glob("evil*")) == list(tmp_path.iterdir()) == []


def test_an_encrypted_entry_is_refused():
    locked = bytearray(parcel())
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = -1
        while (at := locked.find(signature, at + 1)) >= 0:
            locked[at + offset] |= 1
    assert "the file is damaged" in refused(bytes(locked))


@pytest.mark.parametrize("manifest", [b"", b"[]", b"3", b"\xff\xfe", b"[" * 100_000, b'{"name": '])
def test_a_manifest_that_cannot_be_read_is_refused(manifest):
    assert "manifest.json cannot be read" in refused(zipped({MANIFEST: manifest, LOG: b""}))


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("مريم العلي", "مريم العلي"),
        ("דוד כהן", "דוד כהן"),
        ("Айгүл, Jr. \"X\"", "Айгүл, Jr. \"X\""),
        ("a\nb\tc\0d", "a b c d"),
        ("  ", "nameless"),
        (None, "nameless"),
        (["x"], "nameless"),
        ("x" * 500, "x" * 200),
        ("<script>", "<script>"),
    ],
)  # fmt: skip
def test_names_are_kept_on_one_line(name, read):
    assert read_submission(parcel(name=name)).name == read


def test_damaged_lines_are_counted_and_all_others_read(key):
    content = handed_in(key)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        log = archive.read(LOG)
    torn = b'{"time": 1}\nnot json\n[[[[\n' + b"9" * 5000 + b"\n" + log
    read = read_submission(parcel(torn))
    assert len(read.records) == 4
    assert read.odd == ["4 lines of the answers cannot be read"]


def test_answers_changed_after_the_file_was_made_are_noted(key):
    with zipfile.ZipFile(io.BytesIO(handed_in(key))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files[LOG] = files[LOG].replace(b"office", b"nobody")
    assert read_submission(zipped(files)).odd == ["the answers were changed after the file was made"]


def test_times_out_of_order_are_noted():
    line = {"question": "e9-who", "version": "x", "event": "answer", "attempt": 1, "answer": "office"}
    log = "".join(json.dumps({"time": f"2026-0{n}", **line}) + "\n" for n in (2, 1)).encode()
    assert read_submission(parcel(log)).odd == ["the answers are not in the order of their times"]


def test_a_log_with_too_many_lines_is_refused(monkeypatch):
    monkeypatch.setattr(untrusted_files, "LINES_AT_MOST", 3)
    assert "4 lines; at most 3" in refused(parcel(b"x\n" * 4))
    assert "31 lines; at most 30" in refused(parcel(b"\n" * 31))  # which would be so many empty lines to keep


@pytest.mark.parametrize("value", ["[]", '{"a":0}', "0", '{"a":{"a":{}}}'])
def test_a_log_of_more_values_than_anybody_gives_is_refused(value, monkeypatch):
    monkeypatch.setattr(untrusted_files, "VALUES_AT_MOST", 1_000)
    line = {"time": "1", "question": "e9-who", "version": "x", "event": "answer", "attempt": 1, "answer": "?"}
    told = json.dumps(line).replace('"?"', f"[{','.join([value] * 400)}]").encode() + b"\n"
    assert "values; at most 1,000 are read" in refused(parcel(told * 3))


def test_half_an_emoji_becomes_a_sign_and_a_whole_one_stays():
    line = {"time": "1", "question": "e9-who", "version": "x", "event": "answer", "attempt": 1}
    log = json.dumps({**line, "answer": ["\ud83d", "\U0001f600", {"\udc00": "a\ud800b"}]}).encode() + b"\n"
    [record] = read_submission(parcel(log)).records
    assert record.answer == ["\ufffd", "\U0001f600", {"\ufffd": "a\ufffdb"}]


def test_a_packing_that_is_not_ours_is_refused():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr(MANIFEST, "{}" * 50)
    assert "packed in a way that is not read" in refused(held.getvalue())
