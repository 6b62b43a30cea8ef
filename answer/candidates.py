"""From ranked passages to candidate sentences: each with its tokens, its terms and its surroundings."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from answer.aliases import Group, completed
from corpus.documents import Passage
from corpus.sentences import sentences
from index.analysis import Analyzer, Token
from index.engine import Hit


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be quoted. Token offsets count from the start of the sentence.

    `rank` (from 0) and `relevance` (0 to 1, a share of the best passage's score) are those of its passage;
    `position` counts sentences from the start of the passage. `title`, `before`, `after` and `around` are the terms
    of the document's title, of the two neighbouring sentences, and of the whole passage.
    """

    sentence: Passage
    tokens: tuple[Token, ...]
    terms: frozenset[str]
    hit: Hit
    rank: int
    relevance: float
    position: int
    title: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    around: frozenset[str]


def _within(tokens: Sequence[Token], starts: Sequence[int], start: int, end: int) -> tuple[Token, ...]:
    """The tokens that begin in [start, end), with offsets counted from `start`."""
    inside = tokens[bisect_left(starts, start) : bisect_left(starts, end)]
    return tuple(Token(token.term, token.start - start, token.end - start) for token in inside)


def _of_passage(hit: Hit, rank: int, best: float, analyzer: Analyzer, names: Sequence[Group]) -> list[Candidate]:
    passage = hit.passage
    text = passage.document.text
    tokens = analyzer.tokens(passage.text)
    starts = [token.start for token in tokens]
    spans = sentences(text, passage.start, passage.end)
    inside = [_within(tokens, starts, start - passage.start, end - passage.start) for start, end in spans]
    terms = [
        completed(frozenset(token.term for token in own), text[start:end], names)
        for own, (start, end) in zip(inside, spans, strict=True)
    ]
    none: frozenset[str] = frozenset()
    around = none.union(*terms)
    heading = passage.document.title or ""
    title = completed(frozenset(analyzer.terms(heading)), heading, names)
    return [
        Candidate(
            sentence=Passage(passage.document, start, end),
            tokens=inside[i],
            terms=terms[i],
            hit=hit,
            rank=rank,
            relevance=hit.score / best if best > 0 else 0.0,
            position=i,
            title=title,
            before=terms[i - 1] if i else none,
            after=terms[i + 1] if i + 1 < len(terms) else none,
            around=around,
        )
        for i, (start, end) in enumerate(spans)
        if inside[i]
    ]


def candidates(hits: Sequence[Hit], analyzer: Analyzer, names: Sequence[Group] = ()) -> list[Candidate]:
    """All sentences of the found passages, passage by passage, in the order of the hits.

    A sentence, title or passage that uses one form of a name counts as holding the terms of all its forms.
    """
    best = max((hit.score for hit in hits), default=0.0)
    return [one for rank, hit in enumerate(hits) for one in _of_passage(hit, rank, best, analyzer, names)]
