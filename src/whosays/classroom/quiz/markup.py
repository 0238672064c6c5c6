"""Write texts as HTML that every platform takes: escaped once, and no mathematics to be found in it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup, escape

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Platforms look for $$ and \( and set what follows as mathematics; in an element of its own neither is found.
_MATHS = re.compile(r"[$\\]")


def plain(text: str) -> str:
    """Return *text* with a sign for what XML cannot hold in place of each such character."""
    return _NOT_IN_XML.sub("\ufffd", text)


def safe(text: str) -> Markup:
    """Return *text* as HTML, well-formed as XML, too: its lines on lines of their own."""
    held = re.sub("\r\n?|\n", "<br/>", str(escape(plain(text))))
    return Markup(_MATHS.sub(lambda found: f"<span>{found[0]}</span>", held))


def paragraphs(lines: Iterable[str]) -> Markup:
    """Return *lines* as paragraphs; blank ones are left out."""
    return Markup().join(Markup("<p>{}</p>").format(safe(line)) for line in lines if line.strip())


def body(spec: Mapping[str, Any]) -> Markup:
    """Return what is read before the options of a question of which a reader sees *spec*."""
    parts = [paragraphs(spec["prompt"])]
    if spec["passage"]:
        passage = paragraphs(part["text"] for part in spec["passage"])
        note = " We made this text up." if spec["invented"] else ""
        parts.append(Markup("<blockquote>{}</blockquote>").format(passage))
        parts.append(Markup("<p><small>{}.{}</small></p>").format(safe(spec["source"]), note))
    parts += [
        Markup("<p><strong>{}:</strong> {}</p>").format(safe(name), safe(text))
        for name, text in spec["exhibits"]
    ]
    [answer] = spec["controls"]
    if answer["kind"] == "checks":
        parts.append(Markup("<p>{}.</p>").format(safe(answer["label"])))
    return Markup().join(parts)
