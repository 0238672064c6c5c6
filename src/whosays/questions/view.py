"""Turn a question into what a front end draws, and that into text and HTML for where there is none."""

import html
from collections.abc import Mapping
from typing import Any

from whosays.questions.question import Question
from whosays.text import spans
from whosays.text.spans import Span

IN_LAB = "Run this cell in JupyterLab to answer."  # what questions say where no kernel runs


def spec_of(question: Question) -> dict[str, Any]:
    """Return all that a reader sees of *question*, as plain JSON; nothing of its key is in it."""
    marks = question.type in ("marks", "agents")
    passage = [part for span in question.passage for part in _paragraphs(question.ground.text, span)]
    return {
        "id": question.id,
        "type": "marks" if marks else question.type,
        "prompt": question.prompt.strip().split("\n\n"),
        "source": question.ground.title,
        "invented": question.ground.invented,
        "passage": [_part(question.ground.text, span, marks) for span in passage],
        "stops": [span.start for span in spans.sentences(question.ground.text)] if marks else [],
        "exhibits": [list(pair) for pair in question.exhibits()],
        "controls": [_plain(control._asdict()) for control in question.controls()],
        "confident": question.confident,
        "scored": question.scored,
        "silent": question.silent,
        "aside": False,
    }


def as_text(spec: Mapping[str, Any]) -> str:
    """Return a question as plain text: prompt, passage, and what can be answered."""
    passage = [f"  | {part['text']}" for part in spec["passage"]]
    exhibits = [f"  {name}: {text}" for name, text in spec["exhibits"]]
    options = [line for control in spec["controls"] for line in _listed(control)]
    return "\n".join(["\n\n".join(spec["prompt"]), *passage, *exhibits, *options])


def as_html(spec: Mapping[str, Any]) -> str:
    """Return a question as HTML without any control, for pages where no kernel runs."""
    parts = [f"<p><strong>{_safe(paragraph)}</strong></p>" for paragraph in spec["prompt"]]
    if spec["passage"]:
        lines = "".join(f"<p>{_safe(part['text'])}</p>" for part in spec["passage"])
        note = " We made this text up." if spec["invented"] else ""
        parts.append(f"<blockquote>{lines}</blockquote><p><small>{_safe(spec['source'])}.{note}</small></p>")
    parts += [f"<p>{_safe(name)}: {_safe(text)}</p>" for name, text in spec["exhibits"]]
    for control in spec["controls"]:
        items = "".join(f"<li>{_safe(label)}</li>" for _, label in control["options"])
        parts.append(f"<p>{_safe(control['label'])}</p>" + (f"<ul>{items}</ul>" if items else ""))
    parts.append(f"<p><em>{IN_LAB}</em></p>")
    return f"<section>{''.join(parts)}</section>"


def _listed(control: Mapping[str, Any]) -> list[str]:
    return [control["label"], *(f"  ( ) {text}" for _, text in control["options"])]


def _plain(value: Any) -> Any:
    """Return *value* with lists for tuples, as it would come back from a file of JSON."""
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value


def _safe(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


def _paragraphs(text: str, span: Span) -> list[Span]:
    """Return the lines of *text* inside of *span* that hold anything."""
    found, start = [], span.start
    for line in span.of(text).splitlines(keepends=True):
        if line.strip():
            found.append(Span(start, start + len(line.rstrip())))
        start += len(line)
    return found


def _part(text: str, span: Span, with_words: bool) -> dict[str, Any]:
    words = (
        [list(word) for word in spans.words(text) if span.start <= word.start < span.end]
        if with_words
        else []
    )
    return {"start": span.start, "text": span.of(text), "words": words}
