"""Everything that works beside the event loop: readers, the one writer, the ledger's keeper, answering processes."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from bot.desk import Desk
from bot.discord_bot.process import DeskProcess
from bot.discord_bot.threads import Pool, Worker
from bot.settings import Settings
from corpus.ledger import Ledger

T = TypeVar("T")


class Workers:
    """The workers of one bot. `open_desk` is called in the threads that read and write, once in each.

    Answers never wait for what is being written: the writer has a thread and a desk of its own. With
    `settings.processes` 0, questions are answered by the reader, in this process.
    """

    def __init__(self, settings: Settings, open_desk: Callable[[], Desk]) -> None:
        self.reader = Worker(open_desk, "reader")
        self.writer = Worker(open_desk, "writer")
        self.ledger = Worker(partial(Ledger, settings.data), "ledger")
        self._answering = Pool(partial(DeskProcess, settings.data), settings.processes) if settings.processes else None

    async def start(self) -> None:
        """Open what answering needs. Raises what opening raises."""
        await asyncio.gather(self.reader.start(), self.ledger.start())
        if self._answering:
            await self._answering.start()

    async def answer(self, job: Callable[[Desk], T], *, seconds: float) -> T:
        """What a picklable job returns that only reads. Raises what it raises, and TimeoutError after `seconds`."""
        if self._answering is None:
            return await self.reader.run(job, seconds=seconds)
        return await self._answering.run(lambda process: process.do(job), seconds=seconds)

    async def close(self, *, seconds: float) -> None:
        """Close everything after the jobs at hand. Raises TimeoutError after `seconds`."""
        closing = [worker.close(seconds=seconds) for worker in (self.reader, self.writer, self.ledger)]
        if self._answering:
            closing.append(self._answering.close(seconds=seconds))
        await asyncio.gather(*closing)
