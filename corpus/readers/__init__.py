"""The readers, one file a format; a file goes to the first that knows its content."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import BinaryIO

from corpus.errors import IntakeError
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
from corpus.readers.base import HEAD, Place, Reader

# Those that know their files for certain come first; what is any text comes last.
READERS: tuple[Reader, ...] = (
    *(pdf, epub, docx, archive, discord, jsonl, compressed),
    *(feed, sitemap, html, table, markdown, text),
)


# Files of office programs that no reader knows, and what they can be saved as; a page may be named like one.
_SAVE_AS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys((".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"), "CSV"),
        **dict.fromkeys((".doc", ".odt", ".rtf", ".pages"), "DOCX"),
        **dict.fromkeys((".pptx", ".pptm", ".ppt", ".odp", ".key"), "PDF"),
    }
)
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_NOT_READ = "{kind} files are not read; save it as {other}"


def reader_for(stream: BinaryIO, place: Place) -> Reader:
    """The reader for a stream, which is left at its beginning; raises IntakeError where there is none."""
    head = stream.read(HEAD)
    if not head:
        raise IntakeError(place.text, "the file is empty")
    stream.seek(0)
    other = _SAVE_AS.get(place.suffix)
    already = other == "DOCX" and docx.matches(place, head)  # for all that it is called .doc
    if other and head.startswith(_OFFICE) and not already:
        raise IntakeError(place.text, _NOT_READ, kind=place.suffix, other=other)
    reader = next((reader for reader in READERS if reader.matches(place, head)), None)
    if reader is None:
        if not place.suffix:
            raise IntakeError(place.text, "not a format that is read (without a suffix, or binary content)")
        raise IntakeError(place.text, "not a format that is read ({kind}, or binary content)", kind=place.suffix)
    return reader
