"""The library: stores and their indexes stay in step, and collections stay apart."""

import os
import shutil
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from corpus.documents import Document, Passage
from corpus.errors import IntakeError, UsageError
from corpus.store import Store
from index.analysis import Analyzer
from index.filling import Filler
from index.library import Library
from index.segments.engine import SegmentEngine

FOX = {"fox": 1.0}


def document(name: str, text: str = "The fox crossed the river.") -> Document:
    return Document(name, text, title=f"Report {name}")


def found(library: Library, *collections: str, terms: dict[str, float] = FOX) -> list[str]:
    return [hit.passage.document.id for hit in library.search(terms, collections)]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path)


def store_of(data: Path, name: str) -> Store:
    return Store.open(data / "collections" / name)


def test_what_was_added_is_found_and_points_into_the_stored_text(library: Library) -> None:
    library.add("news", [document("a"), document("b", "The dog slept.")])
    (hit,) = library.search(FOX, ["news"])
    assert (hit.passage.text, hit.matched, hit.score > 0) == ("The fox crossed the river.", ("fox",), True)


def test_titles_find_the_passages_under_them(library: Library) -> None:
    library.add("news", [Document("a", "The town fell.", title="Fox")])
    assert found(library, "news") == ["a"]


def test_a_replaced_document_is_found_by_its_new_words_only(library: Library) -> None:
    library.add("news", [document("a")])
    added = library.add("news", [document("a", "The dog slept.")])
    assert added.replaced == 1
    assert (found(library, "news"), found(library, "news", terms={"dog": 1.0})) == ([], ["a"])


def test_removed_documents_are_not_found(library: Library) -> None:
    library.add("news", [document("a"), document("b")])
    assert library.remove("news", ["a", "none"]) == ("a",)
    assert found(library, "news") == ["b"]


def test_what_could_not_be_read_is_handed_back_and_the_rest_is_found(library: Library) -> None:
    added = library.add("news", [IntakeError("x.pdf", "is empty"), document("a")])
    assert [error.source for error in added.skipped] == ["x.pdf"]
    assert found(library, "news") == ["a"]


def test_what_was_stored_before_a_failure_is_found_and_others_can_write(tmp_path: Path) -> None:
    def failing() -> Iterator[Document]:
        for n in range(5_000):
            yield document(str(n))
        raise KeyboardInterrupt

    with Library(tmp_path) as first, Library(tmp_path) as second:
        with pytest.raises(KeyboardInterrupt):
            first.add("news", failing())
        second.add("news", [document("last")])
        assert len(first.search(FOX, ["news"], 10_000)) == first.count(["news"]) > 1


def test_many_documents_at_once_rank_as_if_they_had_come_one_after_the_other(tmp_path: Path) -> None:
    many = [document(str(n), f"The fox crossed river {n % 97}. " + "The owl slept. " * (n % 5)) for n in range(2_500)]
    queries = [FOX, {"owl": 1.0, "13": 1.0}, {"report": 1.0, "77": 1.0}]
    with Library(tmp_path / "at once") as at_once, Library(tmp_path / "in turn") as in_turn:
        at_once.add("news", many)
        for start in range(0, len(many), 500):
            in_turn.add("news", many[start : start + 500])
        for query in queries:
            assert at_once.search(query, ["news"], 100) == in_turn.search(query, ["news"], 100)


@pytest.mark.parametrize("helper", ["corpus.preparing", "index.apart"])
def test_a_bulk_load_one_of_whose_helpers_dies_is_indexed_all_the_same(
    library: Library, monkeypatch: pytest.MonkeyPatch, helper: str
) -> None:
    monkeypatch.setattr("corpus.preparing._DOCUMENTS", 500)
    monkeypatch.setattr("index.filling._MANY", 500)
    killed = []

    def deadly() -> Iterator[Document]:
        for n in range(4_500):
            if n == 2_600:
                for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split():
                    if helper.encode() in Path(f"/proc/{pid}/cmdline").read_bytes():
                        os.kill(int(pid), signal.SIGKILL)
                        killed.append(pid)
            yield document(str(n))

    library.add("news", deadly())
    assert len(killed) == 1
    assert len(library.search(FOX, ["news"], 10_000)) == 4_500


def test_what_was_indexed_before_a_kill_is_not_indexed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.filling._STEP", 100)
    passages = [(n, Passage(document(str(n)), 0, 26)) for n in range(1, 11)]
    engine = SegmentEngine.open(tmp_path)
    engine.begin()
    filler = Filler(engine, Analyzer())
    filler.take(passages[:5], 1)
    filler.take(passages[5:6], 2)
    engine.close()
    left = SegmentEngine.open(tmp_path)
    assert (left.version, list(left.numbers())) == (1, [1, 2, 3, 4, 5])


def test_what_the_second_process_has_written_is_kept_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.filling._MANY", 1)
    monkeypatch.setattr("index.filling._STEP", 100)
    engine = SegmentEngine.open(tmp_path)
    engine.begin()
    with Filler(engine, Analyzer()) as filler:
        filler.take([(n, Passage(document(str(n)), 0, 26)) for n in range(1, 6)], 1)
        for _ in range(3_000):
            if engine.version:
                break
            time.sleep(0.01)
            filler.take([], 1)
    engine.close()
    assert list(SegmentEngine.open(tmp_path).numbers()) == [1, 2, 3, 4, 5]


def test_what_others_write_into_the_store_meanwhile_is_indexed_too(library: Library, tmp_path: Path) -> None:
    def documents() -> Iterator[Document]:
        with store_of(tmp_path, "news") as store:
            store.add([document("b")])
        yield document("c")

    library.add("news", [document("a")])
    library.add("news", documents())
    assert sorted(found(library, "news")) == ["a", "b", "c"]


def test_a_search_sees_exactly_the_collections_it_names(library: Library) -> None:
    library.add("one", [document("a")])
    library.add("two", [document("b")])
    assert (found(library, "one"), found(library, "two"), found(library)) == (["a"], ["b"], [])


def test_collections_searched_together_rank_as_one(tmp_path: Path) -> None:
    texts = ["A fox.", "A fox and a fox and a dog.", "A dog and an owl.", "The owl saw a fox run.", "Dog. Dog. Dog."]
    documents = [document(str(n), text) for n, text in enumerate(texts)]
    terms = {"fox": 1.0, "owl": 1.0, "dog": 0.5}
    with Library(tmp_path / "apart") as apart, Library(tmp_path / "whole") as whole:
        apart.add("one", documents[:2])
        apart.add("two", documents[2:])
        whole.add("all", documents)
        joint, single = apart.search(terms, ["one", "two"]), whole.search(terms, ["all"])
        assert [hit.passage.document.id for hit in joint] == [hit.passage.document.id for hit in single]
        assert [hit.score for hit in joint] == pytest.approx([hit.score for hit in single])
        assert apart.statistics(terms, ["one", "two"]) == whole.statistics(terms, ["all"])


@pytest.mark.parametrize("name", ["none", "../outside"])
def test_an_unknown_collection_is_a_wrong_call(library: Library, name: str) -> None:
    with pytest.raises(UsageError):
        library.search(FOX, [name])


def test_documents_are_listed_and_counted_over_collections(library: Library) -> None:
    library.add("one", [document("a")])
    library.add("two", [document("b"), document("c")])
    assert library.count(["one", "two"]) == 3
    assert [summary.id for summary in library.summaries(["two", "one"])] == ["b", "c", "a"]
    assert (library.document("b", ["one"]), library.document("b", ["one", "two"])) == (None, document("b"))
    assert (library.names(), library.exists("two"), library.exists("three")) == (["one", "two"], True, False)


def test_a_deleted_collection_is_gone_and_its_name_is_free(library: Library) -> None:
    library.add("news", [document("a")])
    library.delete("news")
    assert library.names() == []
    library.add("news", [document("b")])
    assert found(library, "news") == ["b"]


def test_another_librarys_changes_show_at_the_next_search(tmp_path: Path) -> None:
    with Library(tmp_path) as reader, Library(tmp_path) as writer:
        writer.add("news", [document("a")])
        before = found(reader, "news")
        writer.add("news", [document("b")])
        writer.remove("news", ["a"])
        assert (before, found(reader, "news")) == (["a"], ["b"])


def test_a_collection_deleted_and_made_anew_elsewhere_is_opened_anew(tmp_path: Path) -> None:
    with Library(tmp_path) as reader, Library(tmp_path) as writer:
        writer.add("news", [document("a")])
        assert found(reader, "news") == ["a"]
        writer.delete("news")
        writer.add("news", [document("b")])
        assert found(reader, "news") == ["b"]


@pytest.mark.parametrize("change", [["c"], ["a", "c"]], ids=["added", "replaced"])
def test_an_index_behind_its_store_catches_up_when_opened(tmp_path: Path, change: Sequence[str]) -> None:
    """As after a crash between the two."""
    with Library(tmp_path) as library:
        library.add("news", [document("a"), document("b")])
    with store_of(tmp_path, "news") as store:
        store.add([document(name, "The fox came back.") for name in change])
        store.remove(["b"])
    with Library(tmp_path) as library:
        assert sorted(found(library, "news")) == sorted({"a", *change})
        assert found(library, "news", terms={"back": 1.0}) == list(change)


@pytest.mark.parametrize("pattern", ["manifest.json", "segment-*"])
def test_a_damaged_index_is_rebuilt_from_the_store(tmp_path: Path, pattern: str) -> None:
    with Library(tmp_path) as library:
        library.add("news", [document("a"), document("b", "A dog.")])
    (path,) = (tmp_path / "collections/news/index").glob(pattern)
    content = bytearray(path.read_bytes())
    for at in range(0, len(content), 64):
        content[at] ^= 255
    path.write_bytes(content)
    with Library(tmp_path) as library:
        assert found(library, "news") == ["a"]


def test_damage_met_in_the_middle_of_use_is_mended(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        library.add("news", [document("a")])
    with Library(tmp_path) as library:
        assert library.count(["news"]) == 1
        (path,) = (tmp_path / "collections/news/index").glob("segment-*")
        content = bytearray(path.read_bytes())
        content[:200] = bytes(200)
        path.write_bytes(content)
        assert found(library, "news") == ["a"]


def test_an_index_thrown_away_is_built_again(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        library.add("news", [document("a")])
    shutil.rmtree(tmp_path / "collections/news/index")
    with Library(tmp_path) as library:
        assert found(library, "news") == ["a"]


def test_progress_is_told_where_an_index_is_built_again(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with Library(tmp_path) as library:
        library.add("news", (document(str(n), f"Fox {n}.") for n in range(4_500)))
    shutil.rmtree(tmp_path / "collections/news/index")
    with Library(tmp_path, progress=lambda done, total: told.append((done, total))) as library:
        assert library.count(["news"]) == 4_500
    assert told == [(4_000, 4_500), (4_500, 4_500)]
