"""Whatever bytes a file holds: documents or reasons, never anything else."""

from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.clean import cleaned
from corpus.documents import Draft
from corpus.errors import IntakeError
from corpus.passages import passages
from corpus.readers import docx, epub, feed, pdf, reader_for
from corpus.readers.base import Item, Place
from corpus.readers.isolation import Extract, UnreadableError
from tests.corpus.test_formats import FORMATS

PARSED_APART = ("PDF", "DOCX", "EPUB", "RSS", "Atom")
SITEMAP = b"<urlset><url><loc>https://e.example/a</loc></url></urlset>"
HERE = {**{name: raw for name, (raw, _, _) in FORMATS.items() if name not in PARSED_APART}, "sitemap": SITEMAP}
# A piece of a file is taken out at a place (as a share of its length) and another put in.
SPLICES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=40)), max_size=4)
NAMES = st.sampled_from(["a", "a.txt", "a.csv", "a.xml", "a.zip", "a.json", "a.md", "a.html"])


def spliced(raw: bytes, splices: list[tuple[float, int, bytes]]) -> bytes:
    for share, size, piece in splices:
        at = int(share * len(raw))
        raw = raw[:at] + piece + raw[at + size :]
    return raw


def found(raw: bytes, place: Place) -> list[Item]:
    stream = BytesIO(raw)
    try:
        return list(reader_for(stream, place).read(stream, place))
    except IntakeError as error:
        return [error]


@settings(deadline=None, max_examples=40)
@pytest.mark.parametrize("format_", HERE)
@given(name=NAMES, splices=SPLICES)
def test_a_damaged_file_gives_documents_that_can_be_stored_or_reasons(
    format_: str, name: str, splices: list[tuple[float, int, bytes]]
) -> None:
    raw = spliced(HERE[format_], splices)
    for item in found(raw, Place(f"/{name}", name)):
        if isinstance(item, Draft):
            assert item.text.strip()
            assert all(passage.text in item.text for passage in passages(cleaned(item)))
        elif isinstance(item, IntakeError):
            assert str(item).isprintable()


@settings(deadline=None, max_examples=25)
@pytest.mark.parametrize("format_", PARSED_APART)
@given(splices=SPLICES)
def test_a_parser_of_a_damaged_file_gives_a_text_or_the_reason(
    format_: str, splices: list[tuple[float, int, bytes]]
) -> None:
    said = extracted(format_, spliced(FORMATS[format_][0], splices))
    assert isinstance(said, Extract | list) or said.isprintable()


def extracted(format_: str, raw: bytes) -> Extract | list[feed.Entry] | str:
    extract: Callable[[bytes], Extract | list[feed.Entry]]
    extract = {"PDF": pdf.extract, "DOCX": docx.extract, "EPUB": epub.extract}.get(format_, feed.extract)
    try:
        return extract(raw)
    except UnreadableError as error:
        return str(error)
