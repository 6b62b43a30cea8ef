"""Sitemaps: the pages that a site names, and the further sitemaps of an index (sitemaps.org, protocol 0.9)."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from lxml import etree

from corpus.errors import IntakeError
from corpus.readers.base import PROLOGUE, Item, Link, Place, content

_ROOT = re.compile(PROLOGUE + rb"<(?:\w+:)?(?:urlset|sitemapindex)\b", re.IGNORECASE | re.DOTALL)


def matches(place: Place, head: bytes) -> bool:
    """An XML file whose first element is that of a sitemap."""
    return _ROOT.match(head) is not None


def read(stream: BinaryIO, place: Place) -> Iterator[Item]:
    """A link for each page; when it was changed is not when it was published, so that is not taken over."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    raw = content(stream, place)
    try:
        root = etree.parse(BytesIO(raw), parser).getroot()
    except etree.XMLSyntaxError:  # nothing is left of it even where errors are passed over
        root = None
    links = [] if root is None else [place.text.strip() for place in root.iterfind("{*}*/{*}loc") if place.text]
    if not links:
        yield IntakeError(place.text, "there is no page in this sitemap")
    yield from (Link(url) for url in dict.fromkeys(links))
