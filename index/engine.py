"""What an engine is: terms in, ranked passage numbers out; every engine keeps the same contract."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.documents import Passage


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found: its score, and which of the asked terms it holds (a score alone does not say)."""

    passage: Passage
    score: float
    matched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """An engine's finding: the number of a passage in its store, its score, the asked terms it holds."""

    number: int
    score: float
    matched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statistics:
    """What BM25 needs to know of a collection: live passages, their terms in all, passages that hold each term.

    Statistics of several collections add up, so that a joint search ranks as one index over all of them would.
    """

    passages: int
    length: int
    frequencies: Mapping[str, int]

    def __add__(self, other: "Statistics") -> "Statistics":
        terms = self.frequencies.keys() | other.frequencies.keys()
        return Statistics(
            self.passages + other.passages,
            self.length + other.length,
            {term: self.frequencies.get(term, 0) + other.frequencies.get(term, 0) for term in terms},
        )


class Engine(Protocol):
    """Postings of one collection. Changes show in searches once `commit` has returned, all at once.

    `version` is the store's version that the engine shows; 0 for a new one.
    """

    @property
    def version(self) -> int:
        """The version of the store that the committed postings show."""

    def numbers(self) -> Sequence[int]:
        """The numbers of all live passages, ascending."""

    def add(self, number: int, terms: Sequence[str]) -> None:
        """Take in a passage with all its terms, repeats included. A number is used once and never again."""

    def remove(self, numbers: Iterable[int]) -> None:
        """Forget these passages; unknown numbers are ignored."""

    def commit(self, version: int) -> None:
        """Make all changes since the last commit visible and durable, as the given version of the store."""

    def statistics(self, terms: Iterable[str]) -> Statistics:
        """The statistics of the live passages, with the document frequencies of these terms (0 if unknown)."""

    def search(self, terms: Mapping[str, float], limit: int, statistics: Statistics | None = None) -> list[Match]:
        """The best `limit` passages that hold at least one term, best first; equal scores by ascending number.

        `terms` maps a term to its weight in the query (1.0 for one mention). `statistics`, if given, replaces the
        engine's own, for a search over several collections. No matching passage gives an empty list.
        """

    def close(self) -> None:
        """Release files; the engine cannot be used afterwards."""
