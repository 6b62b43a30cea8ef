"""Preparing documents: what storing them takes and no store is needed for, in bulk with the help of another process."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, fields
from hashlib import sha256
from operator import attrgetter
from typing import Final, NamedTuple

from corpus.clean import EDITION, cleaned
from corpus.documents import Document, Draft
from corpus.language import language
from corpus.passages import passages
from corpus.resemblance import Banded, Runs, runs_and_bands
from corpus.spans import Span
from corpus.worker import Worker

# A batch ends at whichever comes first; it bounds memory and the time that other writers wait.
_DOCUMENTS: Final = 4000
_CHARACTERS: Final = 8_000_000
_AHEAD: Final = 2  # batches that may be prepared while another one is stored

_fields = attrgetter(*(field.name for field in fields(Document) if field.compare))
_Job = Sequence[tuple[type[Document], tuple[object, ...]]]  # documents by kind and fields, which is cheaper to send
_Answer = tuple[Sequence["Told"], Runs, Banded]


class Told(NamedTuple):
    """What a document tells: digests of its text and of all of it as it was given, and what the house makes of it.

    `marked` and `passages` are places in the text, see `Document` and `Passage`.
    """

    content: str
    everything: str
    marked: tuple[Span, ...]
    language: str | None
    passages: Sequence[Span]


@dataclass(frozen=True, slots=True)
class Batch:
    """Some documents, cleaned, what each of them tells, and the runs and bands of their texts."""

    documents: Sequence[Document]
    told: Sequence[Told]
    runs: Runs
    bands: Banded

    @property
    def is_full(self) -> bool:
        """Whether it is as large as batches become: there may be more."""
        return _is_full(self.documents)


def prepared(documents: Iterable[Document]) -> Generator[Batch]:
    """The documents in batches, up to two of them ahead of whoever takes them.

    If the reading breaks off, the batches that were read whole come first, and its error then.
    """
    batches = _batches(documents)
    waiting: deque[Future[Batch]] = deque()
    with closing(_Preparing()) as preparing:
        submitted = True
        while submitted:
            submitted = False
            try:
                if batch := next(batches, None):
                    waiting.append(preparing.submit(batch))
                    submitted = True
            finally:
                # Neither an error nor Ctrl-C may lose what was read before it.
                if not submitted:
                    yield from (future.result() for future in waiting)
            if len(waiting) > _AHEAD:
                yield waiting.popleft().result()


def digest_of(text: str) -> str:
    """Sixteen bytes of SHA-256, in hexadecimal: no two texts of a collection share them by chance."""
    return sha256(text.encode()).hexdigest()[:32]


class _Preparing:
    """Prepares batches in turn beside its caller: by another process, from the first full one on."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "prepare")
        self._worker: Worker | None = None

    def submit(self, batch: Sequence[Document]) -> Future[Batch]:
        """Have a batch prepared."""
        if not self._worker and _is_full(batch):
            self._worker = Worker(_begin)
        return self._thread.submit(self._batch, batch)

    def close(self) -> None:
        """Give up what is not ready."""
        if self._worker:
            self._worker.kill()
        self._thread.shutdown(cancel_futures=True)
        if self._worker:
            self._worker.close()

    def _batch(self, documents: Sequence[Document]) -> Batch:
        told, runs, bands = self._answer([(type(document), _fields(document)) for document in documents])
        pairs = zip(documents, told, strict=True)
        clean = [one.finished(own.marked) if isinstance(one, Draft) else one for one, own in pairs]
        return Batch(clean, told, runs, bands)

    def _answer(self, job: _Job) -> _Answer:
        if self._worker:
            try:
                answer: _Answer = self._worker.do(job)
            except (OSError, EOFError):
                pass  # it has died, and what it was to do is done here
            else:
                return answer
        return _prepare(job)


def _begin() -> Callable[[_Job], _Answer]:
    return _prepare


def _prepare(job: _Job) -> _Answer:
    documents = [kind(*values) for kind, values in job]  # type: ignore[arg-type]  # they come from such a document
    return [_tell(document) for document in documents], *runs_and_bands([document.text for document in documents])


def _tell(document: Document) -> Told:
    clean = cleaned(document)
    # Of a draft it also counts by which rules it was cleaned.
    everything = f"{document!r}{EDITION}" if isinstance(document, Draft) else repr(document)
    return Told(
        digest_of(document.text),
        digest_of(everything),
        clean.marked,
        language(document.text),
        [(passage.start, passage.end) for passage in passages(clean)],
    )


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if len(batch) >= _DOCUMENTS or size >= _CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _is_full(batch: Sequence[Document]) -> bool:
    return len(batch) >= _DOCUMENTS or sum(len(document.text) for document in batch) >= _CHARACTERS
