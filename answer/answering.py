"""From a question to an answer: understand, correct, search, choose, date, compare; or say that nothing was found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from answer import acronyms, compounds, respelt
from answer.aliases import Group, group, used
from answer.asked_event import asked_event
from answer.asked_time import asks_ahead, latest
from answer.candidates import Candidate, candidates
from answer.certainty import evidence
from answer.choosing import Chosen, Scored, choose
from answer.commonness import in_query
from answer.comparison.agreement import agreement
from answer.comparison.comparable import asks_value, comparable, said
from answer.comparison.said import Said
from answer.dates import DateExpression, find_dates
from answer.editions import newest_first
from answer.features import features
from answer.model import EVEN, Agreement, Answer, Citation
from answer.question import understand
from answer.reading import Reading, Source, Tools, in_capitals, read
from answer.scorer import Scorer, shares
from answer.weighted import Weighted
from answer.words import FUNCTION_WORDS
from corpus.documents import Document, Passage
from index.analysis import Analyzer
from index.bm25 import Model
from index.engine import Hit, Statistics

PASSAGES = 15
SENTENCES = 30  # that are weighed, of those passages
NEAREST = 3
WORTH_READING = 0.3  # of the question's weight that a passage and its title must hold
ABOVE = 5_000  # characters before a quote in which a heading that says its year is sought
ASKED_ALIKE = 0.9  # how sure to be, at least, of what a document says under the very question that is asked
OTHER_FORM = 0.5  # of the weight of the lightest word asked: what a name's other form weighs, all its words together


@dataclass(frozen=True, slots=True)
class Found:
    """The passages for a question, best first, the names it uses with all their forms, and all such names known."""

    hits: tuple[Hit, ...]
    names: tuple[Group, ...]
    known: tuple[Group, ...] = ()


def find(reading: Reading, weighted: Weighted, source: Source, tools: Tools, limit: int = PASSAGES) -> Found:
    """Search with the question's own words; where these hold a name of several forms, with the other forms too.

    The forms come from the list of aliases and from the first passages: what they explain ("… Forces (SDF)"), names
    that they spell in another way, and words that they write together or apart.
    A form that was not asked weighs less than any word that was, so it never outranks an exact match.
    """
    terms = in_query(dict.fromkeys(weighted.idf, 1.0), reading.statistics, tools.common)
    hits = source.search(terms, limit) if terms else []
    asked, texts = reading.question.asked, [hit.passage.text for hit in hits]
    written = dict.fromkeys(compounds.pairs(asked, texts, tools.analyzer))
    learned = [*acronyms.pairs(texts), *respelt.pairs(asked, texts), *written]
    known = dict.fromkeys([*tools.aliases, *(group(pair, tools.analyzer) for pair in learned)])
    names = used(known, in_capitals(asked, tools), frozenset(tools.analyzer.terms(asked)))
    others = {name for forms in names for name in forms if not name.terms <= weighted.idf.keys()}
    if others:
        least = OTHER_FORM * min(terms.values(), default=1.0)
        for name in others:
            for term in name.terms - FUNCTION_WORDS - terms.keys():
                terms[term] = least / len(name.terms)
        hits = source.search(terms, limit)
    return Found(tuple(hits), names, tuple(known))


def _likelier(weighted: Weighted, sentences: Sequence[Candidate]) -> list[Candidate]:
    """The sentences that hold most of the question, themselves and with what stands around them; in their order."""

    def held(one: Candidate) -> float:
        beside = one.terms | one.title | one.before | one.after
        return sum(map(weighted.share, (one.terms, beside, one.around | one.title))) + one.relevance

    best = sorted(range(len(sentences)), key=lambda position: -held(sentences[position]))
    return [sentences[position] for position in sorted(best[:SENTENCES])]


def described(
    weighted: Weighted, found: Found, statistics: Statistics, analyzer: Analyzer
) -> list[tuple[Candidate, dict[str, float]]]:
    """The likelier sentences of the passages with their features, in the order of the passages."""
    sentences = _likelier(weighted, candidates(found.hits, analyzer, found.names))
    texts = [[token.term for token in one.tokens] for one in sentences]
    scores = Model(statistics).scores(texts, dict.fromkeys(weighted.idf, 1.0))
    return [(one, features(weighted, one, score)) for one, score in zip(sentences, scores, strict=True)]


def rank(weighted: Weighted, found: Found, statistics: Statistics, analyzer: Analyzer, scorer: Scorer) -> list[Scored]:
    """The likelier sentences of the passages, best first; equal scores keep the order of the passages."""
    rows = described(weighted, found, statistics, analyzer)
    scores = [scorer.score(weighted.question.kind, one) for _, one in rows]
    ranked = [
        Scored(candidate, one, score, share)
        for (candidate, one), score, share in zip(rows, scores, shares(scores), strict=True)
    ]
    return sorted(ranked, key=lambda scored: -scored.score)


def dates_in(quote: Passage, context: int) -> tuple[DateExpression, ...]:
    """The dates inside a quote, read with the text from `context` on so that "the next day" finds its day.

    The title, and the headings above, may say the year of those that name none.
    """
    document = quote.document
    above = f"{document.title or ''}\n{document.text[max(0, context - ABOVE) : context]}"
    found = find_dates(document.text[context : quote.end], document.written_on, above)
    return tuple(
        replace(one, start=one.start + context, end=one.end + context)
        for one in found
        if one.start + context >= quote.start
    )


def _cite(chosen: Chosen, weighted: Weighted, events: frozenset[str], analyzer: Analyzer) -> Citation:
    quote = chosen.quote
    places = [
        (token.term, (quote.start + token.start, quote.start + token.end)) for token in analyzer.tokens(quote.text)
    ]
    matched = tuple(place for term, place in places if term in weighted.idf)
    named = tuple(place for term, place in places if term in events)
    context = min(chosen.scored.candidate.hit.passage.start, quote.start)
    return Citation(quote, dates_in(quote, context), matched, chosen.also, named, chosen.under)


def _event_terms(reading: Reading, weighted: Weighted, analyzer: Analyzer) -> frozenset[str]:
    """The terms for the event whose time is asked, spelt right, and those that say the same."""
    word = asked_event(reading.question.asked) or ""
    corrected = {typed.lower(): term for typed, term in reading.corrected}
    terms = analyzer.terms(corrected.get(word, word))
    return frozenset(terms).union(*(weighted.related.get(term, ()) for term in terms))


def _nearest(ranked: Sequence[Scored]) -> tuple[Document, ...]:
    """The documents whose passages speak of most of what was asked, best first; none that hardly speaks of it."""
    spoken = sorted(ranked, key=lambda scored: -scored.features["coverage of passage"])
    worth = (one.candidate.sentence.document for one in spoken if one.features["coverage of passage"] >= WORTH_READING)
    return tuple({document.key: document for document in worth}.values())[:NEAREST]


@dataclass(frozen=True, slots=True)
class Considered:
    """Everything that led to an answer: the record that an explanation is made of.

    `ranked` are all candidate sentences, best first; `chosen` those that are quoted, none where nothing is.
    """

    reading: Reading
    weighted: Weighted
    found: Found
    ranked: tuple[Scored, ...]
    confidence: float
    chosen: tuple[Chosen, ...]


def consider(text: str, source: Source, tools: Tools, *, quotes: int) -> Considered:
    """Read a question, rank the sentences of the passages found, and choose at most `quotes` of them.

    Nothing is chosen when the confidence stays below the scorer's floor for its kind.
    """
    reading = read(understand(text, tools.analyzer), source, tools)
    weighted = reading.weighted(tools)
    found = find(reading, weighted, source, tools)
    ranked = newest_first(
        rank(weighted, found, reading.statistics, tools.analyzer, tools.scorer), reading.question.asked
    )
    if not ranked:
        return Considered(reading, weighted, found, (), 0.0, ())
    confidence = tools.scorer.confidence(evidence(weighted, ranked, reading.unknown, reading.replaced))
    if ranked[0].features["asked alike"]:
        confidence = max(confidence, ASKED_ALIKE)
    kind = reading.question.kind
    if confidence < tools.scorer.floors.of(kind):
        return Considered(reading, weighted, found, tuple(ranked), confidence, ())
    compared = asks_value(weighted, ranked[0], tools.analyzer)
    chosen = choose(ranked, quotes=quotes, brief=kind.at_a_glance, compared=compared)
    return Considered(reading, weighted, found, tuple(ranked), confidence, tuple(chosen))


def answered(considered: Considered, analyzer: Analyzer) -> Answer:
    """The answer that follows: the chosen sentences cited, dated and compared, or the nearest documents.

    Nothing is compared where the first quote more likely than not answers something else. Where sources tell otherwise
    what is so now, or what is next, the newest is cited first.
    """
    reading, question = considered.reading, considered.reading.question
    events = _event_terms(reading, considered.weighted, analyzer)
    chosen = considered.chosen
    citations = tuple(_cite(one, considered.weighted, events, analyzer) for one in chosen)
    if latest(question.asked) or asks_ahead(question.asked):
        compared = _compared(considered, chosen, citations, analyzer)
        at = _newest(agreement(question, compared, considered.found.known, of_any_time=True), citations)
        chosen = (*chosen[at : at + 1], *chosen[:at], *chosen[at + 1 :])
        citations = (*citations[at : at + 1], *citations[:at], *citations[at + 1 :])
    return Answer(
        question=question,
        citations=citations,
        confidence=considered.confidence,
        agreement=agreement(question, _compared(considered, chosen, citations, analyzer), considered.found.known),
        nearest=() if citations else _nearest(considered.ranked),
        missing=reading.missing,
        corrected=tuple((typed, _as_written(term, considered.ranked)) for typed, term in reading.corrected),
    )


def _compared(
    considered: Considered, chosen: Sequence[Chosen], citations: Sequence[Citation], analyzer: Analyzer
) -> dict[int, Said]:
    """What the quotes that may be compared say, by position; none where it is not sure that the first one answers."""
    if considered.confidence < EVEN:
        return {}
    positions = comparable(considered.weighted, chosen, citations, analyzer)
    return {i: said(considered.weighted, citations[i], analyzer) for i in positions}


def _newest(compared: Agreement | None, citations: Sequence[Citation]) -> int:
    """The position of the citation that gives the newest of values that differ; 0 where none is known to be."""
    if compared is None or compared.newest is None:
        return 0
    giving = next(value.citations for value in compared.values if value.value == compared.newest.value)
    return next(i for i in giving if citations[i].document.written_on == compared.newest.published)


def answer(text: str, source: Source, tools: Tools, *, quotes: int = 3) -> Answer:
    """Answer a question from a source with at most `quotes` citations; never raises for what is asked."""
    return answered(consider(text, source, tools, quotes=quotes), tools.analyzer)


def _as_written(term: str, ranked: Sequence[Scored]) -> str:
    """A term as the best candidate that holds it writes it, in lower case; the term itself if none does."""
    for scored in ranked:
        for token in scored.candidate.tokens:
            if token.term == term:
                return scored.candidate.sentence.text[token.start : token.end].lower()
    return term
