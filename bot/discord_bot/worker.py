"""The one thread that works on questions: it opens the desk, uses it and closes it; the event loop never waits."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from bot.desk import Desk

T = TypeVar("T")


class Worker:
    """Runs functions over a desk, one at a time and in order, in a thread of its own."""

    def __init__(self, open_desk: Callable[[], Desk]) -> None:
        self._open = open_desk
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="desk")
        self._desk: Desk | None = None

    async def start(self) -> None:
        """Open the desk. Raises what opening it raises."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._start)

    async def run(self, job: Callable[[Desk], T], *, seconds: float) -> T:
        """What `job` returns when given the desk. Raises what it raises, and TimeoutError after `seconds`.

        A job that is still waiting for its turn then is never run; one that has begun goes on unheard.
        """
        work = asyncio.get_running_loop().run_in_executor(self._thread, self._do, job)
        return await asyncio.wait_for(work, seconds)

    async def close(self, *, seconds: float) -> None:
        """Close the desk after the job at hand; jobs that wait are dropped. Raises TimeoutError after `seconds`."""
        done = asyncio.get_running_loop().run_in_executor(self._thread, self._stop)
        self._thread.shutdown(wait=False)
        await asyncio.wait_for(done, seconds)

    def _start(self) -> None:
        if self._desk is None:
            self._desk = self._open()

    def _do(self, job: Callable[[Desk], T]) -> T:
        self._start()
        assert self._desk is not None
        return job(self._desk)

    def _stop(self) -> None:
        if self._desk is not None:
            self._desk.close()
            self._desk = None
