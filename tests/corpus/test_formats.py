"""Every format that is not plain text, read from real files: their text, their metadata, their dangers."""

import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.documents import Draft
from corpus.errors import IntakeError
from corpus.intake import read
from corpus.readers import archive as archive_reader
from corpus.readers.base import Place
from corpus.readers.isolation import Limits, isolated
from corpus.readers.reflow import reflow
from tests.corpus import made

PROSE = "The ferry left at dawn. Forty people were on board."
SOFT = "\u00ad"

COLUMNS = made.pdf(
    [(50, 700, "The ﬁrst ferry left at dawn with forty"), (50, 688, "people on board, and the harbour ofﬁce"),
     (50, 676, "counted all of them at the gang-"), (50, 664, "way before it sailed."),
     (320, 700, "Lorries stayed behind in the village"), (320, 688, "until the well-known bridge opened a-"),
     (320, 676, "gain in the spring of the next year.")],
    title="Ferry leaves at dawn", author="Jane Doe",
)  # fmt: skip
TEXT_OF_COLUMNS = (
    f"The ﬁrst ferry left at dawn with forty people on board, and the harbour ofﬁce counted all of them at the "
    f"gang{SOFT}way before it sailed.\n\n"
    f"Lorries stayed behind in the village until the well-known bridge opened a{SOFT}gain in the spring of the next "
    "year."
)

WORD = made.docx(
    made.paragraph("The ferry left at dawn.", noted=True)
    + made.table("Left at", "05:30")
    + made.paragraph("It was full."),
    title="Ferry leaves at dawn", author="Jane Doe", footnote="Said the harbour office.",
)  # fmt: skip

BOOK = made.epub(
    "<h1>The ferry</h1><p>The ferry left<br/>at <em>dawn</em>.</p>"
    "<table><tr><td>Fare</td><td>3 crowns</td></tr></table>",
    "<p>It was <code>full</code>.</p><pre>if full:\n    leave()\n</pre>",
    title="Harbour days", author="Jane Doe", publisher="Harbour Press", published="2018-09",
)  # fmt: skip

RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour Press</title><item><title>Ferry leaves at dawn</title><link>https://e.example/ferry</link>
<pubDate>Tue, 11 Sep 2018 08:30:00 GMT</pubDate><author>jane@e.example (Jane Doe)</author>
<content:encoded><![CDATA[<p>{PROSE}</p><script>x()</script>]]></content:encoded></item></channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Press</title>
<entry><id>tag:e.example,2018:1</id><title>Ferry leaves at dawn</title><link href="https://e.example/ferry"/>
<published>2018-09-11</published><author><name>Jane Doe</name></author>
<content type="html">&lt;p&gt;{PROSE}&lt;/p&gt;</content></entry></feed>"""

CHAT = {
    "guild": {"id": "11", "name": "Harbour"},
    "channel": {"id": "22", "name": "news"},
    "messages": [
        {"id": "33", "type": "Default", "timestamp": "2018-09-11T08:30:00+02:00", "content": PROSE,
         "author": {"name": "jane", "nickname": "Jane Doe", "isBot": False}},
        {"id": "34", "type": "GuildMemberJoin", "timestamp": "2018-09-11T08:31:00+02:00", "content": "joined",
         "author": {"name": "john", "isBot": False}},
        {"id": "35", "type": "Default", "timestamp": "2018-09-11T08:32:00+02:00", "content": "Beep.",
         "author": {"name": "clock", "isBot": True}},
    ],
}  # fmt: skip

CSV = f'id,title,text,date,source\n7,Ferry leaves at dawn,"{PROSE}",2018-09-11,Harbour Press\n'
TSV = f"text\tauthor\n{PROSE}\tJane Doe\n"

Known = tuple[str | None, str | None, str | None, str | None, str | None]
FORMATS: dict[str, tuple[bytes, str, Known]] = {
    "PDF": (COLUMNS, TEXT_OF_COLUMNS, ("Ferry leaves at dawn", None, "Jane Doe", None, None)),
    "DOCX": (
        WORD,
        "The ferry left at dawn.\n\nLeft at | 05:30\n\nIt was full.\n\nSaid the harbour office.",
        ("Ferry leaves at dawn", None, "Jane Doe", None, None),
    ),
    "EPUB": (
        BOOK,
        "The ferry\n\nThe ferry left\nat dawn.\n\nFare | 3 crowns\n\nIt was full.\n\nif full:\n    leave()",
        ("Harbour days", "Harbour Press", "Jane Doe", "2018-09", None),
    ),
    "RSS": (
        RSS.encode(),
        PROSE,
        ("Ferry leaves at dawn", "Harbour Press", "Jane Doe", "2018-09-11T08:30:00+00:00", "https://e.example/ferry"),
    ),
    "Atom": (
        ATOM.encode(),
        PROSE,
        ("Ferry leaves at dawn", "Harbour Press", "Jane Doe", "2018-09-11", "https://e.example/ferry"),
    ),
    "chat": (
        json.dumps(CHAT, indent=2).encode(),
        PROSE,
        ("#news", "Harbour", "Jane Doe", "2018-09-11T08:30:00+02:00", "https://discord.com/channels/11/22/33"),
    ),
    "CSV": (CSV.encode(), PROSE, ("Ferry leaves at dawn", "Harbour Press", None, "2018-09-11", None)),
    "TSV": (TSV.encode(), PROSE, (None, None, "Jane Doe", None, None)),
    "ZIP": (made.archive({"a/b.txt": PROSE}), PROSE, (None, None, None, None, None)),
}


def items(path: Path) -> list[Draft | IntakeError]:
    return list(read([str(path)]))


def faults(path: Path) -> list[str]:
    return [item.reason for item in items(path) if isinstance(item, IntakeError)]


def drafts(path: Path) -> list[Draft]:
    return [item for item in items(path) if isinstance(item, Draft)]


def written(path: Path, raw: bytes | str) -> Path:
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return path


@pytest.mark.parametrize("name", ["a.doc", "a.docm", "a"])
def test_a_word_document_is_read_whatever_word_calls_it(tmp_path: Path, name: str) -> None:
    (document,) = drafts(written(tmp_path / name, made.docx(made.paragraph(PROSE))))
    assert document.text == PROSE


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_known_by_its_content_and_gives_its_text_and_metadata(tmp_path: Path, name: str) -> None:
    raw, text, known = FORMATS[name]
    (draft,) = items(written(tmp_path / "file", raw))
    assert isinstance(draft, Draft)
    assert draft.text == text
    assert (draft.title, draft.publisher, draft.author, draft.published, draft.url) == known


def test_the_pages_of_a_pdf_are_kept_and_their_headers_and_footers_are_not(tmp_path: Path) -> None:
    pages = [
        [(50, 800, f"Harbour Gazette {2010 + i}"), (50, 700, f"Ferry number {word} left at dawn."), (50, 20, f"{i}")]
        for i, word in enumerate(["one", "two", "three", "four"], 1)
    ]
    (draft,) = drafts(written(tmp_path / "a.pdf", made.pdf(*pages)))
    assert draft.text == " ".join(f"Ferry number {word} left at dawn." for word in ("one", "two", "three", "four"))
    assert [draft.page(draft.text.index(word)) for word in ("one", "two", "three", "four")] == [1, 2, 3, 4]


def test_pages_that_are_all_alike_are_not_all_headers(tmp_path: Path) -> None:
    raw = made.pdf(*[[(50, 700, PROSE)]] * 3)
    assert drafts(written(tmp_path / "a.pdf", raw))[0].text.split(". ")[0] == "The ferry left at dawn"


def test_a_sentence_runs_on_over_the_end_of_a_page() -> None:
    text, starts = reflow([["The ferry left at dawn and", "carried forty people over"], ["the sound to the island."]])
    assert text == "The ferry left at dawn and carried forty people over the sound to the island."
    assert text[starts[1] :] == "the sound to the island."


def test_a_hyphen_that_belongs_to_the_word_stays() -> None:
    lines = ["It is well-known that the self-", "made captain left, as is well-", "known, for the off-shore island."]
    assert reflow([lines])[0].startswith("It is well-known that the self-made captain left, as is well-known, for")


def test_a_title_that_a_word_processor_made_up_is_none(tmp_path: Path) -> None:
    raw = made.pdf([(50, 700, PROSE)], title="Microsoft Word - report.doc")
    assert drafts(written(tmp_path / "a.pdf", raw))[0].title is None


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("a.pdf", b"%PDF-1.4\nand nothing that is one", "the PDF is damaged, or of a kind that is not known"),
        ("a.pdf", made.pdf([]), "there is no text in it, only pictures of pages perhaps; recognise the text first"),
        ("a.docx", made.archive({"a.txt": PROSE}), "this is not a Word document, or it is damaged"),
        ("a.epub", made.archive({"a.txt": PROSE}), "this is not an EPUB book, or it is damaged"),
        ("a.zip", made.archive({"a.txt": PROSE})[:-30], "the archive is damaged (File is not a zip file)"),
        ("a.csv", "a,b\n1,2\n", 'no column is named "text"; name the one that holds the texts so'),
        ("a.csv", b"id,text\n1,caf\xe9\n", "the encoding is not UTF-8; save it as CSV in UTF-8"),
        ("a.csv", "id,text\n1,\n", "there is no text in it"),
        ("a.json", '{"guild": {}, "channel": {}}', "this is no whole export of DiscordChatExporter; export it again"),
        ("a.xml", "<rss><channel></channel></rss>", "there is no entry in this feed"),
        ("a.xml", "<urlset></urlset>", "there is no page in this sitemap"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(tmp_path: Path, name: str, raw: bytes | str, reason: str) -> None:
    assert faults(written(tmp_path / name, raw)) == [reason]


@pytest.mark.parametrize(
    ("library", "extra", "name", "raw"),
    [("pypdf", "pdf", "a.pdf", COLUMNS), ("mammoth", "docx", "a.docx", WORD), ("feedparser", "feeds", "a.xml", RSS)],
)
def test_without_its_library_a_format_names_the_extra_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str, extra: str, name: str, raw: bytes
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    assert faults(written(tmp_path / name, raw)) == [f"this format needs an extra: pip install 'footnote[{extra}]'"]


@pytest.mark.parametrize("limits", [Limits(seconds=60, mebibytes=24), Limits(seconds=0, mebibytes=1024)])
def test_a_parser_that_needs_too_much_dies_alone(tmp_path: Path, limits: Limits) -> None:
    path = written(tmp_path / "a.pdf", COLUMNS)
    with pytest.raises(IntakeError, match="it cannot be read within"):
        list(isolated("pdf", COLUMNS, Place.file(path), limits))
    assert len(drafts(path)) == 1


def test_a_page_of_a_megabyte_is_read_too(tmp_path: Path) -> None:
    page = f"<html><body><article><p>{PROSE}</p></article><!--{' ' * (1 << 20)}--></body></html>"
    assert [draft.text for draft in drafts(written(tmp_path / "a.html", page))] == [PROSE]


def test_an_archive_is_read_with_the_archives_in_it_but_not_endlessly(tmp_path: Path) -> None:
    raw = made.archive({"deep.txt": PROSE})
    for _ in range(2):
        raw = made.archive({"in.zip": raw, "a.txt": PROSE})
    path = written(tmp_path / "a.zip", raw)
    assert [draft.path for draft in drafts(path)] == [f"{path}/a.txt", f"{path}/in.zip/a.txt"]
    assert faults(path) == ["it lies too deep, an archive within archives; unpack them first"]


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "C:/a.txt", "b/../../a.txt", "..\\a.txt"])
def test_a_name_that_leads_out_of_an_archive_is_refused(tmp_path: Path, name: str) -> None:
    assert faults(written(tmp_path / "a.zip", made.archive({name: PROSE, "b.txt": PROSE}))) == [
        "its name leads out of the archive; it is not read"
    ]


def test_hidden_files_and_those_of_the_system_in_an_archive_are_left_alone(tmp_path: Path) -> None:
    raw = made.archive({"__MACOSX/._a.txt": PROSE, ".git/x": PROSE, "Thumbs.db": b"\0", "a.txt": PROSE})
    assert [type(item) for item in items(written(tmp_path / "a.zip", raw))] == [Draft]


def test_a_bomb_in_an_archive_is_read_up_to_the_limit_and_no_further(tmp_path: Path) -> None:
    raw = made.archive({"bomb.txt": b"a" * (33 << 20), "a.txt": PROSE})
    assert faults(written(tmp_path / "a.zip", raw)) == [
        "it is larger than 32 MiB, the limit within an archive; unpack it first"
    ]


def test_an_archive_of_very_many_files_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as out:
        for i in range(archive_reader.MOST_MEMBERS + 1):
            out.writestr(str(i), "")
    assert faults(path) == ["the archive holds more than 10,000 files; unpack it, add the folder"]


def test_a_column_of_texts_may_hold_more_than_python_s_limit(tmp_path: Path) -> None:
    assert len(drafts(written(tmp_path / "a.csv", f'id,text\n1,"{PROSE * 5000}"\n'))) == 1


def test_a_feed_without_articles_gives_the_summaries_where_the_web_is_not_read(tmp_path: Path) -> None:
    summary = RSS.replace("content:encoded", "description")
    (draft,) = drafts(written(tmp_path / "a.xml", summary))
    assert (draft.text, draft.url) == (PROSE, "https://e.example/ferry")


def test_a_page_of_a_sitemap_is_named_where_the_web_is_not_read(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xml", "<urlset><url><loc>https://e.example/ferry</loc></url></urlset>")
    assert [str(item) for item in items(path)] == ["https://e.example/ferry: web pages are not read here"]


DAMAGED: list[Callable[[bytes], bytes]] = [
    lambda raw: raw[: len(raw) // 2],
    lambda raw: raw[: len(raw) // 3] + bytes(20) + raw[len(raw) // 3 + 20 :],
    lambda raw: raw + b"\0" * 50,
]


@pytest.mark.parametrize("damage", DAMAGED)
@pytest.mark.parametrize("name", FORMATS)
def test_a_damaged_file_gives_documents_or_reasons(tmp_path: Path, name: str, damage: Callable[[bytes], bytes]) -> None:
    for item in items(written(tmp_path / "file", damage(FORMATS[name][0]))):
        assert item.text.strip() if isinstance(item, Draft) else item.reason
