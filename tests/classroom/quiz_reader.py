"""Read the files of “whosays quiz” as a platform does, written from the formats and not from our templates.

What a chosen set of options is worth, and what is said then, is worked out from the file alone.
"""

import io
import re
import zipfile
from collections.abc import Callable
from fractions import Fraction
from html.parser import HTMLParser
from typing import NamedTuple
from xml.etree import ElementTree

Element = ElementTree.Element


class Read(NamedTuple):
    """Hold a question as read: texts are those a reader sees; an answer is a set of places, from 0."""

    id: str
    quiz: str
    name: str
    body: str
    several: bool
    shuffled: bool
    options: list[str]
    score: Callable[[set[int]], Fraction]
    told: Callable[[set[int]], list[str]]
    html: list[str]


class _Lines(HTMLParser):
    """Take the text out of HTML, a line for each paragraph or break; refuse what is not closed."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.open = "", []

    def handle_starttag(self, tag, attrs):
        assert not attrs, "no attribute is needed"
        assert tag in {"p", "blockquote", "small", "strong", "span"}, f"{tag} is none of ours"
        self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        assert (tag, attrs) == ("br", [])
        self.text += "\n"

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self.text += "\n" if tag == "p" else ""

    def handle_data(self, data):
        self.text += data


def text(html: str) -> str:
    """Return what a reader sees of *html*."""
    lines = _Lines()
    lines.feed(html)
    lines.close()
    assert lines.open == []
    return lines.text.removesuffix("\n")


def moodle(content: bytes) -> list[Read]:
    """Return the questions of a file of Moodle XML."""
    found, category = [], ""
    for one in ElementTree.fromstring(content):
        if one.get("type") == "category":
            category = one.findtext("category/text")
            continue
        assert one.get("type") == "multichoice"
        found.append(_of_moodle(one, category))
    return found


def _of_moodle(one: Element, category: str) -> Read:
    answers = one.findall("answer")
    worth = [Fraction(answer.get("fraction")) / 100 for answer in answers]
    told = [text(answer.findtext("feedback/text")) for answer in answers]
    general = text(one.findtext("generalfeedback/text"))
    formats = {part.get("format") for part in one.iter() if part.get("format")}
    assert formats == {"html"}
    return Read(
        one.findtext("idnumber"),
        category,
        one.findtext("name/text"),
        text(one.findtext("questiontext/text")),
        {"true": False, "false": True}[one.findtext("single")],
        one.findtext("shuffleanswers") != "false",
        [text(answer.findtext("text")) for answer in answers],
        lambda chosen: min(
            max(sum((worth[place] for place in chosen), Fraction(0)), Fraction(0)), Fraction(1)
        ),
        lambda chosen: [*(told[place] for place in sorted(chosen)), general],
        [part.findtext("text") for part in one.iter() if part.get("format") == "html"],
    )


def opened(content: bytes) -> dict[str, Element]:
    """Return every file of a zip, read as XML, its names without namespaces."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: _bare(ElementTree.fromstring(archive.read(name))) for name in archive.namelist()}


def _bare(root: Element) -> Element:
    for part in root.iter():
        part.tag = re.sub(r"\{.*\}", "", part.tag)
    return root


def qti12(files: dict[str, Element]) -> list[Read]:
    """Return the questions of every assessment that the manifest of a QTI 1.2 package names, in its order."""
    found = []
    for resource in files["imsmanifest.xml"].iter("resource"):
        if resource.get("type") == "imsqti_xmlv1p2":
            assessment = files[resource.find("file").get("href")].find("assessment")
            found += [_of_qti12(item, assessment.get("title")) for item in assessment.iter("item")]
    return found


def _of_qti12(item: Element, quiz: str) -> Read:
    labels = item.findall(".//response_label")
    names = [label.get("ident") for label in labels]
    told = {part.get("ident"): text(part.findtext(".//mattext")) for part in item.iter("itemfeedback")}
    kind = {
        part.findtext("fieldlabel"): part.findtext("fieldentry") for part in item.iter("qtimetadatafield")
    }
    response = item.find(".//response_lid")
    several = response.get("rcardinality") == "Multiple"
    assert kind["question_type"] == ("multiple_answers_question" if several else "multiple_choice_question")

    def run(chosen: set[int]) -> tuple[Fraction, list[str]]:
        score, said = Fraction(0), []
        for rule in item.iter("respcondition"):
            if all(_holds12(part, {names[place] for place in chosen}) for part in rule.find("conditionvar")):
                for setvar in rule.iter("setvar"):
                    score = Fraction(setvar.text) / 100
                said += [told[show.get("linkrefid")] for show in rule.iter("displayfeedback")]
                if rule.get("continue") == "No":
                    break
        return score, said

    return Read(
        item.get("ident"),
        quiz,
        item.get("title"),
        text(item.findtext("presentation/material/mattext")),
        several,
        item.find(".//render_choice").get("shuffle") != "No",
        [text(label.findtext(".//mattext")) for label in labels],
        lambda chosen: run(chosen)[0],
        lambda chosen: run(chosen)[1],
        [part.text for part in item.iter("mattext") if part.text],
    )


def _holds12(part: Element, chosen: set[str]) -> bool:
    match part.tag:
        case "other":
            return True
        case "varequal":
            return part.text in chosen
        case "not":
            return not _holds12(part[0], chosen)
        case "and":
            return all(_holds12(inner, chosen) for inner in part)
    raise AssertionError(part.tag)


def qti21(files: dict[str, Element]) -> list[Read]:
    """Return the questions of every test that the manifest of a QTI 2.1 package names, in its order."""
    found = []
    for resource in files["imsmanifest.xml"].iter("resource"):
        if resource.get("type") == "imsqti_test_xmlv2p1":
            test = files[resource.get("href")]
            folder = resource.get("href").rpartition("/")[0]
            for reference in test.iter("assessmentItemRef"):
                item = files[f"{folder}/{reference.get('href')}"]
                assert item.get("identifier") == reference.get("identifier")
                found.append(_of_qti21(item, test.get("title")))
    return found


def _of_qti21(item: Element, quiz: str) -> Read:
    declared = item.find("responseDeclaration")
    choices = item.findall(".//simpleChoice")
    names = [choice.get("identifier") for choice in choices]
    told = {part.get("identifier"): text(_inner(part.find("div"))) for part in item.iter("modalFeedback")}
    interaction = item.find(".//choiceInteraction")
    several = declared.get("cardinality") == "multiple"
    assert interaction.get("maxChoices") == ("0" if several else "1")
    ours = {names.index(value.text) for value in declared.iter("value")}

    def run(chosen: set[int]) -> tuple[Fraction, list[str]]:
        held = {"RESPONSE": [names[place] for place in sorted(chosen)], "SCORE": Fraction(0), "FEEDBACK": []}
        for rule in item.find("responseProcessing"):
            _run21(rule, held)
        return held["SCORE"], [told[name] for name in held["FEEDBACK"]]

    assert several or len(ours) == 1
    assert run(ours)[0] == 1
    html = [
        _inner(part) for part in (*item.findall("itemBody/div"), *choices, *item.findall("modalFeedback/div"))
    ]
    return Read(
        item.get("identifier").removeprefix("q-"),
        quiz,
        item.get("title"),
        text(_inner(item.find("itemBody/div"))),
        several,
        interaction.get("shuffle") != "false",
        [text(_inner(choice)) for choice in choices],
        lambda chosen: run(chosen)[0],
        lambda chosen: run(chosen)[1],
        html,
    )


def _inner(element: Element) -> str:
    """Return what is inside of *element* as HTML."""
    whole = ElementTree.tostring(element, encoding="unicode", short_empty_elements=True).replace(
        "<br />", "<br/>"
    )
    tail = element.tail or ""
    return re.sub(r"^<[^>]*>|</[^>]*>$", "", whole.removesuffix(tail)) if len(whole) else ""


def _run21(rule: Element, held: dict) -> None:
    match rule.tag:
        case "setOutcomeValue":
            held[rule.get("identifier")] = _value21(rule[0], held)
        case "responseCondition":
            [one] = rule
            assert one.tag == "responseIf"
            if _value21(one[0], held) is True:
                for inner in one[1:]:
                    _run21(inner, held)
        case _:
            raise AssertionError(rule.tag)


def _value21(part: Element, held: dict):
    match part.tag, [_value21(inner, held) for inner in part]:
        case "variable", []:
            return held[part.get("identifier")]
        case "baseValue", []:
            return Fraction(part.text) if part.get("baseType") == "float" else part.text
        case "isNull", [value]:
            return value == []
        case "not", [value]:
            return not value
        case "match", [response, name]:
            return response == [name]
        case "member", [name, response]:
            return name in response
        case "sum", [*values]:
            return sum(values)
        case "divide", [one, other]:
            return one / other
        case "multiple", [*values]:
            return [name for value in values for name in (value if isinstance(value, list) else [value])]
    raise AssertionError(part.tag)
