"""Altering an excerpt in one known way, as people do who quote from memory or in bad faith."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(r"[A-Z][a-z]{2,}")
_PLAIN = re.compile(r"[a-z]{3,}")
_AFTER_VERB = frozenset("is was are were has have had will would can could should must may did does do".split())
_NEIGHBOURS = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wertyuiopqsdfghjklaxcvbnmz", strict=True))


@dataclass(frozen=True, slots=True)
class Spare:
    """Words of the corpus to put in the place of others."""

    plain: Sequence[str]
    names: Sequence[str]


Alteration = Callable[[list[str], Spare, random.Random], list[str] | None]


def spare(texts: Sequence[str]) -> Spare:
    """The plain words and the names of some texts."""
    words = [word for text in texts for word in text.split()]
    names = [word for before, word in pairwise(words) if _NAME.fullmatch(word) and before[-1].islower()]
    return Spare([word for word in words if _PLAIN.fullmatch(word)], names)


def drop(words: list[str], others: Spare, chance: random.Random) -> list[str] | None:
    """Leave a word out, but not at an end, where nothing would be missing."""
    return _at(words, _inner(words, _PLAIN), chance, lambda _: [])


def add(words: list[str], others: Spare, chance: random.Random) -> list[str] | None:
    """Put another word in."""
    at = chance.randrange(1, len(words))
    return [*words[:at], chance.choice(others.plain), *words[at:]]


def swap(words: list[str], others: Spare, chance: random.Random) -> list[str] | None:
    """Put another word in the place of one."""
    return _at(words, _places(words, _PLAIN), chance, lambda _: [chance.choice(others.plain)])


def number(words: list[str], others: Spare, chance: random.Random) -> list[str] | None:
    """Change a number that is written in digits."""
    places = [i for i, word in enumerate(words) if word[:1].isdigit() and word[-1:].isdigit()]

    def changed(word: str) -> list[str]:
        digit = chance.choice([i for i, character in enumerate(word) if character.isdigit() and character.isascii()])
        return [word[:digit] + str((int(word[digit]) + chance.randint(1, 8)) % 10) + word[digit + 1 :]]

    return _at(words, [i for i in places if _NUMBER.fullmatch(words[i])], chance, changed)


def negation(words: list[str], others: Spare, chance: random.Random) -> list[str] | None:
    """Take a "not" out, or put one in after a verb that can take it."""
    inner = range(1, len(words) - 1)
    if negated := [i for i in inner if words[i] == "not"]:
        return _at(words, negated, chance, lambda _: [])
    verbs = [i for i in inner if words[i] in _AFTER_VERB]
    return _at(words, verbs, chance, lambda word: [word, "not"])


def name(words: list[str], others: Spare, chance: random.Random) -> list[str] | None:
    """Put another name in the place of one."""
    places = [i for i in _inner(words, _NAME) if words[i - 1][-1].islower()]
    return _at(words, places, chance, lambda _: [chance.choice(others.names)])


def misspell(words: list[str], others: Spare, chance: random.Random) -> list[str] | None:
    """Turn two letters of a word round, or hit the key beside one."""

    def slip(word: str) -> list[str]:
        at = chance.randrange(len(word) - 1)
        if chance.random() < 0.5 and word[at] != word[at + 1]:
            return [word[:at] + word[at + 1] + word[at] + word[at + 2 :]]
        return [word[:at] + _NEIGHBOURS[word[at]] + word[at + 1 :]]

    return _at(words, [i for i in _places(words, _PLAIN) if len(words[i]) > 4], chance, slip)


def typography(words: list[str], others: Spare, chance: random.Random) -> list[str] | None:
    """Other quotation marks, dashes and spaces, line breaks, and the marks of Discord: no change to the words."""
    text = " ".join(words)
    for plain, fancy in (("--", "—"), (" - ", " – "), ("fi", "ﬁ"), ("'", "’"), ("“", '"'), ("”", '"')):
        text = text.replace(plain, fancy)
    noisy = [word + chance.choice([" ", " ", " ", "\u00a0", "\n> ", "  ", "\u200b "]) for word in text.split(" ")]
    return ["> **“" + "".join(noisy).strip() + "”**"]


ALTERATIONS: dict[str, Alteration] = {
    "drop": drop,
    "add": add,
    "swap": swap,
    "number": number,
    "negation": negation,
    "name": name,
    "misspell": misspell,
    "typography": typography,
}


def _at(
    words: list[str], places: Sequence[int], chance: random.Random, change: Callable[[str], list[str]]
) -> list[str] | None:
    """The words with one of them changed; None where none can be, or the change changes nothing."""
    if not places:
        return None
    at = chance.choice(places)
    changed = [*words[:at], *change(words[at]), *words[at + 1 :]]
    return None if changed == words else changed


def _places(words: list[str], kind: re.Pattern[str]) -> list[int]:
    return [i for i, word in enumerate(words) if kind.fullmatch(word)]


def _inner(words: list[str], kind: re.Pattern[str]) -> list[int]:
    return [i for i in _places(words, kind) if 0 < i < len(words) - 1]
