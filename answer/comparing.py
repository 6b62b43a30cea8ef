"""Which quotes may be compared: those of different reports that say as much of what is asked as the first one does."""

from collections.abc import Sequence

from answer.choosing import Chosen, Scored, origin
from answer.features import Weighted
from answer.stories import altered
from index.analysis import Analyzer

SPEAKS_OF_IT = 0.5  # of the question's weight: what says less of it is not compared with anything


def comparable(weighted: Weighted, chosen: Sequence[Chosen], analyzer: Analyzer) -> list[int]:
    """The positions of the quotes whose values for what is asked can be set against each other.

    A report is not set against itself nor against its copies, which neither confirm nor contradict it, unless one
    sentence is the other with something changed.
    """
    if not chosen:
        return []
    first = chosen[0].scored
    asked = _spoken(weighted, first.candidate.terms)
    found: list[int] = []
    for i, one in enumerate(chosen):
        spoken = _spoken(weighted, one.scored.candidate.terms.union(analyzer.terms(one.quote.text)))
        tells = asked <= spoken and weighted.share(spoken) >= SPEAKS_OF_IT
        if tells and _fits(one.scored, first) and all(_differ(one.scored, chosen[other].scored) for other in found):
            found.append(i)
    return found


def _spoken(weighted: Weighted, held: frozenset[str]) -> frozenset[str]:
    """The terms of a question that are held, in its own words or in related ones."""
    none: frozenset[str] = frozenset()
    return frozenset(term for term in weighted.idf if not held.isdisjoint({term} | weighted.related.get(term, none)))


def _fits(one: Scored, first: Scored) -> bool:
    """Whether a sentence holds as much of the kind asked for as the first, and not the opposite of what is asked."""
    mine, its = one.features, first.features
    lacks = any(mine[name] > its[name] for name in ("lacks expected", "opposite"))
    return not lacks and mine["counts focus"] >= its["counts focus"]


def _differ(one: Scored, other: Scored) -> bool:
    mine, its = one.candidate, other.candidate
    own, another = mine.sentence.document, its.sentence.document
    return origin(own) != origin(another) or (own.key != another.key and altered(mine, its))
