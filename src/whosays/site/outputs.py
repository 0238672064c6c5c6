"""Show what cells put out where no kernel runs: tables, figures, texts, and widgets as they first look."""

import html
import re
from collections.abc import Mapping
from typing import Any

from whosays.questions.view import IN_LAB

VIEW = "application/vnd.jupyter.widget-view+json"
State = Mapping[str, Mapping[str, Any]]


def output_html(output: Mapping[str, Any], state: State) -> str:
    """Return one *output* of a cell as HTML; *state* holds the widgets of the notebook."""
    data = output.get("data", {})
    if VIEW in data:
        shown = (
            _text(data["text/html"]) if "text/html" in data else widget_html(data[VIEW]["model_id"], state)
        )
        kind = "question" if "<section>" in shown else "panel"
        return _framed(_mended(shown), kind, "Question" if kind == "question" else "Panel") if shown else ""
    if "text/html" in data:
        return _framed(_mended(_text(data["text/html"])))
    if "image/png" in data:
        raise ValueError("a picture without alternative text; show figures with show()")
    plain = _text(output.get("text") or data.get("text/plain") or output.get("evalue", ""))
    return _framed(f"<pre>{html.escape(plain)}</pre>") if plain.strip() else ""


def widget_html(name: str, state: State) -> str:
    """Return the widget with the id *name* as HTML: boxes opened, pictures shown, controls told in words."""
    model = state.get(name, {})
    kind, values = str(model.get("model_name", "")), model.get("state", {})
    if "children" in values:
        return "".join(widget_html(child.removeprefix("IPY_MODEL_"), state) for child in values["children"])
    if kind == "HTMLModel":
        return str(values["value"])
    label = str(values.get("description") or "")
    if not label:
        return ""
    if options := values.get("_options_labels"):
        chosen = options[values["index"]] if values.get("index") is not None else "nothing"
        choice = f"{chosen} (live, you choose from: {', '.join(map(str, options))})"
    else:
        low, high = values.get("min", ""), values.get("max", "")
        choice = f"{values.get('value', '')} (live, a slider from {low} to {high})"
    return f'<p class="control">{html.escape(label)}: {html.escape(choice)}</p>'


def _mended(shown: str) -> str:
    """Return HTML as pages need it: without style sheets of its own or headings that head nothing."""
    shown = re.sub(r"<style.*?</style>", "", shown, flags=re.DOTALL)
    shown = re.sub(r"<th[^>]*>\s*</th>", "<td></td>", shown)
    shown = shown.replace(IN_LAB, "Open this page live to answer.")
    return re.sub(r' style="text-align: \w+;"| border="\d"', "", shown)


def _framed(shown: str, kind: str = "output", name: str = "Output") -> str:
    """Return *shown* in a frame that can be scrolled with the keyboard where it is too wide."""
    return f'<div class="{kind}" tabindex="0" role="group" aria-label="{name}">{shown}</div>'


def _text(value: Any) -> str:
    return value if isinstance(value, str) else "".join(value)
