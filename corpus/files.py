"""Walking folders: the files at or below a path, none of them outside of it."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import GoneError, IntakeError
from corpus.readers.base import Place

_LEADS_OUT = "a link that leads out of the folder or nowhere; it is not followed"


def files(path: Path, ignored: Path | None) -> Iterator[Path | IntakeError]:
    """The regular files at or below a path that was given; hidden ones only if it is one itself."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield unreadable(path, error)
        return
    if stat.S_ISDIR(mode):
        yield from _below(path, path, ignored)
    elif not stat.S_ISREG(mode):
        yield IntakeError(Place.file(path).text, "neither a file nor a folder")
    elif path != ignored:
        yield path


def _below(folder: Path, root: Path, ignored: Path | None) -> Iterator[Path | IntakeError]:
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield unreadable(folder, error)
        return
    for entry in entries:
        if not entry.is_symlink():
            yield from _below(entry, root, ignored) if entry.is_dir() else files(entry, ignored)
        elif not _stays_within(entry, root):
            yield IntakeError(Place.file(entry).text, _LEADS_OUT)


def _stays_within(link: Path, root: Path) -> bool:
    """Whether a link's target is in the folder that is read: then it is met there, under its own name."""
    try:
        return link.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; one that the system refuses does not, and `files` says why."""
    try:
        return path.is_dir()
    except OSError:
        return False


def absolute(path: Path) -> Path:
    """Without links on the way; unlike `Path.resolve()` it leaves a loop of links to whoever opens it."""
    return Path(os.path.realpath(path))


def unreadable(path: Path, error: OSError) -> IntakeError:
    """What the system says of a file that it does not open."""
    kind = GoneError if isinstance(error, FileNotFoundError) else IntakeError
    return kind(Place.file(path).text, "cannot be read ({error})", error=error.strerror or error)
