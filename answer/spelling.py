"""Words that no document holds: which word of the corpus was probably meant."""

from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from answer.words import FUNCTION_WORDS

# A word this long may differ by one letter (Optimal String Alignment: a swap counts as one), a longer one by two.
ONE_ERROR_FROM = 4
TWO_ERRORS_FROM = 8


class Speller:
    """Finds near words of one vocabulary, grouped by length so that few words are compared."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        by_length: dict[int, list[str]] = {}
        for word in vocabulary:
            if word.isalpha():
                by_length.setdefault(len(word), []).append(word)
        self._by_length = by_length

    def near(self, word: str, *, limit: int = 5) -> list[tuple[str, int]]:
        """Words of the vocabulary with their distance to `word`, nearest first; those with its first letter lead.

        Empty for words that are too short, and for words with digits: a number is never respelt.
        """
        if len(word) < ONE_ERROR_FROM or not word.isalpha():
            return []
        allowed = 2 if len(word) >= TWO_ERRORS_FROM else 1
        found: list[tuple[str, int]] = []
        for length in range(len(word) - allowed, len(word) + allowed + 1):
            choices: Sequence[str] = self._by_length.get(length, ())
            matches = process.extract(word, choices, scorer=OSA.distance, score_cutoff=allowed, limit=20)
            found += [(choice, int(distance)) for choice, distance, _ in matches]
        return sorted(found, key=lambda pair: (pair[1], pair[0][0] != word[0], pair[0]))[:limit]


def misspelt_function_word(word: str) -> bool:
    """Whether a word is one slip away from a word of the question's form ("whcih"), which is not searched."""
    return len(word) >= ONE_ERROR_FROM and any(
        len(known) >= ONE_ERROR_FROM and OSA.distance(word, known, score_cutoff=1) <= 1 for known in FUNCTION_WORDS
    )
