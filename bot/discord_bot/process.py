"""A desk in a process of its own, so that answering uses another core and never holds up the event loop."""

import multiprocessing
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar, cast

from bot.desk import Desk
from corpus.errors import FootnoteError

T = TypeVar("T")

END_SECONDS = 1.0


class DeskLostError(FootnoteError):
    """The process of a desk has ended twice over the same job."""


class DeskProcess:
    """Jobs go over a pipe to a desk in another process, and what they return comes back; both have to be picklable.

    Used by one thread at a time. A process that dies is started anew and given the job once more: jobs only read.
    """

    def __init__(self, data: Path) -> None:
        self._data = data
        self._start()

    def do(self, job: Callable[[Desk], T]) -> T:
        """What the job returns when given the desk. Raises what it raises, and DeskLostError."""
        try:
            return self._try(job)
        except (EOFError, OSError):
            self.close()
            self._start()
        try:
            return self._try(job)
        except (EOFError, OSError) as error:
            raise DeskLostError("a process that answers has ended twice over one question; try again") from error

    def close(self) -> None:
        """End the process."""
        self._pipe.close()
        self._process.join(END_SECONDS)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    def _try(self, job: Callable[[Desk], T]) -> T:
        self._pipe.send(job)
        error, outcome = self._pipe.recv()
        if error is not None:
            raise error
        return cast("T", outcome)

    def _start(self) -> None:
        # A fresh interpreter: a forked one would inherit the threads' locks and the connection to Discord.
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._data), daemon=True)
        self._process.start()
        theirs.close()
        self._pipe.recv()  # that the desk is open


def _serve(pipe: Connection, data: Path) -> None:
    """Do jobs until the other end of the pipe is closed, be it because its process has been killed."""
    # Both reach every process of a terminal or a service; when to stop is the bot's to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    # An executor hands on whatever a job raises, so that it is raised where the job came from.
    with ThreadPoolExecutor(1) as thread:
        desk = thread.submit(Desk, data).result()
        pipe.send((None, None))
        while (job := _next(pipe)) is not None:
            done = thread.submit(job, desk)
            error = done.exception()
            pipe.send((error, None if error else done.result()))
        thread.submit(desk.close).result()


def _next(pipe: Connection) -> Callable[[Desk], Any] | None:
    """The next job; None where the other end is closed."""
    try:
        return cast("Callable[[Desk], Any]", pipe.recv())
    except EOFError:
        return None
