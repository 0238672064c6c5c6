"""Judging needs neither the tables' library, nor the one that draws, nor a notebook."""

import json
import subprocess
import sys

from matplotlib.figure import Figure

from tests.conftest import ROOT
from whosays.charts.facts import facts
from whosays.questions import TYPES

HEAVY = "pandas numpy matplotlib networkx IPython ipywidgets anywidget jsonschema jinja2"
JUDGE_ONE_OF_EACH = """
import json, sys
from whosays.questions import Bank, judge

sheets = [sheet for folder in ("data", "solutions") for sheet in Bank.open(f"{folder}/questions").sheets()]
of_each = {question.type: question for sheet in sheets for question in sheet.questions()}
drawn, scores = json.loads(sys.argv[1]), {}
for kind, question in of_each.items():
    scores[kind] = judge(question, drawn if kind == "chart" else question.fields.accept[0]).score
print(json.dumps([scores, [name for name in sys.argv[2].split() if name in sys.modules]]))
"""


def test_one_answer_of_every_type_is_judged_without_any_heavy_library():
    figure = Figure()
    figure.subplots().step([1, 2], [24, 59], label="Kyrgyz Health Ministry")
    command = [sys.executable, "-c", JUDGE_ONE_OF_EACH, json.dumps(facts(figure)), HEAVY]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    scores, loaded = json.loads(done.stdout)
    assert set(scores) == set(TYPES)
    assert 0 < scores.pop("chart") < 1
    assert set(scores.values()) == {1}
    assert loaded == []
