"""Candidates for a quotation: the index is asked for its rarest terms, never for all texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from answer.quotation.words import Words
from answer.reading import Source
from index.analysis import Analyzer, Token
from index.engine import Hit

MOST_TERMS = 12
EVERY_WORD = 2.0  # what every word tells of a place by standing there, beside its rarity
OWN = 0.1  # what words tell that whoever quotes has put in
FEW, MANY, MOST = 12, 100, 1000  # passages to look at; how many depends on how little the terms tell
LONG, RARE = 8, 3  # letters of a word, and passages that hold it: it can be traced without other words
TELLING = 0.5  # of the weight of the terms: what a passage has to hold to be looked at


@dataclass(frozen=True, slots=True)
class Sought:
    """A quotation's terms in a corpus: which words they belong to, in how many passages each stands, their weights.

    `weights` gives each word of the quotation what it tells: a constant, and its inverse document frequency, as
    log(1 + N / n). A word that no passage holds may be any word misspelt, and tells as much as the average one; such
    words are at the positions `unknown`.
    """

    tokens: tuple[tuple[int, Token], ...]
    frequencies: Mapping[str, int]
    passages: int
    weights: tuple[float, ...]
    unknown: frozenset[int]


def sought(quote: Words, source: Source, analyzer: Analyzer) -> Sought:
    """Look up the quotation's terms."""
    tokens = tuple(_placed(quote, analyzer.tokens(quote.text)))
    statistics = source.statistics({token.term for _, token in tokens})
    frequencies, passages = statistics.frequencies, statistics.passages
    told: dict[int, float] = {}
    for i, token in tokens:
        if frequency := frequencies.get(token.term, 0):
            told[i] = max(told.get(i, 0.0), log(1 + passages / frequency))
    unknown = frozenset({i for i, _ in tokens} - told.keys())
    average = sum(told.values()) / max(1, len(told))
    weights = [OWN if i in quote.own else EVERY_WORD + told.get(i, average) for i in range(len(quote))]
    return Sought(tokens, frequencies, passages, tuple(weights), unknown)


def rare_word(quote: Words, terms: Sought) -> bool:
    """Whether a long word of the quotation stands in few passages or none."""
    return any(
        len(quote.exact[i]) >= LONG and terms.frequencies.get(token.term, 0) <= RARE for i, token in terms.tokens
    )


def _placed(quote: Words, tokens: Sequence[Token]) -> list[tuple[int, Token]]:
    """Each token with the position of the word that it begins in."""
    placed = []
    at = 0
    for token in tokens:
        while at < len(quote) and quote.ends[at] <= token.start:
            at += 1
        if at == len(quote):
            break
        if quote.starts[at] < token.end:
            placed.append((at, token))
    return placed


def seek(terms: Sought, source: Source, first: int, last: int) -> list[Hit]:
    """The passages that may hold the quotation's words `first` to `last`, those with most of its weight first.

    The rarest terms are asked for. The commoner they are, the more passages are looked at, since any number of them
    may hold the same terms.
    """
    found = {t.term for i, t in terms.tokens if first <= i < last and terms.frequencies.get(t.term)}
    rarest = sorted(found, key=lambda term: (terms.frequencies[term], term))[:MOST_TERMS]
    if not rarest:
        return []
    weights = {term: log(1 + terms.passages / terms.frequencies[term]) for term in rarest}
    hits = source.search(dict.fromkeys(rarest, 1.0), _depth(sum(weights.values())))
    held = [(sum(weights[term] for term in hit.matched), hit) for hit in hits]
    best = max((weight for weight, _ in held), default=0.0)
    return [hit for weight, hit in sorted(held, key=lambda pair: -pair[0]) if weight >= TELLING * best]


def _depth(told: float) -> int:
    """How many passages to look at for terms that together tell this much (natural logarithms of odds)."""
    return FEW if told > 30 else MANY if told > 18 else MOST
