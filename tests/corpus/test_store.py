"""What a store keeps, what adding changes, and how it fails."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from corpus.database import insert
from corpus.documents import Document, Draft
from corpus.errors import IntakeError, LockedError, StoreError
from corpus.identity import file_id
from corpus.loading import Added
from corpus.migrations import migrations
from corpus.preparing import digest_of
from corpus.sources import Source
from corpus.store import FILE, Store

TEXTS = st.text(min_size=1)
OPTIONAL = st.none() | st.text()
A = Document("a", "The ferry left at dawn.", "Ferry", "Harbour Press", "Jane", "2018-09-11", "http://e.example", "/a")
B = Document("b", "Leave a Reply", marked=((0, 13),))
LONG = Document("long", "Ten words make up every sentence of this longer text. " * 33)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with Store.open(tmp_path, create=True) as opened:
        yield opened


def test_documents_come_back_as_they_were_in_the_order_of_arrival(store: Store) -> None:
    store.add([LONG, B, A])
    assert list(store.documents()) == [LONG, B, A]
    assert store.count() == 3


def test_summaries_are_the_documents_without_their_text(store: Store) -> None:
    store.add([A, B])
    assert list(store.summaries()) == [replace(A, text=""), replace(B, text="", marked=())]


def test_a_document_is_found_by_its_id(store: Store) -> None:
    store.add([A, B])
    assert store.document("b") == B
    assert store.document("c") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.builds(Document, st.text(), TEXTS, OPTIONAL, OPTIONAL, OPTIONAL, OPTIONAL, OPTIONAL, OPTIONAL))
def test_any_text_survives_to_the_letter(store: Store, document: Document) -> None:
    store.add([document])
    assert store.document(document.id) == document


def test_pages_are_kept_and_count_from_one(store: Store) -> None:
    store.add([replace(A, text="One. Two. Three.", pages=(0, 5, 10))])
    kept = store.document("a")
    assert kept is not None
    assert [kept.page(position) for position in (0, 4, 5, 15)] == [1, 1, 2, 3]
    assert B.page(0) is None


def test_a_draft_is_stored_with_its_boilerplate_marked(store: Store) -> None:
    store.add([Draft("d", "The ferry left at dawn.\nFollow us on Twitter")])
    assert store.document("d") == Document("d", "The ferry left at dawn.\nFollow us on Twitter", marked=((24, 44),))
    assert store.add([Draft("d", "The ferry left at dawn.\nFollow us on Twitter")]) == Added(unchanged=1)


def test_a_store_of_the_first_format_is_brought_up_to_date_and_keeps_its_documents(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as old:
        db = Database(old)
        migrations.apply(db, stop_before="sources_and_pages")
        db.execute("INSERT INTO documents VALUES (1, 'a', ?, ?, ?, ?, ?, ?, ?, 'y', '[]', ?)", [
            *(A.title, A.publisher, A.author, A.published, A.url, A.path), digest_of(A.text), A.text
        ])  # fmt: skip
    with Store.open(tmp_path) as opened:
        assert list(opened.documents()) == [A]
        assert opened.holds(A.text)
        assert not opened.holds(B.text)


def test_what_was_remembered_of_a_source_comes_back(store: Store) -> None:
    source = Source("https://e.example/a", "f" * 32, 2, {"title": "Ferry"}, '"v1"', None, "2026-05-03T00:00:00+00:00")
    store.remember([source])
    assert store.source("https://e.example/a") == source
    store.remember([replace(source, gone_since="2026-05-04T00:00:00+00:00")])
    assert [one.gone_since for one in store.sources()] == ["2026-05-04T00:00:00+00:00"]
    assert store.source("https://e.example/b") is None


@pytest.mark.parametrize(("path", "kept"), [("/a", []), ("/a/in.txt", []), ("/ab", ["/a"])])
def test_removing_a_document_forgets_the_file_or_archive_that_it_came_from(
    store: Store, path: str, kept: list[str]
) -> None:
    store.remember([Source("/a", "f" * 32)])
    store.add([replace(A, path=path)])
    store.remove(["a"])
    assert [source.place for source in store.sources()] == kept


def test_passages_are_slices_of_their_documents(store: Store) -> None:
    store.add([A, LONG])
    assert next(p.text for _, p in store.after(0)) == A.text
    assert " ".join(p.text for _, p in store.after(1)) == LONG.text.strip()


def test_marked_text_has_no_passage(store: Store) -> None:
    store.add([B])
    assert list(store.numbers()) == []


def test_passages_are_given_in_the_order_asked_for(store: Store) -> None:
    store.add([LONG])
    first, second, third = store.numbers()
    assert store.passages([third, first, third]) == [store.passage(n) for n in (third, first, third)]
    assert [number for number, _ in store.after(first)] == [second, third]


def test_adding_the_same_again_changes_nothing(store: Store) -> None:
    store.add([A, B])
    version = store.version
    assert store.add([A, B]) == Added(unchanged=2)
    assert store.version == version


@pytest.mark.parametrize("change", [{"text": "The ferry left at noon."}, {"title": "Later"}, {"published": None}])
def test_other_words_or_metadata_replace_the_document(store: Store, change: dict[str, str | None]) -> None:
    store.add([A, B])
    changed = Document(**{**{name: getattr(A, name) for name in Document.__slots__}, **change})
    assert store.add([changed]) == Added(replaced=1)
    assert list(store.documents()) == [changed, B]


def test_a_replaced_document_gets_new_passage_numbers_and_the_old_are_gone(store: Store) -> None:
    store.add([A])
    (old,) = store.numbers()
    store.add([replace(A, text="Noon.")])
    (new,) = store.numbers()
    assert new > old
    with pytest.raises(StoreError, match=f"passage {old} is gone"):
        store.passage(old)


def test_numbers_are_not_used_again_after_everything_was_removed(store: Store) -> None:
    store.add([A])
    (old,) = store.numbers()
    store.remove(["a"])
    store.add([A])
    assert old not in store.numbers()


def test_every_change_makes_the_version_grow(store: Store) -> None:
    versions = [store.version]
    for change in (lambda: store.add([A]), lambda: store.add([replace(A, text="Noon.")]), lambda: store.remove(["a"])):
        change()
        versions.append(store.version)
    assert versions == sorted(set(versions))


def test_removing_says_which_were_there(store: Store) -> None:
    store.add([A, B])
    version = store.version
    assert store.remove(["b", "nobody"]) == ("b",)
    assert list(store.documents()) == [A]
    assert store.remove(["b"]) == ()
    assert store.version == version + 1


def file(path: str, text: str) -> Document:
    return Document(file_id(path), text, path=path)


def test_the_same_text_in_another_file_is_one_document(store: Store) -> None:
    assert store.add([file("/x", "Same words."), file("/y", "Same words.")]) == Added(added=1, unchanged=1)
    assert store.add([file("/z", "Same words.")]) == Added(unchanged=1)
    assert [d.path for d in store.documents()] == ["/x"]


def test_the_same_text_under_two_given_ids_is_two_documents(store: Store) -> None:
    assert store.add([Document("1", "Same words."), Document("2", "Same words.")]) == Added(added=2)


def test_a_file_that_changed_replaces_its_document(store: Store) -> None:
    store.add([file("/x", "Before.")])
    assert store.add([file("/x", "After.")]) == Added(replaced=1)


def test_an_id_given_twice_in_one_run_keeps_the_first_and_says_so(store: Store) -> None:
    twice = [A, replace(A, text="Other."), A]
    for expected in (Added(added=1, unchanged=1), Added(unchanged=2)):
        result = store.add(twice)
        assert replace(result, skipped=()) == expected
        assert [str(error) for error in result.skipped] == ["/a: the id 'a' is given twice; the first is kept"]
    assert list(store.documents()) == [A]


def test_an_id_given_twice_is_noticed_across_the_batches_of_a_long_run(store: Store) -> None:
    store.add([replace(A, id="old")])
    others = [replace(A, id=str(i)) for i in range(5000)]
    result = store.add([A, replace(A, id="old"), *others, replace(A, text="Other."), replace(A, id="old", text="New.")])
    assert (result.added, result.unchanged, len(result.skipped)) == (5001, 1, 2)
    assert store.document("a") == A


@pytest.mark.parametrize("count", [0, 1, 50, 51, 120])
def test_rows_are_inserted_in_their_order_however_many_there_are(count: int) -> None:
    rows = [(number, f"row {number}") for number in range(count)]
    with Database(memory=True) as db:
        db.execute("CREATE TABLE things (number INTEGER, name TEXT)")
        insert(db, "INSERT INTO things", rows)
        assert db.execute("SELECT number, name FROM things ORDER BY rowid").fetchall() == rows


def test_the_same_given_twice_in_one_run_is_one_change(store: Store) -> None:
    store.add([replace(A, text="Before.")])
    assert store.add([A, A]) == Added(replaced=1, unchanged=1)


def test_what_could_not_be_read_is_passed_on_and_the_rest_is_stored(store: Store) -> None:
    error = IntakeError("x.txt", "the file is empty")
    assert store.add([error, A]) == Added(added=1, skipped=(error,))


def test_a_run_that_breaks_off_keeps_whole_batches(store: Store) -> None:
    def endless() -> Iterator[Document]:
        for i in range(5000):
            yield Document(str(i), f"Text {i}.")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.add(endless())
    assert store.count() == 4000


def test_what_another_connection_changed_is_seen_at_once(store: Store, tmp_path: Path) -> None:
    store.add([A])
    assert store.document("a") == A
    with Store.open(tmp_path) as other:
        other.add([replace(A, text="Noon.")])
    assert store.document("a") == replace(A, text="Noon.")


def test_a_second_writer_waits_and_then_says_so(store: Store, tmp_path: Path) -> None:
    writer = sqlite3.connect(tmp_path / FILE)
    writer.execute("BEGIN IMMEDIATE")
    with (
        Store.open(tmp_path, patience=0.05) as other,
        pytest.raises(LockedError, match="another process is writing"),
    ):
        other.add([A])
    writer.close()
    assert store.add([A]) == Added(added=1)


def test_readers_do_not_wait_for_a_writer(store: Store, tmp_path: Path) -> None:
    store.add([A])
    writer = sqlite3.connect(tmp_path / FILE)
    writer.execute("BEGIN IMMEDIATE")
    with Store.open(tmp_path, patience=0.05) as other:
        assert list(other.documents()) == [A]
    writer.close()


def test_several_may_make_the_same_store_at_once(tmp_path: Path) -> None:
    def make_and_count(_: int) -> int:
        with Store.open(tmp_path / "new", create=True) as own:
            own.add([A])
            return own.count()

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(make_and_count, range(8))) == [1] * 8


def test_a_missing_store_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store here"):
        Store.open(tmp_path / "none")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("create", [False, True])
def test_a_file_that_is_no_store_is_left_alone(tmp_path: Path, create: bool) -> None:
    (tmp_path / FILE).write_text("a letter to somebody, and nothing that SQLite could open" * 20)
    with pytest.raises(StoreError, match="this is not a store"):
        Store.open(tmp_path, create=create)
    assert (tmp_path / FILE).read_text().startswith("a letter")


def test_a_store_of_a_newer_version_is_refused_with_both_formats_named(store: Store, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as db:
        db.execute("INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('footnote', 'from_the_future')")
    ours = len(migrations.pending(Database(memory=True)))
    named = rf"newer Footnote \(format {ours + 1}, this one knows up to {ours}\); update Footnote"
    with pytest.raises(StoreError, match=named):
        Store.open(tmp_path)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be made"):
        Store.open(tmp_path / "file" / "below", create=True)
