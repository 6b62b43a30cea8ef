"""Analysis and sorting of many passages in a process of its own, so that a bulk load uses another core.

    python -m index.apart

takes jobs from standard input and says on standard output which are done, both pickled, until its input ends.
"""

import pickle
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Final

from corpus.documents import Passage
from index.analysis import Analyzer, indexed
from index.segments.build import Pending

_ROOT: Final = Path(__file__).parents[1]
_WAITING: Final = 16  # jobs that may wait, so that neither process stands still while the other one writes
_Job = list[tuple[int, str, list[str]]] | Path  # passages as number, title and parts; or where to write them


class Apart:
    """Takes passages and writes them as segments, as `index.segments.build.Pending` does, but elsewhere and later.

    `written` counts the segments that are complete; once `failed`, there will be no more.
    """

    def __init__(self) -> None:
        self.written = 0
        self.failed = False
        self._jobs: Queue[_Job | None] = Queue(_WAITING)
        # In a session of its own: Ctrl-C is for the process that has to bring things to an end. No other folder's
        # modules, and no traceback: what is lost here is made up for by whoever asked.
        self._process = subprocess.Popen(
            [sys.executable, "-m", "index.apart"], cwd=_ROOT, start_new_session=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._feeder = Thread(target=self._feed, name="feed the indexing process", daemon=True)
        self._feeder.start()

    @property
    def pid(self) -> int:
        """The number of the other process."""
        return self._process.pid

    def add(self, passages: Iterable[tuple[int, Passage]]) -> None:
        """Take passages, with their numbers."""
        self._jobs.put([(number, *indexed(passage)) for number, passage in passages])

    def write(self, path: Path) -> None:
        """Write what was taken since the last time as a segment."""
        self._jobs.put(path)

    def finish(self) -> None:
        """Wait until everything is done."""
        self._jobs.put(None)
        self._feeder.join()

    def close(self) -> None:
        """End the other process, whatever it is doing."""
        self._process.kill()
        self.finish()
        self._process.communicate()

    def _feed(self) -> None:
        while (job := self._jobs.get()) is not None:
            if not self.failed:
                try:
                    self._do(job)
                except (OSError, EOFError):
                    self.failed = True

    def _do(self, job: _Job) -> None:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        pickle.dump(job, stdin, protocol=5)
        stdin.flush()
        if isinstance(job, Path):
            pickle.load(stdout)
            self.written += 1


def main() -> None:
    """Do jobs until there are no more, or until whoever gave them has died."""
    analyzer, pending = Analyzer(), Pending()
    with suppress(EOFError):
        while True:
            job: _Job = pickle.load(sys.stdin.buffer)
            if isinstance(job, Path):
                pending.write(job)
                pending = Pending()
                pickle.dump(job, sys.stdout.buffer)
                sys.stdout.buffer.flush()
            else:
                for number, title, parts in job:
                    pending.add(number, analyzer.indexed_terms(title, parts))


if __name__ == "__main__":
    main()
