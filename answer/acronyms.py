"""Short forms that the texts themselves explain: "Syrian Democratic Forces (SDF)", "MERV (Middle Euphrates Valley)".

The rule is that of Schwartz & Hearst 2003, "A simple algorithm for identifying abbreviation definitions in biomedical
text", section 3, in both directions, narrowed to short forms in capitals whose letters begin words of the long form.
"""

import re
from collections.abc import Iterable, Iterator

_SHORT = r"[A-Z][A-Z0-9&.-]{1,9}"
_IN_BRACKETS = re.compile(rf"\(({_SHORT})s?\)")
_EXPLAINED = re.compile(rf"\b({_SHORT})s? \(([^\W\d_][^()]{{3,80}})\)")
_WORD = re.compile(r"[\w'’-]+")
_SMALL = frozenset("of the and for in on to de la du des et von".split())


def pairs(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Short and long forms, ("SDF", "Syrian Democratic Forces"), as the texts write them; may repeat."""
    for text in texts:
        for match in _IN_BRACKETS.finditer(text):
            if long := _before(match[1], text[: match.start()]):
                yield match[1], long
        for match in _EXPLAINED.finditer(text):
            if _begins(match[1], _WORD.findall(match[2])):
                yield match[1], match[2]


def _before(short: str, text: str) -> str | None:
    """The shortest run of words at the end of a text whose beginnings spell the short form."""
    words = list(_WORD.finditer(text[-160:]))
    for count in range(2, min(len(words), 2 * len(short) + 2) + 1):
        tail = words[-count:]
        if tail[0][0].lower() not in _SMALL and _begins(short, [word[0] for word in tail]):
            return text[-160:][tail[0].start() : tail[-1].end()]
    return None


def _begins(short: str, words: list[str]) -> bool:
    """Whether the letters of the short form are, in order, the first letters of the words, small ones left out."""
    parts = [part for word in words for part in re.split(r"[-’']", word) if part]
    letters = "".join(part[0] for part in parts if part.lower() not in _SMALL).lower()
    return re.sub(r"[^a-z0-9]", "", short.lower()) in (letters, "".join(part[0] for part in parts).lower())
