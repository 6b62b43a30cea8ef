"""PDF: the text of the pages in order, its lines joined to paragraphs, headers and footers left out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import BinaryIO

from corpus.documents import Draft
from corpus.errors import IntakeError
from corpus.readers.base import Place, content
from corpus.readers.isolation import Extract, UnreadableError, isolated, require
from corpus.readers.reflow import reflow

# So many lines at the top and at the bottom of a page may be its header and footer.
_EDGE = 2
# A line must stand on so many pages to be one of them, and on more than half of all.
_FEWEST = 3
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
# What word processors write into the title when nobody has.
_NO_TITLE = re.compile(r"untitled.*|microsoft word - .*|.*\.(?:docx?|indd|qxd|tex|dvi|pdf|rtf|odt)", re.IGNORECASE)


def matches(place: Place, head: bytes) -> bool:
    """Says that it is a PDF within its first kilobyte."""
    return b"%PDF-" in head[:1024]


def read(stream: BinaryIO, place: Place) -> Iterator[Draft | IntakeError]:
    """One document, with the title and author of its properties; its dates are of making, so they are not used."""
    require("pypdf", "pdf", place)
    yield from isolated("pdf", content(stream, place), place)


def extract(raw: bytes) -> Extract:
    """Runs in another process; raises UnreadableError."""
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(BytesIO(raw))
        pages = [page.extract_text().splitlines() for page in reader.pages]
        about = reader.metadata
        title, author = (about.title, about.author) if about else (None, None)
    except pypdf.errors.FileNotDecryptedError as error:
        raise UnreadableError("the file is encrypted; save it without a password") from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError) as error:
        raise UnreadableError("the PDF is damaged, or of a kind that is not known") from error
    bare = without_edges(pages)
    text, starts = reflow(bare if any(bare) else pages)
    if not text.strip():
        raise UnreadableError("there is no text in it, only pictures of pages perhaps; recognise the text first")
    return Extract(text, None if title and _NO_TITLE.fullmatch(title.strip()) else title, author=author, pages=starts)


def without_edges(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of each page but for headers and footers: edge lines that most pages share, numbers aside."""
    bare = [[line.strip() for line in page if line.strip()] for page in pages]
    counts = Counter(key for page in bare for key in {_key(page[i]) for i in _edges(page)})
    repeated = {key for key, count in counts.items() if count >= max(_FEWEST, len(bare) // 2 + 1)}
    return [
        [line for i, line in enumerate(page) if i not in _edges(page) or _key(line) not in repeated] for page in bare
    ]


def _edges(page: Sequence[str]) -> set[int]:
    return {*range(min(_EDGE, len(page))), *range(max(0, len(page) - _EDGE), len(page))}


def _key(line: str) -> str:
    return _NUMBER.sub("#", line.lower())
