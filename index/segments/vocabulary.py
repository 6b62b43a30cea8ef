"""Words as numbers, and the terms that each stands for: worked out once, for many segments."""

from array import array
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from index.segments.files import Array


class Vocabulary:
    """Grows with every word that is asked for. `numbers` maps a word to its number, from 0, given when it first comes.

    `terms_of` says which terms each of some words stands for, from none to several; a word is its own term without it.
    """

    def __init__(self, terms_of: Callable[[Iterable[str]], Sequence[Sequence[str]]] | None = None) -> None:
        self.numbers = _Numbers()
        self._terms_of = terms_of or _themselves
        self._terms = _Numbers()
        self._bytes: list[bytes] = []
        self._counts = array("i")  # how many terms a word stands for
        self._flat = array("i")  # and which, word after word

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.numbers)

    def terms(self, words: Array) -> tuple[list[bytes], Array, Array]:
        """For the words with these numbers: their terms in the order of their bytes, which ones, and how many each.

        The words' terms follow each other; they are given as places among all different ones.
        """
        self._learn()
        counts = np.frombuffer(self._counts, np.int32)
        begins = np.cumsum(counts, dtype=np.int32) - counts
        spread = counts[words]
        ends = np.cumsum(spread, dtype=np.int32)
        at = np.repeat(begins[words] - (ends - spread), spread)
        at += np.arange(len(at), dtype=np.int32)
        chosen = np.frombuffer(self._flat, np.int32)[at]
        used = np.flatnonzero(np.bincount(chosen, minlength=len(self._bytes)))
        ordered = sorted(used.tolist(), key=self._bytes.__getitem__)
        place = np.empty(len(self._bytes), np.uint64)
        place[ordered] = np.arange(len(ordered), dtype=np.uint64)
        return [self._bytes[term] for term in ordered], place[chosen], spread

    def _learn(self) -> None:
        """Find out what the words stand for that came since the last time."""
        new = list(self.numbers)[len(self._counts) :]
        for of_word in self._terms_of(new):
            self._counts.append(len(of_word))
            self._flat.extend(map(self._terms.__getitem__, of_word))
        self._bytes += [term.encode() for term in list(self._terms)[len(self._bytes) :]]


class _Numbers(dict[str, int]):
    """Word → a number of its own, given when it is first asked for."""

    def __missing__(self, word: str) -> int:
        return self.setdefault(word, len(self))


def _themselves(terms: Iterable[str]) -> list[tuple[str]]:
    return [(term,) for term in terms]
