"""One writer at a time: a lock that the system itself releases when its holder dies, however it dies."""

import fcntl
import os
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from corpus.errors import LockedError

_PATIENCE: Final = 5.0  # seconds
_PAUSE: Final = 0.02


class WriterLock:
    """The right to change an index, held by one engine in one process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the right."""
        return self._descriptor is not None

    def acquire(self, patience: float = _PATIENCE) -> None:
        """Take the right; after `patience` seconds of waiting for another holder, raise LockedError with its pid.

        Raises LockedError too if the index was deleted meanwhile.
        """
        if self.held:
            return
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        with ExitStack() as undo:
            undo.callback(os.close, descriptor)
            self._wait(descriptor, time.monotonic() + patience)
            if not os.fstat(descriptor).st_nlink:
                # Perhaps made anew under the same name, with a lock of its own that another writer holds.
                raise LockedError(f"The index in {self._path.parent} has just been deleted; try again.")
            os.ftruncate(descriptor, 0)
            os.write(descriptor, str(os.getpid()).encode())
            undo.pop_all()
        self._descriptor = descriptor

    def release(self) -> None:
        """Give the right back, if held."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _wait(self, descriptor: int, deadline: float) -> None:
        while not _lock(descriptor):
            if time.monotonic() > deadline:
                holder = os.read(descriptor, 20).decode() or "unknown"
                raise LockedError(
                    f"Process {holder} is changing the index in {self._path.parent}; try again when it is done."
                )
            time.sleep(_PAUSE)


def _lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
