"""Plain text, in whatever encoding it was saved."""

import mimetypes
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from corpus.documents import Document
from corpus.errors import IntakeError
from corpus.readers.base import build, content, decode, is_binary

_LONGEST_HEADLINE = 25
# The table that ships with Python only: what this machine has installed must not change what is read.
_TYPES = mimetypes.MimeTypes(filenames=())


def matches(path: Path, head: bytes) -> bool:
    """Text that its name does not declare to be something else than prose (a table, a program)."""
    return not is_binary(head) and _TYPES.guess_type(path.name)[0] in (None, "text/plain")


def read(stream: BinaryIO, path: Path) -> Iterator[Document | IntakeError]:
    """One document, titled by its first line if that is a headline."""
    text = decode(content(stream, path), path).removeprefix("\ufeff")
    for item in build(path, text):
        yield item if isinstance(item, IntakeError) else _titled(item)


def _titled(document: Document) -> Document:
    """A headline is the first unmarked line: short, without the full stop of a sentence, and not all there is."""
    skipped = {start for start, _ in document.marked}
    position = 0
    lines = []
    for line in document.text.splitlines(keepends=True):
        if line.strip() and position not in skipped:
            lines.append(line.strip())
        if len(lines) == 2:
            break
        position += len(line)
    words = lines[0].split() if len(lines) == 2 else []
    if not 3 <= len(words) <= _LONGEST_HEADLINE or words[-1].rstrip("\"'”’)").endswith((".", ":", ",", ";", "!", "…")):
        return document
    return replace(document, title=" ".join(words))
