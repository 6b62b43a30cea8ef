"""What every reader of a format offers, and what all of them share: limits, decoding, building a document."""

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import BinaryIO, Protocol, Self
from urllib.parse import unquote, urlsplit

from corpus.documents import Draft
from corpus.errors import IncompleteError, IntakeError
from corpus.identity import file_id
from corpus.published import iso

MAX_MIB = 32
MAX_BYTES = MAX_MIB * 1024 * 1024
# How much of a file a reader sees before it says whether the file is one of its own.
HEAD = 4096

# What may precede the first element of an XML or HTML file; atomic, or a row of instructions could be cut up in
# exponentially many ways.
PROLOGUE = rb"(?:\xef\xbb\xbf)?(?>(?:\s|<\?.*?\?>|<!--.*?-->)*)"

_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Controls but tab and newline, and lone surrogates, which no encoding can write.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# Most texts hold none of either, and one look is half the time of two.
_UNTIDY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_TOO_LARGE = "the file is larger than {most} MiB, the limit for one document; split it"
_NOT_DECODED = "the encoding is not known (byte {byte:,}); save it as UTF-8"
_NO_DATE = "stored without a date: {stated!r} is not one that can be read"
_ASCII = bytes(range(128))
# Bytes that prose in no single-byte encoding holds.
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is read from: `text` is how it is printed, stored and made into an id, `name` its file name."""

    text: str
    name: str

    @classmethod
    def file(cls, path: Path) -> Self:
        """A file, by its absolute path; whatever bytes its name has, it can be printed and stored."""
        return cls(str(path).encode("utf-8", "replace").decode(), path.name.lower())

    @classmethod
    def web(cls, url: str) -> Self:
        """A web address."""
        return cls(url, PurePosixPath(unquote(urlsplit(url).path)).name.lower())

    def member(self, name: str) -> Self:
        """A member of this archive."""
        return type(self)(f"{self.text}/{name}", PurePosixPath(name).name.lower())

    @property
    def suffix(self) -> str:
        """The ending of the name, ".txt" say, in small letters; empty where there is none."""
        return PurePosixPath(self.name).suffix


@dataclass(frozen=True, slots=True)
class Part:
    """A file within a file, to be read by the reader that knows it."""

    place: Place
    raw: bytes


@dataclass(frozen=True, slots=True)
class Link:
    """A web page that is to be read; `known` is what the one who names it says of it, as a metadata table would.

    Where the page cannot be read, `instead` takes its place.
    """

    url: str
    known: Mapping[str, str] = field(default_factory=dict)
    instead: Draft | None = None


Item = Draft | IntakeError | Part | Link


class Reader(Protocol):
    """One format; each module of this package is one."""

    def matches(self, place: Place, head: bytes) -> bool:
        """Whether a file that begins with `head` (up to 4 KiB) is of this format."""

    def read(self, stream: BinaryIO, place: Place) -> Iterator[Item]:
        """What is in `stream`; what cannot become a document is yielded as the error that says why.

        May raise IntakeError where nothing more can be read.
        """


def content(stream: BinaryIO, place: Place, *, too_large: str = _TOO_LARGE) -> bytes:
    """All of a file that must be read at once; raises IntakeError when it is empty or beyond the limit.

    `too_large` is the form of what is said then, with the limit in MiB as `most`.
    """
    raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise IntakeError(place.text, too_large, most=MAX_MIB)
    if not raw.strip():
        raise IntakeError(place.text, "the file is empty")
    return raw


def is_binary(head: bytes) -> bool:
    """Whether bytes cannot be text: control characters outside of UTF-16."""
    return not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and bool(_CONTROL_BYTES.search(head))


def decode(raw: bytes, place: Place) -> str:
    """The text of a file: UTF-8, UTF-16 with a mark, else Windows-1252 where that gives plausible text.

    Raises IntakeError for binary content and for any other encoding.
    """
    if is_binary(raw):
        raise IntakeError(place.text, "this is not text (binary content)")
    bom, encoding = next((known for known in _BOMS if raw.startswith(known[0])), (b"", "utf-8"))
    try:
        return tidy(raw[len(bom) :].decode(encoding))
    except UnicodeDecodeError as error:
        fault = IntakeError(place.text, _NOT_DECODED, byte=error.start + 1)
        # Windows-1252 is for languages that are mostly ASCII; what is mostly not was written in something else.
        if bom or 3 * len(raw.translate(None, _ASCII)) > len(raw):
            raise fault from error
    try:
        return tidy(raw.decode("cp1252"))
    except UnicodeDecodeError as error:
        raise fault from error


def tidy(text: str) -> str:
    """The text with every line end as a newline and without control characters; nothing else is touched."""
    return _UNPRINTABLE.sub("", _NEWLINES.sub("\n", text)) if _UNTIDY.search(text) else text


def text_of(value: object) -> str | None:
    """A metadata value as one line of text; None for what is missing, empty or a structure.

    Lists (several authors, say) are joined with commas; lists within lists are not, as they may be nested without end.
    """
    if isinstance(value, list):
        value = ", ".join(part for item in value if not isinstance(item, list) and (part := text_of(item)))
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        return None
    if isinstance(value, int) and value.bit_length() > 64:  # no metadata, and too long for str()
        return None
    return " ".join(tidy(str(value)).split()) or None


def build(
    place: Place,
    text: str,
    *,
    id: str | None = None,
    published: object = None,
    known: Mapping[str, object] = MappingProxyType({}),
    pages: tuple[int, ...] = (),
) -> Iterator[Draft | IntakeError]:
    """The document that a reader found; of `known` it takes title, publisher, author and url.

    Yields an IntakeError instead when there is no text, and an IncompleteError after the document when `published` is
    no date.
    """
    source = place.text if id is None else f"{place.text} ({id})"
    before = len(text) - len(text.lstrip())
    text = text.strip()
    if not text:
        yield IntakeError(source, "there is no text in it")
        return
    stated = text_of(published)
    when = iso(published) if stated else None
    title, publisher, author, url = (text_of(known.get(name)) for name in ("title", "publisher", "author", "url"))
    starts = tuple(max(0, page - before) for page in pages)
    own = id or file_id(place.text)
    yield Draft(own, text, title, publisher, author, when, url, place.text, pages=starts)
    if stated and when is None:
        yield IncompleteError(source, _NO_DATE, stated=stated[:80])
