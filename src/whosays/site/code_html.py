"""Show Python with its words coloured."""

from typing import Any

from nbconvert.filters.highlight import Highlight2HTML

_coloured: Any = Highlight2HTML  # it has no types


def code_html(source: str) -> str:
    """Return Python *source* as HTML; nothing where there is none."""
    if not source.strip():
        return ""
    page = str(_coloured(pygments_lexer="python")(source))
    inner = page[page.index("<pre>") + 5 : page.rindex("</pre>")].replace("<span></span>", "", 1).rstrip()
    return f'<pre class="code" tabindex="0" role="group" aria-label="Code"><code>{inner}</code></pre>'
