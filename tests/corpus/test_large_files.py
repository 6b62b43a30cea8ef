"""What is larger than one document may be: read as a stream where a format allows, else refused with what to do."""

import gzip
import json
from collections.abc import Iterator
from io import BytesIO

import pytest

from corpus.documents import Draft
from corpus.errors import IntakeError
from corpus.intake import Reading
from corpus.readers import reader_for
from corpus.readers.base import MAX_BYTES, Item, Link, Part, Place
from corpus.web import Web
from tests.corpus.conftest import Site
from tests.corpus.conftest import site as site
from tests.corpus.conftest import web as web

PARAGRAPH = "The ferry left at dawn. " * 50_000  # 1.2 million characters
ENOUGH = MAX_BYTES // len(PARAGRAPH) + 2


def items(name: str, raw: bytes) -> Iterator[Item]:
    place = Place(f"/{name}", name)
    stream = BytesIO(raw)
    return reader_for(stream, place).read(stream, place)


def chat(contents: list[str], end: str = '], "messageCount": 2}') -> bytes:
    head = {
        "guild": {"id": "1", "name": "Club"},
        "channel": {"id": "2", "name": "news", "topic": 'our "messages": [here]'},
        "dateRange": {"after": None},
    }
    messages = [
        {
            "id": str(number),
            "type": "Default",
            "timestamp": "2026-05-03T10:00:00+00:00",
            "content": said,
            "author": {"name": "ann", "isBot": False},
        }
        for number, said in enumerate(contents, 1)
    ]
    told = ",\n  ".join(json.dumps(message) for message in messages)
    return f'{json.dumps(head, indent=2)[:-2]},\n  "messages": [\n  {told}{end}'.encode()


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("chat.json", chat([PARAGRAPH] * ENOUGH)),
        ("a.jsonl", b"".join(json.dumps({"text": PARAGRAPH}).encode() + b"\n" for _ in range(ENOUGH))),
        ("a.csv", b"id,text\n" + b"".join(f"{i},{PARAGRAPH}\n".encode() for i in range(ENOUGH))),
    ],
    ids=["chat export", "JSON Lines", "table"],
)
def test_a_file_of_many_documents_may_be_of_any_size(name: str, raw: bytes) -> None:
    assert len(raw) > MAX_BYTES
    assert [isinstance(item, Draft) for item in items(name, raw)] == [True] * ENOUGH


@pytest.mark.parametrize(
    ("name", "advice"), [("a.txt", "split it"), ("a.json", "save it as JSON Lines"), ("a.md", "split it")]
)
def test_a_file_that_must_be_read_at_once_is_refused_with_what_to_do(name: str, advice: str) -> None:
    with pytest.raises(IntakeError, match=f"larger than 32 MiB.*{advice}"):
        list(items(name, b"a" * (MAX_BYTES + 1)))


def test_a_chat_export_is_the_same_however_its_blocks_fall() -> None:
    said = [f"Message {number}: “{'é' * number}”" for number in range(300)] + [PARAGRAPH.strip()]
    assert [item.text for item in items("chat.json", chat(said)) if isinstance(item, Draft)] == said


def test_of_a_chat_export_that_was_cut_off_the_messages_before_are_kept() -> None:
    found = items("chat.json", chat(["One.", "Two."], end=',{"id": "3", "ty'))
    assert [next(found), next(found)] == list(items("chat.json", chat(["One.", "Two."])))
    with pytest.raises(IntakeError, match=r"no whole export .* its first 2 messages were read"):
        next(found)


def test_a_message_beyond_the_limit_ends_the_reading_of_an_export() -> None:
    with pytest.raises(IntakeError, match="no whole export"):
        list(items("chat.json", chat(["a" * (MAX_BYTES + (2 << 20))])))


def test_a_file_packed_with_gzip_is_the_file_within() -> None:
    (part,) = items("map.xml.gz", gzip.compress(b"<urlset><url><loc>https://e.example/a</loc></url></urlset>"))
    assert isinstance(part, Part)
    assert part.place == Place("/map.xml.gz/map.xml", "map.xml")
    assert list(items(part.place.name, part.raw)) == [Link("https://e.example/a")]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (gzip.compress(bytes(MAX_BYTES + 1)), "holds more than 32 MiB"),
        (gzip.compress(b"The ferry left.")[:-9], "damaged"),
        (b"\x1f\x8bnothing", "damaged"),
    ],
    ids=["bomb", "cut off", "no gzip"],
)
def test_what_cannot_be_unpacked_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(IntakeError, match=reason):
        list(items("a.txt.gz", raw))


def test_the_pages_of_a_packed_sitemap_are_read(site: Site, web: Web) -> None:
    url = site.page("/a", f"<html><body><article><p>{PARAGRAPH[:500]}</p></article></body></html>")
    site.page("/map.xml.gz", gzip.compress(f"<urlset><url><loc>{url}</loc></url></urlset>".encode()))
    index = site.page("/maps", f"<sitemapindex><sitemap><loc>{site.url('/map.xml.gz')}</loc></sitemap></sitemapindex>")
    found = list(Reading(web=lambda: web).documents([index]))
    assert [item.url for item in found if isinstance(item, Draft)] == [url]
