"""Files packed with gzip, such as sitemaps often are: the file within, for the reader that knows it."""

import gzip
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from corpus.errors import IntakeError
from corpus.readers.base import MAX_BYTES, MAX_MIB, Item, Part, Place

GZIP = b"\x1f\x8b"
_TOO_LARGE = "it holds more than {most} MiB, the limit for one document; unpack it first"
DAMAGE = (EOFError, gzip.BadGzipFile, zlib.error)


def matches(place: Place, head: bytes) -> bool:
    """Begins as such files do."""
    return head.startswith(GZIP)


def read(stream: BinaryIO, place: Place) -> Iterator[Item]:
    """One part, which is unpacked no further than a document may be large."""
    try:
        raw = gzip.GzipFile(fileobj=stream).read(MAX_BYTES + 1)
    except DAMAGE as error:
        raise IntakeError(place.text, "the compressed file is damaged ({error})", error=error) from error
    if len(raw) > MAX_BYTES:
        raise IntakeError(place.text, _TOO_LARGE, most=MAX_MIB)
    yield Part(place.member(place.name.removesuffix(".gz")), raw)
