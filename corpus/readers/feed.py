"""Feeds, RSS and Atom: an article for each entry, from the feed itself where it holds it, else from its page."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from corpus.documents import Draft
from corpus.errors import IntakeError
from corpus.identity import file_id
from corpus.published import iso
from corpus.readers.base import Item, Link, Place, build, content, text_of
from corpus.readers.isolation import require
from corpus.readers.markup import prose

_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL
)
# RSS names authors by their mail address, and feedparser takes long endings of these for names.
_MAIL = re.compile(r"^\S+@\S+\s*\((.*)\)$")


def matches(place: Place, head: bytes) -> bool:
    """An XML file whose first element is that of a feed."""
    return _ROOT.match(head) is not None


def read(stream: BinaryIO, place: Place) -> Iterator[Item]:
    """A document for each entry that holds its article; for the others a link, with the summary in its stead."""
    require("feedparser", "feeds", place)
    import feedparser  # type: ignore[import-untyped]  # ships no annotations

    feed = feedparser.parse(BytesIO(content(stream, place)))
    if not feed.entries:
        yield IntakeError(place.text, "there is no entry in this feed")
    for entry in feed.entries:
        yield from _entry(entry, feed.feed.get("title"), place)


def _entry(entry: Any, publisher: object, place: Place) -> Iterator[Item]:  # noqa: ANN401 -- feedparser has no types
    url = text_of(entry.get("link"))
    stated = entry.get("published") or entry.get("updated")
    author = _MAIL.sub(r"\1", entry.get("author") or "")
    known = {"title": entry.get("title"), "publisher": publisher, "author": author, "url": url}
    whole = max((part.get("value") or "" for part in entry.get("content", ())), key=len, default="")
    own = file_id(text_of(entry.get("id")) or url or place.text + str(known["title"]))
    built = list(build(place, prose(whole or entry.get("summary") or ""), id=own, published=stated, known=known))
    drafts = [item for item in built if isinstance(item, Draft)]
    if whole or not url:
        yield from built
        return
    when = {"published": iso(stated) if stated else None}
    cells = {name: text for name, value in {**known, **when}.items() if (text := text_of(value))}
    yield Link(url, cells, drafts[0] if drafts else None)
