"""Preparing documents: batches, in their order, and the same whichever process has worked on them."""

from collections.abc import Iterator
from itertools import islice

import pytest

from corpus.clean import cleaned
from corpus.documents import Document, Draft
from corpus.passages import passages
from corpus.preparing import prepared

PLAIN = Document("plain", "The ferry left at dawn, and forty people were on board of it. " * 9, published="2018-09-11")
DRAFT = Draft(
    "draft", "A long way to the island\n\nThe ferry left at dawn. It was late.\n\nShare this\n", url="https://e.example"
)
PAGES = Document("pages", "One.\n\nTwo.", pages=(0, 6), marked=((0, 4),))


def test_documents_are_cleaned_and_cut_into_passages() -> None:
    (batch,) = prepared([PLAIN, DRAFT, PAGES])
    assert list(batch.documents) == [PLAIN, cleaned(DRAFT), PAGES]
    for document, told in zip(batch.documents, batch.told, strict=True):
        assert told.passages == [(passage.start, passage.end) for passage in passages(document)]
        assert told.marked == document.marked


def test_another_process_prepares_as_this_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [PLAIN, DRAFT, PAGES, PLAIN]
    (here,) = prepared(documents)
    monkeypatch.setattr("corpus.preparing._DOCUMENTS", 2)
    there = list(prepared(documents))
    assert [document for batch in there for document in batch.documents] == list(here.documents)
    assert [told for batch in there for told in batch.told] == list(here.told)
    runs = [batch.runs[at].tolist() for batch in there for at in range(2)]
    assert runs == [here.runs[at].tolist() for at in range(4)]


def test_a_batch_ends_with_the_document_that_makes_it_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.preparing._CHARACTERS", len(PLAIN.text))
    batches = list(prepared([PAGES, PAGES, PLAIN, PLAIN, PAGES]))
    assert [(len(batch.documents), batch.is_full) for batch in batches] == [(3, True), (1, True), (1, False)]


def test_few_batches_are_read_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.preparing._DOCUMENTS", 10)
    read = []

    def endless() -> Iterator[Document]:
        for number in range(1_000):
            read.append(number)
            yield Document(str(number), f"Text {number}.")

    assert len(list(islice(prepared(endless()), 2))) == 2
    assert len(read) <= 50


def test_what_was_read_whole_comes_before_the_error_that_ended_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.preparing._DOCUMENTS", 2)

    def broken_off() -> Iterator[Document]:
        yield from [PLAIN] * 5
        raise KeyboardInterrupt

    batches = prepared(broken_off())
    assert [len(batch.documents) for batch in islice(batches, 2)] == [2, 2]
    with pytest.raises(KeyboardInterrupt):
        next(batches)
