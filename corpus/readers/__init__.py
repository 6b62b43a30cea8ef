"""The readers, one file a format; a file goes to the first that knows its content."""

from pathlib import Path

from corpus.readers import html, jsonl, markdown, text
from corpus.readers.base import Reader

READERS: tuple[Reader, ...] = (jsonl, html, markdown, text)


def reader_for(path: Path, head: bytes) -> Reader | None:
    """The reader for a file that begins with `head`, or None where the format is unknown."""
    return next((reader for reader in READERS if reader.matches(path, head)), None)
