"""Turn a notebook that has run into HTML, and into the parts that a search looks through."""

import html
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from whosays.site.code_html import code_html
from whosays.site.outputs import output_html
from whosays.student_copy import text_of

TABLE = (
    '<div class="scroll" tabindex="0" role="group" aria-label="Table">'  # wide ones scroll, by key as well
)
# The one thing of HTML in the prose of lessons: an answer that is folded away. All else is shown as text.
DETAILS = re.compile(r"<p>&lt;details&gt;&lt;summary&gt;(.*?)&lt;/summary&gt;</p>", re.DOTALL)
HEADING = re.compile(r'<h([1-3]) id="([^"]*)">(.*?)</h\1>', re.DOTALL)


class Part(NamedTuple):
    """Hold one section for the search: its *heading*, the *anchor* of that, and its *text*."""

    heading: str
    anchor: str
    text: str


class Body(NamedTuple):
    """Hold a notebook as *html*, its *parts*, and its first paragraph after the title as *lead*."""

    html: str
    parts: list[Part]
    lead: str


def body_of(notebook: dict[str, Any], pages: Mapping[str, str]) -> Body:
    """Return *notebook* as the body of a page; *pages* gives the address of the page of each notebook."""
    state = notebook["metadata"].get("widgets", {})
    state = state.get("application/vnd.jupyter.widget-state+json", {}).get("state", {})
    blocks: list[str] = []
    prose: list[str] = []
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            prose.append(_anchored(prose_html(text_of(cell), pages), "".join(prose)))
            blocks.append(prose[-1])
        elif cell["cell_type"] == "code":
            blocks.append(code_html(text_of(cell)))
            blocks += [output_html(output, state) for output in cell["outputs"]]
    lead = re.search(r"<p>.*?</p>", prose[0], re.DOTALL) if prose else None
    return Body("\n".join(blocks), _parts("\n".join(prose)), lead[0] if lead else "")


def _anchored(shown: str, before: str) -> str:
    """Return *shown* with an id for each heading, other than those that stand *before* it."""

    def mark(heading: re.Match[str]) -> str:
        name = re.sub(r"\W+", "-", _plain(heading[2])).strip("-").lower()
        number = len(re.findall(rf'id="{name}(?:-\d+)?"', before)) + 1
        return f'<h{heading[1]} id="{name}{f"-{number}" if number > 1 else ""}">{heading[2]}</h{heading[1]}>'

    return re.sub(r"<h([1-6])>(.*?)</h\1>", mark, shown, flags=re.DOTALL)


def prose_html(source: str, pages: Mapping[str, str]) -> str:
    """Return Markdown as HTML, with links between notebooks leading to pages and other local ones undone."""
    render = MarkdownWithMath(renderer=IPythonRenderer(escape=True, exclude_anchor_links=True))
    written = re.sub(
        r'<a href="(?!https?:|#)([^"]*)">(.*?)</a>',
        lambda link: _local(link[1], link[2], pages),
        str(render(source)),
        flags=re.DOTALL,
    )
    written = DETAILS.sub(r"<details><summary>\1</summary>", written)
    written = (
        written.replace("<p>&lt;/details&gt;</p>", "</details>")
        .replace("<th></th>", "<td></td>")
        .replace("</table>", "</table></div>")
    )
    return written.replace("<table>", f"{TABLE}<table>")


def _local(target: str, words: str, pages: Mapping[str, str]) -> str:
    path, _, anchor = target.partition("#")
    page = pages.get(path.rsplit("/", 1)[-1])
    return f'<a href="{page}{"#" + anchor if anchor else ""}">{words}</a>' if page else words


def _parts(prose: str) -> list[Part]:
    """Return the sections of *prose*; a section begins with its heading."""
    found = list(HEADING.finditer(prose))
    ends = [*(match.start() for match in found[1:]), len(prose)]
    return [
        Part(_plain(match[3]), "" if match[1] == "1" else match[2], _plain(prose[match.end() : end]))
        for match, end in zip(found, ends, strict=True)
    ]


def _plain(shown: str) -> str:
    """Return HTML as plain text on one line."""
    inline = re.sub(r"</?(?:em|strong|code|a)\b[^>]*>", "", shown)  # within words; other tags part them
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", inline)).split())
