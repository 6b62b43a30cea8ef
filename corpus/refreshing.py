"""What has changed at the sources since they were read: told first, and only then written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from corpus.documents import Document, Draft
from corpus.errors import GoneError, IntakeError
from corpus.intake import Reading
from corpus.sentences import sentences
from corpus.sources import Source
from corpus.store import Store

_FIELDS = ("title", "publisher", "author", "published", "url")


class Kind(StrEnum):
    """What can happen to a document between two readings of its source."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """One change at a source: `document` is the new one; where the source is gone there is none.

    `removed` and `added` are whole sentences, `fields` the old and new values of the metadata that differ.
    """

    kind: Kind
    place: str
    document: Draft | None = None
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    fields: Mapping[str, tuple[str | None, str | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found at one source: the changes, what could not be read, and the sources as they are now."""

    changes: tuple[Change, ...] = ()
    errors: tuple[IntakeError, ...] = ()
    sources: tuple[Source, ...] = ()


def examine(store: Store, reading: Reading) -> Iterator[Outcome]:
    """Read every source again that is not as it was; nothing is written.

    `reading` must know the sources of `store`. A source that several others name is read once.
    """
    for source in store.sources():
        if source.place not in reading.visited:
            outcome = _examine(source, store, reading)
            if outcome.changes or outcome.errors or outcome.sources:
                yield outcome


def _examine(source: Source, store: Store, reading: Reading) -> Outcome:
    before = len(reading.sources)
    changes: list[Change] = []
    errors: list[IntakeError] = []
    vanished: list[Source] = []
    for item in _items(source, reading):
        if isinstance(item, GoneError):
            gone = _gone(store.source(item.source) or source)
            changes += gone.changes
            vanished += gone.sources
        elif isinstance(item, IntakeError):
            errors.append(item)
        elif change := _change(item, source.place, store):
            changes.append(change)
    return Outcome(tuple(changes), tuple(errors), (*reading.sources[before:], *vanished))


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
        return None if store.holds(draft.text) else Change(Kind.NEW, place, draft)
    pairs = {name: (getattr(old, name), getattr(draft, name)) for name in _FIELDS}
    fields = {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
    if old.text == draft.text and not fields:
        return None
    was, now = _sentences(old), _sentences(draft)
    removed = tuple(one for one in was if one not in now)
    return Change(Kind.CHANGED, place, draft, removed, tuple(one for one in now if one not in was), fields)


def _sentences(document: Document) -> dict[str, None]:
    """The sentences of a document in their order, each once."""
    return dict.fromkeys(document.text[start:end] for start, end in sentences(document.text))
