"""Progress of long commands on a terminal, and stopping them with Ctrl-C so that what was done is kept."""

import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self, TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from bot.wording import counted
from corpus.files import absolute, files
from corpus.intake import Reading

T = TypeVar("T")


class Watch:
    """Watches a stream of documents: draws a bar of the bytes read, and ends the stream once `stop` is set.

    On anything but a terminal nothing is drawn.
    """

    def __init__(self, console: Console, sources: Sequence[str], stop: threading.Event) -> None:
        self._stop = stop
        self._total = _size(sources) if console.is_terminal else 0
        self._progress = Progress(
            BarColumn(), TextColumn("{task.fields[told]}"), TimeRemainingColumn(),
            console=console, transient=True, disable=not console.is_terminal,
        )  # fmt: skip
        self.reading: Reading | None = None

    def __call__(self, reading: Reading, items: Iterable[T]) -> Iterator[T]:
        """The same items, as long as nobody has stopped."""
        self.reading = reading
        with self._progress:
            task = self._progress.add_task("", total=self._total or None, told="")
            for count, item in enumerate(items, 1):
                yield item
                if self._stop.is_set():
                    return
                if not self._progress.disable:
                    rate = self._progress.tasks[task].elapsed or 0.0
                    told = counted(count, "document") + (f", {count / rate:,.0f}/s" if rate else "")
                    self._progress.update(task, completed=reading.position, told=told)


class Rebuilding:
    """Draws a bar while an index is brought in step with its store; on anything but a terminal nothing is drawn.

    It is left as a context, so that a building that is broken off takes the bar away and gives the cursor back.
    """

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            TextColumn("Building the index"), BarColumn(), TextColumn("{task.completed:,} of {task.total:,} passages"),
            TimeRemainingColumn(), console=console, transient=True, disable=not console.is_terminal,
        )  # fmt: skip
        self._task = self._progress.add_task("", visible=False)

    def __call__(self, done: int, total: int) -> None:
        """Show how many passages are done, and take the bar away after the last."""
        self._progress.start()
        self._progress.update(self._task, completed=done, total=total, visible=True)
        if done >= total:
            self._progress.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()


@contextmanager
def stopping() -> Iterator[threading.Event]:
    """An event that the first Ctrl-C sets; a second one interrupts as ever."""
    stop = threading.Event()

    def first(*_: object) -> None:
        stop.set()
        signal.signal(signal.SIGINT, before)

    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = signal.signal(signal.SIGINT, first)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def _size(sources: Sequence[str]) -> int:
    """The bytes of the files that are going to be read; web pages are not known before."""
    paths = (found for given in sources if "://" not in given for found in files(absolute(Path(given)), None))
    return sum(path.stat().st_size for path in paths if isinstance(path, Path))
