"""What has changed at the sources since they were read: told first, and only then written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from corpus.documents import Document, Draft
from corpus.errors import GoneError, IntakeError, UsageError
from corpus.files import files
from corpus.intake import Reading
from corpus.loading import is_file
from corpus.metadata import COLUMNS, Rows, table
from corpus.readers.base import Place
from corpus.sentences import sentences
from corpus.sources import Folder, Source
from corpus.store import Store


class Kind(StrEnum):
    """What can happen to a document between two readings of its source."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """One change at a source: `document` is the new one, or the one that it does not give any more.

    There is none where the whole source is gone. `removed` and `added` are whole sentences, `fields` the old and new
    values of the metadata that differ.
    """

    kind: Kind
    place: str
    document: Document | None = None
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    fields: Mapping[str, tuple[str | None, str | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found at one source: the changes, what could not be read, the documents to store (with other addresses
    of known texts), and the sources as they are now.
    """

    changes: tuple[Change, ...] = ()
    errors: tuple[IntakeError, ...] = ()
    documents: tuple[Draft, ...] = ()
    sources: tuple[Source, ...] = ()


def examine(store: Store, reading: Reading) -> Iterator[Outcome]:
    """Read every source again that is not as it was, and what is new in the folders; nothing is written.

    `reading` must know the sources of `store`. A source that several others name is read once.
    """
    for folder in store.folders():
        yield from filter(_says_something, _folder(folder, store, reading))
    for source in store.sources():
        if source.place not in reading.visited:
            yield from filter(_says_something, [_examine(source, _items(source, reading), store, reading)])


def _says_something(outcome: Outcome) -> bool:
    return any((outcome.changes, outcome.errors, outcome.documents, outcome.sources))


def _folder(folder: Folder, store: Store, reading: Reading) -> Iterator[Outcome]:
    """The files in a folder; those that are gone are told of as the sources that they were."""
    metadata = Path(folder.metadata) if folder.metadata else None
    rows: Rows = {}
    if metadata:
        try:
            rows, errors = table(metadata)
        except UsageError as error:
            errors = [IntakeError(folder.place, f"what is known of its files stays as it was: {error}")]
        yield Outcome(errors=tuple(errors))
    for found in files(Path(folder.place), metadata):
        if isinstance(found, IntakeError):
            yield Outcome(errors=() if isinstance(found, GoneError) else (found,))
        elif (place := Place.file(found).text) not in reading.visited:
            source = store.source(place) or Source(place, "")
            items = reading.file(found, rows.get(found, source.known))
            yield _examine(source, items, store, reading)


def _examine(source: Source, items: Iterable[Draft | IntakeError], store: Store, reading: Reading) -> Outcome:
    before = len(reading.sources)
    changes: list[Change] = []
    errors: list[IntakeError] = []
    documents: list[Draft] = []
    vanished: list[Source] = []
    for item in items:
        if isinstance(item, GoneError):
            gone = _gone(store.source(item.source) or source)
            changes += gone.changes
            vanished += gone.sources
        elif isinstance(item, IntakeError):
            errors.append(item)
        elif not store.is_removed(item.id):
            change = _change(item, source.place, store)
            changes += [change] if change else []
            documents += [item] if change or _is_another_address(item, store) else []
    read = reading.sources[before:]
    changes += [Change(Kind.GONE, one.place, store.document(id_)) for one in read for id_ in store.missing(one)]
    return Outcome(tuple(changes), tuple(errors), tuple(documents), (*read, *vanished))


def _items(source: Source, reading: Reading) -> Iterator[Draft | IntakeError]:
    if "://" in source.place:
        return reading.page(source.place, source.known)
    return reading.file(Path(source.place), source.known)


def _gone(source: Source) -> Outcome:
    """A source that is gone is told of once; its documents stay."""
    if source.gone_since:
        return Outcome()
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Outcome((Change(Kind.GONE, source.place),), sources=(replace(source, gone_since=now),))


def _change(draft: Draft, place: str, store: Store) -> Change | None:
    old = store.document(draft.id)
    if old is None:
        return None if _is_another_address(draft, store) else Change(Kind.NEW, place, draft)
    pairs = {name: (getattr(old, name), getattr(draft, name)) for name in COLUMNS}
    fields = {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
    if old.text == draft.text and not fields:
        return None
    was, now = _sentences(old), _sentences(draft)
    removed = tuple(one for one in was if one not in now)
    return Change(Kind.CHANGED, place, draft, removed, tuple(one for one in now if one not in was), fields)


def _is_another_address(draft: Draft, store: Store) -> bool:
    """Whether a file's text is stored already, as another document."""
    return is_file(draft) and store.holds(draft.text) and store.document(draft.id) is None


def _sentences(document: Document) -> dict[str, None]:
    """The sentences of a document in their order, each once."""
    return dict.fromkeys(document.text[start:end] for start, end in sentences(document.text))
