"""Feedback pages go back in one zip, each under the name by which the platform knows whose it is."""

import io
import zipfile

import pytest

from whosays.classroom.gradebook.pages_zip import pages_zip
from whosays.classroom.gradebook.table import GradebookError


def result(platform, id, file, page="p.html"):
    return {"platform": platform, "id": id, "file": file, "page": page, "questions": [{"id": "e1-who"}]}


@pytest.fixture
def names(tmp_path):
    (tmp_path / "p.html").write_text("<p>Page")

    def found(*results):
        with zipfile.ZipFile(io.BytesIO(pages_zip(tmp_path, results))) as archive:
            assert {archive.read(name) for name in archive.namelist()} <= {b"<p>Page"}
            return archive.namelist()

    return found


@pytest.mark.parametrize(
    ("one", "name"),
    [
        (
            result("moodle", "123", "Jane Doe_123_assignsubmission_file/e1.zip"),
            "x_123_assignsubmission_file_feedback-e1.html",
        ),
        (
            result("canvas", "101", "a/doejane_LATE_101_555_e1_1_2_x.zip"),
            "doejane_LATE_101_555_feedback-e1.html",
        ),
        (result("canvas", "101", "o_brien_101_555_e1.zip"), "o_brien_101_555_feedback-e1.html"),
    ],
)
def test_a_page_has_the_name_that_the_platform_takes(names, one, name):
    assert names(one) == [name]


def test_nobodys_page_is_left_out_in_silence(names):
    assert names() == []
    for one in (result("brightspace", "1", "x.zip"), result("canvas", "1", "doejane_1_text.html")):
        with pytest.raises(GradebookError, match="Moodle and Canvas only; send the others one by one"):
            names(one)
    with pytest.raises(GradebookError, match=r"there is no page .*gone.html; grade once more"):
        names(result("moodle", "1", "x", "gone.html"))
