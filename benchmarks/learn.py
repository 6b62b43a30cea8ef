"""Learns the weights in answer/weights.json from questions with known answers.

    python -m benchmarks.learn FOLDER… [--out answer/weights.json]

Each folder holds `corpus.jsonl` (see `footnote add`) and `questions.jsonl`, a question a line: "id", "question",
"answerable", and for answerable ones "answers" (texts that a right quote holds) and "gold" (ids of right documents).
Needs the extra `learn`.

Ranking: a conditional logit over the candidate sentences of a question, with weights for all kinds of question and
smaller ones for each kind (L2, minimised by L-BFGS). Confidence: a logistic regression that tells answerable
questions from others, on rankings by weights learned without the question's half; then scaled (Platt 1999,
"Probabilistic outputs for support vector machines") to the probability that the first quote is right, which keeps
its order. Besides the given unanswerable questions, answerable ones whose right documents are hidden serve as such;
and so do questions turned into their opposite ("when did … end") where the documents hold only what was asked
("start"). Some questions are asked again in lower case or misspelt, since people type so.
"""

import argparse
import json
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from answer.answering import PASSAGES, Found, described, find, rank
from answer.certainty import evidence
from answer.features import Weighted
from answer.model import Kind
from answer.opposites import opposites
from answer.question import understand
from answer.reading import Reading, Source, read
from answer.scorer import Scorer
from benchmarks.answers import misspelt
from bot.desk import Shelf, load_tools
from corpus.documents import Document, Passage
from corpus.intake import read as read_files
from index.analysis import Analyzer
from index.library import Library

KINDS = tuple(Kind)
SHARD, SHARDS, SEED = 8, 100, 20181
SHARED_PENALTY, KIND_PENALTY, CERTAINTY_PENALTY = 3.0, 10.0, 1.0
HIDDEN_EVERY = 3
HIDDEN_WEIGHT = 0.3  # of an answerable question whose right documents are hidden, as an unanswerable one
LOWERED_EVERY, LOWERED_WEIGHT = 2, 0.5
MISSPELT_EVERY, MISSPELT_WEIGHT = 4, 0.5
TURNED_WEIGHT = 0.1
RESHAPED_WEIGHT = 0.5  # of a question asked of the data in another shape, since there are so many of these
DECLINED = 0.885  # the share of unanswerable questions that the floor declines in the folder where that is hardest

Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the training data; `hidden` ones are asked as if their right documents were not there.

    `weight` is what it counts for the confidence; `given` tells it from another way of asking a given question.
    """

    text: str
    answers: tuple[str, ...]
    gold: frozenset[str]
    hidden: bool
    half: int
    weight: float = 1.0
    given: bool = True
    turned: bool = False

    @property
    def answerable(self) -> bool:
        """Whether some document that may be read answers it."""
        return bool(self.gold) and not self.hidden and not self.turned


@dataclass(frozen=True, slots=True)
class World:
    """A corpus and questions about it; the same data makes several, so that the weights fit more than one shape.

    `given` names the folder, where the data stands as it was given.
    """

    documents: tuple[Document, ...]
    asked: tuple[Asked, ...]
    given: str | None = None


def plain(text: str) -> str:
    """Lower-case words with single spaces around them."""
    return f" {re.sub(r'[^a-z0-9]+', ' ', text.lower()).strip()} "


def questions(folder: Path) -> Iterator[Asked]:
    """The questions of a folder; some a second time: their documents hidden, in lower case, or misspelt."""
    draw = random.Random(SEED)
    for number, line in enumerate((folder / "questions.jsonl").read_text("utf-8").splitlines()):
        given = json.loads(line)
        answers, gold = tuple(given.get("answers") or ()), frozenset(given.get("gold") or ())
        asked = Asked(given["question"], answers, gold, False, number % 2)
        again = replace(asked, given=False)
        yield asked
        if gold and number % HIDDEN_EVERY == 0:
            yield replace(again, hidden=True, weight=HIDDEN_WEIGHT)
        if number % LOWERED_EVERY == 0 and asked.text != asked.text.lower():
            yield replace(again, text=asked.text.lower(), weight=LOWERED_WEIGHT)
        if number % MISSPELT_EVERY == 0:
            yield replace(again, text=misspelt(asked.text, draw), weight=MISSPELT_WEIGHT)


def turned(world: World, analyzer: Analyzer) -> Iterator[Asked]:
    """The given questions with a word turned into its opposite, where the right documents hold only what was asked."""
    sides = opposites(analyzer)
    terms = {document.id: frozenset(analyzer.terms(document.text)) for document in world.documents}
    for asked in world.asked:
        tokens = analyzer.tokens(asked.text) if asked.given and asked.gold else []
        for token in (token for token in tokens if token.term in sides):
            own, other = sides[token.term]
            if all(terms[id] & own and not terms[id] & other for id in asked.gold):
                text = f"{asked.text[: token.start]}{min(other)}{asked.text[token.end :]}"
                yield replace(asked, text=text, given=False, turned=True, weight=TURNED_WEIGHT)
                break


def article(passage: str) -> str:
    """The article that a passage is a part of: "Oxygen" for "Oxygen#3"."""
    return passage.partition("#")[0]


def merged(world: World) -> World:
    """The same with the passages of each article put together into one document."""
    parts: dict[str, list[Document]] = {}
    for document in world.documents:
        parts.setdefault(article(document.id), []).append(document)
    whole = [replace(some[0], id=id, text="\n\n".join(one.text for one in some)) for id, some in parts.items()]
    asked = (one for one in world.asked if one.given or one.hidden)
    return World(tuple(whole), tuple(replace(one, gold=frozenset(map(article, one.gold))) for one in asked))


def shards(world: World, seed: int) -> Iterator[World]:
    """The same cut into many small corpora, half of them without titles; a question is asked of one of them."""
    draw = random.Random(seed)
    documents = draw.sample(world.documents, len(world.documents))
    for number, start in enumerate(range(0, len(documents), SHARD)):
        some = documents[start : start + SHARD]
        here = {document.id for document in some}
        about = [one for one in world.asked if one.gold & here]
        strange = draw.sample([one for one in world.asked if not one.gold & here and one.given], len(about) // 2)
        some = [replace(one, title=None) for one in some] if number % 2 else some
        yield World(tuple(some), (*about, *(replace(one, gold=frozenset()) for one in strange)))


def worlds(folder: Path) -> Iterator[World]:
    """All the shapes of one folder's data."""
    documents = tuple(one for one in read_files([str(folder / "corpus.jsonl")], None) if isinstance(one, Document))
    given = World(documents, tuple(questions(folder)), folder.name)
    yield replace(given, asked=(*given.asked, *turned(given, load_tools().analyzer)))
    whole = merged(given)
    if len(whole.documents) < len(documents):
        yield reshaped(World(whole.documents, whole.asked[::4]))
    yield from map(reshaped, islice(shards(whole, SEED), SHARDS))


def reshaped(world: World) -> World:
    """A world of data in another shape than it was given in, whose questions count for less."""
    return World(world.documents, tuple(replace(one, weight=RESHAPED_WEIGHT * one.weight) for one in world.asked))


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


def holds(asked: Asked, passage: Passage) -> bool:
    """Whether a text holds one of the accepted answers."""
    text = plain(passage.text)
    return any(plain(answer) in text for answer in asked.answers)


def right(asked: Asked, sentence: Passage) -> bool:
    """Whether a sentence answers the question: it stands in a right document and holds an accepted answer."""
    return sentence.document.id in asked.gold and holds(asked, sentence)


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
            names = names or tuple(sorted(rows[0][1]))
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
        floor=0.0,
    )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question: the evidence, whether it was answerable, whether the first quote was right."""

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
            first = ranked[0].candidate.sentence
            yield Outcome(
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


def fit_certainty(seen: Sequence[Outcome]) -> tuple[dict[str, float], float]:
    """The weights of the evidence, and the floor that declines as many unanswerable questions as it should."""
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
    folder = np.array([outcome.given or "" for outcome in seen])
    declined = [confidence[(folder == name) & (answerable == 0)] for name in set(folder) - {""}]
    floor = max((float(np.quantile(one, DECLINED)) for one in declined if len(one)), default=0.0)
    return dict(zip([*names, "constant"], map(float, found), strict=True)), floor


def learn(folders: Sequence[Path], data: Path) -> Scorer:
    """The whole course: load, rank, be sure."""
    given = [world for folder in folders for world in worlds(folder)]
    benches = [Bench(world, data / str(i)) for i, world in enumerate(given)]
    rows = gather(benches)
    halves = [fit_ranking(rows, rows.half != half) for half in (0, 1)]
    print(f"{len(benches)} corpora, {len(rows.group)} sentences; ranking learned", file=sys.stderr)
    seen = [one for bench in benches for one in outcomes(bench, lambda half: halves[half])]
    certainty, floor = fit_certainty(seen)
    final = fit_ranking(rows, np.ones(len(rows.group), dtype=bool))
    return Scorer(final.shared, final.by_kind, certainty, floor)


def main() -> None:
    """Read the arguments, learn, write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "answer" / "weights.json")
    given: Any = parser.parse_args()
    with tempfile.TemporaryDirectory() as data:
        given.out.write_text(learn(given.folders, Path(data)).to_json(), "utf-8")
    print(f"wrote {given.out}", file=sys.stderr)


if __name__ == "__main__":
    main()
