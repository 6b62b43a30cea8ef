"""Locating a part of a quotation: candidates from the index, each aligned inside a window around what was found."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from answer.quotation.aligning import Alignment, align
from answer.quotation.seeking import Sought, seek
from answer.quotation.words import Words, words
from answer.reading import Source
from corpus.documents import Document, Key, Passage
from corpus.spans import Span, merged

FEW, MOST = 12, 100  # passages: up to FEW are all aligned, of more of them at most MOST
NEARLY = 8  # per cent of similarity
LONGEST = 300  # characters of the quotation that passages are compared by


@dataclass(frozen=True, slots=True)
class Located:
    """A place found for a part of a quotation: the words around it and the alignment with them."""

    document: Document
    around: Words
    alignment: Alignment


def locate(quote: Words, terms: Sought, source: Source, first: int, last: int) -> list[Located]:
    """Where the quotation's words `first` to `last`, or some of them, may come from, best first.

    Documents of any length cost the same: only the found passages are read, and as much text on either side of them
    as the quotation may reach.
    """
    length = quote.ends[last - 1] - quote.starts[first]
    passages = [hit.passage for hit in seek(terms, source, first, last)]
    found = []
    for document, start, end in _windows(_promising(passages, quote.written(first, last)), length + length // 4 + 40):
        around = words(document.text, start, end)
        alignment = align(quote, around, terms.weights, first, last)
        if alignment:
            found.append(Located(document, around, alignment))
    return sorted(found, key=lambda one: -one.alignment.score)


def _promising(passages: Sequence[Passage], quoted: str) -> Sequence[Passage]:
    """The passages that hold nearly what the best of them holds of the quotation; all, where they are few.

    The measure is rapidfuzz's partial ratio, the best similarity of the quotation with any stretch of the same
    length (Indel distance), which is far faster than an alignment of words.
    """
    if len(passages) <= FEW:
        return passages
    texts = {at: passage.text.lower() for at, passage in enumerate(passages)}
    looked_for = " ".join(quoted.lower().split())[:LONGEST]
    ranked = process.extract(looked_for, texts, scorer=fuzz.partial_ratio, limit=MOST)
    return [passages[at] for _, score, at in ranked if score >= ranked[0][1] - NEARLY]


def _windows(passages: Iterable[Passage], margin: int) -> Iterator[tuple[Document, int, int]]:
    """The passages with `margin` characters of text on either side; those that then overlap become one."""
    by_document: dict[Key, tuple[Document, list[Span]]] = {}
    for passage in passages:
        _, spans = by_document.setdefault(passage.document.key, (passage.document, []))
        spans.append((passage.start - margin, passage.end + margin))
    for document, spans in by_document.values():
        for start, end in merged(spans):
            yield document, _between_words(document.text, start), _between_words(document.text, end)


def _between_words(text: str, position: int) -> int:
    """The first white space from `position` on, so that a window cuts no word."""
    if position <= 0:
        return 0
    while position < len(text) and not text[position].isspace():
        position += 1
    return min(position, len(text))
