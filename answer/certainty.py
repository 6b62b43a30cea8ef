"""How sure to be of an answer: the evidence that the confidence is computed from, as named numbers."""

import math
import re
from collections.abc import Sequence

from answer.choosing import Scored
from answer.features import opposite
from answer.model import Kind
from answer.weighted import Weighted
from answer.words import ORDER_WORDS

_YEAR = re.compile(r"1\d{3}|20\d\d")

# Features of the best candidate that also say how sure to be.
_OF_THE_BEST = (
    "coverage",
    "coverage with title",
    "coverage with neighbours",
    "coverage of passage",
    "title asked",
    "title met",
    "pairs",
    "density",
    "lacks rarest",
    "lacks expected",
    "opposite",
    "relation",
    "related",
    "rest",
    "parts with title",
    "focus",
    "unfinished",
    "asks itself",
    "pronoun first",
)


def evidence(
    weighted: Weighted, ranked: Sequence[Scored], unknown: frozenset[str], corrected: frozenset[str]
) -> dict[str, float]:
    """What the ranking says about itself. `ranked` is best first and not empty.

    `unknown` are the terms of the question that no document holds, `corrected` those that a misspelling was read as.
    """
    best = ranked[0]
    kind = weighted.question.kind
    out = {name: best.features.get(name, 0.0) for name in _OF_THE_BEST}
    out["share"] = best.share
    out["lead"] = best.share - (ranked[1].share if len(ranked) > 1 else 0.0)
    out["score"] = best.score / 10
    out["unknown"] = weighted.share(unknown)
    out["corrected"] = weighted.share(corrected)
    out["words"] = math.log(1 + len(weighted.idf))
    out["few words"] = float(len(weighted.idf) < 3)
    near = {Kind.WHEN: "near date", Kind.WHO: "near name", Kind.HOW_MANY: "near number", Kind.HOW_FAR: "near number"}
    out["near expected"] = best.features.get(near.get(kind, ""), 0.0)
    return out | _left_unsaid(weighted, ranked) | _of_passages(weighted, ranked)


def _left_unsaid(weighted: Weighted, ranked: Sequence[Scored]) -> dict[str, float]:
    """What of the question the best sentence, those beside it and their title leave unsaid."""
    best = ranked[0].candidate
    sentence = best.terms | best.title
    around = sentence | best.before | best.after
    unsaid, nearby = weighted.idf.keys() - weighted.spoken(sentence), weighted.idf.keys() - weighted.spoken(around)
    together = (scored.features["pairs"] for scored in ranked if scored.candidate.hit is best.hit)
    return {
        "number unsaid": float(any(term[0].isdigit() for term in nearby)),
        "year unsaid": float(any(_YEAR.fullmatch(term) for term in unsaid)),
        "opposite nearby": opposite(weighted, around),
        "order unsaid": float(not ORDER_WORDS.isdisjoint(unsaid)),
        "pairs of passage": max(together),
    }


def _of_passages(weighted: Weighted, ranked: Sequence[Scored]) -> dict[str, float]:
    """How well the found passages fit: the quoted one, the best one, and the best one against the others."""
    candidate = ranked[0].candidate
    held = candidate.around | candidate.title
    heaviest = max(weighted.idf.values(), default=1.0)
    missing = [idf for term, idf in weighted.idf.items() if term not in held]
    unsaid = weighted.idf.keys() - weighted.spoken(held)
    relevances = sorted({scored.candidate.hit.passage: scored.candidate.hit.score for scored in ranked}.values())
    top = relevances[-1] or 1.0
    return {
        "passage score": candidate.hit.score / weighted.total,
        "best coverage of all": max(scored.features["coverage of passage"] for scored in ranked),
        "heaviest missing": max(missing, default=0.0) / heaviest,
        "words missing": len(missing) / max(1, len(weighted.idf)),
        "weight missing": sum(missing) / 10,
        "names missing": weighted.share(weighted.names & unsaid),
        "rarity missing": sum(weighted.rarity[term] for term in unsaid) / (sum(weighted.rarity.values()) or 1.0),
        "weight held": (weighted.total - sum(missing)) / 10,
        "weight quoted": weighted.share(candidate.terms) * weighted.total / 10,
        "second passage": relevances[-2] / top if len(relevances) > 1 else 0.0,
        "fifth passage": relevances[-5] / top if len(relevances) > 4 else 0.0,
    }
