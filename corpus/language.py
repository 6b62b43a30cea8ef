"""In which language a text is written: by its script, or for the Latin and Cyrillic ones by its commonest words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from struct import unpack

# So much of a text is looked at, in characters.
_ENOUGH = 1000
# So many of the commonest words must be there, and by so much more than of any other language.
_FEWEST, _LEAD = 3, 1.2
# Most texts tell their language much sooner, and more clearly: characters, words, and times as many as of another.
_GLANCE, _CLEARLY_MANY, _CLEAR_LEAD = 300, 8, 2.0
# As many bytes beyond one for each character are quotes, dashes and accents, but no other script.
_FEW_OTHERS = 30
_WORD = re.compile(r"[^\W\d_]+")
# Bytes of UTF-8 to words in lower case: of ASCII only letters are kept, and what lies beyond it as it is.
_WORDS = bytes(code if code > 127 else ord(chr(code).lower() if chr(code).isalpha() else " ") for code in range(256))

# Scripts, as Unicode's names of letters begin, that one language of today's web writes far more than any other.
_SCRIPTS = {
    "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "CJK": "zh", "GREEK": "el", "HEBREW": "he", "THAI": "th",
    "ARABIC": "ar", "DEVANAGARI": "hi", "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te", "GEORGIAN": "ka",
    "ARMENIAN": "hy", "ETHIOPIC": "am", "KHMER": "km", "LAO": "lo", "MYANMAR": "my", "SINHALA": "si",
}  # fmt: skip
_COMMON = {
    "en": "the of and to in is that for it was on with as by are this be from at which have not has were they",
    "de": "der die und in den das von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden",
    "fr": "le la les de des et en un une du dans que est pour qui par sur au pas plus ce ne avec son il elle",
    "es": "el la los las de que y en un una por con para es se del al lo no como más su pero fue ha",
    "it": "il la di che e in un una per con non del della sono si da le dei nel al più come anche ha gli",
    "pt": "o a os as de que e em um uma do da para com não por se no na mais foi como ao dos das são",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als bij maar door naar",
    "sv": "och att det i en som på är av för med den till inte ett har om de var jag från men",
    "da": "og at det i en som på er af for med den til ikke et har om de var jeg fra men blev",
    "no": "og at det i en som på er av for med den til ikke et har om de var jeg fra men ble",
    "fi": "ja on ei se että oli hän ovat mutta kun myös joka niin kuin tai ole sen mukaan",
    "pl": "w i na z się nie do to że jest o jak po ale od za przez co dla był są oraz",
    "cs": "a v se na je že s z do o i to k jako za by ale po které pro jsou byl",
    "hu": "a az és hogy nem is egy meg volt van ez de csak el mint már még",
    "ro": "și în de la a cu pe nu din că un o este pentru care mai sau fost au",
    "tr": "ve bir bu da de için ile olarak çok daha olan en gibi kadar sonra ne var değil",
    "id": "yang dan di dengan untuk dari pada ini itu tidak dalam akan adalah ke oleh juga telah",
    "vi": "của và là có được trong cho không với một các những đã này người khi",
    "ru": "и в не на что с по как это но из у за от к он они для был была его",
    "uk": "і в не на що з по як це але із у за від до він вони для був була його та",
    "bg": "и в не на че с по като това но от за се да е са той те беше",
}
_CYRILLIC = frozenset(("ru", "uk", "bg"))
# How questions begin that are shorter than it takes to count words; what English has too ("was", "come") is left out.
_OPENERS = {
    "de": "wer wen wem wessen wann wo wohin woher warum wieso weshalb wie welche welcher welches",
    "fr": "quand où pourquoi comment combien quel quelle quels quelles",
    "es": "quién quiénes cuándo dónde cómo cuánto cuántos cuántas cuál",
    "it": "chi quando dove perché quanti quante quale",
    "pt": "quem quando onde quantos quantas qual",
    "nl": "wie wanneer waar waarom hoeveel welke",
    "pl": "kto kiedy gdzie dlaczego ile",
}
# Persian and Urdu write letters that Arabic has not.
_ARABIC = (("ٹڈڑںےہ", "ur"), ("پچژگ", "fa"))


def language(text: str) -> str | None:
    """The code of ISO 639-1, or None where the text is too short or too mixed to say."""
    glance = text[:_GLANCE]
    letters = glance.encode("utf-8", "surrogatepass")
    if len(letters) - len(glance) <= _FEW_OTHERS:
        clear = _by_words(letters.translate(_WORDS).split(), "LATIN", _CLEARLY_MANY, _CLEAR_LEAD)
        if clear:
            return clear
    head = text[:_ENOUGH]
    words = _plain_words(head)
    return _by_letters(head) if words is None else _by_words(words, "LATIN")


def asked_in(question: str) -> str | None:
    """The language of a question as `language` gives it; else the one whose question word opens it, if any."""
    if found := language(question):
        return found
    first = next(iter(_WORD.findall(question.lower())), "")
    return next((code for code, words in _OPENERS.items() if first in words.split()), None)


def _plain_words(text: str) -> list[bytes] | None:
    """The words in lower case, if all letters are of ASCII; as bytes, which take a third of the time."""
    if text.isascii():
        return text.encode().translate(_WORDS).split()
    words = _WORD.findall(text.lower())
    return _encoded(words) if "".join(words).isascii() else None


def _encoded(words: Iterable[str]) -> list[bytes]:
    return [word.encode() for word in words]


def _by_letters(text: str) -> str | None:
    words = _WORD.findall(text.lower())
    letters = Counter("".join(dict.fromkeys(words)))
    scripts: Counter[str] = Counter()
    for letter, count in letters.items():
        scripts[_script(letter)] += count
    script, count = scripts.most_common(1)[0]
    if "HIRAGANA" in scripts or "KATAKANA" in scripts:
        script = "HIRAGANA" if scripts["HIRAGANA"] + scripts["KATAKANA"] > count / 10 else script
    if script == "ARABIC":
        return next((code for own, code in _ARABIC if any(letter in letters for letter in own)), "ar")
    return _by_words(_encoded(words), script) if script in ("LATIN", "CYRILLIC") else _SCRIPTS.get(script)


def _by_words(words: Iterable[bytes], script: str, fewest: int = _FEWEST, lead: float = _LEAD) -> str | None:
    codes, profiles = _profiles(script)
    total = sum([profiles[word] for word in words if word in profiles])
    counts = unpack(f"<{len(codes)}H", total.to_bytes(2 * len(codes), "little"))
    second, most = sorted(counts)[-2:]
    return codes[counts.index(most)] if most >= fewest and most >= lead * second else None


@lru_cache(2)
def _profiles(script: str) -> tuple[Sequence[str], Mapping[bytes, int]]:
    """The languages of a script, and the commonest words of each.

    A word has a number whose sixteen bits from 16 i on are 1 if language i has it: a sum of such numbers holds how
    many words there were of each language, at the cost of one addition for a word.
    """
    common = {code: words for code, words in _COMMON.items() if (code in _CYRILLIC) == (script == "CYRILLIC")}
    profiles: Counter[bytes] = Counter()
    for at, words in enumerate(common.values()):
        profiles.update(dict.fromkeys(words.encode().split(), 1 << 16 * at))
    return tuple(common), dict(profiles)


@lru_cache(4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ", 1)[0]
