"""Checking a quotation: where each part of it stands, what was changed, and the verdict on the whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from answer.quotation.copies import grouped
from answer.quotation.difference import difference
from answer.quotation.identity import PlaceId
from answer.quotation.locating import Located, locate
from answer.quotation.model import Act, Check, Edit, Match, Verdict
from answer.quotation.seeking import Sought, rare_word, sought
from answer.quotation.speaker import speaker
from answer.quotation.words import Words, words
from answer.reading import Source
from corpus.documents import Document, Key, Passage
from corpus.sentences import sentences
from index.analysis import Analyzer

FEWEST = 3  # words of a quotation, unless a rare one is among them
SHORTEST = 5  # words: a shorter rest of a quotation is no part of its own
MOST_PARTS = 6  # of a quotation, each from a place of its own
SHARED = 0.5  # of the quotation's weight: what a place has to have in common with it
SHARED_BY_PARTS = 0.75  # the same for several places together: everything is made of fragments of something
DENSE = 0.6  # of the weight of the words that a place covers: what has to be the same
AS_GOOD = 0.95  # of the best place's score: what is looked at more closely
NEAR = 300  # characters: as much of a sentence on either side is shown of a passage that is no match
AS_SIMILAR = 0.01  # of similarity: within this, altered places count alike


@dataclass(frozen=True, slots=True)
class _Part:
    """The words `first` to `last` of the quotation and the places that are as good as the best for them."""

    first: int
    last: int
    places: tuple[Located, ...]


def check(quote: str, source: Source, analyzer: Analyzer) -> Check:
    """Find the places that a quotation comes from, and how it differs from them; never raises for what is quoted.

    Exact: every word stands in the source as quoted, typography and honest marks (ellipses, brackets) aside. Altered:
    most of it does. Absent: neither, or there is no word in it, or too few to tell it from what anybody may write.
    """
    own = words(quote)
    if not len(own):
        return Check(quote, Verdict.ABSENT)
    terms = sought(own, source, analyzer)
    if len(own) - len(own.own) < FEWEST and not rare_word(own, terms):
        return Check(quote, Verdict.ABSENT, too_short=True)
    return _Checking(own, terms, source).result()


def handed_on(id: PlaceId, document: Document | None) -> Check:
    """The check of a place that was handed on by its id, in the document that has this id now, if any.

    Exact where the stored text is still the version that was checked, else absent.
    """
    place = id.place(document) if document else None
    if place is None:
        return Check(str(id), Verdict.ABSENT)
    kept = Edit(Act.KEPT, place.text, place.text)
    match = Match(place, place.text, 1.0, (kept,), speaker(place.document.text, place.start, place.end))
    return Check(str(id), Verdict.EXACT, ((match,),))


class _Checking:
    """One check: the quotation's words with what the corpus knows of them, and the source they are sought in."""

    def __init__(self, quote: Words, terms: Sought, source: Source) -> None:
        self._quote = quote
        self._terms = terms
        self._source = source
        self._nearest: Located | None = None

    def result(self) -> Check:
        """The verdict with all places."""
        quote = self._quote
        located = self._parts()
        weights = self._terms.weights
        shared = sum(self._kept(part.places[0]) for part in located)
        if shared < (SHARED if len(located) < 2 else SHARED_BY_PARTS) * sum(weights):
            return Check(quote.text, Verdict.ABSENT, nearest=self._nearest_match())
        edges = [0, *(part.first for part in located[1:]), len(quote)]
        ranges = list(pairwise(edges))
        alike = [self._alike(part, *span) for part, span in zip(located, ranges, strict=True)]
        honest = [self._marked_between(a, b) for a, b in pairwise(located)]
        alike, joined = _in_common(alike, honest)
        exact = joined and all(matches[0].exact for matches in alike)
        parts = tuple(grouped(matches) for matches in alike)
        return Check(quote.text, Verdict.EXACT if exact else Verdict.ALTERED, parts, spliced=not joined)

    def _parts(self) -> list[_Part]:
        """The parts of the quotation that stand somewhere, in their order in the quotation."""
        pending = [(0, len(self._quote))]
        parts: list[_Part] = []
        while pending and len(parts) < MOST_PARTS:
            first, last = pending.pop()
            part = self._part(first, last)
            if part is None:
                continue
            parts.append(part)
            rests = [(first, part.first), (part.last, last)]
            pending += [(a, b) for a, b in rests if b - a >= SHORTEST]
        return sorted(parts, key=lambda part: part.first)

    def _part(self, first: int, last: int) -> _Part | None:
        found = locate(self._quote, self._terms, self._source, first, last)
        if not found:
            return None
        best = found[0]
        if self._nearest is None:
            self._nearest = best
        begin, end = best.alignment.first, best.alignment.last
        if end - begin < min(SHORTEST, last - first) or self._kept(best) < DENSE * sum(self._terms.weights[begin:end]):
            return None
        good = tuple(
            one
            for one in found
            if one.alignment.score >= AS_GOOD * best.alignment.score
            and max(abs(one.alignment.first - begin), abs(one.alignment.last - end)) < SHORTEST
        )
        return _Part(begin, end, good)

    def _kept(self, one: Located) -> float:
        return sum(sum(self._terms.weights[i : i + length]) for i, _, length in one.alignment.runs)

    def _alike(self, part: _Part, first: int, last: int) -> list[Match]:
        """The exact places for a part, else those that are as similar as the best, which comes first."""
        matches = [self._match(one, first, last) for one in part.places]
        exact = [match for match in matches if match.exact]
        if exact:
            return exact
        best = max(match.similarity for match in matches)
        alike = [match for match in matches if match.similarity >= best - AS_SIMILAR]
        return sorted(alike, key=lambda match: (-match.similarity, len(match.changes)))

    def _match(self, one: Located, first: int, last: int) -> Match:
        found = difference(self._quote, one.around, one.alignment, first, last, self._terms.unknown)
        start, end = one.around.starts[found.stored[0]], one.around.ends[found.stored[1] - 1]
        return Match(
            Passage(one.document, start, end),
            self._quote.written(first, last),
            found.similarity,
            found.edits,
            speaker(one.document.text, start, end),
        )

    def _nearest_match(self) -> Match | None:
        if self._nearest is None:
            return None
        match = self._match(self._nearest, 0, len(self._quote))
        return replace(match, place=_in_sentences(match.place))

    def _marked_between(self, a: _Part, b: _Part) -> bool:
        """Whether an ellipsis stands between two parts."""
        return any("…" in self._quote.before[i] for i in range(a.last, b.first + 1))


def _in_sentences(place: Passage) -> Passage:
    """The sentences that a place lies in, as far as they are near."""
    text = place.document.text
    begin, stop = max(0, place.start - NEAR), min(len(text), place.end + NEAR)
    touched = [(a, b) for a, b in sentences(text, begin, stop) if a < place.end and place.start < b]
    return Passage(place.document, touched[0][0], touched[-1][1]) if touched else place


def _in_common(parts: Sequence[list[Match]], marked: Sequence[bool]) -> tuple[list[list[Match]], bool]:
    """Whether some document holds all parts, in order and with marks between them; if so, only those places."""
    if len(parts) == 1:
        return list(parts), True
    keys = set.intersection(*({match.document.key for match in matches} for matches in parts))
    kept = [[match for match in matches if match.document.key in keys] for matches in parts]
    ordered = [
        key for key in sorted(keys) if all(_of(a, key).place.end <= _of(b, key).place.start for a, b in pairwise(kept))
    ]
    if not all(marked) or not ordered:
        return list(parts), False
    return [[match for match in matches if match.document.key in ordered] for matches in kept], True


def _of(matches: Sequence[Match], key: Key) -> Match:
    return next(match for match in matches if match.document.key == key)
