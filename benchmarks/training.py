"""Training data for benchmarks/learn.py: questions with known answers, and the other ways and places to ask them.

Besides the given unanswerable questions, answerable ones whose right documents are hidden serve as such; and so do
questions turned into their opposite ("when did … end") where the documents hold only what was asked ("start"). Some
questions are asked again in lower case or misspelt, since people type so; and the same data is cut into many corpora.
"""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from answer.opposites import opposites
from benchmarks.answers import misspelt
from bot.tools import load_tools
from corpus.documents import Document, Passage
from corpus.intake import read as read_files
from index.analysis import Analyzer

SHARD, SHARDS, SEED = 8, 100, 20181
HIDDEN_EVERY = 3
HIDDEN_WEIGHT = 0.4  # of an answerable question whose right documents are hidden, as an unanswerable one
LOWERED_EVERY, LOWERED_WEIGHT = 2, 0.5
MISSPELT_EVERY, MISSPELT_WEIGHT = 4, 0.5
TURNED_WEIGHT = 0.1
RESHAPED_WEIGHT = 0.5  # of a question asked of the data in another shape, since there are so many of these


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
        others = [one for one in world.asked if not one.gold & here and one.given]
        strange = draw.sample(others, min(len(others), len(about) // 2))
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


def holds(asked: Asked, passage: Passage) -> bool:
    """Whether a text holds one of the accepted answers."""
    text = plain(passage.text)
    return any(plain(answer) in text for answer in asked.answers)


def right(asked: Asked, sentence: Passage) -> bool:
    """Whether a sentence answers the question: it stands in a right document and holds an accepted answer."""
    return sentence.document.id in asked.gold and holds(asked, sentence)
