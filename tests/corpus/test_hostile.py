"""Files made to keep a reader busy: they are cut up, passed over, or read in another process and given up."""

import resource
from collections.abc import Callable
from io import BytesIO

import pytest

from corpus.documents import Draft
from corpus.errors import IntakeError
from corpus.readers import feed, html, markdown, reader_for, sitemap
from corpus.readers.base import Item, Part, Place
from corpus.readers.isolation import Limits, apart
from corpus.sentences import sentences
from tests.corpus import made

MIB = 1 << 20
STORY = "The ferry left at dawn, the harbour office said. Forty people were on board, and nobody was late.\n\n"
PAGE = b"<html><body><article><p>" + STORY.encode() * 5 + b"</p></article>%s</body></html>"


def found(raw: bytes, name: str) -> list[Item]:
    place = Place(f"/{name}", name)
    stream = BytesIO(raw)
    try:
        return list(reader_for(stream, place).read(stream, place))
    except IntakeError as error:
        return [error]


def read_apart(raw: bytes, name: str) -> bool:
    """Whether another process did the reading: the memory of those that have ended is counted."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_minflt
    assert any(isinstance(item, Draft) for item in found(raw, name))
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_minflt > before


@pytest.mark.parametrize(
    ("name", "raw", "apart"),
    [
        ("a.md", STORY.encode() * 10, False),
        ("a.md", STORY.encode() * 1000, True),
        ("a.md", b"![" * 40_000, True),
        ("a.html", PAGE % b"", False),
        ("a.html", PAGE % (b"<br>" * 11_000), True),
        ("a.html", PAGE % (b" " * 600_000), True),
    ],
    ids=["Markdown", "long Markdown", "open brackets", "page", "page of many tags", "long page"],
)
def test_what_could_take_long_is_read_in_a_process_of_its_own(name: str, raw: bytes, apart: bool) -> None:
    assert read_apart(raw, name) is apart


def test_markdown_that_is_read_apart_is_read_alike() -> None:
    text = f"# The ferry\n\n{STORY}- *one*\n- [two](http://x.example)\n\n" + STORY * 1000
    (draft,) = found(text.encode(), "a.md")
    here = markdown.extract(text.encode())
    assert isinstance(draft, Draft)
    assert (draft.title, draft.text) == (here.title, here.text) == ("The ferry", here.text)


@pytest.mark.parametrize(("size", "seconds"), [(0, 5), (MIB, 10), (8 * MIB, 45)])
def test_time_is_given_by_size(size: int, seconds: int) -> None:
    assert Limits.of(bytes(size)).seconds == seconds


@pytest.mark.slow
@pytest.mark.parametrize(
    ("parser", "raw"),
    [
        ("markdown", b">" * 2000 + b"a\n" + b"b\n" * 200_000),
        ("markdown", b"|a" * 200 + b"\n" + b"|-" * 200 + b"\n" + b"|\n" * 200_000),
        ("html", b"<html><body>" + b"<p>x" * 200_000),
        ("feed", b"<rss><channel><item><description>" + b"<div>" * 200_000),
    ],
)
def test_a_parser_that_comes_to_no_end_is_given_up(parser: str, raw: bytes) -> None:
    with pytest.raises(IntakeError, match=r"\b1 s\b"):
        apart(parser, raw, Place("/a", "a"), Limits(seconds=1))


PROLOGUES = {"instructions": b"<?a?>", "comments": b"<!---->", "blanks": b" \n"}


@pytest.mark.parametrize("piece", PROLOGUES.values(), ids=PROLOGUES)
def test_a_file_that_begins_with_thousands_of_nothings_is_known_or_not(piece: bytes) -> None:
    # Each of these patterns once tried every way to cut the pieces up: two to the power of their number.
    head = piece * (4000 // len(piece))
    place = Place("/a", "a")
    for known, root in ((feed, b"<rss>"), (sitemap, b"<urlset>"), (html, b"<html>")):
        matches: Callable[[Place, bytes], bool] = known.matches
        assert matches(place, head + root)
        assert not matches(place, head + b"<other>")


def test_of_a_sitemap_that_is_no_xml_at_all_nothing_is_left() -> None:
    (error,) = sitemap.read(BytesIO(b"\x00s"), Place("/map", "map"))
    assert str(error) == "/map: there is no page in this sitemap"


def test_front_matter_that_repeats_itself_is_left_out() -> None:
    bomb = "a0: &a0 {x: 1}\n" + "".join(f"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}]}}\n" for i in range(1, 99))
    fault, draft = found(f"---\ntitle: *a1\nauthor: Jane\n{bomb}---\n{STORY}".encode(), "a.md")
    assert str(fault).endswith(
        "of title, which cannot be read (it uses aliases (*name); write out what they stand for)"
    )
    assert isinstance(draft, Draft)
    assert (draft.title, draft.author, draft.text) == (None, "Jane", STORY.strip())


def test_members_of_an_archive_without_a_name_or_with_an_unprintable_one_do_no_harm() -> None:
    raw = made.archive({"XX": "The ferry left.", "Y\x01\n": "The mill closed."}).replace(b"XX", b"\0\0")
    (part,) = (item for item in found(raw, "a.zip") if isinstance(item, Part))
    assert part.place.text == "/a.zip/Y??"


@pytest.mark.parametrize("marks", ["“!", "![", "?!", "(", "…"])
def test_a_paragraph_of_marks_is_not_taken_apart(marks: str) -> None:
    text = marks * 40_000
    spans = sentences(text)
    assert "".join(text[start:end] for start, end in spans) == text
    assert len(spans) == 1


def test_a_paragraph_without_end_is_split_into_the_sentences_that_it_has() -> None:
    story = [f"“Ferry {number} left at dawn!” said the captain. " for number in range(2000)]
    text = "".join(story)
    assert [text[start:end] for start, end in sentences(text)] == [
        text[start:end] for part in story for start, end in _moved(part, text.index(part))
    ]


def _moved(part: str, by: int) -> list[tuple[int, int]]:
    return [(start + by, end + by) for start, end in sentences(part)]
