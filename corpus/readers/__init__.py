"""The readers, one file a format; a file goes to the first that knows its content."""

from corpus.readers import html, jsonl, markdown, text
from corpus.readers.base import Place, Reader

READERS: tuple[Reader, ...] = (jsonl, html, markdown, text)


def reader_for(place: Place, head: bytes) -> Reader | None:
    """The reader for a file that begins with `head`, or None where the format is unknown."""
    return next((reader for reader in READERS if reader.matches(place, head)), None)
