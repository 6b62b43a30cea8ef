"""The system's errors in words: a full disk, too many open files, a file that may not be read."""

import errno
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Concatenate, Final, ParamSpec, Protocol, TypeVar

from corpus.errors import StoreError

P = ParamSpec("P")
T = TypeVar("T")
_ROOM: Final = "make room on the disk, then try again"
_MENDS: Final = {
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EFBIG: _ROOM,
    errno.EMFILE: "let the process open more files (ulimit -n), then start it again",
    errno.ENFILE: "let the system open more files, then try again",
}
_OTHERWISE: Final = "check the disk and the file's permissions"


class InFolder(Protocol):
    """Something that keeps its files in one folder."""

    folder: Path


S = TypeVar("S", bound=InFolder)


def explained(method: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """The method, but raising StoreError for an OSError: which file (or folder), what happened, what to do."""

    @wraps(method)
    def explaining(self: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return method(self, *args, **kwargs)
        except OSError as error:
            file = error.filename or self.folder
            mend = _MENDS.get(error.errno or 0, _OTHERWISE)
            raise StoreError(f"{file}: the index cannot be used here ({error.strerror or error}); {mend}") from error

    return explaining
