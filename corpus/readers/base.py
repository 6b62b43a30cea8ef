"""What every reader of a format offers, and what all of them share: limits, decoding, building a document."""

import codecs
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Protocol

from corpus.clean import marked_spans
from corpus.documents import Document
from corpus.errors import IntakeError
from corpus.identity import file_id
from corpus.published import iso

MAX_MIB = 32
MAX_BYTES = MAX_MIB * 1024 * 1024
# How much of a file a reader sees before it says whether the file is one of its own.
HEAD = 4096

_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Controls but tab and newline, and lone surrogates, which no encoding can write.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ASCII = bytes(range(128))
# Bytes that prose in no single-byte encoding holds.
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Reader(Protocol):
    """One format; each module of this package is one."""

    def matches(self, path: Path, head: bytes) -> bool:
        """Whether a file that begins with `head` (up to 4 KiB) is of this format."""

    def read(self, stream: BinaryIO, path: Path) -> Iterator[Document | IntakeError]:
        """The documents in `stream`; what cannot become one is yielded as the error that says why.

        `path` is absolute and only names the source. May raise IntakeError where nothing more can be read.
        """


def content(stream: BinaryIO, path: Path) -> bytes:
    """All of a file that must be read at once; raises IntakeError when it is empty or beyond the limit."""
    raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise IntakeError(shown(path), f"the file is larger than {MAX_MIB} MiB, the limit for one document; split it")
    if not raw.strip():
        raise IntakeError(shown(path), "the file is empty")
    return raw


def is_binary(head: bytes) -> bool:
    """Whether bytes cannot be text: control characters outside of UTF-16."""
    return not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and bool(_CONTROL_BYTES.search(head))


def decode(raw: bytes, path: Path) -> str:
    """The text of a file: UTF-8, UTF-16 with a mark, else Windows-1252 where that gives plausible text.

    Raises IntakeError for binary content and for any other encoding.
    """
    if is_binary(raw):
        raise IntakeError(shown(path), "this is not text (binary content)")
    bom, encoding = next((known for known in _BOMS if raw.startswith(known[0])), (b"", "utf-8"))
    try:
        return tidy(raw[len(bom) :].decode(encoding))
    except UnicodeDecodeError as error:
        fault = IntakeError(shown(path), f"the encoding is not known (byte {error.start + 1:,}); save it as UTF-8")
        # Windows-1252 is for languages that are mostly ASCII; what is mostly not was written in something else.
        if bom or 3 * len(raw.translate(None, _ASCII)) > len(raw):
            raise fault from error
    try:
        return tidy(raw.decode("cp1252"))
    except UnicodeDecodeError as error:
        raise fault from error


def tidy(text: str) -> str:
    """The text with every line end as a newline and without control characters; nothing else is touched."""
    return _UNPRINTABLE.sub("", _NEWLINES.sub("\n", text))


def shown(path: Path) -> str:
    """The path as it can be printed and stored, whatever bytes its name has."""
    return str(path).encode("utf-8", "replace").decode()


def text_of(value: object) -> str | None:
    """A metadata value as one line of text; None for what is missing, empty or a structure.

    Lists (several authors, say) are joined with commas; lists within lists are not, as YAML lets them hold themselves.
    """
    if isinstance(value, list):
        value = ", ".join(part for item in value if not isinstance(item, list) and (part := text_of(item)))
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        return None
    if isinstance(value, int) and value.bit_length() > 64:  # no metadata, and too long for str()
        return None
    return " ".join(tidy(str(value)).split()) or None


def build(
    path: Path,
    text: str,
    *,
    id: str | None = None,
    published: object = None,
    known: Mapping[str, object] = MappingProxyType({}),
) -> Iterator[Document | IntakeError]:
    """The document that a reader found; of `known` it takes title, publisher, author and url.

    Yields an IntakeError instead when there is no text, and one more after the document when `published` is no date.
    """
    where = shown(path)
    source = where if id is None else f"{where} ({id})"
    text = text.strip()
    if not text:
        yield IntakeError(source, "there is no text in it")
        return
    stated = text_of(published)
    when = iso(published) if stated else None
    fields = {name: text_of(known.get(name)) for name in ("title", "publisher", "author", "url")}
    yield Document(id or file_id(where), text, **fields, published=when, path=where, marked=marked_spans(text))
    if stated and when is None:
        yield IntakeError(source, f"stored without a date: {stated[:80]!r} is not one that can be read")
