"""A full disk, too many open files, damage, a busy index: the reason is said, and afterwards everything works again."""

import resource
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest

from corpus.documents import Document
from corpus.errors import LockedError, StaleIndexError, StoreError, UsageError
from corpus.store import FILE, Store
from index.library import Library
from index.segments import engine as segments
from index.segments.engine import SegmentEngine
from index.segments.files import ArrayFile
from index.segments.lock import WriterLock

FOX = {"fox": 1.0}
LONG = Document("long", "The fox. " + " ".join(f"w{n}x{n}" for n in range(20_000)))


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """The folder of a collection with one document."""
    with Library(tmp_path) as library:
        library.add("news", [Document("a", "The fox crossed the river.")])
    return tmp_path / "collections" / "news"


@contextmanager
def limited(kind: int, most: int) -> Iterator[None]:
    """This process may have no larger files, or no more of them."""
    soft, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(kind, (soft, hard))


def damage(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[:200] = bytes(byte ^ 255 for byte in content[:200])
    file.write_bytes(content)


def segment_of(collection: Path) -> Path:
    (path,) = (collection / "index").glob("segment-*")
    return path


def found(library: Library) -> list[str]:
    return sorted(hit.passage.document.id for hit in library.search(FOX, ["news"]))


def files_open() -> int:
    return len(list(Path("/dev/fd").iterdir()))


def test_however_often_an_index_changes_only_the_files_of_its_newest_state_are_open(tmp_path: Path) -> None:
    before = files_open()
    with Library(tmp_path) as library:
        for n in range(50):
            library.add("news", [Document(str(n), f"Fox {n}.")])
            library.search(FOX, ["news"])
        assert files_open() < before + 20
    assert files_open() == before


def test_a_damaged_file_is_not_kept_open(tmp_path: Path) -> None:
    (tmp_path / "segment").write_bytes(bytes(100))
    before = files_open()
    with pytest.raises(StaleIndexError):
        ArrayFile(tmp_path / "segment")
    assert files_open() == before


def test_what_a_full_disk_kept_from_being_indexed_is_found_once_there_is_room(news: Path, tmp_path: Path) -> None:
    with Store.open(news) as store:
        store.add([LONG])
    with Library(tmp_path) as library, Library(tmp_path) as another:
        with limited(resource.RLIMIT_FSIZE, 60_000), pytest.raises(StoreError, match="make room on the disk"):
            library.search(FOX, ["news"])
        assert another.add("news", [Document("b", "A fox.")]).added == 1
        assert found(library) == ["a", "b", "long"]


def test_too_many_open_files_are_said_to_be_the_reason(news: Path) -> None:
    with limited(resource.RLIMIT_NOFILE, 3), pytest.raises(StoreError, match=r"ulimit -n") as failure:
        SegmentEngine.open(news / "index")
    assert str(news / "index") in str(failure.value)


def test_a_lock_that_cannot_be_written_is_not_kept(news: Path) -> None:
    with closing(SegmentEngine.open(news / "index")) as engine, closing(SegmentEngine.open(news / "index")) as other:
        with limited(resource.RLIMIT_FSIZE, 0), pytest.raises(StoreError):
            engine.begin()
        other.begin(patience=0)


def test_damage_met_by_a_writer_leaves_the_lock_to_others(news: Path) -> None:
    with closing(SegmentEngine.open(news / "index")) as engine, closing(SegmentEngine.open(news / "index")) as other:
        (news / "index" / "manifest.json").write_text("nothing", "utf-8")
        with pytest.raises(StaleIndexError):
            engine.begin()
        with pytest.raises(StaleIndexError):  # and no LockedError
            other.begin(patience=0)


def test_a_merge_that_fails_leaves_neither_its_file_nor_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segments, "_AT_ONCE", 0)
    with closing(SegmentEngine.open(tmp_path)) as engine:
        for number in range(1, 6):
            engine.add(number, ["fox"])
            engine.commit(number, hold=True)
    (tmp_path / "manifest.json.new").mkdir()  # in the way of what would publish the merge
    segments._merge_apart(tmp_path)
    (tmp_path / "manifest.json.new").rmdir()
    assert list(tmp_path.glob("apart-*")) == []
    with closing(SegmentEngine.open(tmp_path)) as engine:
        engine.begin(patience=0)
        assert list(engine.numbers()) == [1, 2, 3, 4, 5]


def test_damage_met_while_another_one_writes_is_mended_later(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(segment_of(news))
    hurrying = SimpleNamespace(monotonic=count(step=10).__next__, sleep=time.sleep)
    monkeypatch.setattr("index.segments.lock.time", hurrying)
    with Library(tmp_path) as library:
        with closing(SegmentEngine.open(news / "index", rebuild=True)), pytest.raises(LockedError):
            library.search(FOX, ["news"])
        assert found(library) == ["a"]


@pytest.mark.parametrize("use", [found, lambda library: library.statistics(["fox"], ["news"])])
def test_damage_is_mended_whatever_meets_it(news: Path, tmp_path: Path, use: Callable[[Library], object]) -> None:
    with Library(tmp_path) as library:
        whole = use(library)
    damage(segment_of(news))
    with Library(tmp_path) as library:
        assert use(library) == whole


def test_an_index_that_is_both_damaged_and_behind_its_store_is_built_again(news: Path, tmp_path: Path) -> None:
    with Store.open(news) as store:
        store.add([Document("b", "A fox.")])
    damage(segment_of(news))
    with Library(tmp_path) as library:
        assert found(library) == ["a", "b"]


def test_an_index_that_is_damaged_under_an_open_library_is_mended_by_the_next_writer(
    news: Path, tmp_path: Path
) -> None:
    with Library(tmp_path) as library:
        assert found(library) == ["a"]
        (news / "index" / "manifest.json").write_text("nothing", "utf-8")
        library.add("news", [Document("b", "A fox.")])
        assert found(library) == ["a", "b"]


def test_the_damaged_index_of_a_collection_without_documents_is_left_to_others(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        library.add("news", [])
    (tmp_path / "collections/news/index/manifest.json").write_text("nothing", "utf-8")
    with Library(tmp_path) as library, Library(tmp_path) as other:
        assert library.count(["news"]) == 0
        assert other.add("news", [Document("a", "A fox.")]).added == 1


def test_mending_says_whether_there_was_damage(news: Path, tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        assert not library.mend("news")
        damage(segment_of(news))
        assert library.mend("news")
        assert not library.mend("news")
        with pytest.raises(UsageError):
            library.mend("none")


@pytest.mark.parametrize("file", [FILE, "index/manifest.json"])
def test_a_damaged_collection_can_be_deleted_and_the_others_stay(news: Path, tmp_path: Path, file: str) -> None:
    with Library(tmp_path) as library:
        library.add("other", [Document("b", "A fox.")])
    (news / file).write_bytes(b"garbage" * 1000)
    with Library(tmp_path) as library:
        library.delete("news")
        assert not news.exists()
        assert [hit.passage.document.id for hit in library.search(FOX, ["other"])] == ["b"]


def test_a_collection_that_another_one_writes_to_is_not_deleted(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(SegmentEngine.open(news / "index")) as writer, Library(tmp_path) as library:
        writer.begin()
        monkeypatch.setattr("index.segments.lock.time", SimpleNamespace(monotonic=count(step=10).__next__))
        with pytest.raises(LockedError):
            library.delete("news")
        assert found(library) == ["a"]


def test_where_a_deletion_is_cut_short_no_old_index_meets_new_documents(news: Path) -> None:
    with closing(SegmentEngine.open(news / "index")) as engine:
        engine.discard()
    with closing(SegmentEngine.open(news / "index")) as engine:
        assert (engine.version, engine.highest, engine.search(FOX, 10)) == (0, 0, [])


def test_who_waited_for_an_index_that_was_deleted_does_not_write_to_its_successor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deleting = WriterLock(tmp_path / "lock")
    deleting.acquire()

    def meanwhile(_: float) -> None:
        (tmp_path / "lock").unlink()
        deleting.release()

    monkeypatch.setattr("index.segments.lock.time", SimpleNamespace(monotonic=time.monotonic, sleep=meanwhile))
    waiting = WriterLock(tmp_path / "lock")
    with pytest.raises(LockedError, match="deleted"):
        waiting.acquire()
    assert not waiting.held
