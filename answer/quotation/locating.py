"""Locating a part of a quotation: candidates from the index, each aligned inside a window around what was found."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from answer.quotation.aligning import Alignment, align
from answer.quotation.seeking import Sought, seek
from answer.quotation.words import Words, words
from answer.reading import Source
from corpus.documents import Document, Passage

Span = tuple[int, int]


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
    hits = seek(terms, source, first, last)
    found = []
    for document, start, end in _windows((hit.passage for hit in hits), length + length // 4 + 40):
        around = words(document.text, start, end)
        alignment = align(quote, around, terms.weights, first, last)
        if alignment:
            found.append(Located(document, around, alignment))
    return sorted(found, key=lambda one: -one.alignment.score)


def _windows(passages: Iterable[Passage], margin: int) -> Iterator[tuple[Document, int, int]]:
    """The passages with `margin` characters of text on either side; those that then overlap become one."""
    by_document: dict[str, tuple[Document, list[Span]]] = {}
    for passage in passages:
        _, spans = by_document.setdefault(passage.document.id, (passage.document, []))
        spans.append((passage.start - margin, passage.end + margin))
    for document, spans in by_document.values():
        for start, end in _merged(sorted(spans)):
            yield document, _between_words(document.text, start), _between_words(document.text, end)


def _merged(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _between_words(text: str, position: int) -> int:
    """The first white space from `position` on, so that a window cuts no word."""
    if position <= 0:
        return 0
    while position < len(text) and not text[position].isspace():
        position += 1
    return min(position, len(text))
