"""Choosing quotes among ranked candidates: what adds something, once, and standing on its own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from answer.candidates import Candidate
from answer.model import Kind
from answer.quotes import (
    MAX_WORDS,
    announces,
    count_words,
    ends_with_a_stop,
    leans_on_the_one_before,
    within_limit,
)
from answer.stories import same_story
from corpus.documents import Document, Key, Passage

MOST_SENTENCES = 3
PRICE = 0.0003  # of the belief: what a word of a quote has to be worth
SENTENCE = 10  # words that a sentence counts as beside its own, so that none comes along because it is short
PARAGRAPH = 20  # words that going on with a new paragraph counts as
LEANING = MAX_WORDS  # what a quote costs, in words, that begins with "He": more than any sentence before it does
AS_MUCH = 0.75  # of the first quote's coverage of the question
OTHER_SOURCE = 20.0  # times its belief: what another source says of the same
ON_TOPIC = 0.5  # of what the first quote's passage holds of the question
WORTH_SHOWING = 0.005  # of the belief, relative to the best candidate's
COMPARED = frozenset({Kind.WHEN, Kind.HOW_MANY, Kind.HOW_FAR, Kind.HOW_LONG})


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its features, its score, and its share of the belief among all candidates (softmax)."""

    candidate: Candidate
    features: dict[str, float]
    score: float
    share: float


@dataclass(frozen=True, slots=True)
class Chosen:
    """A candidate that is quoted: how it scored, its quote, and other documents that say all of it nearly so."""

    scored: Scored
    quote: Passage
    also: tuple[Document, ...]


def says(scored: Scored) -> float:
    """How much of the question a sentence itself speaks of; a related word counts half."""
    return min(1.0, scored.features["coverage"] + scored.features["related"] / 2)


def on_topic(scored: Scored, first: Scored) -> bool:
    """Whether a candidate's passage holds enough of the question, set against the best candidate's."""
    return scored.features["coverage of passage"] >= ON_TOPIC * first.features["coverage of passage"]


def origin(document: Document) -> Key:
    """The key of what a document is a copy of, or its own: copies of one report are one source."""
    return document.collection, document.copy_of or document.id


def _belief(scored: Scored, first: Scored, kind: Kind) -> float:
    """What a candidate counts for as a quote: more if it is another source's value for what is asked."""
    own, other = (origin(one.candidate.sentence.document) for one in (scored, first))
    covers = says(scored) >= AS_MUCH * says(first)
    fits = scored.features["lacks expected"] <= first.features["lacks expected"]
    return scored.share * (OTHER_SOURCE if kind in COMPARED and own != other and covers and fits else 1.0)


@dataclass(frozen=True, slots=True)
class _Window:
    """What may become a quote: sentences that follow each other, how likely they are, and their price in words."""

    run: tuple[Scored, ...]
    likeliest: Scored
    belief: float
    words: int

    @property
    def quote(self) -> Passage:
        """The text from the first sentence to the last; of a single one no more than a quote may hold."""
        opening, closing = self.run[0].candidate.sentence, self.run[-1].candidate.sentence
        return within_limit(opening) if opening is closing else Passage(opening.document, opening.start, closing.end)


def choose(ranked: Sequence[Scored], kind: Kind, *, quotes: int) -> list[Chosen]:
    """At most `quotes` quotes from the ranked candidates (best first, not empty); no part of a text twice.

    A quote is the run of up to three sentences that holds most of the belief, less a small price for each word: so
    more is quoted where it is less sure which sentence answers. The first holds the best candidate. Another source
    that says as much comes before more of the same; left out are copies of what is quoted already, and whatever is far
    less likely than the best or stands in a passage about something else.
    """
    first, among = ranked[0], [scored.candidate for scored in ranked]
    left = [(scored, _belief(scored, first, kind)) for scored in ranked if on_topic(scored, first)]
    windows = [one for one in _windows(left) if any(scored is first for scored in one.run)]
    chosen: list[Chosen] = []
    while windows and len(chosen) < quotes:
        best = max(windows, key=lambda one: one.belief - PRICE * one.words)
        likeliest = best.likeliest if chosen else first
        chosen.append(Chosen(likeliest, best.quote, _copies([one.candidate for one in best.run], among)))
        left = [(scored, belief) for scored, belief in left if not _said(scored, best.run)]
        windows = [one for one in _windows(left) if one.belief >= WORTH_SHOWING * first.share]
    return chosen


def _windows(believed: Iterable[tuple[Scored, float]]) -> Iterator[_Window]:
    """All runs of sentences that may be one quote, given how much each sentence is believed in."""
    ordered = sorted(
        believed, key=lambda one: (one[0].candidate.sentence.document.key, one[0].candidate.sentence.start)
    )
    for at in range(len(ordered)):
        runs = list(_runs(ordered[at : at + MOST_SENTENCES]))
        # A heading or a question tells nothing without what follows it.
        closed = [(run, words) for run, words in runs if not announces(run[-1][0].candidate.sentence)]
        for run, words in closed or runs[:1]:
            likeliest = max(run, key=lambda one: one[1])[0]
            total = sum(belief for _, belief in run)
            yield _Window(tuple(one for one, _ in run), likeliest, total, words + SENTENCE * len(run))


def _runs(ordered: Sequence[tuple[Scored, float]]) -> Iterator[tuple[Sequence[tuple[Scored, float]], int]]:
    """The first sentence, the first two and so on, as far as they follow each other and fit; with their price."""
    words = LEANING if leans_on_the_one_before(ordered[0][0].candidate) else 0
    most = words + MAX_WORDS
    price = 0
    for count, (scored, _) in enumerate(ordered, 1):
        words += count_words(scored.candidate.sentence)
        if count > 1:
            former, latter = ordered[count - 2][0].candidate, scored.candidate
            if words > most or not _continues(former.sentence, latter.sentence):
                return
            price += 0 if _belongs(former, latter) else PARAGRAPH
        yield ordered[:count], words + price


def _said(scored: Scored, run: Sequence[Scored]) -> bool:
    """Whether a sentence is among others, or says what one of them says in nearly the same words."""
    return any(scored is one or same_story(scored.candidate, one.candidate) for one in run)


def _continues(former: Passage, latter: Passage) -> bool:
    """Whether two sentences follow each other in one section of a text: no heading comes after a closed sentence."""
    if former.document.key != latter.document.key or former.document.text[former.end : latter.start].strip():
        return False
    return not _paragraph(former, latter) or ends_with_a_stop(latter) or not ends_with_a_stop(former)


def _paragraph(former: Passage, latter: Passage) -> bool:
    return former.document.text[former.end : latter.start].count("\n") > 1


def _belongs(former: Candidate, latter: Candidate) -> bool:
    """Whether the latter of two sentences is of the same paragraph, leans on the former, or is announced by it."""
    same = not _paragraph(former.sentence, latter.sentence)
    return same or leans_on_the_one_before(latter) or announces(former.sentence)


def _copies(quoted: Sequence[Candidate], among: Sequence[Candidate]) -> tuple[Document, ...]:
    """The other documents in which each of these sentences stands in nearly the same words."""
    documents = {other.sentence.document.key: other.sentence.document for other in among}
    documents.pop(quoted[0].sentence.document.key)
    for sentence in quoted:
        saying = {other.sentence.document.key for other in among if same_story(other, sentence)}
        documents = {key: document for key, document in documents.items() if key in saying}
    return tuple(documents.values())
