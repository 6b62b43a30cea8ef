"""Tables (CSV) with a column of texts: a document a row."""

import csv
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from corpus.documents import Draft
from corpus.errors import IntakeError
from corpus.identity import TextIds
from corpus.readers.base import MAX_BYTES, Place, build, is_binary, tidy

_TEXT = ("text", "content", "body", "article")
# What other programs call the fields of a document.
_NAMES = {"publisher": ("publisher", "source", "publication"), "url": ("url", "link"), "title": ("title", "headline")}
_DATES = ("published", "date", "published_at", "pubdate")
_DAMAGED = "the table is damaged from row {row} on ({error})"
_CELL = re.compile(r"[,;\t|]")


def matches(place: Place, head: bytes) -> bool:
    """Named as a table, or text whose first line names a column of texts among others."""
    if is_binary(head):
        return False
    cells = _cells(head.decode("utf-8-sig", "replace").split("\n", 1)[0])
    return place.suffix in (".csv", ".tsv") or (len(cells) > 1 and cells[0] != "" and any(c in cells for c in _TEXT))


def _cells(line: str) -> list[str]:
    return [cell.strip().strip('"').lower() for cell in _CELL.split(line)]


def read(stream: BinaryIO, place: Place) -> Iterator[Draft | IntakeError]:
    """A document for each row that has a text; the file is read as a stream, a cell is 32 MiB at most."""
    # The limit is one for the whole of Python, and its default of 128 KiB is less than a long article.
    csv.field_size_limit(MAX_BYTES)
    lines = io.TextIOWrapper(stream, "utf-8-sig", newline="")
    try:
        header = lines.readline()
        rows = csv.reader(lines, delimiter=max(",;\t|", key=header.count))
        names = [cell.strip().lower() for cell in next(csv.reader([header], delimiter=max(",;\t|", key=header.count)))]
        if not any(name in names for name in _TEXT):
            raise IntakeError(place.text, 'no column is named "text"; name the one that holds the texts so')
        ids = TextIds(place.text)
        for number, row in enumerate(rows, 1):
            yield from _row(dict(zip(names, row, strict=False)), f"{place.text}, row {number}", place, ids)
    except UnicodeDecodeError as error:
        raise IntakeError(place.text, "the encoding is not UTF-8; save it as CSV in UTF-8") from error
    except csv.Error as error:
        raise IntakeError(place.text, _DAMAGED, row=rows.line_num, error=error) from error
    finally:
        lines.detach()


def _row(row: dict[str, str], source: str, place: Place, ids: TextIds) -> Iterator[Draft | IntakeError]:
    if not any(cell.strip() for cell in row.values()):
        return
    text = tidy(_first(row, _TEXT) or "")
    known: dict[str, object] = {name: _first(row, others) for name, others in _NAMES.items()}
    known["author"] = row.get("author")
    own = tidy(row.get("id") or "").strip() or ids.of(text)
    for item in build(place, text, id=own, published=_first(row, _DATES), known=known):
        yield item.of(source) if isinstance(item, IntakeError) else item


def _first(row: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((row[name] for name in names if row.get(name)), None)
