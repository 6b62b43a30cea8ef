"""Learns the weights in answer/weights.json from questions with known answers.

    python -m benchmarks.learn FOLDER… [--ranking-only FOLDER…] [--out answer/weights.json]

Each folder holds `corpus.jsonl` (see `footnote add`) and `questions.jsonl`, a question a line: "id", "question",
"answerable", and for answerable ones "answers" (texts that a right quote holds) and "gold" (ids of right documents).
The first folder sets the confidence below which nothing is quoted; from folders for the ranking only no confidence is
learned. Needs the extra `bench`.

Ranking: a conditional logit over the candidate sentences of a question, with weights for all kinds of question and
smaller ones for each kind (L2, minimised by L-BFGS). Confidence: a logistic regression that tells answerable
questions from others, on rankings by weights learned without the question's half; then scaled (Platt 1999,
"Probabilistic outputs for support vector machines") to the probability that the first quote is right, which keeps
its order. What is learned from is made by `benchmarks/training.py`.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from answer.answering import PASSAGES, Found, described, find, rank
from answer.certainty import evidence
from answer.choosing import choose
from answer.model import Kind
from answer.question import understand
from answer.reading import Reading, Source, read
from answer.scorer import SET_BY_HAND, Floors, Scorer
from answer.weighted import Weighted
from benchmarks.training import Asked, World, holds, right, worlds
from bot.desk import Shelf
from bot.tools import load_tools
from index.library import Library

KINDS = tuple(Kind)
SHARED_PENALTY, KIND_PENALTY, CERTAINTY_PENALTY = 3.0, 10.0, 0.7
# The shares of the first folder's unanswerable questions that the floors decline.
DECLINED = Floors(at_a_glance=0.91, others=0.87)

Array = npt.NDArray[np.float64]


class Bench:
    """One world's corpus, loaded, and what answering needs beside it."""

    def __init__(self, world: World, data: Path) -> None:
        library = Library(data)
        library.add("library", world.documents)
        self.asked, self.given = world.asked, world.given
        self.source: Source = Shelf(library, ["library"])
        self.tools = load_tools()

    def found(self, asked: Asked) -> tuple[Reading, Weighted, Found]:
        """The question as it is read, and its passages without the hidden ones."""
        reading = read(understand(asked.text, self.tools.analyzer), self.source, self.tools)
        weighted = reading.weighted(self.tools)
        if not asked.hidden:
            return reading, weighted, find(reading, weighted, self.source, self.tools)
        found = find(reading, weighted, self.source, self.tools, 2 * PASSAGES)
        seen = [
            hit for hit in found.hits if hit.passage.document.id not in asked.gold and not holds(asked, hit.passage)
        ]
        return reading, weighted, replace(found, hits=tuple(seen[:PASSAGES]))


@dataclass(frozen=True, slots=True)
class Rows:
    """Candidate sentences of many questions: features, the question of each, whether it is right, the kind."""

    names: tuple[str, ...]
    features: Array
    group: npt.NDArray[np.int64]
    right: npt.NDArray[np.bool_]
    kind: npt.NDArray[np.int64]
    half: npt.NDArray[np.int64]


def gather(benches: Sequence[Bench]) -> Rows:
    """The candidates of all answerable questions, as given, that have a right one and a wrong one among them."""
    names: tuple[str, ...] = ()
    features, group, rights, kinds, halves = [], [], [], [], []
    number = 0
    for bench in benches:
        for asked in bench.asked:
            if not asked.answerable or not asked.given:
                continue
            reading, weighted, found = bench.found(asked)
            rows = described(weighted, found, reading.statistics, bench.tools.analyzer)
            labels = [right(asked, candidate.sentence) for candidate, _ in rows]
            if not any(labels) or all(labels):
                continue
            names = names or tuple(sorted(rows[0][1].keys() - SET_BY_HAND.keys()))
            features += [[row[name] for name in names] for _, row in rows]
            rights += labels
            group += [number] * len(rows)
            kinds += [KINDS.index(reading.question.kind)] * len(rows)
            halves += [asked.half] * len(rows)
            number += 1
    table = np.array(features, dtype=np.float64)
    return Rows(names, table, np.array(group), np.array(rights), np.array(kinds), np.array(halves))


def fit_ranking(rows: Rows, keep: npt.NDArray[np.bool_]) -> Scorer:
    """Weights that make the right candidates of each kept question likely among all its candidates."""
    features, is_right, kind = rows.features[keep], rows.right[keep], rows.kind[keep]
    _, group = np.unique(rows.group[keep], return_inverse=True)
    starts = np.searchsorted(group, np.arange(group[-1] + 1))
    width = features.shape[1]
    members = [(np.flatnonzero(kind == number), features[kind == number]) for number in range(len(KINDS))]

    def loss(flat: Array) -> tuple[float, Array]:
        shared, own = flat[:width], flat[width:].reshape(len(KINDS), width)
        score = np.einsum("ij,ij->i", features, (shared + own)[kind])
        raised = np.exp(score - np.maximum.reduceat(score, starts)[group])
        whole = np.add.reduceat(raised, starts)
        good = np.add.reduceat(np.where(is_right, raised, 0.0), starts)
        slope = raised / whole[group] - np.where(is_right, raised / good[group], 0.0)
        by_kind = np.stack([slope[places] @ of_kind for places, of_kind in members])
        penalty = SHARED_PENALTY * shared @ shared + KIND_PENALTY * np.sum(own**2)
        gradient = np.concatenate([by_kind.sum(0) + SHARED_PENALTY * shared, (by_kind + KIND_PENALTY * own).ravel()])
        return float(-np.log(good / whole).sum() + penalty / 2), gradient

    solved = minimize(loss, np.zeros(width * (len(KINDS) + 1)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    by_kind = solved[width:].reshape(len(KINDS), width)
    return Scorer(
        shared=dict(zip(rows.names, map(float, solved[:width]), strict=True)),
        by_kind={
            kind.value: dict(zip(rows.names, map(float, weights), strict=True))
            for kind, weights in zip(KINDS, by_kind, strict=True)
        },
        certainty={},
        floors=Floors(),
    )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question: its kind and evidence, whether it was answerable, whether its quote was right."""

    kind: Kind
    evidence: Mapping[str, float]
    answerable: bool
    correct: bool
    weight: float
    given: str | None


def outcomes(bench: Bench, scorer_for: Callable[[int], Scorer]) -> Iterator[Outcome]:
    """Rank every question's candidates with the scorer of the other half, and note what there is to know."""
    for asked in bench.asked:
        reading, weighted, found = bench.found(asked)
        ranked = rank(weighted, found, reading.statistics, bench.tools.analyzer, scorer_for(asked.half))
        if ranked:
            first = choose(ranked, quotes=1, brief=reading.question.kind.at_a_glance)[0].quote
            yield Outcome(
                reading.question.kind,
                evidence(weighted, ranked, reading.unknown, reading.replaced),
                asked.answerable,
                asked.answerable and right(asked, first),
                asked.weight,
                bench.given if asked.given else None,
            )


def logistic(table: Array, target: Array, weight: Array, penalty: float) -> Array:
    """Weights of a logistic regression; the last column's (the constant's) is not penalised."""

    def loss(given: Array) -> tuple[float, Array]:
        total = table @ given
        free = np.append(given[:-1], 0.0)
        value = weight @ (np.logaddexp(0, total) - target * total) + penalty / 2 * free @ free
        slope = 1 / (1 + np.exp(-total)) - target
        return float(value), table.T @ (weight * slope) + penalty * free

    return np.asarray(minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B").x)


def fit_certainty(seen: Sequence[Outcome], folder: str) -> tuple[dict[str, float], Floors]:
    """The weights of the evidence, and the floors that decline as many unanswerable questions as they should there."""
    names = sorted({name for outcome in seen for name in outcome.evidence})
    table = np.array([[*(outcome.evidence.get(name, 0.0) for name in names), 1.0] for outcome in seen])
    answerable = np.array([float(outcome.answerable) for outcome in seen])
    correct = np.array([float(outcome.correct) for outcome in seen])
    weight = np.array([outcome.weight for outcome in seen])
    found = logistic(table, answerable, weight, CERTAINTY_PENALTY)
    score = np.column_stack([table @ found, np.ones(len(seen))])
    slope, shift = logistic(score, correct, weight, 0.0)
    found = slope * found
    found[-1] += shift
    confidence = 1 / (1 + np.exp(-(table @ found)))
    unanswerable = [not outcome.answerable and outcome.given == folder for outcome in seen]
    glance = np.array([outcome.kind.at_a_glance for outcome in seen])
    floors = Floors(
        at_a_glance=_quantile(confidence[unanswerable & glance], DECLINED.at_a_glance),
        others=_quantile(confidence[unanswerable & ~glance], DECLINED.others),
    )
    return dict(zip([*names, "constant"], map(float, found), strict=True)), floors


def _quantile(values: Array, share: float) -> float:
    """The value below which a share of them lies; 0 where there are none."""
    return float(np.quantile(values, share)) if values.size else 0.0


def benches(folders: Sequence[Path], data: Path) -> list[Bench]:
    """All worlds of these folders, loaded into folders of their own below `data`."""
    return [Bench(world, data / folder.name / str(i)) for folder in folders for i, world in enumerate(worlds(folder))]


def learn(folders: Sequence[Path], ranking_only: Sequence[Path], data: Path) -> Scorer:
    """The whole course: load, rank, be sure."""
    whole, others = benches(folders, data), benches(ranking_only, data)
    rows = gather([*whole, *others])
    halves = [fit_ranking(rows, rows.half != half) for half in (0, 1)]
    print(f"{len(whole) + len(others)} corpora, {len(rows.group)} sentences; ranking learned", file=sys.stderr)
    seen = [one for bench in whole for one in outcomes(bench, lambda half: halves[half])]
    certainty, floors = fit_certainty(seen, folders[0].name)
    final = fit_ranking(rows, np.ones(len(rows.group), dtype=bool))
    return Scorer(final.shared, final.by_kind, certainty, floors)


def main() -> None:
    """Read the arguments, learn, write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--ranking-only", nargs="+", type=Path, default=[])
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "answer" / "weights.json")
    given: Any = parser.parse_args()
    with tempfile.TemporaryDirectory() as data:
        given.out.write_text(learn(given.folders, given.ranking_only, Path(data)).to_json(), "utf-8")
    print(f"wrote {given.out}", file=sys.stderr)


if __name__ == "__main__":
    main()
