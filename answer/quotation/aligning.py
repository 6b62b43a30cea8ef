"""Aligning a quotation with a stretch of text, word by word: seeds, chains of seeds, and what lies between them.

Seed and extend (Altschul et al., "Basic Local Alignment Search Tool", 1990, section 2) with runs of equal words as
seeds; the best chain of runs is found by dynamic programming (Myers and Miller, "Chaining multiple-alignment
fragments in sub-quadratic time", 1995), which gives what Smith and Waterman's local alignment (1981) would without
filling its whole table; between the runs of the chain, Levenshtein's edit script on words (rapidfuzz).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from rapidfuzz.distance import Levenshtein

from answer.quotation.words import Words, WordSpan

MOST_RUNS = 120
MOST_PAIRS = 5000  # of the places of one word in the quotation with its places in the text
SKIPPED = 0.5  # of an average word's weight: what every word that a chain passes over costs
MARKED_SKIP = 3  # words that any number of words cost at most where the quotation has an ellipsis

Run = tuple[int, int, int]  # first word in the quotation, first word in the text, how many words


@dataclass(frozen=True, slots=True)
class Alignment:
    """The words `first` to `last` (not included) of a quotation laid beside `start` to `end` of a text's words.

    `runs` are the words that are the same but for case and diacritics, in order; `score` is their weight, less what
    is passed over between them.
    """

    first: int
    last: int
    start: int
    end: int
    runs: tuple[Run, ...]
    score: float


def align(quote: Words, text: Words, weights: Sequence[float], first: int, last: int) -> Alignment | None:
    """The best local alignment of the quotation's words `first` to `last` with the text; None if no word is shared.

    `weights` gives each word of the quotation its weight. The cost is bounded: at most MOST_RUNS seeds are chained.
    """
    if (start := _whole(quote, text, first, last)) is not None:
        run = first, start, last - first
        return Alignment(first, last, start, start + run[2], (run,), sum(weights[first:last]))
    runs = _seeds(quote.folded, text.folded, weights, first, last)
    if not runs:
        return None
    score, chain = _best_chain(runs, weights, _Passing.over(quote, weights, first, last))
    filled = _fill(quote, text, chain)
    begin, final = filled[0], filled[-1]
    return Alignment(begin[0], final[0] + final[2], begin[1], final[1] + final[2], tuple(filled), score)


def _whole(quote: Words, text: Words, first: int, last: int) -> int | None:
    """Where the quotation's words stand in a row, to the letter if possible; None if they do not."""
    ours, theirs = _interleaved(quote)[2 * first + 1 : 2 * last], _interleaved(text)
    at = _find(ours, theirs)
    return at // 2 if at is not None else _find(quote.folded[first:last], text.folded)


def _interleaved(words: Words) -> list[str]:
    """What stands before each word, and the word."""
    return list(chain.from_iterable(zip(words.before, words.exact, strict=True)))


def _find(ours: Sequence[str], theirs: Sequence[str]) -> int | None:
    """Where one list stands within the other; a line break is in no word, so that a search in one string finds it."""
    joined = "\n".join(("", *theirs, ""))
    at = joined.find("\n".join(("", *ours, "")))
    return joined.count("\n", 0, at) if at >= 0 else None


def _seeds(quote: Sequence[str], text: Sequence[str], weights: Sequence[float], first: int, last: int) -> list[Run]:
    """The longest runs of equal words, at most MOST_RUNS of the heaviest, in the order of the text.

    Words that would make too many pairs start no run; they are found again between the runs.
    """
    wanted = Counter(quote[first:last])
    places: dict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(text):
        if word in wanted:
            places[word].append(j)
    for word, found in list(places.items()):
        if wanted[word] * len(found) > MOST_PAIRS:
            del places[word]
    runs = []
    for i in range(first, last):
        for j in places.get(quote[i], ()):
            if i > first and j and quote[i - 1] == text[j - 1] and text[j - 1] in places:
                continue
            length = 1
            while i + length < last and j + length < len(text) and quote[i + length] == text[j + length]:
                length += 1
            runs.append((i, j, length))
    if len(runs) > MOST_RUNS:
        runs = sorted(runs, key=lambda run: -sum(weights[run[0] : run[0] + run[2]]))[:MOST_RUNS]
    return sorted(runs, key=lambda run: (run[1], run[0]))


@dataclass(frozen=True, slots=True)
class _Passing:
    """What passing over words costs: `word` for each, but little for any number of them where an ellipsis stands.

    Words that whoever quotes has put in, at the positions `own`, cost nothing.
    """

    word: float
    ellipses: tuple[int, ...]
    own: frozenset[int]

    @classmethod
    def over(cls, quote: Words, weights: Sequence[float], first: int, last: int) -> "_Passing":
        average = sum(weights[first:last]) / (last - first)
        return cls(SKIPPED * average, tuple(i for i in range(first, last) if "…" in quote.before[i]), quote.own)

    def cost(self, i: int, in_quote: int, in_text: int) -> float:
        """The cost of passing over so many words before the quotation's word `i` and before its counterpart."""
        if self.own:
            in_quote -= sum(at in self.own for at in range(i - in_quote, i))
        full = self.word * max(in_quote, in_text)
        if self.ellipses and in_text > in_quote and any(i - in_quote <= at <= i for at in self.ellipses):
            return min(full, MARKED_SKIP * self.word)
        return full


def _best_chain(runs: Sequence[Run], weights: Sequence[float], passing: _Passing) -> tuple[float, list[Run]]:
    """The chain of runs, in order in both, with the best score, and that score."""
    totals = list(accumulate(weights, initial=0.0))
    best: list[tuple[float, int]] = []  # of each run: the score of the best chain that it ends, the run before it
    for at, (i, j, length) in enumerate(runs):
        own = totals[i + length] - totals[i]
        score, before = own, -1
        for other in range(at):
            p, q, n = runs[other]
            if p >= i or q >= j or best[other][0] + own <= score:
                continue
            overlap = max(p + n - i, q + n - j, 0)
            if overlap >= length:
                continue
            joined = best[other][0] + totals[i + length] - totals[i + overlap]
            joined -= passing.cost(i + overlap, i + overlap - p - n, j + overlap - q - n)
            if joined > score:
                score, before = joined, other
        best.append((score, before))
    at = max(range(len(runs)), key=lambda run: best[run][0])
    score, chain = best[at][0], []
    while at >= 0:
        chain.append(runs[at])
        at = best[at][1]
    return score, _apart(chain[::-1])


def _apart(chain: Sequence[Run]) -> list[Run]:
    """The same chain, every run cut where it would overlap the one before."""
    cut: list[Run] = []
    for i, j, length in chain:
        if cut:
            p, q, n = cut[-1]
            overlap = max(p + n - i, q + n - j, 0)
            i, j, length = i + overlap, j + overlap, length - overlap
        cut.append((i, j, length))
    return cut


def _fill(quote: Words, text: Words, chain: Sequence[Run]) -> list[Run]:
    """The chain with the runs between its runs, from the shortest edit script of what lies there."""
    filled = [chain[0]]
    for i, j, length in chain[1:]:
        p, q, n = filled[-1]
        filled += equal(quote, text, (p + n, i), (q + n, j))
        filled.append((i, j, length))
    return filled


def equal(quote: Words, text: Words, quoted: WordSpan, stored: WordSpan) -> list[Run]:
    """The runs of equal words in the shortest edit script from words of the text to words of the quotation."""
    (a, b), (c, d) = quoted, stored
    if a == b or c == d:
        return []
    script = Levenshtein.opcodes(quote.folded[a:b], text.folded[c:d])
    return [(a + op.src_start, c + op.dest_start, op.src_end - op.src_start) for op in script if op.tag == "equal"]
