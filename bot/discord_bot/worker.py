"""Threads that work: each opens what it works with, uses it and closes it; the event loop never waits."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
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
        self.waiting = 0

    async def start(self) -> None:
        """Open it now rather than for the first job. Raises what opening it raises."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._start)

    async def run(self, job: Callable[[R], T], *, seconds: float) -> T:
        """What `job` returns when given what is owned. Raises what it raises, and TimeoutError after `seconds`.

        A job that is still waiting for its turn then is never run; one that has begun goes on unheard.
        """
        self.waiting += 1
        try:
            work = asyncio.get_running_loop().run_in_executor(self._thread, self._do, job)
            return await asyncio.wait_for(work, seconds)
        finally:
            self.waiting -= 1

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
    """Workers that each own a thing of the same kind; a job goes to the one for which the fewest wait."""

    def __init__(self, workers: Sequence[Worker[R]]) -> None:
        self._workers = workers

    async def start(self) -> None:
        """Let all of them open what they own. Raises what opening raises."""
        await asyncio.gather(*(worker.start() for worker in self._workers))

    async def run(self, job: Callable[[R], T], *, seconds: float) -> T:
        """As a worker does."""
        return await min(self._workers, key=lambda worker: worker.waiting).run(job, seconds=seconds)

    async def close(self, *, seconds: float) -> None:
        """Close all of them. Raises TimeoutError after `seconds`."""
        await asyncio.gather(*(worker.close(seconds=seconds) for worker in self._workers))
