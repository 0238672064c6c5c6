"""What the rest of a phrase may not say, as the number would not be a count of these people then."""

import re

from whosays.text import terms
from whosays.text.one_person import check_single

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[^\w\s]")

# Words that look like a denial or a vague amount and are none.
_HARMLESS = re.compile(
    r"\b(?:no doubt|no[- ]fly zones?|not only|no longer|no\. of|not been (?:named|identified)|"
    r"(?:asked|wished|wanted|preferred) not to be (?:named|identified|quoted)|"
    r"(?:was|were|is|are) not (?:named|identified|authori[sz]ed\b[^,;.]*)|"
    r"(?:past|last|next|first|previous|recent) (?:few|several|couple of) \w+|"
    r"(?:at least|more than|less than|nearly|almost|up to|about|around|roughly|over)?\s*(?:a )?¤+(?: of)?|"
    r"rather than|other than|(?:revised|corrected|adjusted) (?:up|down)wards?)",
    re.IGNORECASE,
)
# Clauses on a part of the people counted: "most of them civilians", "including women and children".
_PARTS = [
    r"[,(–]\s*(?:(?:the )?(?:vast |overwhelming )?majority|most|many|some|several|all|none|few|half|part)? ?"
    r"of (?:them|whom|those|these|the (?:dead|victims|wounded|injured|casualties|survivors))\b[^,;.()–#]*",
    r"[,(–]\s*(?:most|many|some|all)(?: \w+ly)? (?!injured|wounded|hurt|missing|dead|killed|"
    r"displaced|others)\w+"
    r"(?:ed|en|ing)\b[^,;.()–#]*",
    r"[,(–]?\s*\b(?:including|among them|amongst them|mostly|mainly|chiefly|largely|predominantly|"
    r"primarily)\b"
    r"(?! an? )(?! one )[^,;.()–#]*",
]
_PART = re.compile("|".join(_PARTS), re.IGNORECASE)

# A | stands for the quantity itself.
_PHRASES = {
    "a question": r"\?",
    "a change, not a total": r"\b(?:up|down|revised|raised|rose|risen|rising|fell|fallen|increased|jumped|"
    r"grew|dropped|climbed|lowered) (?:\w+ )?(?:from|by) (?=\|)",
    "a count that goes on": r"(?:\b(?:and|still|is|are|keeps?|kept)|,) (?:still )?(?:rising|climbing|"
    r"growing|mounting|counting|increasing)\b",
    "all but": r"\b(?:all|nothing|none|anything) but\b",
    "an example": r"(?:^|let's |let us )say \||, say$",
    "a ratio": r"\b(?:out of|one in|in every|to one)\b",
    "more of them": r"(?<!\| )\bmore (?:people|bodies|dead|deaths|victims|casualties|injured|"
    r"wounded|missing|hurt|killed|feared|to come|remain|are|were|may|than)\b|"
    r"\b(?:and|with|plus) (?:\w+ )?(?:more|others?)\b",
    "others": r"(?<!\| )\bothers? (?:\w+ )?(?:were|was|are|injured|wounded|hurt|killed|missing|died|dead|"
    r"reported|taken|remain)\b",
    "a vague amount": r"\ban? (?:un\w+ )?(?:number|lot|couple|handful|string|series|group|"
    r"dozen or so) of\b(?!\s*[¤|])|"
    r"\bun(?:known|specified|disclosed|told)(?: number|$| \|)",
    "so many at once": r"\bat (?:a|one|any one) time\b|\bat once\b",
    "a rate": r"\|.*(?<!in )(?<!within )(?<!for )(?<!after )(?<!over )(?<!than )(?<!half )(?<!of )\ban? "
    r"(?:second|minute|hour|day|night|week|month|year)\b(?!\s+(?:after|before|earlier|later|ago|when|of|on|by|as|since|in))",
    "a warning": r"\bwarn(?:s|ed|ing)? (?:of|that)\b|\bto be\b|\babout to\b|\bset to\b|\bgoing to\b|"
    r"\bon (?:track|course) to\b",
}
_TELLS = {reason: re.compile(pattern, re.IGNORECASE) for reason, pattern in _PHRASES.items()}
# The verb, not the month: small, in a headline of capitals, or before a word in another headline.
_MAY = re.compile(r"\bmay\b|\bMAY\b|(?:^|[a-z|] )May (?=[A-Z]?[a-z]+\b)")
_SAYS = {
    "which tells a possibility": terms.words("possibility"),
    "which changes the number and stands apart from it": terms.words("apart"),
    "which denies or withdraws": terms.words("denial"),
    "which tells a rate": terms.words("rate"),
    "which multiplies": terms.words("multiples"),
}
_VAGUE = terms.words("vague") | {"some"}
_THINGS = terms.words("things")


def check_company(left: str, right: str) -> None:
    """Raise ValueError where the words before or after the quantity change what its number means."""
    rest = _PART.sub(" ", _HARMLESS.sub(" ", f"{left.rstrip()} | {right.lstrip()}"))
    for reason, pattern in _TELLS.items():
        if found := pattern.search(rest):
            raise ValueError(f"it tells {reason}: {found[0].strip(' |')!r}")
    if found := _MAY.search(rest):
        raise ValueError(f"it says {found[0].strip()!r}, which tells a possibility")
    _check_words(_WORD.findall(rest))
    check_single(rest)


def _check_words(words: list[str]) -> None:
    """Raise ValueError for a listed word, and for a vague amount of people; "several houses" are none."""
    for at, word in enumerate(words):
        low = word.lower()
        for reason, listed in _SAYS.items():
            if low in listed:
                raise ValueError(f"it says {word!r}, {reason}")
        if low in _VAGUE and _THINGS.isdisjoint(word.lower() for word in words[at + 1 : at + 4]):
            raise ValueError(f"it also holds a vague amount: {word!r}")
