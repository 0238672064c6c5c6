"""Files of quizzes keep to their formats, whatever stands in a question."""

import io
import re
import zipfile
from collections import Counter
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.classroom.quiz_reader import moodle, opened, qti12, qti21
from tests.conftest import ROOT
from whosays.classroom.quiz.moodle_fractions import ALLOWED
from whosays.classroom.quiz.quizzes import Quiz, quizzes
from whosays.classroom.quiz.write_quizzes import quiz_files
from whosays.course import Course
from whosays.questions import TYPES, judge
from whosays.questions.question import Ground

MOODLE, CANVAS, PACKAGE = "who-says-moodle.xml", "who-says-canvas-qti12.zip", "who-says-qti21.zip"
# question/engine/bank.php of Moodle, as its list stands there
LISTED = [
    0.9, 0.8333333, 0.8, 0.75, 0.7, 0.6666667, 0.6, 0.5, 0.4, 0.3333333, 0.3, 0.25, 0.2, 0.1666667,
    0.1428571, 0.125, 0.1111111, 0.1, 0.05, 0.0, 1.0,
]  # fmt: skip


@pytest.fixture(scope="module")
def files():
    return quiz_files(quizzes(Course(ROOT)))


def question(kind, options, **more):
    """Return a question on a text we made up, of which each option is (what it is, its text, why)."""
    entry = {
        "id": "x-1", "type": kind, "rung": "alone", "sound": "neither", "prompt": "What holds?", "text": "t",
        "reason": "So it is.",
        "options": [
            {"id": f"o{place}", "text": text, what: why} for place, (what, text, why) in enumerate(options)
        ],
    } | more  # fmt: skip
    return TYPES[kind](entry, "x_test", Ground("A page", "It is so.", True, None))


def read_all(one, title="A quiz"):
    files = quiz_files([Quiz("x", title, [one], False)])
    return [
        found
        for reader, content in (
            (moodle, files[MOODLE]),
            (qti12, opened(files[CANVAS])),
            (qti21, opened(files[PACKAGE])),
        )
        for found in reader(content)
    ]


def test_what_moodle_asks_of_a_file_is_there(files):
    found = ElementTree.fromstring(files[MOODLE])
    assert found.tag == "quiz"
    categories = [one for one in found if one.get("type") == "category"]
    asked = [one for one in found if one.get("type") != "category"]
    assert {one.findtext("category/text").rpartition("/")[0] for one in categories} == {
        "$course$/top/Who says?"
    }
    assert len({one.findtext("idnumber") for one in categories}) == len(categories) == 12
    assert len({one.findtext("idnumber") for one in asked}) == len(asked)
    for one in asked:
        assert one.findtext("name/text").strip()
        assert one.findtext("defaultgrade") == "1"  # certainty multiplies it
        assert one.findtext("shuffleanswers") == "false"
        assert len(one.findall("answer")) >= 2
        assert all(
            answer.findtext("text").strip() for answer in one.findall("answer")
        )  # a blank one is dropped


def test_a_stroke_in_a_title_opens_no_category_in_moodle():
    one = question("choice", [("right", "A", "yes."), ("wrong", "B", "no.")])
    xml = quiz_files([Quiz("x", "And/or", [one], False)])[MOODLE]
    assert ElementTree.fromstring(xml).findtext("question/category/text") == "$course$/top/Who says?/And//or"


def test_what_options_are_worth_is_on_moodles_list_and_makes_one(files):
    asked = [one for one in ElementTree.fromstring(files[MOODLE]) if one.get("type") == "multichoice"]
    for one in asked:
        worth = [float(answer.get("fraction")) / 100 for answer in one.findall("answer")]
        assert all(min(abs(abs(share) - allowed) for allowed in LISTED) < 0.00001 for share in worth)
        # An import stops at a question whose shares do not make one (qtype_multichoice).
        total = max(worth) if one.findtext("single") == "true" else sum(share for share in worth if share > 0)
        assert round(total, 2) == 1
        assert len({share for share in worth if share < 0}) <= 1


def test_our_list_of_fractions_is_moodles():
    assert sorted(map(float, ALLOWED)) == pytest.approx(sorted(LISTED), abs=1e-6)


@pytest.mark.parametrize("right", [1, 3, 4, 7, 10])
@pytest.mark.parametrize("wrong", [0, 1, 3, 4, 10])
def test_any_number_of_options_has_a_place_on_the_list(right, wrong):
    options = [("right", f"r{n}", "y") for n in range(right)] + [
        ("wrong", f"w{n}", "n") for n in range(wrong)
    ]
    one = question("choices", options)
    [xml, _, package] = read_all(one)
    all_right = {place for place, name in enumerate(one.options) if one.holds(name)}
    assert float(xml.score(all_right)) == pytest.approx(1, abs=1e-4)
    assert package.score(all_right) == 1
    if wrong:
        false = next(place for place, name in enumerate(one.options) if not one.holds(name))
        names = [name for place, name in enumerate(one.options) if place in all_right | {false}]
        ours = judge(one, names).score
        assert float(xml.score(all_right | {false})) == pytest.approx(ours, abs=0.03)
        assert xml.score({false}) == 0
        assert float(package.score(all_right | {false})) == pytest.approx(ours)


def test_more_right_options_than_moodle_can_say_are_refused():
    with pytest.raises(ValueError, match="question 'x-1' has 11 right options; ten are the most"):
        read_all(question("choices", [("right", f"r{n}", "y") for n in range(11)]))


def test_an_option_that_holds_under_a_condition_is_accepted_and_says_the_condition():
    options = [("right", "A", "yes."), ("also", "B", "if it rains."), ("wrong", "C", "no.")]
    one = question("choice", options)
    for found in read_all(one):
        at = {text: place for place, text in enumerate(found.options)}
        assert [found.score({at[text]}) for text in "ABC"] == [1, 1, 0]
        assert any("It holds if it rains." in line for line in found.told({at["B"]}))
        assert any("Also accepted. B: if it rains." in line for line in found.told({at["C"]}))


def test_where_several_hold_an_option_that_holds_under_a_condition_is_free():
    options = [("right", "A", "yes."), ("also", "B", "if it rains."), ("wrong", "C", "no.")]
    one = question("choices", options)
    for found in read_all(one):
        at = {text: place for place, text in enumerate(found.options)}
        assert found.score({at["A"]}) == found.score({at["A"], at["B"]}) == 1
        assert found.score({at["A"], at["C"]}) < 1


def test_a_hint_is_a_second_try_in_moodle_and_there_is_none_where_there_is_none():
    options = [("right", "A", "yes."), ("wrong", "B", "no.")]
    for hint in ("", "Look at <it>."):
        files = quiz_files([Quiz("x", "A", [question("choice", options, hint=hint)], False)])
        hints = [one.findtext("text") for one in ElementTree.fromstring(files[MOODLE]).iter("hint")]
        assert hints == ["<p>Look at &lt;it&gt;.</p>"] * bool(hint)


@pytest.mark.parametrize("name", [CANVAS, PACKAGE])
def test_a_manifest_names_every_file_once_and_nothing_else(files, name):
    within = opened(files[name])
    manifest = within["imsmanifest.xml"]
    named = [one.get("href") for one in manifest.iter("file")]
    assert sorted([*named, "imsmanifest.xml"]) == sorted(within)
    idents = [one.get("identifier") for one in manifest.iter("resource")]
    assert max(Counter(idents).values()) == 1
    kinds = {one.get("identifier"): one.get("type") for one in manifest.iter("resource")}
    needed = [one.get("identifierref") for one in manifest.iter("dependency")]
    whole = {"imsqti_xmlv1p2", "imsqti_test_xmlv2p1"}  # what needs the others
    assert sorted(needed) == sorted(ident for ident, kind in kinds.items() if kind not in whole)
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", ident) for ident in idents)


def test_every_test_and_item_of_qti_21_is_declared_as_its_schema_has_it(files):
    within = opened(files[PACKAGE])
    assert within["imsmanifest.xml"].findtext("metadata/schema") == "QTIv2.1 Package"
    items = [one for one in within.values() if one.tag == "assessmentItem"]
    assert len({one.get("identifier") for one in items}) == len(items)
    order = ["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback"]
    for one in items:
        assert {"identifier", "title", "adaptive", "timeDependent"} == set(one.attrib)
        assert list(dict.fromkeys(part.tag for part in one)) == order
        declared = {part.get("identifier") for part in one.iter("outcomeDeclaration")}
        assert {part.get("identifier") for part in one.iter("setOutcomeValue")} <= declared
        shown = {part.get("identifier") for part in one.iter("modalFeedback")}
        assert shown == {value.text for value in one.iter("baseValue") if value.text.endswith("_fb")}


def test_idents_say_nothing_of_an_option_and_canvas_takes_none_for_feedback_on_the_whole(files):
    # Canvas takes feedback with such words in its name for feedback on the whole question.
    general = re.compile(r"general_|_all|wrong|incorrect|correct|_IC$|_C$", re.IGNORECASE)
    for name, tag in ((CANVAS, "response_label"), (PACKAGE, "simpleChoice")):
        for part in (part for root in opened(files[name]).values() for part in root.iter()):
            if part.tag == tag:
                ident = part.get("ident") or part.get("identifier")
                assert re.fullmatch(r"option_[1-9]", ident)
                assert not general.search(f"{ident}_fb")


def test_forms_say_nothing_back_and_lessons_do(files):
    canvas, package = opened(files[CANVAS]), opened(files[PACKAGE])
    for name in ("00", "01", "08", "fa", "fb", "fd"):
        meta, control = (
            canvas[f"{name}/assessment_meta.xml"],
            package[f"{name}/test.xml"].find(".//itemSessionControl"),
        )
        form = name.startswith("f")
        assert (meta.findtext("hide_results") or "") == ("always" if form else "")
        assert meta.findtext("show_correct_answers") == ("false" if form else "true")
        assert meta.findtext("quiz_type") == ("assignment" if form else "practice_quiz")
        assert meta.findtext("shuffle_answers") == "false"
        assert float(meta.findtext("points_possible")) == len(
            package[f"{name}/test.xml"].findall(".//assessmentItemRef")
        )
        assert control.get("showFeedback") == control.get("showSolution") == ("false" if form else "true")
        assert control.get("maxAttempts") == ("1" if form else "0")


def test_zips_bear_no_time_of_their_making(files):
    for name in (CANVAS, PACKAGE):
        with zipfile.ZipFile(io.BytesIO(files[name])) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


HOSTILE = st.one_of(
    st.text(min_size=1).filter(str.strip),
    st.sampled_from(
        [
            "]]>", "<![CDATA[x", "&amp;amp;", "<script>alert(1)</script>", "$$x$$", "\\(a\\)", "\\[b\\]", "{{ x }}",
            "{% if %}", "a\x00b\x1f", "\ud800", "\ufffe", "“x”", "&#60;", "--><!--", "@@PLUGINFILE@@", "<br/>", "'\"",
            "a\nb", "%s {0}", "Ⅷ ١٢ 李", "\u202egnirts", "a//b/c", "$course$",
        ]
    ),
)  # fmt: skip


def as_seen(text: str) -> str:
    """Return *text* with a sign for every character that no XML holds, and its line ends as XML reads them."""
    held = "".join(
        c if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff" else "\ufffd"
        for c in text
    )
    return held.replace("\r\n", "\n").replace("\r", "\n")


@given(st.tuples(*[HOSTILE] * 7), st.sampled_from(["choice", "choices"]))
def test_no_text_is_lost_or_escaped_twice(texts, kind):
    prompt, a, b, why_a, why_b, reason, title = texts
    one = question(kind, [("right", a, why_a), ("wrong", b, why_b)], prompt=prompt, reason=reason, hint=why_b)
    read = read_all(one, title)
    assert len(read) == 3
    places = list(one.options)
    right, wrong = places.index("o0"), places.index("o1")
    for found in read:
        lines = prompt.strip().split("\n\n")
        assert found.body.startswith(as_seen("\n".join(line for line in lines if line.strip())))
        assert [found.options[right], found.options[wrong]] == [as_seen(t).removesuffix("\n") for t in (a, b)]
        assert as_seen(why_b) in found.told({wrong})
        assert as_seen(why_a) in found.told({right})
        assert (found.score({right}), found.score({wrong})) == (1, 0)
        for html in found.html:
            assert "$$" not in html
            assert "\\(" not in html
            assert "\\[" not in html


@given(st.lists(HOSTILE, min_size=3, max_size=3))
def test_claims_titles_and_passages_keep_their_text(texts):
    claim, title, passage = texts
    entry = {
        "id": "x-1", "type": "verdict", "rung": "alone", "sound": "stop", "prompt": "Does it?", "text": "t",
        "claim": claim, "reason": "So.",
        "options": [
            {"id": "supported", "wrong": "No."},
            {"id": "says_less", "right": "Yes."},
            {"id": "not_supported", "wrong": "No."},
        ],
    }  # fmt: skip
    one = TYPES["verdict"](entry, "x_test", Ground(title, passage, True, None))
    for found in read_all(one):
        assert f"{as_seen(title)}. We made this text up." in found.body
        assert f"Claim: {as_seen(claim)}" in found.body
        assert found.body.count("“Does not support”") == 1
        for line in passage.rstrip().splitlines():
            assert not line.strip() or as_seen(line.rstrip()) in found.body
