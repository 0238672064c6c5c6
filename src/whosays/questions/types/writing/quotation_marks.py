"""Words between quotation marks, exact or not, how many; and sentences taken over whole."""

import re

from whosays.questions.types.writing.fault import Fault
from whosays.text import spans
from whosays.text.running_text import figures_in
from whosays.wording import check_quote

QUOTED = re.compile(
    r"“([^”]+)”|\"([^\"]+)\"|(?<!\w)‘((?:[^‘’]|’(?=\w))+)’(?!\w)|(?<!\w)'((?:[^']|'(?=\w))+)'(?!\w)"
)
_PLAIN = dict.fromkeys(map(ord, spans.APOSTROPHES), "'")
_LONG = 12  # words that nobody writes twice by chance
_MARKED = re.compile(r"…|\.\.\.|\[")
_ENDING = re.compile(r"(?:ing|ed|es|s|d|ly)$")


class Words:
    """Hold words that may stand between marks: those *about* which is written, and all *quotable* ones."""

    def __init__(self, about: str, quotable: str):
        """Keep both, and read them once."""
        self.about, self.bare_about, self.bare = about, bare(about), bare(quotable)


def altered(text: str, words: Words) -> list[Fault]:
    """Tell of words between quotation marks that are nobody's exact *words*.

    A word alone may have another ending: “demanded” of “We demand”. What is left out or put in is looked
    at only where a sign says that something is.
    """
    for quoted in quotations(text):
        if bare(quoted) in words.bare or (len(quoted.split()) == 1 and _stem(quoted) in words.bare):
            continue
        if not (
            _MARKED.search(quoted) and check_quote(quoted, words.about).verdict in ("elided", "bracketed")
        ):
            return [
                Fault(
                    "quotes",
                    f"Quotation: “{quoted}” stands nowhere in these words. Marks promise exact words.",
                )
            ]
    return []


def too_many(text: str, most: int | None) -> list[Fault]:
    """Tell of more quotations than *most*; a number or a single word between marks is none."""
    found = [quoted for quoted in quotations(text) if len(quoted.split()) > 1 and not figures_in(quoted)]
    bounds = [
        quoted for quoted in found if quoted.casefold() not in ("at least", "more than", "up to", "at most")
    ]
    if most is None or len(bounds) <= most:
        return []
    allowed = "once" if most == 1 else f"{most} times"
    return [Fault("quoted", f"Quotations: there are {len(bounds)}; quote {allowed} at most.", untrue=False)]


def unchanged(text: str, words: Words) -> list[Fault]:
    """Tell of the first long sentence that stands word for word in the text about which it is."""
    for span in spans.sentences(text):
        sentence = span.of(text)
        if len(spans.words(sentence)) >= _LONG and bare(sentence) in words.bare_about:
            return [
                Fault(
                    "changed", f"Unchanged: “{sentence}” stands in the text, word for word. Make it your own."
                )
            ]
    return []


def without_quotations(text: str) -> str:
    """Return *text* with blanks for all that stands between quotation marks; offsets stay."""
    return QUOTED.sub(lambda match: " " * len(match[0]), text)


def quotations(text: str) -> list[str]:
    """Return what stands between quotation marks in *text*, in order."""
    return [next(words for words in match.groups() if words) for match in QUOTED.finditer(text)]


def bare(text: str) -> str:
    """Return the words of *text* in small letters, without anything that stands between them."""
    return " ".join(span.of(text) for span in spans.words(text)).casefold().translate(_PLAIN)


def _stem(word: str) -> str:
    return _ENDING.sub("", bare(word))
