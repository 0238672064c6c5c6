"""Charts show bounds as bounds, gaps as gaps, and say in words what they show."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from whosays import charts
from whosays.case import provenance
from whosays.charts import style
from whosays.charts.facts import facts
from whosays.charts.shown import alt_text, data_table, show
from whosays.text.toll import Toll


def deaths(case, side="KGZ") -> pd.DataFrame:
    reports = case.reports
    official = (reports["source_kind"] == "government") & reports["reported_at"].str.startswith("2022-09-")
    return reports[official & (reports["measure"] == "deaths") & (reports["side"] == side)]


DRAW = {
    "over time": lambda case: charts.reports_over_time(deaths(case)),
    "over time, with gaps": lambda case: charts.reports_over_time(deaths(case, "TJK")),
    "by source": lambda case: charts.reports_by_source(deaths(case, "TJK")),
    "bounds": lambda case: charts.bounds({"at least 20": Toll(20, None), "almost 50": Toll(None, 49)}),
    "overlap": lambda case: charts.sum_with_overlap(Toll(9, 9), Toll(5, 5), ("A", "B"), 2),
    "graph": lambda case: charts.provenance_graph(provenance.graph(case.relays, "statement")),
    "alignment": lambda case: charts.alignment(case.statement, case.words("c08")),
    "voices": lambda case: charts.voices(case.claims),
    "two bars": lambda case: charts.two_bars({"Before": (4, 8, 2, 8), "After": (8, 8, 8, 8)}),
    "two bars, one test not taken": lambda case: charts.two_bars(
        {"Before": (4, 8, 2, 8), "After": (0, 0, 0, 0)}
    ),
    "calibration": lambda case: charts.calibration_curve([(50, 2, 1), (70, 5, 4), (90, 4, 1), (100, 5, 5)]),
}
each_chart = pytest.mark.parametrize("draw", DRAW.values(), ids=DRAW)


def texts(ax: Axes) -> list[Text]:
    ax.figure.draw_without_rendering()
    found = [t for t in ax.findobj(Text) if t.get_visible() and t.get_text().strip()]
    return [t for t in found if t.get_window_extent().width > 0]


@each_chart
def test_a_chart_says_in_words_what_it_shows(case, draw):
    ax = draw(case)
    assert 40 <= len(alt_text(ax).split()) <= 130
    assert len(data_table(ax)) > 0
    assert show(ax).html.startswith("<figure")


@pytest.mark.slow("every chart of ours: its contract, its words, its letters")
@each_chart
def test_no_words_overlap(case, draw):
    boxes = [(t.get_text(), Text.get_window_extent(t).shrunk(0.98, 0.9)) for t in texts(draw(case))]
    clashes = [
        (a, b)
        for n, (a, box) in enumerate(boxes)
        for b, other in boxes[n + 1 :]
        if a != b and box.overlaps(other)
    ]
    assert clashes == []


@pytest.mark.slow("every chart of ours: its contract, its words, its letters")
@each_chart
def test_a_chart_drawn_for_the_first_time_is_whole(case, draw):
    """A lesson shows the first drawing, where an arrow may not know yet where its box will be."""
    canvas = FigureCanvasAgg(draw(case).figure)
    assert ink(canvas) == pytest.approx(ink(canvas), rel=0.005)  # a layout may still move by a pixel


def ink(canvas: FigureCanvasAgg) -> float:
    """Draw, and return how much of the page is covered."""
    canvas.draw()
    return float((255 - np.array(canvas.buffer_rgba())[..., :3].astype(float)).sum())


@pytest.mark.slow("every chart of ours: its contract, its words, its letters")
@each_chart
def test_letters_are_large_enough_to_read(case, draw):
    assert min(t.get_fontsize() for t in texts(draw(case))) >= 9


def test_a_report_without_a_figure_keeps_a_mark_of_its_own(case):
    ax = charts.reports_over_time(deaths(case, "TJK"))
    assert "no figure" in "\n".join(t.get_text() for t in texts(ax))


def test_a_report_without_a_figure_stands_below_zero_in_a_strip_with_a_name(case):
    ax = charts.reports_over_time(deaths(case, "TJK"))
    ax.figure.draw_without_rendering()
    zero = ax.transData.transform((0, 0))[1]
    crosses = [line for line in ax.get_lines() if line.get_marker() == "x" and len(line.get_xdata())]
    inside = [line for line in crosses if line.get_transform() == ax.get_xaxis_transform()]
    places = [ax.transAxes.transform((0, line.get_ydata()[0]))[1] for line in inside]
    assert len(places) == 2
    assert all(ax.bbox.y0 < place < zero - 8 for place in places)
    ticks = {
        tick.get_text(): place for tick, place in zip(ax.get_yticklabels(), ax.get_yticks(), strict=True)
    }
    assert ticks["no figure"] < 0
    assert min(place for words, place in ticks.items() if words != "no figure") == 0
    values = [value for one in facts(ax)["panels"][0]["series"] for value in one["values"]]
    assert min(values) > 0  # nobody reported none; what has no figure is not among the figures


def test_an_axis_without_such_a_report_begins_at_zero(case):
    ax = charts.reports_over_time(deaths(case))
    assert ax.get_ylim()[0] == 0
    assert "no figure" not in [t.get_text() for t in texts(ax)]


@pytest.mark.filterwarnings("ignore:AutoDateLocator")
def test_reports_none_of_which_has_a_figure_can_be_drawn(case):
    reports = deaths(case, "TJK")
    ax = charts.reports_over_time(reports[reports["value"].isna()])
    assert "no figure" in [t.get_text() for t in texts(ax)]


def test_a_chart_may_have_another_title(case):
    assert charts.bounds({"a": Toll(1, 2)}, title="One phrase").get_title("left") == "One phrase"
    told = provenance.graph(case.relays, "statement")
    assert charts.provenance_graph(told, title="One figure").get_title("left") == "One figure"


def test_the_words_of_a_bound_stay_inside_of_the_axes():
    tolls = {"none": Toll(None, None), "one": Toll(1, 1), "a": Toll(None, 2), "many": Toll(90, 900)}
    ax = charts.bounds(tolls)
    frame = ax.get_window_extent()
    words = [t for t in texts(ax) if t in ax.texts]
    assert len(words) == 4
    boxes = [Text.get_window_extent(t) for t in words]
    assert all(frame.x0 <= box.x0 and box.x1 <= frame.x1 for box in boxes)


def test_mixed_measures_are_refused_with_a_remedy(case):
    mixed = case.reports[case.reports["measure"].isin(["deaths", "injured"])]
    with pytest.raises(ValueError, match="one measure per chart"):
        charts.reports_by_source(mixed)


def test_an_empty_table_is_refused_with_a_remedy(case):
    for draw in (charts.reports_over_time, charts.reports_by_source, charts.voices):
        table = case.claims if draw is charts.voices else case.reports
        with pytest.raises(ValueError, match="no rows to draw"):
            draw(table.head(0))
    with pytest.raises(ValueError, match="no tolls"):
        charts.bounds({})
    with pytest.raises(ValueError, match="no words"):
        charts.alignment(" ", "word")


def test_a_floor_stays_open_and_an_exact_figure_does_not():
    open_ends = [
        line for line in charts.bounds({"a": Toll(20, None)}).get_lines() if line.get_marker() == ">"
    ]
    closed = [line for line in charts.bounds({"a": Toll(20, 20)}).get_lines() if line.get_marker() == ">"]
    assert len(open_ends) == 1
    assert open_ends[0].get_markerfacecolor() == "white"
    assert closed == []


def test_the_overlap_changes_the_bounds_that_are_drawn():
    said = [alt_text(charts.sum_with_overlap(Toll(9, 9), Toll(5, 5), ("A", "B"), k)) for k in (None, 0, 2)]
    assert ["between 9 and 14" in said[0], "14 different" in said[1], "12 different" in said[2]] == [True] * 3


def test_two_relays_between_the_same_two_bend_apart(case):
    ax = charts.provenance_graph(provenance.graph(case.relays, "statement"))
    bends = {t.arrowprops["connectionstyle"] for t in ax.texts if getattr(t, "arrowprops", None)}
    assert len(bends) == 3


def test_every_figure_of_the_case_can_be_drawn_as_a_graph(case):
    for figure in case.relays["figure"].unique():
        assert provenance.graph(case.relays, figure).number_of_edges() == len(
            data_table(charts.provenance_graph(provenance.graph(case.relays, figure)))
        )


def test_an_alignment_names_each_change_by_sign_and_word():
    rows = {t.get_text() for t in texts(charts.alignment("They may come now", "They come soon now"))}
    assert {"= same", "− dropped", "+ added"} <= rows or {"= same", "~ replaced"} <= rows


def test_voices_counts_what_the_claims_hold(case):
    tally = data_table(charts.voices(case.claims)).set_index("speaker")
    assert tally.to_numpy().sum() == len(case.claims)
    assert tally.loc["nobody named"].sum() == (case.claims["speaker"] == "not_said").sum()


def test_two_bars_draw_what_was_stopped_and_what_was_kept():
    table = data_table(charts.two_bars({"Before": (7, 8, 2, 8)}))
    assert list(zip(table["count"], table["asked"], strict=True)) == [(7, 8), (6, 8)]
    lengths = [bar.get_width() for bar in charts.two_bars({"Before": (7, 8, 2, 8)}).patches]
    assert lengths == [87.5, 75]
    with pytest.raises(ValueError, match="no test to draw"):
        charts.two_bars({})


def test_a_calibration_curve_without_answers_says_so():
    ax = charts.calibration_curve([])
    assert "no answers yet" in {text.get_text() for text in texts(ax)}
    assert "no answers yet" in alt_text(ax)


def claims(*told: tuple[str, str]) -> pd.DataFrame:
    """Build claims from (who speaks, kind), as Case.claims holds them; nobody speaks where who is empty."""
    table = pd.DataFrame(told, columns=["speaker_name", "kind"])
    return table.assign(speaker=table["speaker_name"].replace("", "not_said"))


def dots(ax: Axes) -> dict[tuple[str, str], int]:
    """Return the numbers that stand on a chart of voices, by the labels of their row and column."""
    names = [[tick.get_text() for tick in ticks] for ticks in (ax.get_yticklabels(), ax.get_xticklabels())]
    return {
        (names[0][round(y)], names[1][round(x)]): int(t.get_text())
        for t in ax.texts
        for x, y in [t.get_position()]
    }


def test_voices_counts_claims_of_any_kind_and_names_the_kinds_without_a_column():
    told = claims(
        ("Mayor", "forecast"), ("Mayor", "event"), ("", "oral_history"), ("", "forecast"), ("", "event")
    )
    ax = charts.voices(told)
    drawn = {place: count for place, count in dots(ax).items() if count}
    assert drawn == {
        ("Mayor", "tells events, background"): 1, ("Mayor", "does something else"): 1,
        ("nobody named", "tells events, background"): 1, ("nobody named", "does something else"): 2,
    }  # fmt: skip
    assert "5 claims" in alt_text(ax)
    assert "The last column counts forecast, oral history." in alt_text(ax)
    assert ax.get_xlim()[1] > 4  # the last column stands inside of the frame


def test_voices_has_no_column_for_other_kinds_where_there_are_none(case):
    ax = charts.voices(case.claims)
    assert "does something else" not in {t.get_text() for t in texts(ax)}
    assert "last column" not in alt_text(ax)


def test_voices_counts_claims_with_an_empty_cell():
    told = claims(("Mayor", "event"), ("Clinic", "toll_side"), ("Army", "event"))
    told.loc[0, "kind"], told.loc[1, "speaker_name"], told.loc[2, ["speaker", "speaker_name"]] = (
        None,
        None,
        None,
    )
    drawn = {
        place
        for place, count in dots(charts.voices(told.assign(speaker=["may", "cli", None]))).items()
        if count
    }
    assert drawn == {
        ("Mayor", "does something else"), ("cli", "gives figures"),
        ("nobody named", "tells events, background"),
    }  # fmt: skip


def test_voices_counts_the_same_rows_twice_where_they_are_given_twice(case):
    twice = pd.concat([case.claims, case.claims])
    assert sum(dots(charts.voices(twice)).values()) == 2 * len(case.claims)


@pytest.mark.parametrize(
    ("most", "words"),
    [
        (9, "one; two words; three more words; four"),
        (7, "one; two words; three more words; four"),
        (6, "one; two words; three more words; and 1 more in the table"),
        (5, "one; two words; and 2 more in the table"),
        (3, "one; two words; and 2 more in the table"),
        (2, "one; and 3 more in the table"),
        (0, "and 4 more in the table"),
    ],
)
def test_a_list_in_words_ends_at_the_last_item_that_fits_and_counts_the_others(most, words):
    assert style.listed(iter(["one", "two words", "three more words", "four"]), most) == words


def test_an_item_of_a_list_is_not_jumped_over_for_a_shorter_one():
    assert style.listed(["a long item of words", "b"], 3) == "and 2 more in the table"


def test_a_text_alternative_fills_its_120_words_and_no_more():
    told = style.alt("First sentence.", [f"item {n}" for n in range(200)], "The last sentence.")
    assert 118 <= len(told.split()) <= 120
    assert told.startswith("First sentence. item 0; item 1;")
    assert told.endswith("more in the table. The last sentence.")
