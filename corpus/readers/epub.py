"""Electronic books (EPUB): the chapters in reading order as one document."""

import posixpath
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO
from urllib.parse import unquote

from lxml import etree

from corpus.documents import Draft
from corpus.errors import IntakeError
from corpus.readers.archive import DAMAGE
from corpus.readers.base import Place, content
from corpus.readers.isolation import Extract, UnreadableError, isolated
from corpus.readers.markup import prose

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
_OPF = {"opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}
_CHAPTERS = ("application/xhtml+xml", "text/html")


def matches(place: Place, head: bytes) -> bool:
    """An archive whose first member says that it is a book, or that is named as one."""
    return head.startswith(b"PK\x03\x04") and (b"application/epub+zip" in head[:100] or place.suffix == ".epub")


def read(stream: BinaryIO, place: Place) -> Iterator[Draft | IntakeError]:
    """One document, with the title, author, publisher and date of the book."""
    yield from isolated("epub", content(stream, place), place)


def extract(raw: bytes) -> Extract:
    """Runs in another process; raises UnreadableError. The package is described by the EPUB 3.3 specification."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            return _book(archive)
    except (*DAMAGE, KeyError, SyntaxError, StopIteration) as error:
        raise UnreadableError("this is not an EPUB book, or it is damaged") from error


def _book(archive: zipfile.ZipFile) -> Extract:
    path = str(next(_tree(archive, "META-INF/container.xml").iter(_CONTAINER)).attrib["full-path"])
    package = _tree(archive, path)
    folder = posixpath.dirname(path)
    items = {item.get("id"): item for item in package.iterfind("opf:manifest/opf:item", _OPF)}
    spine = [items[ref.get("idref")] for ref in package.iterfind("opf:spine/opf:itemref", _OPF)]
    if any(name.endswith("encryption.xml") for name in archive.namelist()):
        raise UnreadableError("the book is protected against copying")
    chapters = [
        prose(archive.read(posixpath.normpath(posixpath.join(folder, unquote(str(item.attrib["href"]))))))
        for item in spine
        if item.get("media-type") in _CHAPTERS and "nav" not in item.get("properties", "").split()
    ]

    def about(name: str) -> str | None:
        found = (element.text for element in package.iterfind(f"opf:metadata/dc:{name}", _OPF))
        return ", ".join(text.strip() for text in found if text) or None

    text = "\n\n".join(chapter for chapter in chapters if chapter)
    return Extract(text, about("title"), about("publisher"), about("creator"), about("date"))


def _tree(archive: zipfile.ZipFile, name: str) -> etree._Element:
    return etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
