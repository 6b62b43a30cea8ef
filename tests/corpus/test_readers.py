"""Every format, read from real files: what becomes of their text, their metadata and their faults."""

import gzip
import json
from pathlib import Path
from textwrap import fill

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.clean import cleaned
from corpus.documents import Document
from corpus.errors import IntakeError
from corpus.intake import read
from corpus.passages import passages
from corpus.sentences import sentences

PROSE = "The ferry left at dawn. Forty people were on board."


def documents(path: Path) -> list[Document]:
    return [item for item in read([str(path)]) if isinstance(item, Document)]


def faults(path: Path) -> list[str]:
    return [item.reason for item in read([str(path)]) if isinstance(item, IntakeError)]


def only(path: Path) -> Document:
    items = list(read([str(path)]))
    assert len(items) == 1
    assert isinstance(items[0], Document)
    return items[0]


def written(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_encoding_it_was_saved_in(tmp_path: Path, encoding: str) -> None:
    text = "“Ça va”, said the captain – and left."
    assert only(written(tmp_path / "a.txt", text.encode(encoding))).text == text


def test_control_characters_go_and_line_ends_become_newlines(tmp_path: Path) -> None:
    assert only(written(tmp_path / "a.txt", "One.\r\nTwo.\x1b\rThree\u2028four.")).text == "One.\nTwo.\nThree\nfour."


def test_characters_are_kept_as_they_are(tmp_path: Path) -> None:
    text = "e\u0301 and \u00e9, \ufb01sh\u00a0and ﷺ"
    assert only(written(tmp_path / "a.txt", text)).text == text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n ", "the file is empty"),
        (b"\x7fELF\x00\x01\x02 and more", "not a format that is read (.txt, or binary content)"),
        (b"a" * 5000 + b"\x00\x01", "this is not text (binary content)"),
        (b"a caf\x81", "the encoding is not known (byte 6); save it as UTF-8"),
        ("Паром ушёл на рассвете.".encode("koi8-r"), "the encoding is not known (byte 1); save it as UTF-8"),
        (b"\xff\xfea\x00b", "the encoding is not known (byte 3); save it as UTF-8"),
    ],
)
def test_a_file_that_is_no_text_is_refused_in_one_line(tmp_path: Path, content: bytes, reason: str) -> None:
    assert faults(written(tmp_path / "a.txt", content)) == [reason]


def test_a_text_of_forty_megabytes_is_refused_and_the_limit_named(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", b"words " * 7_000_000)
    assert faults(path) == ["the file is larger than 32 MiB, the limit for one document; split it"]


def test_a_first_line_that_is_a_headline_gives_the_title(tmp_path: Path) -> None:
    assert only(written(tmp_path / "a.txt", f"World\nFerry leaves at dawn\n{PROSE}")).title == "Ferry leaves at dawn"


def test_a_line_in_capitals_is_a_headline_though_the_one_below_would_not_have_fitted(tmp_path: Path) -> None:
    headline = "MINUTES OF THE HARBOUR COUNCIL, MARCH 2024"
    text = f"{headline} (DRAFT)\n12 March 2024\n\n{PROSE}"
    assert only(written(tmp_path / "a.txt", text)).title == f"{headline} (DRAFT)"


def test_a_first_line_that_is_a_sentence_gives_no_title(tmp_path: Path) -> None:
    assert only(written(tmp_path / "a.txt", f"{PROSE}\n{PROSE}")).title is None


def test_the_first_line_of_a_wrapped_paragraph_is_no_title(tmp_path: Path) -> None:
    assert only(written(tmp_path / "a.txt", fill(f"{PROSE} It was the last ferry of the year.", 50))).title is None


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_day_on_a_line_of_its_own_under_the_title_is_the_day_of_publication(tmp_path: Path, name: str) -> None:
    document = only(written(tmp_path / name, f"The ferry leaves\n\n12 March 2024\n\n{PROSE}"))
    assert document.published == "2024-03-12"
    assert "12 March 2024" in document.text


def test_a_day_of_publication_that_front_matter_names_stands(tmp_path: Path) -> None:
    text = f"---\npublished: 2023-01-02\n---\n\n12 March 2024\n\n{PROSE}"
    assert only(written(tmp_path / "a.md", text)).published == "2023-01-02"


def test_boilerplate_in_a_text_is_marked_and_kept(tmp_path: Path) -> None:
    document = cleaned(only(written(tmp_path / "a.txt", f"{PROSE}\nFollow us on Twitter")))
    assert [document.text[start:end] for start, end in document.marked] == ["Follow us on Twitter"]


MARKDOWN = f"""---
title: Ferry leaves at dawn
publisher: Harbour Press
published: 2018-09-11
---
# Ferry *leaves*

{PROSE.replace(". ", ".{newline}")} See [the plan](http://example.org/plan) and `make`.

> A quoted line.

- one item
- another

| Ship | Fare | From |
|------|-----:|------|
| *Ferry* | 3 | Pier 1.<br>Then 2. |
| Barge | | `east` |

```sh
if full:

    leave
```

    indented

<table><tr><th>Day</th><th>Open</th></tr></table>
<div>A box</div>
""".replace("{newline}", "\n")


def test_markdown_becomes_its_prose(tmp_path: Path) -> None:
    assert only(written(tmp_path / "a.md", MARKDOWN)).text.split("\n\n") == [
        "Ferry leaves",
        f"{PROSE} See the plan and make.",
        "A quoted line.",
        "one item",
        "another",
        "Ship | Fare | From\nFerry | 3 | Pier 1. Then 2.\nBarge | | east",
        "if full:",
        "    leave",
        "indented",
        "Day | Open",
        "A box",
    ]


def test_markdown_keeps_the_numbers_of_lists(tmp_path: Path) -> None:
    text = "Before you leave:\n\n3. Shut the gate.\n   Lock it.\n4. Hang up the key.\n\n   It is brass.\n\n- Whistle.\n"
    assert only(written(tmp_path / "a.md", text)).text.split("\n\n") == [
        "Before you leave:",
        "3. Shut the gate. Lock it.",
        "4. Hang up the key.",
        "It is brass.",
        "Whistle.",
    ]


def test_the_number_of_an_item_without_words_is_left_out(tmp_path: Path) -> None:
    text = "1. Open the gate.\n2. ![the gate](gate.png)\n\nIt is brass.\n"
    assert only(written(tmp_path / "a.md", text)).text == "1. Open the gate.\n\nIt is brass."


def test_markdown_keeps_the_lines_of_names_and_values_and_of_numbered_paragraphs(tmp_path: Path) -> None:
    text = (
        "Master: Ada Berg\nBuilt: 1911,\nby hand\n\n1.1 The gate is\nlocked.\n1.2 It has a key.\n\nIt was\nNote: old."
    )
    assert only(written(tmp_path / "a.md", text)).text.split("\n\n") == [
        "Master: Ada Berg\nBuilt: 1911, by hand",
        "1.1 The gate is locked.\n1.2 It has a key.",
        "It was Note: old.",
    ]


def test_a_row_of_a_table_is_a_sentence_whatever_stands_around_it(tmp_path: Path) -> None:
    rows = ["Lantern of the old harbour | Sold at night only. By the keeper.", "Ropewalkers' gloves | 12 crowns"]
    table = "\n".join(f"| {line} |" for line in ("Thing | Price", "--|--", *rows))
    text = only(written(tmp_path / "a.md", f"What is sold\n\n{table}\n\n## Where\n\n{PROSE}")).text
    assert [text[start:end] for start, end in sentences(text)][:5] == ["What is sold", "Thing | Price", *rows, "Where"]


def test_code_is_in_one_passage_with_what_is_said_of_it(tmp_path: Path) -> None:
    code = 'load(\n  {\n    "dock": 1\n  }\n)'
    document = cleaned(only(written(tmp_path / "a.md", f"Then load it:\n\n```\n{code}\n```\n\n{PROSE}")))
    assert [passage.text for passage in passages(document)] == [f"Then load it:\n\n{code}\n\n{PROSE}"]


def test_front_matter_gives_the_metadata_whatever_the_file_is_called(tmp_path: Path) -> None:
    document = only(written(tmp_path / "a.txt", MARKDOWN))
    assert (document.title, document.publisher, document.published) == (
        "Ferry leaves at dawn",
        "Harbour Press",
        "2018-09-11",
    )


def test_without_front_matter_the_first_heading_is_the_title(tmp_path: Path) -> None:
    assert only(written(tmp_path / "a.md", f"# The *ferry*\n\n{PROSE}")).title == "The ferry"


@pytest.mark.parametrize("head", ["title: [unclosed", "a: " + "[" * 200_000 + "]" * 200_000])
def test_broken_front_matter_is_reported_and_the_body_kept(tmp_path: Path, head: str) -> None:
    path = written(tmp_path / "a.md", f"---\n{head}\n---\n{PROSE}\n")
    assert [d.text for d in documents(path)] == [PROSE]
    assert [reason.split(",")[0] for reason in faults(path)] == ["stored without its front matter"]


@pytest.mark.parametrize("title", ["0x" + "F" * 9000, "{a: b}", "[]"])
def test_a_title_that_is_no_text_takes_nothing_else_along(tmp_path: Path, title: str) -> None:
    path = written(tmp_path / "a.md", f"---\ntitle: {title}\nauthor: [Jane, Omar]\n---\n{PROSE}\n")
    assert only(path).author == "Jane, Omar"


@pytest.mark.parametrize(
    ("name", "head", "other"),
    [("a.xlsx", b"PK\x03\x04", "CSV"), ("a.xlsm", b"PK\x03\x04", "CSV"), ("a.odt", b"PK\x03\x04", "DOCX"),
     ("a.doc", b"\xd0\xcf\x11\xe0", "DOCX"), ("a.rtf", b"{\\rtf1 The ferry left.}", "DOCX"),
     ("a.pptx", b"PK\x03\x04", "PDF")],
)  # fmt: skip
def test_what_a_file_of_an_office_program_can_be_saved_as_is_said(
    tmp_path: Path, name: str, head: bytes, other: str
) -> None:
    path = tmp_path / name
    path.write_bytes(head)
    assert faults(path) == [f"{path.suffix} files are not read; save it as {other}"]


def test_a_page_that_is_named_like_an_office_file_is_read(tmp_path: Path) -> None:
    assert only(written(tmp_path / "a.xls", f"<html><body><p>{PROSE}</p></body></html>")).text == PROSE


def test_a_rule_across_the_page_is_no_front_matter(tmp_path: Path) -> None:
    assert only(written(tmp_path / "a.md", f"---\n\n{PROSE}\n\n---\n\nMore.")).text == f"{PROSE}\n\nMore."


def test_json_lines_keep_their_ids_and_fields(tmp_path: Path) -> None:
    record = {"id": 7, "text": PROSE, "title": "T", "date": "2018-09", "author": ["A", "B"], "url": "http://e.example"}
    path = written(tmp_path / "a.jsonl", json.dumps(record))
    assert cleaned(only(path)) == Document("7", PROSE, "T", None, "A, B", "2018-09", "http://e.example", str(path))


def test_json_lines_may_be_compressed(tmp_path: Path) -> None:
    assert only(written(tmp_path / "a.jsonl.gz", gzip.compress(json.dumps({"text": PROSE}).encode()))).text == PROSE


def test_a_line_without_an_id_gets_one_that_stays_the_same(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", '{"text": "One."}\n{"text": "Two."}\n')
    assert [d.id for d in documents(path)] == [d.id for d in documents(path)]
    assert len({d.id for d in documents(path)}) == 2


def test_bad_lines_are_named_and_the_others_are_read(tmp_path: Path) -> None:
    bad = [
        '{"text": "cut in ha',
        "[1]",
        "{}",
        '{"text": 5}',
        '{"text": " "}',
        '{"text": "x", "id": {}}',
        "[" * 10_000,
        "9" * 5000,
    ]
    path = written(tmp_path / "a.jsonl", "\n".join(['{"text": "One."}', *bad, "", '{"text": "Last."}']))
    assert [d.text for d in documents(path)] == ["One.", "Last."]
    assert [item.source for item in read([str(path)]) if isinstance(item, IntakeError)] == [
        f"{path}, line {number}" for number in range(2, 10)
    ]


def test_a_line_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", b'{"text": "caf\xe9"}\n{"text": "ok"}')
    assert faults(path) == ["not UTF-8 (byte 14 of the line)"]
    assert [d.text for d in documents(path)] == ["ok"]


def test_a_line_beyond_the_limit_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", b'{"text": "' + b"x" * (33 << 20) + b'"}\n{"text": "next"}\n')
    assert faults(path) == ["the line is larger than 32 MiB, the limit for one document; split it"]
    assert [d.text for d in documents(path)] == ["next"]


def test_a_damaged_compressed_file_keeps_what_came_before(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": f"Line {i} of many."}) + "\n" for i in range(20_000)).encode()
    path = written(tmp_path / "a.jsonl.gz", gzip.compress(lines)[:-1000])
    assert len(documents(path)) > 1000
    assert faults(path)[0].startswith("the compressed file is damaged from here on")


def test_half_a_character_in_an_escape_is_removed(tmp_path: Path) -> None:
    assert only(written(tmp_path / "a.jsonl", '{"text": "a\\ud800b\\u0000c"}')).text == "abc"


def test_a_json_array_is_read_as_documents(tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", json.dumps([{"id": "x", "text": "1"}, {"id": "y", "text": "2"}], indent=1))
    assert [d.id for d in documents(path)] == ["x", "y"]


def test_a_date_that_cannot_be_read_is_reported_and_the_document_kept(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", '{"text": "One.", "date": "some time"}')
    assert [d.published for d in documents(path)] == [None]
    assert faults(path) == ["stored without a date: 'some time' is not one that can be read"]


def test_programs_are_no_prose(tmp_path: Path) -> None:
    assert faults(written(tmp_path / "a.py", "print(1)\n")) == ["not a format that is read (.py, or binary content)"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    name=st.sampled_from(["a.txt", "a.md", "a.jsonl", "a.json", "a.jsonl.gz", "a"]),
    start=st.sampled_from([b"", b"---\ntitle: x\n---\n", b'{"text": "', b"\xff\xfe", b"\x1f\x8b\x08\x00", b"---\na:"]),
    rest=st.binary(max_size=200) | st.text(max_size=200).map(str.encode),
)
def test_any_bytes_give_documents_or_reasons(tmp_path: Path, name: str, start: bytes, rest: bytes) -> None:
    for item in read([str(written(tmp_path / name, start + rest))]):
        assert item.text.strip() if isinstance(item, Document) else item.reason
