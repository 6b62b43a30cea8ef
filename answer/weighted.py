"""A question with what its words weigh, and what is known of them: what candidates and answers are measured by."""

from collections.abc import Mapping
from dataclasses import dataclass

from answer.asked_time import Constraint
from answer.model import Question


@dataclass(frozen=True, slots=True)
class Weighted:
    """A question with what its words weigh in the collections that were searched.

    `asked` are all its terms; `idf` holds a value for every searched one; `pairs` are its neighbouring searched
    terms, in order; `parts` are its names, each as one set of terms, and its other terms, each alone; `related` are
    the words that say the same as a term, and `opposites` those on its own side and on the other of a pair of
    opposites, as terms.
    `names` are the terms of its names as far as capitals tell them, `rarity` says how rare each term is in English at
    large (minus the log of its share of passages). `time` is the time that the question restricts its answer to;
    `relations` are its words of common relations ("heads", "called") with all words that say the same.
    """

    question: Question
    asked: frozenset[str]
    idf: Mapping[str, float]
    pairs: tuple[tuple[str, str], ...]
    parts: tuple[frozenset[str], ...]
    related: Mapping[str, frozenset[str]]
    opposites: Mapping[str, tuple[frozenset[str], frozenset[str]]]
    names: frozenset[str]
    rarity: Mapping[str, float]
    time: Constraint | None
    relations: frozenset[str]

    @property
    def total(self) -> float:
        """The weight of all searched terms; never 0."""
        return sum(self.idf.values()) or 1.0

    def share(self, terms: frozenset[str]) -> float:
        """How much of the question's weight these terms hold, from 0 to 1."""
        return sum(idf for term, idf in self.idf.items() if term in terms) / self.total

    def spoken(self, held: frozenset[str]) -> frozenset[str]:
        """The searched terms of which these terms speak, in the question's own words or in related ones."""
        none: frozenset[str] = frozenset()
        return frozenset(term for term in self.idf if not held.isdisjoint({term} | self.related.get(term, none)))
