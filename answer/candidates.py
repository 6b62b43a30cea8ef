"""From ranked passages to candidate sentences: each with its tokens, its terms and its surroundings."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from answer.aliases import Group, completed
from answer.headings import Block, Form, blocks, is_of_release
from answer.model import Kind, Question
from answer.question import understand
from answer.words import TURNING
from corpus.documents import Document, Passage
from corpus.sentences import sentences
from corpus.spans import Span
from index.analysis import Analyzer, Token
from index.engine import Hit

# What a question asks: its kind, its terms, and its small words that would make another question of it.
Asking = tuple[Kind, frozenset[str], frozenset[str]]

_WORD = re.compile(r"[\w'’]+")
RELEASED = "released"  # what the heading of a version with a date says of it, though not in so many words


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be quoted. Token offsets count from the start of the sentence.

    `rank` (from 0) and `relevance` (0 to 1, a share of the best passage's score) are those of its passage;
    `position` counts sentences from the start of the passage; `block` is the paragraph, item or row it stands in.
    `title`, `before`, `after` and `around` are the terms of what it stands under (the document's title, a heading, the
    head of a table), of the two neighbouring sentences, and of the whole passage.
    `asks` is what the block and each of what it stands under ask, as kinds and terms: "How do I join?".
    """

    sentence: Passage
    tokens: tuple[Token, ...]
    terms: frozenset[str]
    hit: Hit
    rank: int
    relevance: float
    position: int
    block: Block
    title: frozenset[str]
    asks: frozenset[Asking]
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
    terms = [_terms(text[start:end], own, analyzer, names) for own, (start, end) in zip(inside, spans, strict=True)]
    none: frozenset[str] = frozenset()
    around = none.union(*terms)
    outline = blocks(passage)
    ends = [block.span[1] for block in outline]
    own_block = [outline[bisect_right(ends, start)] for start, _ in spans]
    stood_under = {one.under for one in own_block}
    title = {under: _title(passage.document, under, analyzer, names) for under in stood_under}
    asking = [_asking(block) for block in own_block]
    asks = {spans: _asks(passage.document, spans, analyzer) for spans in set(asking)}
    return [
        Candidate(
            sentence=Passage(passage.document, start, end),
            tokens=inside[i],
            terms=terms[i],
            hit=hit,
            rank=rank,
            relevance=hit.score / best if best > 0 else 0.0,
            position=i,
            block=own_block[i],
            title=title[own_block[i].under],
            asks=asks[asking[i]],
            before=terms[i - 1] if i else none,
            after=terms[i + 1] if i + 1 < len(terms) else none,
            around=around,
        )
        for i, (start, end) in enumerate(spans)
        if inside[i]
    ]


def _terms(text: str, tokens: Sequence[Token], analyzer: Analyzer, names: Sequence[Group]) -> frozenset[str]:
    own = completed(frozenset(token.term for token in tokens), text, names)
    return own.union(analyzer.terms(RELEASED)) if is_of_release(text) else own


def _title(document: Document, under: Sequence[Span], analyzer: Analyzer, names: Sequence[Group]) -> frozenset[str]:
    """The terms of a document's title, and of what else stands above its blocks that stand under these."""
    above = "\n".join([document.title or "", *(document.text[start:end] for start, end in under)])
    return completed(frozenset(analyzer.terms(above)), above, names)


def _asking(block: Block) -> tuple[Span, ...]:
    """What may ask the question that a block answers: what it stands under, and itself if it is but a question."""
    return (block.span, *block.under) if block.form in (Form.QUESTION, Form.HEADING) else block.under


def _asks(document: Document, spans: Sequence[Span], analyzer: Analyzer) -> frozenset[Asking]:
    read = (understand(document.text[start:end], analyzer) for start, end in spans)
    return frozenset(asking(one, one.weights) for one in read)


def asking(question: Question, terms: Iterable[str]) -> Asking:
    """What a question asks, whose terms may have been mended."""
    words = {"not" if word.endswith(("n't", "n’t")) else word for word in _WORD.findall(question.asked.lower())}
    return question.kind, frozenset(terms), frozenset(words & TURNING)


def candidates(hits: Sequence[Hit], analyzer: Analyzer, names: Sequence[Group] = ()) -> list[Candidate]:
    """All sentences of the found passages, passage by passage, in the order of the hits.

    A sentence, title or passage that uses one form of a name counts as holding the terms of all its forms.
    """
    best = max((hit.score for hit in hits), default=0.0)
    return [one for rank, hit in enumerate(hits) for one in _of_passage(hit, rank, best, analyzer, names)]
