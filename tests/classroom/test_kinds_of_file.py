"""A file that is no hand-in is called what it is, and the teacher told what to ask for."""

import io
import json
import zipfile

import pytest

from whosays.answers.submission import MANIFEST, zipped
from whosays.classroom.intake.archive import UnreadableError
from whosays.classroom.intake.untrusted_files import read_submission

NOTEBOOK = json.dumps({"cells": [], "metadata": {}, "nbformat": 4}).encode()


@pytest.mark.parametrize(
    ("content", "is_"),
    [
        (b"", "the file is empty"),
        (b"%PDF-1.7 ...", "it is a PDF"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "it is a 7z archive"),
        (b"Rar!\x1a\7\1\0", "it is a RAR archive"),
        (b"\x1f\x8b\x08", "it is a gzip archive"),
        (b"\x89PNG\r\n", "it is a picture"),
        (b"\xff\xd8\xff\xe0", "it is a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an office program"),
        (NOTEBOOK, "it is a notebook alone"),
        (NOTEBOOK.ljust(200_000), "it is a notebook alone"),
        (b"<!DOCTYPE html><p>My answer", "it is a page of text"),
        (b"\n<html lang=en>", "it is a page of text"),
        ("Ответ: я сделал".encode(), "it is a text file"),
        (b'{"question": "e1-x", "answer": 1}\n', "it is the log of answers alone"),
        (b"\x00\x01\x02\xff" * 9, "the file is damaged or no zip"),
        (zipped({"[Content_Types].xml": b"", "word/document.xml": b""}), "it is a text document"),
        (zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "it is a spreadsheet"),
        (zipped({"e1_ledger.ipynb": NOTEBOOK}), "it holds a notebook, and no answers"),
        (zipped({"x": b""}), "there is no manifest.json in it"),
    ],
)
def test_a_file_is_called_what_it_is(content, is_):
    with pytest.raises(UnreadableError) as caught:
        read_submission(content)
    assert is_ in str(caught.value)
    assert "ask for the file that hand_in(...) writes" in str(caught.value)


def again(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, b'{"assignment": "e9", "name": "Zoe"}' if name.endswith(MANIFEST) else b"")
    return held.getvalue()


@pytest.mark.parametrize(
    "names",
    [["e1_zoe/manifest.json", "e1_zoe/answers.jsonl"],
     ["e1_zoe/", "e1_zoe/manifest.json", "__MACOSX/e1_zoe/._manifest.json"]],
)  # fmt: skip
def test_a_folder_that_was_zipped_again_is_opened(names):
    assert read_submission(again(*names)).name == "Zoe"


def test_a_zip_of_several_hand_ins_is_no_one_students():
    with pytest.raises(
        UnreadableError, match="2 hand-ins are in it; if this is the whole download, unpack it"
    ):
        read_submission(again("a/manifest.json", "b/manifest.json"))
