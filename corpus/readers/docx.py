"""Word documents (DOCX): paragraphs, headings, list items, tables and footnotes; pictures are left out."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO
from xml.parsers.expat import ExpatError

from corpus.documents import Draft
from corpus.errors import IntakeError
from corpus.readers.archive import DAMAGE
from corpus.readers.base import Place, content
from corpus.readers.isolation import Extract, UnreadableError, isolated, require
from corpus.readers.markup import prose

_BACK = re.compile(r"\s*↑$", re.MULTILINE)
_NAMESPACES = {"dc": "http://purl.org/dc/elements/1.1/"}


def matches(place: Place, head: bytes) -> bool:
    """An archive named as a Word document, or that lists its types of content as one does."""
    return head.startswith(b"PK\x03\x04") and (place.suffix == ".docx" or b"[Content_Types].xml" in head)


def read(stream: BinaryIO, place: Place) -> Iterator[Draft | IntakeError]:
    """One document, with the title and author of its properties. Its dates are of editing, so they are not used."""
    require("mammoth", "docx", place)
    yield from isolated("docx", content(stream, place), place)


def extract(raw: bytes) -> Extract:
    """Runs in another process; raises UnreadableError."""
    import mammoth  # type: ignore[import-untyped]  # ships no annotations

    try:
        markup = mammoth.convert_to_html(
            BytesIO(raw), convert_image=mammoth.images.img_element(lambda _: {}), include_default_style_map=True
        ).value
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            title, author = _properties(archive)
    except (*DAMAGE, KeyError, SyntaxError, ExpatError) as error:
        raise UnreadableError("this is not a Word document, or it is damaged") from error
    return Extract(_BACK.sub("", prose(markup)), title=title, author=author)


def _properties(archive: zipfile.ZipFile) -> tuple[str | None, str | None]:
    from lxml import etree

    if "docProps/core.xml" not in archive.namelist():
        return None, None
    root = etree.fromstring(archive.read("docProps/core.xml"), etree.XMLParser(resolve_entities=False))
    return root.findtext("dc:title", None, _NAMESPACES), root.findtext("dc:creator", None, _NAMESPACES)
