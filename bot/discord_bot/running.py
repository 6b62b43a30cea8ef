"""Counts the answers that are being worked on, so that a stopping bot can let them finish."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Running:
    """The answers at work."""

    def __init__(self) -> None:
        self._count = 0
        self._idle = asyncio.Event()
        self._idle.set()

    @contextmanager
    def task(self) -> Iterator[None]:
        """Within it, an answer is being worked on."""
        self._count += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._count -= 1
            if not self._count:
                self._idle.set()

    async def finished(self, *, seconds: float) -> bool:
        """Wait until no answer is being worked on, `seconds` at most; whether that was reached."""
        try:
            await asyncio.wait_for(self._idle.wait(), seconds)
        except TimeoutError:
            return False
        return True
