"""From paths to documents: reading what is new, adding what a metadata table knows, passing over what is unchanged."""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from corpus.documents import Draft
from corpus.errors import IncompleteError, IntakeError, UsageError
from corpus.files import absolute, files, is_folder, unreadable
from corpus.identity import file_id
from corpus.metadata import COLUMNS, Rows, table
from corpus.readers import feed, reader_for
from corpus.readers.archive import MOST_MEMBERS
from corpus.readers.base import Link, Part, Place, Reader
from corpus.sources import Folder, Source

if TYPE_CHECKING:  # aiohttp takes longer to import than a question takes to answer
    from corpus.web import Page, Web

# Grows whenever the readers find more or other things than before: what they have read is then read again.
EDITION = 4
_READ_AS_NOW = f"{EDITION}:"  # how the digest of a source begins that these readers have read
# Archives, and lists of pages: how much is read of one with those within it, and how deep they may be nested.
MOST_BYTES = 1 << 30
DEEPEST = 2
# So many pages are read of those that one feed or sitemap names.
MOST_LINKS = 500
_BLOCK = 1 << 20
_TOO_MUCH = "the archive holds more than {files:,} files or {size} GiB; unpack it and add the folder"
_TOO_MANY_PAGES = "its source names more than {most} pages; the first are read"
_NOTHING: Mapping[str, str] = MappingProxyType({})


def read(paths: Sequence[str], metadata: Path | None = None) -> Iterator[Draft | IntakeError]:
    """The documents in files and folders (recursively, in the order of their names), one at a time.

    What cannot be read is yielded as an IntakeError that names it, and the rest goes on. `metadata` is a CSV file
    with a column `path`, relative to its folder, and any of title, publisher, author, published and url: they win
    over what a document says of itself. Raises UsageError when that file cannot be used.
    """
    return Reading().documents(paths, metadata)


@dataclass(slots=True)
class Tally:
    """How many documents a path or address gave that was asked for, and how much of it could not be read.

    `incomplete` counts what was not read of documents that it gave.
    """

    given: str
    documents: int = 0
    skipped: int = 0
    incomplete: int = 0


class Reading:
    """One run of reading, which passes over the sources that `known` remembers as they are now.

    `sources` are those that were read so far, as they are to be remembered; those that could not be read whole have
    no digest. `folders` are those among the paths. `unchanged` is how many documents the sources gave that were passed
    over, `visited` the files that were opened and the web addresses that were asked for. `web` is called once a page is
    to be read, and without it none is; of the pages that one feed or sitemap names, `most_links` are read. `tallies`
    are of what was asked for, in that order. `undated` and `untitled` count the documents that no date or title was
    found for.
    """

    def __init__(
        self,
        known: Callable[[str], Source | None] = lambda _: None,
        *,
        web: "Callable[[], Web] | None" = None,
        most_links: int = MOST_LINKS,
    ) -> None:
        self._known = known
        self._web = web
        self._most_links = most_links
        self.visited: set[str] = set()
        self.sources: list[Source] = []
        self.folders: list[Folder] = []
        self.tallies: list[Tally] = []
        self.unchanged = self.undated = self.untitled = 0
        self._finished = 0
        self._stream: BinaryIO | None = None

    @property
    def position(self) -> int:
        """How many bytes of files were read so far."""
        return self._finished + (self._stream.tell() if self._stream else 0)

    def documents(self, paths: Sequence[str], metadata: Path | None = None) -> Iterator[Draft | IntakeError]:
        """The documents in `paths`, as `read` gives them."""
        rows: Rows = {}
        ignored = None
        if metadata is not None:
            ignored = absolute(metadata)
            rows, errors = table(metadata)
            yield from errors
        for given in paths:
            if not given.strip():
                raise UsageError("an empty path names nothing; name a file, a folder or a web address")
            tally = Tally(given)
            self.tallies.append(tally)
            for item in self.page(given) if "://" in given else self._files(Path(given), ignored, rows):
                if isinstance(item, IncompleteError):
                    tally.incomplete += 1
                elif isinstance(item, IntakeError):
                    tally.skipped += 1
                else:
                    tally.documents += 1
                    self.undated += item.published is None
                    self.untitled += item.title is None
                yield item

    def _files(self, given: Path, ignored: Path | None, rows: Rows) -> Iterator[Draft | IntakeError]:
        root = absolute(given)
        if is_folder(root):
            self.folders.append(Folder(Place.file(root).text, Place.file(ignored).text if ignored else None))
        for found in files(root, ignored):
            yield from [found] if isinstance(found, IntakeError) else self.file(found, rows.get(found, _NOTHING))

    def file(self, path: Path, known: Mapping[str, str] = _NOTHING) -> Iterator[Draft | IntakeError]:
        """Everything in one file; whatever goes wrong with it is its own."""
        place = Place.file(path)
        self.visited.add(place.text)
        try:
            with path.open("rb") as stream, self._followed(stream):
                reader = reader_for(stream, place)
                source = Source(place.text, _digest(stream, known), known=known)
                before = self._known(place.text)
                if before and before.digest == source.digest and not before.gone_since:
                    self.unchanged += before.documents
                    return
                found = self._opening(known, 0).within(stream, place, reader)
                yield from self._remembered(source, found, lasting=reader is not feed)
        except IntakeError as error:
            yield error
        except OSError as error:
            yield unreadable(path, error)

    @contextmanager
    def _followed(self, stream: BinaryIO) -> Iterator[None]:
        """While a file is read, the position moves with it."""
        self._stream = stream
        size = os.fstat(stream.fileno()).st_size
        try:
            yield
        finally:
            self._stream = None
            self._finished += size

    def page(self, url: str, known: Mapping[str, str] = _NOTHING, *, depth: int = 0) -> Iterator[Draft | IntakeError]:
        """Everything at one web address, and at those that it names if it is a feed or a sitemap."""
        self.visited.add(url)
        try:
            if self._web is None:
                raise IntakeError(url, "web pages are not read here")
            before = self._known(url)
            as_now = before and before.digest.startswith(_READ_AS_NOW) and dict(before.known) == dict(known)
            same = before if as_now else None
            page = self._web().get(url, etag=same.etag if same else None, modified=same.modified if same else None)
            if page:
                yield from self._read_page(page, Place.web(url), known, same, depth)
            elif same:
                self.unchanged += same.documents
        except IntakeError as error:
            yield error

    def _read_page(
        self, page: "Page", place: Place, known: Mapping[str, str], before: Source | None, depth: int
    ) -> Iterator[Draft | IntakeError]:
        stream = BytesIO(page.raw)
        reader = reader_for(stream, place)
        digest = _digest(stream, known)
        source = Source(place.text, digest, known=known, etag=page.etag, modified=page.modified)
        if before and before.digest == digest and not before.gone_since:
            self.unchanged += before.documents
            return
        found = self._opening(known, depth).within(stream, place, reader)
        located = (_located(item, place.text, page.url) for item in found)
        yield from self._remembered(source, located, lasting=reader is not feed)

    def _opening(self, known: Mapping[str, str], depth: int) -> "_Opening":
        """A source that is read; the pages that it names are followed, as long as they are few and not too deep."""
        left = self._most_links

        def follow(link: Link) -> Iterator[Draft | IntakeError]:
            nonlocal left
            if link.url in self.visited or left < 0:
                return
            left -= 1
            if left < 0:
                yield IntakeError(link.url, _TOO_MANY_PAGES, most=self._most_links)
            elif depth >= DEEPEST:
                yield IntakeError(link.url, "it is named too deep, by a list within lists; add it by itself")
            else:
                yield from _or_instead(self.page(link.url, link.known, depth=depth + 1), link.instead)

        return _Opening(known, follow)

    def _remembered(
        self, source: Source, items: Iterator[Draft | IntakeError], *, lasting: bool
    ) -> Iterator[Draft | IntakeError]:
        """The items of a source, which is noted down after the last of them; if `lasting`, none should ever go."""
        given: list[str] = []
        whole = True
        try:
            for item in items:
                if isinstance(item, Draft):
                    given.append(item.id)
                whole = whole and isinstance(item, Draft)
                yield item
        except IntakeError as error:
            whole = False
            yield error
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self.sources.append(
            replace(
                source,
                digest=source.digest if whole else "",
                documents=len(given),
                read_at=now,
                given=frozenset(given) if whole and lasting else None,
            )
        )


class _Opening:
    """Reading one source, and the files within it as long as they keep within bounds."""

    def __init__(self, known: Mapping[str, str], follow: Callable[[Link], Iterator[Draft | IntakeError]]) -> None:
        self._known = known
        self._follow = follow
        self._parts = self._bytes = 0

    def within(self, stream: BinaryIO, place: Place, reader: Reader, depth: int = 0) -> Iterator[Draft | IntakeError]:
        """The documents in a stream, and in the files within it. Raises IntakeError where a bound is passed."""
        for item in reader.read(stream, place):
            if isinstance(item, Draft):
                yield _completed(item, self._known)
            elif isinstance(item, Part):
                yield from self._part(item, depth + 1)
            elif isinstance(item, Link):
                yield from self._follow(item)
            else:
                yield item

    def _part(self, part: Part, depth: int) -> Iterator[Draft | IntakeError]:
        self._parts += 1
        self._bytes += len(part.raw)
        if self._parts > MOST_MEMBERS or self._bytes > MOST_BYTES:
            most = {"files": MOST_MEMBERS, "size": MOST_BYTES >> 30}
            raise IntakeError(part.place.text, _TOO_MUCH, **most)
        if depth > DEEPEST:
            yield IntakeError(part.place.text, "it lies too deep, an archive within archives; unpack them first")
            return
        try:
            stream = BytesIO(part.raw)
            yield from self.within(stream, part.place, reader_for(stream, part.place), depth)
        except IntakeError as error:
            yield error


def _or_instead(found: Iterator[Draft | IntakeError], instead: Draft | None) -> Iterator[Draft | IntakeError]:
    """What was found, but for errors `instead`, if that is known."""
    for item in found:
        yield instead if instead and isinstance(item, IntakeError) else item


def _located(item: Draft | IntakeError, given: str, url: str) -> Draft | IntakeError:
    """A draft with the address where it was found, unless it names another one of the same site, or comes of a list."""
    if isinstance(item, IntakeError) or (item.id != file_id(given) and item.url):
        return item
    same_site = item.url is not None and urlsplit(item.url).netloc == urlsplit(url).netloc
    return item if same_site else replace(item, url=url)


def _completed(document: Draft, known: Mapping[str, str]) -> Draft:
    """The document with what the metadata table says of it."""
    if not known:
        return document
    title, publisher, author, published, url = (known.get(name) or getattr(document, name) for name in COLUMNS)
    return replace(document, title=title, publisher=publisher, author=author, published=published, url=url)


def _digest(stream: BinaryIO, known: Mapping[str, str]) -> str:
    """The edition of the readers, and 32 hexadecimal digits of SHA-256 over all else that decides what is found.

    The stream is rewound.
    """
    digest = sha256(f"{json.dumps(dict(known), sort_keys=True)}\n".encode())
    while block := stream.read(_BLOCK):
        digest.update(block)
    stream.seek(0)
    return _READ_AS_NOW + digest.hexdigest()[:32]
