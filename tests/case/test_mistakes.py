"""Every mistake that a maintainer may make in a case is found, and named with its file, row and column."""

import shutil
from pathlib import Path

import pytest

from tests.case.damage import cell, drop, folder_instead, gone, header, number_of, raw, words
from tests.conftest import CASE, ROOT
from whosays.case import Case, CaseError, package

INVENTED = ROOT / "data" / "tirrem_invented"

# In one cell: the mistake, the table, the row, the column, what is typed there, and words of the message.
CELLS = {
    "a low bound against the quantity": ("claims", "c06", "low", "95", "contradicts quantity 'at least 94 people'"),
    "a high bound where the quantity has none": ("claims", "c06", "high", "94", "is not known"),
    "a bound where there is no quantity": ("claims", "c01", "low", "3", "contradicts quantity none"),
    "a bound against the qualifier": ("reports", "r017", "low", "136000", "qualifier more_than"),
    "an upper bound on a floor": ("reports", "r028", "high", "7", "is not known"),
    "a bound where there is no figure": ("reports", "r026", "low", "0", "qualifier no_figure"),
    "a kind against sources.csv": ("reports", "r018", "source_kind", "wire", "by which it is 'government'"),
    "a party against sources.csv": ("reports", "r018", "party", "no", "is_party of kgz_health"),
    "low above high": ("claims", "c18", "low", "1001", "above high"),
    "a negative value": ("reports", "r018", "value", "-24", "below 0"),
    "an occurrence of nought": ("claims", "c06", "occurrence", "0", "below 1"),
    "a value beyond every count": ("reports", "r018", "value", "9" * 13, "is above"),
    "a value of many digits": ("reports", "r018", "value", "9" * 5000, "not a whole number"),
    "digits of another script": ("reports", "r018", "value", "٢٤", "not a whole number"),
    "no figure, and a value": ("reports", "r018", "qualifier", "no_figure", "does not go with the value"),
    "a qualifier that fits no count": ("reports", "r004", "qualifier", "nearly", "from 0 on"),
    "a figure without a value": ("reports", "r018", "value", "", "does not fit"),
    "reported before the event": ("reports", "r018", "event_through", "2022-09-18", "is before 2022-09-18"),
    "told before it happened": ("claims", "c13", "event_time", "2022-09-19", "before the event"),
    "happened after it was printed": ("claims", "c10", "event_time", "2022-09-21", "when the article was printed"),
    "told after it was printed": ("claims", "c13", "report_time", "2022-10", "when the article was printed"),
    "a month 13": ("reports", "r018", "reported_at", "2022-13", "month must be in 1..12"),
    "a month 99": ("claims", "c10", "event_time", "2022-99-01", "month must be in 1..12"),
    "a month 00": ("relays", "e03", "as_of", "2022-00", "month must be in 1..12"),
    "a day that is none": ("reports", "r018", "event_through", "2022-09-31", "day is out of range"),
    "an hour that is none": ("reports", "r018", "reported_at", "2022-09-16T25:13+06:00", "hour must be in"),
    "an offset that no clock has": ("reports", "r018", "reported_at", "2022-09-16T21:13+61:00", "no clock is +61:00"),
    "a year without end": ("reports", "r018", "reported_at", "9" * 12, "the form of a time"),
    "a year that is none": ("reports", "r018", "reported_at", "0022", "the form of a time"),
    "kept, though the words differ": ("wording", "w04", "change", "kept", "kept, and 'to take steps'"),
    "kept, though words are gone": ("wording", "w03", "article_words", "further escalation", "is not 'further"),
    "re-quoted, though the words are the same": ("wording", "w03", "change", "re-quoted", "are the same"),
    "kept, though the meaning differs": ("wording", "w03", "meaning", "differs", "the words are kept"),
    "reworded, though the words are the same": ("wording", "w03", "change", "reworded", "are the same"),
    "dropped, though the words are there": ("wording", "w05", "statement_words", "prevent further escalation", "holds"),
    "dropped, and words given": ("wording", "w05", "article_words", "to resolve", "not_there stands with dropped"),
    "added, though the statement has it": ("wording", "w14", "article_words", "to ensure stability in the", "holds"),
    "added, and words of the statement given": ("wording", "w14", "statement_words", "quick", "stands with added"),
    "re-quoted without quotation marks": ("wording", "w12", "change", "re-quoted", "no quotation marks"),
    "a clause that is not in the statement": ("wording", "w05", "statement_words", "speedy", "holds 'speedy' 0 times"),
    "a relay in a circle": ("relays", "e07", "took_from", "republic_world", "took it from itself"),
    "an origin that took it from somebody": ("relays", "e04", "how", "states", "states is for an origin"),
    "a teller without a beginning": ("relays", "e07", "took_from", "tass", "no row says how tass has killed_both"),
    "a teller before its source": ("relays", "e10", "as_of", "2022-09-16", "when kgz_health stated it"),
    "a bound without a number": ("relays", "e47", "bound", "exact", "where value is none"),
    "a double id": ("claims", "c02", "id", "c01", "earlier row"),
    "an empty id": ("sources", "kremlin", "id", "", "empty"),
    "an id without form": ("claims", "c02", "id", "claim 2", "does not have the form"),
    "an unknown label": ("claims", "c03", "kind", "statment", "is not one of"),
    "an unknown side": ("reports", "r018", "side", "UZB", "is not one of KGZ, TJK, both"),
    "a measure that the case does not have": ("reports", "r018", "measure", "death", "is not one of"),
    "words that are not in the text": ("claims", "c09", "words", "clashes erupted on Tuesday", "does not hold"),
    "an occurrence that is not there": ("claims", "c06", "occurrence", "2", "1 times, not 2"),
    "a cue outside the words": ("claims", "c06", "cue", "according to", "holds 'according to' 0 times"),
    "a hedge that is there twice": ("claims", "c20", "hedge", "the", "and it must be once"),
    "a quantity outside the words": ("claims", "c16", "quantity", "36 of its citizens", "0 times"),
    "a number, and nothing counted": ("claims", "c16", "counted", "none", "what is counted"),
    "an unknown source": ("claims", "c06", "speaker", "bbcc", "no row of sources.csv"),
    "an unknown claim": ("statements", "s01", "claim", "c77", "no row of claims.csv"),
    "the article as its own carrier, and a basis": ("claims", "c01", "carrier_basis", "stated", "speaks, and only there"),
    "a carrier without a basis": ("claims", "c06", "carrier_basis", "none", "speaks, and only there"),
    "a party of another state": ("sources", "kremlin", "is_party", "yes", "a party speaks for a side"),
    "a problem without a basis": ("reports", "r041", "problem_basis", "none", "only there"),
    "an inference that is not labelled": ("reports", "r055", "inferred", "none", "problem_basis is inferred"),
    "an address of a file that is not there": ("reports", "r018", "address", "dispatches/reuters.txt", "no file of the case"),
    "a blank at the end of a cell": ("sources", "kremlin", "name", "the Kremlin ", "blank at an end"),
    "a mark that nobody sees": ("sources", "kremlin", "name", "the\0Kremlin", "cannot be printed"),
}  # fmt: skip


# Where the message stands beside another cell than the one that was spoiled.
ELSEWHERE = {
    "an occurrence that is not there": "words",
    "no figure, and a value": "qualifier",
    "a figure without a value": "qualifier",
    "reported before the event": "reported_at",
    "told before it happened": "report_time",
    "kept, though words are gone": "change",
    "dropped, though the words are there": "change",
    "dropped, and words given": "change",
    "added, though the statement has it": "change",
    "added, and words of the statement given": "change",
}


@pytest.mark.parametrize("mistake", CELLS)
def test_a_mistake_in_a_cell_is_named_with_its_row_and_column(copy, mistake):
    table, name, column, typed, says = CELLS[mistake]
    number, column_told = number_of(copy, table, name), ELSEWHERE.get(mistake, column)
    cell(table, name, column, typed)(copy)
    found = [
        p for p in Case.problems(copy) if (p.file, p.row, p.column) == (f"{table}.csv", number, column_told)
    ]
    assert any(says in p.message for p in found), Case.problems(copy)
    with pytest.raises(CaseError, match=f"{table}.csv, row {number}, column {column_told}: "):
        Case.open(copy)


def test_what_follows_may_be_typed_where_it_agrees(copy):
    for table, name, column, typed in [
        ("claims", "c06", "low", "94"), ("reports", "r018", "low", "024"), ("reports", "r018", "source_kind", "government")
    ]:  # fmt: skip
        cell(table, name, column, typed)(copy)
    assert package.write_descriptor(copy)
    assert Case.problems(copy) == []
    assert Case.open(copy).reports.loc["r018", "source_kind"] == "government"


def test_an_office_of_both_sides_may_be_a_party(copy):
    cell("sources", "kyrgyzstan", "side", "both")(copy)
    assert Case.problems(copy) == []


def test_a_trail_that_runs_in_a_circle_is_named_in_every_row_of_it(copy):
    cell("relays", "e09", "took_from", "regnum")(copy)
    cell("relays", "e09", "how", "cites")(copy)
    found = [p for p in Case.problems(copy) if "circle" in p.message]
    assert [p.row for p in found] == [number_of(copy, "relays", name) for name in ("e09", "e15")]
    assert {p.column for p in found} == {"took_from"}


# In a file: the mistake, what makes it, the file that is named, its row, and words of the message.
FILES = {
    "a column removed": (header("claims", drop("cue")), "claims.csv", 1, "missing: 'cue'"),
    "a column of ids removed": (header("reports", drop("source")), "reports.csv", 1, "missing: 'source'"),
    "a column nobody knows": (words("sources.csv", "id,name", "id,nom"), "sources.csv", 1, "not known: 'nom'"),
    "a column twice": (words("sources.csv", "id,name,kind", "id,name,name"), "sources.csv", 1, "twice: 'name'"),
    "columns in another order": (words("sources.csv", "id,name", "name,id"), "sources.csv", 1, "another order"),
    "a cell too many": (words("wording.csv", "w03,object", "w03,object,extra"), "wording.csv", 4, "10 cells"),
    "a cell too few": (words("wording.csv", "w03,object,", "w03,"), "wording.csv", 4, "8 cells"),
    "a line that is blank": (words("wording.csv", "w03,", "\nw03,"), "wording.csv", 4, "0 cells"),
    "quotes that do not close": (raw("sources.csv", lambda data: data + b'"x'), "sources.csv", None, "check the quotes"),
    "a table without a header": (raw("sources.csv", lambda data: b""), "sources.csv", None, "not readable as CSV"),
    "a byte order mark": (raw("claims.csv", lambda data: b"\xef\xbb\xbf" + data), "claims.csv", None, "byte order mark"),
    "another encoding": (raw("claims.csv", lambda data: data.decode().encode("utf-16")), "claims.csv", None, "not UTF-8"),
    "one byte of another encoding": (raw("article.txt", lambda data: data + b"\xe9"), "article.txt", None, "not UTF-8"),
    "a byte order mark in the text": (raw("article.txt", lambda data: b"\xef\xbb\xbf" + data), "article.txt", None, "mark"),
    "an empty text": (raw("article.txt", lambda data: b""), "article.txt", None, "is empty"),
    "a text that changed": (words("article.txt", "Wednesday", "Thursday"), "article.txt", None, "since its hash"),
    "a table that is not there": (gone("relays.csv"), "relays.csv", None, "no such file"),
    "a text that is not there": (gone("article.txt"), "article.txt", None, "no such file"),
    "a descriptor that is not there": (gone("datapackage.json"), "datapackage.json", None, "whosays check --write"),
    "a folder in place of a table": (folder_instead("relays.csv"), "relays.csv", None, "no such file"),
    "a folder in place of the text": (folder_instead("article.txt"), "article.txt", None, "no such file"),
    "a folder in place of the descriptor": (folder_instead("datapackage.json"), "datapackage.json", None, "no such file"),
    "sides that are missing": (words("case.toml", "[sides]", "[side]"), "case.toml", None, "has no sides"),
    "a side that is missing": (words("case.toml", 'KGZ = "Kyrgyzstan"\n', ""), "sources.csv", 3, "is not one of TJK"),
    "no title": (words("case.toml", "title = ", "titel = "), "case.toml", None, "has no title"),
    "no day": (words("case.toml", "published = 2022-09-19", ""), "case.toml", None, "has no published"),
    "a statement that is no claim": (words("case.toml", '"c20"', '"c99"'), "case.toml", None, "'c99' is not the id"),
    "an outlet that is no source": (words("case.toml", '"republic_world"', '"world"'), "case.toml", None, "no"),
    "a table that is left out and is there": (
        words("case.toml", "[text]", 'tables = ["sources", "claims"]\n[text]'), "reports.csv", None, "tables of case.toml"
    ),
    "a foreign key removed": (words("datapackage.json", '"foreignKeys"', '"keys"'), "datapackage.json", None, "is not what"),
    "a column removed from the descriptor": (
        words("datapackage.json", '"name": "hedge"', '"name": "hedges"'), "datapackage.json", None, "line "
    ),
}  # fmt: skip


@pytest.mark.parametrize("mistake", FILES)
def test_a_mistake_in_a_file_is_named_with_its_row(copy, mistake):
    spoil, file, row, says = FILES[mistake]
    spoil(copy)
    found = [p for p in Case.problems(copy) if (p.file, p.row) == (file, row)]
    assert any(says in p.message for p in found), Case.problems(copy)
    with pytest.raises(CaseError, match=file):
        Case.open(copy)


@pytest.mark.parametrize("file", ["dispatches/courier_2031-10-10.txt", "truth.json"])
def test_another_file_of_the_case_that_is_not_there_is_named(tmp_path, file):
    folder = Path(shutil.copytree(INVENTED, tmp_path / "case"))
    gone(file)(folder)
    [problem] = Case.problems(folder)
    assert (problem.file, "no such file" in problem.message) == (file, True)


def test_mistakes_of_every_kind_are_listed_together(copy):
    cell("reports", "r018", "problem", "stale")(copy)
    cell("claims", "c06", "low", "95")(copy)
    cell("wording", "w04", "change", "kept")(copy)
    cell("relays", "e04", "took_from", "kgz_healthy")(copy)
    words("article.txt", "1,000-km", "1,001-km")(copy)
    with pytest.raises(CaseError) as error:
        Case.open(copy)
    files = {p.file for p in error.value.problems}
    assert files == {"reports.csv", "claims.csv", "wording.csv", "relays.csv", "article.txt"}
    assert all(str(problem) in str(error.value) for problem in error.value.problems)


@pytest.mark.parametrize("folder", [CASE, INVENTED], ids=lambda folder: folder.name)
def test_writing_the_descriptor_again_changes_nothing(tmp_path, folder):
    copy = Path(shutil.copytree(folder, tmp_path / "case"))
    assert package.write_descriptor(copy)
    assert (copy / "datapackage.json").read_bytes() == (folder / "datapackage.json").read_bytes()
