"""The model that ranks candidate sentences and says how sure it is: readable weights over named features.

Ranking is a conditional logit over the candidates of one question (McFadden 1974, "Conditional logit analysis of
qualitative choice behavior"); confidence is a logistic regression over the outcome. Both were learned offline by
`benchmarks/learn.py` and are kept in `answer/weights.json`.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from answer.model import Kind

# What is set by hand: too rare in what is learned from, and plain to see. A document that asks the very question
# answers it right there, so nothing else comes before it.
SET_BY_HAND: Mapping[str, float] = {"asked alike": 5.0}


@dataclass(frozen=True, slots=True)
class Floors:
    """The confidence below which nothing is quoted, from 0 to 1: for what is seen at a glance, where a wrong quote
    misleads, and for others, where it is merely beside the point."""

    at_a_glance: float = 0.0
    others: float = 0.0

    def of(self, kind: Kind) -> float:
        """The floor for questions of a kind."""
        return self.at_a_glance if kind.at_a_glance else self.others


@dataclass(frozen=True, slots=True)
class Scorer:
    """`shared` weighs the features for every kind of question, `by_kind` adds to that, `certainty` gives confidence;
    below `floors` nothing is quoted."""

    shared: Mapping[str, float]
    by_kind: Mapping[str, Mapping[str, float]]
    certainty: Mapping[str, float]
    floors: Floors

    @classmethod
    def from_json(cls, text: str) -> "Scorer":
        """Read weights as `to_json` writes them. Raises KeyError, TypeError or ValueError on anything else."""
        given = json.loads(text)
        return cls(given["shared"], given["by_kind"], given["certainty"], Floors(**given["floors"]))

    def to_json(self) -> str:
        """The weights as JSON, rounded to four digits, names in order, for people to read and compare."""

        def rounded(weights: Mapping[str, float]) -> dict[str, float]:
            return {name: round(weight, 4) for name, weight in sorted(weights.items())}

        by_kind = {kind: rounded(weights) for kind, weights in sorted(self.by_kind.items())}
        content = {
            "floors": rounded(asdict(self.floors)),
            "certainty": rounded(self.certainty),
            "shared": rounded(self.shared),
            "by_kind": by_kind,
        }
        return json.dumps(content, indent=1, ensure_ascii=False) + "\n"

    def parts(self, kind: Kind, features: Mapping[str, float]) -> dict[str, float]:
        """What each feature contributes to the score, by name."""
        extra = self.by_kind.get(kind.value, {})
        return {
            name: (SET_BY_HAND.get(name, 0.0) + self.shared.get(name, 0.0) + extra.get(name, 0.0)) * value
            for name, value in features.items()
            if value
        }

    def score(self, kind: Kind, features: Mapping[str, float]) -> float:
        """The score of one candidate; only differences between candidates of one question mean anything."""
        return sum(self.parts(kind, features).values())

    def confidence(self, evidence: Mapping[str, float]) -> float:
        """The probability, from 0 to 1, that the first quote answers the question."""
        total = sum(self.certainty.get(name, 0.0) * value for name, value in evidence.items())
        total += self.certainty.get("constant", 0.0)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def shares(scores: Sequence[float]) -> list[float]:
    """Softmax: each candidate's share of the belief, adding up to 1; an empty list for none."""
    if not scores:
        return []
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    whole = sum(raised)
    return [value / whole for value in raised]
