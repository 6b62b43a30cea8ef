"""From paths to documents: walking folders, choosing readers, adding what a metadata table knows."""

import csv
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from corpus.documents import Document
from corpus.errors import IntakeError, UsageError
from corpus.published import iso
from corpus.readers import reader_for
from corpus.readers.base import HEAD, shown, text_of

_COLUMNS = ("title", "publisher", "author", "published", "url")


def read(paths: Sequence[str], metadata: Path | None = None) -> Iterator[Document | IntakeError]:
    """The documents in files and folders (recursively, in the order of their names), one at a time.

    What cannot be read is yielded as an IntakeError that names it, and the rest goes on. `metadata` is a CSV file
    with a column `path`, relative to its folder, and any of title, publisher, author, published and url: they win
    over what a document says of itself. Raises UsageError when that file cannot be used.
    """
    rows: dict[Path, Mapping[str, str]] = {}
    ignored = None
    if metadata is not None:
        ignored = _absolute(metadata)
        rows, errors = _table(metadata)
        yield from errors
    for given in paths:
        if not given.strip():
            raise UsageError("an empty path names nothing; name a file or a folder")
        if "://" in given:
            yield IntakeError(given, "web addresses are not read yet; save the page as a file and add that")
            continue
        for found in _files(_absolute(Path(given)), ignored):
            yield from [found] if isinstance(found, IntakeError) else _documents(found, rows.get(found, {}))


def _documents(path: Path, known: Mapping[str, str]) -> Iterator[Document | IntakeError]:
    """Everything in one file; whatever goes wrong with it is its own."""
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD)
            if not head:
                raise IntakeError(shown(path), "the file is empty")
            stream.seek(0)
            reader = reader_for(path, head)
            if reader is None:
                kind = path.suffix or "without a suffix"
                raise IntakeError(shown(path), f"not a format that is read ({kind}, or binary content)")
            for item in reader.read(stream, path):
                yield _completed(item, known) if isinstance(item, Document) else item
    except IntakeError as error:
        yield error
    except OSError as error:
        yield _unreadable(path, error)


def _completed(document: Document, known: Mapping[str, str]) -> Document:
    """The document with what the metadata table says of it."""
    given = {column: known.get(column) or getattr(document, column) for column in _COLUMNS}
    return Document(document.id, document.text, **given, path=document.path, marked=document.marked)


def _files(path: Path, ignored: Path | None) -> Iterator[Path | IntakeError]:
    """The regular files at or below a path that was given; hidden ones only if it is one itself."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield _unreadable(path, error)
        return
    if stat.S_ISDIR(mode):
        yield from _below(path, path, ignored)
    elif not stat.S_ISREG(mode):
        yield IntakeError(shown(path), "neither a file nor a folder")
    elif path != ignored:
        yield path


def _below(folder: Path, root: Path, ignored: Path | None) -> Iterator[Path | IntakeError]:
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield _unreadable(folder, error)
        return
    for entry in entries:
        if not entry.is_symlink():
            yield from _below(entry, root, ignored) if entry.is_dir() else _files(entry, ignored)
        elif not _stays_within(entry, root):
            yield IntakeError(shown(entry), "a link that leads out of the folder or nowhere; it is not followed")


def _stays_within(link: Path, root: Path) -> bool:
    """Whether a link's target is in the folder that is read: then it is met there, under its own name."""
    try:
        return link.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _absolute(path: Path) -> Path:
    """Without links on the way; unlike `Path.resolve()` it leaves a loop of links to whoever opens it."""
    return Path(os.path.realpath(path))


def _unreadable(path: Path, error: OSError) -> IntakeError:
    return IntakeError(shown(path), f"cannot be read ({error.strerror or error})")


def _table(file: Path) -> tuple[dict[Path, Mapping[str, str]], list[IntakeError]]:
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
    path = _absolute(file.parent / named)
    if not named or not path.exists():
        errors.append(IntakeError(source, f"there is no file {named!r}" if named else "the path is empty"))
        return
    cells = {column: text for column in _COLUMNS if (text := text_of(row.get(column)))}
    if "published" in cells:
        stated = cells.pop("published")
        when = iso(stated)
        if when:
            cells["published"] = when
        else:
            errors.append(IntakeError(source, f"{stated!r} is not a date that can be read; write YYYY-MM-DD"))
    rows[path] = cells
