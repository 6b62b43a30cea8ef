"""Words that no document holds: the words that are one slip away.

After Norvig 2007, "How to write a spelling corrector": try every slip, keep those that give a known word. Slips are
made on the word as typed, before stemming, so that one in an ending is found too. What a finger does often is tried:
two letters swapped, one missing, one too many; a wrong letter only where it is a vowel for a vowel or a neighbour on
the keyboard; and what sounds alike.
"""

import re
from collections.abc import Iterator

SHORTEST = 4  # letters; in so short a word only a swap and a letter missing inside are mended
COMMON, RARE = 0.0, -1.5  # log-likelihoods of a swap or a missing letter, and of a wrong letter or one too many
SHORTEST_PART = 2  # letters of each part of two words that were written together, as in "cooperation"

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = "aeiouy"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ALIKE = (("f", "ph"), ("k", "c"), ("s", "c"), ("z", "s"), ("j", "g"), ("x", "ks"))
_NEIGHBOURS = {
    letter: {row[i] for row in (line,) for i in (at - 1, at + 1) if 0 <= i < len(row)}
    for line in _ROWS
    for at, letter in enumerate(line)
}


def slips(word: str) -> Iterator[tuple[str, float]]:
    """What `word`, in lower case, may have been meant for, with the log-likelihood of the slip (0 at most)."""
    if len(word) < SHORTEST or not (word.isascii() and word.isalpha()):
        return
    for i in range(len(word) - 1):
        if word[i] != word[i + 1]:
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :], COMMON
    # The first letter is rarely wrong, so nothing is put before it and it is not taken away.
    for i in range(1, len(word) + (len(word) > SHORTEST)):
        yield from ((word[:i] + letter + word[i:], COMMON) for letter in _LETTERS)
    if len(word) == SHORTEST:
        return
    for i in range(1, len(word)):
        yield word[:i] + word[i + 1 :], RARE
    for i in range(1, len(word)):
        likely = set(_VOWELS) if word[i] in _VOWELS else _NEIGHBOURS[word[i]]
        yield from ((word[:i] + letter + word[i + 1 :], RARE) for letter in sorted(likely - {word[i]}))
    for one, other in (*_ALIKE, *((other, one) for one, other in _ALIKE)):
        at = (sound.start() for sound in re.finditer(one, word))
        yield from ((word[:i] + other + word[i + len(one) :], RARE) for i in at)


def parts(word: str) -> Iterator[tuple[str, str]]:
    """The pairs of words that may have been written together ("superbowl"); digits part from letters anywhere."""
    for i in range(1, len(word)):
        at_digit = word[i - 1].isdigit() != word[i].isdigit()
        if at_digit or (min(i, len(word) - i) >= SHORTEST_PART and word.isalpha()):
            yield word[:i], word[i:]
