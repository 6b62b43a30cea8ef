"""Analysis and sorting of many passages in a process of its own, so that a bulk load uses another core."""

from collections.abc import Callable, Iterable
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Final

from corpus.documents import Passage
from corpus.worker import Worker
from index.analysis import REMEMBERED, Analyzer, indexed
from index.segments.build import Pending
from index.segments.vocabulary import Vocabulary

_WAITING: Final = 16  # jobs that may wait, so that neither process stands still while the other one writes
_Job = list[tuple[int, str]] | Path  # passages, as number and what is indexed of each; or where to write them


class Apart:
    """Takes passages and writes them as segments, as `index.segments.build.Pending` does, but elsewhere and later.

    `written` counts the segments that are complete; once `failed`, there will be no more.
    """

    def __init__(self) -> None:
        self.written = 0
        self.failed = False
        self._jobs: Queue[_Job | None] = Queue(_WAITING)
        self._worker = Worker(_begin)
        self._feeder = Thread(target=self._feed, name="feed the indexing process", daemon=True)
        self._feeder.start()

    @property
    def pid(self) -> int:
        """The number of the other process."""
        return self._worker.pid

    def add(self, passages: Iterable[tuple[int, Passage]]) -> None:
        """Take passages, with their numbers."""
        self._jobs.put([(number, indexed(passage)) for number, passage in passages])

    def write(self, path: Path) -> None:
        """Write what was taken since the last time as a segment."""
        self._jobs.put(path)

    def finish(self) -> None:
        """Wait until everything is done."""
        self._jobs.put(None)
        self._feeder.join()

    def close(self) -> None:
        """End the other process, whatever it is doing."""
        self._worker.kill()
        self.finish()
        self._worker.close()

    def _feed(self) -> None:
        while (job := self._jobs.get()) is not None:
            if not self.failed:
                try:
                    self._worker.do(job)
                except (OSError, EOFError):
                    self.failed = True
                else:
                    self.written += isinstance(job, Path)


def _begin() -> Callable[[_Job], None]:
    """What the other process does with its jobs."""
    analyzer = Analyzer(remembered=0)  # the vocabulary remembers
    vocabulary = Vocabulary(analyzer.word_terms)
    pending = Pending(vocabulary)

    def do(job: _Job) -> None:
        nonlocal vocabulary, pending
        if isinstance(job, Path):
            pending.write(job)
            if len(vocabulary) > REMEMBERED:
                vocabulary = Vocabulary(analyzer.word_terms)
            pending = Pending(vocabulary)
        else:
            for number, text in job:
                pending.add(number, text.split())

    return do
