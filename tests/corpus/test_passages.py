"""How documents are divided into passages."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Document
from corpus.passages import WHOLE, passages
from corpus.sentences import sentences

SENTENCE = st.integers(1, 60).map(lambda words: " ".join(["word"] * words).capitalize() + ".")
TEXTS = st.lists(st.tuples(SENTENCE, st.sampled_from([" ", "\n\n"])), max_size=60).map(
    lambda parts: "".join(sentence + gap for sentence, gap in parts)
)


@given(TEXTS)
def test_passages_hold_every_sentence_exactly_once_and_whole(text: str) -> None:
    found = passages(Document("d", text))
    inside = [span for p in found for span in sentences(text, p.start, p.end)]
    assert inside == sentences(text)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(TEXTS, st.lists(st.integers(0, 2000), max_size=6))
def test_marked_text_is_in_no_passage_and_everything_else_is(text: str, edges: list[int]) -> None:
    cuts = sorted({min(edge, len(text)) for edge in edges})
    marked = tuple(zip(cuts[::2], cuts[1::2], strict=False))
    covered = {i for p in passages(Document("d", text, marked=marked)) for i in range(p.start, p.end)}
    hidden = {i for start, end in marked for i in range(start, end)}
    assert not covered & hidden
    assert all(text[i].isspace() for i in set(range(len(text))) - covered - hidden)


@given(TEXTS)
def test_no_passage_is_longer_than_a_short_document_and_one_more_sentence(text: str) -> None:
    assert all(len(p.text.split()) <= WHOLE + 60 for p in passages(Document("d", text)))


def test_a_document_of_two_hundred_words_stays_whole() -> None:
    assert len(passages(Document("d", "Ten words make up every sentence of this small text. " * 20))) == 1


def test_a_longer_document_is_divided_evenly() -> None:
    text = "Ten words make up every sentence of this longer text. " * 33
    assert [len(p.text.split()) for p in passages(Document("d", text))] == [110, 110, 110]


def test_a_passage_ends_with_a_paragraph_where_one_is_near() -> None:
    sentence = "Ten words make up every sentence of this longer text. "
    text = f"{sentence * 11}\n\n{sentence * 16}"
    assert passages(Document("d", text))[0].text == (sentence * 11).strip()


def test_a_heading_goes_with_the_text_below_it() -> None:
    paragraph = "Ten words make up every sentence of this longer text. " * 12
    found = passages(Document("d", f"{paragraph}\n\nWhat came after\n\n{paragraph}"))
    assert [p.text.startswith("What came after") for p in found] == [False, True]


def test_an_endless_sentence_is_divided_between_words() -> None:
    words = [f"word{i}" for i in range(1000)]
    found = passages(Document("d", " ".join(words)))
    assert [word for p in found for word in p.text.split()] == words
    assert max(len(p.text.split()) for p in found) <= WHOLE


def test_an_empty_text_has_no_passages() -> None:
    assert passages(Document("d", "")) == []
