"""When two spellings are one word: honour and honor, organise and organize, cease-fire and ceasefire.

The table is our own and reviewed pair by pair. Left out on purpose, because the two mean different things to
many readers: ensure/insure, tonne/ton, storey/story, speciality/specialty, analyses/analyzes, and every
transliteration of a place name.
"""

import re
import unicodedata
from functools import lru_cache

from whosays.wording.amounts import amount
from whosays.wording.lexicon import FUNCTION_WORDS
from whosays.wording.tokens import fold

# British, American. A plural or possessive s may follow.
_PAIRS = """
    centre center, centred centered, centring centering, theatre theater, metre meter, kilometre
    kilometer, centimetre centimeter, millimetre millimeter, litre liter, fibre fiber, calibre
    caliber, sabre saber, sombre somber, spectre specter, lustre luster, meagre meager, manoeuvre
    maneuver, manoeuvred maneuvered, manoeuvring maneuvering, defence defense, offence offense,
    licence license, pretence pretense, practise practice, practised practiced, practising
    practicing, cheque check, kerb curb, grey gray, greyer grayer, programme program, tyre tire,
    plough plow, ploughed plowed, draught draft, aluminium aluminum, aeroplane airplane, mould mold,
    smoulder smolder, smouldering smoldering, smouldered smoldered, sceptic skeptic, sceptical
    skeptical, scepticism skepticism, pyjamas pajamas, gaol jail, gaoled jailed, artefact artifact,
    axe ax, cosy cozy, moustache mustache, sizeable sizable, likeable likable, ageing aging,
    judgement judgment, acknowledgement acknowledgment, enquiry inquiry, enquiries inquiries,
    adviser advisor, instalment installment, fulfil fulfill, fulfilment fulfillment, enrol enroll,
    enrolment enrollment, skilful skillful, wilful willful, jewellery jewelry, dialogue dialog,
    catalogue catalog, analogue analog, towards toward, afterwards afterward, backwards backward,
    forwards forward, upwards upward, downwards downward, whilst while, amongst among, amidst amid,
    learnt learned, burnt burned, dreamt dreamed, spelt spelled, spoilt spoiled, leant leaned, leapt
    leaped, tsar czar, okay ok, omelette omelet, yoghurt yogurt, disc disk, focussed focused,
    focussing focusing, targetted targeted, benefitted benefited, analyse analyze, analysed
    analyzed, analysing analyzing, paralyse paralyze, paralysed paralyzed, paralysing paralyzing,
    foetus fetus, foetal fetal, oesophagus esophagus, diarrhoea diarrhea, paediatric pediatric,
    leukaemia leukemia, orthopaedic orthopedic, encyclopaedia encyclopedia, archaeology archeology,
    archaeological archeological, archaeologist archeologist, anaesthetic anesthetic, anaesthesia
    anesthesia, haemorrhage hemorrhage, first 1st, second 2nd, third 3rd, fourth 4th, fifth 5th,
    sixth 6th, seventh 7th, eighth 8th, ninth 9th, tenth 10th, eleventh 11th, twelfth 12th,
    twentieth 20th, % percent, & and
"""
_WORDS = dict(pair.split() for pair in _PAIRS.split(","))

# Stems in -our: the words built on them follow (honoured, favourable, neighbourhood).
_OUR = re.compile(
    "^(un|dis|mis)?(arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|harb|hon|hum|lab|neighb|"
    "od|parl|ranc|rig|"
    "rum|sav|savi|splend|succ|tum|val|vap|vig)our"
)

# A final l that British writers double before an ending: travelled, cancelling, counsellor.
_DOUBLE_L = re.compile(
    "^(cance|channe|counse|dia|fue|grave|jewe|labe|leve|libe|marsha|mode|peda|pane|quarre|riva|"
    "signa|spira|tota|"
    "towe|trave|tunne)ll(?=ed$|ing$|ers?$|ors?$)"
)

# The verbs in -ise that are also written -ize, known by their ending; the stems below are never written so.
_ISE = re.compile("(?<=[a-z]{3})is(?=e[ds]?$|ers?$|ing$|ations?$|ational$|able$)")
_NEVER_IZE = re.compile(
    "(advert|adv|appra|bru|chast|chem|circumc|compr|comprom|conc|cr|cru|dem|desp|dev|disgu|enterpr|exc|exerc|"
    "expert|franch|improv|inc|lia|mala|merchand|no|parad|po|porpo|pra|prec|prem|pr|prom|ra|repr|"
    "rev|superv|surm|"
    "surpr|sunr|telev|torto|treat|turquo|upr|w)is$"
)

# Words whose hyphen carries the meaning: to re-sign is not to resign.
_TELLING_HYPHEN = re.compile(
    "(re-(?:act|bound|call|claim|coil|collect|count|cover|creat|dress|form|fuse?|lay|leas|mark|"
    "mov|pair|petition|"
    "port|pos|present|press|prove|search|sent|serv|sign|solv|sort|sound|stor|strain|tir|tort|"
    "tract|treat|turn)"
    "(?:e|s|es|d|ed|ing|er|ers|al|ation|ations|y|ment)?|co-ops?|un-ioni[sz]ed|pre-position(?:ed|"
    "ing|s)?|non-sense|"
    "dis-ease)"
)

# Written open or closed as one likes, although a part is a function word.
_OPEN_OR_CLOSED = {
    "percent",
    "cannot",
    "noone",
    "anymore",
    "ongoing",
    "onto",
    "worthwhile",
    "online",
    "offline",
}


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """Return one spelling for all accepted spellings of a *word*: American, closed up, numbers in digits."""
    form = fold(word)
    number = amount(form)
    if number is not None:
        return number
    if not _TELLING_HYPHEN.fullmatch(form):
        form = form.replace("-", "")
    base, mark, tail = form.partition("'")
    return _american(_unaccented(base)) + mark + tail


def joins(parts: tuple[str, ...], whole: str) -> bool:
    """Say whether the folded words *parts* may be written as the one word *whole* with the same meaning.

    Two content words may be closed up or hyphened (air strike, air-strike, airstrike), and dots may go from
    initials; but every day is not everyday.
    """
    if "-" in whole:
        return "-".join(parts) == whole or "".join(parts) == whole.replace("-", "")
    closed = "".join(parts)
    if spelling(closed) != spelling(whole):
        return False
    if closed in _OPEN_OR_CLOSED or all(len(part) == 1 for part in parts):
        return True
    return all(len(part) > 2 and part not in FUNCTION_WORDS for part in parts)


def _american(word: str) -> str:
    """Return the American spelling of a folded *word*."""
    if word in _WORDS:
        return _WORDS[word]
    if word.endswith("s") and word[:-1] in _WORDS:
        return _WORDS[word[:-1]] + "s"
    word = _DOUBLE_L.sub(r"\1l", _OUR.sub(lambda found: found[0][:-2] + "r", word))
    ending = _ISE.search(word)
    if ending and not _NEVER_IZE.search(word[: ending.end()]):
        return word[: ending.start()] + "iz" + word[ending.end() :]
    return word


def _unaccented(word: str) -> str:
    """Return *word* without accents if plain Latin letters remain (café, cafe); Russian yo becomes ye."""
    if word.isascii():
        return word
    bare = "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
    return bare if bare.isascii() else word.replace("\u0451", "\u0435")
