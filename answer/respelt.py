"""Names that are spelt in several ways in Latin letters: "Deir az-Zour", "Deir ezzor", "Dayr az-Zawr".

What such spellings share are the consonants, so names are alike when their consonants are, and when enough of their
letters are. Names of few consonants ("Iraq", "Raqqa") are too easily alike and are left alone.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from answer.facts import names
from answer.words import FUNCTION_WORDS

FEWEST = 3  # consonants
SURE = 4  # consonants, from which fewer letters in common are enough
ALIKE, ROUGHLY_ALIKE = 75, 45  # per cent of letters in common, for few consonants and for many
LONGEST = 3  # words of a name

_ARTICLE = re.compile(r"\b(?:al|el|ul)[- ]")
_NOT_A_LETTER = re.compile(r"[^a-z]")
# Vowels, and what stands for one or for nothing in one spelling or another.
_SILENT = re.compile(r"[aeiouywh]")
_SAME_SOUND = str.maketrans("qcvxj", "kkfsg")
_TWICE = re.compile(r"(.)\1+")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def _letters(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name).casefold()
    return _NOT_A_LETTER.sub("", _ARTICLE.sub("", bare))


def skeleton(name: str) -> str:
    """The consonants of a name in Latin letters, those of one sound alike, doubled ones once; "" for other scripts."""
    return _TWICE.sub(r"\1", _SILENT.sub("", _letters(name)).translate(_SAME_SOUND))


def alike(one: str, other: str) -> bool:
    """Whether two names may be spellings of one; a name is not alike to itself."""
    a, b = _letters(one), _letters(other)
    bones = skeleton(one)
    least = ROUGHLY_ALIKE if len(bones) >= SURE else ALIKE
    return a != b and len(bones) >= FEWEST and bones == skeleton(other) and fuzz.ratio(a, b) >= least


def _runs(words: list[str]) -> Iterator[str]:
    for first in range(len(words)):
        for last in range(first + 1, min(first + LONGEST, len(words)) + 1):
            if not FUNCTION_WORDS & {words[first].lower(), words[last - 1].lower()}:
                yield " ".join(words[first:last])


def pairs(asked: str, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Words of a question with the names in texts that may be another spelling of them; may repeat.

    A question may be all in lower case, so any of its words may be a name; in the texts, capitals tell. What the
    texts hold as it was asked is not looked for in another spelling: "Martin" is not "Merton".
    """
    held = {word for text in texts for word in _WORD.findall(text.casefold())}
    runs = [run for run in _runs(_WORD.findall(asked)) if not held.issuperset(run.casefold().split())]
    bones = {bone for run in runs if len(bone := skeleton(run)) >= FEWEST}
    for name in (name for text in texts for name in names(text)) if bones else ():
        for run in _runs(_WORD.findall(name)):
            if skeleton(run) in bones:
                yield from ((word, run) for word in runs if alike(word, run))
