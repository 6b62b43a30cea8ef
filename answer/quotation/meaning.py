"""What a change concerns: a number, a negation, a name, a date, other words, or only how the words are written."""

import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz import fuzz

from answer.numbers import amounts
from answer.quotation.model import About
from answer.quotation.words import Words, WordSpan
from answer.words import FUNCTION_WORDS

SIMILAR = 75  # per cent (rapidfuzz's ratio) from which an unknown word is a misspelling of the other

_DIGITS = re.compile(r"\d[\d.,:/]*")
_COUNTS = frozenset(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion billions trillion trillions dozen dozens half quarter third quarters thirds once twice thrice
    double triple first second fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth
    hundredth""".split()
)
_NEGATIONS = frozenset(
    "not no never none nobody nothing nowhere neither nor without cannot hardly scarcely barely".split()
)
_DATES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)
_DENIALS = ("un", "in", "im", "il", "ir", "dis", "non", "mis")
_SENTENCE_END = frozenset('.!?:"…')


def concerns(
    quote: Words, quoted: WordSpan, text: Words, stored: WordSpan, misspelt: frozenset[int]
) -> tuple[About, ...]:
    """What it concerns that the quotation's words at `quoted` stand for the text's words at `stored`.

    Either span may be empty. `misspelt` are the positions of quoted words that no document holds.
    """
    ours, theirs = quote.folded[slice(*quoted)], text.folded[slice(*stored)]
    if "".join(ours) == "".join(theirs):
        return (About.SPACING,)
    found = set()
    if _numbers(ours) != _numbers(theirs):
        found.add(About.SPELLING if _same_amounts(ours, theirs) else About.NUMBER)
    if _denied(ours) != _denied(theirs) or _opposed(ours, theirs):
        found.add(About.NEGATION)
    if Counter(_DATES.intersection(ours)) != Counter(_DATES.intersection(theirs)):
        found.add(About.DATE)
    if not found and _misspelt(quoted, ours, theirs, misspelt):
        return (About.SPELLING,)
    if _names(quote, quoted) != _names(text, stored):
        found.add(About.NAME)
    return tuple(about for about in About if about in found) or (About.WORDS,)


def _numbers(words: Sequence[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for word in words:
        if word in _COUNTS:
            found[word] += 1
        found.update(number.replace(",", "").rstrip(".:/") for number in _DIGITS.findall(word))
    return found


def _same_amounts(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether both say the same numbers, in digits or in words."""
    values = [sorted((one.low, one.high) for one in amounts(" ".join(words))) for words in (ours, theirs)]
    return bool(values[0]) and values[0] == values[1]


def _denied(words: Sequence[str]) -> int:
    return sum(word in _NEGATIONS or word.endswith("n't") for word in words)


def _opposed(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether a word became its opposite by a prefix: "possible", "impossible"."""
    if len(ours) != len(theirs):
        return False
    return any(
        longer == prefix + shorter
        for pair in zip(ours, theirs, strict=True)
        for shorter, longer in [sorted(pair, key=len)]
        if len(shorter) > 3
        for prefix in _DENIALS
    )


def _misspelt(quoted: WordSpan, ours: Sequence[str], theirs: Sequence[str], misspelt: frozenset[int]) -> bool:
    return (
        len(ours) == len(theirs)
        and misspelt.issuperset(range(*quoted))
        and all(fuzz.ratio(a, b) >= SIMILAR for a, b in zip(ours, theirs, strict=True))
    )


def _names(words: Words, span: WordSpan) -> Counter[str]:
    """The words of a span that are written as names are: with a capital, inside a sentence."""
    return Counter(
        words.exact[i]
        for i in range(*span)
        if words.exact[i][0].isupper()
        and i > 0
        and _SENTENCE_END.isdisjoint(words.before[i])
        and words.folded[i] not in FUNCTION_WORDS
        and words.folded[i] not in _DATES
    )
