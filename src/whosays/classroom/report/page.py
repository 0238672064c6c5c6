"""Make the class report: one page of HTML that needs nothing else, and says nothing of anybody alone."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from whosays.answers.first_answers import FirstAnswer
from whosays.answers.measures import calibration_table, overconfidence, pooled, sensitivity, tally
from whosays.classroom.report.agreement import agreement, contested
from whosays.classroom.report.change import changes, improved, tallies
from whosays.classroom.report.graded_answers import AT_LEAST, Result, given, graded, pairs
from whosays.classroom.report.items import items
from whosays.classroom.report.misconceptions_held import held
from whosays.classroom.report.named_codes import Key

if TYPE_CHECKING:
    from jinja2 import Template

_TEMPLATE = Path(__file__).with_name("report.html")


class Grades(NamedTuple):
    """Hold the submissions of an assignment, or of a test *before* and a test *after*, or of all three."""

    results: Sequence[Result] = ()
    before: Sequence[Result] = ()
    after: Sequence[Result] = ()


def class_report(grades: Grades, key: Key = Key(), names: bool = False) -> str:  # noqa: B008 - a constant
    """Return the report on *grades* as a page of HTML, in the words of *key*.

    Students are called by their pseudonyms unless *names* asks for their names. What fewer than five
    students did is not broken out. The same grades give the same page.
    """
    done = graded(grades.results)
    enough = len(done) >= AT_LEAST
    return _template().render(
        at_least=AT_LEAST,
        about=[key.title(name) for name in _asked(grades)],
        counts=_counts(grades.results),
        enough=enough,
        needs=_needs(grades.results, names) if len(grades.results) >= AT_LEAST else [],
        **(_sections(done, key) if enough else {}),
        change=_change(grades) if grades.before or grades.after else None,
    )


def _asked(grades: Grades) -> list[str]:
    """Return the short names of the assignments and tests that *grades* are of."""
    names = {one["id"].partition("-")[0] for results in grades for row in results for one in row["questions"]}
    return sorted(names)


def _sections(done: list[Result], key: Key) -> dict[str, Any]:
    rows = given(done)
    return {
        "held": [(key.belief(one.misconception), one) for one in held(done) if one.students >= AT_LEAST],
        "rare": [key.belief(one.misconception) for one in held(done) if one.students < AT_LEAST],
        "balance": _balance(rows, done),
        "sure": _sure(rows, done),
        "items": [(key.asked(item.question), item) for item in items(done)],
        "agreement": [(key.column(one.question, one.column), one) for one in agreement(done)],
        "contested": [_contested(one, key) for one in contested(done)],
    }


def _counts(results: Sequence[Result]) -> dict[str, int]:
    status = Counter(result["status"] for result in results)
    return {
        "all": len(results),
        "graded": status["graded"],
        "not graded": len(results) - status["graded"],
        "late": sum(bool(result.get("late")) for result in results),
        "to mark": sum(bool(result.get("to_mark")) for result in results),
    }


def _needs(results: Sequence[Result], names: bool) -> list[tuple[str, str]]:
    """Return the submissions that wait for the teacher, and for what."""
    found = []
    for result in results:
        who = str((result.get("name") if names else "") or result["student"])
        if result["status"] != "graded":
            # A reason may quote what the student wrote, a name or a file's name among it.
            found.append((who, str(result.get("reason") or "") if names else "not graded"))
        elif result.get("to_mark"):
            found.append((who, f"to be marked: {', '.join(result['to_mark'])}"))
    return found


def _balance(rows: list[FirstAnswer], done: list[Result]) -> dict[str, Any] | None:
    """Return weak claims stopped against sound claims kept, where enough students weighed both."""
    each = [tally(given([result])) for result in done]
    counts = pooled(each)
    if sum(bool(one.weak and one.sound) for one in each) < AT_LEAST:
        return None
    from whosays.charts.learning import two_bars
    from whosays.charts.shown import show

    return {
        "counts": counts,
        "measures": sensitivity(counts),
        "figure": show(two_bars({"The class": counts})).html,
    }


def _sure(rows: list[FirstAnswer], done: list[Result]) -> dict[str, Any] | None:
    """Return confidence held against being right; levels that fewer than five students used are left out."""
    used = Counter(level.confidence for result in done for level in calibration_table(given([result])))
    levels = [level for level in calibration_table(rows) if used[level.confidence] >= AT_LEAST]
    if not levels:
        return None
    from whosays.charts.learning import calibration_curve
    from whosays.charts.shown import show

    return {"over": overconfidence(rows), "figure": show(calibration_curve(levels)).html}


def _contested(one: Any, key: Key) -> dict[str, Any]:
    row, column = key.cell(one.question, one.cell)
    readings = [(*key.value(one.question, one.cell, value), count) for value, count in one.readings]
    return {"row": row, "column": column, "question": one.question, "told": one, "readings": readings}


def _change(grades: Grades) -> dict[str, Any]:
    paired = tallies(pairs(grades.before, grades.after))
    told: dict[str, Any] = {
        "before": len(graded(grades.before)),
        "after": len(graded(grades.after)),
        "pairs": len(paired),
    }
    if len(paired) < AT_LEAST:
        return told
    from whosays.charts.learning import two_bars
    from whosays.charts.shown import show

    before, after = (pooled(side) for side in zip(*paired, strict=True))
    figure = show(two_bars({"Before": before, "After": after})).html
    return {**told, "rows": changes(paired), "improved": improved(paired), "figure": figure}


@lru_cache(maxsize=1)
def _template() -> "Template":
    from jinja2 import Environment, StrictUndefined

    house = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    house.filters["per_cent"] = lambda share: f"{100 * share:.0f}"
    house.filters["two"] = lambda number: f"{number:.2f}".replace("-", "−")
    return house.from_string(_TEMPLATE.read_text(encoding="utf-8"))
