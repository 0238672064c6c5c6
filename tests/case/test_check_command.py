"""whosays check says what is wrong with a case, and writes its descriptor where it is asked to."""

import json
import shutil

from tests.case.damage import cell, gone, words
from tests.conftest import ROOT
from whosays import Case
from whosays.cli import main
from whosays.course import Course


def test_a_mistake_is_told_in_one_line_with_its_place(copy, capsys):
    cell("claims", "c06", "low", "95")(copy)
    assert main(["check", str(copy)]) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first == f"{copy}: 1 problem"
    assert second.startswith(
        "  claims.csv, row 7, column low: '95' contradicts quantity 'at least 94 people'"
    )


def test_a_stale_descriptor_is_told_and_written_anew(copy, capsys):
    words("case.toml", 'title = "Reporting on', 'title = "On')(copy)
    assert main(["check", str(copy)]) == 1
    assert "datapackage.json: line 4 is not what case.toml and the schema say" in capsys.readouterr().out
    assert main(["check", "--write", str(copy)]) == 0
    assert capsys.readouterr().out == f"{copy}: datapackage.json written\n{copy}: no problems\n"
    assert '"title": "On the' in (copy / "datapackage.json").read_text(encoding="utf-8")


def test_no_descriptor_is_written_of_a_case_that_cannot_be_read(copy, capsys):
    before = (copy / "datapackage.json").read_bytes()
    gone("relays.csv")(copy)
    assert main(["check", "--write", str(copy)]) == 1
    assert f"{copy}: datapackage.json not written; see below" in capsys.readouterr().out
    assert (copy / "datapackage.json").read_bytes() == before


def test_a_folder_without_case_toml_is_told_apart_from_a_bank(copy, capsys):
    gone("case.toml")(copy)
    assert main(["check", str(copy)]) == 1
    assert f"case.toml: looked for {copy / 'case.toml'}" in capsys.readouterr().out


def test_json_that_a_browser_keeps_on_one_line_is_the_same(tmp_path):
    for folder in Course(ROOT).cases():
        copy = shutil.copytree(folder, tmp_path / folder.name)
        for path in copy.glob("*.json"):
            path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8"))), encoding="utf-8")
        assert Case.problems(copy) == []
