# ruff: noqa: RUF001  (Cyrillic words hold letters that look Latin)
"""Tell whether two texts are in different scripts or languages, as far as that can be told safely.

A quotation can be checked word for word only against words in its own language. The evidence is the script of
the letters and, within one script, the little words that every sentence needs. Where there is too little of
it, the answer is "not known to differ".
"""

import unicodedata
from collections import Counter
from functools import lru_cache

from whosays.wording.lexicon import FUNCTION_WORDS
from whosays.wording.tokens import tokens

# About twenty of the commonest little words of each language; those of English are in the lexicon.
_LITTLE_WORDS = {
    "French": "le la les des du de et est une un dans que qui pas pour sur au aux ce nous vous avec par plus",
    "German": "der die das und ist nicht ein eine den dem des zu mit von auf für im sich wir sie es dass",
    "Spanish": "el la los las de del y que en un una no es por con para se al lo como su más pero nos está",
    "Italian": "il la le gli di del della e che in un una non è per con si al alla sono dei delle da come ma",
    "Portuguese": "o a os as de do da dos das e que em um uma não é por com para se no na ao mais são foi",
    "Dutch": "de het een en van is niet dat op te in zijn voor met die er aan wij we ook door maar om naar",
    "Polish": "i w na z nie się że do jest to o jak po co za od przez dla są oraz ale przy być",
    "Turkish": "ve bir bu da de için ile olarak çok daha en gibi ancak olan kadar sonra değil var ne biz",
    "Uzbek": "va bu bilan uchun bir ham esa da edi lekin deb bo'ldi kerak emas yoki haqida biz shu o'z",
    "Russian": "и в во не на что с со по к ко от из за для как это мы они был были или но о об у его их",
    "Ukrainian": "і й в у не на що з до та як це від за для ми вони був були буде або але про його їх при",
    "Kyrgyz": "жана бул менен үчүн да эле деп бир болгон боюнча ошол эмес же дагы алар биз анын керек",
    "Kazakh": "және бұл мен үшін да де бір болды бойынша сол емес немесе олар біз оның керек туралы деп еді",
    "Tajik": "ва дар аз ба ки бо барои ин он аст буд мо онҳо ҳам низ то ё шуд мебошад нест",
}
_LANGUAGES = {name: frozenset(words.split()) for name, words in _LITTLE_WORDS.items()}
_LANGUAGES["English"] = FUNCTION_WORDS
_ENOUGH = 2_000  # characters show the script of a text
_ONE_SCRIPT = {"HIRAGANA": "CJK", "KATAKANA": "CJK"}  # Japanese mixes three


def script(text: str) -> str | None:
    """Return the script of most letters of *text*, such as LATIN or CYRILLIC; None without letters."""
    counts = Counter(_script(sign) for sign in text[:_ENOUGH] if sign.isalpha())
    return counts.most_common(1)[0][0] if counts else None


def language(text: str) -> str | None:
    """Return the language of *text* if its little words show it clearly, else None.

    Clearly means: at least two different little words, an eighth of all words, and half as many again as the
    next language has.
    """
    forms = [token.form for token in tokens(text)]
    scores = sorted(
        (
            (sum(form in own for form in forms), len(own.intersection(forms)), name)
            for name, own in _LANGUAGES.items()
        ),
        reverse=True,
    )
    (best, different, name), (second, _, _) = scores[:2]
    clear = different >= 2 and best >= len(forms) / 8 and best >= 1.5 * second
    return name if clear else None


def differ(a: str, b: str) -> bool:
    """Say whether *a* and *b* are known to be in different scripts or languages.

    One text that is clearly not English is enough if the other, too short to show its own language, has none
    of the little words of that one.
    """
    if len({script(a), script(b)} - {None}) > 1:
        return True
    a_language, b_language = language(a), language(b)
    if a_language and b_language:
        return a_language != b_language
    if "English" in (a_language, b_language) and _is_foreign(b if a_language else a):
        return True
    known, other = (a_language, b) if a_language else (b_language, a)
    return known not in (None, "English") and not _LANGUAGES[known].intersection(
        t.form for t in tokens(other)
    )


def _is_foreign(text: str) -> bool:
    """Say whether *text* has next to no little words of English, but letters that English has not."""
    forms = [token.form for token in tokens(text)]
    few = sum(form in FUNCTION_WORDS for form in forms) <= len(forms) / 10
    return len(forms) >= 5 and few and sum(not form.isascii() for form in forms) >= 2


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    """Return the script of a *letter*, which its Unicode name begins with."""
    name = unicodedata.name(letter, "UNKNOWN").split()[0]
    return _ONE_SCRIPT.get(name, name)
