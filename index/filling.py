"""Filling an index: it follows its store change by change, in bulk with the help of another process."""

from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Self

from corpus.documents import Passage
from corpus.loading import Change
from index.analysis import Analyzer
from index.apart import Apart
from index.segments.engine import SegmentEngine

_MANY: Final = 2_000  # passages at once are taken for the first of a bulk load
_STEP: Final = 25_000_000  # characters: some seconds of work, which a kill may cost


class Filler:
    """Takes passages into an index whose writer's lock is held. `finish` commits and gives the lock back.

    Much is committed in steps before, so that it is kept if the process is killed. With `apart`, another process helps.
    """

    def __init__(self, engine: SegmentEngine, analyzer: Analyzer, *, apart: bool = True) -> None:
        self._engine = engine
        self._analyzer = analyzer
        self._may_help = apart
        self._helper: Apart | None = None
        self._version = engine.version
        self._whole = True
        self._characters = 0
        self._gone: list[int] = []
        # What is written elsewhere and not yet taken over: to which file, for which version, what is gone by then.
        self._steps: deque[tuple[Path, int, list[int]]] = deque()
        self._adopted = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._helper:
            self._helper.close()

    def follow(self, change: Change) -> None:
        """Take in a change of the store; `finish` notices if one was left out."""
        self._whole = self._whole and change.version == self._version + 1
        if self._whole:
            self.take(change.new, change.version, change.gone)

    def take(self, new: Sequence[tuple[int, Passage]], version: int, gone: Sequence[int] = ()) -> None:
        """Index new passages by their numbers and forget others; what is then committed shows this version."""
        self._version = version
        self._gone += gone
        if self._may_help and not self._helper and len(new) >= _MANY:
            self._helper = Apart()
        if self._helper:
            self._helper.add(new)
            self._adopt()
        else:
            for number, passage in new:
                self._engine.add(number, self._analyzer.passage_terms(passage))
        self._characters += sum(passage.end - passage.start for _, passage in new)
        if self._characters >= _STEP:
            self._step()

    def finish(self, version: int | None = None) -> bool:
        """Commit everything, as this version of the store, or else the last one that was taken.

        False if that is not everything: then the lock is still held, and the index is to be compared with its store.
        """
        if self._helper:
            if self._characters:
                self._step()
            self._helper.finish()
            self._adopt()
        whole = self._whole and not self._steps
        if whole:
            self._forget(self._gone)
            self._engine.commit(self._version if version is None else version)
        else:
            self._engine.commit(self._engine.version, hold=True)
        return whole

    def _step(self) -> None:
        """Commit what was taken so far, or have it written, to be committed once it is."""
        if self._helper:
            file = self._engine.apart(self._helper.pid)
            self._helper.write(file)
            self._steps.append((file, self._version, self._gone))
        else:
            self._forget(self._gone)
            self._engine.commit(self._version, hold=True)
        self._gone = []
        self._characters = 0

    def _adopt(self) -> None:
        """Commit what has been written meanwhile."""
        while self._helper and self._adopted < self._helper.written:
            file, version, gone = self._steps.popleft()
            self._engine.adopt(file)
            self._forget(gone)
            self._engine.commit(version, hold=True)
            self._adopted += 1

    def _forget(self, gone: Sequence[int]) -> None:
        if gone:
            self._engine.remove(gone)
