"""Feeds bytes that atheris mutates, guided by coverage, to the parsers of our own until one breaks its word.

A parser keeps its word if it gives documents that can be stored, or says why it cannot, in words that can be printed.

    python benchmarks/fuzz.py chat [--runs 20000] [--seconds 120]
"""

import argparse
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["corpus"]):
    from corpus import passages, robots, sentences
    from corpus.clean import cleaned, marked_spans
    from corpus.documents import Draft
    from corpus.errors import IntakeError
    from corpus.language import language
    from corpus.published import iso
    from corpus.readers import archive, discord, jsonl, markdown, sitemap, table, text
    from corpus.readers.base import Item, Place, Reader
    from corpus.resemblance import runs_and_bands

LONGEST_INPUT = 4096  # bytes
HANGS = 5  # seconds

STORY = "By Ann Lee\n\nThe ferry left at dawn, “on Monday”, it said. Forty people were on board.\n\nShare this\n"
RECORD = '{"id": 1, "title": "Ferry", "text": "It left.", "date": "2019-05-14", "author": ["A", "B"]}'
CHAT = (
    '{"guild":{"id":"1","name":"Club"},"channel":{"id":"2","name":"news"},"messages":[{"id":"3","type":"Default",'
    '"timestamp":"2026-05-03T10:00:00+00:00","content":"Hello.","author":{"name":"ann","isBot":false}}]}'
)
HEAD = f"---\ntitle: Ferry\ndate: 2019-05-14\nauthor: [A, B]\n---\n# Ferry\n\n{STORY}\n|a|b|\n|-|-|\n|c|d|\n"


def _read(reader: Reader, name: str) -> Callable[[bytes], None]:
    """What tries a reader; whatever it gives goes through all that storing it would do."""
    place = Place(f"/{name}", name)

    def run(raw: bytes) -> None:
        reader.matches(place, raw)
        for item in _items(reader, raw, place):
            if isinstance(item, Draft):
                _stored(item)
            elif isinstance(item, IntakeError):
                assert str(item).isprintable(), item

    return run


def _items(reader: Reader, raw: bytes, place: Place) -> Iterator[Item]:
    try:
        yield from reader.read(BytesIO(raw), place)
    except IntakeError as error:
        yield error


def _stored(draft: Draft) -> None:
    assert draft.text.strip()
    assert draft.text.encode().decode() == draft.text
    assert draft.published is None or iso(draft.published) == draft.published, draft.published
    document = cleaned(draft)
    assert all(passage.text in document.text for passage in passages.passages(document))
    runs_and_bands([draft.text])
    language(draft.text)


def _plain(raw: bytes) -> None:
    words = raw.decode("utf-8", "replace")
    for spans in (sentences.sentences(words), marked_spans(words)):
        ends = [0, *(place for span in spans for place in span), len(words)]
        assert ends == sorted(ends), ends


def _date(raw: bytes) -> None:
    found = iso(raw.decode("utf-8", "replace"))
    assert found is None or iso(found) == found, found


def _robots(raw: bytes) -> None:
    rules = robots.Robots.parse(raw.decode("utf-8", "replace"), "Footnote")
    rules.allows("/a/b?c=d")
    assert rules.delay >= 0, rules.delay


def _zip() -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as members:
        members.writestr("a/b.txt", STORY)
        members.writestr("../c.md", HEAD)
    return packed.getvalue()


# What tries each parser, and what the mutations begin with.
PARSERS: dict[str, tuple[Callable[[bytes], None], str | bytes]] = {
    "chat": (_read(discord, "a.json"), CHAT),
    "lines": (_read(jsonl, "a.jsonl"), f"{RECORD}\n{RECORD}\n"),
    "array": (_read(jsonl, "a.json"), f"[{RECORD}]"),
    "table": (_read(table, "a.csv"), 'id,title,text,date\n1,Ferry,"It left, it ""said"".",2019-05-14\n'),
    "markdown": (_read(markdown, "a.md"), HEAD),
    "text": (_read(text, "a.txt"), STORY),
    "sitemap": (_read(sitemap, "a.xml"), "<urlset xmlns='x'><url><loc>https://e.example/</loc></url></urlset>"),
    "archive": (_read(archive, "a.zip"), _zip()),
    "sentences": (_plain, STORY),
    "date": (_date, "Tue, 14 May 2019 10:00:00 +0200"),
    "robots": (_robots, "User-agent: *\nDisallow: /a*b$\nAllow: /\nCrawl-delay: 2\n"),
}


def main() -> None:
    """Fuzz one parser; what breaks it is printed and kept in the folder, as crash-… or timeout-…."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("parser", choices=PARSERS)
    arguments.add_argument("--runs", type=int, default=20_000)
    arguments.add_argument("--seconds", type=int, default=120)
    given = arguments.parse_args()
    run, seed = PARSERS[given.parser]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "seed").write_bytes(seed.encode() if isinstance(seed, str) else seed)
        limits = [f"-max_len={LONGEST_INPUT}", f"-timeout={HANGS}", f"-max_total_time={given.seconds}"]
        atheris.Setup([sys.argv[0], *limits, f"-atheris_runs={given.runs}", folder], run)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
