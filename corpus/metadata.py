"""The metadata table: what a CSV file knows of documents beside it."""

import csv
from collections.abc import Mapping
from pathlib import Path

from corpus.errors import IncompleteError, IntakeError, UsageError
from corpus.files import absolute
from corpus.published import iso
from corpus.readers.base import text_of

COLUMNS = ("title", "publisher", "author", "published", "url")

Rows = Mapping[Path, Mapping[str, str]]


def table(file: Path) -> tuple[dict[Path, Mapping[str, str]], list[IntakeError]]:
    """The cells of a metadata table that are not empty, by the file they are about, and its bad rows."""
    rows: dict[Path, Mapping[str, str]] = {}
    errors: list[IntakeError] = []
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            table = csv.DictReader(lines)
            if "path" not in (table.fieldnames or ()):
                raise UsageError(f"{file}: the metadata has no column named path; name the columns in its first line")
            for row in table:
                _take_row(row, file, table.line_num, rows, errors)
    except OSError as error:
        raise UsageError(f"{file}: the metadata cannot be read ({error.strerror}); check its path") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{file}: the metadata is not CSV in UTF-8 ({error}); save it so") from error
    return rows, errors


def _take_row(
    row: Mapping[str, str], file: Path, line: int, rows: dict[Path, Mapping[str, str]], errors: list[IntakeError]
) -> None:
    source = f"{file}, line {line}"
    named = row.get("path") or ""
    path = _existing(file.parent / named)
    if not named or not path:
        errors.append(IntakeError(source, f"there is no file {named!r}" if named else "the path is empty"))
        return
    cells = {column: text for column in COLUMNS if (text := text_of(row.get(column)))}
    if "published" in cells:
        stated = cells.pop("published")
        when = iso(stated)
        if when:
            cells["published"] = when
        else:
            errors.append(IncompleteError(source, f"{stated!r} is not a date that can be read; write YYYY-MM-DD"))
    rows[path] = cells


def _existing(path: Path) -> Path | None:
    try:
        found = absolute(path)
        return found if found.exists() else None
    except (OSError, ValueError):  # the name is too long for a file, or has a NUL in it
        return None
