"""Passages: runs of whole sentences, about as long as one paragraph or two, that are indexed and ranked as one."""

import re
from collections.abc import Iterator, Sequence
from math import ceil

from corpus.documents import Document, Passage
from corpus.sentences import sentences
from corpus.spans import Span, trim

# Up to this many words a text stays in one piece.
WHOLE = 200
# About the most words that a piece of a longer text holds.
TARGET = 160
# A sentence of more words is no sentence.
LONGEST_SENTENCE = 2 * TARGET
_WORD = re.compile(r"\S+")
_PARAGRAPH_END = re.compile(r"\s*\n")


def passages(document: Document) -> list[Passage]:
    """The passages of a document: in order, disjoint, and together every sentence outside `document.marked`.

    A passage never spans marked text. A stretch of up to 200 words is one passage; a longer one is divided evenly
    into pieces of about 160 words at most, at paragraph ends where one is near. No sentence is cut, unless it alone
    has more than 320 words (a transcript without punctuation, say): then it is, between words.
    """
    if not document.marked and len(document.text.split()) <= WHOLE:  # where its sentences end makes no difference
        whole = trim(document.text, 0, len(document.text))
        return [Passage(document, *whole)] if whole else []
    return [
        Passage(document, group[0][0], group[-1][1])
        for stretch in _unmarked(document)
        for group in _balanced(document.text, [piece for span in stretch for piece in _bounded(document.text, span)])
    ]


def _unmarked(document: Document) -> Iterator[list[Span]]:
    """The stretches of sentences between marked spans."""
    text = document.text
    edges = [0, *(edge for span in sorted(document.marked) for edge in span), len(text)]
    gaps = list(zip(edges[::2], edges[1::2], strict=True))
    stretch: list[Span] = []
    whole = iter(sentences(text))
    sentence = next(whole, None)
    for start, end in gaps:
        while sentence and sentence[0] < end:
            inside = trim(text, max(start, sentence[0]), min(end, sentence[1])) if sentence[1] > start else None
            if inside:
                stretch.append(inside)
            if sentence[1] > end:
                break
            sentence = next(whole, None)
        if stretch:
            yield stretch
            stretch = []


def _bounded(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, in pieces of the target size if it is an endless one."""
    start, end = sentence
    # Every word takes two characters, so most sentences need no counting.
    words = list(_WORD.finditer(text, start, end)) if end - start > 2 * LONGEST_SENTENCE else []
    if len(words) <= LONGEST_SENTENCE:
        yield sentence
        return
    for i in range(0, len(words), TARGET):
        yield words[i].start(), words[min(i + TARGET, len(words)) - 1].end()


def _balanced(text: str, stretch: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """Divides a stretch into the fewest pieces of the target size, each about the same number of words."""
    sizes = [len(text[start:end].split()) for start, end in stretch]
    left = sum(sizes)
    pieces = 1 if left <= WHOLE else ceil(left / TARGET)
    first = 0
    while pieces > 1:
        cut = _cut(text, stretch, sizes, first, left / pieces)
        if cut >= len(stretch):
            break
        yield stretch[first:cut]
        left -= sum(sizes[first:cut])
        pieces -= 1
        first = cut
    yield stretch[first:]


def _cut(text: str, stretch: Sequence[Span], sizes: Sequence[int], first: int, size: float) -> int:
    """Where a piece that starts at sentence `first` and should hold `size` words ends best.

    The cost of an end is its distance from `size`, and a quarter of `size` more where no paragraph ends.
    """
    words, best, cheapest = 0, first + 1, float("inf")
    for i in range(first, len(stretch)):
        words += sizes[i]
        distance = abs(words - size)
        end = stretch[i][1]
        # A heading belongs to what follows it, so a line without a full stop is no end.
        good = _PARAGRAPH_END.match(text, end) is not None and not text[end - 1].isalnum()
        cost = distance if good else distance + size / 4
        if cost < cheapest:
            best, cheapest = i + 1, cost
        if words > size and distance > cheapest:
            break
    return best
