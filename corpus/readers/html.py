"""Web pages that were saved as files: the article without what surrounds it."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from corpus.documents import Draft
from corpus.errors import IntakeError
from corpus.readers.base import Place, build, content, tidy

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def matches(place: Place, head: bytes) -> bool:
    """Begins as a page does, or is named as one and begins with a tag."""
    named = place.suffix in (".html", ".htm", ".xhtml")
    return _PAGE.match(head) is not None or (named and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"))


def read(stream: BinaryIO, place: Place) -> Iterator[Draft | IntakeError]:
    """One document, with the title, author, site, date and address that the page itself states."""
    # Importing it takes most of a second, which a run without a single page should not pay.
    from trafilatura import bare_extraction

    page = bare_extraction(
        content(stream, place), fast=True, with_metadata=True, include_comments=False, include_tables=False
    )
    if page is None or isinstance(page, dict) or not page.text:
        yield IntakeError(place.text, "no article was found in this page")
        return
    fields = {"title": page.title, "publisher": page.sitename, "author": page.author, "url": page.url}
    yield from build(place, tidy(page.text), published=page.date, known=fields)
