"""The three forms of the test: parallel, balanced, and of use to nobody who doubts or believes everything."""

import re
from collections import Counter, defaultdict
from itertools import combinations, groupby

import pytest

from tests.conftest import ROOT
from whosays.answers.first_answers import FirstAnswer
from whosays.answers.measures import calibration_table, overconfidence, sensitivity, tally
from whosays.questions import Bank, Question, judge
from whosays.wording import check_quote

NAMES = ("fa_form_a", "fb_form_b", "fd_form_delayed")
# What each item is about, in the order of its form. The ids are bare numbers: a reader may see them.
ABOUT = {
    "fa": """M1 stop, M6 keep, M2 stop, M5 keep, M7 keep, M8 stop, M6 stop, M11 keep,
             M1 keep, M4 stop, M7 stop, M2 keep, M8 keep, M11 stop, M4 keep, M5 stop""",
    "fb": """M7 keep, M1 keep, M4 stop, M11 keep, M6 stop, M8 stop, M2 stop, M5 keep,
             M11 stop, M8 keep, M7 stop, M2 keep, M5 stop, M4 keep, M6 keep, M1 stop""",
    "fd": """M11 stop, M8 keep, M2 keep, M5 stop, M4 keep, M7 stop, M8 stop, M6 stop,
             M2 stop, M5 keep, M4 stop, M1 keep, M7 keep, M11 keep, M6 keep, M1 stop""",
}
PAIRS = {
    f"{form}-{number:02}": tuple(about.split())
    for form, items in ABOUT.items()
    for number, about in enumerate(items.split(","), 1)
}
SHEETS = {sheet.lesson: sheet for sheet in Bank.open(ROOT / "data" / "questions").sheets()}
FORMS = {name: list(SHEETS[name].questions()) for name in NAMES}
MISCONCEPTIONS = {"M1", "M2", "M4", "M5", "M6", "M7", "M8", "M11"}
each_form = pytest.mark.parametrize("form", FORMS.values(), ids=NAMES)
each_sheet = pytest.mark.parametrize("sheet", [SHEETS[name] for name in NAMES], ids=NAMES)

# Names of the real case and of the invented one that students work on in the lessons.
KNOWN = re.findall(
    r"\w+",
    """Kyrgyz Tajik Batken Isfara Sughd Vorukh Leilek Dushanbe Bishkek Russia Putin
    Kremlin Tirrem Ottavane Yarrode Tolvemar Lummerel Havrune Corvelet Dunmerel Kellowin
    Brenle Lindeth Tolme Tarle""",
)
# Words that might tell a weak claim from a sound one without reading the text.
CUES = ["at least", "said", "confirmed", "may", "can", "must", "all", "only", "each", "both", "or more"]
CUES += ["independent", "not", "every", "exactly", "according to", "by the", "figure", "number"]


def pair(question: Question) -> tuple[str, str]:
    """Return the misconception a question is about, and what a sound reader does: ("M6", "stop")."""
    misconception, sound = PAIRS[question.id]
    return misconception, sound


def claims(form: list[Question], sound: str) -> list[str]:
    return [question.entry["claim"] for question in form if question.entry["sound"] == sound]


def words(text: str) -> list[str]:
    return re.findall(r"[\w’]+", text)


def answered(form: list[Question], answer: str) -> list[FirstAnswer]:
    """Return the rows of a reader who gives *answer* to everything."""
    rows = []
    for question in form:
        result = judge(question, answer)
        shown, stopped = result.misconception, answer != "supported"
        rows.append(
            FirstAnswer(
                question.id, question.lesson, question.entry["sound"], shown, result.score, None, stopped
            )
        )
    return rows


@each_form
def test_a_form_has_sixteen_unseen_verdicts_and_says_nothing_back(form):
    assert [q.id for q in form] == [f"{form[0].id[:2]}-{number:02}" for number in range(1, 17)]
    assert {(q.type, q.entry["rung"], q.silent, q.ground.invented) for q in form} == {
        ("verdict", "unseen", True, True)
    }


@each_form
def test_eight_claims_are_to_be_stopped_and_eight_to_be_kept(form):
    assert Counter(q.entry["sound"] for q in form) == {"stop": 8, "keep": 8}


@each_form
def test_each_misconception_comes_once_each_way(form):
    assert Counter(map(pair, form)) == {(m, s): 1 for m in MISCONCEPTIONS for s in ("stop", "keep")}
    assert [q.id for q in form if pair(q)[1] != q.entry["sound"]] == []


@each_form
def test_believing_a_weak_claim_shows_its_misconception(form):
    shown = {pair(q)[0]: judge(q, "supported").misconception for q in form if q.entry["sound"] == "stop"}
    assert shown == {name: name for name in MISCONCEPTIONS}


@each_form
def test_a_sound_claim_is_supported_and_stopping_it_shows_over_doubt(form):
    for question in (q for q in form if q.entry["sound"] == "keep"):
        assert judge(question, "supported").score == 1
        assert {judge(question, o).misconception for o in ("says_less", "not_supported")} == {"M12"}


@each_form
def test_says_less_and_not_supported_are_each_right_four_times(form):
    assert Counter(q.entry["accept"][0] for q in form if q.entry["sound"] == "stop") == {
        "says_less": 4,
        "not_supported": 4,
    }
    assert all(len(q.entry["accept"]) == 1 for q in form)


@each_form
def test_believing_everything_gets_half(form):
    rows = answered(form, "supported")
    assert sum(row.score for row in rows) == 8
    assert tally(rows) == (0, 8, 0, 8)


@each_form
@pytest.mark.parametrize("answer", ["says_less", "not_supported"])
def test_doubting_everything_stops_the_sound_claims_too(form, answer):
    rows = answered(form, answer)
    assert tally(rows) == (8, 8, 8, 8)
    assert sensitivity(tally(rows)).d_prime == pytest.approx(0)
    assert sum(row.score for row in rows) == 4


@each_form
def test_which_way_of_stopping_is_chosen_changes_no_measure_of_confidence(form):
    """Careful readers differ between *says less* and *does not support*; both stop the claim."""
    rows = [row._replace(confidence=80) for row in answered(form, "says_less")]
    others = [row._replace(confidence=80) for row in answered(form, "not_supported")]
    for measure in (overconfidence, calibration_table):
        assert measure(rows) == measure(others)
    assert [row.right for row in rows] == [row.sound == "stop" for row in rows]


def test_the_forms_are_parallel_item_by_item():
    keys = [{pair(q): (q.entry["accept"], q.prompt) for q in form} for form in FORMS.values()]
    assert keys[0] == keys[1] == keys[2]
    every = {q.id: q for form in FORMS.values() for q in form}
    for question in every.values():
        around = [question.id]
        while (after := every[around[-1]].parallel) != question.id:
            around.append(after)
        assert len({name[:2] for name in around}) == 3
        assert len({pair(every[name]) for name in around}) == 1


def test_items_that_share_a_text_share_one_in_every_form():
    shared = []
    for form in FORMS.values():
        together = defaultdict(set)
        for question in form:
            together[question.entry["text"]].add(pair(question))
        shared.append({frozenset(pairs) for pairs in together.values()})
    assert shared[0] == shared[1] == shared[2]


@pytest.mark.parametrize(("one", "other"), list(combinations(NAMES, 2)))
def test_no_text_and_no_claim_is_in_two_forms(one, other):
    for told in (lambda q: q.ground.text, lambda q: q.ground.title, lambda q: q.entry["claim"]):
        assert {told(q) for q in FORMS[one]} & {told(q) for q in FORMS[other]} == set()


def test_no_name_is_in_the_texts_of_two_forms():
    names = []
    for form in FORMS.values():
        inside = " ".join(re.sub(r"(^|[.:?“]\s*)\w+", " ", q.ground.text, flags=re.MULTILINE) for q in form)
        names.append(set(re.findall(r"\b[A-Z][a-z]{3,}", inside)))
    common = {name for one, other in combinations(names, 2) for name in one & other}
    assert common - {"Friday", "Monday", "Saturday", "Sunday", "Thursday", "Tuesday", "Wednesday"} == set()


@each_sheet
def test_no_name_of_a_case_is_in_a_form(sheet):
    text = sheet.path.read_text(encoding="utf-8").split("\n", 3)[3]
    assert [name for name in KNOWN if name.casefold() in text.casefold()] == []


@each_form
def test_the_two_members_of_a_pair_stand_apart(form):
    places = defaultdict(list)
    for place, question in enumerate(form):
        places[pair(question)[0]].append(place)
    assert [(name, at) for name, at in places.items() if at[1] - at[0] < 4] == []


def test_the_order_of_stopping_and_keeping_follows_no_rule():
    orders = [[q.entry["sound"] for q in form] for form in FORMS.values()]
    for order in orders:
        runs = [len(list(run)) for _, run in groupby(order)]
        assert max(runs) <= 4
        assert len(set(runs)) > 1
    assert len(set(map(tuple, orders))) == 3


@each_form
def test_weak_and_sound_claims_are_equally_long(form):
    means = [sum(len(words(c)) for c in claims(form, sound)) / 8 for sound in ("stop", "keep")]
    assert max(means) <= 1.25 * min(means)


@each_form
def test_weak_and_sound_claims_rest_on_equally_long_texts(form):
    means = []
    for sound in ("stop", "keep"):
        means.append(sum(len(words(q.ground.text)) for q in form if q.entry["sound"] == sound) / 8)
    assert max(means) <= 1.25 * min(means)


@each_form
def test_no_word_of_a_claim_gives_the_answer(form):
    """No cue, and no other word, stands in three claims of one kind and in none of the other."""
    weak, sound = (claims(form, kind) for kind in ("stop", "keep"))
    telling = []
    for word in {*CUES, *(word.casefold() for claim in weak + sound for word in words(claim))}:
        found = [
            sum(f" {word} " in f" {' '.join(words(c.casefold()))} " for c in kind) for kind in (weak, sound)
        ]
        if max(found) >= 3 and min(found) == 0:
            telling.append((word, found))
    assert telling == []


@each_form
def test_quotation_marks_keep_their_promise_in_one_item_and_break_it_in_the_other(form):
    verdicts = {}
    for question in (q for q in form if pair(q)[0] == "M2"):
        statement, retelling = question.ground.text.split("\n\n")
        [said], [quoted] = (re.findall("“([^”]+)”", part) for part in (statement, retelling))
        verdicts[question.entry["sound"]] = check_quote(quoted, said).verdict
    assert verdicts == {"stop": "altered", "keep": "verbatim"}


@each_form
def test_no_text_with_a_sum_says_that_it_is_one(form):
    for question in (q for q in form if pair(q) == ("M5", "stop")):
        assert not re.search(r"\badd|\bsum\b|no other source", question.ground.text)


@each_form
def test_sums_come_out(form):
    for question in (q for q in form if pair(q)[0] == "M5"):
        [total] = re.findall(r"\d+", question.entry["claim"])
        figures = [int(n) for n in re.findall(r"\d+", question.ground.text) if n != total]
        assert sum(figures) == int(total)


@each_form
def test_texts_are_short_and_plain(form):
    for question in form:
        text = question.ground.text
        assert 30 <= len(words(text)) <= 90, question.id
        sentences = re.split(r"(?<=[.?!:])[”\s]+", text)
        assert max(len(words(sentence)) for sentence in sentences) <= 25, question.id


@each_form
def test_explanations_are_short_and_no_two_are_alike(form):
    told = [o.get("right") or o["wrong"] for q in form for o in q.entry["options"]]
    assert [why for why in told if len(why.split()) > 35] == []
    assert len(set(told)) == len(told)


@each_form
def test_most_items_of_a_form_are_not_about_the_dead(form):
    dead = [q.id for q in form if re.search(r"\b(bodies|killed|dead|died)\b", q.ground.text)]
    assert len(dead) <= 4
