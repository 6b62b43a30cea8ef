"""How common words are in English at large, so that a small corpus does not take "still" for a telling word."""

import math
from collections.abc import Mapping

from index.bm25 import Model
from index.engine import Statistics

# The corpus counts as if this many passages of general English stood beside its own (additive smoothing towards a
# background model: Zhai & Lafferty 2004, "A study of smoothing methods for language models", section 3).
BACKGROUND = 500
LEAST_SHARE = 1e-5


def parse(text: str) -> dict[str, float]:
    """Read lines of "term share": the share of passages of about 100 words that hold the term, from 0 to 1."""
    return {term: float(share) for term, share in (line.split() for line in text.splitlines())}


def weights(terms: Mapping[str, float], statistics: Statistics, common: Mapping[str, float]) -> dict[str, float]:
    """What each term tells: its idf in the corpus with the background's passages added; always above 0."""
    passages = statistics.passages + BACKGROUND
    found = {}
    for term in terms:
        held = statistics.frequencies.get(term, 0) + BACKGROUND * common.get(term, 0.0)
        found[term] = math.log(1 + (passages - held + 0.5) / (held + 0.5))
    return found


def rarity(term: str, common: Mapping[str, float]) -> float:
    """Minus the log of the term's share of passages of general English; 11.5 for one that is in none."""
    return -math.log(common.get(term, 0.0) + LEAST_SHARE)


def in_query(asked: Mapping[str, float], statistics: Statistics, common: Mapping[str, float]) -> dict[str, float]:
    """The weights to search with, so that each term counts by what it tells and not by its idf in the corpus alone.

    `asked` gives each term's mentions. Terms that no passage holds are left out.
    """
    own, told = Model(statistics).idf, weights(asked, statistics, common)
    return {term: mentions * told[term] / own[term] for term, mentions in asked.items() if term in own}
