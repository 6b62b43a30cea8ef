"""Uploads: files that people add lie below the data folder while they are read; what a kill left there is swept out."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath

FOLDER = "uploads"


@contextmanager
def kept_while_read(data: Path, collection: str, name: str, content: bytes) -> Iterator[Path]:
    """The file that was uploaded under this name, as long as it is read. Raises OSError where it cannot be written.

    Always the same place for the same name: a file's id comes from its path, and a changed file replaces itself.
    """
    place = data / FOLDER / collection / _file_name(name)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    try:
        yield place
    finally:
        place.unlink()


def remove(data: Path, collection: str) -> None:
    """Delete all uploads to a collection, if there are any. Raises OSError where they cannot be."""
    with suppress(FileNotFoundError):
        shutil.rmtree(data / FOLDER / collection)


def sweep(data: Path, before: float) -> None:
    """Delete the uploads written before a moment, in seconds since 1970. Raises OSError where one cannot be."""
    for file in (data / FOLDER).glob("*/*"):
        with suppress(FileNotFoundError):  # another process was faster
            if file.stat().st_mtime < before:
                file.unlink()


def _file_name(given: str) -> str:
    return re.sub(r"[^\w.-]|^\.+", "_", PurePath(given).name)[-100:] or "_"
