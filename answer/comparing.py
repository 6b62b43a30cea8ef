"""Which quotes may be compared: those of different reports that say as much of what is asked as the first one does."""

from collections.abc import Sequence

from answer.agreement import Said
from answer.asked_amount import counted, naming, wanted
from answer.choosing import Chosen, Scored, origin
from answer.features import Weighted
from answer.model import Citation, Kind, Question
from answer.stories import altered
from index.analysis import Analyzer

NEARLY_ALL = 0.8  # of the question's weight: what tells less of it may be of another thing
WITHOUT_TITLE = frozenset({Kind.WHEN, Kind.WHO})


def asks_value(question: Question) -> bool:
    """Whether a question asks for a value of which sources may give different ones: a day, an amount, a score."""
    return question.kind is Kind.WHEN or wanted(question) is not None


def comparable(weighted: Weighted, chosen: Sequence[Chosen], analyzer: Analyzer) -> list[int]:
    """The positions of the quotes whose values for what is asked can be set against each other.

    A report is not set against itself nor against its copies, which neither confirm nor contradict it, unless one
    sentence is the other with something changed. A quote tells nearly all that is asked; of a number or a
    score its title may tell a part. None where the first quote is none of them.
    """
    if not chosen:
        return []
    first = chosen[0].scored
    # Whoever gives the value need not say its name: "is down to 35 shells" for "price".
    named = frozenset(term for word in naming(weighted.question) for term in analyzer.terms(word))
    alone = weighted.question.kind in WITHOUT_TITLE
    asked = _spoken(weighted, first.candidate.terms) | named
    if alone and len(asked) < 2:
        return []
    found: list[int] = []
    for i, one in enumerate(chosen):
        spoken = _spoken(weighted, one.scored.candidate.terms.union(analyzer.terms(one.quote.text))) | named
        titled = frozenset[str]() if alone else _spoken(weighted, one.scored.candidate.title)
        tells = asked <= spoken and weighted.share(asked | titled) >= NEARLY_ALL and _fits(one.scored, first)
        if tells and all(_differ(one.scored, chosen[other].scored) for other in found):
            found.append(i)
    return found if 0 in found else []


def said(weighted: Weighted, citation: Citation, analyzer: Analyzer) -> Said:
    """A citation with the places of the noun whose number is asked."""
    nouns = counted(weighted.question)
    tokens = analyzer.tokens(citation.quote)
    return Said(citation, tuple((token.start, token.end) for token in tokens if token.term in nouns))


def _spoken(weighted: Weighted, held: frozenset[str]) -> frozenset[str]:
    """The terms of a question that are held, in its own words or in related ones."""
    none: frozenset[str] = frozenset()
    return frozenset(term for term in weighted.idf if not held.isdisjoint({term} | weighted.related.get(term, none)))


def _fits(one: Scored, first: Scored) -> bool:
    """Whether a sentence holds the kind asked for if the first does, and not the opposite of what is asked."""
    mine, its = one.features, first.features
    return not any(mine[name] > its[name] for name in ("lacks expected", "opposite"))


def _differ(one: Scored, other: Scored) -> bool:
    mine, its = one.candidate, other.candidate
    own, another = mine.sentence.document, its.sentence.document
    return origin(own) != origin(another) or (own.key != another.key and altered(mine, its))
