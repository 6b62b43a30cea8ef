"""Aligning a quotation with a stretch of text, word by word: seeds, chains of seeds, and what lies between them.

Seed and extend (Altschul et al., "Basic Local Alignment Search Tool", 1990, section 2) with runs of equal words as
seeds; the best chain of runs is found by dynamic programming (Myers and Miller, "Chaining multiple-alignment
fragments in sub-quadratic time", 1995), which gives what Smith and Waterman's local alignment (1981) would without
filling its whole table; between the runs of the chain, Levenshtein's edit script on words (rapidfuzz).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from answer.quotation.words import Words

MOST_RUNS = 120
SKIPPED = 0.25  # of an average word's weight: what every word that a chain passes over costs
MARKED_SKIP = 1.0  # words: what passing over any number of words costs where the quotation has an ellipsis
_BEYOND = 4  # words at either end that may be another way of saying what the text says there

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
    runs = _seeds(quote.folded, text.folded, weights, first, last)
    if not runs:
        return None
    score, chain = _best_chain(quote, runs, weights, sum(weights[first:last]) / (last - first))
    filled = _fill(quote, text, chain)
    begin, final = filled[0], filled[-1]
    return Alignment(begin[0], final[0] + final[2], begin[1], final[1] + final[2], tuple(filled), score)


def _seeds(quote: Sequence[str], text: Sequence[str], weights: Sequence[float], first: int, last: int) -> list[Run]:
    """The longest runs of equal words, at most MOST_RUNS of the heaviest, in the order of the text."""
    wanted = set(quote[first:last])
    places: dict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(text):
        if word in wanted:
            places[word].append(j)
    runs = []
    for i in range(first, last):
        for j in places.get(quote[i], ()):
            if i > first and j and quote[i - 1] == text[j - 1]:
                continue
            length = 1
            while i + length < last and j + length < len(text) and quote[i + length] == text[j + length]:
                length += 1
            runs.append((i, j, length))
    if len(runs) > MOST_RUNS:
        runs = sorted(runs, key=lambda run: -sum(weights[run[0] : run[0] + run[2]]))[:MOST_RUNS]
    return sorted(runs, key=lambda run: (run[1], run[0]))


def _best_chain(quote: Words, runs: Sequence[Run], weights: Sequence[float], average: float) -> tuple[float, list[Run]]:
    """The chain of runs, in order in both, with the best score, and that score."""
    totals = [0.0]
    for weight in weights:
        totals.append(totals[-1] + weight)
    best: list[tuple[float, int]] = []  # for each run, the score of the best chain that ends with it, and its forerunner
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
            joined -= average * _skipped(quote, i + overlap - p - n, j + overlap - q - n, i + overlap)
            if joined > score:
                score, before = joined, other
        best.append((score, before))
    at = max(range(len(runs)), key=lambda run: best[run][0])
    score, chain = best[at][0], []
    while at >= 0:
        chain.append(runs[at])
        at = best[at][1]
    return score, _apart(chain[::-1])


def _skipped(quote: Words, in_quote: int, in_text: int, i: int) -> float:
    """The cost, in words, of passing over words in the quotation and in the text before the quotation's word `i`."""
    if in_text > in_quote and any("…" in quote.before[k] for k in range(i - in_quote, i + 1)):
        return min(MARKED_SKIP, SKIPPED * in_text)
    return SKIPPED * max(in_quote, in_text)


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


def equal(quote: Words, text: Words, quoted: tuple[int, int], stored: tuple[int, int]) -> list[Run]:
    """The runs of equal words in the shortest edit script from words of the text to words of the quotation."""
    (a, b), (c, d) = quoted, stored
    if a == b or c == d:
        return []
    script = Levenshtein.opcodes(quote.folded[a:b], text.folded[c:d])
    return [(a + op.src_start, c + op.dest_start, op.src_end - op.src_start) for op in script if op.tag == "equal"]
