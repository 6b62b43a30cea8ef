"""Choosing quotes among ranked candidates: what adds something, once, and standing on its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from answer.candidates import Candidate
from answer.model import Kind
from answer.words import PRONOUN_STARTS
from corpus.documents import Document, Passage

MAX_WORDS = 80
SAME_STORY = 88  # per cent of similarity from which two sentences count as one wire story
AS_MUCH = 0.75  # of the first quote's coverage of the question
OTHER_SOURCE = 3.0  # added to the score (a log-odds) of what another source says of the same
WORTH_SHOWING = 0.005  # of the belief, relative to the best candidate's
LACKING = 0.5  # taken off the score of a further quote that holds nothing of the type that was asked for
# Of the best candidate's belief: from here on, a sentence beside a quote is quoted along with it. Explanations run on
# over sentences more often than a day, a number or a name does.
RIVAL, RIVAL_EXPLAINING = 0.05, 0.01
EXPLAINING = frozenset({Kind.WHY, Kind.HOW, Kind.WHAT, Kind.DEFINITION, Kind.TOPIC})
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
    """A candidate that is quoted: how it scored, its quote, and other documents that say it in nearly these words."""

    scored: Scored
    quote: Passage
    also: tuple[Document, ...]


def _words(passage: Passage) -> int:
    return len(passage.text.split())


def _within_limit(sentence: Passage) -> Passage:
    """The sentence, or its first 80 words where it alone is longer."""
    if _words(sentence) <= MAX_WORDS:
        return sentence
    text, position = sentence.text, 0
    for word in text.split()[:MAX_WORDS]:
        position = text.index(word, position) + len(word)
    return Passage(sentence.document, sentence.start, sentence.start + position)


def _leans_on_the_one_before(candidate: Candidate) -> bool:
    first = candidate.sentence.text.split(maxsplit=1)[0].lower().strip("\"'“‘(,")
    return first in PRONOUN_STARTS


def _neighbour(candidate: Candidate, among: Sequence[Candidate]) -> Candidate | None:
    """The sentence right before, where it belongs to the same passage."""
    return next(
        (other for other in among if other.hit is candidate.hit and other.position == candidate.position - 1),
        None,
    )


def standing_alone(candidate: Candidate, among: Sequence[Candidate]) -> Passage:
    """The quote for a candidate: with the sentence before it when it begins with "He", "They" or "It" and both fit.

    A quote is never longer than 80 words; a sentence that alone is longer is cut after its 80th word.
    """
    before = _neighbour(candidate, among) if _leans_on_the_one_before(candidate) else None
    if before is not None:
        together = Passage(candidate.sentence.document, before.sentence.start, candidate.sentence.end)
        if _words(together) <= MAX_WORDS:
            return together
    return _within_limit(candidate.sentence)


def _overlap(a: Passage, b: Passage) -> bool:
    return a.document.id == b.document.id and a.start < b.end and b.start < a.end


def same_story(a: Passage, b: Passage) -> bool:
    """Whether two sentences are one wire story's: the same but for a few letters."""
    return bool(fuzz.ratio(a.text, b.text, score_cutoff=SAME_STORY))


def says(scored: Scored) -> float:
    """How much of the question a sentence itself speaks of; a related word counts half."""
    return min(1.0, scored.features["coverage"] + scored.features["related"] / 2)


def origin(document: Document) -> str:
    """The id of what a document is a copy of, or its own: copies of one report are one source."""
    return document.copy_of or document.id


def _adds_more(scored: Scored, first: Scored, kind: Kind) -> float:
    """What another source that gives a value for what was asked has beside its score; 0 for other quotes."""
    if kind not in COMPARED or origin(scored.candidate.sentence.document) == origin(first.candidate.sentence.document):
        return 0.0
    covers = says(scored) >= AS_MUCH * says(first)
    fits = scored.features["lacks expected"] <= first.features["lacks expected"]
    return OTHER_SOURCE if covers and fits else 0.0


def choose(ranked: Sequence[Scored], kind: Kind, *, quotes: int) -> list[Chosen]:
    """At most `quotes` of the ranked candidates (best first, not empty) with their quotes; no part of a text twice.

    Another source that says as much comes before more of the same. Left out are copies of what is quoted already, and
    whatever is far less likely than the best. Likely sentences beside a quote are quoted along with it.
    """
    among = [scored.candidate for scored in ranked]
    first, *rest = ranked
    chosen: list[Chosen] = []
    further = sorted(
        rest, key=lambda one: LACKING * one.features["lacks expected"] - one.score - _adds_more(one, first, kind)
    )
    rival = first.share * (RIVAL_EXPLAINING if kind in EXPLAINING else RIVAL)
    for scored in [first, *further]:
        if scored.share >= rival and (at := _beside(scored, chosen)) is not None:
            chosen[at] = replace(chosen[at], quote=_joined(chosen[at].quote, scored.candidate.sentence))
            continue
        likely = scored.share >= WORTH_SHOWING * first.share or _adds_more(scored, first, kind)
        if len(chosen) == quotes or not likely:
            continue
        quote = standing_alone(scored.candidate, among)
        if any(_overlap(quote, one.quote) for one in chosen):
            quote = _within_limit(scored.candidate.sentence)
        if not any(_overlap(quote, one.quote) or same_story(quote, one.quote) for one in chosen):
            chosen.append(Chosen(scored, quote, _copies(scored.candidate, among)))
    return chosen


def _joined(a: Passage, b: Passage) -> Passage:
    return Passage(a.document, min(a.start, b.start), max(a.end, b.end))


def _beside(scored: Scored, chosen: Sequence[Chosen]) -> int | None:
    """The position of a chosen quote that this sentence directly continues or begins, where both may be one quote."""
    sentence = scored.candidate.sentence
    for at, one in enumerate(chosen):
        quote = one.quote
        text = quote.document.text
        former, latter = sorted((quote, sentence), key=lambda passage: passage.start)
        between = text[former.end : latter.start]
        # News has a paragraph for nearly every sentence; what ends without a stop is a headline.
        apart = "\n" in between and former.text.rstrip("\"'”’)")[-1:] not in ".!?"
        touching = not between.strip() and not apart and not _overlap(quote, sentence)
        near = quote.document.id == sentence.document.id and touching
        if near and _words(_joined(quote, sentence)) <= MAX_WORDS:
            return at
    return None


def _copies(candidate: Candidate, among: Sequence[Candidate]) -> tuple[Document, ...]:
    """The other documents in which nearly the same sentence stands."""
    sentence = candidate.sentence
    found = {
        other.sentence.document.id: other.sentence.document
        for other in among
        if other.sentence.document.id != sentence.document.id and same_story(other.sentence, sentence)
    }
    return tuple(found.values())
