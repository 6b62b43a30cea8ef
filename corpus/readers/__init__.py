"""The readers, one file a format; a file goes to the first that knows its content."""

from corpus.readers import (
    archive,
    compressed,
    discord,
    docx,
    epub,
    feed,
    html,
    jsonl,
    markdown,
    pdf,
    sitemap,
    table,
    text,
)
from corpus.readers.base import Place, Reader

# Those that know their files for certain come first; what is any text comes last.
READERS: tuple[Reader, ...] = (
    *(pdf, epub, docx, archive, discord, jsonl, compressed),
    *(feed, sitemap, html, table, markdown, text),
)


def reader_for(place: Place, head: bytes) -> Reader | None:
    """The reader for a file that begins with `head`, or None where the format is unknown."""
    return next((reader for reader in READERS if reader.matches(place, head)), None)
