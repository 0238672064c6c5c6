"""Whose a file is, is told from what a learning platform calls it, and never guessed."""

import pytest

from whosays.classroom.intake.platform_names import Sender, sender, submissions


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("doejane_12345_987654_e3_jane.zip", Sender("12345", "doejane", False)),
        ("doejane_LATE_12345_987654_e3_jane-1.zip", Sender("12345", "doejane", True)),
        ("Jane Doe_1234567_assignsubmission_file_/e3_jane.zip", Sender("1234567", "Jane Doe", False)),
        ("Anne_Marie X_77_assignsubmission_file/e3.zip", Sender("77", "Anne_Marie X", False)),
        ("Anna K_555001_assignsubmission_file_e1_x.zip", Sender("555001", "Anna K", False)),
        ("Anna K_555001_assignsubmission_onlinetext/onlinetext.html", Sender("555001", "Anna K", False)),
        ("الاسم_88_assignsubmission_file_/e3.zip", Sender("88", "الاسم", False)),
        ("s007/e3.zip", Sender("", "s007", False)),
        ("s007 (late)/e3.zip", Sender("", "s007 (late)", True)),
        ("s007 LATE/e3.zip", Sender("", "s007 LATE", True)),
        ("Late/s007/e3.zip", Sender("", "Late", True)),
        ("Jane Doe_12_assignsubmission_file_/LATE_e3.zip", Sender("12", "Jane Doe", True)),
        ("chocolate_12345_987654_e3.zip", Sender("12345", "chocolate", False)),
        ("Later/e3.zip", Sender("", "Later", False)),
        ("e3_plate.zip", Sender("", "", False)),
        ("2026_11_25_Amy.zip", Sender("", "", False)),
        ("amy_2026_11_25_e3.zip", Sender("", "", False)),
        ("renamed.zip", Sender("", "", False)),
    ],
)
def test_the_sender_is_told_from_the_path(tmp_path, path, expected):
    assert sender(tmp_path / path, tmp_path) == expected


def test_hidden_files_links_and_what_a_mac_adds_are_left_out(tmp_path):
    for name in ("b/x.zip", "a.zip", ".hidden.zip", "__MACOSX/y.zip", ".git/z.zip"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "link.zip").symlink_to("/etc/passwd")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in submissions(tmp_path)] == ["a.zip", "b/x.zip"]
