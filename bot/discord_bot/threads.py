"""Threads that work: each opens what it works with, uses it and closes it; the event loop never waits."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import Generic, Protocol, TypeVar


class Closable(Protocol):
    """What a worker can own."""

    def close(self) -> None:
        """Release it."""


T = TypeVar("T")
R = TypeVar("R", bound=Closable)


class Worker(Generic[R]):
    """Runs functions over one thing that it owns, one at a time and in order, in a thread of its own."""

    def __init__(self, open_it: Callable[[], R], name: str = "desk") -> None:
        self._open = open_it
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._owned: R | None = None

    async def start(self) -> None:
        """Open it now rather than for the first job. Raises what opening it raises."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._start)

    async def run(self, job: Callable[[R], T], *, seconds: float) -> T:
        """What `job` returns when given what is owned. Raises what it raises, and TimeoutError after `seconds`.

        A job that is still waiting for its turn then is never run; one that has begun goes on unheard.
        """
        work = asyncio.get_running_loop().run_in_executor(self._thread, self._do, job)
        return await asyncio.wait_for(work, seconds)

    async def close(self, *, seconds: float) -> None:
        """Close it after the job at hand; jobs that wait are dropped. Raises TimeoutError after `seconds`."""
        done = asyncio.get_running_loop().run_in_executor(self._thread, self._stop)
        self._thread.shutdown(wait=False)
        await asyncio.wait_for(done, seconds)

    def _start(self) -> R:
        if self._owned is None:
            self._owned = self._open()
        return self._owned

    def _do(self, job: Callable[[R], T]) -> T:
        return job(self._start())

    def _stop(self) -> None:
        if self._owned is not None:
            self._owned.close()
            self._owned = None


class Pool(Generic[R]):
    """Runs functions over several things of a kind, of which any thread may use any: a job takes the next idle one."""

    def __init__(self, open_it: Callable[[], R], size: int) -> None:
        self._open = open_it
        self._size = size
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="pool")
        self._idle: SimpleQueue[R] = SimpleQueue()
        self._opened = 0

    async def start(self) -> None:
        """Open all of them, at the same time. Raises what opening raises."""
        loop = asyncio.get_running_loop()
        for opened in await asyncio.gather(
            *(loop.run_in_executor(self._threads, self._open) for _ in range(self._size))
        ):
            self._idle.put(opened)
            self._opened += 1

    async def run(self, job: Callable[[R], T], *, seconds: float) -> T:
        """As a worker does."""
        return await asyncio.wait_for(asyncio.get_running_loop().run_in_executor(self._threads, self._do, job), seconds)

    async def close(self, *, seconds: float) -> None:
        """Close each as soon as it is idle. Raises TimeoutError after `seconds`."""
        done = [asyncio.get_running_loop().run_in_executor(self._threads, self._stop) for _ in range(self._opened)]
        self._threads.shutdown(wait=False)
        await asyncio.wait_for(asyncio.gather(*done), seconds)

    def _do(self, job: Callable[[R], T]) -> T:
        owned = self._idle.get()
        try:
            return job(owned)
        finally:
            self._idle.put(owned)

    def _stop(self) -> None:
        self._idle.get().close()
