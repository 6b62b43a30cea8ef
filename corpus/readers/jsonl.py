"""JSON Lines, plain or compressed with gzip: a document a line, read as a stream; also JSON arrays and objects."""

import gzip
import json
from collections.abc import Iterator
from typing import BinaryIO, cast

from corpus.documents import Draft
from corpus.errors import IntakeError
from corpus.identity import TextIds
from corpus.readers.base import MAX_BYTES, MAX_MIB, Place, build, content, decode, tidy
from corpus.readers.compressed import DAMAGE, GZIP

_TOO_LARGE = (
    "the file is larger than {most} MiB, the limit for one document; "
    "save it as JSON Lines (.jsonl), a document a line, which has no limit"
)
_DAMAGED = "the compressed file is damaged from here on ({error})"
_LINE_TOO_LARGE = "the line is larger than {most} MiB, the limit for one document; split it"
_NOT_JSON = "not complete JSON ({error}, character {character})"


def matches(place: Place, head: bytes) -> bool:
    """Named as JSON, or text that begins with an object that has a key."""
    name = place.name.removesuffix(".gz")
    if head.startswith(GZIP):
        return name.endswith((".jsonl", ".ndjson"))
    return name.endswith((".jsonl", ".ndjson", ".json")) or head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b'{"')


def read(stream: BinaryIO, place: Place) -> Iterator[Draft | IntakeError]:
    """A document for each line or element with a `text`; ids stay as given, and are made from the text where none is.

    A line that cannot be read is yielded as an error that names it, and the next is read. Each line is 32 MiB at
    most; a file has no limit.
    """
    if place.suffix == ".json":
        yield from _array(stream, place)
        return
    head = stream.read(2)
    stream.seek(0)
    lines = cast(BinaryIO, gzip.GzipFile(fileobj=stream)) if head == GZIP else stream
    number = 0
    ids = TextIds(place.text)
    try:
        for number, line in enumerate(_lines(lines), 1):
            yield from _from_line(line, place, number, ids)
    except DAMAGE as error:
        yield IntakeError(f"{place.text}, line {number + 1}", _DAMAGED, error=error)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream; of one beyond the limit only the beginning, which is still beyond it."""
    while line := stream.readline(MAX_BYTES + 1):
        yield line
        while len(line) > MAX_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_BYTES + 1)


def _from_line(line: bytes, place: Place, number: int, ids: TextIds) -> Iterator[Draft | IntakeError]:
    source = f"{place.text}, line {number}"
    if len(line) > MAX_BYTES:
        yield IntakeError(source, _LINE_TOO_LARGE, most=MAX_MIB)
        return
    if not line.strip():
        return
    try:
        record = parsed(line, source)
    except IntakeError as error:
        yield error
    else:
        yield from _from_record(record, place, source, ids)


def parsed(line: bytes, source: str) -> object:
    """What a line of JSON Lines holds. Raises IntakeError, with `source` as its name, where that is no JSON."""
    try:
        return json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise IntakeError(source, "not UTF-8 (byte {byte} of the line)", byte=error.start + 1) from error
    except json.JSONDecodeError as error:
        raise IntakeError(source, _NOT_JSON, error=error.msg, character=error.pos + 1) from error
    except (ValueError, RecursionError) as error:
        raise IntakeError(source, "nested too deeply, or with a number too long, to be read") from error


def _array(stream: BinaryIO, place: Place) -> Iterator[Draft | IntakeError]:
    """A file that is one JSON value: an array of documents, or one document; else its lines are tried."""
    raw = content(stream, place, too_large=_TOO_LARGE)
    ids = TextIds(place.text)
    try:
        value = json.loads(decode(raw, place))
    except (ValueError, RecursionError):
        for number, line in enumerate(raw.splitlines(), 1):
            yield from _from_line(line, place, number, ids)
        return
    for number, record in enumerate(value if isinstance(value, list) else [value], 1):
        yield from _from_record(record, place, f"{place.text}, document {number}", ids)


def _from_record(record: object, place: Place, source: str, ids: TextIds) -> Iterator[Draft | IntakeError]:
    if not isinstance(record, dict):
        yield IntakeError(source, "a document is a JSON object, this is {kind}", kind=type(record).__name__)
        return
    text, id_ = record.get("text"), record.get("id")
    if not isinstance(text, str):
        yield IntakeError(source, 'no "text" in it' if text is None else '"text" is not a string')
        return
    if isinstance(id_, bool | float | list | dict) or (isinstance(id_, str) and not tidy(id_).strip()):
        yield IntakeError(source, '"id" must be a string or a whole number')
        return
    text = tidy(text)
    given = ids.of(text) if id_ is None else tidy(str(id_))
    when = record.get("published") or record.get("date")
    for item in build(place, text, id=given, published=when, known=record):
        yield item.of(source) if isinstance(item, IntakeError) else item
