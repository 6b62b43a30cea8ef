"""Which quotes may be compared: those of different reports that say as much of what is asked as the first one does."""

import re
from collections.abc import Sequence

from answer.asked_time import asks_ahead, latest
from answer.choosing import Chosen, Scored, origin
from answer.comparison.agents import asked_deed
from answer.comparison.asked_amount import asked_amount, counted, naming, wanted
from answer.comparison.said import Said
from answer.model import Citation, Kind, Question
from answer.stories import altered
from answer.weighted import Weighted
from corpus.spans import Span, overlaps
from index.analysis import Analyzer

NEARLY_ALL = 0.8  # of the question's weight: what tells less of it may be of another thing
OWN = 2  # words of the question that a quote has to hold itself, where its title tells the rest
_ELSEWHERE = re.compile(r"\b(?:on|of|in|at|near|against|for|into|from)\s(?:the\s)?(?=[A-Z])")  # "the siege of Harn"
_NAME = re.compile(r"[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*")


def asks_value(weighted: Weighted, first: Scored, analyzer: Analyzer) -> bool:
    """Whether a question asks for a value of which sources may give different ones: a day, an amount, a score.

    Where only its noun tells that, the best candidate has to give a value of that.
    """
    question = weighted.question
    asks = wanted(question)
    if asks is None or not asks.noun:
        return question.kind is Kind.WHEN or asks is not None
    text, tokens = first.candidate.sentence.text, first.candidate.tokens
    matched = [(token.start, token.end) for token in tokens if token.term in weighted.idf]
    return asked_amount(text, asks, (), matched, _places(question, text, analyzer)) is not None


def comparable(
    weighted: Weighted, chosen: Sequence[Chosen], citations: Sequence[Citation], analyzer: Analyzer
) -> list[int]:
    """The positions of the quotes whose values for what is asked can be set against each other.

    A report is not set against itself nor against its copies, which neither confirm nor contradict it, unless one
    sentence is the other with something changed. A quote tells nearly all that is asked; its title may tell a part,
    though not who. None where the first quote is none of them, or a question is too short to tell what it is of.
    """
    if not chosen:
        return []
    first, kind = chosen[0].scored, weighted.question.kind
    named = _named(weighted.question, analyzer)
    asked = weighted.spoken(first.candidate.terms) | named
    short = kind in (Kind.WHEN, Kind.WHO) and len(asked) < OWN
    if short and not (kind is Kind.WHEN and asks_ahead(weighted.question.asked)):
        return []
    found: list[int] = []
    for i, one in enumerate(chosen):
        # A day is dated by the event in its own clause; a number by nothing but the words of its sentence.
        beside = analyzer.terms(one.quote.text) if kind is Kind.WHEN else ()
        spoken = weighted.spoken(one.scored.candidate.terms.union(beside)) | named
        titled = _titled(weighted, one.scored, citations[i], spoken, analyzer)
        whole = asked <= (spoken | titled if kind is Kind.WHEN else spoken)
        tells = whole and weighted.share(spoken | titled) >= NEARLY_ALL
        if (
            tells
            and _fits(one.scored, first, kind)
            and all(_differ(one.scored, chosen[other].scored) for other in found)
        ):
            found.append(i)
    return found if 0 in found else []


def _named(question: Question, analyzer: Analyzer) -> frozenset[str]:
    """The terms of a question that whoever gives the value need not say: "is down to 35 shells" for "current price"."""
    words = naming(question).union(latest(question.asked).split() if wanted(question) else ())
    return frozenset(term for word in words for term in analyzer.terms(word))


def said(weighted: Weighted, citation: Citation, analyzer: Analyzer) -> Said:
    """A citation with the places of the noun whose number, or of the verb whose doer is asked."""
    return Said(citation, _places(weighted.question, citation.quote, analyzer))


def _places(question: Question, text: str, analyzer: Analyzer) -> tuple[Span, ...]:
    """Where a text holds the noun whose number or value, or the verb whose doer is asked."""
    asks = wanted(question)
    word = asks.noun if asks else asked_deed(question.asked) if question.kind is Kind.WHO else None
    terms = frozenset(analyzer.terms(word)) if word else counted(question)
    return tuple((token.start, token.end) for token in analyzer.tokens(text) if token.term in terms)


def _titled(
    weighted: Weighted, one: Scored, citation: Citation, spoken: frozenset[str], analyzer: Analyzer
) -> frozenset[str]:
    """The terms of a question that the title of a quote may tell for it.

    Of a day only where the quote names the event and more of what is asked itself ("the siege began on Monday"), and no
    other place or thing than the title's: a report also dates what else has happened.
    """
    titled = weighted.spoken(one.candidate.title)
    if weighted.question.kind is Kind.WHO:
        return frozenset()
    if weighted.question.kind is not Kind.WHEN:
        return titled
    known = one.candidate.title | weighted.idf.keys()
    elsewhere = any(known.isdisjoint(analyzer.terms(name)) for name in _places_named(citation))
    return titled if citation.events and len(spoken) >= OWN and not elsewhere else frozenset()


def _places_named(citation: Citation) -> list[str]:
    """The names behind a word of place in a quote, dates aside: "Osk" in "the siege of Osk began on Monday"."""
    dated = [citation.within(date.start, date.end) for date in citation.dates]
    led = [place.end() for place in _ELSEWHERE.finditer(citation.quote)]
    names = [name for at in led if (name := _NAME.match(citation.quote, at))]
    return [name[0] for name in names if not overlaps(name.span(), dated)]


def _fits(one: Scored, first: Scored, kind: Kind) -> bool:
    """Whether a sentence holds the kind asked for if the first does, and not the opposite of what is asked.

    Who did something need not have a name: "shelled by rebels".
    """
    lacks = ("opposite",) if kind is Kind.WHO else ("opposite", "lacks expected")
    return not any(one.features[name] > first.features[name] for name in lacks)


def _differ(one: Scored, other: Scored) -> bool:
    """Whether two sentences are of different sources.

    Sources of different titles that ask the same question themselves answer it each for its own subject.
    """
    mine, its = one.candidate, other.candidate
    own, another = mine.sentence.document, its.sentence.document
    if one.features["asked alike"] and other.features["asked alike"] and own.title != another.title:
        return False
    return origin(own) != origin(another) or (own.key != another.key and altered(mine, its))
