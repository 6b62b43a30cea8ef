"""Markdown, with or without front matter: its words without the markup."""

import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.documents import Draft
from corpus.errors import IntakeError
from corpus.lines import opens_item
from corpus.published import date_line
from corpus.readers import front_matter
from corpus.readers.base import Place, build, content, decode
from corpus.readers.isolation import Extract, Limits, apart
from corpus.readers.markup import prose, row

_NAMES = (".md", ".markdown", ".mdown", ".mkd")
# Some markup takes the parser ten seconds a megabyte: a larger text is parsed where it can be given up.
_LARGE = 64 * 1024
_WRAPS = "\v"  # a line break that shows as a space; no text that was read holds it
_LINE_BREAK = re.compile(r"<br\b", re.IGNORECASE)


def matches(place: Place, head: bytes) -> bool:
    """Named as Markdown, or text that begins with front matter."""
    return place.suffix in _NAMES or front_matter.begins(head.decode("utf-8-sig", "replace"))


def read(stream: BinaryIO, place: Place) -> Iterator[Draft | IntakeError]:
    """One document: headings, paragraphs, list items, quoted blocks, tables and code, a blank line between them.

    A row of a table is a line, and code keeps its lines. Pictures and the marks of HTML are left out, and links are
    their words. Front matter that cannot be read is left out too, and reported. Where it names no day of publication,
    one alone on one of the first lines is taken.
    """
    known, body, fault = front_matter.split(decode(content(stream, place), place), place)
    if fault:
        yield fault
    raw = body.encode()
    found = Extract(**apart("markdown", raw, place, Limits.of(raw))) if len(raw) > _LARGE else extract(raw)
    known["title"] = known.get("title") or found.title
    known["author"] = known.get("author") or known.get("authors")
    published = known.get("published") or known.get("date") or date_line(found.text)
    yield from build(place, found.text, published=published, known=known)


def extract(raw: bytes) -> Extract:
    """The words of Markdown in UTF-8; the first heading of the first order is its title."""
    blocks = list(_blocks(MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(raw.decode())))
    title = next((words for tag, words in blocks if tag == "h1"), None)
    return Extract("\n\n".join(words for _, words in blocks), title)


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """The tag and the words of every block; a table is one, and so is a block of code."""
    tag = number = ""
    rows: list[list[str]] = []
    for token in tokens:
        words = _block(token)
        if token.type in ("list_item_open", "list_item_close"):  # an item may have no words, but a picture
            number = f"{token.info}{token.markup} " if token.info else ""
        elif words and number:
            words, number = number + words, ""
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "table_close":
            words = "\n".join(line for line in map(row, rows) if line)
            rows = []
        elif token.type == "inline" and rows:
            rows[-1].append(words)
            continue
        if token.nesting == 1:
            tag = token.tag
        if words:
            yield (tag if token.type == "inline" else token.tag), words


def _block(token: Token) -> str:
    """The words of a token that has any of its own."""
    if token.type == "inline":
        return _lines("".join(map(_word, token.children or ())))
    if token.type == "html_block":
        return prose(token.content)
    return token.content.strip("\n").rstrip() if token.type in ("fence", "code_block") else ""


def _lines(words: str) -> str:
    """A paragraph without the line breaks that only wrap it.

    Kept are those before an item, as in "Speed: 30" under "Strength: 8", where the paragraph begins with one.
    """
    first, *others = words.strip().split(_WRAPS)
    listed = opens_item(first)
    return first + "".join(("\n" if listed and opens_item(line) else " ") + line for line in others)


def _word(token: Token) -> str:
    """What a part of a paragraph says, on one line but for the line breaks that the author asked for."""
    if token.type in ("text", "code_inline"):
        return token.content
    if token.type == "hardbreak" or (token.type == "html_inline" and _LINE_BREAK.match(token.content)):
        return "\n"
    return _WRAPS if token.type == "softbreak" else ""
