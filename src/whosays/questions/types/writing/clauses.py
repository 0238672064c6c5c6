"""Where the clause of one figure ends and that of the next begins."""

import re

from whosays.questions.types.writing.voices import Voice

# One clause ends here, and another begins; the strong ones begin it for certain.
_STRONG = r"(?:[;—–]|:(?!\d)|\b(?:and|while|whereas|where|but|plus|then|against|although|though|than)\b)"
_STARTS = re.compile(_STRONG)
_BOUNDARY = re.compile(rf",?\s*{_STRONG}\s*|,\s+")
_OPENS = re.compile(
    rf"(?:{_STRONG}|^)[\s,]*(?:(?:on|by|as of|at|in)\b[^,;]*,?\s*)?"
    r"(?:from|the|that of|its|according to|as per)?\s*$"
)
_AND = re.compile(r"(?:, |,? and |, and )(?:the |The )?")
_BREAK = re.compile(r"[;:—–]")
_WHICH = re.compile(r",?\s*(?:which|who|whose)\b")


def cut(text: str, start: int, end: int, voices: list[Voice]) -> int:
    """Return where between two figures, from *start* to *end* of *text*, the second one's clause begins.

    The last of the *voices* between them tells: what follows it without a new clause is its own.
    """
    bounds = list(_BOUNDARY.finditer(text[start:end]))
    inside = [voice for voice in voices if start <= voice.start and voice.end <= end]
    if inside and _belongs_to_next(text, start, end, inside[-1]):
        voice = inside.pop()
        while inside and _AND.fullmatch(text[inside[-1].end : voice.start]):
            voice = inside.pop()  # "according to the Courier and the Weekly": both of them
        earlier = [match for match in bounds if match.start() + start < voice.start]
        strong = [match for match in earlier if _STARTS.search(match[0])]
        last = (strong or earlier)[-1:]
        return start + last[0].start() if last else voice.start
    breaks = [match for match in bounds if _BREAK.search(match[0])] or bounds
    return start + breaks[-1].start() if breaks else end


def _belongs_to_next(text: str, start: int, end: int, voice: Voice) -> bool:
    """Say whether *voice*, between two figures, is the speaker of the second one."""
    before, after = text[start : voice.start], text[voice.end : end]
    if after.strip() == ":":
        return True
    if _STARTS.search(after):
        return False
    begun = _OPENS.search(before) or _STARTS.search(before) or _WHICH.match(after)
    return bool(begun) or not _BOUNDARY.search(after)
