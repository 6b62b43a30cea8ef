"""A process that works for another one: it does its jobs, and its death is noticed whenever it comes."""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from corpus.worker import Worker


def begin() -> Callable[[int], bytes]:
    """Answers a job with so many zeros, and dies in the middle of the answer if they are fewer than none."""

    def zeros(size: int) -> bytes:
        if size < 0:
            sys.stdout.buffer.write(pickle.dumps(bytes(-size))[: size // 2])
            sys.stdout.buffer.flush()
            os.kill(os.getpid(), signal.SIGKILL)
        return bytes(size)

    return zeros


@pytest.fixture
def worker() -> Iterator[Worker]:
    with closing(Worker(begin)) as own:
        yield own


def test_jobs_are_done_in_turn(worker: Worker) -> None:
    assert [worker.do(size) for size in (3, 1, 2)] == [bytes(3), bytes(1), bytes(2)]


def test_a_death_amid_an_answer_is_told(worker: Worker) -> None:
    with pytest.raises(EOFError, match="died while it was answering"):
        worker.do(-1_000)


def test_a_death_between_two_jobs_is_told(worker: Worker) -> None:
    assert worker.do(1) == bytes(1)
    worker.kill()
    with pytest.raises((OSError, EOFError)):
        worker.do(1)
