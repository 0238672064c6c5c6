"""Numbers that count nobody: dates, years, clock times, spans of time and distance, labels.

Beside a count they are no reason to refuse it, so they are blanked out, sign for sign, and offsets stay.
"""

import re

from whosays.text.number_words import ORDINALS, TENS

BLANK = "¤"

# 1:1, so that offsets stay: spaces; hyphens; dashes; apostrophes; marks of quotation are space.
_SPACES, _HYPHENS = "\u00a0\u2007\u2009\u200a\u202f\n\t", "\u2010\u2011\u2212\uff0d"
_DASHES, _APOSTROPHES, _QUOTES = "\u2012\u2014\u2015", "\u2018\u2019\u02bc", '"\u201c\u201d\u201e«»'
PLAIN = {
    **dict.fromkeys(map(ord, _SPACES + _QUOTES), " "),
    **dict.fromkeys(map(ord, _HYPHENS), "-"),
    **dict.fromkeys(map(ord, _DASHES), "\u2013"),
    **dict.fromkeys(map(ord, _APOSTROPHES), "'"),
    ord("#"): "\u2116",
}

MONTH = (
    r"(?:january|february|march|april|(?-i:May|MAY)|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
)
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?(?!,?\d)"
_YEAR = r"(?<![\d,.])(?:19|20)\d\d(?![\d,.]\d|\d)"
_SOME = (
    r"(?:\d+(?:[.,]\d+)*|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:twen|"
    r"thir|for|fif|six)ty))"
)
_COUNT = (
    rf"(?:{_SOME}(?:[- ](?:to |and |- ?|– ?)?{_SOME})?(?: and a half| more)?|half an?|(?:a|the)? "
    rf"?(?:few|several|couple of))"
)
_TIME = r"(?:second|minute|min|hour|hr|day|night|week|fortnight|weekend|month|year|decade)s?"
_LENGTH = (
    r"(?:km|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|yards?|feet|foot|kg|kilo(?:gram)?s?|tons?|"
    r"tonnes?|hectares?|acres?)"
)
_BESIDE_YEAR = (
    r"(?:in|since|during|until|till|before|after|by|from|through|throughout|early|late|mid|the|its|his|her|"
    r"their|year|spring|summer|autumn|fall|winter|"
    r"(?<!total )(?<!toll )(?<!crowd )(?<!group )(?<!number )(?<!imum )of)"
)
_LABEL = (
    r"no\.|№|nos\.|nr\.?|(?-i:No)|number|page|article|chapter|flight|channel|school|hill|"
    r"checkpoint|route|highway|ward|"
    r"category|magnitude|level|phase|grade|paragraph|resolution|day|gate|platform"
)
_NOT_A_SPAN = r"(?![- ]old|\s+(?:soldiers|labou?rers|workers|guards|watchmen|patrol(?:men)?))"

# What is blanked, in this order. The names are for the reader of this file.
_BLANKED = {
    "footnote": r"(?<=[\w.])\[\d{1,3}\]|"
    r"\[(?:[a-z]|sic|note \d+|citation needed|clarification needed|update)\]",
    "hashtag": r"№[a-z]\w*|@\w+|https?://\S+",
    "date": rf"\b(?:{_DAY}\s?(?:[-–]|and|to)\s?)?{_DAY}[- ](?:of )?{MONTH}(?:,? {_YEAR})?|\b{MONTH} "
    rf"{_DAY}(?:\s?[-–]\s?{_DAY})?(?:,? {_YEAR})?"
    rf"|\b{MONTH},? {_YEAR}|\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b|\b9/11\b",
    "years": rf"\b(?:between|from) {_YEAR} (?:and|to|until) {_YEAR}|{_YEAR}[-–/](?:{_YEAR}|\d\d\b)|"
    rf"\b'?(?:(?:19|20)\d0|[2-9]0)'?s\b",
    "year": rf"\b(?:{_BESIDE_YEAR}|\w+'s) {_YEAR}(?=\W|$)|\({_YEAR}\)|(?<=, ){_YEAR}(?=\s*[,;:)])",
    "hour": r"\b\d{1,2}:\d\d\b(?: ?[ap]\.?m\b\.?)?|\b\d{1,2}\.\d\d ?[ap]\.?m\b\.?|\b\d{1,2} "
    r"?[ap]\.?m\b\.?|\b\d{1,2} o'clock|\b24/7\b|"
    r"\b(?:at|by|before|after|until) \d{3,4} (?=(?:hours|hrs|local|gmt|utc)\b)",
    "label": rf"\b(?:{_LABEL}) ?\d+[a-z]?\b(?!,\d)|№ ?\d+|\bday (?:one|two|three|four|five|six|seven|eight|"
    rf"nine|ten)\b|"
    r"\b(?-i:[A-Z]{1,6}|[A-Z][a-z]{1,5})-?\d+(?:-?[A-Z]+\w*|s)?\b|\b\d\.\d[- ](?=magnitude)",
    "ordinal": rf"\b\d+(?:st|nd|rd|th)\b|\b(?:{'|'.join(TENS)})-(?:{'|'.join(ORDINALS)})\b",
    "span": rf"\b{_COUNT}[- ](?:{_TIME}|{_LENGTH})\b{_NOT_A_SPAN}",
    "pair": r"\b(?:the|both|these|all|between) (?:two|three|four|five|six) (?:warring |neighbou?ring |"
    r"hostile )?(?:sides|countries|parties|nations|"
    r"states|governments|armies|republics|communities|regions|armed forces)\b|\bone of the "
    r"(?:\w+est|worst|most)\b|\bone (?:by one|after another|another)\b|"
    r"\b(?:in|at|on|for|of) one (?:single )?(?:attack|incident|case|night|place|point|village|"
    r"building|strike|house|town|area|location|raid|family|household)\b",
    "adjective": rf"\b{_SOME}-(?:stor(?:e?y|ied)|bed|hour|day|way|lane|seater|floor|point|part|pronged|car|"
    rf"vehicle|nation|time|wheel\w*)(?:-\w+)?\b",
}
# A sign or word without which there is nothing to blank of a kind: a cheap look that spares the search.
_GATES = {
    "footnote": r"\[",
    "hashtag": "[№@/]",
    "date": r"\d[./-]\d|9/11|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b",
    "years": r"(?:19|20)\d\d|0'?s\b",
    "year": r"(?:19|20)\d\d",
    "hour": r":\d|\d ?[ap]\.?m|o'clock|24/7|\d{3}",
    "label": r"№|day |magnitude|[a-z.-] ?\d",
    "ordinal": r"\d(?:st|nd|rd|th)\b|y-",
    "span": rf"\b(?:{_TIME}|{_LENGTH})\b",
    "pair": r"\b(?:one|two|three|four|five|six)\b",
    "adjective": r"-[a-z]",
}
_MASK = [
    (re.compile(_GATES[name], re.IGNORECASE), re.compile(pattern, re.IGNORECASE))
    for name, pattern in _BLANKED.items()
]
_KEEPS_ITS_FIRST_WORD = re.compile(
    r"\A(?:in|since|during|until|till|before|after|by|from|through|at|between|the|its)\b ?", re.IGNORECASE
)


def masked(text: str) -> str:
    """Return *text* in plain signs, with every number that counts nobody blanked out; offsets stay."""
    text = text.translate(PLAIN)
    for gate, pattern in _MASK:
        if gate.search(text):
            text = pattern.sub(_blank, text)
    return text


def _blank(found: re.Match[str]) -> str:
    """Return blanks of the same length, after the preposition or article that the words begin with."""
    kept = _KEEPS_ITS_FIRST_WORD.match(found[0])
    begin = kept[0] if kept else ""
    return begin + BLANK * (len(found[0]) - len(begin))
