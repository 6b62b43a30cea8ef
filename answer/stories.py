"""Whether two sentences are one wire story's: nearly the same letters, and nothing that tells otherwise."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from answer.candidates import Candidate
from answer.words import DENYING, FUNCTION_WORDS, NUMBER_WORDS, POINTING
from index.analysis import Token

_CREDIT = re.compile(r"\([^()]{1,40}\)\W*$")
ALIKE = 88  # per cent of letters that two sentences have in common

Said = tuple[str, Sequence[Token]]  # a text and its tokens
Word = tuple[str, str]  # a term, and the word as it is written


def same_story(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences say the same in nearly the same words."""
    return in_same_words((one.sentence.text, one.tokens), (other.sentence.text, other.tokens))


def altered(one: Candidate, other: Candidate) -> bool:
    """Whether one of two sentences is the other with something changed in what it says."""
    said, its = (one.sentence.text, one.tokens), (other.sentence.text, other.tokens)
    return alike(one, other) and tells_otherwise(_words(said), _words(its))


def alike(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences are nearly the same letters, whatever they tell."""
    return _alike(one.sentence.text, other.sentence.text)


def in_same_words(one: Said, other: Said) -> bool:
    """Whether two texts are nearly the same letters, and tell nothing otherwise."""
    return _alike(one[0], other[0]) and not tells_otherwise(_words(one), _words(other))


def _alike(one: str, other: str) -> bool:
    return bool(fuzz.ratio(one, other, score_cutoff=ALIKE))


def _words(said: Said) -> list[Word]:
    """The words of a text but for a credit in brackets at its end; its first one's capital tells nothing."""
    text, tokens = said
    credit = _CREDIT.search(text)
    end = credit.start() if credit else len(text)
    words = [(token.term, text[token.start : token.end]) for token in tokens if token.start < end]
    return [(term, word.lower()) for term, word in words[:1]] + words[1:]


def tells_otherwise(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether two texts that are much alike differ in what they say, and not in spelling or small words alone.

    They do where one puts a word in another's place or order ("killed" for "injured", "the lorry hit the tram"), or
    where a number, a name, a denial ("not", "none", "may") or a word of direction ("before", "from") is not shared.
    """
    mine, its = _unshared(one, other)
    if any(_tells(word) for word in (*mine, *its)):
        return True
    return any(all(any(kind(word) for word in words) for words in (mine, its)) for kind in (_has_content, _points))


def _unshared(one: Sequence[Word], other: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """What each of two texts has that is not in the longest sequence of terms that both have."""
    steps = Indel.opcodes([term for term, _ in one], [term for term, _ in other])
    mine = [word for step in steps if step.tag == "delete" for word in one[step.src_start : step.src_end]]
    its = [word for step in steps if step.tag == "insert" for word in other[step.dest_start : step.dest_end]]
    return mine, its


def _tells(word: Word) -> bool:
    low = word[1].lower().replace("’", "'")
    number = word[1][0].isdigit() or low in NUMBER_WORDS
    return number or low in DENYING or low.endswith("n't") or (word[1][0].isupper() and _has_content(word))


def _has_content(word: Word) -> bool:
    return word[0] not in FUNCTION_WORDS


def _points(word: Word) -> bool:
    return word[1].lower() in POINTING
