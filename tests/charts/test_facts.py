"""Facts hold what a reader sees on a chart, survive a file, and are refused in words where they were edited."""

import copy
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure

from tests.charts.test_charts import DRAW
from whosays.charts.facts import facts, read_facts
from whosays.charts.shown import describe

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just(10**400),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def chart(**labels) -> tuple[Figure, object]:
    figure = Figure()
    ax = figure.subplots()
    ax.set(**labels)
    return figure, ax


def only(figure) -> dict:
    [panel] = facts(figure)["panels"]
    return panel


def edited(base: dict, path: list, value: object) -> dict:
    """Return *base* with *value* at *path*."""
    changed = copy.deepcopy(base)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return changed


def paths(value, before=()) -> list[list]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path for key, inner in items for path in [[*before, key], *paths(inner, (*before, key))]]


def sample() -> dict:
    figure, ax = chart(title="Reported", xlabel="Source", ylabel="People", ylim=(0, 9))
    ax.bar(["A", "B"], [3, 2], bottom=[0, 1], label="first")
    ax.plot([0, 1], [7, 7], label="second")
    ax.axhline(8)
    ax.errorbar([0], [5], yerr=1, lolims=True, label="third")
    ax.legend()
    describe(figure, "Bars.")
    return facts(figure)


SAMPLE = sample()


def test_facts_of_a_chart_are_its_words_axis_and_series():
    figure, ax = chart(title="Reported", ylabel="People", xlabel="Hour", ylim=(0, 9))
    ax.plot([1, 2], [3, np.nan], label="A")
    ax.set_xticks([1, 2], ["one", "two"])
    ax.set_yticks([0, 9])
    describe(figure, "A  line.")
    series = {
        "values": [3.0], "starts": [], "at": [1.0], "names": ["one"], "notes": [], "label": "A", "bars": False,
        "bound": False, "form": "line", "sloped": False, "look": "#1f77b4 solid", "called": [],
    }  # fmt: skip
    panel = {
        "frame": 0, "title": "Reported", "xlabel": "Hour", "ylabel": "People", "lying": False, "dates": False,
        "dated": False, "value_axis": {"low": 0.0, "high": 9.0, "scale": "linear"}, "series": [series], "legend": [],
        "other_axis": {"low": 0.945, "high": 2.0, "scale": "linear"}, "shapes": [], "hidden": [],
        "place": [0.8, 0.528, 4.96, 3.696],
        "words": ["Hour", "one", "two", "People", "0", "9", "Reported"],
    }  # fmt: skip
    found = facts(figure)
    assert sorted(found["panels"][0].pop("words")) == sorted(panel.pop("words"))
    assert found == {"version": 2, "alt": "A line.", "panels": [panel], "notes": []}


def test_bars_keep_their_starts_and_error_bars_their_arrows():
    bars, line, across, point = SAMPLE["panels"][0]["series"]
    assert (across["form"], across["values"]) == ("across", [8.0])
    assert (bars["values"], bars["starts"], bars["bars"]) == ([3.0, 2.0], [0.0, 1.0], True)
    assert [one["label"] for one in (bars, line, point)] == ["first", "second", "third"]
    assert [one["bound"] for one in (bars, line, point)] == [False, False, True]
    figure, ax = chart()
    ax.bar([0], [5], yerr=1, error_kw={"lolims": True})
    assert only(figure)["series"][0]["bound"]


@pytest.mark.slow("every chart of ours: its contract, its words, its letters")
@pytest.mark.parametrize("draw", DRAW.values(), ids=DRAW)
def test_facts_survive_a_file(case, draw):
    found = facts(draw(case))
    assert read_facts(json.loads(json.dumps(found, allow_nan=False))) == found
    assert found["notes"] == []


def test_values_are_read_where_the_other_axis_names_things():
    figure, ax = chart()
    ax.plot([59, 35], [0, 1], "o")
    ax.set_yticks([0, 1], ["First source", "Second source"])
    assert only(figure)["lying"]
    ax.scatter([41], [1])
    assert [series["values"] for series in only(figure)["series"]] == [[59, 35], [41]]
    ax.set_xticks([35, 59], ["few", "many"])
    assert not only(figure)["series"]  # now both axes name things


def test_a_scale_with_words_is_a_scale():
    figure, ax = chart()
    ax.plot([1, 2], [24, 59])
    ax.set_yticks([0, 1000], ["0 people", "1,000 people"])
    assert only(figure)["series"][0]["values"] == [24, 59]
    figure, ax = chart(yscale="log")
    ax.plot([1, 2], [24, 59])
    ax.set_yticks([1, 10, 100])
    assert only(figure)["series"][0]["values"] == [24, 59]
    assert not only(figure)["lying"]


def test_a_timeline_of_names_holds_no_values():
    figure, ax = chart()
    ax.plot(np.array(["2022-09-17", "2022-09-18"], dtype="datetime64[D]"), ["First source", "Second source"])
    assert only(figure)["series"] == []
    figure, ax = chart()
    ax.barh(["First source"], [3], left=np.array(["2022-09-17"], dtype="datetime64[D]"))
    ax.xaxis_date()
    assert only(figure)["series"] == []


def test_words_are_those_a_reader_sees():
    figure, ax = chart(xlabel="an axis")
    ax.plot([1], [1], label="in the legend")
    ax.text(0, 0, "hidden", visible=False)
    ax.plot([2], [2], label="of a hidden line", visible=False)
    figure.legend()
    figure.suptitle("above")
    panel = only(figure)
    assert {"in the legend", "above", "an axis"} <= set(panel["words"])
    assert not {"hidden"} & set(panel["words"])
    assert panel["title"] == "above"
    assert len(panel["series"]) == 1
    assert "in the legend" in panel["legend"]
    ax.set_axis_off()
    assert "an axis" not in only(figure)["words"]
    ax.set_visible(False)
    assert facts(figure)["panels"] == []


def test_a_label_is_found_where_axes_share_it():
    figure = Figure()
    figure.subplots(1, 2, sharey=True)[0].set_ylabel("People")
    assert facts(figure)["panels"][1]["ylabel"] == "People"
    figure = Figure()
    figure.subplots(1, 2)
    figure.supylabel("People")
    assert [panel["ylabel"] for panel in facts(figure)["panels"]] == ["People", "People"]


def test_axes_that_lie_on_each_other_have_one_frame():
    figure = Figure(layout="constrained")
    above, below = figure.subplots(2)
    twin = above.twinx()
    twin.set_ylabel("of the twin")
    assert [panel["frame"] for panel in facts(figure)["panels"]] == [0, 0, 1]
    assert ["of the twin" in panel["words"] for panel in facts(figure)["panels"]] == [True, True, False]
    assert len(facts(below)["panels"]) == 1
    assert len(facts(twin)["panels"]) == 2


@pytest.mark.slow("the largest charts that are kept")
def test_facts_stay_small_and_say_what_was_cut():
    figure = Figure()
    for ax in figure.subplots(5, 5).flat:
        for _ in range(20):
            ax.plot(np.random.default_rng(1).random(500) * 1e9, label="ж" * 500)
        ax.bar(range(50), range(1, 51), bottom=range(1, 51))
        ax.set_title("word " * 1000)
    describe(figure, "word " * 1000)
    found = facts(figure)
    assert len(json.dumps(found, ensure_ascii=False)) < 65_000
    assert {note.split()[2] for note in found["notes"]} == {"charts", "series", "values", "words"}
    assert read_facts(found) == found


@pytest.mark.slow("the largest charts that are kept")
def test_the_largest_facts_that_are_read_are_those_that_are_written():
    figure, ax = chart()
    ax.plot(range(1_000))
    assert facts(figure)["notes"] == []
    ax.plot([1])
    assert facts(figure)["notes"] == ["Not all values are kept: there are too many."]
    assert read_facts(facts(figure))
    figure, ax = chart()
    ax.bar(range(1_500), 1, bottom=1)
    assert len(only(figure)["series"][0]["starts"]) == 666
    assert read_facts(facts(figure))


@given(JSON)
def test_what_is_not_facts_is_refused_as_a_value_error(value):
    with pytest.raises(ValueError, match=r"^facts"):
        read_facts(value)


@given(st.sampled_from(paths(SAMPLE)), JSON)
def test_edited_facts_are_read_or_refused_as_a_value_error(path, value):
    try:
        read = read_facts(edited(SAMPLE, path, value))
    except ValueError as error:
        assert str(error).startswith("facts")
    else:
        assert json.loads(json.dumps(read, allow_nan=False)) == read
        json.dumps(read, ensure_ascii=False).encode("utf-8")


FIRST = ["panels", 0, "series", 0]


@pytest.mark.parametrize(("path", "value", "message"), [
    (["version"], 3, r"facts\.version is 3; this course reads version 2"),
    (["alt"], None, r"facts\.alt is null, not a text"),
    (["alt"], "a" * 2_001, r"facts\.alt has 2,001 characters; at most 2,000 are read"),
    (["alt"], "\ud800", r"facts\.alt holds half a character"),
    (["panels"], {}, r"facts\.panels is an object, not a list"),
    (["panels"], [1] * 21, r"facts\.panels has 21 items; at most 20 are read"),
    (["panels", 0], [], r"facts\.panels\[0\] is a list, not an object"),
    (["panels", 0, "lying"], 1, r"facts\.panels\[0\]\.lying is a number, not true or false"),
    (["panels", 0, "more"], 1, r"facts\.panels\[0\] does not have exactly the keys frame, title"),
    ([*FIRST, "values", 1], "2", r"series\[0\]\.values\[1\] is a text, not a number"),
    ([*FIRST, "values", 1], True, r"values\[1\] is true or false, not a number"),
    ([*FIRST, "values", 1], float("nan"), r"values\[1\] is not a finite number"),
    ([*FIRST, "values", 1], 10**400, r"values\[1\] is not a finite number"),
    ([*FIRST, "starts"], [1], "more or fewer starts than values"),
    (["panels", 0, "series"], SAMPLE["panels"][0]["series"] * 45, "has 180 items; at most 150"),
    (["panels"], [{**SAMPLE["panels"][0], "series": SAMPLE["panels"][0]["series"] * 30}] * 2, "150 series"),
    (["panels"], [edited(SAMPLE, [*FIRST, "values"], [1] * 1_500)["panels"][0]] * 2, "2,000 numbers"),
])  # fmt: skip
def test_the_message_names_the_place_and_what_should_stand_there(path, value, message):
    with pytest.raises(ValueError, match=message):
        read_facts(edited(SAMPLE, path, value))


def test_a_value_nested_without_end_is_refused():
    deep: list = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(ValueError, match="is a list, not a text"):
        read_facts({**SAMPLE, "alt": deep})


@pytest.mark.parametrize("lost", SAMPLE)
def test_a_lost_key_is_named(lost):
    less = {key: value for key, value in SAMPLE.items() if key != lost}
    with pytest.raises(ValueError, match="exactly the keys version, alt, panels, notes"):
        read_facts(less)


def test_facts_with_more_words_than_a_figure_keeps_are_refused():
    """They would be judged for seconds, and no figure of ours can have them."""
    value = sample()
    value["panels"][0]["words"] += ["x" * 1_999 for _ in range(7)]
    with pytest.raises(ValueError, match="facts hold more than 12,000 characters"):
        read_facts(value)
