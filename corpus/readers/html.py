"""Web pages that were saved as files: the article without what surrounds it."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from lxml.etree import SubElement
from lxml.html import Element, HtmlElement

from corpus.documents import Draft
from corpus.errors import IntakeError
from corpus.published import date_line
from corpus.readers.base import PROLOGUE, Place, content
from corpus.readers.isolation import Extract, Limits, UnreadableError, document_of, isolated
from corpus.readers.markup import is_layout, rows

_PAGE = re.compile(PROLOGUE + rb"<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
# The search for the article takes seconds a megabyte, and time grows with the square of how deep elements are nested: a
# larger page, or one of so many tags, is searched where it can be given up.
_LARGE, _MANY = 512 * 1024, 10_000


def matches(place: Place, head: bytes) -> bool:
    """Begins as a page does, or is named as one and begins with a tag."""
    named = place.suffix in (".html", ".htm", ".xhtml")
    return _PAGE.match(head) is not None or (named and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"))


def read(stream: BinaryIO, place: Place) -> Iterator[Draft | IntakeError]:
    """One document, with the title, author, site, date and address that the page itself states."""
    raw = content(stream, place)
    if len(raw) > _LARGE or raw.count(b"<") > _MANY:
        yield from isolated("html", raw, place, Limits.of(raw))
        return
    try:
        found = extract(raw)
    except UnreadableError as error:
        raise IntakeError(place.text, str(error)) from error
    yield from document_of(found, place)


def extract(raw: bytes) -> Extract:
    """The article of a page, dated by a day alone on one of its first lines if it states no other.

    Raises UnreadableError where there is none.
    """
    # Importing it takes most of a second, which a run without a single page should not pay.
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    tree = load_html(raw)
    if tree is not None:
        _with_rows_as_paragraphs(tree)
    page = bare_extraction(
        tree,
        fast=True,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        # The extensive search takes any year in the text, or in a line on copyright, for the day of publication.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if tree is None or page is None or isinstance(page, dict) or not page.text:
        raise UnreadableError("no article was found in this page")
    stated = page.date if page.date and _states(tree, page.date, page.text, raw) else None
    return Extract(page.text, page.title, page.sitename, page.author, stated or date_line(page.text), page.url)


def _states(page: HtmlElement, day: str, text: str, raw: bytes) -> bool:
    """Whether a page states a day, as ISO 8601, and its text does not only tell of it.

    Where a page states none, the library takes the first so written in its text.
    """
    # What is marked as a date and is no more than a line, with this day in it.
    marked = "contains(concat(@class, ' ', @id, ' ', @itemprop), 'date')"
    dates = f"//*[{marked}][contains(., $day) and string-length() < 100]"
    return day not in text or text.count(day) < raw.count(day.encode()) or bool(page.xpath(dates, day=day))


def _with_rows_as_paragraphs(tree: HtmlElement) -> None:
    """Makes of every table of data a paragraph for each row.

    The library's own way with tables takes far too long for cells that span thousands of others. It drops the others,
    which only arrange a page, and keeps what is in them; those that are nothing but links are dropped here.
    """
    for table in list(tree.iter("table")):
        parent = table.getparent()
        if parent is None or is_layout(table):
            continue
        block = Element("div")
        block.tail = table.tail
        for line in () if _is_navigation(table) else rows(table):
            SubElement(block, "p").text = line
        parent.replace(table, block)


def _is_navigation(table: HtmlElement) -> bool:
    linked = "".join(link.text_content() for link in table.iter("a"))
    return "".join(linked.split()) == "".join(table.text_content().split())
