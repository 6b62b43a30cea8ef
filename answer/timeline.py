"""A timeline: the dated sentences of a corpus about a topic, once each, in the order of the calendar."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from answer.answering import dates_in, find
from answer.candidates import Candidate, candidates
from answer.comparison.agreement import asked_date
from answer.dates import DateExpression, span
from answer.dates.values import point_of
from answer.model import Citation
from answer.question import understand
from answer.quotes import standing_alone
from answer.reading import Source, Tools, read
from answer.stories import in_same_words
from answer.weighted import Weighted
from corpus.documents import Document, Key, Passage
from index.analysis import Analyzer

PASSAGES = 60
MOST = 60  # entries
ABOUT = 0.75  # of the topic's weight that a sentence has to hold together with its document's title
OF_ITSELF = 0.5  # of the topic's weight that it has to hold alone


@dataclass(frozen=True, slots=True)
class Entry:
    """A quote and the expression that dates it; `also` are other documents that say it in nearly the same words."""

    quote: Passage
    date: DateExpression
    also: tuple[Document, ...] = ()

    @property
    def known(self) -> bool:
        """Whether the quote's place in the calendar is known."""
        return _when(self.date.value) is not None


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is told of a topic: entries in the order of the calendar, those whose date is not known behind them."""

    topic: str
    entries: tuple[Entry, ...]


def timeline(topic: str, source: Source, tools: Tools) -> Timeline:
    """The timeline of a topic from the best passages about it, with at most MOST entries; never raises.

    A sentence belongs to it if it holds most of the topic's words, by weight, and a date of the calendar, known or
    not; it is dated by the date that belongs to the topic's words. Of near-duplicates the one published first stays.
    """
    reading = read(understand(topic, tools.analyzer), source, tools)
    weighted = reading.weighted(tools)
    found = find(reading, weighted, source, tools, PASSAGES)
    among = candidates(found.hits, tools.analyzer, found.names)
    about = [candidate for candidate in among if _is_about(weighted, candidate)]
    entries = [entry for one in about if (entry := _entry(one, among, weighted, tools.analyzer))]
    return Timeline(topic, tuple(sorted(_once(entries, tools.analyzer)[:MOST], key=_order)))


def _is_about(weighted: Weighted, candidate: Candidate) -> bool:
    """Whether the sentence holds enough of the topic; a word that says the same as one of its words counts as it."""
    own = weighted.spoken(candidate.terms)
    return weighted.share(own) >= OF_ITSELF and weighted.share(own | candidate.title) >= ABOUT


def _entry(candidate: Candidate, among: Sequence[Candidate], weighted: Weighted, analyzer: Analyzer) -> Entry | None:
    """The candidate as an entry; None if it tells no time of the calendar."""
    quote = standing_alone(candidate, among)
    start = candidate.sentence.start
    dates = dates_in(quote, min(candidate.hit.passage.start, quote.start))
    told = tuple(one for one in dates if one.points and one.start >= start)
    tokens = analyzer.tokens(quote.text)
    matched = tuple((quote.start + t.start, quote.start + t.end) for t in tokens if t.term in weighted.idf)
    known = tuple(one for one in told if _when(one.value))
    own = asked_date(Citation(quote, known, matched)) if known else next(iter(told), None)
    return Entry(quote, own) if own else None


def _once(entries: Sequence[Entry], analyzer: Analyzer) -> list[Entry]:
    """The entries without near-duplicates, in their order; each in the place of the first, told by the earliest."""
    kept: list[Entry] = []
    for entry in entries:
        same = next((i for i, one in enumerate(kept) if _same(one, entry, analyzer)), None)
        if same is None:
            kept.append(entry)
        else:
            kept[same] = _together(kept[same], entry)
    return kept


def _same(one: Entry, other: Entry, analyzer: Analyzer) -> bool:
    """Whether two entries overlap, or say nearly the same of the same date; a wire story keeps its words for it."""
    a, b = one.quote, other.quote
    if a.document.key == b.document.key and a.start < b.end and b.start < a.end:
        return True
    dated_alike = one.date.value == other.date.value or one.date.phrase == other.date.phrase
    return dated_alike and in_same_words((a.text, analyzer.tokens(a.text)), (b.text, analyzer.tokens(b.text)))


def _together(one: Entry, other: Entry) -> Entry:
    first, second = sorted((one, other), key=lambda entry: entry.quote.document.written_on or date.max)
    documents = {document.key: document for document in (second.quote.document, *first.also, *second.also)}
    documents.pop(first.quote.document.key, None)
    return replace(first, also=tuple(documents.values()))


Day = tuple[int, int, int]


def _when(value: str | None) -> tuple[Day, Day] | None:
    """The first and the last day of a value as (year, month, day), a year BC negative; None if not known."""
    if covered := span(value or ""):
        first, last = covered
        return (first.year, first.month, first.day), (last.year, last.month, last.day)
    if (point := point_of(value or "")) and point.year < 0:
        day = point.year, point.month or 1, point.day or 1
        return day, day
    return None


def _order(entry: Entry) -> tuple[bool, tuple[Day, Day], str, Key]:
    when = _when(entry.date.value)
    return when is None, when or ((0, 0, 0), (0, 0, 0)), entry.date.value or "", entry.quote.document.key
