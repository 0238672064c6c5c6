"""Whatever case.toml and datapackage.json hold, a case opens or says what is wrong, and never anything else."""

import json
import os
from pathlib import Path

import pytest

from tests.case.damage import cell, words
from whosays.case import Case, CaseError, package

DEEP = 100_000

# What is written in place of a line of case.toml, or after it, and words of the message.
LINES = {
    "a number for a name": ('name = "kyrgyz-tajik-2022"', "name = 7", "name has to be text"),
    "a list for a title": ('title = "Reporting', 'title = ["Reporting"] #', "title has to be text"),
    "nothing for a title": ('title = "Reporting', 'title = "" #', "title is blank"),
    "a mark in a title that nobody sees": ('title = "Reporting', 'title = "a\\u0000b" #', "cannot be printed"),
    "not a number for a version": ('version = "1.0.0"', "version = nan", "version has to be text"),
    "a huge number for a version": ('version = "1.0.0"', f"version = {'9' * 5000}", "not readable as TOML"),
    "a surrogate": ('version = "1.0.0"', 'version = "\\ud800"', "not readable as TOML"),
    "a number for invented": ('version = "1.0.0"', "invented = 1", "invented has to be true or false"),
    "a day in quotes": ("published = 2022-09-19", 'published = "2022-09-19"', "published has to be a day"),
    "a time for a day": ("published = 2022-09-19", "published = 2022-09-19T10:00:00", "published has to be a day"),
    "a day that is none": ("published = 2022-09-19", "published = 2022-13-19", "not readable as TOML"),
    "a key twice": ('version = "1.0.0"', 'name = "a"', "not readable as TOML"),
    "a key nobody knows": ('version = "1.0.0"', "sidse = {}", "'sidse' is no key"),
    "keys in keys without end": ('version = "1.0.0"', "a." * 500 + "b = 1", "is no key"),
    "lists in lists without end": ('version = "1.0.0"', f"version = {'[' * DEEP}", "not readable as TOML"),
    "a table for the statement": ('statement = "c20"', 'statement = { id = "c20" }', "statement has to be text"),
    "a list for the statement": ('statement = "c20"', 'statement = ["c20"]', "statement has to be text"),
    "a blank statement": ('statement = "c20"', 'statement = " "', "statement is blank"),
    "a path that leads up": ('path = "article.txt"', 'path = "../article.txt"', "no file of the case"),
    "a path that leads up on the way": ('path = "article.txt"', 'path = "a/../../article.txt"', "no file of the case"),
    "a path from the root": ('path = "article.txt"', 'path = "/etc/hosts.txt"', "no file of the case"),
    "a path of a drive": ('path = "article.txt"', "path = 'C:\\article.txt'", "no file of the case"),
    "a hidden file": ('path = "article.txt"', 'path = ".article.txt"', "no file of the case"),
    "a path with a mark that nobody sees": ('path = "article.txt"', 'path = "a\\u0000.txt"', "cannot be printed"),
    "an ending nobody knows": ('path = "article.txt"', 'path = "article.exe"', "no file of the case"),
    "a path without end": ('path = "article.txt"', f'path = "{"a" * 5000}.txt"', "cannot be read"),
    "a table as the text": ('path = "article.txt"', 'path = "claims.csv"', "name of another file"),
    "no table for the text": ("[text]", "[[text]]", "text has to be a table"),
    "a text that is no table": ("[licence]", "text = 3\n[licence]", "is no key"),
    "a number for a side": ('KGZ = "Kyrgyzstan"', "KGZ = 3", "sides.KGZ has to be text"),
    "a code that is none": ('KGZ = "Kyrgyzstan"', 'both = "Kyrgyzstan"', "'both' is no code"),
    "a state that is a side": ('RUS = "Russia"', 'KGZ = "Russia"', "KGZ stands in sides and in states"),
    "a list of words that is one word": ("figure = [", 'kind = "x"\nfigure = [', "values.kind has to be a list"),
    "a word in two lists": ("figure = [", 'figure = ["statement", ', "'statement' is there already"),
    "a word that is none": ("figure = [", 'figure = ["Killed both", ', "'Killed both' is no value"),
    "a list that is closed": ("figure = [", 'slot = ["place"]\nfigure = [', "only kind, measure, figure"),
    "a number in a list": ("figure = [", "figure = [1, ", "values.figure[0] has to be text"),
    "a note on no table": ("[notes]", '[notes]\nreport = "x"', "'report' is no table"),
    "a table that is none": ('version = "1.0.0"', 'tables = ["sources", "claims", "graphs"]', "'graphs' is no table"),
    "a table twice": ('version = "1.0.0"', 'tables = ["sources", "claims", "claims"]', "twice"),
    "no claims": ('version = "1.0.0"', 'tables = ["sources"]', "tables has no claims"),
    "no sides": ('KGZ = "Kyrgyzstan"\nTJK = "Tajikistan"', "", "sides is empty"),
    "a file twice": ("[[sources]]", '[[files]]\npath = "article.txt"\ntitle = "x"\n[[sources]]', "of another file"),
    "a file without a title": ("[[sources]]", '[[files]]\npath = "more.txt"\n[[sources]]', "has no files[0].title"),
    "a file that is not there": ("[[sources]]", '[[files]]\npath = "more.txt"\ntitle = "x"\n[[sources]]', "no such file"),
}  # fmt: skip


@pytest.mark.parametrize("oddity", LINES)
def test_an_odd_line_of_case_toml_is_named(copy, oddity):
    old, new, says = LINES[oddity]
    words("case.toml", old, new)(copy)
    assert_named(copy, says)


def assert_named(folder: Path, says: str) -> None:
    problems = Case.problems(folder)
    assert any(says in problem.message for problem in problems), problems
    with pytest.raises(CaseError):
        Case.open(folder)


CONTENTS = {
    "nothing": b"", "no text": b"\xff\xfe\x00", "a mark": b"\xef\xbb\xbf", "nul": b"\0" * 9, "null": b"null",
    "a list": b"[]", "a number": b"7", "a text": b'"case"', "not a number": b"NaN", "a brace": b"{", "braces": b"{}",
    "deep lists": b"[" * DEEP, "deep objects": b'{"a":' * DEEP, "a huge number": b"9" * DEEP,
    "a surrogate": b'{"title": "\\ud800"}', "duplicate keys": b'{"resources": [], "resources": null}',
    "resources that are null": b'{"title": "x", "text": "article", "statement": "c20", "resources": null}',
    "resources that are numbers": b'{"title": "x", "text": "article", "statement": "c20", "resources": [1, null]}',
    "a schema that is no object": b'{"title": "x", "text": "article", "resources": [{"name": "claims", "schema": 3}]}',
    "a path that leads up": b'{"title": "x", "text": "article", "resources": [{"name": "article", "path": "../x"}]}',
}  # fmt: skip


@pytest.mark.parametrize("file", ["case.toml", "datapackage.json"])
@pytest.mark.parametrize("content", CONTENTS)
def test_a_description_that_is_none_is_named(copy, file, content):
    (copy / file).write_bytes(CONTENTS[content])
    assert {problem.file for problem in Case.problems(copy)} == {file}
    with pytest.raises(CaseError, match=file):
        Case.open(copy)


MEMBERS = [None, [], {}, 7, -1, 10**400, 1.5, True, "", "../..", "claims", [[[[]]]], {"a": {"b": None}}]


@pytest.mark.parametrize("value", MEMBERS, ids=repr)
def test_a_member_of_the_descriptor_that_is_another_is_named(copy, value):
    path = copy / "datapackage.json"
    whole = json.loads(path.read_text(encoding="utf-8"))
    for key in ("name", "text", "sides", "resources", "statement", "licenses"):
        path.write_text(json.dumps(whole | {key: value}), encoding="utf-8")
        assert [problem.file for problem in Case.problems(copy)] == ["datapackage.json"]
    for key in ("name", "path", "schema", "anchors", "hash"):
        for resource in (0, 2):
            changed = json.loads(json.dumps(whole))
            changed["resources"][resource][key] = value
            if changed == whole:  # "claims" is what one of them is called
                continue
            path.write_text(json.dumps(changed), encoding="utf-8")
            with pytest.raises(CaseError):
                Case.open(copy)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
@pytest.mark.parametrize("file", ["case.toml", "datapackage.json", "article.txt", "claims.csv"])
def test_a_pipe_in_place_of_a_file_is_not_waited_for(copy, file):
    (copy / file).unlink()
    os.mkfifo(copy / file)
    assert_named(copy, "no such file")


@pytest.mark.parametrize("file", ["case.toml", "datapackage.json", "article.txt", "claims.csv"])
def test_a_file_that_may_not_be_read_is_named(copy, file, monkeypatch):
    read = Path.read_bytes

    def refuse(path):
        if path.name == file:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert_named(copy, "cannot be read (Permission denied)")


@pytest.mark.parametrize("path", ["case\0", "a" * 5000, "case.toml"])
def test_a_path_that_is_no_folder_says_where_it_looked(copy, path):
    assert_named(copy / path, "looked for")


def bare(folder: Path) -> None:
    """Leave the text, its claims and its sources, and nothing that names a statement."""
    for table in ("reports", "statements", "wording", "relays"):
        (folder / f"{table}.csv").unlink()
    words("case.toml", 'statement = "c20" # the claim that prints the official statement', "")(folder)
    words("case.toml", "[text]", 'tables = ["sources", "claims"]\n[text]')(folder)


def test_a_case_may_have_no_statement_and_no_tables_but_two(copy):
    bare(copy)
    assert package.write_descriptor(copy)
    case = Case.open(copy)
    assert case.statement == ""
    assert len(case.claims) == 30
    for table in (case.reports, case.statements, case.wording, case.relays):
        assert len(table) == 0
    whole = {"reported", "side_name", "source_name", "source_kind", "low"}
    assert whole <= set(case.reports)
    assert str(case.reports["reported"].dtype) == "datetime64[us]"


def test_a_case_without_rows_opens(copy):
    bare(copy)
    for table in ("sources", "claims"):
        header = (copy / f"{table}.csv").read_text(encoding="utf-8").split("\n")[0]
        (copy / f"{table}.csv").write_text(header + "\n", encoding="utf-8")
    words("case.toml", 'outlet = "republic_world"', 'outlet = "nobody"')(copy)
    [problem] = Case.problems(copy)[:1]
    assert "'nobody' is not the id of a source" in problem.message


def test_a_case_adds_its_own_values_to_the_lists_of_the_schema(copy):
    cell("reports", "r018", "measure", "houses")(copy)
    assert Case.problems(copy)
    words("case.toml", "measure = [", 'measure = ["houses", ')(copy)
    assert package.write_descriptor(copy)
    assert Case.open(copy).reports.loc["r018", "measure"] == "houses"


def test_a_note_of_the_case_stands_in_its_descriptor(copy):
    words("case.toml", "[notes]", '[notes]\nclaims = "Read twice."')(copy)
    assert package.write_descriptor(copy)
    written = json.loads((copy / "datapackage.json").read_text(encoding="utf-8"))
    [claims] = [resource for resource in written["resources"] if resource["name"] == "claims"]
    assert claims["description"].endswith("exact words of the article. Read twice.")


def test_line_ends_of_windows_in_the_descriptor_are_no_problem(copy):
    path = copy / "datapackage.json"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert Case.problems(copy) == []
