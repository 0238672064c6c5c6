"""Turn a question into what a front end draws, and into text and HTML for where there is none."""

import html
from typing import Any

from whosays import spans
from whosays.questions import Question
from whosays.spans import Span


def spec_of(question: Question, aside: bool) -> dict[str, Any]:
    """Return all that a front end draws of *question*, as plain JSON; *aside*: asked in place of another."""
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
        "exhibits": question.exhibits(),
        "controls": [control._asdict() for control in question.controls()],
        "confident": question.confident,
        "scored": question.scored,
        "aside": aside,
    }


def as_text(question: Question) -> str:
    """Return *question* as plain text: prompt, passage, and what can be answered."""
    passage = [f"  | {span.of(question.ground.text)}" for span in question.passage]
    exhibits = [f"  {name}: {text}" for name, text in question.exhibits()]
    options = [line for control in question.controls() for line in _listed(control.label, control.options)]
    return "\n".join([question.prompt.strip(), *passage, *exhibits, *options])


def as_html(question: Question) -> str:
    """Return *question* as HTML without any control, for pages where no kernel runs."""
    parts = [
        f"<p><strong>{_safe(paragraph)}</strong></p>" for paragraph in question.prompt.strip().split("\n\n")
    ]
    parts += [f"<blockquote>{_safe(span.of(question.ground.text))}</blockquote>" for span in question.passage]
    parts += [f"<p>{_safe(name)}: {_safe(text)}</p>" for name, text in question.exhibits()]
    for control in question.controls():
        items = "".join(f"<li>{_safe(label)}</li>" for _, label in control.options)
        parts.append(f"<p>{_safe(control.label)}</p>" + (f"<ul>{items}</ul>" if items else ""))
    parts.append("<p><em>Run this cell in JupyterLab to answer.</em></p>")
    return f"<section>{''.join(parts)}</section>"


def _listed(label: str, options: tuple[tuple[str, str], ...]) -> list[str]:
    return [label, *(f"  ( ) {text}" for _, text in options)]


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
