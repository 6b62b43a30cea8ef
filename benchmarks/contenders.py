"""The engines that benchmarks/peers.py compares, each behind the same three calls: load, open, search.

All of them get the same terms (this project's analysis) and, but for tantivy and FTS5, whose are fixed, the same k1 and
b, so that they differ in speed and not in what they look for. Every class stands for one engine in a folder of its own;
it is used in a process of its own. Peers are imported when one is made, so that this counts for no measurement.
"""

import pickle
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from rank_bm25 import BM25Okapi

from corpus.documents import Document, Passage
from index.analysis import Analyzer
from index.bm25 import K1, B, Model
from index.engine import Statistics
from index.library import Library
from index.segments.engine import SegmentEngine

if TYPE_CHECKING:
    import tantivy

Passages = Iterable[tuple[str, str]]  # title and text
Ranking = list[tuple[int, float]]  # number of the passage (from 1) and score, best first


class Contender(Protocol):
    """One engine. A question comes as its terms, one for each mention."""

    def load(self, passages: Passages) -> None:
        """Read, analyse and index all passages; durable at the end, if the engine has files."""

    def open(self) -> None:
        """Get ready to search what was loaded, by this or another process."""

    def search(self, terms: Sequence[str], limit: int) -> Ranking:
        """The best passages."""


def analysed(passages: Passages) -> Iterator[list[str]]:
    """The terms that each passage is indexed under."""
    analyzer = Analyzer()
    for title, text in passages:
        yield analyzer.passage_terms(Passage(Document("", text, title), 0, len(text)))


class Footnote:
    """The embedded engine alone, as the others are."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, passages: Passages) -> None:
        """See Contender."""
        engine = SegmentEngine.open(self._folder)
        for number, terms in enumerate(analysed(passages), 1):
            engine.add(number, terms)
        engine.commit(1)
        engine.close()

    def open(self) -> None:
        """See Contender."""
        self._engine = SegmentEngine.open(self._folder)

    def search(self, terms: Sequence[str], limit: int) -> Ranking:
        """See Contender."""
        return [(match.number, match.score) for match in self._engine.search(Counter(terms), limit)]


class FootnoteLibrary:
    """Store and index together: what a person's question really costs, passages fetched."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, passages: Passages) -> None:
        """See Contender."""
        with Library(self._folder) as library:
            library.add("library", (Document(str(n), text, title) for n, (title, text) in enumerate(passages, 1)))

    def open(self) -> None:
        """See Contender."""
        self._library = Library(self._folder)

    def search(self, terms: Sequence[str], limit: int) -> Ranking:
        """See Contender."""
        hits = self._library.search(Counter(terms), ["library"], limit)
        return [(int(hit.passage.document.id), hit.score) for hit in hits]


class _Okapi(BM25Okapi):  # type: ignore[misc]  # rank_bm25 has no annotations
    def _calc_idf(self, nd: dict[str, int]) -> None:
        self.idf = Model(Statistics(self.corpus_size, 1, nd)).idf


class RankBM25:
    """rank-bm25 with the non-negative idf; it has no files, so opening is loading a pickle."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "model.pickle"

    def load(self, passages: Passages) -> None:
        """See Contender."""
        with self._file.open("wb") as file:
            pickle.dump(_Okapi(analysed(passages), k1=K1, b=B), file, protocol=5)

    def open(self) -> None:
        """See Contender."""
        with self._file.open("rb") as file:
            self._model = pickle.load(file)

    def search(self, terms: Sequence[str], limit: int) -> Ranking:
        """See Contender."""
        scores = self._model.get_scores(terms)
        best = np.argpartition(-scores, limit)[:limit] if limit < len(scores) else np.arange(len(scores))
        best = best[np.lexsort((best, -scores[best]))]
        return [(int(at) + 1, float(scores[at])) for at in best if scores[at] > 0]


class BM25S:
    """bm25s with its numba backend."""

    def __init__(self, folder: Path) -> None:
        import bm25s

        self._bm25s = bm25s
        self._folder = folder

    def load(self, passages: Passages) -> None:
        """See Contender."""
        from bm25s.tokenization import Tokenized

        vocabulary: dict[str, int] = {}
        ids = [[vocabulary.setdefault(term, len(vocabulary)) for term in terms] for terms in analysed(passages)]
        model = self._bm25s.BM25(method="lucene", k1=K1, b=B, backend="numba")
        model.index(Tokenized(ids, vocabulary), show_progress=False)
        model.save(self._folder, show_progress=False)

    def open(self) -> None:
        """See Contender."""
        self._model = self._bm25s.BM25.load(self._folder)

    def search(self, terms: Sequence[str], limit: int) -> Ranking:
        """See Contender."""
        known = [term for term in terms if term in self._model.vocab_dict]
        if not known:
            return []
        found, scores = self._model.retrieve([known], k=limit, show_progress=False)
        return [(int(n) + 1, float(s)) for n, s in zip(found[0], scores[0], strict=True) if s > 0]


class Tantivy:
    """tantivy, one thread, its merges awaited; numbers from a column and no counting, as it is fastest."""

    def __init__(self, folder: Path) -> None:
        import tantivy

        self._tantivy = tantivy
        self._folder = folder

    def _index(self) -> "tantivy.Index":
        builder = self._tantivy.SchemaBuilder()
        builder.add_text_field("body", stored=False, tokenizer_name="terms", index_option="freq")
        builder.add_integer_field("number", fast=True)
        self._schema = builder.build()
        index = self._tantivy.Index(self._schema, path=str(self._folder))
        splitting = self._tantivy.TextAnalyzerBuilder(self._tantivy.Tokenizer.whitespace()).build()
        index.register_tokenizer("terms", splitting)
        return index

    def load(self, passages: Passages) -> None:
        """See Contender."""
        writer = self._index().writer(500_000_000, 1)
        for number, terms in enumerate(analysed(passages), 1):
            writer.add_document(self._tantivy.Document(body=" ".join(terms), number=number))
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        """See Contender."""
        self._searcher = self._index().searcher()

    def search(self, terms: Sequence[str], limit: int) -> Ranking:
        """See Contender."""
        query, should = self._tantivy.Query, self._tantivy.Occur.Should
        words = [(should, query.term_query(self._schema, "body", term, "freq")) for term in terms]
        hits = self._searcher.search(query.boolean_query(words), limit, count=False).hits
        numbers = self._searcher.fast_field_values("number", [address for _, address in hits])
        return [(number, score) for number, (score, _) in zip(numbers, hits, strict=True)]


class FTS5:
    """SQLite's full-text index without a copy of the texts. Its k1 and b are fixed, and its idf is another."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "fts5.db"

    def load(self, passages: Passages) -> None:
        """See Contender."""
        db = sqlite3.connect(self._file)
        tokenizer = "unicode61 remove_diacritics 0 tokenchars '.:/-⁄'"
        db.execute(f"CREATE VIRTUAL TABLE passages USING fts5(body, content='', tokenize=\"{tokenizer}\")")
        rows = ((number, " ".join(terms)) for number, terms in enumerate(analysed(passages), 1))
        db.executemany("INSERT INTO passages (rowid, body) VALUES (?, ?)", rows)
        db.execute("INSERT INTO passages (passages) VALUES ('optimize')")
        db.commit()
        db.close()

    def open(self) -> None:
        """See Contender."""
        self._db = sqlite3.connect(self._file)

    def search(self, terms: Sequence[str], limit: int) -> Ranking:
        """See Contender."""
        query = " OR ".join(f'"{term}"' for term in terms)
        rows = self._db.execute(
            "SELECT rowid, -rank FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?", (query, limit)
        )
        return list(chain(rows))


CONTENDERS: dict[str, Callable[[Path], Contender]] = {
    "footnote": Footnote,
    "footnote with its store": FootnoteLibrary,
    "tantivy": Tantivy,
    "bm25s": BM25S,
    "SQLite FTS5": FTS5,
    "rank-bm25": RankBM25,
}
