"""Words that are written together or apart: a question's "air strikes" are a source's "airstrikes" or "air-strikes"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from answer.spelling import SHORTEST_PART, parts
from answer.words import FUNCTION_WORDS
from index.analysis import Analyzer

LONGEST = 40  # letters of a word, beyond which it is not taken apart
LOOKED_FOR = 3  # letters of the second part at most: endings may differ
_WORD = re.compile(r"[^\W_]+")
_HYPHENS = str.maketrans("‐‑", "--")


def pairs(asked: str, texts: Sequence[str], analyzer: Analyzer) -> Iterator[tuple[str, str]]:
    """What a question writes in one way and the texts in the other, ("air strikes", "airstrikes"); may repeat.

    Both in small letters, a hyphen as a space. A word of grammar is no part of a word: "in land" is not "inland".
    """
    words = _plain(asked)
    ways = dict.fromkeys((*_together(words), *_apart(words)))
    for text in map(_plain, texts) if ways else ():
        for way, begins in ways:
            found = dict.fromkeys(re.findall(rf"\b{begins}\w*", text)) if begins in text else {}
            for form in found:
                if analyzer.terms(form.replace(" ", "")) == analyzer.terms(way.replace(" ", "")):
                    yield way, form


def _plain(text: str) -> str:
    return text.lower().translate(_HYPHENS).replace("-", " ")


def _is_part(word: str) -> bool:
    return len(word) >= SHORTEST_PART and word not in FUNCTION_WORDS


def _together(asked: str) -> Iterator[tuple[str, str]]:
    """The neighbouring words of a question, and how the word begins that they would make together."""
    for one, other in pairwise(_WORD.finditer(asked)):
        if asked[one.end() : other.start()] == " " and _is_part(one[0]) and _is_part(other[0]):
            yield f"{one[0]} {other[0]}", one[0] + other[0][:LOOKED_FOR]


def _apart(asked: str) -> Iterator[tuple[str, str]]:
    """The words of a question, and how each begins when it is written as two words."""
    for word in _WORD.findall(asked):
        for first, second in parts(word) if len(word) <= LONGEST else ():
            if _is_part(first) and _is_part(second):
                yield word, f"{first} {second[:LOOKED_FOR]}"
