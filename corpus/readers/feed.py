"""Feeds, RSS and Atom: an article for each entry, from the feed itself where it holds it, else from its page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO

from corpus.documents import Draft
from corpus.identity import file_id
from corpus.published import iso
from corpus.readers.base import PROLOGUE, Item, Link, Place, build, content, text_of, tidy
from corpus.readers.isolation import Limits, UnreadableError, apart, require
from corpus.readers.markup import prose

_ROOT = re.compile(PROLOGUE + rb"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL)
# RSS names authors by their mail address, and feedparser takes long endings of these for names.
_MAIL = re.compile(r"^\S+@\S+\s*\((.*)\)$")


def matches(place: Place, head: bytes) -> bool:
    """An XML file whose first element is that of a feed."""
    return _ROOT.match(head) is not None


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as the feed has it; `article` and `summary` are its words."""

    id: str
    url: str | None
    title: str | None
    publisher: str | None
    author: str | None
    published: str | None
    article: str
    summary: str


def read(stream: BinaryIO, place: Place) -> Iterator[Item]:
    """A document for each entry that holds its article; for the others a link, with the summary in its stead."""
    require("feedparser", "feeds", place)
    # Its time grows with the square of how deep elements are nested.
    raw = content(stream, place)
    for number, found in enumerate(apart("feed", raw, place, Limits.of(raw)), 1):
        yield from _items(Entry(**found), place, number)


def extract(raw: bytes) -> list[Entry]:
    """Runs in another process; raises UnreadableError."""
    import feedparser  # type: ignore[import-untyped]  # ships no annotations

    feed = feedparser.parse(BytesIO(raw))
    if not feed.entries:
        raise UnreadableError("there is no entry in this feed")
    return [_entry(entry, text_of(feed.feed.get("title"))) for entry in feed.entries]


def _entry(entry: Any, publisher: str | None) -> Entry:  # noqa: ANN401 -- feedparser has no types
    articles = (part.get("value") or "" for part in entry.get("content", ()))
    return Entry(
        id=text_of(entry.get("id")) or "",
        url=text_of(entry.get("link")),
        title=text_of(entry.get("title")),
        publisher=publisher,
        author=text_of(_MAIL.sub(r"\1", entry.get("author") or "")),
        published=text_of(entry.get("published") or entry.get("updated")),
        article=prose(max(articles, key=len, default="")),
        summary=prose(entry.get("summary") or ""),
    )


def _items(entry: Entry, place: Place, number: int) -> Iterator[Item]:
    known = {"title": entry.title, "publisher": entry.publisher, "author": entry.author, "url": entry.url}
    own = file_id(entry.id or entry.url or f"{place.text} {entry.title or number}")
    text = tidy(entry.article or entry.summary)
    built = list(build(place, text, id=own, published=entry.published, known=known))
    if entry.article or not entry.url:
        yield from built
        return
    when = {"published": iso(entry.published) if entry.published else None}
    cells = {name: value for name, value in {**known, **when}.items() if value}
    yield Link(entry.url, cells, next((item for item in built if isinstance(item, Draft)), None))
