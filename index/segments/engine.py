"""The embedded engine: segments of postings in a folder, changed by one writer, read by any number of processes."""

import os
from array import array
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from itertools import compress
from pathlib import Path
from threading import Thread, get_ident
from typing import Final

import numpy as np

from corpus.errors import FootnoteError, StaleIndexError
from index.bm25 import K1, B, Model
from index.engine import Match, Statistics
from index.segments import manifest as manifests
from index.segments.build import Pending
from index.segments.failures import explained
from index.segments.files import Array
from index.segments.live import LiveSegment
from index.segments.lock import WriterLock
from index.segments.manifest import Entry, Manifest
from index.segments.merge import merge, mergeable
from index.segments.segment import Segment
from index.segments.traversal import Formula

try:
    from index.segments.compiled import top_k
except ImportError:  # installed without a C compiler: the same results, later
    from index.segments.traversal import top_k

_HELD: Final = 8_000_000  # words held in memory before they become a segment
_AT_ONCE: Final = 1_000_000  # postings that are merged within a commit: a fraction of a second
_PATIENT: Final = 3600.0  # seconds that a finished merge waits for a writer
_LOCK: Final = "lock"
_APART: Final = "apart-"  # begins the name of a file that a process, whose number follows, is writing


class SegmentEngine:
    """An `Engine` on disk. It shows the state it opened until `refresh` or its own `commit`.

    Changes take the writer's lock until they are committed; an engine closed before that has changed nothing. Every
    method raises StoreError when a file cannot be read or written.
    """

    @explained
    def __init__(self, folder: Path, *, create: bool, rebuild: bool, k1: float, b: float) -> None:
        self.folder = folder
        if create:
            folder.mkdir(parents=True, exist_ok=True)
        elif not (folder / manifests.NAME).exists():
            raise StaleIndexError(f"{folder} holds no index; it will be built from the stored documents.")
        self._k1, self._b = k1, b
        self._lock = WriterLock(folder / _LOCK)
        self._pending = Pending()
        self._merger: Thread | None = None
        self._stamp = (0, 0)
        self._manifest = Manifest()
        self._parts: tuple[LiveSegment, ...] = ()
        self._next: tuple[LiveSegment, ...] = ()  # the parts as they will be once committed
        if rebuild:
            self._start_anew()
        else:
            self.refresh()

    @classmethod
    def open(
        cls, folder: Path, *, create: bool = True, rebuild: bool = False, k1: float = K1, b: float = B
    ) -> "SegmentEngine":
        """The index in a folder; with `create`, a missing folder is made.

        With `rebuild` the engine starts empty and its first commit replaces whatever is there, damaged or not; until
        then others go on reading the old index. Raises StaleIndexError if the index is damaged, of another format, or
        (without `create`) missing.
        """
        return cls(folder, create=create, rebuild=rebuild, k1=k1, b=b)

    @property
    def version(self) -> int:
        """The version of the store that the committed postings show."""
        return self._manifest.version

    @property
    def highest(self) -> int:
        """The highest passage number that was ever committed; 0 for none."""
        return self._manifest.highest

    @explained
    def refresh(self) -> None:
        """Show the newest committed state; costs next to nothing when that is the one shown already."""
        stamp = self._stamp_on_disk()
        while stamp != self._stamp:
            try:
                self._load(Manifest.load(self.folder) or Manifest())
            except FileNotFoundError as error:
                # A writer may have replaced the manifest, and deleted files, between two of our steps.
                if self._stamp_on_disk() == stamp:
                    raise StaleIndexError(f"{error.filename} is missing; the index will be rebuilt.") from error
            else:
                self._stamp = stamp
            stamp = self._stamp_on_disk()

    @explained
    def numbers(self) -> Sequence[int]:
        """The numbers of all live passages, ascending."""
        numbers = np.sort(np.concatenate([np.empty(0, np.int64), *(part.numbers for part in self._parts)]))
        return array("q", numbers.tobytes())

    @explained
    def add(self, number: int, terms: Sequence[str]) -> None:
        """Take in a passage with all its terms; waits for another writer, raises LockedError if that takes long."""
        self.begin()
        self._pending.add(number, terms)
        if len(self._pending) >= _HELD:
            self._flush()

    @explained
    def remove(self, numbers: Iterable[int]) -> None:
        """Forget these passages; unknown numbers are ignored."""
        self.begin()
        self._flush()
        gone: Array = np.fromiter(numbers, np.int64)
        for at, part in enumerate(self._next):
            docs = part.docs(gone)
            if len(docs):
                smaller = part.without(docs, self.folder, self._new_name("removed"))
                self._next = (*self._next[:at], smaller, *self._next[at + 1 :])

    @explained
    def begin(self, patience: float = 5.0) -> None:
        """Become the writer, starting from the newest state; raises LockedError after `patience` seconds."""
        if self._lock.held:
            return
        with ExitStack() as undo:
            self._lock.acquire(patience)
            undo.callback(self._lock.release)
            self.refresh()
            undo.pop_all()

    def apart(self, pid: int) -> Path:
        """A new file in which the process with this number may write a segment; it is gone once that has ended."""
        return self.folder / self._new_name(f"{_APART}{pid}")

    @explained
    def adopt(self, file: Path) -> None:
        """Take in the passages of a segment that was written apart."""
        self.begin()
        name = self._new_name("segment")
        file.replace(self.folder / name)
        self._next = (*self._next, self._whole(name))

    @explained
    def commit(self, version: int, *, hold: bool = False) -> None:
        """Make all changes visible and durable, as the given version of the store; `hold` keeps the writer's lock."""
        self.begin()
        self._flush()
        self._publish(version)
        self._sweep()
        chosen = mergeable(self._parts)
        while chosen and sum(part.segment.size for part in chosen) <= _AT_ONCE:
            self._merge(chosen)
            chosen = mergeable(self._parts)
        if hold:
            return
        self._lock.release()
        if chosen and not (self._merger and self._merger.is_alive()):
            # Not a daemon: a program that ends waits for it, so that bulk loads leave one large segment.
            self._merger = Thread(target=_merge_apart, args=(self.folder,), name="merge segments")
            self._merger.start()

    @explained
    def merge(self) -> None:
        """Merge segments of like size until none are left; others may read and write meanwhile.

        Must not be called between a change and its commit.
        """
        self.refresh()
        while chosen := mergeable(self._parts):
            try:
                self._merge(chosen)
            finally:
                self._lock.release()

    @explained
    def discard(self) -> None:
        """Leave no index in the folder; the writer's lock is held until the engine is closed."""
        self.begin()
        (self.folder / manifests.NAME).unlink(missing_ok=True)

    @explained
    def statistics(self, terms: Iterable[str]) -> Statistics:
        """The statistics of the live passages, with the document frequencies of these terms (0 if unknown)."""
        return Statistics(
            sum(part.entry.passages for part in self._parts),
            sum(part.entry.length for part in self._parts),
            {term: sum(part.frequency(term) for part in self._parts) for term in terms},
        )

    @explained
    def search(self, terms: Mapping[str, float], limit: int, statistics: Statistics | None = None) -> list[Match]:
        """The best `limit` passages that hold at least one term; see `Engine.search`."""
        if limit < 1:
            return []
        model = Model(statistics or self.statistics(terms), k1=self._k1, b=self._b)
        formula = Formula(model.k1, model.b, model.avgdl)
        weights = model.weights(terms)
        found: list[Match] = []
        for part in self._parts:
            held = {term: postings for term in weights if (postings := part.segment.postings(term))}
            if held:
                floor = found[-1].score if len(found) == limit else 0.0
                chosen = [weights[term] for term in held]
                best = top_k(part.segment, list(held.values()), chosen, formula, part.live, limit, floor)
                found += [
                    Match(int(part.segment.numbers[doc]), score, tuple(compress(held, holds)))
                    for score, doc, holds in best
                ]
                found = sorted(found, key=lambda match: (-match.score, match.number))[:limit]
        return found

    @explained
    def verify(self) -> None:
        """Read everything; raises StaleIndexError at the first damage. Searches check only what they read."""
        for part in self._parts:
            part.segment.file.check_all()

    def close(self) -> None:
        """Forget what is not committed, wait for a merge that is under way, and release files."""
        if self._merger:
            self._merger.join()
        self._parts = self._next = ()
        self._pending = Pending()
        self._lock.release()

    def _flush(self) -> None:
        """Write the passages held in memory as a segment, not yet part of the index."""
        if self._pending.passages:
            file = self._new_name("segment")
            self._pending.write(self.folder / file)
            self._pending = Pending()
            self._next = (*self._next, self._whole(file))

    def _merge(self, chosen: Sequence[LiveSegment]) -> None:
        """Replace some segments by one; only publishing it needs the lock, which is held on return."""
        merged = self.folder / f"{_APART}{os.getpid()}-{get_ident()}"
        try:
            merge(chosen, merged)
            self.begin(_PATIENT)
            if {part.entry.file for part in chosen} <= {part.entry.file for part in self._parts}:
                self._exchange(chosen, merged)
        finally:
            merged.unlink(missing_ok=True)  # a sweep spares it as long as this process runs
        self._sweep()

    def _exchange(self, chosen: Sequence[LiveSegment], merged: Path) -> None:
        """Publish a merged segment in the place of those that were chosen, without what they have lost since."""
        now = {part.entry.file: part for part in self._parts}
        file = self._new_name("segment")
        merged.replace(self.folder / file)
        whole = self._whole(file)
        gone = whole.docs(np.concatenate([now[part.entry.file].lost_since(part) for part in chosen]))
        if len(gone):
            whole = whole.without(gone, self.folder, self._new_name("removed"))
        replaced = {part.entry.file for part in chosen}
        self._next = (*(part for part in self._parts if part.entry.file not in replaced), whole)
        self._publish(self.version)

    def _whole(self, file: str) -> LiveSegment:
        segment = Segment(self.folder / file)
        entry = Entry(file, None, len(segment), int(segment.lengths.sum(dtype=np.int64)))
        return LiveSegment(segment, np.empty(0, np.uint32), entry)

    def _publish(self, version: int) -> None:
        highest = max([self.highest, *(int(part.segment.numbers[-1]) for part in self._next if len(part.segment))])
        self._next = tuple(part for part in self._next if part.entry.passages)
        entries = tuple(part.entry for part in self._next)
        self._manifest = replace(self._manifest, version=version, highest=highest, entries=entries)
        self._manifest.save(self.folder)
        self._parts = self._next
        self._stamp = self._stamp_on_disk()

    def _load(self, manifest: Manifest) -> None:
        known = {part.entry: part for part in self._parts}
        self._parts = self._next = tuple(
            known.get(entry) or LiveSegment.open(self.folder, entry) for entry in manifest.entries
        )
        self._manifest = manifest

    def _start_anew(self) -> None:
        self._lock.acquire()
        serials = [int(path.name[-6:]) for path in self.folder.glob("*-??????")]
        self._manifest = Manifest(following=max(serials, default=0) + 1)

    def _new_name(self, kind: str) -> str:
        serial = self._manifest.following
        self._manifest = replace(self._manifest, following=serial + 1)
        return f"{kind}-{serial:06}"

    def _sweep(self) -> None:
        """Delete what no committed state needs: merged segments, and leftovers of writers that died."""
        needed = self._manifest.files() | {manifests.NAME, _LOCK}
        for path in self.folder.iterdir():
            if path.name not in needed and not _being_written(path.name):
                path.unlink(missing_ok=True)

    def _stamp_on_disk(self) -> tuple[int, int]:
        try:
            status = (self.folder / manifests.NAME).stat()
        except FileNotFoundError:
            return 0, 0
        return status.st_ino, status.st_mtime_ns


def _merge_apart(folder: Path) -> None:
    """Merge in a thread, by an engine of its own."""
    try:
        with closing(SegmentEngine.open(folder)) as engine:
            engine.merge()
    except FootnoteError:
        # Merging only saves time: the index is whole without it, and the next commit tries again. Damage that was met
        # here is met, and mended, by the next search as well.
        return


def _being_written(name: str) -> bool:
    """Whether a file is written by a process that still runs."""
    if not name.startswith(_APART):
        return False
    try:
        os.kill(int(name.split("-")[1]), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
